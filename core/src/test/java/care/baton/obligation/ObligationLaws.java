package care.baton.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.escalation.Escalation;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.obligation.ObligationEvent.ObligationReplaced;
import care.baton.obligation.ObligationEvent.ObligationResumed;
import care.baton.obligation.Story.Step;
import care.baton.party.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What holds of every obligation, as plain checks on one step or one state. */
final class ObligationLaws {

    private ObligationLaws() {}

    static void heldByOne(Obligation o) {
        var spells = o.tenure().spells();
        assertThat(spells).isNotEmpty();
        assertThat(o.tenure().holderAt(o.since())).isPresent();
        for (int i = 1; i < spells.size(); i++) {
            assertThat(spells.get(i).from()).isAfterOrEqualTo(spells.get(i - 1).from());
        }
        assertThat(o.tenure().holderAt(spells.get(spells.size() - 1).from())).contains(o.holder());
    }

    /** Nothing but a change of holder changes the holder. */
    static void heldUntilPassed(Step step) {
        Obligations state = step.before();
        for (ObligationEvent event : step.events()) {
            Obligations after = state.evolve(event);
            for (Obligation o : Story.all(state)) {
                Holder then = after.get(o.key()).orElseThrow().holder();
                if (event instanceof HolderChanged e && e.key().equals(o.key())) {
                    assertThat(then).isEqualTo(e.to());
                } else {
                    assertThat(then).isEqualTo(o.holder());
                }
            }
            state = after;
        }
    }

    /** What comes next is the earliest of all that runs; after time went on, it lies ahead. */
    static void nextIsTheEarliest(Step step) {
        Optional<Next> earliest = step.after().open().stream()
                .filter(o -> !o.isSuspended())
                .map(o -> new Next(o.next(), o.key()))
                .min(Next::compareTo);
        assertThat(step.after().next()).isEqualTo(earliest);
        if (step.move().isEmpty()) {
            earliest.ifPresent(next -> assertThat(next.at()).isAfter(step.now()));
        }
    }

    /** Whatever waits comes, along what it waits for, to something open whose clock runs; never to its own role. */
    static void waitsForWhatRuns(Obligations state, Obligation waiter) {
        for (Key by : waiter.suspendedBy()) {
            Obligation other = state.get(by).orElseThrow();
            assertThat(other.isOpen()).isTrue();
            assertThat(other.holder().sameRole(waiter.holder())).isFalse();
        }
        var met = new TreeSet<Key>();
        List<Key> ahead = new ArrayList<>(waiter.suspendedBy());
        while (!ahead.isEmpty()) {
            Key key = ahead.remove(0);
            assertThat(key).isNotEqualTo(waiter.key());
            if (met.add(key)) {
                ahead.addAll(state.get(key).orElseThrow().suspendedBy());
            }
        }
    }

    static void timeEndsNothing(Step step) {
        if (step.move().isEmpty()) {
            assertThat(step.after().ended()).isEqualTo(step.before().ended());
            assertThat(step.after().open())
                    .extracting(Obligation::key)
                    .containsAll(
                            step.before().open().stream().map(Obligation::key).toList());
        }
        for (Obligation ended : step.before().ended()) {
            assertThat(step.after().get(ended.key())).contains(ended);
        }
    }

    static boolean ends(ObligationEvent event) {
        return event instanceof ObligationDischarged
                || event instanceof ObligationReleased
                || event instanceof ObligationReplaced;
    }

    /** When time has gone on, every level that is due has been raised, and whose it was has stayed so. */
    static void lateIsHeard(Step step) {
        if (step.move().isPresent()) {
            return;
        }
        for (Obligation before : step.before().open()) {
            Obligation after = step.after().get(before.key()).orElseThrow();
            assertThat(after.tenure()).isEqualTo(before.tenure());
            assertThat(after.due()).isEqualTo(before.due());
            long due = before.route().levels().stream()
                    .filter(l -> !before.due().plus(l.after()).isAfter(step.now()))
                    .count();
            boolean putBack = step.now().isBefore(before.notBefore(step.now()));
            if (!before.isSuspended() && !putBack) {
                assertThat((long) after.raised()).isEqualTo(Math.max(before.raised(), due));
            }
        }
    }

    /** A level is raised once, in its turn, and the role whose turn it is owes something from then on. */
    static void eachLevelOnce(Step step) {
        Obligations state = step.before();
        for (ObligationEvent event : step.events()) {
            if (event instanceof LevelRaised e) {
                Obligation late = state.get(e.key()).orElseThrow();
                boolean last = late.raised() == late.route().levels().size();
                assertThat(e.level()).isEqualTo(last ? late.raised() : late.raised() + 1);
                assertThat(e.next()).isAfterOrEqualTo(e.at());
                assertThat(e.at()).isAfterOrEqualTo(late.since());
                if (!last) {
                    assertThat(e.count()).isEqualTo(1);
                    heard(late, e, step.after());
                }
            }
            state = state.evolve(event);
        }
    }

    private static void heard(Obligation late, LevelRaised e, Obligations after) {
        Level level = late.route().levels().get(e.level() - 1);
        List<Obligation> opened = after.openChildren(late.key()).stream()
                .filter(o -> o.key().kind().equals(Escalation.ESCALATION))
                .filter(o -> o.key().subject().endsWith(":" + e.level()))
                .filter(o -> o.since().equals(e.at()))
                .toList();
        assertThat(opened).hasSize(1);
        assertThat(opened.get(0).holder()).isEqualTo(level.to());
    }

    /** Running and standing still make up the whole: the due is the first due and what the clock stood. */
    static void ownClock(Obligation o, Instant firstDue) {
        if (o.least().isZero()) {
            assertThat(o.due()).isEqualTo(firstDue.plus(o.stood()));
        } else {
            assertThat(o.due()).isAfterOrEqualTo(firstDue.plus(o.stood()));
        }
    }

    /** A change of holder moves no clock but of what goes on because of it. */
    static void noRestart(Step step) {
        boolean passed = step.events().stream().anyMatch(HolderChanged.class::isInstance);
        for (Obligation before : passed ? step.before().open() : List.<Obligation>of()) {
            Obligation after = step.after().get(before.key()).orElseThrow();
            assertThat(after.raised()).isEqualTo(before.raised());
            assertThat(after.since()).isEqualTo(before.since());
            if (step.events().stream()
                    .noneMatch(e -> e instanceof ObligationResumed && e.key().equals(before.key()))) {
                assertThat(after.due()).isEqualTo(before.due());
                assertThat(after.next()).isEqualTo(before.next());
            }
        }
    }

    /** What is resumed has at least its minimum, and never less than what was left. */
    static void leavesWhatWasLeft(Step step) {
        Obligations state = step.before();
        for (ObligationEvent event : step.events()) {
            if (event instanceof ObligationResumed e) {
                Obligation waiter = state.get(e.key()).orElseThrow();
                Duration left = Duration.between(waiter.suspendedAt().orElseThrow(), waiter.due());
                Duration given = Duration.between(e.at(), e.due());
                assertThat(given).isGreaterThanOrEqualTo(left);
                assertThat(waiter.least().isZero() || given.compareTo(waiter.least()) >= 0)
                        .isTrue();
                assertThat(given.equals(left) || given.equals(waiter.least())).isTrue();
            }
            state = state.evolve(event);
        }
    }

    /** Whatever serves something serves something open; what ended with its parent says so. */
    static void noOrphan(Step step) {
        for (Obligation o : step.after().open()) {
            o.parent()
                    .flatMap(step.after()::get)
                    .ifPresent(p -> assertThat(p.isOpen()).isTrue());
        }
        for (Obligation before : step.before().open()) {
            Obligation after = step.after().get(before.key()).orElseThrow();
            if (after.standing() instanceof Standing.Replaced replaced) {
                assertThat(step.after().isOpen(replaced.by())).isTrue();
            }
            boolean servedEnded = before.parent()
                    .flatMap(step.after()::get)
                    .filter(p -> !p.isOpen())
                    .isPresent();
            if (servedEnded && after.isOpen()) {
                assertThat(after.parent()).isNotEqualTo(before.parent());
                assertThat(after.tenure()).isEqualTo(before.tenure());
            } else if (servedEnded && after.standing() instanceof Standing.Released released) {
                assertThat(released.reason()).isIn(Ending.PARENT_ENDED, Story.DONE_WITH);
            }
        }
    }

    static void openedOnce(List<ObligationEvent> events) {
        List<Key> opened = events.stream()
                .filter(ObligationOpened.class::isInstance)
                .map(ObligationEvent::key)
                .toList();
        assertThat(opened).doesNotHaveDuplicates();
        List<Key> ended = events.stream()
                .filter(ObligationLaws::ends)
                .map(ObligationEvent::key)
                .toList();
        assertThat(ended).doesNotHaveDuplicates();
    }

    /** No gap, no overlap, and the two clocks make up the whole. */
    static void partition(Obligations state, Obligation o, Instant now) {
        Instant end = o.endedAt().filter(e -> e.isBefore(now)).orElse(now);
        List<Charge> charges = Waited.on(state, o.key(), now);
        Instant at = o.since();
        for (Charge charge : charges) {
            assertThat(charge.from()).isEqualTo(at);
            assertThat(charge).isEqualTo(WaitedOracle.at(state, o, charge));
            at = charge.until();
        }
        Instant covered = end.isAfter(o.since()) ? end : o.since();
        assertThat(at).isEqualTo(covered);
        Duration standing = o.stood()
                .plus(o.suspendedAt().map(s -> Duration.between(s, covered)).orElse(Duration.ZERO));
        if (!now.isBefore(o.notBefore(Instant.MIN))) {
            assertThat(Waited.running(charges, o.key()).plus(standing)).isEqualTo(Duration.between(o.since(), covered));
        }
    }
}
