package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.HandoffTest.decline;
import static care.baton.handoff.HandoffTest.offered;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.MEDICATION;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.ROUTINES;
import static care.baton.handoff.Parties.SOUTH;
import static care.baton.handoff.Parties.SUPERVISOR;
import static care.baton.handoff.Parties.WARD_NURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClarificationTest {

    static AnswerOffer ask(Question... questions) {
        return new AnswerOffer(1, HOME_CARE.digest(), new Answer.RequestClarification(List.of(questions)));
    }

    private static AnswerClarification reply(Code item) {
        return new AnswerClarification(1, item, Sensitive.of("twice a day"), Optional.empty());
    }

    private static Obligation response(HandoffFixture story) {
        return story.open(Kinds.RESPONSE).get(0);
    }

    @Test
    @Requirement({"HND-37", "HND-41", "OWN-01"})
    void aQuestionIsOwedByTheSenderWithAClockOfItsOwn() {
        HandoffFixture story = offered().after(Duration.ofHours(5)).when(INTAKE, ask(Question.about(MEDICATION)));

        story.thenShown(Shown.CLARIFICATION_REQUESTED)
                .thenOwner(COORDINATOR)
                .thenOwed(Kinds.CLARIFICATION, COORDINATOR);
        assertThat(story.open(Kinds.CLARIFICATION).get(0).due()).isEqualTo(MONDAY.plus(Duration.ofHours(13)));
        assertThat(response(story).isSuspended()).isTrue();
        assertThat(response(story).suspendedAt()).contains(MONDAY.plus(Duration.ofHours(5)));
    }

    @Test
    void theReceiversClockStandsStillAndGoesOnWithWhatWasLeft() {
        HandoffFixture story = offered()
                .after(Duration.ofHours(5))
                .given(INTAKE, ask(Question.about(MEDICATION), Question.about(ROUTINES)))
                .after(Duration.ofHours(100))
                .given(COORDINATOR, reply(MEDICATION));
        assertThat(response(story).isSuspended()).isTrue();

        story.given(COORDINATOR, reply(ROUTINES)).thenShown(Shown.AWAITING).thenOwed(Kinds.CLARIFICATION);

        assertThat(response(story).due()).isEqualTo(story.now().plus(Duration.ofHours(19)));
    }

    @Test
    void atLeastTheMinimumIsLeftEvenAfterSilence() {
        HandoffFixture story = offered()
                .whenTimePasses(Duration.ofHours(30))
                .thenShown(Shown.NO_RESPONSE)
                .given(INTAKE, ask(Question.about(MEDICATION)))
                .after(Duration.ofHours(1))
                .given(COORDINATOR, reply(MEDICATION))
                .thenShown(Shown.AWAITING);

        assertThat(response(story).due()).isEqualTo(story.now().plus(Duration.ofHours(4)));
        story.whenTimePasses(Duration.ofHours(4)).thenShown(Shown.NO_RESPONSE);
    }

    @Test
    void whatIsNotAvailableClosesAQuestionToo() {
        AnswerClarification unknown =
                new AnswerClarification(1, MEDICATION, Sensitive.none(), Optional.of(Code.of("not-known")));

        offered()
                .given(INTAKE, ask(Question.about(MEDICATION)))
                .given(COORDINATOR, unknown)
                .thenShown(Shown.AWAITING)
                .when(INTAKE, ask(Question.about(MEDICATION)))
                .thenRefused(Reason.ITEM_ALREADY_ANSWERED);
    }

    @Test
    void askingAgainSaysWhyTheAnswerFallsShortAndTheThirdRoundIsHeard() {
        Question again = new Question(MEDICATION, Sensitive.none(), Sensitive.of("no doses"));
        HandoffFixture story = offered()
                .given(INTAKE, ask(Question.about(MEDICATION)))
                .given(COORDINATOR, reply(MEDICATION))
                .given(INTAKE, ask(again))
                .given(COORDINATOR, reply(MEDICATION))
                .thenOwed(Kinds.MANY_ROUNDS);

        story.given(INTAKE, ask(again, Question.about(ROUTINES))).thenOwed(Kinds.MANY_ROUNDS, SUPERVISOR);

        assertThat(story.handoff().negotiation().current().orElseThrow().rounds())
                .isEqualTo(3);
    }

    @Test
    void whereNobodyElseHearsTheThirdRoundIsTheSendersToSeeTo() {
        Question again = new Question(MEDICATION, Sensitive.none(), Sensitive.of("no doses"));
        HandoffFixture story = HandoffFixture.of(Parties.REMINDERS_ONLY, MONDAY)
                .given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE));
        for (int round = 1; round <= 2; round++) {
            story.given(INTAKE, ask(again)).given(COORDINATOR, reply(MEDICATION));
        }

        story.given(INTAKE, ask(again)).thenOwed(Kinds.MANY_ROUNDS, COORDINATOR);
    }

    @Test
    void theReceiverMayAnswerFinallyWhileAQuestionIsOpen() {
        offered()
                .given(INTAKE, ask(Question.about(MEDICATION)))
                .given(INTAKE, accept(1))
                .thenOwner(INTAKE)
                .thenOwed(Kinds.CLARIFICATION);
        offered()
                .given(INTAKE, ask(Question.about(MEDICATION)))
                .given(INTAKE, decline(1))
                .thenShown(Shown.DECLINED)
                .thenOwed(Kinds.CLARIFICATION);
    }

    @Test
    void conditionsAndFurtherQuestionsWaitForTheOpenOnes() {
        Condition condition = new Condition(
                Sensitive.of("a key"), Condition.Kind.PRECONDITION, COORDINATOR, MONDAY.plus(Duration.ofHours(9)));
        HandoffFixture story = offered().given(INTAKE, ask(Question.about(MEDICATION)));

        story.when(INTAKE, ask(Question.about(ROUTINES))).thenRefused(Reason.CLARIFICATION_NOT_NOW);
        story.when(INTAKE, new AnswerOffer(1, HOME_CARE.digest(), new Answer.AcceptWithConditions(List.of(condition))))
                .thenRefused(Reason.CLARIFICATION_OPEN);
    }

    @Test
    void onlyTheSendersRoleAnswersAndOnlyWhatWasAsked() {
        HandoffFixture story = offered().given(INTAKE, ask(Question.about(MEDICATION)));

        story.when(SOUTH, reply(MEDICATION)).thenRefused(Reason.NOT_YOUR_TURN);
        story.when(WARD_NURSE, reply(ROUTINES)).thenRefused(Reason.ROLE_NOT_PERMITTED, Reason.ITEM_NOT_ASKED);
        story.when(COORDINATOR, reply(ROUTINES)).thenRefused(Reason.ITEM_NOT_ASKED);
    }

    @Test
    void theDailyLookGoesOnWhileTheReceiversClockStandsStill() {
        Ask urgent = HOME_CARE.with(Priority.URGENT);
        HandoffFixture story = HandoffFixture.of(Parties.PRACTICE, MONDAY)
                .given(COORDINATOR, OfferHandoff.firm(INTAKE, urgent))
                .given(
                        INTAKE,
                        new AnswerOffer(
                                1,
                                urgent.digest(),
                                new Answer.RequestClarification(List.of(Question.about(MEDICATION)))))
                .whenTimePasses(Duration.ofHours(25));

        assertThat(story.open(Kinds.URGENT_LOOK)).hasSize(1).allMatch(o -> o.raised() == 1 && !o.isSuspended());
        assertThat(response(story).raised()).isZero();
    }

    @Test
    @Requirement({"HND-37", "HND-40"})
    @Promise(9)
    void aClarificationNamesWhatItIsAbout() {
        assertThatThrownBy(() -> new Answer.RequestClarification(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("questions");
        assertThatThrownBy(() -> new Question(null, Sensitive.of("what about the stairs?"), Sensitive.none()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("item");
    }
}
