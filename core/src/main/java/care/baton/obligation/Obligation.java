package care.baton.obligation;

import care.baton.history.History;
import care.baton.outcome.State;
import care.baton.ownership.Tenure;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.pathway.Need;
import care.baton.time.BeforeVisits;
import care.baton.time.DueRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Somebody owes something to somebody by a time, with proof, and somebody hears when it is late. It
 * comes into being, moves and ends only through what is recorded; all instants are the host's clock.
 */
@State
@Value.Immutable
public sealed interface Obligation permits ImmutableObligation {

    /**
     * Which obligation.
     *
     * @return its key
     */
    Key key();

    /**
     * What it serves: when that ends, this ends or is carried over.
     *
     * @return the parent, if any
     */
    Optional<Key> parent();

    /**
     * To whom it is owed.
     *
     * @return organization and role, and the person if known
     */
    Holder owedTo();

    /**
     * Who has held it, one after the other.
     *
     * @return the tenure
     */
    Tenure tenure();

    /**
     * Who was asked to take it over in the same role and has not yet acknowledged.
     *
     * @return the person, if any
     */
    Optional<PersonId> proposed();

    /**
     * By when it is owed.
     *
     * @return the due instant
     */
    Instant due();

    /**
     * The latest that a moved due may become.
     *
     * @return the instant, where the due can move
     */
    Optional<Instant> latest();

    /**
     * When lateness is heard next, while the clock runs.
     *
     * @return the next instant
     */
    Instant next();

    /**
     * What is left at least when a clock that stood still goes on.
     *
     * @return a length of time
     */
    Duration least();

    /**
     * Where lateness is heard.
     *
     * @return the route
     */
    Route route();

    /**
     * How many levels have been raised.
     *
     * @return from 0
     */
    int raised();

    /**
     * How many reminders there have been after the last level.
     *
     * @return from 0
     */
    long reminders();

    /**
     * What must be there before it counts as done.
     *
     * @return the needs; may be empty
     */
    List<Need> proof();

    /**
     * When it comes round again, once done.
     *
     * @return the rule, if it recurs
     */
    Optional<DueRule> each();

    /**
     * Before which visits it is owed.
     *
     * @return the rule, where its due moves as visits are reported
     */
    Optional<BeforeVisits> visits();

    /**
     * How many slots were missed before this one.
     *
     * @return from 0
     */
    long missed();

    /**
     * What its clock has waited for, one after the other.
     *
     * @return each change; empty when the clock has always run
     */
    History<Suspension> suspensions();

    /**
     * Since when its clock has stood still.
     *
     * @return the instant, while suspended
     */
    Optional<Instant> suspendedAt();

    /**
     * For how long its clock had stood still in all, up to the last time it went on.
     *
     * @return a length of time
     */
    Duration stood();

    /**
     * How it stands.
     *
     * @return open or ended
     */
    Standing standing();

    /**
     * What its clock waits for, or waited for when it ended.
     *
     * @return the keys, in order; empty while the clock runs
     */
    default List<Key> suspendedBy() {
        return suspensions().isEmpty() ? List.of() : suspensions().last().by();
    }

    /**
     * Whether it is still owed.
     *
     * @return true while open
     */
    default boolean isOpen() {
        return standing() instanceof Standing.Open;
    }

    /**
     * When it ended.
     *
     * @return the instant; empty while open
     */
    default Optional<Instant> endedAt() {
        return standing().endedAt();
    }

    /**
     * Whether its clock stands still.
     *
     * @return true while open and waiting for something else
     */
    default boolean isSuspended() {
        return isOpen() && !suspendedBy().isEmpty();
    }

    /**
     * Who holds it now, or held it last.
     *
     * @return the holder
     */
    default Holder holder() {
        return tenure().holder();
    }

    /**
     * Since when it is owed.
     *
     * @return the instant it was opened
     */
    default Instant since() {
        return tenure().since();
    }

    /**
     * Who sees that it is there, its kind, its holder and its due: the role that holds it at that
     * instant and the role it is owed to. Anybody else sees it only where a list says so.
     *
     * @param instant the host's clock
     * @return the roles with nobody named, each once; nobody before it was owed
     */
    default List<Holder> seenBy(Instant instant) {
        return tenure().holderAt(instant).stream()
                .flatMap(held -> Stream.of(held, owedTo()))
                .map(seat -> seat.heldBy(Optional.empty()))
                .distinct()
                .toList();
    }

    /**
     * An instant at which something may happen to it: never before the last thing that did, also when a
     * clock was put back in between.
     *
     * @param instant the host's clock
     * @return the instant, or that of its last change when that is later
     */
    default Instant notBefore(Instant instant) {
        Instant last = suspensions().isEmpty()
                        || tenure().heldSince().isAfter(suspensions().last().from())
                ? tenure().heldSince()
                : suspensions().last().from();
        return instant.isBefore(last) ? last : instant;
    }

    /**
     * Whether it is late: due, open, and its clock runs.
     *
     * @param now the host's clock
     * @return true from its due instant on
     */
    default boolean isOverdue(Instant now) {
        return isOpen() && !isSuspended() && !now.isBefore(due());
    }
}
