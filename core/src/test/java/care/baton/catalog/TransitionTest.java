package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Fact;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.record.PathwayRun;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A transition and its closing as they are shipped. */
class TransitionTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | transition-and-closure
            run      | owner     | case-manager
            run      | records   | registered-nurse
            run      | decides   | registered-nurse
            run      | escalates | case-manager
            run      | closes    | primary-care-clinician
            run      | validates | case-manager
            run      | review    | case-manager
            run      | by        | 03-09 11:00
            run      | again     | 03-16 11:00
            run      | ladder    | transition
            run      | receiver  | primary-care-clinician
            ladder   | transition | +0h case-manager 03-03 17:00 +24h access-lead 03-03 17:00
            stage    | transition | registered-nurse | i-pass | discharge-packet | access-lead | 03-05 17:00 | transition
            field    | close  | receiving-setting-readiness | primary-care-clinician | confirmed | said | registered-nurse | 03-03 17:00
            field    | close  | person-impact | registered-nurse | recorded | said | registered-nurse | 03-04 17:00
            duty     | schedule-follow-up | registered-nurse | 03-04 17:00 | transition
            proof    | follow-up-appointment-scheduled | registered-nurse | recorded | said
            proof    | follow-up-appointment-confirmed | primary-care-clinician | confirmed | said
            duty     | give-medication-list | registered-nurse | 03-04 17:00 | transition
            proof    | medication-list-to-patient | registered-nurse | recorded | said
            proof    | medication-list-to-receiving-clinician | primary-care-clinician | confirmed | said
            duty     | teach-back | registered-nurse | 03-04 17:00 | transition
            proof    | education-by-teach-back | registered-nurse | recorded | said
            duty     | review-red-flags | registered-nurse | 03-04 17:00 | transition
            proof    | red-flag-symptoms-reviewed | registered-nurse | recorded | said
            stage    | closure | primary-care-clinician | i-pass | primary-care-record | access-lead | 03-16 11:00 | transition
            field    | close  | closure-outcome | primary-care-clinician | recorded | said | primary-care-clinician | 03-16 11:00
            field    | close  | outcome-metrics | primary-care-clinician | recorded | said | primary-care-clinician | 03-16 11:00
            field    | close  | person-impact | primary-care-clinician | recorded | said | primary-care-clinician | 03-04 17:00
            closure  | follow-up-appointment-scheduled | registered-nurse | recorded | said
            closure  | follow-up-appointment-confirmed | primary-care-clinician | confirmed | said
            closure  | medication-list-to-patient | registered-nurse | recorded | said
            closure  | medication-list-to-receiving-clinician | primary-care-clinician | confirmed | said
            closure  | education-by-teach-back | registered-nurse | recorded | said
            closure  | red-flag-symptoms-reviewed | registered-nurse | recorded | said
            closure  | outcome-metrics | primary-care-clinician | recorded | said
            closure  | closure-outcome | primary-care-clinician | recorded | said
            holds    | closure-outcome | discharge re-stratify
            topic    | readiness | registered-nurse | not-ready-to-leave
            topic    | clinical-guidance | primary-care-clinician | health-declining
            topic    | support-plan | case-manager | plan-no-longer-fits
            """);

    TransitionTest() {
        super(Transition.toPrimaryCare(), OUTLINE);
    }

    @RowTest
    @Rows("TRN-32..TRN-36")
    void itDoesNotCloseWithoutAnyPartOfTheChecklist(Row row) {
        Map<String, List<String>> parts = Map.of(
                "Follow-up appointment scheduled and confirmed",
                        List.of("follow-up-appointment-scheduled", "follow-up-appointment-confirmed"),
                "Updated medication list provided to patient and receiving clinician",
                        List.of("medication-list-to-patient", "medication-list-to-receiving-clinician"),
                "Education delivered using teach-back", List.of("education-by-teach-back"),
                "red-flag symptoms reviewed", List.of("red-flag-symptoms-reviewed"),
                "Documentation closed with outcome metrics", List.of("outcome-metrics"));
        for (String part : parts.get(row.term())) {
            assertThat(validated().forgets(part).refusals("primary-care-clinician", new CloseRun(RUN)))
                    .filteredOn(refusal -> refusal.code() != Reason.OUTCOME_NOT_VALIDATED)
                    .extracting(Refusal::path)
                    .containsExactly(part);
        }
    }

    @Test
    @Requirement("TRN-35")
    void theReviewOfTheRedFlagsSaysByWhomAndWhen() {
        Fact reviewed = complete(0)
                .record()
                .chart()
                .evidence()
                .fact(Code.of("red-flag-symptoms-reviewed"))
                .orElseThrow();
        assertThat(reviewed.author()).isEqualTo(Scene.seat("registered-nurse"));
        assertThat(reviewed.at()).isEqualTo(Scene.MONDAY_10);
    }

    @Test
    @Requirement("TRN-38")
    void theTransitionIsNotOverBeforeTheReceivingSettingItselfSaysThatItIsReady() {
        Scene scene = complete(0).forgets("receiving-setting-readiness");
        assertThat(told(scene.refusals("registered-nurse", Scene.fact("receiving-setting-readiness", "words"))))
                .containsExactly("ROLE_NOT_PERMITTED facts/receiving-setting-readiness [primary-care-clinician]");
        assertThat(told(scene.refusals("registered-nurse", new LeaveStage(RUN))))
                .containsExactly("FIELD_MISSING receiving-setting-readiness [primary-care-clinician]");
    }

    @Test
    @Requirement("TRN-37")
    void itClosesWithADischargeOrANewStratificationAndWithNothingElse() {
        for (String end : List.of("discharge", "re-stratify")) {
            Scene scene = complete(1).does("primary-care-clinician", Scene.fact("closure-outcome", end));
            assertThat(scene.refusals("primary-care-clinician", new LeaveStage(RUN)))
                    .isEmpty();
        }
        assertThat(told(complete(1).refusals("primary-care-clinician", Scene.fact("closure-outcome", "moved-away"))))
                .containsExactly("NAME_UNKNOWN facts/closure-outcome []");
        assertThat(told(complete(1).forgets("closure-outcome").refusals("primary-care-clinician", new LeaveStage(RUN))))
                .containsExactly("FIELD_MISSING closure-outcome [primary-care-clinician]");
    }

    @Test
    @Requirement("TRN-29")
    void itEndsWithAHandoffBackToPrimaryCareThatIsAccepted() {
        Scene waiting = complete(0).does("registered-nurse", new LeaveStage(RUN));
        assertThat(run(waiting).gap()).isTrue();
        assertThat(run(waiting).owner().orElseThrow().role()).isEqualTo(Code.of("registered-nurse"));
        Obligation closing = at(1).owed("stage", "closure").orElseThrow();
        assertThat(closing.holder().role()).isEqualTo(Code.of("primary-care-clinician"));
        assertThat(run(left()).left()).containsExactly(Code.of("transition"), Code.of("closure"));
    }

    private static PathwayRun run(Scene scene) {
        return scene.record().chart().runs().get(RUN).orElseThrow();
    }
}
