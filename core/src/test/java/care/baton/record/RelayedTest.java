package care.baton.record;

import static care.baton.record.HomeStart.APPROVED;
import static care.baton.record.HomeStart.CHART;
import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.evidence.Covered;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.ClearFlag;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody writes down that another said: it opens nothing that only the other may open. */
class RelayedTest {

    private static final Code WHY = Code.of("said-so");

    private final RecordFixture run = HomeStart.run().given(NURSE, new RaiseFlag(FALLS));

    @Test
    void whatOneRoleDecidesIsWrittenDownByThatRoleOrByWhoeverKeepsTheRecord() {
        GrantWaiver waiver = new GrantWaiver(RUN, ROUTINES, WHY, run.now().plus(Duration.ofHours(10)));

        for (Holder hears : List.of(INTAKE, NURSE)) {
            assertThat(heard(hears, LEAD, waiver)).containsExactly(Reason.ROLE_NOT_PERMITTED);
            assertThat(heard(hears, LEAD, new ClearFlag(FALLS, WHY))).containsExactly(Reason.ROLE_NOT_PERMITTED);
            assertThat(heard(hears, LEAD, new Approve(APPROVED, List.of(new Covered(FALLS, 1)))))
                    .containsExactly(Reason.ROLE_NOT_PERMITTED);
        }
        assertThat(heard(INTAKE, PLANNER, new ValidateOutcome(RUN))).containsExactly(Reason.ROLE_NOT_PERMITTED);
        assertThat(heard(PLANNER, LEAD, waiver)).isEmpty();
    }

    @Test
    void whoTakesPartIsWrittenDownByTheirOwnHouseOrByWhoeverKeepsTheRecord() {
        Holder third = Holder.of(PLANNER.organization(), Code.of("clerk"));
        JoinTeam joins = HomeStart.joins(third, OrganizationKind.HOSPITAL);

        assertThat(heard(INTAKE, PLANNER, joins)).containsExactly(Reason.NOT_YOUR_TURN);
        assertThat(heard(INTAKE, PLANNER, new LeaveTeam(LEAD))).containsExactly(Reason.NOT_YOUR_TURN);
        assertThat(heard(LEAD, PLANNER, joins)).isEmpty();
    }

    @Test
    void whoProposesConditionsDoesNotAgreeToThemForTheOther() {
        Condition condition = new Condition(
                Sensitive.of("Two carers"),
                Condition.Kind.LIMITATION,
                PLANNER,
                run.now().plus(Duration.ofHours(9)));
        run.given(NURSE, says(ROUTINES))
                .given(PLANNER, offer(INTAKE))
                .given(INTAKE, answer(1, new Answer.AcceptWithConditions(List.of(condition))));

        assertThat(heard(INTAKE, PLANNER, in(new AgreeConditions(1)))).containsExactly(Reason.NOT_YOUR_TURN);
        assertThat(heard(LEAD, PLANNER, in(new AgreeConditions(1)))).isEmpty();
    }

    @Test
    void anAnswerByTelephoneIsKnownAsRelayedAndOneOfTheirOwnAsConfirmed() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        RecordCommand declines = answer(1, new Answer.Decline(Code.of("outside-area"), Sensitive.none()));
        Relayed said = new Relayed(INTAKE, Channel.PHONE, run.now());
        Act phone = new Act(CommandId.of("by-phone"), LEAD, Stamp.at(run.now()), Optional.of(said));

        assertThat(category(run.record()
                        .decide(declines, phone, RecordWalk.salt(9), run.rules())
                        .orThrow()
                        .state()))
                .isEqualTo(Grade.RELAYED);
        assertThat(category(run.given(INTAKE, declines).record())).isEqualTo(Grade.CONFIRMED);
    }

    private static Grade category(CoordinationRecord record) {
        return record.chart()
                .evidence()
                .fact(OnHandoff.RESPONSE_CATEGORY)
                .orElseThrow()
                .grade();
    }

    @Test
    void anOfferIsWithdrawnByItsSendersOwnPeopleOrByWhoeverKeepsTheRecord() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        for (RecordCommand said : List.of(
                in(new WithdrawOffer(1, WHY)),
                in(new MarkInError(WHY)),
                new MoveRun(RUN, 2, Digest.of(new byte[] {1}), WHY),
                new LeaveStage(RUN))) {
            assertThat(heard(INTAKE, PLANNER, said)).containsExactly(Reason.NOT_YOUR_TURN);
        }

        assertThat(heard(LEAD, PLANNER, in(new WithdrawOffer(1, WHY)))).isEmpty();
    }

    @Test
    void aFactIsWrittenDownByWhoeverHeardIt() {
        assertThat(heard(INTAKE, NURSE, says(ROUTINES))).isEmpty();
        assertThat(heard(INTAKE, NURSE, new RaiseFlag(FALLS))).isEmpty();
    }

    @Test
    void whatWasHeardByTelephoneIsNeverFirmerThanThatAndWhatWasWeakerStaysWeaker() {
        assertThat(graded(Grade.CONFIRMED)).isEqualTo(Grade.RELAYED);
        assertThat(graded(Grade.REPORTED_BY_PERSON)).isEqualTo(Grade.REPORTED_BY_PERSON);
        run.given(NURSE, new RecordFact(ROUTINES, Sensitive.of("as told"), CHART, Grade.RECORDED));
        assertThat(grade(run.record())).isEqualTo(Grade.RECORDED);
    }

    @Test
    void aYesOfThePersonByTelephoneIsWrittenDownByWhoeverKeepsTheRecord() {
        OnSharing yes = new OnSharing(new RecordConsent(Consent.permit(
                new Scope.Everything(List.of()),
                Audience.of(INTAKE.organization()),
                Purpose.CARE_COORDINATION,
                Giver.self(HomeStart.WHO),
                Consent.Form.SPOKEN,
                HomeStart.START)));
        Holder inTheirName = Holder.of(SCHEDULER.organization(), SCHEDULER.role(), HomeStart.WHO);

        assertThat(heard(INTAKE, PERSON, yes)).containsExactly(Reason.NOT_YOUR_TURN);
        assertThat(heard(INTAKE, inTheirName, yes)).containsExactly(Reason.ROLE_NOT_PERMITTED);
        assertThat(heard(PLANNER, PERSON, yes)).isEmpty();
        run.when(PERSON, yes).thenApplied();
    }

    @Test
    @Requirement("NOT-26")
    void whatThePersonToldUsOpensNoGateThatTheProvidersOwnWordOpens() {
        RecordFact told = new RecordFact(ROUTINES, Sensitive.of("as told"), CHART, Grade.REPORTED_BY_PERSON);
        RecordFact confirmed = new RecordFact(ROUTINES, Sensitive.of("as told"), CHART, Grade.CONFIRMED);

        RecordFixture weak = HomeStart.run().given(NURSE, told);
        weak.when(PLANNER, offer(INTAKE)).thenRefused(Reason.FIELD_TOO_WEAK);
        weak.given(NURSE, confirmed).when(PLANNER, offer(INTAKE)).thenApplied();
    }

    private Grade graded(Grade said) {
        Act act = byPhone(INTAKE, NURSE);
        RecordFact fact = new RecordFact(ROUTINES, Sensitive.of("as told"), CHART, said);
        return grade(run.record()
                .would(fact, act, RecordWalk.salt(9), HomeStart.rules())
                .orThrow()
                .state());
    }

    private static Grade grade(CoordinationRecord record) {
        return record.chart().evidence().fact(ROUTINES).orElseThrow().grade();
    }

    private Act byPhone(Holder by, Holder speaker) {
        return new Act(
                CommandId.of("by-phone"),
                by,
                Stamp.at(run.now()),
                Optional.of(new Relayed(speaker, Channel.PHONE, run.now())));
    }

    private List<Reason> heard(Holder by, Holder speaker, RecordCommand command) {
        return run
                .record()
                .would(command, byPhone(by, speaker), RecordWalk.salt(9), HomeStart.rules())
                .refusals()
                .stream()
                .map(Refusal::code)
                .toList();
    }
}
