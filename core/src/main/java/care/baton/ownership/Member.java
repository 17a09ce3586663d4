package care.baton.ownership;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who takes part: in which role of which organization, with which duties, and whether they
 * have said that they know.
 *
 * @param seat organization, role and person
 * @param kind what kind of organization it is
 * @param duties what they do here
 * @param acknowledged whether they have acknowledged their duties
 * @param absences when they are away, as far as that is known, past and to come: first to last, never two at once
 * @param left whether they have left; a member who left stays listed
 */
public record Member(
        Holder seat,
        OrganizationKind kind,
        List<Code> duties,
        boolean acknowledged,
        List<Absence> absences,
        boolean left) {

    /** Copies the lists. */
    public Member {
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(kind, "kind");
        duties = Copy.of(duties, "duties");
        absences = Copy.of(absences, "absences");
    }

    /**
     * Who stands in for them.
     *
     * @param instant the host's clock
     * @return the absence that covers the instant; empty when they are there
     */
    public Optional<Absence> absentAt(Instant instant) {
        return absences.stream().filter(a -> a.covers(instant)).findFirst();
    }

    Member knows() {
        return new Member(seat, kind, duties, true, absences, left);
    }

    /**
     * One more absence. One that begins when another does is that one planned anew, longer or shorter or with another
     * cover; what it shares with any other is its own from now on, and the rest of that other stays. Who stood in until
     * now has stood in: nothing that is planned changes that.
     */
    Member away(Absence time, Instant now) {
        List<Absence> planned = List.of(time);
        for (Absence been : absences.stream().flatMap(a -> a.before(now)).toList()) {
            planned = planned.stream().flatMap(p -> p.outside(been)).toList();
        }
        List<Absence> all = new ArrayList<>(planned);
        for (Absence old : absences) {
            List<Absence> kept =
                    old.from().equals(time.from()) ? old.before(now).toList() : List.of(old);
            for (Absence p : planned) {
                kept = kept.stream().flatMap(a -> a.outside(p)).toList();
            }
            all.addAll(kept);
        }
        all.sort(Comparator.comparing(Absence::from));
        return new Member(seat, kind, duties, acknowledged, all, left);
    }

    /** Is there again: what covers now ends now, with all that follows it without a break. */
    Member back(Instant now) {
        List<Absence> kept = new ArrayList<>();
        Instant away = now;
        for (Absence a : absences) {
            if (a.covers(away)) {
                a.before(now).forEach(kept::add);
                away = a.until();
            } else {
                kept.add(a);
            }
        }
        return new Member(seat, kind, duties, acknowledged, kept, left);
    }

    /** Takes part again: what is known of absences stays known. */
    Member joins(OrganizationKind organization, List<Code> newDuties) {
        return new Member(seat, organization, newDuties, false, absences, false);
    }

    Member gone() {
        return new Member(seat, kind, duties, acknowledged, absences, true);
    }
}
