package care.baton.record;

import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SECOND_PLANNER;
import static care.baton.record.HomeStart.WHO;
import static care.baton.record.HomeStart.joins;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.disclosure.EmergencyRule;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.ownership.TeamEvent.MemberJoined;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.record.RecordCommand.AcknowledgeDuties;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.trace.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who takes part: who is needed to begin, who comes back, and what is made of a seat that falls empty. */
class TakingPartTest {

    private static final JoinTeam PLANS = joins(PLANNER, OrganizationKind.HOSPITAL);
    private static final JoinTeam NURSES = joins(NURSE, OrganizationKind.CLINIC);
    private static final JoinTeam LIVES_THERE = joins(PERSON, OrganizationKind.PERSON_AND_FAMILY);

    @Test
    void twoAreEnoughToBegin() {
        opening(PLANS, LIVES_THERE).thenApplied();
    }

    @Test
    void whoeverKeepsTheRecordTakesPartInIt() {
        opening(NURSES, LIVES_THERE).thenRefused(Reason.NOT_A_MEMBER);
    }

    @Test
    void joiningTwiceIsJoiningOnceAndOneWhoLeftMayComeBack() {
        RecordFixture one = HomeStart.record();

        one.when(LEAD, NURSES).thenNothing();
        one.given(LEAD, new LeaveTeam(NURSE)).when(LEAD, NURSES).thenHappened(MemberJoined.class);
    }

    /** Else a payer's clerk could call themself a physician, look past what is closed, and review it as privacy officer. */
    @Test
    @Promise(42)
    void noHouseGivesItsOwnPeopleARoleThatOpensDoors() {
        RecordFixture one = HomeStart.record();
        EmergencyRule emergency = one.rules().disclosure().emergency();
        List<Code> opening = new ArrayList<>(emergency.roles());
        opening.add(emergency.reviewer());
        opening.add(one.rules().notes().reviewer());
        one.rules()
                .risks()
                .patterns()
                .forEach(rule -> opening.add(rule.proposal().reviewer()));

        for (Code role : opening) {
            Holder clerk = Holder.of(INTAKE.organization(), role, PersonId.of("clerk-1"));
            one.when(INTAKE, joins(clerk, OrganizationKind.PAYER)).thenRefused(Reason.NOT_YOUR_TURN);
        }
        Holder clerk = Holder.of(INTAKE.organization(), emergency.reviewer(), PersonId.of("clerk-1"));
        one.when(LEAD, joins(clerk, OrganizationKind.PAYER)).thenApplied();
        Holder porter = Holder.of(INTAKE.organization(), Code.of("porter"), PersonId.of("porter-1"));
        one.when(INTAKE, joins(porter, OrganizationKind.PAYER)).thenApplied();
    }

    @Test
    @Promise(41)
    void noHouseSaysOfOneOfItsOwnThatTheyAreThePerson() {
        RecordFixture one = HomeStart.record();
        Holder guest = Holder.of(INTAKE.organization(), Code.of("guest"), WHO);
        Holder advocate = Holder.of(PERSON.organization(), Code.of("advocate"), WHO);

        one.when(INTAKE, joins(guest, OrganizationKind.PERSON_AND_FAMILY)).thenRefused(Reason.NOT_YOUR_TURN);
        one.when(PERSON, joins(advocate, OrganizationKind.PERSON_AND_FAMILY)).thenApplied();
        one.when(LEAD, joins(guest, OrganizationKind.PERSON_AND_FAMILY)).thenApplied();
    }

    @Test
    void oneWhoLeavesPassesOnWhatTheyHeldAndNothingElseAndTheLeadIsToldToStaffTheSeat() {
        RecordFixture run = HomeStart.record()
                .given(NURSE, new AcknowledgeDuties())
                .given(PLANNER, new OpenRun(RUN, Code.of("home-start"), 1));
        List<Obligation> others =
                open(run).filter(o -> !o.holder().equals(NURSE)).toList();

        assertThat(open(run)).anyMatch(o -> o.holder().equals(NURSE));
        run.given(LEAD, new LeaveTeam(NURSE));

        assertThat(open(run)).containsAll(others).noneMatch(o -> o.holder().equals(NURSE));
        assertThat(staffing(run)).extracting(Holder::role).containsExactly(LEAD.role());
    }

    @Test
    void oneWhoHeldNothingLeavesNoSeatToBeStaffed() {
        RecordFixture run = HomeStart.run().given(LEAD, new LeaveTeam(SECOND_PLANNER));

        assertThat(open(run)).noneMatch(o -> o.holder().equals(SECOND_PLANNER));
        assertThat(staffing(run)).isEmpty();
    }

    private static RecordFixture opening(JoinTeam... team) {
        return RecordFixture.of(RecordId.of("record-1"), HomeStart.rules(), HomeStart.START)
                .when(PLANNER, new OpenRecord(PLANNER.organization(), WHO, List.of(team), List.of()));
    }

    private static Stream<Obligation> open(RecordFixture run) {
        return run.record().chart().obligations().open().stream();
    }

    private static List<Holder> staffing(RecordFixture run) {
        return open(run)
                .filter(o -> o.key().kind().equals(Keys.STAFFING))
                .map(Obligation::holder)
                .toList();
    }
}
