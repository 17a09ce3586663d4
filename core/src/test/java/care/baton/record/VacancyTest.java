package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SECOND_PLANNER;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.joins;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Relayed;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.time.Stamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A role that nobody has any more in one organization, and that another takes. */
class VacancyTest {

    private static final Holder OTHER_FUNDER = elsewhere(FUNDER);
    private static final Holder OTHER_PLANNER = elsewhere(PLANNER);
    private static final Holder VACANT_PLANNER = PLANNER.heldBy(Optional.empty());
    private static final Key HOURS_DUTY = Keys.duty(RUN, HOURS);

    private final RecordFixture run = HomeStart.run();

    @AfterEach
    void theAuditFindsNothing() {
        assertThat(Audit.of(
                        run.record().ledger().entries().toList(),
                        HomeStart.rules().pathways()))
                .isEmpty();
    }

    @Test
    void theWorkOfARoleGoesToWhoeverIsTakenInForItNext() {
        run.given(LEAD, new LeaveTeam(FUNDER));
        assertThat(holder(HOURS_DUTY)).isEqualTo(FUNDER.heldBy(Optional.empty()));

        run.given(LEAD, taken(OTHER_FUNDER));

        assertThat(holder(HOURS_DUTY)).isEqualTo(OTHER_FUNDER.heldBy(Optional.empty()));
        run.when(OTHER_FUNDER, new Fulfil(HOURS_DUTY)).thenApplied();
    }

    @Test
    void theWorkOfARoleGoesAtOnceToWhoeverHasItElsewhere() {
        run.given(LEAD, taken(OTHER_FUNDER));
        assertThat(holder(HOURS_DUTY).sameRole(FUNDER)).isTrue();

        run.given(LEAD, new LeaveTeam(FUNDER));

        assertThat(holder(HOURS_DUTY)).isEqualTo(OTHER_FUNDER.heldBy(Optional.empty()));
        assertThat(holder(Keys.of(RUN, Keys.STAFFING, FUNDER.role())).sameRole(LEAD))
                .isTrue();
    }

    @Test
    void whatIsLateIsHeardByWhoeverHasTheRoleNow() {
        run.given(LEAD, new LeaveTeam(FUNDER), taken(OTHER_FUNDER)).after(Duration.ofDays(9));

        run.given(LEAD, new AdvanceTime());

        assertThat(run.record().chart().obligations().open().stream().map(Obligation::holder))
                .anyMatch(OTHER_FUNDER::sameRole)
                .noneMatch(FUNDER::sameRole);
    }

    @Test
    void whoeverKeepsTheRecordWritesForARoleThatNobodyHasAnyMore() {
        Holder vacant = FUNDER.heldBy(Optional.empty());
        assertThat(relayed(INTAKE, vacant)).isNotEmpty();
        run.given(LEAD, new LeaveTeam(FUNDER));

        assertThat(relayed(INTAKE, vacant)).extracting(Refusal::code).containsExactly(Reason.NOT_A_MEMBER);
        assertThat(relayed(LEAD, vacant)).isEmpty();
        run.given(LEAD, taken(OTHER_FUNDER));
        assertThat(relayed(LEAD, vacant)).extracting(Refusal::code).containsExactly(Reason.NOT_A_MEMBER);
    }

    @Test
    void whatAnOrganizationAnswersForStaysWithItAndItsOwnPeopleGoOn() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        run.given(LEAD, new LeaveTeam(PLANNER), new LeaveTeam(SECOND_PLANNER), taken(OTHER_PLANNER));

        assertThat(run.record().work().ownerAt(HANDOFF, run.now())).contains(VACANT_PLANNER);
        assertThat(holder(Keys.stage(RUN, Code.of("refer")))).isEqualTo(VACANT_PLANNER);
        run.when(OTHER_PLANNER, new LeaveStage(RUN))
                .thenRefused(
                        Reason.ROLE_NOT_PERMITTED, Reason.FIELD_MISSING, Reason.DUTY_NOT_DONE, Reason.DUTY_NOT_DONE);
        run.when(VACANT_PLANNER, new LeaveStage(RUN))
                .thenRefused(Reason.FIELD_MISSING, Reason.DUTY_NOT_DONE, Reason.DUTY_NOT_DONE);
        run.when(OTHER_PLANNER, withdrawn()).thenRefused(Reason.NOT_YOUR_TURN);
        run.given(VACANT_PLANNER, withdrawn());
        run.when(VACANT_PLANNER, offer(INTAKE)).thenApplied();
    }

    private static RecordCommand withdrawn() {
        return in(new WithdrawOffer(1, Code.of("plan-changed")));
    }

    private static JoinTeam taken(Holder seat) {
        return joins(seat, OrganizationKind.HOME_CARE_PROVIDER);
    }

    private List<Refusal> relayed(Holder by, Holder speaker) {
        Act act = new Act(
                CommandId.of("relayed"),
                by,
                Stamp.at(run.now()),
                Optional.of(new Relayed(speaker, Channel.PHONE, run.now())));
        return run.record()
                .would(new Fulfil(HOURS_DUTY), act, Salt.of(new byte[16]), HomeStart.rules())
                .refusals();
    }

    private Holder holder(Key key) {
        return run.record().chart().obligations().get(key).orElseThrow().holder();
    }

    private static Holder elsewhere(Holder seat) {
        return Holder.of(OrganizationId.of("bureau"), seat.role(), PersonId.of("newcomer"));
    }
}
