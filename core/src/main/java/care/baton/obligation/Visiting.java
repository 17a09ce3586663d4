package care.baton.obligation;

import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.outcome.Code;
import care.baton.time.BeforeVisits;
import care.baton.time.ServiceCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is owed before the next visits falls due with them. When visits are planned, made or cancelled, its due moves
 * to earlier or later, never beyond the latest instant that was fixed when it was opened.
 */
public final class Visiting {

    /** Why a due moved: a visit was reported. */
    public static final Code VISIT_REPORTED = Code.of("visit-reported");

    private Visiting() {}

    /**
     * Whose due moves when the visits that are known change.
     *
     * @param obligations what is owed so far
     * @param before the starts of the visits that were known, in any order
     * @param after the starts of those that are known now, in any order
     * @param at when that was reported, by the host's clock
     * @param calendar the service's calendar
     * @return what happens, each with its new due; nothing for what the change does not concern
     */
    public static List<ObligationEvent> moved(
            Obligations obligations, List<Instant> before, List<Instant> after, Instant at, ServiceCalendar calendar) {
        return obligations.open().stream()
                .flatMap(o -> o.visits().flatMap(rule -> moved(o, rule, before, after, at, calendar)).stream())
                .toList();
    }

    /** For as long as its clock has stood still it falls due later, as everything else does. */
    private static Optional<ObligationEvent> moved(
            Obligation o,
            BeforeVisits rule,
            List<Instant> before,
            List<Instant> after,
            Instant at,
            ServiceCalendar calendar) {
        Instant resolved = rule.due(o.since(), calendar, after);
        Instant later = resolved.plus(o.stood());
        Instant due = o.latest().filter(later::isAfter).orElse(later);
        if (resolved.equals(rule.due(o.since(), calendar, before)) || due.equals(o.due())) {
            return Optional.empty();
        }
        return Optional.of(new DueMoved(o.key(), due, Lateness.next(o, due, at, calendar), VISIT_REPORTED));
    }
}
