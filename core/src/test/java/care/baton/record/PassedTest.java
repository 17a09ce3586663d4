package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.STAFF;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Ledger;
import care.baton.obligation.Ending;
import care.baton.obligation.Key;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.obligation.ObligationEvent.ObligationReplaced;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.RecordId;
import care.baton.record.Passed.Spell;
import care.baton.record.Passed.Taken;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.StageEntered;
import care.baton.record.RecordEvent.StageLeft;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run went through, as its entries tell it. */
class PassedTest {

    private static final Key CONFIRMED = Keys.duty(RUN, HOURS);
    private static final Key REVIEWED = Keys.duty(RUN, REVIEW);
    private static final Key STAFFED = Keys.duty(RUN, STAFF);
    private static final Instant LATER = START.plus(Duration.ofHours(3));

    @Test
    void whatIsDoneDroppedOrReplacedEndsInTheOrderOfItsEntries() {
        Passed passed = passed(
                List.of(new ObligationReleased(CONFIRMED, START, Ending.PARENT_ENDED)),
                List.of(new ObligationReplaced(REVIEWED, START, STAFFED)),
                List.of(new ObligationDischarged(STAFFED, START)));

        assertThat(passed.order(CONFIRMED)).isEqualTo(1);
        assertThat(passed.order(REVIEWED)).isEqualTo(2);
        assertThat(passed.order(STAFFED)).isEqualTo(3);
    }

    @Test
    void whatOnlyChangedHandsHasNotEndedAndStandsAfterAllEndings() {
        Passed passed = passed(List.of(new HolderChanged(CONFIRMED, FUNDER, START, Code.of("acknowledged"))));

        assertThat(passed.order(CONFIRMED)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whateverEndsWorkGivesRiseToWhatTheSameStepOpens() {
        assertThat(gaveRise(new ObligationDischarged(CONFIRMED, START))).isTrue();
        assertThat(gaveRise(new ObligationReleased(CONFIRMED, START, Ending.PARENT_ENDED)))
                .isTrue();
        assertThat(gaveRise(new ObligationReplaced(CONFIRMED, START, STAFFED))).isTrue();
        assertThat(gaveRise(new HolderChanged(CONFIRMED, FUNDER, START, Code.of("acknowledged"))))
                .isFalse();
    }

    @Test
    void whatAnotherStepOpensHasAnotherCause() {
        Passed passed = passed(List.of(new ObligationDischarged(CONFIRMED, START)), List.of(opened(REVIEWED)));

        assertThat(passed.gaveRiseTo(CONFIRMED, REVIEWED)).isFalse();
        assertThat(passed.gaveRiseTo(REVIEWED, CONFIRMED)).isFalse();
    }

    @Test
    void aStageLastsFromItsEntryUntilItIsLeftAndOtherRunsDoNotCount() {
        Code other = Code.of("run-9");
        Code refer = Code.of("refer");
        Passed passed = passed(
                List.of(new StageLeft(RUN, refer, START)),
                List.of(new StageEntered(RUN, refer, PLANNER, START)),
                List.of(new StageLeft(other, refer, START), new RunClosed(other, START)),
                List.of(new StageLeft(RUN, refer, LATER)));

        assertThat(passed.stages())
                .containsExactly(new Spell(
                        refer,
                        new Taken(START, 2, CommandId.of("step-1")),
                        Optional.of(new Taken(LATER, 5, CommandId.of("step-4")))));
        assertThat(passed.began()).isEmpty();
        assertThat(passed.closed()).isEmpty();
    }

    @Test
    void whatAStageOpensBeganWithItAndWhatWasOpenedEarlierOrByAnotherStepDidNot() {
        Code refer = Code.of("refer");
        Passed passed = passed(
                List.of(new StageEntered(RUN, refer, PLANNER, START)),
                List.of(opened(CONFIRMED)),
                List.of(new StageEntered(RUN, Code.of("prepare"), PLANNER, LATER), opened(REVIEWED)));

        assertThat(passed.beganWith(REVIEWED, LATER)).hasValue(1);
        assertThat(passed.beganWith(REVIEWED, START)).isEmpty();
        assertThat(passed.beganWith(CONFIRMED, LATER)).isEmpty();
    }

    @Test
    void aRunLastsFromItsOpeningUntilItIsClosed() {
        Passed passed = passed(
                List.of(new RunOpened(RUN, Code.of("home-start"), 1, Digest.of(new byte[] {2}))),
                List.of(new RunClosed(RUN, LATER)));

        assertThat(passed.began()).map(Entry::sequence).contains(1L);
        assertThat(passed.closed()).contains(LATER);
    }

    private static boolean gaveRise(ObligationEvent event) {
        return passed(List.of(event, opened(REVIEWED))).gaveRiseTo(CONFIRMED, REVIEWED);
    }

    private static ObligationOpened opened(Key key) {
        return Listed.owed(key, FUNDER, Optional.empty(), LATER);
    }

    /** The entries of one step after the other. */
    @SafeVarargs
    private static Passed passed(List<? extends Event>... steps) {
        Ledger ledger = Ledger.empty(RecordId.of("record-1"));
        List<Entry> entries = new ArrayList<>();
        for (List<? extends Event> step : steps) {
            Act act = Act.of(CommandId.of("step-" + entries.size()), PLANNER, Stamp.at(START));
            var taken = ledger.append(act, new AdvanceTime(), RecordWalk.salt(entries.size()), List.copyOf(step))
                    .orThrow();
            ledger = taken.state();
            entries.addAll(taken.events());
        }
        return new Passed(RUN, entries);
    }
}
