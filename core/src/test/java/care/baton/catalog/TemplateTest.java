package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.in;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Question;
import care.baton.json.Json;
import care.baton.outcome.Code;
import care.baton.ownership.Member;
import care.baton.ownership.Team;
import care.baton.party.Act;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.AcknowledgeDuties;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.time.Elapsed;
import care.baton.time.Stamp;
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

/** What the shipped definitions have in common: the template of a stage, the answers, the people, the text. */
class TemplateTest {

    private static final List<Pathway> SHIPPED = Catalog.all();

    @RowTest
    @Rows("HND-23")
    void noStageOfAReferralIsLeftWithoutThePersonImpact(Row row) {
        String lacking = "FIELD_MISSING " + Named.in(row) + " [";
        Map<Scene, String> stages = Map.of(
                ReferralRoad.profiled(SHIPPED.get(0)), "case-manager",
                ReferralRoad.prepared(SHIPPED.get(0)).forgets("person-impact"), "intake-manager",
                ReferralRoad.started(SHIPPED.get(0)).forgets("person-impact"), "intake-manager",
                ReferralRoad.reported(SHIPPED.get(0)).forgets("person-impact"), "intake-manager");

        stages.forEach((scene, owner) ->
                assertThat(told(scene.refusals(owner, new LeaveStage(RUN)))).containsExactly(lacking + owner + "]"));
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
    @Requirement({"INT-38", "HND-51"})
    void whatIsAgreedWithThePartnerIsKeptAndSetsTheDeadlineFromItsFirstDayUntilItsEnd() {
        Instant from = Scene.MONDAY_10.plus(Duration.ofHours(1));
        Agreement agreement = new Agreement(
                Scene.House.PROVIDER.id(),
                Channel.FAX,
                new Elapsed(Duration.ofHours(3)),
                Optional.empty(),
                List.of(Code.of("referral"), Code.of("visit-reports")),
                from,
                Optional.of(from.plus(Duration.ofDays(1))));
        Scene scene =
                ReferralRoad.profiled(SHIPPED.get(0)).does("case-management-lead", new RecordAgreement(agreement));

        assertThat(answerDue(scene)).isEqualTo("03-04 17:00");
        assertThat(answerDue(scene.later(Duration.ofHours(1)))).isEqualTo("03-02 14:00");
        assertThat(answerDue(scene.later(Duration.ofHours(23)))).isEqualTo("03-03 13:00");
        assertThat(answerDue(scene.later(Duration.ofHours(1)))).isEqualTo("03-05 17:00");

        Json json = Json.ofRecords();
        List<Entry> stored = json.readEntries(
                        json.writeEntries(scene.record().ledger().entries().toList()))
                .orThrow();
        CoordinationRecord read = CoordinationRecord.restore(scene.record().id(), stored)
                .orThrow()
                .state();
        for (CoordinationRecord record : List.of(scene.record(), read)) {
            Agreement kept = record.chart()
                    .team()
                    .agreement(Scene.House.PROVIDER.id(), from)
                    .orElseThrow();
            assertThat(kept.channel()).isEqualTo(Channel.FAX);
            assertThat(kept.shares()).containsExactly(Code.of("referral"), Code.of("visit-reports"));
            assertThat(kept).isEqualTo(agreement);
            assertThat(record.chart().team().agreement(Scene.House.PROVIDER.id(), scene.now()))
                    .isEmpty();
        }
    }

    private static String answerDue(Scene scene) {
        Scene offered = scene.fork()
                .does("case-manager", in(ReferralRoad.offer(ReferralRoad.ASK, Optional.of(ReferralRoad.SBAR))));
        return Scene.local(offered.owed("response", "offer-1").orElseThrow().due());
    }

    @Test
    @Requirement({"OWN-52", "OWN-53", "INT-01", "INT-05"})
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
    @Requirement("INT-05")
    void aSocialServiceIsAskedLikeAnybodyAndHoldsWhatItAccepts() {
        Holder navigator = Scene.seat("housing-navigator");
        Scene scene = ReferralRoad.profiled(SHIPPED.get(0))
                .does(
                        "case-manager",
                        in(new OfferHandoff(
                                OfferKind.FIRM,
                                navigator,
                                ReferralRoad.ASK,
                                Optional.of(ReferralRoad.SBAR),
                                Arbiter.RECORD,
                                Optional.empty(),
                                Optional.empty())))
                .does("housing-navigator", in(ReferralRoad.answer(new Answer.Accept())));

        assertThat(scene.record().work().ownerAt(Scene.HANDOFF, scene.now())).contains(navigator);
    }

    @Test
    @Requirement("OWN-74")
    void clinicianVendorAndFamilyMemberEachHaveARoleAndSpeakInNoOther() {
        Holder clinician = Scene.seat("nurse-consultant");
        Holder vendor =
                Holder.of(OrganizationId.of("lifts-and-beds"), Code.of("equipment-fitter"), PersonId.of("p-fitter"));
        Holder daughter = Holder.of(Scene.House.HOME.id(), Code.of("family-caregiver"), PersonId.of("p-daughter"));
        Scene scene = Scene.of(SHIPPED.get(1))
                .does("intake-manager", new JoinTeam(vendor, OrganizationKind.VENDOR, List.of(Code.of("deliver-lift"))))
                .does(
                        "person",
                        new JoinTeam(daughter, OrganizationKind.PERSON_AND_FAMILY, List.of(Code.of("evening-meal"))));

        Team team = scene.record().chart().team();
        assertThat(team.members())
                .filteredOn(m -> List.of(clinician, vendor, daughter).contains(m.seat()))
                .extracting(m -> m.kind() + " " + m.seat().role() + " " + m.duties())
                .containsExactlyInAnyOrder(
                        "CLINIC nurse-consultant []",
                        "VENDOR equipment-fitter [deliver-lift]",
                        "PERSON_AND_FAMILY family-caregiver [evening-meal]");
        for (Holder seat : List.of(clinician, vendor, daughter)) {
            assertThat(team.seatOf(seat.role())).contains(seat.heldBy(Optional.empty()));
            assertThat(refusals(scene, seat)).isEmpty();
            for (Holder other : List.of(clinician, vendor, daughter)) {
                if (!other.equals(seat)) {
                    assertThat(refusals(
                                    scene,
                                    Holder.of(
                                            seat.organization(),
                                            other.role(),
                                            seat.person().orElseThrow())))
                            .containsExactly("NOT_A_MEMBER act/by []");
                }
            }
        }
    }

    private static List<String> refusals(Scene scene, Holder by) {
        return told(scene.would(act(scene, "says", by), new RaiseFlag(Code.of("staffing-mismatch")))
                .refusals());
    }

    @Test
    @Requirement({"OWN-48", "OWN-50"})
    void aLeadCoordinatorMayBeANurseOrASocialWorkerAndChangesNothing() {
        Holder nurse = Scene.seat("nurse-consultant");
        Holder socialWorker =
                Holder.of(Scene.House.HOUSING.id(), Code.of("social-worker"), PersonId.of("p-social-worker"));
        Map<Holder, OrganizationKind> either =
                Map.of(nurse, OrganizationKind.CLINIC, socialWorker, OrganizationKind.SOCIAL_SERVICE);
        either.forEach((who, kind) -> {
            Scene scene = DischargeRoad.opened(SHIPPED.get(1))
                    .does("housing-navigator", new JoinTeam(socialWorker, OrganizationKind.SOCIAL_SERVICE, List.of()));
            List<String> before = scene.lines("stage", "supply", "outcome", "review");
            Holder lead = Holder.of(
                    who.organization(),
                    Code.of("lead-coordinator"),
                    who.person().orElseThrow());
            scene.does(act(scene, "leads", who), new JoinTeam(lead, kind, List.of(Code.of("lead"))))
                    .does(act(scene, "acknowledges", lead), new AcknowledgeDuties());

            Team team = scene.record().chart().team();
            assertThat(team.seatOf(Code.of("lead-coordinator"))).contains(lead.heldBy(Optional.empty()));
            assertThat(team.member(lead)).map(Member::acknowledged).contains(true);
            assertThat(scene.lines("stage", "supply", "outcome", "review")).isEqualTo(before);
        });
    }

    private static Act act(Scene scene, String command, Holder by) {
        return Act.of(CommandId.of(command), by, Stamp.at(scene.now()));
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
