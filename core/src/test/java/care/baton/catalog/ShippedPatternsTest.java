package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Grade;
import care.baton.note.ContactType;
import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.risk.Effort;
import care.baton.risk.Instrument;
import care.baton.risk.Observation;
import care.baton.risk.RiskCommand.DecidePattern;
import care.baton.risk.RiskCommand.RecordObservation;
import care.baton.risk.RiskCommand.RecordScore;
import care.baton.risk.Score;
import care.baton.risk.Source;
import care.baton.trace.Requirement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the rules that we ship count as a sign, and what not; and that each pattern waits for its own decision. */
class ShippedPatternsTest {

    private final Watch watch = Watch.begun();

    @Test
    @Requirement("GAT-12")
    void whileAnotherPatternIsUndecidedTheGateStillWaits() {
        watch.does("frontline-staff", new RecordObservation(Watch.clear("reduced-appetite", Source.STAFF)))
                .sees("frontline-staff", Source.FAMILY, "seems-withdrawn");
        assertThat(watch.found())
                .extracting(p -> p.detection().rule().value())
                .containsExactly("clear-change", "changes-from-separate-sources");
        Scene scene = watch.scene()
                .says("scheduler", "staff-continuity")
                .says("nurse-consultant", "clinical-advice")
                .says("supervisor", "supervisor-review");

        watch.does("supervisor", decides(1));
        assertThat(told(scene.refusals("supervisor", proceeds())))
                .containsExactly("APPROVAL_MISSING escalation-review [supervisor]");
        watch.does("supervisor", decides(2));
        assertThat(scene.refusals("supervisor", proceeds())).isEmpty();
    }

    @Test
    @Requirement({"ESC-12", "ESC-13", "NOT-28"})
    void aCallAboutSomethingIsNotAnotherOfIt() {
        watch.sees("frontline-staff", Source.NOTE, "new-social-risk")
                .contact(ContactType.STAFF_GUIDANCE, "new-social-risk", "supervisor", 5);
        assertThat(watch.found("new-social-risk")).hasSize(1);
        watch.sees("frontline-staff", Source.NOTE, "missed-appointment")
                .contact(ContactType.APPOINTMENT_COORDINATION, "missed-appointment", "supervisor", 5);
        assertThat(watch.found("missed-appointments")).isEmpty();
        watch.reads("test-result", 7, "points")
                .contact(ContactType.CLINICAL_CLARIFICATION, "test-result", "nurse-consultant", 5);
        assertThat(watch.found("new-result")).hasSize(1);
    }

    @Test
    @Requirement("GAT-12")
    void howLongATaskTookIsNoChangeOfThePerson() {
        Observation task = Watch.small("transfer", Source.STAFF);
        watch.does(
                        "frontline-staff",
                        new RecordObservation(new Observation(
                                task.subject(),
                                task.source(),
                                task.baseline(),
                                true,
                                1,
                                task.measured(),
                                Optional.of(new Effort(20, 1)),
                                task.change(),
                                task.visit(),
                                task.words())))
                .sees("supervisor", Source.FAMILY, "seems-withdrawn");
        assertThat(watch.found("changes-from-separate-sources")).isEmpty();
    }

    @Test
    @Requirement("ESC-15")
    void scoresCountInTheOrderOfTheirDaysHoweverTheyAreWrittenDown() {
        watch.later(10);
        lace(8, "2026-03-08");
        lace(12, "2026-03-05");
        lace(11, "2026-03-11");
        assertThat(watch.found("readmission-risk")).hasSize(2);
    }

    @Test
    @Requirement("NOT-28")
    void aResultThatComesLateIsNewAllTheSame() {
        watch.later(60).saw("frontline-staff", Source.NOTE, "test-result", 40);
        assertThat(watch.found("new-result")).hasSize(1);
    }

    @Test
    @Requirement("FND-02")
    void whatHasNoEndAnyMoreFallsDueNoMore() {
        Scene scene = new UnderAuthorizedTest().at(1);
        scene.says("authorization-team", "authorized-until", "2026-03-31T22:00:00Z");
        assertThat(scene.lines("reassess-authorization")).hasSize(1);

        scene.does(
                "authorization-team",
                new RecordFact(Code.of("authorized-until"), Sensitive.none(), Code.of("file"), Grade.CONFIRMED));
        assertThat(scene.lines("reassess-authorization")).isEmpty();
    }

    private void lace(int points, String day) {
        watch.does(
                "supervisor",
                new RecordScore(new Score(Instrument.LACE, points, Code.of("hospital"), LocalDate.parse(day))));
    }

    private static DecidePattern decides(int number) {
        return new DecidePattern(
                number, Code.of("no-concern"), List.of(Code.of("clinical-advice")), new Stated.Nothing());
    }

    private static TakeDecision proceeds() {
        return new TakeDecision(RUN, Code.of("proceed"), Code.of("go"), Sensitive.none(), Optional.empty());
    }
}
