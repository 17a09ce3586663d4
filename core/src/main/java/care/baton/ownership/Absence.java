package care.baton.ownership;

import care.baton.party.PersonId;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Somebody is away and somebody else stands in: another member of the role, or any other person whom the organization
 * lets act in it and who is not listed in the team. A cover who has left by then, or who is away as well, does not stand
 * in: whoever is on duty in the role does, else the role with nobody named.
 *
 * @param cover who stands in, in the same role: never the one who is away
 * @param from from when, by the host's clock
 * @param until until when, exclusive
 */
public record Absence(PersonId cover, Instant from, Instant until) {

    /**
     * Checks the dates.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public Absence {
        Objects.requireNonNull(cover, "cover");
        Horizon.check(from, "from");
        Horizon.check(until, "until");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until: after from");
        }
    }

    /**
     * Whether the person is away.
     *
     * @param instant the host's clock
     * @return true from its start until before its end
     */
    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /** What of it is over: that stays as it was. */
    Stream<Absence> before(Instant now) {
        return !now.isAfter(from)
                ? Stream.empty()
                : now.isBefore(until) ? Stream.of(new Absence(cover, from, now)) : Stream.of(this);
    }

    /** What is left of this one beside another: before it, behind it, both or nothing. */
    Stream<Absence> outside(Absence other) {
        if (!from.isBefore(other.until()) || !other.from().isBefore(until)) {
            return Stream.of(this);
        }
        Stream<Absence> before =
                from.isBefore(other.from()) ? Stream.of(new Absence(cover, from, other.from())) : Stream.empty();
        Stream<Absence> behind =
                until.isAfter(other.until()) ? Stream.of(new Absence(cover, other.until(), until)) : Stream.empty();
        return Stream.concat(before, behind);
    }
}
