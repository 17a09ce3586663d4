package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import care.baton.note.ContactType;
import care.baton.note.Contacts;
import care.baton.note.Tally;
import care.baton.outcome.Code;
import care.baton.risk.Acuity;
import care.baton.risk.Comparison;
import care.baton.risk.Comparison.Period;
import care.baton.risk.LoadSummary;
import care.baton.risk.Sign;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What coordination takes, and what it may mean when that goes up. */
class CoordinationPatternTest {

    private static final Map<String, String> TOPICS =
            Map.of("RSK-03", "transfer-safety", "RSK-04", "missed-routines", "RSK-05", "caregiver-strain");

    /** The kind of contact that is repeated, what is proposed, and what it may mean. */
    private static final Map<String, List<String>> SUGGESTED = Map.of(
            "RSK-10", List.of("MEDICATION_QUESTION", "improve-clinical-handoff", "weak-clinical-handoff"),
            "RSK-11", List.of("CASE_MANAGER", "clarify-decision-boundaries", "unclear-decision-boundaries"),
            "RSK-12", List.of("FAMILY_CALL", "check-on-caregiver", "caregiver-strain"),
            "RSK-13", List.of("SUPERVISOR_REVIEW", "review-staff-and-acuity", "competency-gap", "rising-acuity"));

    private final Watch watch = Watch.begun();

    @RowTest
    @Rows("RSK-03..RSK-05")
    void theTopicCountsWhenThreePartiesAskWhileTheScheduleStands(Row row) {
        String topic = Optional.ofNullable(TOPICS.get(row.id())).orElseThrow();
        watch.reads("scheduled-hours", 1_200, "minutes").later(1);
        asks(topic, "case-manager").asks(topic, "nurse-consultant").asks(topic, "person");
        assertThat(watch.found("rising-contacts"))
                .singleElement()
                .extracting(p -> p.detection().crossing().subject())
                .isEqualTo(Optional.of(Code.of(topic)));
    }

    @Test
    @Requirement("RSK-01")
    void moreContactsFromThreePartiesAboutOneTopicWhileTheScheduleIsUnchanged() {
        asks("transfer-safety", "case-manager")
                .asks("transfer-safety", "nurse-consultant")
                .asks("transfer-safety", "person");
        assertThat(watch.found("rising-contacts")).as("hours unknown").isEmpty();

        Watch two = Watch.begun().reads("scheduled-hours", 1_200, "minutes").later(1);
        asks(two, "transfer-safety", "person", "person", "case-manager");
        asks(two, "caregiver-strain", "nurse-consultant");
        assertThat(two.found("rising-contacts"))
                .as("two parties about one topic")
                .isEmpty();
        two.reads("scheduled-hours", 1_500, "minutes");
        asks(two, "transfer-safety", "nurse-consultant");
        assertThat(two.found("rising-contacts")).as("hours changed").isEmpty();

        Watch three = Watch.begun().reads("scheduled-hours", 1_200, "minutes").later(1);
        asks(three, "transfer-safety", "person", "case-manager");
        assertThat(three.found("rising-contacts")).isEmpty();
        three.reads("scheduled-hours", 1_200, "minutes");
        asks(three, "transfer-safety", "nurse-consultant", "nurse-consultant");
        assertThat(three.found("rising-contacts")).hasSize(1);
    }

    @Test
    void asManyContactsAsInTheMonthBeforeAreNoRise() {
        watch.reads("scheduled-hours", 1_200, "minutes").later(1);
        asks("transfer-safety", "person")
                .asks("transfer-safety", "case-manager")
                .asks("transfer-safety", "scheduler");
        watch.later(31);
        asks("transfer-safety", "person")
                .asks("transfer-safety", "case-manager")
                .asks("transfer-safety", "scheduler");
        assertThat(watch.found("rising-contacts")).hasSize(1);
        asks("transfer-safety", "person");
        assertThat(watch.found("rising-contacts")).hasSize(2);
    }

    @Test
    @Requirement("RSK-02")
    void theAuthorizedHoursStandAndTheLoadGoesUp() {
        watch.reads("authorized-hours", 1_200, "minutes").later(1);
        watch.contact(ContactType.STAFF_GUIDANCE, "schedule", "supervisor", 119);
        assertThat(watch.found()).isEmpty();
        watch.contact(ContactType.TRANSPORTATION, "ride", "person", 1);
        assertThat(watch.found("load-up-with-stable-hours"))
                .singleElement()
                .extracting(p ->
                        p.detection().hypotheses().stream().map(Code::value).toList())
                .isEqualTo(List.of("need-changed", "poor-workflow", "authorization-mismatch"));

        Watch changed =
                Watch.begun().reads("authorized-hours", 1_200, "minutes").later(1);
        changed.reads("authorized-hours", 1_260, "minutes")
                .contact(ContactType.STAFF_GUIDANCE, "schedule", "supervisor", 300);
        assertThat(changed.found()).isEmpty();
    }

    @Test
    @Requirement("RSK-14")
    void theScheduleStandsAndTheSupervisorNeedsMoreTime() {
        watch.reads("scheduled-hours", 1_200, "minutes").later(1);
        watch.contact(ContactType.STAFF_GUIDANCE, "transfer", "supervisor", 200)
                .contact(ContactType.SUPERVISOR_REVIEW, "transfer", "supervisor", 89);
        assertThat(watch.found()).isEmpty();
        watch.contact(ContactType.SUPERVISOR_REVIEW, "transfer", "supervisor", 1);
        assertThat(watch.found("supervisor-time-with-stable-schedule")).hasSize(1);

        Watch changed = Watch.begun().reads("scheduled-hours", 1_200, "minutes").later(1);
        changed.reads("scheduled-hours", 600, "minutes")
                .contact(ContactType.SUPERVISOR_REVIEW, "transfer", "supervisor", 300);
        assertThat(changed.found()).isEmpty();
    }

    @RowTest
    @Rows("RSK-10..RSK-13")
    void repeatedContactsOfOneKindSuggestWhatTheyMayMean(Row row) {
        List<String> expected = Optional.ofNullable(SUGGESTED.get(row.id())).orElseThrow();
        ContactType kind = ContactType.valueOf(expected.get(0));
        for (int i = 0; i < 3; i++) {
            watch.contact(kind, "asked-again", "person", 5);
        }
        assertThat(watch.found()).isEmpty();
        watch.contact(kind, "asked-again", "person", 5);
        assertThat(watch.found()).singleElement().satisfies(pattern -> {
            assertThat(pattern.detection().action().value()).isEqualTo(expected.get(1));
            assertThat(pattern.detection().hypotheses().stream()
                            .map(Code::value)
                            .toList())
                    .isEqualTo(expected.subList(2, expected.size()));
            assertThat(pattern.isHypothesis()).isTrue();
        });
        watch.contact(kind, "asked-again", "person", 5);
        assertThat(watch.found()).hasSize(1);
    }

    @Test
    void whereAcuityIsHighFewerContactsAreAPattern() {
        watch.acuity(Acuity.HIGH);
        for (int i = 0; i < 3; i++) {
            watch.contact(ContactType.FAMILY_CALL, "asked-again", "person", 5);
        }
        assertThat(watch.found("family-coordination")).hasSize(1);
    }

    @Test
    @Requirement("ESC-03")
    void aRoutineTopicIsToldOutsideOnlyOnceItRepeats() {
        for (int i = 0; i < 2; i++) {
            watch.contact(ContactType.STAFF_GUIDANCE, "scheduling-recovery", "supervisor", 5);
        }
        watch.contact(ContactType.FAMILY_CALL, "family-update", "person", 5);
        assertThat(watch.scene().lines("notify", "pattern-review", "escalate")).isEmpty();

        watch.contact(ContactType.STAFF_GUIDANCE, "scheduling-recovery", "supervisor", 5);
        assertThat(watch.found("routine-topics")).hasSize(1);
        assertThat(watch.scene().lines("notify"))
                .singleElement()
                .asString()
                .startsWith("notify pattern-1:case-manager: supervisor for case-manager by 03-03 17:00, ");
    }

    @Test
    @Requirement({"RSK-08", "NOT-03"})
    void theTrendStandsBesideTheMonthsBeforeWithWhatItRestsOn() {
        watch.contact(ContactType.FAMILY_CALL, "asked-again", "person", 10).later(31);
        for (int i = 0; i < 4; i++) {
            watch.contact(ContactType.FAMILY_CALL, "asked-again", "person", 15);
        }
        Instant now = watch.scene().now().plusSeconds(1);
        Duration month = Duration.ofDays(30);
        LoadSummary summary = LoadSummary.of(
                Scene.seat("case-manager"),
                watch.scene().record().contacts(),
                watch.scene().record().risks(),
                now,
                month,
                2);

        assertThat(summary.recipient()).isEqualTo(Scene.seat("case-manager"));
        assertThat(summary.trend().current()).isEqualTo(new Period(now.minus(month), now, new Tally(4, 60)));
        assertThat(summary.trend().prior()).extracting(Period::load).containsExactly(new Tally(1, 10), Tally.NONE);
        assertThat(summary.trend().prior()).allMatch(p -> p.length().equals(month));
        assertThat(summary.trend().isRising()).isTrue();
        assertThat(summary.patterns()).containsExactly(1);
        assertThat(summary.evidence())
                .extracting(Sign.Ref::kind, Sign.Ref::number)
                .containsExactly(
                        tuple(Sign.Kind.CONTACT, 2),
                        tuple(Sign.Kind.CONTACT, 3),
                        tuple(Sign.Kind.CONTACT, 4),
                        tuple(Sign.Kind.CONTACT, 5));
    }

    @Test
    void thereIsNoComparisonWithoutAPeriodBeforeOrWithOneOfAnotherLength() {
        Instant now = watch.scene().now();
        Period day = new Period(now.minus(Duration.ofDays(1)), now, Tally.NONE);
        Period week = new Period(now.minus(Duration.ofDays(8)), now.minus(Duration.ofDays(1)), Tally.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison(day, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison(day, List.of(week)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(Contacts.none(), now, Duration.ofDays(1), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(Contacts.none(), now, Duration.ZERO, 1));
        assertThat(Comparison.of(Contacts.none(), now, Duration.ofDays(1), 1).isRising())
                .isFalse();
    }

    private CoordinationPatternTest asks(String topic, String who) {
        asks(watch, topic, who);
        return this;
    }

    private static void asks(Watch watch, String topic, String... all) {
        for (String who : all) {
            watch.contact(ContactType.STAFF_GUIDANCE, topic, who, 5);
        }
    }
}
