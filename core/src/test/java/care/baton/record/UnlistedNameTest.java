package care.baton.record;

import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import care.baton.handoff.Answer;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.outcome.Sentences;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Holds;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.time.Stamp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A name that no definition lists is a slip of the pen: it is refused, with the names that may have been meant. */
class UnlistedNameTest {

    private final RecordFixture run = HomeStart.run();

    @Test
    void aWarningThatNoDefinitionListsIsRefusedSinceNoGateWouldEverStopForIt() {
        Refusal refusal = refused(run, NURSE, new RaiseFlag(Code.of("falls-risk")));

        assertThat(refusal.code()).isEqualTo(Reason.NAME_UNKNOWN);
        assertThat(refusal.path()).isEqualTo("flags/falls-risk");
        assertThat(refusal.names().get(0)).isEqualTo(FALLS);
        assertThat(Sentences.english().of(refusal)).contains("fall-risk, ");
        run.when(NURSE, new RaiseFlag(FALLS)).thenApplied();
    }

    @Test
    void aFieldThatNoDefinitionListsIsRefusedSinceNoGateWouldEverReadIt() {
        Refusal refusal = refused(run, NURSE, says(Code.of("routine")));

        assertThat(refusal.code()).isEqualTo(Reason.NAME_UNKNOWN);
        assertThat(refusal.path()).isEqualTo("facts/routine");
        assertThat(refusal.names().get(0)).isEqualTo(ROUTINES);
        run.when(NURSE, says(ROUTINES)).thenApplied();
    }

    @Test
    void whatARunWillAskForCanBeRecordedBeforeItIsOpen() {
        HomeStart.record().when(NURSE, says(ROUTINES)).thenApplied();
        HomeStart.record().when(NURSE, new RaiseFlag(FALLS)).thenApplied();
        HomeStart.record().when(NURSE, says(Code.of("routine"))).thenRefused(Reason.NAME_UNKNOWN);
    }

    @Test
    void whereTheDefinitionOfARunIsGoneThatIsWhatIsWrong() {
        Rulebook without = new Rulebook(List.of(), HomeStart.CALENDAR);
        Act act = Act.of(CommandId.of("later"), NURSE, Stamp.at(START));

        assertThat(run.record()
                        .would(says(ROUTINES), act, Salt.of(new byte[16]), without)
                        .refusals())
                .containsExactly(Refusal.of(Reason.DEFINITION_UNKNOWN, "runs/" + RUN + "/pathway"));
    }

    @Test
    void aReasonOrATopicThatIsNotListedNamesTheNearest() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        Refusal reason =
                refused(run, INTAKE, answer(1, new Answer.Decline(Code.of("outside-of-area"), Sensitive.none())));
        Refusal topic = refused(
                run,
                FUNDER,
                TakeDecision.builder()
                        .run(RUN)
                        .topic(Code.of("hour"))
                        .decision(Code.of("more"))
                        .note(Sensitive.none())
                        .build());

        assertThat(reason.code()).isEqualTo(Reason.REASON_NOT_LISTED);
        assertThat(reason.names().get(0)).isEqualTo(Code.of("outside-area"));
        assertThat(topic.code()).isEqualTo(Reason.TOPIC_UNKNOWN);
        assertThat(topic.names().get(0)).isEqualTo(Code.of("hours"));
    }

    @Test
    void whatFitsTheFieldOfNeitherOfTwoRunsIsRefusedOnceWithAllThatItMayBeLinkedTo() {
        List<Code> effects = List.of(FALLS, Code.of("medication-error"));
        Pathway counts = Altered.with(
                HomeStart.pathway(), "stages/0/fields/0/need/holds", Optional.of(new Holds.Linked(effects)));
        RecordFixture both = RecordFixture.of(
                        RecordId.of("record-1"), new Rulebook(List.of(counts), HomeStart.CALENDAR), START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1))
                .given(PLANNER, new OpenRun(Code.of("run-2"), Code.of("home-start"), 1));

        assertThat(refused(both, NURSE, says(ROUTINES)))
                .isEqualTo(Refusal.of(Reason.NAME_UNKNOWN, "facts/routines").instead(effects));
    }

    private static Refusal refused(RecordFixture run, Holder by, RecordCommand command) {
        Act act = Act.of(CommandId.of("would"), by, Stamp.at(run.now()));
        List<Refusal> refusals = run.record()
                .would(command, act, Salt.of(new byte[16]), run.rules())
                .refusals();
        assertThat(refusals).hasSize(1);
        return refusals.get(0);
    }
}
