package care.baton.record;

import static care.baton.record.HomeConsents.allows;
import static care.baton.record.HomeConsents.allowsOnly;
import static care.baton.record.HomeConsents.seen;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.OTHER_INTAKE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.WHO;
import static care.baton.record.HomeStart.in;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.ConsentCommand.RevokeConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.Access;
import care.baton.disclosure.DisclosureCommand.KeepConfidential;
import care.baton.disclosure.HandoffSeen;
import care.baton.disclosure.HandoffSeen.ConditionSeen;
import care.baton.disclosure.HandoffSeen.ConditionSeen.State;
import care.baton.disclosure.HandoffSeen.OfferSeen;
import care.baton.disclosure.Part;
import care.baton.disclosure.Piece;
import care.baton.disclosure.View;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Priority;
import care.baton.handoff.Question;
import care.baton.handoff.Shown;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each audience sees of handoffs: the parties their own, others by the same lists and leave as of all else. */
class ViewOfHandoffsTest {

    private static final Code CARE = Code.of("home-care");
    private static final Code FULL = Code.of("provider-capacity");
    private static final Sensitive WORDS = Sensitive.of("help in the mornings");
    private static final Sensitive LIFT = Sensitive.of("a lift on the stairs");
    private static final Instant DUE = HomeStart.START.plus(Duration.ofHours(24));
    private static final Ask ASK =
            new Ask(CARE, WHO, Priority.ROUTINE, Sensitive.none(), WORDS, List.of(), Optional.empty());

    private final RecordFixture run = HomeStart.run().given(NURSE, HomeStart.says(ROUTINES));

    @Test
    @Promise({40, 41})
    void thePartiesSeeTheirHandoffWhateverIsAllowedAndNobodyElseSeesThatThereIsOne() {
        run.given(PLANNER, offered(INTAKE));

        for (Holder one : List.of(INTAKE, SCHEDULER)) {
            assertThat(seen(run, one).handoffs())
                    .extracting(HandoffSeen::handoff)
                    .containsExactly(Optional.of(HANDOFF));
            OfferSeen offer = offer(one, 1);
            assertThat(offer.asked()).isEqualTo(CARE);
            assertThat(offer.from()).isEqualTo(PLANNER.heldBy(Optional.empty()));
            assertThat(offer.to()).isEqualTo(INTAKE);
            assertThat(offer.kind()).isEqualTo(OfferKind.FIRM);
            assertThat(offer.shown()).isEqualTo(Shown.AWAITING);
            assertThat(offer.due()).contains(DUE);
            assertThat(offer.course()).isEmpty();
            assertThat(offer.words()).isEqualTo(Sensitive.none());
            assertThat(seen(run, one).items()).isEmpty();
        }
        for (Holder one : List.of(NURSE, FUNDER, OTHER_INTAKE)) {
            assertThat(seen(run, one).handoffs()).isEmpty();
            assertThat(seen(run, one).more()).isFalse();
        }
        run.given(PERSON, allowsOnly(INTAKE, Access.IDENTITY));
        assertThat(offer(INTAKE, 1).words()).isEqualTo(WORDS);
    }

    @Test
    @Requirement({"HND-44", "OWN-52"})
    void caseManagerProviderAuthorizationTeamAndFamilySeeTheSameHandoff() {
        Holder daughter = Holder.of(PERSON.organization(), Code.of("daughter"));
        run.given(PERSON, allows(FUNDER), allows(INTAKE), forFamily(daughter)).given(PLANNER, offered(INTAKE));

        HandoffSeen whole = seen(run, PERSON).handoffs().get(0);
        assertThat(whole.offers().get(0).words()).isEqualTo(WORDS);
        for (Holder one : List.of(PLANNER, LEAD, INTAKE)) {
            assertThat(seen(run, one).handoffs()).containsExactly(whole);
        }
        HandoffSeen unnamed = new HandoffSeen(Optional.empty(), whole.offers());
        assertThat(seen(run, FUNDER).handoffs()).containsExactly(unnamed);
        assertThat(seen(run, daughter, Purpose.FAMILY).handoffs()).containsExactly(unnamed);
        assertThat(seen(run, daughter).handoffs()).isEmpty();
    }

    @Test
    void aQuestionStandsInItWhileItIsOpenAndTheClockOfTheAnswerWaits() {
        List<Question> questions = List.of(Question.about(ROUTINES), Question.about(RISKS));
        run.given(PLANNER, offered(INTAKE)).given(INTAKE, answers(1, new Answer.RequestClarification(questions)));
        assertThat(offer(INTAKE, 1).shown()).isEqualTo(Shown.CLARIFICATION_REQUESTED);
        assertThat(offer(INTAKE, 1).questions()).containsExactly(RISKS, ROUTINES);
        assertThat(offer(INTAKE, 1).due()).isEmpty();

        run.given(PERSON, allowsOnly(FUNDER, Access.IDENTITY, CARE, RISKS));
        assertThat(offer(FUNDER, 1).questions()).containsExactly(RISKS);
        run.given(PLANNER, told(RISKS), told(ROUTINES));
        assertThat(offer(INTAKE, 1).questions()).isEmpty();
        assertThat(offer(INTAKE, 1).due()).contains(DUE);
    }

    @Test
    void aConditionStandsInItWithItsKindWhoseItIsAndHowItStands() {
        Condition before = new Condition(LIFT, Condition.Kind.PRECONDITION, NURSE, DUE);
        Condition along = new Condition(Sensitive.of("weekdays"), Condition.Kind.LIMITATION, INTAKE, DUE);
        run.given(PLANNER, offered(INTAKE))
                .given(INTAKE, answers(1, new Answer.AcceptWithConditions(List.of(before, along))));
        assertThat(states()).containsExactly(State.PROPOSED, State.PROPOSED);
        run.given(PLANNER, in(new AgreeConditions(1, Optional.empty())));
        assertThat(states()).containsExactly(State.AGREED, State.AGREED);
        run.given(NURSE, in(new MeetCondition(1, 1)));
        assertThat(states()).containsExactly(State.MET, State.AGREED);

        assertThat(offer(PERSON, 1).conditions().get(0))
                .isEqualTo(new ConditionSeen(Condition.Kind.PRECONDITION, NURSE, DUE, State.MET, LIFT));
        run.given(PERSON, allowsOnly(FUNDER, Access.IDENTITY, CARE, Code.of("limitation")));
        assertThat(offer(FUNDER, 1).shown()).isEqualTo(Shown.PROPOSED);
        assertThat(kinds(FUNDER)).containsExactly(Condition.Kind.LIMITATION);
        assertThat(offer(FUNDER, 1).conditions().get(0).holder().person()).isEmpty();
        run.given(PLANNER, new OnDisclosure(new KeepConfidential(NURSE.organization())));
        assertThat(kinds(LEAD)).containsExactly(Condition.Kind.LIMITATION);
        assertThat(seen(run, LEAD).withheld()).noneMatch(w -> w.part() == Part.HANDOFFS);
    }

    @Test
    @Requirement("HND-48")
    void whoeverOfferedItSeesHowFarItHasCome() {
        run.given(PLANNER, offered(INTAKE)).given(INTAKE, answers(1, new Answer.Accept()));
        assertThat(offer(PLANNER, 1).shown()).isEqualTo(Shown.ACCEPTED);
        assertThat(offer(PLANNER, 1).course()).contains(Course.HELD);
        assertThat(offer(PLANNER, 1).due()).isEmpty();

        run.given(INTAKE, in(new StartAction()));
        assertThat(offer(PLANNER, 1).course()).contains(Course.STARTED);
        run.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        assertThat(offer(PLANNER, 1).course()).contains(Course.DONE);
    }

    @Test
    @Promise(39)
    void whoeverGaveItBackOrSaidNoIsNotToldWhoIsAskedNext() {
        run.given(PLANNER, offered(INTAKE))
                .given(INTAKE, answers(1, new Answer.Accept()), in(new GiveBack(FULL)))
                .given(PLANNER, in(new TakeBack()));
        View gaveBack = seen(run, INTAKE);
        assertThat(offer(INTAKE, 1).shown()).isEqualTo(Shown.ACCEPTED);
        assertThat(offer(INTAKE, 1).course()).isEmpty();

        run.given(PLANNER, offered(OTHER_INTAKE));
        assertThat(seen(run, INTAKE)).isEqualTo(gaveBack);
        run.given(OTHER_INTAKE, answers(2, new Answer.Decline(FULL, Sensitive.of("try the other"))));
        View saidNo = seen(run, OTHER_INTAKE);
        assertThat(saidNo.handoffs().get(0).offers()).hasSize(1);
        assertThat(offer(OTHER_INTAKE, 1).shown()).isEqualTo(Shown.DECLINED);
        assertThat(offer(OTHER_INTAKE, 1).reason()).contains(FULL);

        run.given(PLANNER, offered(NURSE)).given(NURSE, answers(3, new Answer.Accept()), in(new StartAction()));
        assertThat(seen(run, INTAKE)).isEqualTo(gaveBack);
        assertThat(seen(run, OTHER_INTAKE)).isEqualTo(saidNo);
        assertThat(offer(LEAD, 1).course()).isEmpty();
        assertThat(offer(LEAD, 3).to()).isEqualTo(NURSE);
        assertThat(offer(LEAD, 3).course()).contains(Course.STARTED);
    }

    @Test
    void ofInvitationsToSeveralEachSeesItsOwn() {
        run.given(PLANNER, invited(INTAKE), invited(OTHER_INTAKE)).given(OTHER_INTAKE, answers(2, new Answer.Accept()));

        assertThat(seen(run, INTAKE).handoffs().get(0).offers()).hasSize(1);
        assertThat(offer(INTAKE, 1).kind()).isEqualTo(OfferKind.INVITATION);
        assertThat(offer(INTAKE, 1).shown()).isEqualTo(Shown.AWAITING);
        assertThat(offer(OTHER_INTAKE, 1).shown()).isEqualTo(Shown.ACCEPTED);
        assertThat(offer(OTHER_INTAKE, 1).course()).isEmpty();
        run.given(PLANNER, in(new WithdrawOffer(1, FULL)));
        assertThat(offer(INTAKE, 1).reason()).contains(FULL);
        assertThat(seen(run, PERSON).handoffs().get(0).offers()).hasSize(2);
    }

    @Test
    @Promise({40, 41})
    @Requirement({"OWN-51", "PRV-12", "PRV-14"})
    void aSocialServiceSeesOfAHandoffOnlyWhatTheConsentNamesAndOnlyWhileItHolds() {
        Holder housing = Holder.of(OrganizationId.of("housing"), Code.of("adviser"));
        run.given(PLANNER, HomeStart.joins(housing, OrganizationKind.SOCIAL_SERVICE), offered(INTAKE))
                .given(INTAKE, answers(1, new Answer.Decline(FULL, Sensitive.none())));
        assertThat(seen(run, housing).handoffs()).isEmpty();

        run.given(PERSON, allowsOnly(housing, Access.IDENTITY, CARE));
        assertThat(seen(run, housing).handoffs().get(0).handoff()).isEmpty();
        OfferSeen some = offer(housing, 1);
        assertThat(some.from().person()).isEmpty();
        assertThat(some.to().person()).isEmpty();
        assertThat(some.shown()).isEqualTo(Shown.DECLINED);
        assertThat(some.reason()).isEmpty();
        assertThat(seen(run, housing).items()).contains(new Piece(Part.HANDOFFS, CARE));
        assertThat(seen(run, housing, Purpose.OPERATIONS).handoffs()).isEmpty();
        assertThat(seen(run, LEAD, Purpose.OPERATIONS).handoffs()).isEmpty();

        run.after(Duration.ofHours(1)).given(PERSON, new OnSharing(new RevokeConsent(1, FULL)));
        assertThat(seen(run, housing).handoffs()).isEmpty();
        assertThat(seen(run, housing).more()).isFalse();
    }

    @Test
    @Requirement("PRV-09")
    void whatEspeciallyProtectsWhatIsAskedHidesItFromAllButItsPartiesAndTheNoticeGoesWithIt() {
        run.given(PERSON, allows(FUNDER), allows(INTAKE))
                .given(PLANNER, offered(INTAKE))
                .given(PLANNER, new OnSharing(new LabelInformation(CARE, Sensitivity.SUBSTANCE_USE)));

        assertThat(seen(run, FUNDER).handoffs()).isEmpty();
        assertThat(seen(run, LEAD).handoffs()).isEmpty();
        assertThat(seen(run, LEAD).withheld()).contains(new View.Withheld(Part.HANDOFFS, 1));
        assertThat(seen(run, PERSON).handoffs()).hasSize(1);
        assertThat(seen(run, PLANNER).handoffs()).hasSize(1);
        assertThat(seen(run, PLANNER).notice()).isEmpty();
        assertThat(seen(run, INTAKE).handoffs()).hasSize(1);
        assertThat(seen(run, INTAKE).notice()).isPresent();
        run.given(PLANNER, new OnSharing(new LabelInformation(CARE, Sensitivity.VICTIM_SERVICE)));
        assertThat(seen(run, LEAD).withheld()).noneMatch(w -> w.part() == Part.HANDOFFS);
    }

    @Test
    @Requirement("PRV-03")
    void aTeaserHoldsTheHandoffOfAPartyWithoutItsWordsAndNoneOfOthers() {
        Condition along = new Condition(LIFT, Condition.Kind.LIMITATION, INTAKE, DUE);
        run.given(PERSON, allows(INTAKE), allows(FUNDER))
                .given(PLANNER, offered(INTAKE))
                .given(INTAKE, answers(1, new Answer.AcceptWithConditions(List.of(along))));
        assertThat(offer(INTAKE, 1).conditions().get(0).words()).isEqualTo(LIFT);
        assertThat(offer(INTAKE, 1).from()).isEqualTo(PLANNER);

        run.given(PLANNER, new OnSharing(new LabelInformation(Access.IDENTITY, Sensitivity.VICTIM_SERVICE)));
        assertThat(offer(INTAKE, 1).words()).isEqualTo(Sensitive.none());
        assertThat(offer(INTAKE, 1).conditions().get(0).words()).isEqualTo(Sensitive.none());
        assertThat(offer(INTAKE, 1).from().person()).isEmpty();
        assertThat(seen(run, FUNDER).handoffs()).isEmpty();
        assertThat(seen(run, LEAD).handoffs()).isEmpty();
        assertThat(seen(run, LEAD).withheld()).contains(new View.Withheld(Part.HANDOFFS, 1));
    }

    @Test
    @Requirement("PRV-01")
    void anOfferToAPartyThatIsKeptConfidentialLeavesNoTraceForWhoeverHasNoRightToIt() {
        run.given(PLANNER, offered(INTAKE)).given(INTAKE, answers(1, new Answer.Decline(FULL, Sensitive.none())));
        List<HandoffSeen> before = seen(run, LEAD).handoffs();
        run.given(PLANNER, new OnDisclosure(new KeepConfidential(OTHER_INTAKE.organization())), offered(OTHER_INTAKE))
                .given(OTHER_INTAKE, answers(2, new Answer.Accept()));

        assertThat(seen(run, LEAD).handoffs()).isEqualTo(before);
        assertThat(offer(PERSON, 2).to()).isEqualTo(OTHER_INTAKE);
        assertThat(offer(PLANNER, 2).course()).contains(Course.HELD);
        assertThat(offer(OTHER_INTAKE, 1).course()).contains(Course.HELD);
        run.given(PLANNER, new OnDisclosure(new KeepConfidential(INTAKE.organization())));
        assertThat(seen(run, LEAD).handoffs()).isEmpty();
        assertThat(seen(run, LEAD).withheld()).noneMatch(w -> w.part() == Part.HANDOFFS);
    }

    @Test
    void whatWasRecordedInErrorIsInNoView() {
        run.given(PLANNER, offered(INTAKE)).given(PLANNER, in(new MarkInError(Code.of("wrong-person"))));

        for (Holder one : List.of(PLANNER, LEAD, INTAKE, PERSON)) {
            assertThat(seen(run, one).handoffs()).isEmpty();
        }
    }

    /** The n-th offer of the handoff that somebody sees. */
    private OfferSeen offer(Holder by, int n) {
        return seen(run, by).handoffs().get(0).offers().get(n - 1);
    }

    private List<State> states() {
        return offer(INTAKE, 1).conditions().stream().map(ConditionSeen::state).toList();
    }

    private List<Condition.Kind> kinds(Holder by) {
        return offer(by, 1).conditions().stream().map(ConditionSeen::kind).toList();
    }

    private static InHandoff offered(Holder to) {
        return in(OfferHandoff.firm(to, ASK));
    }

    private static InHandoff invited(Holder to) {
        return in(new OfferHandoff(
                OfferKind.INVITATION, to, ASK, Optional.empty(), Arbiter.RECORD, Optional.empty(), Optional.empty()));
    }

    private static OnSharing forFamily(Holder whom) {
        return new OnSharing(new RecordConsent(Consent.permit(
                new Scope.Everything(List.of()),
                Audience.of(whom.organization()),
                Purpose.FAMILY,
                Giver.self(WHO),
                Consent.Form.WRITTEN,
                HomeStart.START)));
    }

    private static InHandoff answers(int offer, Answer answer) {
        return in(new AnswerOffer(offer, ASK.digest(), answer));
    }

    private static InHandoff told(Code item) {
        return in(new AnswerClarification(1, item, Sensitive.of("as told"), Optional.empty()));
    }
}
