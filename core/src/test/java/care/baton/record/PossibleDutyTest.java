package care.baton.record;

import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationCarried;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.obligation.ObligationEvent.ObligationReplaced;
import care.baton.obligation.ObligationEvent.ObligationResumed;
import care.baton.obligation.ObligationEvent.ObligationSuspended;
import care.baton.obligation.ObligationEvent.SuspensionLifted;
import care.baton.obligation.ObligationEvent.TermsChanged;
import care.baton.obligation.Obligations;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.time.BeforeVisits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can have become next of what is owed, one thing changed at a time. */
class PossibleDutyTest {

    private static final Instant NOW = START.plus(Duration.ofHours(2));
    private static final Instant BEFORE = START.minusNanos(1);
    private static final Instant AFTER = NOW.plusNanos(1);
    private static final Instant DUE = START.plus(Duration.ofHours(4));
    private static final Code WHY = Code.of("why");
    private static final Key DUTY = key("duty");
    private static final Key OTHER = key("other");
    private static final Key THIRD = key("third");
    private static final Key ENDED = key("ended");
    private static final Key UNKNOWN = key("unknown");
    private static final Key VISITED = key("visited");
    private static final Route ROUTE = Route.reminder(HomeStart.hours(24));

    /** Three duties, one that has ended, and one whose due moves with visits and is no later than in four hours. */
    private static final Obligations OWED = owed(
            opened(DUTY, Optional.empty(), START, DUE, DUE),
            opened(OTHER, Optional.empty(), START, DUE, DUE),
            opened(THIRD, Optional.empty(), START, DUE, DUE),
            opened(ENDED, Optional.empty(), START, DUE, DUE),
            new ObligationDischarged(ENDED, START),
            visited(Optional.of(DUE)));

    private static final Obligations WAITING = OWED.evolve(new ObligationSuspended(DUTY, OTHER, NOW));
    private static final Obligations TWICE = WAITING.evolve(new ObligationSuspended(DUTY, THIRD, NOW));

    @Test
    void aDutyIsOpenedOnceAndUnderOneThatIsOpen() {
        assertThat(can(opened(UNKNOWN, Optional.empty(), START, DUE, DUE))).isTrue();
        assertThat(can(opened(DUTY, Optional.empty(), START, DUE, DUE))).isFalse();
        assertThat(can(opened(ENDED, Optional.empty(), START, DUE, DUE))).isFalse();
        assertThat(can(opened(UNKNOWN, Optional.of(DUTY), START, DUE, DUE))).isTrue();
        assertThat(can(opened(UNKNOWN, Optional.of(ENDED), START, DUE, DUE))).isFalse();
        assertThat(can(opened(UNKNOWN, Optional.of(UNKNOWN), START, DUE, DUE))).isFalse();
    }

    @Test
    void itBeginsNoLaterThanNowAndEndsNoEarlierThanItBegins() {
        assertThat(can(opened(UNKNOWN, Optional.empty(), NOW, NOW, NOW))).isTrue();
        assertThat(can(opened(UNKNOWN, Optional.empty(), AFTER, DUE, DUE))).isFalse();
        assertThat(can(opened(UNKNOWN, Optional.empty(), START, BEFORE, START))).isFalse();
        assertThat(can(opened(UNKNOWN, Optional.empty(), START, START, BEFORE))).isFalse();
    }

    @Test
    void onlyWhatThePartiesNameThemselvesMayHaveBeenDueBeforeItWasOwed() {
        for (Code kind : List.of(Kinds.MEET, Kinds.FOLLOW_UP)) {
            assertThat(can(opened(Key.of("cause", kind, "it"), Optional.empty(), START, BEFORE, START)))
                    .isTrue();
            assertThat(can(opened(Key.of("cause", kind, "it"), Optional.empty(), START, BEFORE, BEFORE)))
                    .isFalse();
        }
    }

    @Test
    void nothingHappensToWhatIsUnknownOrHasEnded() {
        for (Key key : List.of(UNKNOWN, ENDED)) {
            assertThat(can(new ObligationDischarged(key, NOW))).isFalse();
            assertThat(can(new ObligationReleased(key, NOW, WHY))).isFalse();
            assertThat(can(new HolderChanged(key, INTAKE, NOW, WHY))).isFalse();
            assertThat(can(new LevelRaised(key, 1, NOW, 1, DUE))).isFalse();
        }
        assertThat(can(new ObligationDischarged(DUTY, NOW))).isTrue();
        assertThat(can(new ObligationReleased(DUTY, NOW, WHY))).isTrue();
    }

    @Test
    void whatHappensIsNeitherBeforeTheLastThingThatDidNorToCome() {
        for (Instant at : List.of(BEFORE, AFTER)) {
            assertThat(can(new ObligationDischarged(DUTY, at))).isFalse();
            assertThat(can(new ObligationReleased(DUTY, at, WHY))).isFalse();
            assertThat(can(new ObligationReplaced(DUTY, at, OTHER))).isFalse();
            assertThat(can(new HolderChanged(DUTY, INTAKE, at, WHY))).isFalse();
            assertThat(can(new ObligationSuspended(DUTY, OTHER, at))).isFalse();
            assertThat(can(TWICE, new SuspensionLifted(DUTY, OTHER, at))).isFalse();
            assertThat(can(WAITING, new ObligationResumed(DUTY, OTHER, at, AFTER, AFTER)))
                    .isFalse();
        }
        assertThat(can(new LevelRaised(DUTY, 1, AFTER, 1, DUE))).isFalse();
    }

    @Test
    void itPassesToAnotherThanItsHolder() {
        assertThat(can(new HolderChanged(DUTY, INTAKE, NOW, WHY))).isTrue();
        assertThat(can(new HolderChanged(DUTY, PLANNER, NOW, WHY))).isFalse();
    }

    @Test
    void itWaitsForAnotherThatIsOpenAndForEachOnce() {
        assertThat(can(new ObligationSuspended(DUTY, OTHER, NOW))).isTrue();
        assertThat(can(new ObligationSuspended(DUTY, ENDED, NOW))).isFalse();
        assertThat(can(new ObligationSuspended(DUTY, DUTY, NOW))).isFalse();
        assertThat(can(WAITING, new ObligationSuspended(DUTY, OTHER, NOW))).isFalse();
        assertThat(can(WAITING, new ObligationSuspended(DUTY, THIRD, NOW))).isTrue();
    }

    @Test
    void oneOfSeveralIsLiftedAndTheLastOfThemLetsItGoOn() {
        assertThat(can(TWICE, new SuspensionLifted(DUTY, OTHER, NOW))).isTrue();
        assertThat(can(TWICE, new SuspensionLifted(DUTY, ENDED, NOW))).isFalse();
        assertThat(can(WAITING, new SuspensionLifted(DUTY, OTHER, NOW))).isFalse();
        assertThat(can(WAITING, new ObligationResumed(DUTY, OTHER, NOW, DUE, NOW)))
                .isTrue();
        assertThat(can(WAITING, new ObligationResumed(DUTY, THIRD, NOW, DUE, NOW)))
                .isFalse();
        assertThat(can(WAITING, new ObligationResumed(DUTY, OTHER, NOW, DUE, NOW.minusNanos(1))))
                .isFalse();
        assertThat(can(TWICE, new ObligationResumed(DUTY, OTHER, NOW, DUE, DUE)))
                .isFalse();
    }

    @Test
    void aLevelIsRaisedByOneAndAReminderRepeatsTheLast() {
        Obligations raised = OWED.evolve(new LevelRaised(DUTY, 1, NOW, 1, DUE));

        assertThat(can(new LevelRaised(DUTY, 1, NOW, 1, DUE))).isTrue();
        assertThat(can(new LevelRaised(DUTY, 1, NOW, 2, DUE))).isFalse();
        assertThat(can(new LevelRaised(DUTY, 2, NOW, 1, DUE))).isFalse();
        assertThat(can(new LevelRaised(DUTY, 0, NOW, 1, DUE))).isTrue();
        assertThat(can(new LevelRaised(DUTY, 0, NOW, 3, DUE))).isTrue();
        assertThat(can(new LevelRaised(DUTY, 0, NOW, 0, DUE))).isFalse();
        assertThat(can(raised, new LevelRaised(DUTY, 1, NOW, 1, DUE))).isTrue();
        assertThat(can(raised, new LevelRaised(DUTY, 0, NOW, 1, DUE))).isFalse();
        assertThat(can(WAITING, new LevelRaised(DUTY, 1, NOW, 1, DUE))).isFalse();
    }

    @Test
    void itIsCarriedByOrReplacedByAnotherThatIsOpen() {
        assertThat(can(new ObligationCarried(DUTY, OTHER))).isTrue();
        assertThat(can(new ObligationCarried(DUTY, ENDED))).isFalse();
        assertThat(can(new ObligationCarried(DUTY, DUTY))).isFalse();
        assertThat(can(new ObligationReplaced(DUTY, NOW, OTHER))).isTrue();
        assertThat(can(new ObligationReplaced(DUTY, NOW, ENDED))).isFalse();
        assertThat(can(new ObligationReplaced(DUTY, NOW, DUTY))).isFalse();
    }

    @Test
    void itsTermsChangeToATimeAfterItBeganAndNoLaterThanItsLatest() {
        BeforeVisits visits = new BeforeVisits(2, Duration.ofHours(4));

        assertThat(can(terms(START, Optional.empty(), Optional.empty()))).isTrue();
        assertThat(can(terms(BEFORE, Optional.empty(), Optional.empty()))).isFalse();
        assertThat(can(terms(DUE, Optional.of(DUE), Optional.of(visits)))).isTrue();
        assertThat(can(terms(DUE.plusNanos(1), Optional.of(DUE), Optional.of(visits))))
                .isFalse();
        assertThat(can(terms(DUE, Optional.empty(), Optional.of(visits)))).isFalse();
    }

    @Test
    void onlyADueThatFollowsVisitsMovesAndNotPastItsLatest() {
        Instant sooner = START.plus(Duration.ofHours(3));
        Obligations open = owed(visited(Optional.empty()));

        assertThat(can(new DueMoved(VISITED, sooner, sooner, WHY))).isTrue();
        assertThat(can(new DueMoved(VISITED, START, START, WHY))).isTrue();
        assertThat(can(new DueMoved(VISITED, BEFORE, sooner, WHY))).isFalse();
        assertThat(can(new DueMoved(VISITED, sooner, sooner.minusNanos(1), WHY)))
                .isFalse();
        assertThat(can(new DueMoved(VISITED, DUE, DUE, WHY))).isTrue();
        assertThat(can(new DueMoved(VISITED, DUE.plusNanos(1), DUE.plusNanos(1), WHY)))
                .isFalse();
        assertThat(can(new DueMoved(DUTY, sooner, sooner, WHY))).isFalse();
        assertThat(can(open, new DueMoved(VISITED, DUE.plusNanos(1), DUE.plusNanos(1), WHY)))
                .isTrue();
    }

    private static boolean can(ObligationEvent event) {
        return can(OWED, event);
    }

    private static boolean can(Obligations owed, ObligationEvent event) {
        return PossibleDuty.after(owed, event, NOW);
    }

    private static Obligations owed(ObligationEvent... events) {
        Obligations owed = Obligations.none();
        for (ObligationEvent event : events) {
            owed = owed.evolve(event);
        }
        return owed;
    }

    private static Key key(String subject) {
        return Key.of("cause", Code.of("duty"), subject);
    }

    private static TermsChanged terms(Instant due, Optional<Instant> latest, Optional<BeforeVisits> visits) {
        return new TermsChanged(DUTY, due, due, latest, visits, ROUTE, List.of());
    }

    private static ObligationOpened opened(Key key, Optional<Key> parent, Instant at, Instant due, Instant next) {
        return Listed.owed(key, PLANNER, parent, at, due, next);
    }

    private static ObligationOpened visited(Optional<Instant> latest) {
        return new ObligationOpened(
                VISITED,
                Optional.empty(),
                PLANNER,
                PLANNER,
                START,
                DUE,
                DUE,
                latest,
                Duration.ZERO,
                ROUTE,
                List.of(),
                Optional.empty(),
                0,
                Optional.of(new BeforeVisits(2, Duration.ofHours(4))));
    }
}
