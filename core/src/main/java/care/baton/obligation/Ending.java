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
import care.baton.time.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        before.ifPresent(o -> ending.end(new ObligationDischarged(key, at)));
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
        ending.end(new ObligationReleased(key, at, reason));
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
     * @return what happens; nothing when it is not open
     */
    public static List<ObligationEvent> replaced(
            Obligations obligations, Key key, Key by, Instant at, ServiceCalendar calendar) {
        Ending ending = new Ending(obligations, at, calendar);
        if (obligations.isOpen(key) && obligations.isOpen(by)) {
            obligations.openChildren(key).forEach(child -> ending.draft.add(new ObligationCarried(child.key(), by)));
        }
        ending.end(new ObligationReplaced(key, at, by));
        return ending.draft.events();
    }

    private void end(ObligationEvent how) {
        Key key = how.key();
        if (!draft.state().isOpen(key)) {
            return;
        }
        List<Obligation> children = draft.state().openChildren(key).stream()
                .filter(c -> c.parent().equals(Optional.of(key)))
                .toList();
        draft.add(how);
        children.forEach(child -> end(new ObligationReleased(child.key(), at, PARENT_ENDED)));
        draft.state().waitingFor(key).forEach(waiter -> goesOn(waiter, key));
    }

    private void goesOn(Obligation waiter, Key ended) {
        draft.add(
                waiter.suspendedBy().size() > 1
                        ? new SuspensionLifted(waiter.key(), ended)
                        : resumed(waiter, ended, at, calendar));
    }

    static ObligationResumed resumed(Obligation waiter, Key by, Instant at, ServiceCalendar calendar) {
        Instant stoodSince = waiter.suspendedAt().orElse(at);
        Duration left = Duration.between(stoodSince, waiter.due());
        Duration given = left.compareTo(waiter.least()) < 0 ? waiter.least() : left;
        Instant due = Lateness.plus(at, given);
        return new ObligationResumed(waiter.key(), by, at, due, Lateness.next(waiter, due, at, calendar));
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
