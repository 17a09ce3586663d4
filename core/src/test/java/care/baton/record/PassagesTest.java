package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.OTHER_INTAKE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Condition;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.ReportProgress;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Shown;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.record.Moment.Aspect;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The handoffs of a pathway and the timeline of an action. */
class PassagesTest {

    private static final List<Input> REPORT = List.of(new Input(Code.of("report"), Sensitive.of("well")));

    private static final Key ACTION = Key.of(HANDOFF.value(), Kinds.ACTION, "whole");

    private final RecordFixture run = HomeStart.run().given(NURSE, says(ROUTINES));

    @Test
    @Requirement({"GOV-51", "GOV-52", "GOV-53"})
    void everyHandoffIsThereWithItsStageFromWhomToWhomAndWhenAndNothingConfirmsItYet() {
        run.given(PLANNER, offer(OTHER_INTAKE));
        hours(3).given(OTHER_INTAKE, answer(1, new Answer.Decline(Code.of("outside-area"), Sensitive.none())));
        hours(1).given(PLANNER, offer(INTAKE));
        hours(2).given(INTAKE, answer(2, new Answer.Accept()));

        List<Passage> lines = run.record().handoffs().of(RUN);
        assertThat(lines).extracting(Passage::to).containsExactly(OTHER_INTAKE, INTAKE);
        assertThat(lines).extracting(p -> p.from().role()).containsOnly(PLANNER.role());
        assertThat(lines).extracting(p -> p.stage().orElseThrow()).containsOnly(Code.of("refer"));
        assertThat(lines).extracting(Passage::offeredAt).containsExactly(at(0), at(4));
        assertThat(lines.get(0).endedAt()).contains(at(3));
        assertThat(lines.get(0).takenAt()).isEmpty();
        assertThat(lines.get(1).takenAt()).contains(at(6));
        assertThat(lines).extracting(Passage::confirmation).allMatch(c -> c.isEmpty());
        for (int hour = 0; hour < 8; hour++) {
            assertThat(run.record().work().ownerAt(HANDOFF, at(hour)).map(Holder::role))
                    .contains(hour < 6 ? PLANNER.role() : INTAKE.role());
        }
    }

    @Test
    @Requirement("GOV-53")
    void whatConfirmsCompletionIsWhatCameBackAndWhoSaidThatItIsThat() {
        accepted();
        run.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        hours(5).given(NURSE, says(HomeStart.RISKS)).given(PLANNER, in(new ValidateCompletion()));

        assertThat(run.record().handoffs().of(RUN).get(0).confirmation())
                .contains(new Confirmation(PLANNER, at(5), List.of(Code.of("report"))));
        assertThat(run.record().handoffs().of(RUN).get(0).stall()).isEmpty();
    }

    @Test
    void whatCameBackOnlyAfterTheSenderHadTakenTheRestConfirmsItToo() {
        OfferHandoff elsewhere = new OfferHandoff(
                OfferKind.FIRM,
                INTAKE,
                HomeStart.ask(),
                Optional.empty(),
                Arbiter.SERVER,
                Optional.empty(),
                Optional.empty());
        for (boolean later : new boolean[] {true, false}) {
            RecordFixture read = HomeStart.run()
                    .given(NURSE, says(ROUTINES), says(HomeStart.RISKS))
                    .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                    .given(LEAD, new Fulfil(Keys.duty(RUN, HomeStart.REVIEW)))
                    .given(PLANNER, in(elsewhere))
                    .given(INTAKE, answer(1, new Answer.Accept()), in(new ConfirmDecision(1)))
                    .given(INTAKE, in(new CompleteAction(later ? List.of() : REPORT)))
                    .given(PLANNER, in(new TakeBack()));
            if (later) {
                read.given(INTAKE, in(new CompleteAction(REPORT)));
            }
            read.given(PLANNER, in(new ValidateCompletion()));

            assertThat(read.record().handoffs().of(RUN).get(0).confirmation().orElseThrow())
                    .isEqualTo(new Confirmation(PLANNER, START, List.of(Code.of("report"))));
        }
    }

    @Test
    @Requirement("GOV-53")
    void workThatHasBegunHasNotEndedAndWhatNobodyTookEndsNoPassage() {
        accepted();
        hours(1).given(INTAKE, in(new StartAction()));
        assertThat(run.record().handoffs().of(RUN).get(0).endedAt()).isEmpty();
        hours(1).given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        assertThat(run.record().handoffs().of(RUN).get(0).endedAt()).isEmpty();

        RecordFixture wrong = HomeStart.run().given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        wrong.given(PLANNER, in(new MarkInError(Code.of("other-person"))));
        assertThat(wrong.record().handoffs().of(RUN))
                .singleElement()
                .satisfies(p -> assertThat(p.takenAt()).isEmpty());
        assertThat(wrong.record().handoffs().of(RUN).get(0).confirmation()).isEmpty();
    }

    @Test
    @Requirement("GOV-54")
    void ifItStallsNowTheFirstToHearIsNamedWithTheInstant() {
        run.given(PLANNER, offer(INTAKE));

        assertThat(run.record().handoffs().of(RUN).get(0).stall().orElseThrow())
                .satisfies(s -> assertThat(s.to().role()).isEqualTo(LEAD.role()))
                .satisfies(s -> assertThat(s.at()).isEqualTo(at(24)));
        assertThat(run.record().work().ownerAt(HANDOFF, run.now()).map(Holder::role))
                .contains(PLANNER.role());
    }

    @Test
    @Requirement("HND-48")
    void theOneWhoAskedSeesHowItGoes() {
        run.given(PLANNER, offer(INTAKE));
        assertThat(progress().shown()).contains(Shown.AWAITING);
        assertThat(progress().reported()).isEmpty();
        hours(1).given(INTAKE, answer(1, new Answer.Accept()), in(new StartAction()));
        hours(4).given(INTAKE, in(new ReportProgress(Sensitive.of("walks with a frame"))));

        Progress progress = progress();
        assertThat(progress.course()).isEqualTo(Course.STARTED);
        assertThat(progress.owner()).contains(INTAKE);
        assertThat(progress.reported().orElseThrow().at()).isEqualTo(at(5));
        assertThat(progress.nextReport()).isPresent();
        assertThat(progress.toString()).isEqualTo("Progress[STARTED]");
        assertThat(run.record().handoffs().progress(HandoffId.of("handoff-9"), run.now()))
                .isEmpty();
    }

    @Test
    void whatIsWithdrawnHasEndedWithoutAnAnswer() {
        run.given(PLANNER, offer(INTAKE));
        hours(2).given(PLANNER, in(new WithdrawOffer(1, Code.of("plan-changed"))));

        Passage line = run.record().handoffs().of(RUN).get(0);
        assertThat(line.endedAt()).contains(at(2));
        assertThat(line.answeredAt()).isEmpty();
    }

    @Test
    void whatIsGivenBackHasEndedForTheOneWhoTookIt() {
        accepted();
        hours(2).given(INTAKE, in(new GiveBack(Code.of("capacity-lost"))));
        hours(1).given(PLANNER, in(new TakeBack()));

        Passage line = run.record().handoffs().of(RUN).get(0);
        assertThat(line.endedAt()).contains(at(3));
        assertThat(line.confirmation()).isEmpty();
        assertThat(line.stall()).isPresent();
    }

    @Test
    @Requirement("OWN-36")
    void responsibilityDocumentationEscalationAndClosureAreVisibleForTheAction() {
        run.given(PLANNER, offer(INTAKE));
        hours(73).given(LEAD, new AdvanceTime());
        run.given(INTAKE, answer(1, new Answer.Accept()));
        run.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        run.given(NURSE, says(HomeStart.RISKS)).given(PLANNER, in(new ValidateCompletion()));

        List<Moment> lines = run.record().timeline().of(ACTION);
        assertThat(lines).extracting(Moment::aspect).contains(Aspect.values());
        assertThat(lines.stream()
                        .filter(m -> m.aspect() == Aspect.RESPONSIBILITY)
                        .map(m -> m.to().orElseThrow().role().value()))
                .containsExactly("planner", "intake");
        assertThat(lines).extracting(Moment::sequence).isSorted();
        assertThat(lines).extracting(m -> m.what().value()).contains("offered", "level-raised", "accept", "discharged");
    }

    @Test
    void conditionsThatWereAgreedAndMetAreToldOfTheAction() {
        Condition lift = new Condition(Sensitive.of("a lift first"), Condition.Kind.PRECONDITION, PLANNER, at(9));
        run.given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, new Answer.AcceptWithConditions(List.of(lift))));
        run.given(PLANNER, in(new AgreeConditions(1)), in(new MeetCondition(1, 1)));
        run.given(INTAKE, answer(1, new Answer.Accept()));

        assertThat(run.record().timeline().of(ACTION))
                .filteredOn(m -> m.aspect() == Aspect.DOCUMENTATION)
                .extracting(m -> m.what() + " by " + m.by().role())
                .containsSubsequence(
                        "offered by planner",
                        "accept-with-conditions by intake",
                        "conditions-agreed by planner",
                        "condition-met by planner",
                        "accept by intake");
    }

    @Test
    @Requirement("OWN-36")
    void theFourAreVisibleForAPieceOfWorkToo() {
        Key review = Keys.duty(RUN, HomeStart.REVIEW);
        hours(41).given(NURSE, says(HomeStart.RISKS));
        run.given(HomeStart.FUNDER, new RecordCommand.Fulfil(Keys.duty(RUN, HomeStart.HOURS)));
        run.given(LEAD, new RecordCommand.Fulfil(review));

        assertThat(run.record().timeline().of(review))
                .extracting(Moment::aspect)
                .containsExactly(Aspect.RESPONSIBILITY, Aspect.ESCALATION, Aspect.DOCUMENTATION, Aspect.CLOSURE);
        assertThat(run.record().timeline().of(Keys.duty(RUN, Code.of("never")))).isEmpty();
    }

    private void accepted() {
        run.given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, new Answer.Accept()));
    }

    private Progress progress() {
        return run.record().handoffs().progress(HANDOFF, run.now()).orElseThrow();
    }

    private RecordFixture hours(int hours) {
        return run.after(Duration.ofHours(hours));
    }

    private static Instant at(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
