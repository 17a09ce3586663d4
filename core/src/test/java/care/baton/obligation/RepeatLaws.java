package care.baton.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationResumed;
import care.baton.obligation.Story.Step;
import care.baton.time.DueRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What comes again: reminders after the last level, and what is owed each day or each week. Counted one by one. */
final class RepeatLaws {

    /** Beyond so many slots one by one would take too long. */
    private static final long MOST = 3_000;

    private RepeatLaws() {}

    /** Steps through the events, each with what was owed just before it. */
    private static void each(Step step, BiConsumer<Obligations, ObligationEvent> law) {
        Obligations state = step.before();
        for (ObligationEvent event : step.events()) {
            law.accept(state, event);
            state = state.evolve(event);
        }
    }

    /** The slots from the first to an instant, stepped over one by one; nothing when there are too many. */
    private static Optional<List<Instant>> slots(DueRule rule, Instant first, Instant until) {
        List<Instant> slots = new ArrayList<>();
        for (Instant slot = first; !slot.isAfter(until); slot = rule.due(slot, Story.CALENDAR)) {
            slots.add(slot);
            if (slots.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(slots);
    }

    /** Time alone opens one thing for each level that is raised, and nothing for a reminder. */
    static void remindersOpenNothing(Step step) {
        if (step.move().isEmpty()) {
            long[] levels = {0};
            each(step, (state, event) -> {
                if (event instanceof LevelRaised e
                        && e.level() > state.get(e.key()).orElseThrow().raised()) {
                    levels[0]++;
                }
            });
            assertThat(step.events().stream().filter(ObligationOpened.class::isInstance))
                    .hasSize((int) levels[0]);
        }
    }

    /** Reminders that fell together are one event with their count, at the last of their slots. */
    static void remindersAreCounted(Step step) {
        each(step, (state, event) -> {
            if (event instanceof LevelRaised e
                    && e.level() == state.get(e.key()).orElseThrow().raised()) {
                Obligation late = state.get(e.key()).orElseThrow();
                DueRule rule = late.route().repeat();
                slots(rule, late.next(), step.now()).ifPresent(slots -> {
                    Instant last = slots.get(slots.size() - 1);
                    assertThat(e.count()).isEqualTo(slots.size());
                    assertThat(e.at()).isEqualTo(last);
                    assertThat(e.next()).isEqualTo(rule.due(last, Story.CALENDAR));
                });
            }
        });
    }

    /** What comes round is owed once at a time. */
    static void oneAtATime(Obligations state) {
        List<List<String>> open = state.open().stream()
                .filter(o -> o.each().isPresent())
                .map(o ->
                        List.of(o.key().cause(), o.key().kind().value(), o.key().subject()))
                .toList();
        assertThat(open).doesNotHaveDuplicates();
    }

    /** Once done it is owed anew in the same step, for a slot that lies ahead, with those that were missed counted. */
    static void comesRound(Step step) {
        each(step, (state, event) -> {
            if (event instanceof ObligationDischarged e) {
                Obligation done = state.get(e.key()).orElseThrow();
                Optional<Obligation> again = step.after().get(done.key().again());
                boolean serves = done.parent()
                        .map(p -> step.after().get(p).filter(Obligation::isOpen).isPresent())
                        .orElse(true);
                assertThat(again.isPresent()).isEqualTo(done.each().isPresent() && serves);
                again.ifPresent(next -> follows(done, next, step.now()));
            }
        });
    }

    private static void follows(Obligation done, Obligation next, Instant now) {
        DueRule rule = done.each().orElseThrow();
        assertThat(next.since()).isEqualTo(now);
        assertThat(next.due()).isAfter(now).isAfter(done.due());
        assertThat(next.holder()).isEqualTo(done.holder());
        assertThat(next.owedTo()).isEqualTo(done.owedTo());
        assertThat(next.each()).contains(rule);
        slots(rule, done.due(), now)
                .ifPresent(missed -> assertThat(next.missed()).isEqualTo(done.missed() + missed.size()));
    }

    /** When a clock goes on, the levels that are left stand as far after the new due as after the old. */
    static void levelsMove(Step step) {
        each(step, (state, event) -> {
            if (event instanceof ObligationResumed e) {
                Obligation waiter = state.get(e.key()).orElseThrow();
                List<Level> levels = waiter.route().levels();
                if (waiter.raised() < levels.size()) {
                    Instant level = e.due().plus(levels.get(waiter.raised()).after());
                    assertThat(e.next()).isEqualTo(level.isBefore(e.at()) ? e.at() : level);
                } else {
                    assertThat(e.next()).isAfterOrEqualTo(e.at()).isAfterOrEqualTo(e.due());
                }
                assertThat(step.after().get(e.key()).orElseThrow().raised()).isEqualTo(waiter.raised());
            }
        });
    }
}
