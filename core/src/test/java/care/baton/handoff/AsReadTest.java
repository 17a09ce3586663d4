package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.HandoffTest.story;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.PHARMACIST;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.ReadAnswer;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.obligation.Ending;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the words that were still owed when the partner's answer is read where it is stored. */
class AsReadTest {

    private static final Code AS_IT_STANDS = Code.of("accepted-as-it-stands");
    private static final Condition SCRIPT = new Condition(
            Sensitive.of("a prescription first"),
            Condition.Kind.PRECONDITION,
            PHARMACIST,
            MONDAY.plus(Duration.ofHours(10)));
    private static final ReadAnswer ACCEPTED = new ReadAnswer(1, new Answer.Accept(), List.of());
    private static final ReadAnswer DECLINED =
            new ReadAnswer(1, new Answer.Decline(Code.of("not-stated"), Sensitive.none()), List.of());

    private static HandoffFixture offered() {
        return story().given(
                        COORDINATOR,
                        new OfferHandoff(
                                OfferKind.FIRM,
                                INTAKE,
                                HOME_CARE,
                                Optional.empty(),
                                Arbiter.SERVER,
                                Optional.empty(),
                                Optional.empty()));
    }

    private static HandoffFixture proposed() {
        return offered()
                .given(INTAKE, new AnswerOffer(1, HOME_CARE.digest(), new Answer.AcceptWithConditions(List.of(SCRIPT))))
                .given(INTAKE, new ConfirmDecision(1));
    }

    private static Standing endOf(HandoffFixture story, Code kind, String subject) {
        return story.handoff()
                .obligations()
                .get(Key.of("handoff-1", kind, subject))
                .map(Obligation::standing)
                .orElseThrow();
    }

    @Test
    void anAnswerThatIsReadIsStoredSoNobodyOwesItToSeeThatItIs() {
        HandoffFixture story = offered().given(INTAKE, accept(1)).thenOwed(Kinds.CONFIRMATION, INTAKE);

        story.given(INTAKE, ACCEPTED).thenOwner(INTAKE).thenOwed(Kinds.CONFIRMATION);
        assertThat(endOf(story, Kinds.CONFIRMATION, "offer-1-answer")).isEqualTo(new Standing.Discharged(MONDAY));
    }

    @Test
    void theWordsOwedBeforeTheAnswerEndBecauseItWasAcceptedAsItStands() {
        HandoffFixture story = proposed().given(INTAKE, ACCEPTED);

        Standing asItStands = new Standing.Released(MONDAY, AS_IT_STANDS);
        assertThat(endOf(story, Kinds.AGREE, "offer-1")).isEqualTo(asItStands);
        assertThat(endOf(story, Kinds.MEET, "offer-1-condition-1")).isEqualTo(asItStands);
        story.thenOwed(Kinds.AGREE, COORDINATOR).thenOwed(Kinds.FOLLOW_UP, PHARMACIST);
    }

    @Test
    void wordsOwedOnAnAnswerThatTurnsOutToBeANoEndWithTheOffer() {
        HandoffFixture story = proposed().given(INTAKE, DECLINED);

        Standing withTheOffer = new Standing.Released(MONDAY, Ending.PARENT_ENDED);
        assertThat(endOf(story, Kinds.AGREE, "offer-1")).isEqualTo(withTheOffer);
        assertThat(endOf(story, Kinds.MEET, "offer-1-condition-1")).isEqualTo(withTheOffer);
        story.thenShown(Shown.DECLINED).thenOwed(Kinds.AGREE).thenOwed(Kinds.FOLLOW_UP);
    }

    @Test
    void termsThatTheSenderHasAgreedToStayAgreedWhenTheyAreReadBesideTheAcceptance() {
        HandoffFixture story = proposed().given(COORDINATOR, new AgreeConditions(1));
        int before = story.events().size();

        story.given(INTAKE, new ReadAnswer(1, new Answer.Accept(), List.of(SCRIPT)));

        assertThat(story.events().subList(before, story.events().size()))
                .extracting(Recorded::event)
                .filteredOn(AnswerGiven.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        AnswerGiven.class, e -> assertThat(e.answer()).isInstanceOf(Answer.Accept.class));
        story.thenOwed(Kinds.AGREE).thenOwed(Kinds.FOLLOW_UP, PHARMACIST);
        story.given(INTAKE, new StartAction()).thenOwner(INTAKE);
    }
}
