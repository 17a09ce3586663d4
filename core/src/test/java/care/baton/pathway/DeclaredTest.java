package care.baton.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.catalog.Referral;
import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Need.StageNeed;
import care.baton.time.Elapsed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A referral in which one name is wrong: it is refused for that name, and said where it stands. */
class DeclaredTest {

    private static final Code STRANGER = Code.of("stranger");
    private static final Code SUPERVISOR = Code.of("supervisor");
    private static final Code MANAGER = Code.of("case-manager");
    private static final Pathway REFERRAL = Altered.with(
            Altered.and(
                    Referral.handoff(),
                    "closure",
                    new ApprovalNeed(Code.of("sign-off"), List.of(SUPERVISOR), List.of(Code.of("no-capacity")))),
            "waivers",
            List.of(new Waivable(Code.of("support-routines"), SUPERVISOR, Duration.ofDays(2))));

    @ParameterizedTest
    @CsvSource({
        "owner, owner",
        "responsibilities/records, responsibilities/records",
        "responsibilities/decides, responsibilities/decides",
        "responsibilities/escalates, responsibilities/escalates",
        "responsibilities/closes, responsibilities/closes",
        "responsibilities/validates, responsibilities/validates",
        "review/role, review/role",
        "handoff/ladder, handoff/ladder",
        "handoff/urgentLook/role, handoff/urgentLook/role",
        "ladders/1/rungs/0/role, ladders/1/rungs/0/role",
        "stages/1/owner, stages/1/owner",
        "stages/1/reviewer, stages/1/reviewer",
        "stages/1/ladder, stages/1/ladder",
        "stages/1/handoff, stages/1/handoff",
        "stages/1/fields/0/chaser, stages/1/fields/support-summary/chaser",
        "stages/1/fields/0/need/suppliers/1, stages/1/fields/support-summary/suppliers",
        "stages/2/gates/0/needs/0/suppliers/1, stages/2/gates/start/provider-response-category/suppliers",
        "stages/1/duties/1/ladder, stages/1/duties/review-service-risk/ladder",
        "stages/1/duties/1/proof/0/suppliers/0, stages/1/duties/review-service-risk/proof/risk-information/suppliers",
        "closure/0/suppliers/0, closure/referral-result/suppliers",
        "closure/2/flags/0, closure/sign-off/flags",
        "guide/topics/1/owner, guide/service-risk/owner",
        "guide/topics/1/escalatesWhen, guide/service-risk/escalatesWhen",
        "waivers/0/role, waivers/0/role",
        "waivers/0/item, waivers/0/item",
        "notices/0/notifier, notices/0/notifier",
        "notices/0/recipients/1, notices/0/recipients",
        "notices/0/topic, notices/0/topic"
    })
    void whatIsNamedIsDeclared(String path, String at) {
        assertThat(faults(() -> Altered.with(REFERRAL, path, STRANGER)))
                .containsExactly("NAME_UNKNOWN " + at + "/stranger");
    }

    @ParameterizedTest
    @CsvSource({
        "roles, roles",
        "ladders, ladders",
        "flags, flags",
        "waivers, waivers",
        "notices, notices",
        "handoff/reasons, handoff/reasons",
        "stages/1/duties, duties",
        "stages/1/fields, stages/1/fields",
        "stages/1/gates, stages/1/gates",
        "stages/1/fields/0/need/suppliers, stages/1/fields/support-summary/suppliers",
        "closure/2/flags, closure/sign-off/flags",
        "notices/0/recipients, notices/0/recipients"
    })
    void whatIsDeclaredIsDeclaredOnce(String path, String at) {
        assertThat(faults(() -> Altered.twice(REFERRAL, path))).containsExactly("NAME_TWICE " + at);
    }

    @Test
    void aDefinitionIsCountedFromOneAndLeadsSomewhere() {
        assertThat(Altered.with(REFERRAL, "version", 1).version()).isEqualTo(1);
        assertThat(faults(() -> Altered.with(REFERRAL, "version", 0))).containsExactly("VALUE_MALFORMED version");
        assertThat(faults(() -> Altered.with(REFERRAL, "closure", List.of()))).containsExactly("FIELD_MISSING closure");
        assertThat(faults(() -> Altered.with(Altered.with(REFERRAL, "waivers", List.of()), "stages", List.of())))
                .containsExactly("FIELD_MISSING stages");
        assertThat(faults(() -> Altered.twice(REFERRAL, "stages"))).containsExactly("NAME_TWICE stages");
    }

    @Test
    void whoReviewsPaysAndWhoDecidesSitsWhereTheGuideSays() {
        assertThat(faults(() -> Altered.with(REFERRAL, "stages/1/reviewer", SUPERVISOR)))
                .containsExactly("WRONG_SIDE stages/1/reviewer");
        assertThat(faults(() -> Altered.with(REFERRAL, "guide/topics/1/side", Side.CLINICAL)))
                .containsExactly("WRONG_SIDE guide/service-risk/side");
        assertThat(faults(() -> Altered.with(REFERRAL, "guide/topics/1/owner", MANAGER)))
                .containsExactly("WRONG_SIDE guide/service-risk/side");
        Topic providers = new Topic(Code.of("authorization"), SUPERVISOR, Code.of("hours-not-enough"), Side.PROVIDER);
        assertThat(faults(() -> Altered.with(REFERRAL, "guide/topics/0", providers)))
                .containsExactly("WRONG_SIDE guide/authorization/side");
        assertThat(faults(() -> Altered.with(REFERRAL, "guide/topics/1/topic", DecisionGuide.PROCEED)))
                .containsExactly("NAME_TWICE guide/proceed");
    }

    @Test
    void aRoleDoesWhatItsDescriptionSays() {
        assertThat(faults(() -> Altered.with(REFERRAL, "stages/1/duties/1/role", MANAGER)))
                .containsExactly("DUTY_NOT_OF_ROLE stages/1/duties/review-service-risk/role");
        assertThat(faults(() -> Altered.with(REFERRAL, "stages/1/duties/1/role", STRANGER)))
                .containsExactly(
                        "NAME_UNKNOWN stages/1/duties/review-service-risk/role/stranger",
                        "DUTY_NOT_OF_ROLE stages/1/duties/review-service-risk/role");
        assertThat(faults(() -> Altered.with(REFERRAL, "roles/3/duties", List.of(Code.of("follow-up-visit")))))
                .containsExactly("DUTY_NOT_OF_ROLE stages/1/duties/review-service-risk/role");
    }

    @Test
    void aNameThatIsNearlyRightIsAnsweredWithTheRightOne() {
        UnsoundPathwayException refused = refused(() -> Altered.with(REFERRAL, "owner", Code.of("supervisers")));

        assertThat(refused.faults().get(0).names().get(0)).isEqualTo(SUPERVISOR);
    }

    @Test
    void beforeAStageIsEnteredOnlyWhatWasDoneInTheStagesBeforeCanBeAskedFor() {
        Need staffing = new DutyNeed(Code.of("test-staffing"), List.of(Code.of("scheduler")));
        Need approval = new ApprovalNeed(Code.of("sign-off"), List.of(SUPERVISOR), List.of(Code.of("no-capacity")));

        assertThat(asked(2, Step.OPEN, staffing)).isEmpty();
        assertThat(asked(1, Step.OFFER, staffing)).isEmpty();
        assertThat(asked(1, Step.OPEN, staffing)).containsExactly("NEVER_SATISFIED stages/1/gates/asked/test-staffing");
        assertThat(asked(0, Step.CLOSE, staffing))
                .containsExactly("NEVER_SATISFIED stages/0/gates/asked/test-staffing");
        assertThat(asked(0, Step.OFFER, approval)).isEmpty();
        assertThat(asked(1, Step.OPEN, approval)).isEmpty();
        assertThat(asked(0, Step.OPEN, approval)).containsExactly("NEVER_SATISFIED stages/0/gates/asked/sign-off");
    }

    @Test
    void aStageOfThisDefinitionIsWaitedForOnlyBehindIt() {
        assertThat(asked(2, Step.CLOSE, past("referral-handoff", "preparation")))
                .isEmpty();
        assertThat(asked(1, Step.CLOSE, past("referral-handoff", "preparation")))
                .containsExactly("NEVER_SATISFIED stages/1/gates/asked/past");
        assertThat(asked(1, Step.CLOSE, past("another", "preparation"))).isEmpty();
        assertThat(closing(past("referral-handoff", "outcome"))).isEmpty();
        assertThat(closing(past("referral-handoff", "nowhere"))).containsExactly("NEVER_SATISFIED closure/past");
    }

    @Test
    void workIsAskedForFromTheRoleThatDoesIt() {
        DutyNeed others = new DutyNeed(Code.of("test-staffing"), List.of(Code.of("scheduler"), SUPERVISOR));

        assertThat(closing(others)).containsExactly("DUTY_NOT_OF_ROLE closure/test-staffing/suppliers");
        assertThat(closing(new DutyNeed(Code.of("test-staffing"), List.of(Code.of("scheduler")))))
                .isEmpty();
        assertThat(closing(new DutyNeed(Code.of("follow-up-visit"), List.of(SUPERVISOR))))
                .isEmpty();
        assertThat(faults(() -> Altered.and(REFERRAL, "stages/1/duties/0/proof", others)))
                .containsExactly(
                        "DUTY_NOT_OF_ROLE stages/1/duties/test-staffing/proof/test-staffing/suppliers",
                        "WAITS_FOR_ITSELF stages/1/duties/test-staffing/proof");
    }

    @Test
    void whatLooksAtAnotherFieldLooksAtOneOfThisDefinitionAndNotAtItself() {
        assertThat(closing(after("looked-at", "outcome"))).isEmpty();
        assertThat(closing(after("looked-at", "nowhere")))
                .containsExactly("NAME_UNKNOWN closure/looked-at/holds/field/nowhere");
        assertThat(closing(after("looked-at", "test-staffing")))
                .as("work is no field")
                .containsExactly("NAME_UNKNOWN closure/looked-at/holds/field/test-staffing");
        assertThat(closing(after("looked-at", "looked-at")))
                .containsExactly("WAITS_FOR_ITSELF closure/looked-at/holds");
        assertThat(faults(() -> Altered.with(REFERRAL, "closure", List.of(after("a", "b"), after("b", "a")))))
                .containsExactly("WAITS_FOR_ITSELF closure/a/holds", "WAITS_FOR_ITSELF closure/b/holds");
    }

    private static Need after(String field, String other) {
        return new FieldNeed(
                Code.of(field), List.of(MANAGER), Grade.RECORDED, false, Optional.of(new Holds.After(Code.of(other))));
    }

    @Test
    void aFieldIsChasedForItselfAlone() {
        FieldNeed need = new FieldNeed(Code.of("allergies"), List.of(MANAGER), Grade.RECORDED, false);
        Field field = new Field(need, Step.OPEN, MANAGER, new Elapsed(Duration.ofDays(1)));

        assertThat(field.code()).isEqualTo(Code.of("allergies"));
        assertThat(Altered.and(REFERRAL, "stages/0/fields", field).needs()).contains(need);
    }

    private static List<String> asked(int stage, Step before, Need need) {
        Gate gate = new Gate(Code.of("asked"), before, List.of(need));
        return faults(() -> Altered.and(REFERRAL, "stages/" + stage + "/gates", gate));
    }

    private static List<String> closing(Need need) {
        return faults(() -> Altered.and(REFERRAL, "closure", need));
    }

    private static Need past(String pathway, String stage) {
        return new StageNeed(Code.of("past"), List.of(MANAGER), Code.of(pathway), Code.of(stage));
    }

    private static List<String> faults(Supplier<Pathway> altered) {
        try {
            assertThat(altered.get()).isNotNull();
            return List.of();
        } catch (UnsoundPathwayException refused) {
            return said(refused.faults());
        }
    }

    private static UnsoundPathwayException refused(Supplier<Pathway> altered) {
        try {
            throw new AssertionError(altered.get());
        } catch (UnsoundPathwayException refused) {
            return refused;
        }
    }

    private static List<String> said(List<Refusal> faults) {
        return faults.stream().map(f -> f.code() + " " + f.path()).toList();
    }
}
