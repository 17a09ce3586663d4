package care.baton.escalation;

import care.baton.obligation.Key;
import care.baton.obligation.Level;
import care.baton.obligation.Next;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.Obligations;
import care.baton.obligation.Opening;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.outcome.Draft;
import care.baton.time.Horizon;
import care.baton.time.ServiceCalendar;
import care.baton.time.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What falls due with time. However late or often it is asked, each level is raised once, at the
 * instant at which it fell due.
 */
public final class Escalation {

    /** The kind of the obligation that a raised level opens. */
    public static final Code ESCALATION = Code.of("escalation");

    /** What would fall due at the end of the horizon is past all hearing. */
    private static final Instant BEFORE_THE_END = Horizon.LATEST.minusNanos(1);

    private Escalation() {}

    /**
     * Everything that has fallen due by an instant.
     *
     * @param obligations what is owed so far
     * @param now the host's clock
     * @param calendar the service's calendar
     * @return what happened, in the order in which it first fell due; nothing when nothing did
     */
    public static List<ObligationEvent> due(Obligations obligations, Instant now, ServiceCalendar calendar) {
        Instant until = now.isBefore(Horizon.LATEST) ? now : BEFORE_THE_END;
        Draft<Obligations, ObligationEvent> draft = new Draft<>(obligations, Obligations::evolve);
        for (Optional<Next> next = obligations.next();
                next.isPresent() && !next.get().at().isAfter(until);
                next = draft.state().next()) {
            Next due = next.get();
            draft.state().get(due.key()).ifPresent(late -> raise(draft, late, due.at(), until, calendar));
        }
        return draft.events();
    }

    private static void raise(
            Draft<Obligations, ObligationEvent> draft,
            Obligation late,
            Instant at,
            Instant now,
            ServiceCalendar calendar) {
        List<Level> levels = late.route().levels();
        int raised = late.raised();
        if (raised >= levels.size()) {
            Slots slots = late.route().repeat().passed(at, now, calendar);
            draft.add(new LevelRaised(late.key(), raised, slots.last(), slots.count(), slots.next()));
            return;
        }
        Level level = levels.get(raised);
        Instant next = raised + 1 < levels.size()
                ? notBefore(at, Horizon.plus(late.due(), levels.get(raised + 1).after()))
                : late.route().repeat().due(at, calendar);
        draft.add(new LevelRaised(late.key(), raised + 1, at, 1, next));
        draft.addAll(opening(late, level, raised + 1, at, calendar).on(draft.state(), at));
    }

    private static Instant notBefore(Instant at, Instant level) {
        return level.isBefore(at) ? at : level;
    }

    private static Opening opening(Obligation late, Level level, int number, Instant at, ServiceCalendar calendar) {
        Key key = new Key(
                late.key().cause(),
                ESCALATION,
                late.key().kind() + ":" + late.key().subject() + ":" + number,
                late.key().occurrence());
        return new Opening(
                key,
                Optional.of(late.key()),
                level.to(),
                late.owedTo(),
                level.within().due(at, calendar),
                Optional.empty(),
                Duration.ZERO,
                Route.reminder(late.route().repeat()),
                List.of(),
                Optional.empty());
    }
}
