package care.baton.record;

import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Condition;
import care.baton.handoff.Course;
import care.baton.handoff.Decision;
import care.baton.handoff.HandoffEvent;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.HandoffEvent.ClarificationGiven;
import care.baton.handoff.HandoffEvent.ConditionMet;
import care.baton.handoff.HandoffEvent.ConditionsAgreed;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.handoff.HandoffEvent.DiscrepancyNamed;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.handoff.HandoffEvent.WarmHandoffHeld;
import care.baton.handoff.HandoffEvent.WithdrawalIntended;
import care.baton.handoff.Negotiation;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can have been said next about a handoff, one thing changed at a time. */
class PossibleWordTest {

    private static final Code WHY = Code.of("why");
    private static final Code ITEM = Code.of("medication");
    private static final Instant LATER = START.plusNanos(1);
    private static final Condition BEFORE = condition(Condition.Kind.PRECONDITION);
    private static final Condition WITHIN = condition(Condition.Kind.LIMITATION);
    private static final Answer ASKS =
            new Answer.RequestClarification(List.of(new Question(ITEM, Sensitive.of("which?"), Sensitive.none())));
    private static final Answer TERMS = new Answer.AcceptWithConditions(List.of(BEFORE, WITHIN));

    private static final Negotiation OFFERED = talks(Listed.offered(1, OfferKind.FIRM, Arbiter.RECORD));
    private static final Negotiation ON_SERVER = talks(Listed.offered(1, OfferKind.FIRM, Arbiter.SERVER));
    private static final Negotiation INVITED = talks(Listed.offered(1, OfferKind.INVITATION, Arbiter.RECORD));
    private static final Negotiation INVITED_ON_SERVER = talks(Listed.offered(1, OfferKind.INVITATION, Arbiter.SERVER));

    @Test
    void offersAreNumberedOneAfterTheOtherAndOnlyOneOfThemIsFirm() {
        assertThat(can(Optional.empty(), Listed.offered(1, OfferKind.FIRM, Arbiter.RECORD)))
                .isTrue();
        assertThat(can(Optional.empty(), Listed.offered(2, OfferKind.FIRM, Arbiter.RECORD)))
                .isFalse();
        assertThat(can(Optional.empty(), Listed.offered(0, OfferKind.FIRM, Arbiter.RECORD)))
                .isFalse();
        assertThat(can(OFFERED, Listed.offered(2, OfferKind.FIRM, Arbiter.RECORD)))
                .isFalse();
        assertThat(can(OFFERED, Listed.offered(2, OfferKind.INVITATION, Arbiter.RECORD)))
                .isTrue();
        assertThat(can(OFFERED, Listed.offered(1, OfferKind.INVITATION, Arbiter.RECORD)))
                .isFalse();
        assertThat(can(OFFERED, Listed.offered(3, OfferKind.INVITATION, Arbiter.RECORD)))
                .isFalse();
        assertThat(can(INVITED, Listed.offered(2, OfferKind.FIRM, Arbiter.RECORD)))
                .isTrue();
        assertThat(can(declined(OFFERED), Listed.offered(2, OfferKind.FIRM, Arbiter.RECORD)))
                .isTrue();
    }

    @Test
    void anOfferSaysWhatItAsksAndNothingIsOfferedThatSomebodyHolds() {
        OfferMade other = new OfferMade(
                HANDOFF,
                1,
                OfferKind.FIRM,
                PLANNER,
                INTAKE,
                HomeStart.ask(),
                Digest.of(new byte[] {1}),
                Optional.empty(),
                Arbiter.RECORD);

        assertThat(can(Optional.empty(), other)).isFalse();
        assertThat(can(held(OFFERED), Listed.offered(2, OfferKind.FIRM, Arbiter.RECORD)))
                .isFalse();
        assertThat(can(
                        held(OFFERED).evolve(course(Course.GIVING_BACK)).evolve(course(Course.OFFERING)),
                        Listed.offered(2, OfferKind.FIRM, Arbiter.RECORD)))
                .isTrue();
    }

    @Test
    void onlyALiveOfferIsAnsweredByTheOneWhoWasAskedAndNotInTheFuture() {
        assertThat(can(OFFERED, gives(new Answer.Accept(), INTAKE, START, true)))
                .isTrue();
        assertThat(can(OFFERED, gives(new Answer.Accept(), INTAKE, LATER, true)))
                .isFalse();
        assertThat(can(OFFERED, gives(new Answer.Accept(), PLANNER, START, true)))
                .isFalse();
        assertThat(can(declined(OFFERED), gives(new Answer.Accept(), INTAKE, START, true)))
                .isFalse();
        assertThat(can(INVITED, gives(new Answer.Accept(), INTAKE, START, true)))
                .isFalse();
        assertThat(can(INVITED, gives(new Answer.Accept(), INTAKE, START, false)))
                .isTrue();
    }

    @Test
    void nobodyAcceptsBeforeItsConditionsAreSettledButWhatAServerStoresCounts() {
        Negotiation proposed = proposed(OFFERED);
        Negotiation agreed = proposed.evolve(new ConditionsAgreed(HANDOFF, 1));
        AnswerGiven accepts = gives(new Answer.Accept(), INTAKE, START, true);

        assertThat(can(proposed, accepts)).isFalse();
        assertThat(can(agreed, accepts)).isFalse();
        assertThat(can(agreed.evolve(new ConditionMet(HANDOFF, 1, 1)), accepts)).isTrue();
        assertThat(can(proposed(ON_SERVER), accepts)).isTrue();
        assertThat(can(proposed, gives(new Answer.Decline(WHY, Sensitive.none()), INTAKE, START, false)))
                .isTrue();
        assertThat(can(clarifying(OFFERED), accepts)).isTrue();
    }

    @Test
    void anAnswerIsIntendedOnceByTheOneWhoWasAsked() {
        assertThat(can(ON_SERVER, intends(INTAKE))).isTrue();
        assertThat(can(ON_SERVER, intends(PLANNER))).isFalse();
        assertThat(can(declined(ON_SERVER), intends(INTAKE))).isFalse();
        assertThat(can(ON_SERVER.evolve(intends(INTAKE)), intends(INTAKE))).isFalse();
    }

    @Test
    void onlyWhatWasDecidedIsOvertaken() {
        DecisionOvertaken overtaken = new DecisionOvertaken(HANDOFF, 1, Decision.ANSWER, WHY);

        assertThat(can(ON_SERVER, overtaken)).isFalse();
        assertThat(can(ON_SERVER.evolve(intends(INTAKE)), overtaken)).isTrue();
        assertThat(can(ON_SERVER.evolve(new WithdrawalIntended(HANDOFF, 1, WHY)), overtaken))
                .isTrue();
    }

    @Test
    void onlyAnOpenQuestionIsAnswered() {
        Negotiation asked = clarifying(OFFERED);

        assertThat(can(asked, clarifies(ITEM))).isTrue();
        assertThat(can(asked, clarifies(WHY))).isFalse();
        assertThat(can(OFFERED, clarifies(ITEM))).isFalse();
        assertThat(can(proposed(OFFERED), clarifies(ITEM))).isFalse();
    }

    @Test
    void conditionsAreAgreedOnceAndAfterAnAcceptanceOnlyWhereAServerStoredIt() {
        ConditionsAgreed agrees = new ConditionsAgreed(HANDOFF, 1);

        assertThat(can(OFFERED, agrees)).isFalse();
        assertThat(can(proposed(OFFERED), agrees)).isTrue();
        assertThat(can(proposed(OFFERED).evolve(agrees), agrees)).isFalse();
        assertThat(can(held(OFFERED), agrees)).isFalse();
        assertThat(can(held(ON_SERVER), agrees)).isTrue();
        assertThat(can(bid(INVITED_ON_SERVER), agrees)).isFalse();
    }

    @Test
    void onlyAnOpenPreconditionIsMetOrAnythingOnceItIsAccepted() {
        assertThat(can(OFFERED, new ConditionMet(HANDOFF, 1, 1))).isFalse();
        assertThat(can(proposed(OFFERED), new ConditionMet(HANDOFF, 1, 1))).isTrue();
        assertThat(can(proposed(OFFERED), new ConditionMet(HANDOFF, 1, 2))).isFalse();
        assertThat(can(held(OFFERED), new ConditionMet(HANDOFF, 1, 2))).isTrue();
        assertThat(can(clarifying(OFFERED), new ConditionMet(HANDOFF, 1, 1))).isFalse();
    }

    @Test
    void onlyWhatAServerHoldsCanDifferFromIt() {
        assertThat(can(ON_SERVER, new DiscrepancyNamed(HANDOFF, 1, WHY))).isTrue();
        assertThat(can(OFFERED, new DiscrepancyNamed(HANDOFF, 1, WHY))).isFalse();
    }

    @Test
    void aLiveOfferIsWithdrawnAndAnInvitationAlwaysAndWhatWasToBeWithdrawn() {
        for (HandoffEvent event :
                List.of(new WithdrawalIntended(HANDOFF, 1, WHY), new OfferWithdrawn(HANDOFF, 1, START, WHY))) {
            assertThat(can(OFFERED, event)).isTrue();
            assertThat(can(declined(OFFERED), event)).isFalse();
            assertThat(can(declined(INVITED), event)).isTrue();
            assertThat(can(held(ON_SERVER).evolve(new WithdrawalIntended(HANDOFF, 1, WHY)), event))
                    .isTrue();
            assertThat(can(held(ON_SERVER), event)).isFalse();
        }
    }

    @Test
    void whatIsSaidOfAnOfferIsSaidOfOneThatWasMade() {
        List<HandoffEvent> ofAnother = List.of(
                new AnswerIntended(HANDOFF, 2, new Answer.Accept(), INTAKE, false),
                new AnswerGiven(HANDOFF, 2, new Answer.Accept(), INTAKE, START, false, false, true),
                new DecisionOvertaken(HANDOFF, 2, Decision.ANSWER, WHY),
                new ClarificationGiven(HANDOFF, 2, ITEM, Sensitive.none(), Optional.empty()),
                new ConditionsAgreed(HANDOFF, 2),
                new ConditionMet(HANDOFF, 2, 1),
                new WithdrawalIntended(HANDOFF, 2, WHY),
                new DiscrepancyNamed(HANDOFF, 2, WHY),
                new OfferWithdrawn(HANDOFF, 2, START, WHY));

        for (HandoffEvent event : ofAnother) {
            assertThat(can(ON_SERVER, event)).as("%s", event.getClass()).isFalse();
            assertThat(can(Optional.empty(), event)).as("%s", event.getClass()).isFalse();
        }
    }

    @Test
    void aWarmHandoffWasHeldAndIsNotToCome() {
        assertThat(can(OFFERED, new WarmHandoffHeld(HANDOFF, PLANNER, INTAKE, START)))
                .isTrue();
        assertThat(can(OFFERED, new WarmHandoffHeld(HANDOFF, PLANNER, INTAKE, LATER)))
                .isFalse();
    }

    @Test
    void theWorkTakesItsCourseAndNoOther() {
        Negotiation held = held(OFFERED);
        Negotiation done = held.evolve(course(Course.DONE));

        assertThat(can(held, course(Course.STARTED))).isTrue();
        assertThat(can(held, new CourseTaken(HANDOFF, Course.STARTED, LATER, WHY, List.of())))
                .isFalse();
        assertThat(can(OFFERED, course(Course.STARTED))).isFalse();
        assertThat(can(OFFERED, course(Course.RECORDED_IN_ERROR))).isTrue();
        assertThat(can(held.evolve(course(Course.STARTED)), course(Course.STARTED)))
                .isFalse();
        assertThat(can(held.evolve(course(Course.STARTED)), course(Course.DONE)))
                .isTrue();
        assertThat(can(done, course(Course.STARTED))).isFalse();
        assertThat(can(done, course(Course.OFFERING))).isTrue();
        assertThat(can(done.evolve(course(Course.VALIDATING)), course(Course.CLOSED)))
                .isTrue();
        assertThat(can(done.evolve(course(Course.VALIDATING)), course(Course.DONE)))
                .isFalse();
        assertThat(can(done.evolve(course(Course.CLOSED)), course(Course.OFFERING)))
                .isTrue();
        assertThat(can(done.evolve(course(Course.CLOSED)), course(Course.VALIDATING)))
                .isFalse();
        assertThat(can(held.evolve(course(Course.RECORDED_IN_ERROR)), course(Course.OFFERING)))
                .isFalse();
    }

    @Test
    void whatIsHeldComesBackUnaskedOnlyFromAServer() {
        assertThat(can(held(OFFERED), course(Course.OFFERING))).isFalse();
        assertThat(can(held(OFFERED).evolve(course(Course.STARTED)), course(Course.OFFERING)))
                .isFalse();
        assertThat(can(held(ON_SERVER), course(Course.OFFERING))).isTrue();
        assertThat(can(held(ON_SERVER).evolve(course(Course.STARTED)), course(Course.OFFERING)))
                .isTrue();
        assertThat(can(held(ON_SERVER), course(Course.CLOSED))).isFalse();
        assertThat(can(ON_SERVER, course(Course.OFFERING))).isFalse();
    }

    private static boolean can(Negotiation talks, HandoffEvent event) {
        return can(Optional.of(talks), event);
    }

    private static boolean can(Optional<Negotiation> talks, HandoffEvent event) {
        return PossibleWord.after(talks, event, START);
    }

    private static Negotiation talks(OfferMade offer) {
        return Negotiation.of(HANDOFF).evolve(offer);
    }

    private static Negotiation declined(Negotiation talks) {
        return talks.evolve(gives(new Answer.Decline(WHY, Sensitive.none()), INTAKE, START, false));
    }

    private static Negotiation clarifying(Negotiation talks) {
        return talks.evolve(gives(ASKS, INTAKE, START, false));
    }

    private static Negotiation proposed(Negotiation talks) {
        return talks.evolve(gives(TERMS, INTAKE, START, false));
    }

    private static Negotiation held(Negotiation talks) {
        return talks.evolve(gives(new Answer.Accept(), INTAKE, START, true));
    }

    private static Negotiation bid(Negotiation talks) {
        return talks.evolve(gives(new Answer.Accept(), INTAKE, START, false));
    }

    private static AnswerGiven gives(Answer answer, Holder by, Instant at, boolean moves) {
        return new AnswerGiven(HANDOFF, 1, answer, by, at, false, false, moves);
    }

    private static AnswerIntended intends(Holder by) {
        return new AnswerIntended(HANDOFF, 1, new Answer.Accept(), by, false);
    }

    private static ClarificationGiven clarifies(Code item) {
        return new ClarificationGiven(HANDOFF, 1, item, Sensitive.of("the blue one"), Optional.empty());
    }

    private static CourseTaken course(Course course) {
        return new CourseTaken(HANDOFF, course, START, WHY, List.of());
    }

    private static Condition condition(Condition.Kind kind) {
        return new Condition(Sensitive.of("a lift"), kind, PLANNER, START.plusSeconds(3600));
    }
}
