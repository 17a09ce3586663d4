package care.baton.record;

import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.obligation.Lacking;
import care.baton.outcome.Code;
import care.baton.pathway.Need;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one run has left behind it is known by its pathway and its stage together. */
class StageLeftTest {

    private static final Code START_AT_HOME = Code.of("home-start");
    private static final Code REFER = Code.of("refer");

    @Test
    void aStageCountsAsLeftOnceItWasLeftInThatPathwayAndNoOtherDoes() {
        RecordFixture run = HomeStart.run();
        assertThat(known(run).left(START_AT_HOME, REFER)).isFalse();

        HomeEnd.received(run);

        assertThat(known(run).left(START_AT_HOME, REFER)).isTrue();
        assertThat(known(run).left(START_AT_HOME, Code.of("prepare"))).isFalse();
        assertThat(known(run).left(Code.of("another-start"), REFER)).isFalse();
    }

    @Test
    void whatWasLeftByARunThatIsClosedCountsForNoLaterOne() {
        Code second = Code.of("run-2");
        RecordFixture run = HomeEnd.validated(HomeStart.run());
        run.after(Duration.ofDays(1)).given(PLANNER, new OpenRun(second, START_AT_HOME, 1));
        assertThat(new OnChart(run.record().chart(), second).left(START_AT_HOME, REFER))
                .isTrue();

        run.after(Duration.ofDays(1)).given(LEAD, new CloseRun(RUN)).after(Duration.ofDays(1));
        Code third = Code.of("run-3");
        run.given(PLANNER, new OpenRun(third, START_AT_HOME, 1));
        assertThat(new OnChart(run.record().chart(), third).left(START_AT_HOME, REFER))
                .isFalse();
        assertThat(new OnChart(run.record().chart(), second).left(START_AT_HOME, REFER))
                .isTrue();
    }

    @Test
    void whatWasApprovedAndWhatWasSaidForARunThatIsClosedIsOfItsTime() {
        Code second = Code.of("run-2");
        RecordFixture run = HomeStart.run()
                .given(NURSE, new RaiseFlag(HomeStart.FALLS))
                .given(LEAD, new Approve(HomeStart.APPROVED, List.of(new Covered(HomeStart.FALLS, 1))));
        List<Need> approvals = HomeStart.pathway().needs().stream()
                .filter(Need.ApprovalNeed.class::isInstance)
                .toList();
        assertThat(Lacking.of(approvals, new OnChart(run.record().chart(), RUN), run.now()))
                .isEmpty();

        HomeEnd.validated(run).after(Duration.ofDays(1)).given(LEAD, new CloseRun(RUN));
        run.after(Duration.ofDays(1)).given(PLANNER, new OpenRun(second, START_AT_HOME, 1));
        assertThat(Lacking.of(approvals, new OnChart(run.record().chart(), second), run.now()))
                .hasSameSizeAs(approvals);
        DischargePacket packet =
                run.record().dischargePacket(second, run.rules()).orElseThrow();
        assertThat(packet.facts()).isEmpty();
        assertThat(packet.missing()).contains(ROUTINES, RISKS);
        run.given(NURSE, HomeStart.says(RISKS));
        assertThat(run.record()
                        .dischargePacket(second, run.rules())
                        .orElseThrow()
                        .facts())
                .containsExactly(new Covered(RISKS, 2));
    }

    private static OnChart known(RecordFixture run) {
        return new OnChart(run.record().chart(), RUN);
    }
}
