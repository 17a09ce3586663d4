package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.HandoffTest.decline;
import static care.baton.handoff.HandoffTest.offered;
import static care.baton.handoff.HandoffTest.story;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.OTHER_PLAN;
import static care.baton.handoff.Parties.PHARMACIST;
import static care.baton.handoff.Parties.SOUTH;
import static care.baton.handoff.Parties.TELEPHONE_COUNTS;
import static care.baton.handoff.Parties.WARD_NURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.evidence.Grade;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArbiterTest {

    private static final Sensitive WORDS = Sensitive.of("words");
    private static final WithdrawOffer WITHDRAW = new WithdrawOffer(1, OTHER_PLAN);
    private static final ConfirmDecision STORED = new ConfirmDecision(1);
    private static final OvertakeDecision TOO_LATE = new OvertakeDecision(1, Code.of("changed-there"));
    private static final Relayed BY_PHONE = new Relayed(INTAKE, Channel.PHONE, MONDAY);

    private static OfferHandoff offer(OfferKind kind, Holder to, Arbiter arbiter) {
        return new OfferHandoff(kind, to, HOME_CARE, Optional.empty(), arbiter, Optional.empty(), Optional.empty());
    }

    private static HandoffFixture byServer() {
        return story().given(COORDINATOR, offer(OfferKind.FIRM, INTAKE, Arbiter.SERVER));
    }

    private static HandoffFixture invited() {
        return story().given(COORDINATOR, offer(OfferKind.INVITATION, INTAKE, Arbiter.RECORD))
                .given(COORDINATOR, offer(OfferKind.INVITATION, SOUTH, Arbiter.RECORD));
    }

    private static OfferState state(HandoffFixture story, int offer) {
        return story.handoff().negotiation().offers().get(offer).orElseThrow().state();
    }

    private static List<DecisionOvertaken> overtaken(HandoffFixture story) {
        return story.events().stream()
                .map(Recorded::event)
                .filter(DecisionOvertaken.class::isInstance)
                .map(DecisionOvertaken.class::cast)
                .toList();
    }

    @Test
    @Promise({2, 8})
    void anAcceptanceThatIsNotStoredYetMakesNobodyOwner() {
        HandoffFixture story = byServer().when(INTAKE, accept(1));
        story.thenShown(Shown.ACCEPTED_AWAITING_CONFIRMATION).thenOwner(COORDINATOR);
        story.thenOwed(Kinds.RESPONSE, INTAKE).thenOwed(Kinds.CONFIRMATION, INTAKE);
        story.whenTimePasses(Duration.ofDays(3)).thenOwner(COORDINATOR);
        story.when(INTAKE, decline(1)).thenRefused(Reason.DECISION_PENDING);

        story.when(INTAKE, STORED).thenOwner(INTAKE).thenShown(Shown.ACCEPTED).thenOwed(Kinds.CONFIRMATION);

        story.when(INTAKE, STORED).thenRefused(Reason.NOTHING_PENDING);
    }

    @Test
    @Promise(7)
    void anAcceptanceThatWasOvertakenMovesNothing() {
        HandoffFixture story = byServer().given(INTAKE, accept(1)).when(INTAKE, TOO_LATE);

        story.thenShown(Shown.AWAITING).thenOwner(COORDINATOR).thenOwed(Kinds.CONFIRMATION);
        story.thenOwed(Kinds.RESPONSE, INTAKE);
        story.when(INTAKE, STORED).thenRefused(Reason.NOTHING_PENDING);
        byServer().when(SOUTH, TOO_LATE).thenRefused(Reason.NOTHING_PENDING);
        byServer().given(INTAKE, accept(1)).when(SOUTH, STORED).thenRefused(Reason.NOT_A_PARTY);
    }

    @Test
    @Promise(7)
    void aWithdrawalOnItsWayLosesToAnAcceptanceThatIsStored() {
        HandoffFixture story = byServer().given(COORDINATOR, WITHDRAW).thenShown(Shown.AWAITING);
        story.thenOwed(Kinds.CONFIRMATION, COORDINATOR);
        story.when(COORDINATOR, WITHDRAW).thenRefused(Reason.DECISION_PENDING);

        story.given(INTAKE, accept(1)).when(INTAKE, STORED).thenOwner(INTAKE).thenOwed(Kinds.CONFIRMATION);

        assertThat(overtaken(story)).singleElement().satisfies(o -> {
            assertThat(o.decision()).isEqualTo(Decision.WITHDRAWAL);
            assertThat(o.reason()).isEqualTo(Code.of("accepted-first"));
        });
    }

    @Test
    @Promise(7)
    void anAcceptanceOnItsWayLosesToAWithdrawalThatIsStored() {
        HandoffFixture story = byServer().given(INTAKE, accept(1)).given(COORDINATOR, WITHDRAW);

        story.when(COORDINATOR, STORED).thenOwner(COORDINATOR).thenShown(Shown.WITHDRAWN);

        assertThat(overtaken(story)).extracting(DecisionOvertaken::decision).containsExactly(Decision.ANSWER);
        story.thenOwed(Kinds.CONFIRMATION).thenOwed(Kinds.PLACE, COORDINATOR);
        story.when(INTAKE, STORED).thenRefused(Reason.NOTHING_PENDING).thenOwner(COORDINATOR);
    }

    @Test
    void whenBothHaveDecidedEachSpeaksOfItsOwnDecision() {
        HandoffFixture story = byServer().given(INTAKE, accept(1)).given(COORDINATOR, WITHDRAW);

        story.when(COORDINATOR, TOO_LATE).thenShown(Shown.ACCEPTED_AWAITING_CONFIRMATION);

        story.thenOwed(Kinds.CONFIRMATION, INTAKE).when(INTAKE, STORED).thenOwner(INTAKE);
    }

    @Test
    void anOfferInErrorCannotBeAcceptedByWhatIsStoredLater() {
        HandoffFixture story =
                byServer().given(INTAKE, accept(1)).given(COORDINATOR, new MarkInError(Code.of("wrong-person")));

        story.thenOwed(Kinds.TELL, COORDINATOR).when(INTAKE, STORED).thenRefused(Reason.NOTHING_PENDING);

        assertThat(story.handoff().owner()).isEmpty();
    }

    @Test
    @Promise({2, 7})
    void bidsMoveNothingAndOneFirmOfferWithdrawsTheRest() {
        HandoffFixture story = invited().given(INTAKE, accept(1)).given(SOUTH, accept(2));
        story.thenOwner(COORDINATOR).thenOwed(Kinds.RESPONSE).thenOwed(Kinds.PLACE, COORDINATOR);

        story.given(COORDINATOR, offer(OfferKind.FIRM, SOUTH, Arbiter.RECORD));

        assertThat(state(story, 1)).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(state(story, 2)).isInstanceOf(OfferState.Accepted.class);
        story.thenOwed(Kinds.RESPONSE, SOUTH).thenOwner(COORDINATOR);
        story.when(SOUTH, accept(3)).thenOwner(SOUTH);
    }

    @Test
    void invitationsThatNobodyAnsweredAreWithdrawnToo() {
        HandoffFixture story = invited().given(COORDINATOR, offer(OfferKind.FIRM, WARD_NURSE, Arbiter.RECORD));
        story.given(COORDINATOR, offer(OfferKind.INVITATION, INTAKE, Arbiter.RECORD));

        story.thenOwed(Kinds.RESPONSE, WARD_NURSE, INTAKE);
        story.when(WARD_NURSE, accept(3)).thenOwner(WARD_NURSE).thenOwed(Kinds.RESPONSE);
        story.when(INTAKE, accept(4)).thenOwner(WARD_NURSE);
    }

    @Test
    void termsOfOneInvitationAreNotTermsOfAnother() {
        Condition condition =
                new Condition(WORDS, Condition.Kind.PRECONDITION, PHARMACIST, MONDAY.plus(Duration.ofHours(9)));
        Answer terms = new Answer.AcceptWithConditions(List.of(condition));
        HandoffFixture story = invited()
                .given(INTAKE, new AnswerOffer(1, HOME_CARE.digest(), terms))
                .given(SOUTH, new AnswerOffer(2, HOME_CARE.digest(), terms));

        story.thenOwed(Kinds.AGREE, COORDINATOR, COORDINATOR).thenOwed(Kinds.MEET, PHARMACIST, PHARMACIST);
        story.given(COORDINATOR, new AgreeConditions(2));

        assertThat(story.open(Kinds.AGREE)).extracting(o -> o.key().subject()).containsExactly("offer-1");
    }

    @Test
    @Requirement("NOT-26")
    void anAnswerByTelephoneMovesOnlyWhereTheDefinitionSaysSo() {
        HandoffFixture noted = offered().whenRelayed(COORDINATOR, BY_PHONE, accept(1));
        noted.thenApplied().thenOwner(COORDINATOR).thenShown(Shown.AWAITING).thenOwed(Kinds.RESPONSE, INTAKE);
        assertThat(grade(noted)).isEqualTo(Grade.RELAYED);
        noted.when(INTAKE, accept(1)).thenOwner(INTAKE);
        assertThat(grade(noted)).isEqualTo(Grade.CONFIRMED);

        HandoffFixture moved = HandoffFixture.of(TELEPHONE_COUNTS, MONDAY)
                .given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE))
                .whenRelayed(COORDINATOR, BY_PHONE, accept(1));
        moved.thenOwner(INTAKE);
        assertThat(grade(moved)).isEqualTo(Grade.RELAYED);
    }

    private static Grade grade(HandoffFixture story) {
        return ((AnswerGiven) story.events().stream()
                        .map(Recorded::event)
                        .filter(AnswerGiven.class::isInstance)
                        .reduce((first, last) -> last)
                        .orElseThrow())
                .grade();
    }

    @Test
    void aNoByTelephoneIsANo() {
        offered()
                .whenRelayed(COORDINATOR, BY_PHONE, decline(1))
                .thenShown(Shown.DECLINED)
                .thenOwed(Kinds.PLACE, COORDINATOR);
        byServer().whenRelayed(COORDINATOR, BY_PHONE, accept(1)).thenShown(Shown.AWAITING);
    }

    @Test
    void aPartnerWhoseAnswersAreReadIsCalledLateOnlyAfterWeHaveLooked() {
        HandoffFixture story =
                HandoffFixture.of(Parties.POLLED, MONDAY).given(COORDINATOR, OfferHandoff.firm(INTAKE, HOME_CARE));

        story.whenTimePasses(Duration.ofHours(48)).thenShown(Shown.AWAITING);
        story.whenTimePasses(Duration.ofHours(1)).thenShown(Shown.NO_RESPONSE);
    }

    @Test
    @Requirement({"HND-54", "HND-58", "HND-55"})
    void theFifthPartOfIpassIsTheReceiversOwn() {
        Ipass ipass = new Ipass(WORDS, WORDS, List.of(WORDS), WORDS);
        Holder role = INTAKE.heldBy(Optional.empty());
        HandoffFixture story = story().given(
                        COORDINATOR,
                        new OfferHandoff(
                                OfferKind.FIRM,
                                role,
                                HOME_CARE,
                                Optional.of(ipass),
                                Arbiter.RECORD,
                                Optional.empty(),
                                Optional.empty()));
        assertThat(story.handoff().negotiation().current().orElseThrow().content())
                .contains(ipass);
        story.thenOwed(Kinds.RESPONSE, role).when(INTAKE, accept(1)).thenRefused(Reason.FIELD_MISSING);

        story.when(INTAKE, new AnswerOffer(1, HOME_CARE.digest(), new Answer.Accept(WORDS)))
                .thenOwner(INTAKE);

        assertThatThrownBy(() -> new Ipass(WORDS, WORDS, List.of(), WORDS)).hasMessage("actions: at least one");
        assertThatThrownBy(() -> new Ipass(WORDS, Sensitive.none(), List.of(WORDS), WORDS))
                .hasMessage("summary: not empty");
    }
}
