package care.baton.record;

import static care.baton.record.HomeStart.APPROVED;
import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.HoldWarmHandoff;
import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.ReportProgress;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Question;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happened to one action, line by line. */
class TimelineTest {

    private static final Key ACTION = new Key(HANDOFF.value(), Kinds.ACTION, "whole", 1);
    private static final Key WORK = Keys.duty(RUN, REVIEW);

    @Test
    void everyWordOfAHandoffIsALineOfItsAction() {
        RecordFixture run =
                HomeStart.run().given(NURSE, says(ROUTINES), says(RISKS)).given(PLANNER, offer(INTAKE));
        run.given(INTAKE, answer(1, new Answer.RequestClarification(List.of(Question.about(ROUTINES)))));
        run.given(PLANNER, in(new AnswerClarification(1, ROUTINES, Sensitive.of("at eight"), Optional.empty())));
        run.given(INTAKE, answer(1, new Answer.Accept()));
        run.given(INTAKE, in(new HoldWarmHandoff(PLANNER, INTAKE, run.now())));
        run.given(INTAKE, in(new ReportProgress(Sensitive.of("on the way"))));
        run.given(INTAKE, in(new StartAction()));
        run.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        run.given(PLANNER, in(new ValidateCompletion()));

        assertThat(lines(run, ACTION))
                .containsExactly(
                        "RESPONSIBILITY opened planner",
                        "DOCUMENTATION offered intake",
                        "DOCUMENTATION request-clarification",
                        "DOCUMENTATION clarified",
                        "DOCUMENTATION accept",
                        "RESPONSIBILITY accepted intake",
                        "DOCUMENTATION warm-handoff",
                        "DOCUMENTATION reported",
                        "DOCUMENTATION started",
                        "DOCUMENTATION completed",
                        "CLOSURE validated",
                        "CLOSURE discharged");
    }

    @Test
    void whatDoesNotFitWhatAServerSaysIsALineToo() {
        RecordFixture run = HomeStart.run().given(NURSE, says(ROUTINES));
        run.given(
                PLANNER,
                in(new OfferHandoff(
                        OfferKind.FIRM, INTAKE, HomeStart.ask(), Optional.empty(), Arbiter.SERVER, Optional.empty())));
        run.given(INTAKE, in(new NameDiscrepancy(1, Code.of("for-another-person"))));

        assertThat(lines(run, ACTION))
                .containsExactly(
                        "RESPONSIBILITY opened planner",
                        "DOCUMENTATION offered intake",
                        "DOCUMENTATION for-another-person");
    }

    @Test
    void whoHearsOfLatenessIsTheLevelsAndTheLastHearsAgain() {
        RecordFixture run = HomeStart.run().after(Duration.ofHours(40)).given(LEAD, new AdvanceTime());
        run.after(Duration.ofHours(24)).given(LEAD, new AdvanceTime());
        run.after(Duration.ofHours(24)).given(LEAD, new AdvanceTime());

        assertThat(lines(run, WORK))
                .containsExactly(
                        "RESPONSIBILITY opened lead",
                        "ESCALATION level-raised lead",
                        "ESCALATION level-raised funder",
                        "ESCALATION level-raised funder");
    }

    @Test
    void whateverTheWorkIsProvenByIsALineAndNothingElseIs() {
        RecordFixture run = RecordFixture.of(
                        RecordId.of("record-3"),
                        new Rulebook(
                                List.of(Altered.with(
                                        HomeStart.pathway(),
                                        "stages/0/duties/1/proof",
                                        List.of(
                                                new FieldNeed(ROUTINES, List.of(NURSE.role()), Grade.RECORDED, true),
                                                new ApprovalNeed(APPROVED, List.of(LEAD.role()), List.of(FALLS))))),
                                HomeStart.CALENDAR),
                        START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1))
                .given(LEAD, new GrantWaiver(RUN, ROUTINES, Code.of("chart-down"), START.plusSeconds(60)))
                .after(Duration.ofHours(1))
                .given(LEAD, new AdvanceTime())
                .given(NURSE, new RaiseFlag(FALLS), says(RISKS), says(ROUTINES))
                .given(LEAD, new Approve(APPROVED, List.of(new Covered(FALLS, 1))), new Fulfil(WORK));

        assertThat(lines(run, WORK))
                .containsExactly(
                        "RESPONSIBILITY opened lead",
                        "DOCUMENTATION routines",
                        "DOCUMENTATION routines",
                        "DOCUMENTATION routines",
                        "DOCUMENTATION risk-approval",
                        "CLOSURE discharged");
    }

    private static List<String> lines(RecordFixture run, Key key) {
        return run.record().timeline().of(key).stream()
                .map(m -> m.aspect() + " " + m.what()
                        + m.to().map(h -> " " + h.role()).orElse(""))
                .toList();
    }
}
