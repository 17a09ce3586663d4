package care.baton.obligation;

import care.baton.obligation.ObligationEvent.ObligationCarried;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.obligation.ObligationEvent.ObligationReplaced;
import care.baton.obligation.ObligationEvent.ObligationResumed;
import care.baton.obligation.ObligationEvent.SuspensionLifted;
import care.baton.outcome.Code;
import care.baton.outcome.Draft;
import care.baton.time.DueRule;
import care.baton.time.Horizon;
import care.baton.time.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How something stops being owed: once, and with everything that follows from it in the same step.
 * What served it ends too or is carried over; what waited for it goes on; what recurs comes round.
 */
public final class Ending {

    /** Why a child ends: what it served has ended. */
    public static final Code PARENT_ENDED = Code.of("parent-ended");

    private final Draft<Obligations, ObligationEvent> draft;
    private final Instant at;
    private final ServiceCalendar calendar;

    private Ending(Obligations obligations, Instant at, ServiceCalendar calendar) {
        this.draft = new Draft<>(obligations, Obligations::evolve);
        this.at = at;
        this.calendar = calendar;
    }

    /**
     * It is done. Whether its proof is there is for the caller to have asked.
     *
     * @param obligations what is owed so far
     * @param key what is done
     * @param at when, by the host's clock
     * @param calendar the service's calendar
     * @return what happens; nothing when it is not open
     */
    public static List<ObligationEvent> discharged(
            Obligations obligations, Key key, Instant at, ServiceCalendar calendar) {
        Ending ending = new Ending(obligations, at, calendar);
        Optional<Obligation> before = obligations.get(key).filter(Obligation::isOpen);
        before.ifPresent(o -> ending.end(o, when -> new ObligationDischarged(key, when)));
        before.ifPresent(ending::comesRound);
        return ending.draft.events();
    }

    /**
     * It is no longer owed.
     *
     * @param obligations what is owed so far
     * @param key what is no longer owed
     * @param reason why
     * @param at when, by the host's clock
     * @param calendar the service's calendar
     * @return what happens; nothing when it is not open
     */
    public static List<ObligationEvent> released(
            Obligations obligations, Key key, Code reason, Instant at, ServiceCalendar calendar) {
        Ending ending = new Ending(obligations, at, calendar);
        obligations.get(key).ifPresent(o -> ending.end(o, when -> new ObligationReleased(key, when, reason)));
        return ending.draft.events();
    }

    /**
     * Something else is owed in its place; what served it goes on in the service of that.
     *
     * @param obligations what is owed so far, the other among it
     * @param key what is no longer owed
     * @param by what is owed in its place; open
     * @param at when, by the host's clock
     * @param calendar the service's calendar
     * @return what happens; nothing when either is not open, or the other serves this one: it would end
     *     with it
     */
    public static List<ObligationEvent> replaced(
            Obligations obligations, Key key, Key by, Instant at, ServiceCalendar calendar) {
        Ending ending = new Ending(obligations, at, calendar);
        Optional<Obligation> before = obligations.get(key).filter(Obligation::isOpen);
        if (before.isPresent() && obligations.isOpen(by) && !serves(obligations, by, key)) {
            obligations.openChildren(key).forEach(child -> ending.draft.add(new ObligationCarried(child.key(), by)));
            ending.end(before.get(), when -> new ObligationReplaced(key, when, by));
        }
        return ending.draft.events();
    }

    private static boolean serves(Obligations obligations, Key from, Key target) {
        SortedSet<Key> met = new TreeSet<>();
        Optional<Key> served = Optional.of(from);
        while (served.isPresent() && met.add(served.get())) {
            served = obligations.get(served.get()).flatMap(Obligation::parent);
        }
        return met.contains(target);
    }

    private void end(Obligation obligation, Function<Instant, ObligationEvent> how) {
        Key key = obligation.key();
        if (!draft.state().isOpen(key)) {
            return;
        }
        List<Obligation> children = draft.state().openChildren(key);
        draft.add(how.apply(obligation.notBefore(at)));
        children.forEach(child -> end(child, when -> new ObligationReleased(child.key(), when, PARENT_ENDED)));
        draft.state().waitingFor(key).forEach(waiter -> goesOn(waiter, key));
    }

    private void goesOn(Obligation waiter, Key ended) {
        draft.add(
                waiter.suspendedBy().size() > 1
                        ? new SuspensionLifted(waiter.key(), ended, waiter.notBefore(at))
                        : resumed(waiter, ended, at, calendar));
    }

    /** With what was left, or at least the minimum; what was late already stays as late, unless there is one. */
    static ObligationResumed resumed(Obligation waiter, Key by, Instant at, ServiceCalendar calendar) {
        Instant from = waiter.notBefore(at);
        Duration left = Duration.between(waiter.suspendedAt().orElse(from), waiter.due());
        Duration given = waiter.least().isZero() ? left : Collections.max(List.of(left, waiter.least()));
        Instant unbounded = given.isNegative() ? from.plus(given) : Horizon.plus(from, given);
        Instant due = waiter.latest().filter(unbounded::isAfter).orElse(unbounded);
        return new ObligationResumed(waiter.key(), by, from, due, Lateness.next(waiter, due, from, calendar));
    }

    private void comesRound(Obligation done) {
        Optional<DueRule> each = done.each();
        if (each.isEmpty()) {
            return;
        }
        long passed = at.isBefore(done.due())
                ? 0
                : each.get().passed(done.due(), at, calendar).count();
        draft.addAll(Opening.again(done, at, calendar, each.get()).on(draft.state(), at, done.missed() + passed));
    }
}
