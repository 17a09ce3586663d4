package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.OTHER_INTAKE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.ask;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.OfferKind;
import care.baton.outcome.Reason;
import care.baton.party.HandoffId;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.LeaveStage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A stage that waits for its next owner waits for an offer of its present one: others hand on past it. */
class PassedByTest {

    @Test
    void whatAnotherOrganizationHandsOnMovesNoStage() {
        for (Arbiter arbiter : List.of(Arbiter.RECORD, Arbiter.SERVER)) {
            RecordFixture waiting = waiting()
                    .given(INTAKE, aside(passing(arbiter)))
                    .given(OTHER_INTAKE, aside(new AnswerOffer(1, ask().digest(), new Answer.Accept())));
            if (arbiter == Arbiter.SERVER) {
                waiting.given(OTHER_INTAKE, aside(new ConfirmDecision(1)));
            }

            assertThat(stage(waiting).gap()).isTrue();
            assertThat(waiting.record().chart().evidence().fact(OnHandoff.RESPONSE_CATEGORY))
                    .isEmpty();
        }
    }

    @Test
    void whatOthersHandedOnBeforeTheStageIsLeftIsNoTakingOverOfIt() {
        RecordFixture left = reviewed()
                .given(INTAKE, aside(passing(Arbiter.RECORD)))
                .given(OTHER_INTAKE, aside(new AnswerOffer(1, ask().digest(), new Answer.Accept())))
                .given(PLANNER, new LeaveStage(RUN));

        assertThat(stage(left).gap()).isTrue();
        left.when(PLANNER, new LeaveStage(RUN)).thenRefused(Reason.STEP_NOT_OPEN);
    }

    @Test
    void theOfferOfItsPresentOwnerMovesItThoughOthersHandOnBesideIt() {
        RecordFixture waiting = waiting()
                .given(INTAKE, aside(passing(Arbiter.RECORD)))
                .given(OTHER_INTAKE, aside(new AnswerOffer(1, ask().digest(), new Answer.Accept())))
                .given(PLANNER, offer(INTAKE))
                .given(INTAKE, answer(1, new Answer.Accept()));

        assertThat(stage(waiting).gap()).isFalse();
        assertThat(stage(waiting).owner())
                .hasValueSatisfying(o -> assertThat(o.sameRole(INTAKE)).isTrue());
        assertThat(waiting.record().chart().evidence().fact(OnHandoff.RESPONSE_CATEGORY))
                .isPresent();
    }

    private static RecordFixture waiting() {
        return reviewed().given(PLANNER, new LeaveStage(RUN));
    }

    private static RecordFixture reviewed() {
        return HomeStart.run()
                .given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
    }

    private static PathwayRun stage(RecordFixture waiting) {
        return waiting.record().chart().runs().get(RUN).orElseThrow();
    }

    private static OfferHandoff passing(Arbiter arbiter) {
        return new OfferHandoff(
                OfferKind.FIRM, OTHER_INTAKE, ask(), Optional.empty(), arbiter, Optional.empty(), Optional.empty());
    }

    private static InHandoff aside(HandoffCommand command) {
        return new InHandoff(HandoffId.of("handoff-aside"), RUN, command);
    }
}
