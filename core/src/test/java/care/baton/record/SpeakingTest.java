package care.baton.record;

import static care.baton.record.HomeStart.APPROVED;
import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.hours;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Kinds;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.ownership.Absence;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.PlanAbsence;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordAgreement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A role counts where it is held: the same word in another house opens nothing. */
class SpeakingTest {

    private static final Holder LEAD_ELSEWHERE = Holder.of(NURSE.organization(), LEAD.role());
    private static final Holder LEAD_AT_THE_AGENCY = Holder.of(INTAKE.organization(), LEAD.role());
    private static final Holder NURSE_ELSEWHERE = Holder.of(PLANNER.organization(), NURSE.role());
    private static final Holder STRANGER = Holder.of(OrganizationId.of("third-agency"), INTAKE.role());

    private final RecordFixture run = HomeStart.run();

    @Test
    void anApprovalIsGivenByTheRoleWhereItIsHeld() {
        run.given(NURSE, new RaiseFlag(FALLS));
        Approve approval = new Approve(APPROVED, List.of(new Covered(FALLS, 1)));

        run.when(LEAD_ELSEWHERE, approval).thenRefused(Reason.NOT_A_MEMBER);
        run.when(LEAD, approval).thenApplied();
    }

    @Test
    void aFieldIsSuppliedByTheRoleWhereItIsHeld() {
        run.when(NURSE_ELSEWHERE, says(RISKS)).thenRefused(Reason.NOT_A_MEMBER);
        run.when(NURSE, says(RISKS)).thenApplied();
    }

    @Test
    void whoKeepsTheRecordActsInARoleThatNobodyHas() {
        Holder clerk = Holder.of(PLANNER.organization(), Code.of("clerk"));
        Holder elsewhere = Holder.of(NURSE.organization(), Code.of("clerk"));

        run.when(clerk, new RaiseFlag(FALLS)).thenApplied();
        run.when(elsewhere, new RaiseFlag(FALLS)).thenRefused(Reason.NOT_A_MEMBER);
    }

    @Test
    void timeIsMovedByAnyOrganizationThatTakesPart() {
        run.when(LEAD_ELSEWHERE, new AdvanceTime()).thenApplied();
        run.when(STRANGER, new AdvanceTime()).thenRefused(Reason.NOT_A_MEMBER);
    }

    @Test
    void aPartnerWhoIsReachedAsAgreedAnswersAndBegins() {
        run.given(NURSE, says(ROUTINES), says(RISKS)).given(PLANNER, agreed()).given(PLANNER, offer(STRANGER));

        run.when(STRANGER, says(ROUTINES)).thenRefused(Reason.NOT_A_MEMBER);
        run.given(STRANGER, answer(1, new Answer.Accept()));

        assertThat(run.record().work().ownerAt(HomeStart.HANDOFF, run.now()))
                .hasValueSatisfying(h -> assertThat(h.sameRole(STRANGER)).isTrue());
        run.when(STRANGER, in(new StartAction())).thenApplied();
    }

    @Test
    void nobodyElsesOfferIsAnsweredByAStranger() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));

        run.when(STRANGER, answer(1, new Answer.Accept())).thenRefused(Reason.NOT_A_MEMBER);
    }

    @Test
    void anOfferIsMadeByWhoeverOwnsTheStageOrAnswersForTheRun() {
        run.given(NURSE, says(ROUTINES));

        run.when(NURSE, offer(INTAKE)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(SCHEDULER, offer(INTAKE)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(LEAD, offer(INTAKE)).thenApplied();
    }

    @Test
    void aConditionLiesWithSomebodyWhoCanBeReached() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));

        run.when(INTAKE, answer(1, terms(Holder.of(OrganizationId.of("nowhere"), PLANNER.role()))))
                .thenRefused(Reason.NOTHING_AGREED);
        run.when(INTAKE, answer(1, terms(Holder.of(PLANNER.organization(), Code.of("planer")))))
                .thenRefused(Reason.NOT_A_MEMBER);
        run.when(INTAKE, answer(1, terms(PLANNER))).thenApplied();
    }

    @Test
    void whatAPartnerOwesIsHeardOneReadingLaterInAllThatFollowsTheOffer() {
        run.given(PLANNER, reads(INTAKE, Duration.ofHours(3)))
                .given(NURSE, says(ROUTINES))
                .given(PLANNER, offer(INTAKE))
                .given(INTAKE, answer(1, terms(INTAKE)));

        assertThat(run.record().chart().obligations().openOf(HomeStart.HANDOFF.value(), Kinds.MEET))
                .singleElement()
                .satisfies(
                        meet -> assertThat(meet.route().levels().get(0).after()).isEqualTo(Duration.ofHours(3)));
    }

    @Test
    void eachOrganizationSaysWhoOfItsOwnTakesPartAndWhoKeepsTheRecordSaysItForAll() {
        Absence away = new Absence(PLANNER.person().orElseThrow(), START, START.plus(Duration.ofHours(8)));

        run.when(INTAKE, new LeaveTeam(NURSE)).thenRefused(Reason.NOT_YOUR_TURN);
        run.when(NURSE, new PlanAbsence(PLANNER, away)).thenRefused(Reason.NOT_YOUR_TURN);
        run.when(INTAKE, HomeStart.joins(STRANGER, OrganizationKind.HOME_CARE_PROVIDER))
                .thenRefused(Reason.NOT_YOUR_TURN);
        run.when(INTAKE, new LeaveTeam(SCHEDULER)).thenApplied();
        run.when(PLANNER, new LeaveTeam(NURSE)).thenApplied();
    }

    @Test
    void nobodyTakesARoleOfTheDefinitionThatTheirHouseDoesNotHold() {
        Holder colleague = Holder.of(INTAKE.organization(), INTAKE.role(), PersonId.of("intake-9"));
        Holder clerk = Holder.of(INTAKE.organization(), Code.of("clerk"));

        run.when(INTAKE, HomeStart.joins(LEAD_AT_THE_AGENCY, OrganizationKind.HOME_CARE_PROVIDER))
                .thenRefused(Reason.NOT_YOUR_TURN);
        assertThat(run.record().chart().team().seatOf(LEAD.role()))
                .hasValueSatisfying(seat -> assertThat(seat.sameRole(LEAD)).isTrue());
        run.when(INTAKE, HomeStart.joins(colleague, OrganizationKind.HOME_CARE_PROVIDER))
                .thenApplied();
        run.when(INTAKE, HomeStart.joins(clerk, OrganizationKind.HOME_CARE_PROVIDER))
                .thenApplied();
        run.when(PLANNER, HomeStart.joins(LEAD_AT_THE_AGENCY, OrganizationKind.HOME_CARE_PROVIDER))
                .thenApplied();
    }

    @Test
    void thePersonWhoseCareItIsStays() {
        run.when(PLANNER, new LeaveTeam(PERSON)).thenRefused(Reason.PERSON_NOT_IN_TEAM);
    }

    private static Answer terms(Holder holder) {
        return new Answer.AcceptWithConditions(List.of(new Condition(
                Sensitive.of("A key to the house"),
                Condition.Kind.PRECONDITION,
                holder,
                START.plus(Duration.ofHours(20)))));
    }

    private static RecordAgreement agreed() {
        return agreed(STRANGER, Optional.empty());
    }

    private static RecordAgreement reads(Holder partner, Duration each) {
        return agreed(partner, Optional.of(each));
    }

    private static RecordAgreement agreed(Holder partner, Optional<Duration> polled) {
        return new RecordAgreement(new Agreement(
                partner.organization(), Channel.ELECTRONIC, hours(7), polled, List.of(), START, Optional.empty()));
    }
}
