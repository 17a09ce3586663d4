package care.baton.catalog;

import static care.baton.catalog.Scene.in;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.OfferKind;
import care.baton.outcome.Code;
import care.baton.pathway.Altered;
import care.baton.pathway.Field;
import care.baton.pathway.Pathway;
import care.baton.pathway.Step;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.WorkItem;
import care.baton.time.Elapsed;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for every kind of process that is shipped, for several at once, and for a host's own form of one. */
class ProcessKindsTest {

    @Test
    @Requirement("HND-42")
    void referralsServiceChangesTransitionsFundingReviewsAndQualityFollowUpAreHandedOverAlike() {
        Map<String, ShippedHandoff> kinds = Map.of(
                "referrals", new ReferralTest(),
                "service changes", new ServiceChangeTest(),
                "transitions", new TransitionTest(),
                "funding reviews", new FundingReviewTest(),
                "quality follow-up", new QualityFollowUpTest());
        kinds.forEach((kind, process) -> {
            OfferHandoff bare = new OfferHandoff(
                    OfferKind.FIRM,
                    Scene.seat(process.receiver()),
                    ShippedHandoff.ASK,
                    Optional.empty(),
                    Arbiter.RECORD,
                    Optional.empty(),
                    Optional.empty());
            assertThat(told(process.offerable().refusals(process.sender(), in(bare))))
                    .as(kind)
                    .containsExactly("FIELD_MISSING offer/content [" + process.sender() + "]");
            Scene offered = process.offered(ShippedHandoff.ASK);
            assertThat(owner(offered)).as(kind).isEqualTo(process.sender());
            Scene silent = offered.fork().later(Duration.ofDays(30)).does("housing-navigator", new AdvanceTime());
            assertThat(owner(silent)).as(kind).isEqualTo(process.sender());
            assertThat(silent.lines("escalation"))
                    .as(kind)
                    .anyMatch(line -> line.startsWith("escalation response:offer-1:1: "));
            Scene accepted = offered.does(
                    process.receiver(), in(ReferralRoad.answer(new Answer.Accept(ReferralRoad.words("words")))));
            assertThat(owner(accepted)).as(kind).isEqualTo(process.receiver());
        });
    }

    private static String owner(Scene scene) {
        return scene.owed("action", "whole").orElseThrow().holder().role().value();
    }

    @Test
    @Requirement("INT-08")
    void onePersonsRecordSpansSeveralProgramsEachWithItsOwnOwner() {
        Scene scene = Scene.of(Catalog.all())
                .does("registered-nurse", new OpenRun(Code.of("run-1"), Transition.ID, 1))
                .says("supervisor", "medication-change")
                .does("supervisor", new OpenRun(Code.of("run-2"), MedicationChange.ID, 1))
                .does("case-manager", new OpenRun(Code.of("run-3"), Referral.ID, 1));
        assertThat(scene.lines("outcome"))
                .extracting(line -> line.substring(0, line.indexOf(" for ")))
                .containsExactly(
                        "outcome whole: case-management-lead",
                        "outcome whole: case-manager",
                        "outcome whole: program-manager");
        CoordinationRecord again = CoordinationRecord.restore(
                        scene.record().id(), scene.record().ledger().entries().toList())
                .orThrow()
                .state();
        assertThat(again).isEqualTo(scene.record());
    }

    @Test
    @Requirement("INT-24")
    void theListOfTasksIsSharedAcrossOrganizations() {
        Scene scene = new HomeHealthTest().opened();
        assertThat(scene.record().work().list(scene.now()).stream()
                        .filter(item -> item.key().subject().equals("duty"))
                        .map(WorkItem::holder)
                        .map(holder -> holder.organization())
                        .distinct())
                .containsExactlyInAnyOrder(Scene.House.CLINIC.id(), Scene.House.VENDOR.id());
    }

    @Test
    @Requirement("FND-36")
    void aProgramAsksForItsOwnFieldsKeepsItsEvidenceElsewhereAndTakesItsOwnTime() {
        Pathway shipped = LoadReview.changedNeed();
        Field another = Needs.before(
                Step.OPEN, Needs.said("state-form", Roles.SUPERVISOR), Roles.SUPERVISOR, Defaults.SAME_DAY);
        Pathway own = Altered.and(shipped, "stages/0/fields", another);
        own = Altered.with(own, "stages/0/evidence", Code.of("own-record-system"));
        own = Altered.with(own, "stages/0/due", new Elapsed(Duration.ofHours(8)));

        LoadReviewOfAChangedNeedTest ours = new LoadReviewOfAChangedNeedTest();
        ours.pathway = own;
        assertThat(told(ours.known().refusals("supervisor", ours.open())))
                .containsExactly("FIELD_MISSING state-form [supervisor]");
        assertThat(new LoadReviewOfAChangedNeedTest().known().refusals("supervisor", ours.open()))
                .isEmpty();
        Scene opened = ours.known().says("supervisor", "state-form").does("supervisor", ours.open());
        assertThat(Scene.local(opened.owed("stage", "need").orElseThrow().due()))
                .isEqualTo("03-02 18:00");
        assertThat(own.hash()).isNotEqualTo(shipped.hash());
    }
}
