package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static care.baton.record.NoteTest.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.ownership.TeamEvent.CredentialRecorded;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Credential;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Expiry;
import care.baton.pathway.Need;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.RequiredCredential;
import care.baton.record.RecordCommand.AcceptAssignment;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Assign;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The intake must be insured: who is given the role, work or an offer is asked for it, and its end is due. */
class CredentialTest {

    private static final Code INSURED = Code.of("vendor-insurance");
    private static final OrganizationId INSURER = OrganizationId.of("insurer");
    private static final Instant END = START.plus(Duration.ofHours(100));

    private static Pathway asking() {
        Expiry expiry = new Expiry(HomeStart.REVIEW, LEAD.role(), Code.of("both-sides"), List.of());
        return Altered.with(
                HomeStart.pathway(),
                "roles/4/credentials",
                List.of(new RequiredCredential(INSURED, List.of(LEAD.role()), Optional.of(expiry))));
    }

    private static RecordFixture record() {
        return RecordFixture.of(RecordId.of("record-1"), new Rulebook(List.of(asking()), HomeStart.CALENDAR), START)
                .given(PLANNER, HomeStart.opening());
    }

    private static RecordFixture run() {
        return record().given(PLANNER, new OpenRun(RUN, Code.of("home-start"), 1), says(ROUTINES));
    }

    private static RecordCredential insures(Holder whose, Instant until) {
        return new RecordCredential(new Credential(whose.organization(), Optional.empty(), INSURED, INSURER, until));
    }

    private static RecordCredential own(Holder whose) {
        return new RecordCredential(new Credential(whose.organization(), whose.person(), INSURED, INSURER, END));
    }

    private static Refusal missing(String at) {
        return Refusal.of(Reason.CREDENTIAL_MISSING, at + "/credentials/vendor-insurance", List.of(LEAD.role()));
    }

    private static Refusal expired(String at) {
        return Refusal.of(Reason.CREDENTIAL_EXPIRED, at + "/credentials/vendor-insurance", List.of(LEAD.role()))
                .at(END);
    }

    private static List<Obligation> due(RecordFixture run) {
        return run.record().chart().obligations().openOf(Keys.cause(RUN), HomeStart.REVIEW).stream()
                .filter(o -> o.key().subject().startsWith("vendor-insurance"))
                .toList();
    }

    @Test
    @Requirement("INT-31")
    void anOfferIsNotMadeToWhoHoldsNoValidCredentialAndIsOnceItIsRenewed() {
        RecordFixture run = run();
        assertThat(refusals(run, PLANNER, offer(INTAKE))).containsExactly(missing("offer/to"));
        assertThat(refusals(run, PLANNER, offer(LEAD))).isEmpty();
        run.given(PLANNER, insures(INTAKE, END));
        assertThat(refusals(run, PLANNER, offer(INTAKE))).isEmpty();
        run.after(Duration.ofHours(100));
        assertThat(refusals(run, PLANNER, offer(INTAKE))).containsExactly(expired("offer/to"));
        run.given(PLANNER, insures(INTAKE, END.plus(Duration.ofDays(90))));
        assertThat(refusals(run, PLANNER, offer(INTAKE))).isEmpty();
    }

    @Test
    @Requirement("INT-31")
    void noActivityOfAPlanComesToWhoHoldsNoValidCredential() {
        Rulebook rules = new Rulebook(List.of(asking()), HomeStart.CALENDAR).with(List.of(HomePlans.PROTOCOL));
        RecordFixture run = RecordFixture.of(RecordId.of("record-1"), rules, START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1))
                .given(HomeStart.PERSON, HomePlans.consents())
                .given(PLANNER, HomePlans.writes(0, HomePlans.plan()));
        assertThat(refusals(run, PLANNER, HomePlans.activates(1)))
                .containsExactly(missing("plans/going-home/activities/first-visit/owner"));
        run.given(PLANNER, insures(INTAKE, END), HomePlans.activates(1));
    }

    @Test
    @Requirement("INT-31")
    void whatEndsBetweenTheOfferAndTheAnswerLetsNobodyAccept() {
        RecordFixture run = run().given(PLANNER, insures(INTAKE, END), offer(INTAKE));
        assertThat(refusals(run, INTAKE, answer(1, new Answer.Accept()))).isEmpty();
        run.after(Duration.ofHours(100));
        assertThat(refusals(run, INTAKE, answer(1, new Answer.Accept()))).containsExactly(expired("answer"));
    }

    @Test
    @Requirement("INT-31")
    void aRoleAndWorkAreGivenOnlyToWhoHoldsWhatTheyAskFor() {
        Holder second = INTAKE.heldBy(Optional.of(PersonId.of("intake-3")));
        JoinTeam joins = new JoinTeam(second, OrganizationKind.HOME_CARE_PROVIDER, List.of());
        RecordFixture run = run();
        assertThat(refusals(run, PLANNER, joins)).containsExactly(missing("seat"));

        run.given(PLANNER, insures(INTAKE, END), offer(INTAKE), joins);
        Key response = Keys.response(HomeStart.HANDOFF, 1);
        Assign assigns = new Assign(response, PersonId.of("intake-3"));
        assertThat(refusals(run, INTAKE, assigns)).isEmpty();
        run.given(INTAKE, assigns);
        assertThat(refusals(run, second, new AcceptAssignment(response))).isEmpty();
        run.after(Duration.ofHours(100));
        assertThat(refusals(run, INTAKE, assigns)).containsExactly(expired("obligations/response"));
        assertThat(refusals(run, second, new AcceptAssignment(response)))
                .containsExactly(expired("obligations/response"));
    }

    @Test
    void onlyTheRunThatAsksForItKeepsItsWorkFromThoseWhoDoNotHoldIt() {
        RequiredCredential insured = new RequiredCredential(INSURED, List.of(LEAD.role()), Optional.empty());
        Pathway asks = Altered.with(HomeStart.pathway(), "roles/3/credentials", List.of(insured));
        Pathway other = Altered.with(HomeStart.pathway(), "id", Code.of("other-start"));
        Code second = Code.of("run-2");
        HandoffId handoff = HandoffId.of("handoff-2");
        RecordFixture run = RecordFixture.of(
                        RecordId.of("record-1"), new Rulebook(List.of(asks, other), HomeStart.CALENDAR), START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1))
                .given(PLANNER, new OpenRun(second, Code.of("other-start"), 1), says(ROUTINES))
                .given(PLANNER, new InHandoff(handoff, second, OfferHandoff.firm(FUNDER, HomeStart.ask())));

        assertThat(refusals(run, FUNDER, assigns(Keys.duty(RUN, HomeStart.HOURS))))
                .containsExactly(missing("obligations/confirm-hours"));
        assertThat(refusals(run, FUNDER, assigns(Keys.duty(second, HomeStart.HOURS))))
                .isEmpty();
        assertThat(refusals(run, FUNDER, assigns(Keys.response(handoff, 1)))).isEmpty();
    }

    private static Assign assigns(Key key) {
        return new Assign(key, FUNDER.person().orElseThrow());
    }

    @Test
    void whatIsOnePersonsOwnSpeaksForNobodyElse() {
        RecordFixture run = run().given(PLANNER, own(INTAKE));

        assertThat(refusals(run, PLANNER, offer(INTAKE))).isEmpty();
        assertThat(refusals(run, PLANNER, offer(INTAKE.heldBy(Optional.empty()))))
                .containsExactly(missing("offer/to"));
        assertThat(refusals(run, PLANNER, offer(HomeStart.OTHER_INTAKE))).containsExactly(missing("offer/to"));
    }

    @Test
    void whoeverKeepsTheRecordHasSeenTheCredentialAndNobodyAttestsTheirOwn() {
        assertThat(refusals(run(), INTAKE, insures(INTAKE, END)))
                .containsExactly(Refusal.of(Reason.NOT_YOUR_TURN, "credentials/vendor-insurance"));
        run().when(PLANNER, insures(INTAKE, END)).thenApplied();
    }

    @Test
    void theEndOfACredentialIsDueOnceAndARenewalTakesItsPlace() {
        RecordFixture run = record().given(PLANNER, insures(INTAKE, END), new OpenRun(RUN, Code.of("home-start"), 1));
        assertThat(due(run)).extracting(Obligation::due).containsExactly(END);
        assertThat(due(run)).extracting(o -> o.holder().role()).containsExactly(LEAD.role());

        Instant later = END.plus(Duration.ofDays(9));
        run.given(PLANNER, insures(INTAKE, later), insures(FUNDER, END));
        assertThat(due(run)).extracting(Obligation::due).containsExactly(later);
        run.when(PLANNER, insures(INTAKE, later)).thenHappened(CredentialRecorded.class);
        assertThat(due(run)).hasSize(1);
        run.given(PLANNER, insures(INTAKE, START));
        assertThat(due(run)).extracting(Obligation::due).containsExactly(later);
    }

    @Test
    void whatWasSaidOfAnEarlierCredentialDoesNotEndWhatFallsDueAtTheEndOfTheNext() {
        Need asked = new FieldNeed(HomeStart.RISKS, List.of(NURSE.role()), Grade.RECORDED, false, Optional.empty());
        Pathway proving = Altered.with(asking(), "roles/4/credentials/0/expiry/proof", List.of(asked));
        RecordFixture run = RecordFixture.of(
                        RecordId.of("record-1"), new Rulebook(List.of(proving), HomeStart.CALENDAR), START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1))
                .given(PLANNER, insures(INTAKE, END))
                .after(Duration.ofHours(1))
                .given(NURSE, says(HomeStart.RISKS))
                .after(Duration.ofHours(1))
                .given(PLANNER, insures(INTAKE, END.plusSeconds(60)));

        run.when(LEAD, new Fulfil(due(run).get(0).key())).thenRefused(Reason.FIELD_MISSING);
        run.given(NURSE, says(HomeStart.RISKS));
        run.given(LEAD, new Fulfil(due(run).get(0).key()));
        assertThat(due(run)).isEmpty();
    }

    @Test
    void aCredentialThatEndsLaterDoesNotKeepARunFromBeingClosed() {
        List<Refusal> without = refusals(run(), LEAD, new CloseRun(RUN));

        assertThat(refusals(run().given(PLANNER, insures(INTAKE, END)), LEAD, new CloseRun(RUN)))
                .isEqualTo(without);
    }

    @Test
    @Requirement("AUD-11")
    void itsEndIsReleasedWithTheRunAndTheAuditFindsNothingDropped() {
        RecordFixture run = HomeEnd.validated(run().given(PLANNER, insures(INTAKE, END)));
        run.given(LEAD, new CloseRun(RUN));

        assertThat(due(run)).isEmpty();
        assertThat(Audit.of(run.record().ledger().entries().toList(), List.of(asking())))
                .isEmpty();
    }

    @Test
    @Requirement("INT-31")
    void aRunThatIsMovedToAVersionThatAsksForItIsWarnedOfItsEnd() {
        Pathway second = Altered.with(asking(), "version", 2);
        Rulebook rules = new Rulebook(List.of(HomeStart.pathway(), second), HomeStart.CALENDAR);
        RecordFixture run = RecordFixture.of(RecordId.of("record-1"), rules, START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1))
                .given(PLANNER, insures(INTAKE, END));
        assertThat(due(run)).isEmpty();
        Act act = Act.of(CommandId.of("asked"), LEAD, Stamp.at(run.now()));
        Move move = run.record().moving(RUN, 2, act, rules).orThrow().state();

        run.given(LEAD, new MoveRun(RUN, 2, move.digest(), Code.of("why")));
        assertThat(due(run)).extracting(Obligation::due).containsExactly(END);
        assertThat(move.effects()).contains(new Move.Effect(due(run).get(0).key(), Move.What.OPENED));
    }

    @Test
    void namesOfAnyLengthAreWarnedOf() {
        String longest = "o".repeat(120);
        Holder far = Holder.of(OrganizationId.of(longest), INTAKE.role(), PersonId.of(longest));
        Credential held = new Credential(far.organization(), far.person(), INSURED, INSURER, END);
        RecordFixture run = run().given(PLANNER, new RecordCredential(held))
                .given(PLANNER, new JoinTeam(far, OrganizationKind.HOME_CARE_PROVIDER, List.of()));

        assertThat(run.record().chart().obligations().openOf(Keys.cause(RUN), HomeStart.REVIEW))
                .extracting(Obligation::due)
                .contains(END);
    }

    @Test
    void aCredentialThatEndsLaterIsNotTheNextStep() {
        Code before =
                run().record().work().nextStep(RUN, run().rules()).orElseThrow().action();
        RecordFixture run = run().given(PLANNER, insures(INTAKE, END))
                .given(NURSE, says(HomeStart.RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HomeStart.HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, HomeStart.REVIEW)));

        assertThat(before).isNotEqualTo(Keys.STAGE);
        assertThat(due(run)).isNotEmpty();
        assertThat(run.record().work().nextStep(RUN, run.rules()).orElseThrow().action())
                .isEqualTo(Keys.STAGE);
    }

    @Test
    void theEndOfWhatEachPersonHoldsIsDueByItselfAndOfThoseWhoHaveLeftNone() {
        Holder second = INTAKE.heldBy(Optional.of(PersonId.of("intake-3")));
        RecordFixture run = run().given(PLANNER, own(INTAKE), own(second))
                .given(PLANNER, new JoinTeam(second, OrganizationKind.HOME_CARE_PROVIDER, List.of()));
        assertThat(due(run)).extracting(Obligation::due).containsExactly(END, END);

        run.given(PLANNER, new LeaveTeam(HomeStart.OTHER_INTAKE), insures(HomeStart.OTHER_INTAKE, END));
        assertThat(due(run)).hasSize(2);
    }

    @Test
    @Requirement("INT-31")
    void howAPartyPerformsIsReadFromWhatHappened() {
        RecordFixture run = run().given(PLANNER, insures(INTAKE, END), offer(INTAKE));
        Holder party = INTAKE.heldBy(Optional.empty());

        assertThat(Performance.of(run.record().chart(), run.now())).isEmpty();
        run.after(Duration.ofHours(30)).given(PLANNER, new AdvanceTime());
        assertThat(Performance.of(run.record().chart(), run.now())).containsExactly(new Performance(party, 0, 0, 0, 1));
        run.given(INTAKE, answer(1, new Answer.Decline(Code.of("outside-area"), Sensitive.none())));
        assertThat(Performance.of(run.record().chart(), run.now())).containsExactly(new Performance(party, 0, 1, 1, 0));
        run.given(PLANNER, offer(INTAKE));
        run.given(INTAKE, answer(2, new Answer.Accept()));
        assertThat(Performance.of(run.record().chart(), run.now())).containsExactly(new Performance(party, 1, 1, 1, 0));
    }
}
