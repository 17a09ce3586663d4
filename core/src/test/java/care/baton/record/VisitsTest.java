package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeVisits.HOURS;
import static care.baton.record.HomeVisits.RISKS;
import static care.baton.record.HomeVisits.at;
import static care.baton.record.HomeVisits.planned;
import static care.baton.record.HomeVisits.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.Visiting;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.VisitId;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordEvent.VisitReported;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VisitsTest {

    private final RecordFixture run = HomeVisits.run();

    @Test
    void beforeTheNextTwoVisitsIsByTheStartOfTheSecondOnceBothAreKnown() {
        assertThat(due(HOURS)).isEqualTo(at(120));
        run.when(INTAKE, planned("v-1", 1, 30)).thenHappened(VisitReported.class, DueMoved.class);
        assertThat(due(HOURS)).isEqualTo(at(120));
        assertThat(due(RISKS)).isEqualTo(at(30));

        run.when(INTAKE, planned("v-2", 1, 50)).thenHappened(VisitReported.class, DueMoved.class);

        assertThat(due(HOURS)).isEqualTo(at(50));
        assertThat(due(RISKS)).isEqualTo(at(30));
        assertThat(get(HOURS).next()).isEqualTo(at(50));
    }

    @Test
    void whatIsOpenedLaterCountsTheVisitsThatAreKnownThen() {
        RecordFixture later = RecordFixture.of(run.record().id(), HomeVisits.RULES, HomeStart.START)
                .given(HomeStart.PLANNER, HomeStart.opening())
                .given(INTAKE, planned("v-1", 1, 30), planned("v-2", 1, 20))
                .after(Duration.ofHours(25))
                .given(
                        HomeStart.PLANNER,
                        new RecordCommand.OpenRun(
                                HomeStart.RUN, HomeStart.pathway().id(), 1));

        // one of the two was before it began; before the second there are five days at most
        assertThat(due(later, RISKS)).isEqualTo(at(30));
        assertThat(due(later, HOURS)).isEqualTo(at(25 + 120));
    }

    @Test
    void aVisitThatIsPutOffGivesMoreTimeAndSaysSo() {
        run.given(INTAKE, planned("v-1", 1, 30), planned("v-2", 1, 50)).given(INTAKE, planned("v-2", 2, 70));

        assertThat(due(HOURS)).isEqualTo(at(70));
        assertThat(run.record().timeline().of(HOURS))
                .extracting(Moment::what)
                .containsExactly(Code.of("opened"), Visiting.VISIT_REPORTED, Visiting.VISIT_REPORTED);
    }

    @Test
    void neverLaterThanTheLatestInstantThatWasFixedWhenItWasOpened() {
        run.given(INTAKE, planned("v-1", 1, 30), planned("v-2", 1, 50));
        run.given(INTAKE, report("v-1", 2, Visit.State.CANCELLED, at(30)));

        assertThat(due(HOURS)).isEqualTo(at(120));
        assertThat(due(RISKS)).isEqualTo(at(50));
        run.given(INTAKE, planned("v-2", 2, 24 * 30));
        assertThat(due(HOURS)).isEqualTo(at(120));
        assertThat(due(RISKS)).isEqualTo(at(120));
        assertThat(get(HOURS).latest()).contains(at(120));
    }

    @Test
    void aVisitThatWasMadeCountsByWhenItBegan() {
        run.given(INTAKE, planned("v-1", 1, 30), planned("v-2", 1, 50)).after(Duration.ofHours(30));
        run.given(INTAKE, report("v-1", 2, Visit.State.MADE, at(29)));

        assertThat(due(HOURS)).isEqualTo(at(50));
        assertThat(due(RISKS)).isEqualTo(at(29));
    }

    @Test
    void aReportThatComesAfterANewerOneChangesNothing() {
        run.given(INTAKE, planned("v-1", 1, 30), report("v-2", 5, Visit.State.CANCELLED, at(50)));

        run.when(INTAKE, planned("v-2", 4, 50)).thenNothing();
        run.when(INTAKE, report("v-2", 5, Visit.State.CANCELLED, at(50))).thenNothing();
        assertThat(due(HOURS)).isEqualTo(at(120));
    }

    @Test
    void twoContentsUnderOneRevisionAreRefused() {
        run.given(INTAKE, planned("v-1", 1, 30));

        run.when(INTAKE, planned("v-1", 1, 31)).thenRefused(Reason.CONTENT_CHANGED);
    }

    @Test
    void noVisitWasMadeInTheFuture() {
        run.when(INTAKE, report("v-1", 1, Visit.State.MADE, at(1))).thenRefused(Reason.IN_THE_FUTURE);
        run.after(Duration.ofHours(1)).given(INTAKE, report("v-1", 1, Visit.State.MADE, at(1)));
    }

    @Test
    void aReportThatComesTooLateLeavesItLateAndIsHeardAtOnce() {
        run.given(INTAKE, planned("v-1", 1, 30)).after(Duration.ofHours(60));
        run.given(INTAKE, report("v-2", 1, Visit.State.MADE, at(50)));

        assertThat(due(HOURS)).isEqualTo(at(50));
        assertThat(run.record().work().nextDue()).contains(at(60));
        run.when(INTAKE, new AdvanceTime()).thenHappened(LevelRaised.class);
        assertThat(get(HOURS).raised()).isEqualTo(1);
    }

    @Test
    void whatWasHeardStaysHeardAndTheLevelsThatAreLeftMoveWithTheDue() {
        run.given(INTAKE, planned("v-1", 1, 30), planned("v-2", 1, 50)).after(Duration.ofHours(51));
        run.given(LEAD, new AdvanceTime());
        assertThat(get(HOURS).raised()).isEqualTo(1);

        run.given(INTAKE, planned("v-2", 2, 80));

        assertThat(due(HOURS)).isEqualTo(at(80));
        assertThat(get(HOURS).raised()).isEqualTo(1);
        assertThat(get(HOURS).next()).isEqualTo(at(80 + 24));
        assertThat(get(HOURS).holder())
                .isEqualTo(FUNDER.heldBy(get(HOURS).holder().person()));
    }

    @Test
    void whatHasEndedOrCountsNoVisitNeverMoves() {
        run.given(FUNDER, new Fulfil(HOURS)).given(NURSE, HomeStart.says(HomeStart.RISKS));
        Instant stage = due(
                Keys.stage(HomeStart.RUN, HomeStart.pathway().stages().get(0).code()));

        run.given(INTAKE, planned("v-1", 1, 30), planned("v-2", 1, 50));

        assertThat(due(HOURS)).isEqualTo(at(120));
        assertThat(due(Keys.stage(
                        HomeStart.RUN, HomeStart.pathway().stages().get(0).code())))
                .isEqualTo(stage);
    }

    @Test
    void onlyThoseWhoTakePartReport() {
        Holder stranger = Holder.of(OrganizationId.of("elsewhere"), INTAKE.role());
        run.when(stranger, planned("v-1", 1, 30)).thenRefused(Reason.NOT_A_MEMBER);
    }

    @Test
    void aVisitHasARevisionAndAStartWithinAllTime() {
        assertThatThrownBy(() -> new Visit(VisitId.of("v-1"), -1, Visit.State.PLANNED, at(1)))
                .hasMessageStartingWith("revision");
        assertThatThrownBy(() -> new Visit(VisitId.of("v-1"), 1, Visit.State.PLANNED, Instant.MAX))
                .hasMessageStartingWith("start");
    }

    @Test
    void whatWasReportedIsRestored() {
        run.given(INTAKE, planned("v-1", 1, 30), planned("v-2", 1, 50), planned("v-2", 2, 70));

        assertThat(CoordinationRecord.restore(
                                run.record().id(),
                                run.record().ledger().entries().toList())
                        .orThrow()
                        .state())
                .isEqualTo(run.record());
    }

    private Instant due(Key key) {
        return due(run, key);
    }

    private static Instant due(RecordFixture run, Key key) {
        return run.record().chart().obligations().get(key).orElseThrow().due();
    }

    private Obligation get(Key key) {
        return run.record().chart().obligations().get(key).orElseThrow();
    }
}
