package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.WHO;
import static care.baton.record.HomeStart.joins;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.ownership.Absence;
import care.baton.ownership.TeamEvent.AbsenceEnded;
import care.baton.ownership.TeamEvent.MemberJoined;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.record.RecordCommand.AcceptAssignment;
import care.baton.record.RecordCommand.Assign;
import care.baton.record.RecordCommand.EndAbsence;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.PlanAbsence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who takes part in a record, and what becomes of what they held. */
class TeamChangesTest {

    private static final JoinTeam PLANNERS = joins(PLANNER, OrganizationKind.HOSPITAL);
    private static final JoinTeam PERSONS = joins(PERSON, OrganizationKind.PERSON_AND_FAMILY);
    private static final JoinTeam NURSES = joins(NURSE, OrganizationKind.CLINIC);
    private static final Key SUPPLY = Keys.of(RUN, Keys.SUPPLY, ROUTINES);
    private static final Key STAFFING = Keys.of(RUN, Keys.STAFFING, NURSE.role());

    private final RecordFixture run = HomeStart.run();

    @Test
    void aRecordIsOpenedByTwoOfWhomOneIsThePersonAndOneKeepsIt() {
        opening(PLANNERS, PERSONS).thenApplied();
        opening(PLANNERS).thenRefused(Reason.TEAM_TOO_SMALL, Reason.PERSON_NOT_IN_TEAM);
        opening(PERSONS, PERSONS).thenRefused(Reason.TEAM_TOO_SMALL, Reason.NOT_A_MEMBER);
        opening(PLANNERS, NURSES).thenRefused(Reason.PERSON_NOT_IN_TEAM);
        opening(NURSES, PERSONS).thenRefused(Reason.NOT_A_MEMBER);
        opening(PLANNERS, PERSONS).when(PLANNER, HomeStart.opening()).thenRefused(Reason.RECORD_ALREADY_OPEN);
    }

    @Test
    void joiningTwiceIsJoiningOnceAndWhoLeftMayComeBack() {
        run.when(NURSE, NURSES).thenNothing();
        run.when(NURSE, new LeaveTeam(NURSE)).thenHappened(MemberLeft.class);
        run.when(LEAD, new LeaveTeam(NURSE)).thenNothing();
        run.when(
                        LEAD,
                        new PlanAbsence(
                                NURSE,
                                new Absence(
                                        PersonId.of("nurse-2"),
                                        run.now(),
                                        run.now().plus(Duration.ofDays(1)))))
                .thenRefused(Reason.NOT_A_MEMBER);
        run.when(INTAKE, NURSES).thenRefused(Reason.NOT_YOUR_TURN);
        run.when(LEAD, NURSES).thenHappened(MemberJoined.class);
    }

    @Test
    void whatALeaverHeldStaysWithTheRoleTheSupervisorIsToldAndNobodyElsesIsTouched() {
        takes(NURSE, SUPPLY);
        takes(FUNDER, Keys.duty(RUN, HOURS));
        assertThat(get(SUPPLY).holder()).isEqualTo(NURSE);

        run.given(NURSE, new LeaveTeam(NURSE));

        assertThat(get(SUPPLY).holder()).isEqualTo(NURSE.heldBy(Optional.empty()));
        assertThat(get(Keys.duty(RUN, HOURS)).holder()).isEqualTo(FUNDER);
        assertThat(get(STAFFING).holder().sameRole(LEAD)).isTrue();
        assertThat(get(STAFFING).due()).isEqualTo(START.plus(Duration.ofHours(6)));
        assertThat(Audit.of(
                        run.record().ledger().entries().toList(),
                        HomeStart.rules().pathways()))
                .isEmpty();
        run.given(INTAKE, new LeaveTeam(INTAKE));
        assertThat(find(Keys.of(RUN, Keys.STAFFING, INTAKE.role()))).isEmpty();
    }

    @Test
    void workIsTakenOnByThePersonForWhomItWasProposedAndByNobodyElse() {
        Holder second = NURSE.heldBy(Optional.of(PersonId.of("nurse-2")));
        run.given(LEAD, joins(second, OrganizationKind.CLINIC));

        run.when(NURSE, new AcceptAssignment(SUPPLY)).thenRefused(Reason.NOT_PROPOSED);
        run.given(NURSE, new Assign(SUPPLY, second.person().orElseThrow()));
        run.when(NURSE, new AcceptAssignment(SUPPLY)).thenRefused(Reason.NOT_PROPOSED);
        run.when(FUNDER, new AcceptAssignment(SUPPLY)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.given(second, new AcceptAssignment(SUPPLY));

        assertThat(get(SUPPLY).holder()).isEqualTo(second);
    }

    @Test
    void whatNobodyCouldBeFoundForGoesToWhoeverIsTakenInForIt() {
        RecordFixture one = opening(PLANNERS, PERSONS, joins(LEAD, OrganizationKind.HOSPITAL))
                .given(PLANNER, new OpenRun(RUN, Code.of("home-start"), 1));
        Holder unheld = Holder.of(PLANNER.organization(), FUNDER.role());
        Key hours = Keys.duty(RUN, HOURS);
        assertThat(one.record().chart().obligations().get(hours).orElseThrow().holder())
                .isEqualTo(unheld);

        one.given(PLANNER, joins(FUNDER, OrganizationKind.PAYER));

        assertThat(one.record().chart().obligations().get(hours).orElseThrow().holder())
                .isEqualTo(FUNDER.heldBy(Optional.empty()));
        assertThat(Audit.of(
                        one.record().ledger().entries().toList(),
                        HomeStart.rules().pathways()))
                .isEmpty();
        one.when(FUNDER, new Fulfil(hours)).thenApplied();
        one.given(PLANNER, joins(INTAKE, OrganizationKind.HOME_CARE_PROVIDER));
        assertThat(one.record().chart().obligations().get(hours).orElseThrow().holder())
                .isEqualTo(FUNDER.heldBy(Optional.empty()));
    }

    @Test
    void theSupervisorIsToldWhenNobodyIsLeftInARoleThatOwesAnAnswer() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE.heldBy(Optional.empty())));

        run.given(INTAKE, new LeaveTeam(INTAKE));

        assertThat(get(Keys.of(RUN, Keys.STAFFING, INTAKE.role())).holder().sameRole(LEAD))
                .isTrue();
    }

    @Test
    void theSupervisorIsNotTroubledWhileAnotherIsInTheRole() {
        Holder colleague = INTAKE.heldBy(Optional.of(PersonId.of("intake-9")));
        run.given(LEAD, joins(colleague, OrganizationKind.HOME_CARE_PROVIDER));
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE.heldBy(Optional.empty())));

        run.given(INTAKE, new LeaveTeam(INTAKE));

        assertThat(find(Keys.of(RUN, Keys.STAFFING, INTAKE.role()))).isEmpty();
    }

    @Test
    void theSupervisorIsToldWhenOneLeavesWhoStandsInForAnother() {
        Holder colleague = INTAKE.heldBy(Optional.of(PersonId.of("intake-9")));
        Absence away = new Absence(PersonId.of("intake-9"), run.now(), run.now().plus(Duration.ofDays(1)));
        run.given(LEAD, joins(colleague, OrganizationKind.HOME_CARE_PROVIDER));
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE)).given(INTAKE, new PlanAbsence(INTAKE, away));

        run.given(colleague, new LeaveTeam(colleague));

        assertThat(get(Keys.of(RUN, Keys.STAFFING, INTAKE.role())).holder().sameRole(LEAD))
                .isTrue();
        assertThat(run.record().work().of(colleague, run.now())).isEmpty();
    }

    @Test
    void nobodyStandsInForThemselves() {
        Absence away =
                new Absence(INTAKE.person().orElseThrow(), run.now(), run.now().plus(Duration.ofDays(1)));

        run.when(INTAKE, new PlanAbsence(INTAKE, away)).thenRefused(Reason.VALUE_MALFORMED);
    }

    @Test
    void whoComesBackEarlyHoldsAgainWhatTheCoverStoodInFor() {
        takes(NURSE, SUPPLY);
        Absence away = new Absence(PersonId.of("nurse-2"), run.now(), run.now().plus(Duration.ofDays(9)));
        run.given(NURSE, new PlanAbsence(NURSE, away));
        assertThat(run.record().chart().team().acting(NURSE, run.now())).isNotEqualTo(NURSE);

        run.when(INTAKE, new EndAbsence(NURSE)).thenRefused(Reason.NOT_YOUR_TURN);
        run.when(LEAD, new EndAbsence(NURSE.heldBy(Optional.empty()))).thenRefused(Reason.NOT_A_MEMBER);
        run.when(NURSE, new EndAbsence(NURSE)).thenHappened(AbsenceEnded.class);
        run.when(NURSE, new EndAbsence(NURSE)).thenNothing();

        assertThat(run.record().chart().team().acting(NURSE, run.now())).isEqualTo(NURSE);
        assertThat(get(SUPPLY).holder()).isEqualTo(NURSE);
    }

    private static RecordFixture opening(JoinTeam... team) {
        return RecordFixture.of(RecordId.of("record-4"), HomeStart.rules(), START)
                .when(PLANNER, new OpenRecord(PLANNER.organization(), WHO, List.of(team), List.of()));
    }

    private void takes(Holder seat, Key key) {
        run.given(seat, new Assign(key, seat.person().orElseThrow()), new AcceptAssignment(key));
    }

    private Obligation get(Key key) {
        return find(key).orElseThrow();
    }

    private Optional<Obligation> find(Key key) {
        return run.record().chart().obligations().get(key);
    }
}
