package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Purpose;
import care.baton.disclosure.View;
import care.baton.disclosure.Viewer;
import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.party.VisitId;
import care.baton.record.Keys;
import care.baton.record.RecordCommand.ReportVisit;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.Visit;
import care.baton.risk.Baseline;
import care.baton.risk.Effort;
import care.baton.risk.Observation;
import care.baton.risk.Observed;
import care.baton.risk.Pattern;
import care.baton.risk.RiskCommand.DecidePattern;
import care.baton.risk.RiskCommand.EstablishBaseline;
import care.baton.risk.RiskCommand.MeetNeed;
import care.baton.risk.RiskCommand.NameUnmetNeed;
import care.baton.risk.RiskCommand.RecordObservation;
import care.baton.risk.RiskRules;
import care.baton.risk.Sign;
import care.baton.risk.Source;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is seen with the person, what of it is a pattern, and what the supervisor makes of it. */
class ChangePatternTest {

    private static final String CHANGES = "changes-from-separate-sources";
    private static final Code CHANGED = Code.of("need-changed");

    private static final Map<String, Observation> SEEN = Map.of(
            "RSK-17", Watch.small("reduced-appetite", Source.STAFF),
            "RSK-18", times(Watch.small("missed-community-activity", Source.MISSED_ROUTINE), 2),
            "RSK-19", Watch.small("increased-fatigue", Source.NOTE),
            "RSK-20", Watch.small("seems-withdrawn", Source.FAMILY));

    private final Watch watch = Watch.begun();

    private static Observation times(Observation one, int times) {
        return new Observation(
                one.subject(),
                one.source(),
                one.baseline(),
                one.low(),
                times,
                one.measured(),
                one.effort(),
                one.change(),
                one.visit(),
                one.words());
    }

    @RowTest
    @Rows("RSK-17..RSK-20")
    void aSmallChangeIsSeenAgainstWhatIsUsualAndCountsTowardsThePattern(Row row) {
        Observation seen = Optional.ofNullable(SEEN.get(row.id())).orElseThrow();
        Baseline usual = new Baseline(seen.subject(), Optional.empty(), Sensitive.of("words"), Code.of("file"));
        watch.does("supervisor", new EstablishBaseline(usual))
                .does("frontline-staff", new RecordObservation(seen.against(1)));

        Observed kept = watch.scene().record().risks().observed().get(1).orElseThrow();
        assertThat(kept.observation()).isEqualTo(seen.against(1));
        assertThat(kept.observation().low()).isTrue();
        assertThat(kept.observation().times()).isEqualTo(row.id().equals("RSK-18") ? 2 : 1);
        assertThat(watch.found()).isEmpty();

        Source other = seen.source() == Source.STAFF ? Source.FAMILY : Source.STAFF;
        watch.sees("supervisor", other, "caregiver-compensation");
        assertThat(watch.found(CHANGES))
                .singleElement()
                .extracting(p -> p.detection().crossing().evidence())
                .isEqualTo(List.of(new Sign.Ref(Sign.Kind.OBSERVATION, 1), new Sign.Ref(Sign.Kind.OBSERVATION, 2)));
    }

    @Test
    @Requirement("RSK-09")
    void aFamilyThatCompensatesBetweenVisitsIsSomethingToObserve() {
        watch.sees("frontline-staff", Source.FAMILY, "caregiver-compensation");
        assertThat(watch.scene().record().risks().observations(List.of(Code.of("caregiver-compensation"))))
                .hasSize(1);
    }

    @Test
    @Requirement({"RSK-22", "RSK-43"})
    void whatIsSeenNamesWhatIsUsualOrSaysThatNothingIsKnown() {
        Observation unknown = Watch.small("reduced-appetite", Source.STAFF);
        assertThat(told(watch.refusals("frontline-staff", new RecordObservation(unknown.against(1)))))
                .containsExactly("BASELINE_MISSING observations/1/baseline []");
        assertThat(watch.scene().record().risks().progress(unknown.subject())).isEmpty();
        watch.does("frontline-staff", new RecordObservation(unknown));
        assertThat(watch.scene().record().risks().progress(unknown.subject())).isEmpty();

        Baseline usual = new Baseline(unknown.subject(), Optional.empty(), Sensitive.of("words"), Code.of("file"));
        watch.does("supervisor", new EstablishBaseline(usual));
        assertThat(told(watch.refusals("frontline-staff", new RecordObservation(unknown))))
                .containsExactly("FIELD_MISSING observations/2/baseline []");
        assertThat(told(watch.refusals("frontline-staff", new RecordObservation(unknown.against(2)))))
                .containsExactly("CONTENT_CHANGED observations/2/baseline []");
        watch.does("frontline-staff", new RecordObservation(unknown.against(1)));
        assertThat(watch.scene()
                        .record()
                        .risks()
                        .progress(unknown.subject())
                        .orElseThrow()
                        .since())
                .extracting(Observed::number)
                .containsExactly(2);
    }

    @Test
    @Requirement({"GAT-12", "RSK-21", "ESC-04"})
    void twoSmallChangesFromTwoSourcesWaitForTheEscalationReview() {
        Scene scene = watch.sees("frontline-staff", Source.STAFF, "increased-fatigue")
                .sees("frontline-staff", Source.STAFF, "reduced-appetite")
                .scene();
        assertThat(watch.found()).isEmpty();
        scene.says("scheduler", "staff-continuity")
                .says("nurse-consultant", "clinical-advice")
                .says("supervisor", "supervisor-review");
        assertThat(scene.fork().refusals("supervisor", proceeds())).isEmpty();

        watch.sees("frontline-staff", Source.FAMILY, "seems-withdrawn");
        assertThat(watch.found(CHANGES)).hasSize(1);
        assertThat(told(scene.refusals("supervisor", proceeds())))
                .containsExactly("APPROVAL_MISSING escalation-review [supervisor]");
        assertThat(scene.lines("pattern-review"))
                .singleElement()
                .asString()
                .startsWith("pattern-review pattern-1: supervisor for frontline-staff by 03-03 00:00, ");

        watch.does("supervisor", decides(1, CHANGED, "clinical-advice"));
        assertThat(scene.lines("pattern-review")).isEmpty();
        assertThat(scene.refusals("supervisor", proceeds())).isEmpty();
    }

    /** The warning and the review that is owed, and neither what was seen nor by whom. */
    @Test
    @Requirement("OWN-22")
    void aLeaderSeesThatAPatternWasFoundAndThatItsReviewIsOpenUntilItIsDecided() {
        Scene scene = watch.sees("frontline-staff", Source.STAFF, "increased-fatigue")
                .sees("frontline-staff", Source.FAMILY, "seems-withdrawn")
                .scene();
        assertThat(leaders(scene).warnings()).contains(Code.of("pattern-found"));
        assertThat(leaders(scene).actions())
                .extracting(a -> a.kind() + " of " + a.holder().role())
                .contains("pattern-review of supervisor");
        assertThat(leaders(scene).risks().observations()).isEmpty();

        scene.says("nurse-consultant", "clinical-advice");
        watch.does("supervisor", decides(1, CHANGED, "clinical-advice"));
        assertThat(leaders(scene).actions()).extracting(a -> a.kind().value()).doesNotContain("pattern-review");
    }

    private static View leaders(Scene scene) {
        Viewer leader = new Viewer(Scene.seat("program-manager"), Purpose.OPERATIONS);
        return scene.record().view(leader, scene.now(), scene.rules()).orElseThrow();
    }

    @Test
    @Requirement("GAT-12")
    void whatMakesACallOrGoesWrongIsASmallChangeToo() {
        watch.sees("frontline-staff", Source.STAFF, "transfer-safety");
        assertThat(watch.found(CHANGES)).isEmpty();
        watch.sees("frontline-staff", Source.NOTE, "missed-appointment");
        assertThat(watch.found(CHANGES)).hasSize(1);
    }

    @Test
    void theFourSourcesCountForTheReviewAndNoOther() {
        List<Source> four = List.of(Source.NOTE, Source.FAMILY, Source.MISSED_ROUTINE, Source.STAFF);
        for (Source one : Source.values()) {
            for (Source other : Source.values()) {
                Watch anew = Watch.begun()
                        .sees("frontline-staff", one, "reduced-appetite")
                        .sees("supervisor", other, "increased-fatigue");
                boolean expected = one != other && four.contains(one) && four.contains(other);
                assertThat(anew.found(CHANGES)).as(one + " " + other).hasSize(expected ? 1 : 0);
            }
        }
    }

    @Test
    void aChangeThatIsClearIsLookedAtByItself() {
        watch.does("frontline-staff", new RecordObservation(Watch.clear("reduced-appetite", Source.STAFF)));
        assertThat(watch.found("clear-change")).hasSize(1);
        assertThat(watch.found(CHANGES)).isEmpty();
    }

    @Test
    @Requirement("RSK-34")
    void noneOfThemKnowsThePatternAndItIsFoundAllTheSame() {
        watch.sees("frontline-staff", Source.STAFF, "increased-fatigue")
                .sees("scheduler", Source.MISSED_ROUTINE, "missed-routine");
        assertThat(watch.found(CHANGES)).hasSize(1);
        assertThat(watch.scene().record().risks().observations())
                .extracting(o -> o.by().role().value())
                .containsExactly("frontline-staff", "scheduler");
    }

    @Test
    void whatIsToldLateIsCountedWhenItWasAndWhatIsLongOverRaisesNothing() {
        watch.later(40)
                .saw("frontline-staff", Source.STAFF, "increased-fatigue", 35)
                .saw("frontline-staff", Source.FAMILY, "seems-withdrawn", 36);
        assertThat(watch.found()).isEmpty();
        watch.saw("frontline-staff", Source.STAFF, "increased-fatigue", 3)
                .saw("frontline-staff", Source.FAMILY, "seems-withdrawn", 5);
        assertThat(watch.found(CHANGES))
                .singleElement()
                .extracting(p -> p.detection().crossing().from())
                .isEqualTo(watch.scene().now().minus(Duration.ofDays(3)));
    }

    @Test
    @Requirement({"RSK-06", "RSK-07"})
    void itIsAHypothesisUntilTheSupervisorDecidesOnEvidence() {
        watch.sees("frontline-staff", Source.STAFF, "increased-fatigue")
                .sees("frontline-staff", Source.FAMILY, "seems-withdrawn");
        assertThat(watch.scene().record().risks().hypotheses()).hasSize(1);
        assertThat(told(watch.refusals("supervisor", decides(1, CHANGED))))
                .containsExactly("FIELD_MISSING patterns/1/evidence []");
        assertThat(told(watch.refusals("supervisor", decides(1, CHANGED, "clinical-advice"))))
                .containsExactly("FACT_UNKNOWN patterns/1/evidence/clinical-advice []");
        watch.scene().says("nurse-consultant", "clinical-advice");
        assertThat(told(watch.refusals("nurse-consultant", decides(1, CHANGED, "clinical-advice"))))
                .containsExactly("ROLE_NOT_PERMITTED patterns/1 [supervisor]");
        assertThat(told(watch.refusals("supervisor", decides(1, Code.of("never-listed"), "clinical-advice"))))
                .containsExactly("NAME_UNKNOWN patterns/1/conclusion []");
        assertThat(told(watch.refusals("supervisor", decides(2, CHANGED, "clinical-advice"))))
                .containsExactly("PATTERN_UNKNOWN patterns/2 []");

        watch.does("supervisor", decides(1, Code.of("authorization-mismatch"), "clinical-advice"));
        Pattern decided = watch.found().get(0);
        assertThat(decided.isHypothesis()).isFalse();
        assertThat(decided.decided().orElseThrow().conclusion())
                .isEqualTo(Code.of("authorization-mismatch"))
                .isNotEqualTo(Code.of("poor-workflow"));
        assertThat(RiskRules.standard().conclusions())
                .contains(Code.of("authorization-mismatch"), Code.of("poor-workflow"));
        assertThat(told(watch.refusals("supervisor", decides(1, CHANGED, "clinical-advice"))))
                .containsExactly("STEP_NOT_OPEN patterns/1 []");
    }

    @Test
    @Requirement("RSK-16")
    void howLongATaskTakesAndHowHardItIsIsSeenOverTime() {
        watch.does("frontline-staff", task(20, 1)).later(15);
        watch.does("frontline-staff", task(50, 3));
        assertThat(watch.found()).isEmpty();
        watch.does("frontline-staff", task(55, 4));
        assertThat(watch.found("longer-tasks"))
                .singleElement()
                .extracting(p -> p.detection().crossing().subject())
                .isEqualTo(Optional.of(Code.of("transfer")));
        assertThat(watch.scene().record().risks().observations(List.of(Code.of("transfer"))))
                .extracting(o -> o.observation().effort().orElseThrow())
                .containsExactly(new Effort(20, 1), new Effort(50, 3), new Effort(55, 4));
    }

    private static RecordObservation task(int minutes, int complexity) {
        Observation plain = Watch.small("transfer", Source.STAFF);
        return new RecordObservation(new Observation(
                plain.subject(),
                plain.source(),
                plain.baseline(),
                true,
                1,
                plain.measured(),
                Optional.of(new Effort(minutes, complexity)),
                plain.change(),
                plain.visit(),
                plain.words()));
    }

    @Test
    @Requirement("RSK-38")
    void aMissedAppointmentAMedicationErrorAndAReadmissionAreKeptAsFailures() {
        List<Code> failures = RiskRules.standard().failures();
        assertThat(failures)
                .extracting(Code::value)
                .containsExactlyInAnyOrder("missed-appointment", "medication-error", "readmission");
        failures.forEach(failure -> watch.sees("supervisor", Source.NOTE, failure.value()));
        watch.sees("supervisor", Source.NOTE, "reduced-appetite");
        assertThat(watch.scene().record().risks().observations(failures)).hasSize(3);
    }

    @Test
    @Requirement("RSK-45")
    void anUnmetNeedIsOpenWithItsOwnerUntilItIsMet() {
        watch.does(
                "supervisor",
                new NameUnmetNeed(Code.of("meals"), Scene.seat("frontline-staff"), Sensitive.of("words")));
        Scene scene = watch.scene();
        assertThat(scene.lines("unmet-need"))
                .singleElement()
                .asString()
                .startsWith("unmet-need need-1: frontline-staff for supervisor by 03-04 17:00, ");
        scene.later(Duration.ofDays(60));
        assertThat(scene.record().risks().unmet()).hasSize(1);

        MeetNeed met = new MeetNeed(1, new Stated.Said(Sensitive.of("words")));
        assertThat(told(watch.refusals("scheduler", met)))
                .containsExactly("ROLE_NOT_PERMITTED needs/1 [frontline-staff]");
        watch.does("frontline-staff", met);
        assertThat(scene.record().risks().unmet()).isEmpty();
        assertThat(scene.lines("unmet-need")).isEmpty();
        assertThat(told(watch.refusals("frontline-staff", met))).containsExactly("NEED_UNKNOWN needs/1 []");
        assertThat(scene.record().chart().obligations().get(Keys.unmetNeed(RUN, 1)))
                .isPresent();
    }

    @Test
    @Requirement("TRN-15")
    void whetherItBeganSafelyIsLookedAtAtTheFirstVisit() {
        assertThat(told(watch.refusals("frontline-staff", startCheck(Optional.empty()))))
                .containsExactly("FIELD_MISSING observations/1/visit []");
        assertThat(told(watch.refusals("frontline-staff", startCheck(Optional.of("visit-2")))))
                .containsExactly("VISIT_UNKNOWN observations/1/visit []", "STEP_NOT_OPEN observations/1/visit []");
        made("visit-1", 2);
        made("visit-2", 1);
        assertThat(told(watch.refusals("frontline-staff", startCheck(Optional.of("visit-2")))))
                .containsExactly("STEP_NOT_OPEN observations/1/visit []");
        watch.does("frontline-staff", startCheck(Optional.of("visit-1")));
        assertThat(watch.scene().record().risks().observations(List.of(Code.of("start-safety"))))
                .singleElement()
                .extracting(o -> o.observation().visit())
                .isEqualTo(Optional.of(VisitId.of("visit-1")));
    }

    private void made(String visit, int hoursAgo) {
        watch.scene()
                .does(
                        "frontline-staff",
                        new ReportVisit(new Visit(
                                VisitId.of(visit),
                                1,
                                Visit.State.MADE,
                                watch.scene().now().minus(Duration.ofHours(hoursAgo)))));
    }

    private static RecordObservation startCheck(Optional<String> visit) {
        Observation plain = Watch.small("start-safety", Source.STAFF);
        return new RecordObservation(new Observation(
                plain.subject(),
                plain.source(),
                plain.baseline(),
                true,
                1,
                plain.measured(),
                plain.effort(),
                plain.change(),
                visit.map(VisitId::of),
                plain.words()));
    }

    private static DecidePattern decides(int number, Code conclusion, String... facts) {
        return new DecidePattern(
                number,
                conclusion,
                List.of(facts).stream().map(Code::of).toList(),
                new Stated.Said(Sensitive.of("words")));
    }

    private static TakeDecision proceeds() {
        return new TakeDecision(RUN, Code.of("proceed"), Code.of("go"), Sensitive.none(), Optional.empty());
    }
}
