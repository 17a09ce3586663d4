package care.baton.record;

import static care.baton.record.HomeStart.APPROVED;
import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.evidence.Entry;
import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.ApprovalRevoked;
import care.baton.evidence.EvidenceEvent.FactSetAside;
import care.baton.evidence.EvidenceEvent.FlagCleared;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.evidence.Flag;
import care.baton.evidence.Salt;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.pathway.Altered;
import care.baton.pathway.Waivable;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.ClearFlag;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RevokeApproval;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may say what is known, set it aside, warn, approve and let pass. */
class WhoMaySayTest {

    private static final Code WHY = Code.of("changed");
    private static final Approve APPROVES = new Approve(APPROVED, List.of(new Covered(FALLS, 1)));
    private static final Key DECIDE = Keys.of(RUN, Keys.WAIVER_ENDED, APPROVED);

    private final RecordFixture run = HomeStart.run();

    @Test
    void aFieldIsSaidByWhoeverTheDefinitionNamesForIt() {
        assertThat(refused(PLANNER, says(RISKS)))
                .isEqualTo(Refusal.of(Reason.ROLE_NOT_PERMITTED, "facts/risks", List.of(NURSE.role())));
        assertThat(refused(LEAD, says(ROUTINES)))
                .isEqualTo(
                        Refusal.of(Reason.ROLE_NOT_PERMITTED, "facts/routines", List.of(NURSE.role(), PLANNER.role())));
        run.given(PLANNER, says(ROUTINES)).given(NURSE, says(RISKS));
    }

    @Test
    void aVersionIsSetAsideOnceByTheRoleThatSaidIt() {
        run.given(NURSE, says(ROUTINES), says(ROUTINES));
        Refusal unknown = Refusal.of(Reason.FACT_UNKNOWN, "facts/routines");

        assertThat(refused(NURSE, aside(0))).isEqualTo(unknown);
        assertThat(refused(NURSE, aside(3))).isEqualTo(unknown);
        assertThat(refused(PLANNER, aside(2)))
                .isEqualTo(Refusal.of(Reason.ROLE_NOT_PERMITTED, "facts/routines", List.of(NURSE.role())));
        run.when(NURSE, aside(2)).thenHappened(FactSetAside.class);
        assertThat(run.record().chart().evidence().fact(ROUTINES)).isEmpty();
        assertThat(refused(NURSE, aside(2))).isEqualTo(unknown);
    }

    @Test
    void aWarningIsClearedByWhoeverApprovesInSpiteOfIt() {
        Refusal none = Refusal.of(Reason.FLAG_NOT_RAISED, "flags/fall-risk");
        assertThat(refused(LEAD, new ClearFlag(FALLS, WHY))).isEqualTo(none);
        run.given(NURSE, new RaiseFlag(FALLS), new RaiseFlag(Code.of("worse")));

        assertThat(refused(NURSE, new ClearFlag(FALLS, WHY)))
                .isEqualTo(Refusal.of(Reason.ROLE_NOT_PERMITTED, "flags/fall-risk", List.of(LEAD.role())));
        assertThat(refused(LEAD, new ClearFlag(Code.of("worse"), WHY)))
                .isEqualTo(Refusal.of(Reason.ROLE_NOT_PERMITTED, "flags/worse", List.of()));
        run.when(LEAD, new ClearFlag(FALLS, WHY)).thenHappened(FlagCleared.class);

        assertThat(refused(LEAD, new ClearFlag(FALLS, WHY))).isEqualTo(none);
        run.given(NURSE, new RaiseFlag(FALLS));
        assertThat(run.record().chart().evidence().flag(FALLS))
                .map(Flag::version)
                .contains(2);
    }

    @Test
    void anApprovalHasItsNumberAndIsTakenBackOnceByTheRoleThatGaveIt() {
        run.given(NURSE, new RaiseFlag(FALLS));
        run.when(LEAD, APPROVES).thenHappened(ApprovalGiven.class);
        assertThat(refused(LEAD, new RevokeApproval(2, WHY)))
                .isEqualTo(Refusal.of(Reason.APPROVAL_UNKNOWN, "approvals/2"));
        run.given(LEAD, APPROVES);
        assertThat(run.record().ledger().entries().toList())
                .extracting(Entry::event)
                .contains(
                        new ApprovalGiven(APPROVED, 1, APPROVES.covers()),
                        new ApprovalGiven(APPROVED, 2, APPROVES.covers()));

        assertThat(refused(LEAD, new RevokeApproval(0, WHY)))
                .isEqualTo(Refusal.of(Reason.APPROVAL_UNKNOWN, "approvals/0"));
        assertThat(refused(NURSE, new RevokeApproval(2, WHY)).code()).isEqualTo(Reason.ROLE_NOT_PERMITTED);
        run.when(LEAD, new RevokeApproval(2, WHY)).thenHappened(ApprovalRevoked.class);
        run.when(LEAD, new RevokeApproval(1, WHY)).thenHappened(ApprovalRevoked.class);
        assertThat(refused(LEAD, new RevokeApproval(2, WHY)))
                .isEqualTo(Refusal.of(Reason.APPROVAL_UNKNOWN, "approvals/2"));
    }

    @Test
    void whatIsLetPassIsLetPassFromNowForSoLongAsTheDefinitionSays() {
        Instant longest = START.plus(Duration.ofHours(48));

        assertThat(refused(LEAD, waiver(ROUTINES, START)))
                .isEqualTo(Refusal.of(Reason.DUE_IN_THE_PAST, "waivers/routines/until"));
        assertThat(refused(LEAD, waiver(ROUTINES, longest.plusNanos(1))))
                .isEqualTo(Refusal.of(Reason.WAIVER_TOO_LONG, "waivers/routines/until")
                        .at(longest));
        assertThat(refused(NURSE, waiver(ROUTINES, longest)).code()).isEqualTo(Reason.ROLE_NOT_PERMITTED);
        run.when(LEAD, waiver(ROUTINES, START.plusNanos(1))).thenHappened(WaiverGranted.class);
        run.when(LEAD, waiver(ROUTINES, longest)).thenHappened(WaiverGranted.class);
    }

    @Test
    void approvingOrNoLongerHavingToIsTheDecisionOnWhatHadBeenLetPass() {
        RecordFixture approving = letPassAndEnded();
        approving.given(LEAD, APPROVES);
        assertThat(decision(approving)).isFalse();

        RecordFixture clearing = letPassAndEnded();
        clearing.given(LEAD, new ClearFlag(FALLS, WHY));
        assertThat(decision(clearing)).isFalse();

        RecordFixture other = letPassAndEnded();
        other.given(NURSE, says(RISKS));
        assertThat(decision(other)).isTrue();
    }

    @Test
    void whereNothingRunsYetTheNearestOfAllNamesIsOffered() {
        Act act = Act.of(CommandId.of("would"), NURSE, Stamp.at(START));
        List<Refusal> refusals = HomeStart.record()
                .record()
                .would(says(Code.of("routine")), act, Salt.of(new byte[16]), HomeStart.rules())
                .refusals();

        assertThat(refusals.get(0).names()).startsWith(ROUTINES);
    }

    private static RecordFixture letPassAndEnded() {
        Rulebook rules = new Rulebook(
                List.of(Altered.and(
                        HomeStart.pathway(), "waivers", new Waivable(APPROVED, LEAD.role(), Duration.ofHours(48)))),
                HomeStart.CALENDAR);
        RecordFixture run = RecordFixture.of(RecordId.of("record-2"), rules, START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1))
                .given(NURSE, new RaiseFlag(FALLS))
                .given(LEAD, waiver(APPROVED, START.plus(Duration.ofHours(3))))
                .after(Duration.ofHours(4))
                .given(LEAD, new AdvanceTime());
        assertThat(decision(run)).isTrue();
        return run;
    }

    private static boolean decision(RecordFixture run) {
        return run.record()
                .chart()
                .obligations()
                .get(DECIDE)
                .map(Obligation::isOpen)
                .orElseThrow();
    }

    private static SetFactAside aside(int version) {
        return new SetFactAside(ROUTINES, version, false, WHY);
    }

    private static GrantWaiver waiver(Code item, Instant until) {
        return new GrantWaiver(RUN, item, Code.of("chart-down"), until);
    }

    private Refusal refused(Holder by, RecordCommand command) {
        Act act = Act.of(CommandId.of("would"), by, Stamp.at(run.now()));
        List<Refusal> refusals = run.record()
                .would(command, act, Salt.of(new byte[16]), run.rules())
                .refusals();
        assertThat(refusals).hasSize(1);
        return refusals.get(0);
    }
}
