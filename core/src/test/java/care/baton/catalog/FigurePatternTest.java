package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.record.OnRisk;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.risk.Acuity;
import care.baton.risk.Baseline;
import care.baton.risk.Instrument;
import care.baton.risk.Measured;
import care.baton.risk.Observation;
import care.baton.risk.Pattern;
import care.baton.risk.RiskCommand.EstablishBaseline;
import care.baton.risk.RiskCommand.MarkSignInError;
import care.baton.risk.RiskCommand.RecordObservation;
import care.baton.risk.RiskCommand.RecordScore;
import care.baton.risk.Score;
import care.baton.risk.Scored;
import care.baton.risk.Sign;
import care.baton.risk.Source;
import care.baton.trace.Requirement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is measured and scored, and who hears when it goes off track. */
class FigurePatternTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Watch watch = Watch.begun();

    @Test
    @Requirement({"ESC-15", "ESC-16"})
    void aReferralIsDraftedOnceForEachTimeThatLaceReachesTen() {
        watch.lace(9);
        assertThat(drafts()).isEmpty();
        watch.lace(10);
        assertThat(drafts())
                .singleElement()
                .extracting(p -> p.detection().drafts().orElseThrow())
                .isEqualTo(Code.of("care-management"));
        watch.lace(11).lace(19);
        assertThat(drafts()).hasSize(1);
        watch.lace(9);
        assertThat(drafts()).hasSize(1);
        watch.lace(11);
        assertThat(drafts()).hasSize(2);
        assertThat(Watch.begun().lace(11).found("readmission-risk")).hasSize(1);
    }

    @Test
    void aScoreThatWasNeverThisPersonsCountsNoLongerAndTheNextIsHeardOfAnew() {
        watch.lace(12)
                .does("supervisor", new MarkSignInError(new Sign.Ref(Sign.Kind.SCORE, 1), Code.of("wrong-person")))
                .lace(12);
        assertThat(drafts()).hasSize(2);
    }

    @Test
    @Requirement("ESC-11")
    void weightIsReadAgainstWhatIsUsual() {
        watch.reads("weight", 90_000, "g");
        assertThat(watch.found()).as("nothing known to be usual").isEmpty();
        watch.usual("weight", 70_000, "g").reads("weight", 71_999, "g");
        assertThat(watch.found()).isEmpty();
        watch.reads("weight", 72_000, "g").reads("weight", 73_000, "g");
        assertThat(watch.found("weight-gain")).hasSize(1);
    }

    @Test
    @Requirement("ESC-10")
    void theTeamIsToldWhenAFigureGoesOffTrack() {
        watch.reads("glucose", 249, "mg-per-dl");
        assertThat(watch.found()).isEmpty();
        watch.reads("glucose", 250, "mg-per-dl");
        Pattern found = watch.found("glucose-off-track").get(0);
        assertThat(found.detection().told())
                .extracting(Holder::role)
                .containsExactly(Code.of("nurse-consultant"), Code.of("case-manager"));
        assertThat(watch.scene().lines("notify"))
                .extracting(line -> line.substring(0, line.indexOf(" by ")))
                .containsExactly(
                        "notify pattern-1:case-manager: supervisor for case-manager",
                        "notify pattern-1:nurse-consultant: supervisor for nurse-consultant");
    }

    @Test
    @Requirement({"ESC-10", "ESC-11"})
    void aFigureInAUnitThatNoRuleReadsIsRefusedWithThoseThatAreRead() {
        Refusal unread =
                Refusal.of(Reason.NAME_UNKNOWN, "observations/1/measured/unit").instead(List.of(Code.of("mg-per-dl")));
        assertThat(watch.scene()
                        .refusals(
                                "supervisor",
                                new OnRisk(
                                        Scene.RUN,
                                        new RecordObservation(Observation.figure(
                                                Code.of("glucose"), new Measured(50, Code.of("mmol-per-l")))))))
                .containsExactly(unread);
        Baseline usual = new Baseline(
                Code.of("weight"), Optional.of(new Measured(70, Code.of("kg"))), Sensitive.none(), Code.of("file"));
        assertThat(watch.scene().refusals("supervisor", new OnRisk(Scene.RUN, new EstablishBaseline(usual))))
                .extracting(Refusal::path)
                .containsExactly("baselines/weight/measured/unit");
    }

    @Test
    void whereAcuityIsHigherTheSameFigureIsHeardOfEarlier() {
        watch.reads("glucose", 220, "mg-per-dl");
        assertThat(watch.found()).isEmpty();
        watch.acuity(Acuity.HIGH);
        assertThat(watch.found("glucose-off-track")).hasSize(1);
        watch.acuity(Acuity.LOW).acuity(Acuity.HIGH);
        assertThat(watch.found("glucose-off-track")).hasSize(1);
    }

    @Test
    @Requirement("ESC-12")
    void missedAppointmentsAreHeardOfOnceByOneWhoOwesALook() {
        watch.sees("frontline-staff", Source.NOTE, "missed-appointment");
        assertThat(watch.found("missed-appointments")).isEmpty();
        watch.later(3).sees("supervisor", Source.NOTE, "missed-appointment");
        watch.later(3).sees("supervisor", Source.NOTE, "missed-appointment");
        heardOnceBy("missed-appointments", "supervisor");
    }

    @Test
    @Requirement("ESC-13")
    void aNewSocialRiskIsHeardOfOnceByOneWhoOwesALook() {
        watch.sees("frontline-staff", Source.NOTE, "new-social-risk");
        heardOnceBy("new-social-risk", "supervisor");
        watch.sees("frontline-staff", Source.NOTE, "reduced-appetite");
        heardOnceBy("new-social-risk", "supervisor");
        watch.sees("frontline-staff", Source.NOTE, "new-social-risk");
        assertThat(watch.found("new-social-risk")).hasSize(2);
    }

    private void heardOnceBy(String rule, String role) {
        assertThat(watch.found(rule)).singleElement().satisfies(pattern -> {
            assertThat(pattern.detection().reviewer().sameRole(Scene.seat(role)))
                    .isTrue();
            assertThat(watch.scene().owed("pattern-review", "pattern-" + pattern.number()))
                    .get()
                    .extracting(o -> o.holder().role())
                    .isEqualTo(Code.of(role));
        });
    }

    @Test
    @Requirement("NOT-28")
    void eachNewResultIsOwedToThePhysician() {
        Holder clinician =
                Holder.of(OrganizationId.of("practice"), Code.of("primary-care-clinician"), PersonId.of("clinician-1"));
        watch.reads("test-result", 7, "points");
        watch.scene().does("supervisor", new JoinTeam(clinician, OrganizationKind.CLINIC, List.of()));
        watch.reads("test-result", 7, "points");
        assertThat(watch.scene().lines("notify"))
                .extracting(line -> line.substring(0, line.indexOf(" by ")))
                .containsExactly(
                        "notify pattern-1:program-manager: supervisor for program-manager",
                        "notify pattern-2:primary-care-clinician: supervisor for primary-care-clinician");
        assertThat(watch.found("new-result").get(1).detection().told())
                .extracting(Holder::organization)
                .containsExactly(clinician.organization());
    }

    @Test
    @Requirement({"RSK-41", "RSK-42"})
    void scoresAreTakenWithInstrumentVersionSourceAndDate() {
        Score lace = new Score(Instrument.LACE, 7, Code.of("hospital"), DAY);
        Score hcc = new Score(Instrument.HCC, 1_234, Code.of("payer"), DAY);
        watch.does("case-manager", new RecordScore(lace)).does("case-manager", new RecordScore(hcc));

        List<Scored> kept = watch.scene().record().risks().scores();
        assertThat(kept).extracting(Scored::score).containsExactly(lace, hcc);
        assertThat(hcc.decimal()).isEqualTo(new BigDecimal("1.234"));
        assertThat(hcc.instrument().version()).isEqualTo(Code.of("v28"));
        Instrument other = new Instrument(Code.of("lace"), Code.of("v9"), 0, 99, 0);
        assertThat(Scene.told(watch.refusals(
                        "case-manager", new RecordScore(new Score(other, 50, Code.of("hospital"), DAY)))))
                .containsExactly("NAME_UNKNOWN scores/3/instrument []");
    }

    private List<Pattern> drafts() {
        return watch.scene().record().risks().drafts();
    }
}
