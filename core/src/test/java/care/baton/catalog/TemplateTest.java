package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.in;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import care.baton.evidence.Component;
import care.baton.evidence.Described;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.Question;
import care.baton.json.Json;
import care.baton.outcome.Code;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.AcknowledgeDuties;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.time.Elapsed;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What both shipped definitions have in common: the template of a stage, the answers, the people, the text. */
class TemplateTest {

    private static final List<Pathway> SHIPPED = List.of(Referral.handoff(), PostDischarge.coordination());

    /** Where a stage holds what its template asks for. */
    private static final Map<String, String> COMPONENT = Map.of(
            "pathway-stage", "code",
            "responsible-owner", "owner",
            "required-handoff", "handoff",
            "evidence-source", "evidence",
            "decision-deadline", "due",
            "escalation-trigger", "ladder",
            "commissioner-review-owner", "reviewer");

    @RowTest
    @Rows("HND-18..HND-25")
    void noStageIsWithoutTheFieldOfItsTemplate(Row row) {
        String field = Named.in(row).value();
        if (field.equals("person-impact")) {
            assertThat(told(ReferralRoad.profiled(SHIPPED.get(0)).refusals("case-manager", new LeaveStage(RUN))))
                    .containsExactly("FIELD_MISSING person-impact [case-manager]");
            return;
        }
        Described described = Described.of(Stage.class);
        for (Pathway pathway : SHIPPED) {
            for (Stage stage : pathway.stages()) {
                Object[] values = described.components().stream()
                        .map(c -> c.name().equals(COMPONENT.get(field)) ? null : c.read(stage))
                        .toArray();
                assertThat(described.components()).extracting(Component::name).contains(COMPONENT.get(field));
                assertThatNullPointerException()
                        .isThrownBy(() -> described.make(values))
                        .withMessage(COMPONENT.get(field));
            }
        }
    }

    @RowTest
    @Rows("HND-35..HND-38")
    void oneOfFourAnswersIsGivenAndShowsInTheProvidersResponseCategory(Row row) {
        Map<String, Answer> answers = Map.of(
                "accept", new Answer.Accept(),
                "accept-with-condition",
                        new Answer.AcceptWithConditions(List.of(new Condition(
                                Sensitive.of("words"),
                                Condition.Kind.PRECONDITION,
                                Scene.seat("case-manager"),
                                Scene.MONDAY_10.plusSeconds(60)))),
                "request-clarification",
                        new Answer.RequestClarification(List.of(Question.about(Code.of("medication-needs")))),
                "decline-with-reason", new Answer.Decline(Code.of("no-capacity"), Sensitive.none()));
        Map<String, String> categories = Map.of(
                "accept", "accept",
                "accept-with-condition", "accept-with-conditions",
                "request-clarification", "request-clarification",
                "decline-with-reason", "decline");
        String named = Named.in(row).value();

        Scene scene = ReferralRoad.offered(SHIPPED.get(0))
                .does("intake-manager", in(ReferralRoad.answer(answers.get(named))));

        assertThat(scene.record()
                        .chart()
                        .evidence()
                        .fact(Code.of("provider-response-category"))
                        .flatMap(f -> f.value().text()))
                .isEqualTo(Optional.of(categories.get(named)));
        assertThat(scene.owed("action", "whole").orElseThrow().holder().role().value())
                .isEqualTo(named.equals("accept") ? "intake-manager" : "case-manager");
    }

    @Test
    @Requirement("INT-38")
    void theAnswerIsDueAsAgreedWithThePartner() {
        Agreement agreement = new Agreement(
                Scene.House.PROVIDER.id(),
                Channel.ELECTRONIC,
                new Elapsed(Duration.ofHours(3)),
                Optional.empty(),
                List.of(Code.of("referral")),
                Scene.MONDAY_10,
                Optional.of(Scene.MONDAY_10.plus(Duration.ofDays(365))));
        Scene scene = ReferralRoad.profiled(SHIPPED.get(0))
                .does("case-management-lead", new RecordAgreement(agreement))
                .does("case-manager", in(ReferralRoad.offer(ReferralRoad.ASK, Optional.of(ReferralRoad.SBAR))));

        assertThat(scene.owed("response", "offer-1").orElseThrow().due())
                .isEqualTo(Scene.MONDAY_10.plus(Duration.ofHours(3)));
    }

    @Test
    @Requirement({"OWN-52", "OWN-53", "OWN-74", "INT-01", "INT-05"})
    void thePersonTheFamilyAndSocialCareTakePartLikeAnybodyAndNobodyCoordinatesAlone() {
        Scene scene = Scene.of(SHIPPED.get(1));
        assertThat(scene.record().chart().team().members())
                .extracting(m -> m.kind())
                .contains(OrganizationKind.PERSON_AND_FAMILY, OrganizationKind.SOCIAL_SERVICE);
        JoinTeam alone = new JoinTeam(Scene.seat("supervisor"), OrganizationKind.HOME_CARE_PROVIDER, List.of());
        CoordinationRecord empty = CoordinationRecord.of(scene.record().id());
        assertThat(told(scene.decide(
                        empty,
                        "supervisor",
                        new OpenRecord(Scene.House.PROVIDER.id(), Scene.PARTICIPANT, List.of(alone), List.of()))))
                .containsExactly("TEAM_TOO_SMALL team []", "PERSON_NOT_IN_TEAM team []");
    }

    @Test
    @Requirement({"OWN-48", "OWN-50"})
    void aLeadCoordinatorMayBeANurseOrASocialWorkerAndChangesNothing() {
        for (String role : List.of("nurse-consultant", "housing-navigator")) {
            Holder seat = Scene.seat(role);
            Holder lead = Holder.of(
                    seat.organization(),
                    Code.of("lead-coordinator"),
                    seat.person().orElse(PersonId.of("p-1")));
            Scene scene = DischargeRoad.opened(SHIPPED.get(1));
            List<String> before = scene.lines("stage", "supply", "outcome", "review");
            scene.does(role, new JoinTeam(lead, OrganizationKind.CLINIC, List.of(Code.of("lead"))))
                    .does(role, new AcknowledgeDuties());
            assertThat(scene.record().chart().team().seatOf(Code.of("lead-coordinator")))
                    .isEqualTo(Optional.of(lead.heldBy(Optional.empty())));
            assertThat(scene.lines("stage", "supply", "outcome", "review")).isEqualTo(before);
        }
    }

    @Test
    @Requirement({"INT-30", "INT-36"})
    void aHostKeepsThemAsTextAndReadsTheSameDefinitionsBack() {
        for (Pathway pathway : SHIPPED) {
            Pathway read =
                    Json.readDefinition(Pathway.class, Json.write(pathway)).orThrow();
            assertThat(read).isEqualTo(pathway);
            assertThat(read.hash()).isEqualTo(pathway.hash());
        }
    }

    @Test
    void whatWasRecordedOnThemTellsTheSameAgain() {
        for (Scene scene : List.of(
                ReferralRoad.validated(SHIPPED.get(0)),
                DischargeRoad.validated(SHIPPED.get(1)),
                Scene.of(SHIPPED.get(0)).system("case-manager", new OpenRun(RUN, Referral.ID, 1)))) {
            CoordinationRecord again = CoordinationRecord.restore(
                            scene.record().id(),
                            scene.record().ledger().entries().toList())
                    .orThrow()
                    .state();
            assertThat(again).isEqualTo(scene.record());
        }
    }
}
