package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.in;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.party.HandoffId;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Pathway;
import care.baton.record.Expectation;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What both pathways promise alike beside the handoff's terms: the approval, the guide, the notices, the steps. */
abstract class Shipped extends ShippedHandoff {

    Shipped(Pathway pathway) {
        super(pathway);
    }

    /** A run in each of its stages, by the stage's name, with everything there that its decision needs. */
    abstract Map<String, Scene> stages();

    /** What each topic is decided by, and the condition under which it goes further up. */
    abstract Map<String, List<String>> guide();

    abstract String escalates();

    abstract List<String> toldOfAuthorization();

    static final List<String> APPROVAL_FLAGS = List.of(
            "medication-uncertainty", "unsafe-mobility-support", "staffing-mismatch", "incomplete-care-instructions");

    /** What each stage lacks, with nothing known and a warning standing: to offer, to accept, and to proceed. */
    abstract Map<String, List<String>> steps();

    @Test
    void eachStepOfEachStageAsksForItsOwnAndForNothingThatComesLater() {
        String proceeds = sender().equals("supervisor") ? "supervisor" : "intake-manager";
        everywhere().forEach((stage, scene) -> {
            String owner =
                    scene.owed("stage", stage).orElseThrow().holder().role().value();
            scene.does(owner, second("handoff-2"))
                    .does("nurse-consultant", new RaiseFlag(Code.of("staffing-mismatch")));
            everything().forEach(scene::forgets);
            assertThat(List.of(
                            items(scene.refusals(owner, second("handoff-3"))),
                            items(scene.refusals(
                                    "scheduler",
                                    new InHandoff(
                                            HandoffId.of("handoff-2"),
                                            RUN,
                                            ReferralRoad.answer(new Answer.Accept(Sensitive.of("words")))))),
                            items(scene.refusals(proceeds, decision("proceed")))))
                    .as(stage)
                    .isEqualTo(steps().get(stage));
        });
    }

    /** Every field that the sources name for this pathway. */
    abstract List<String> everything();

    private InHandoff second(String handoff) {
        return new InHandoff(
                HandoffId.of(handoff),
                RUN,
                new OfferHandoff(
                        OfferKind.FIRM,
                        Scene.seat("scheduler"),
                        ASK,
                        Optional.of(form()),
                        Arbiter.RECORD,
                        Optional.empty(),
                        Optional.empty()));
    }

    private static String items(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::path).sorted().collect(Collectors.joining(" "));
    }

    @Test
    @Requirement({"GAT-03", "GAT-04", "GAT-05", "GAT-06"})
    void whileAWarningStandsOnlyTheSupervisorsApprovalOfItLetsTheAcceptanceAndTheDecisionThrough() {
        for (String flag : APPROVAL_FLAGS) {
            String lacking = "APPROVAL_MISSING supervisor-approval [supervisor]";
            Scene accepting = offered(ASK).does("nurse-consultant", new RaiseFlag(Code.of(flag)));
            assertThat(told(accepting.refusals(
                            receiver(), in(ReferralRoad.answer(new Answer.Accept(Sensitive.of("words")))))))
                    .containsExactly(lacking);
            Approve approve = new Approve(Code.of("supervisor-approval"), List.of(new Covered(Code.of(flag), 1)));
            assertThat(told(accepting.refusals("nurse-consultant", approve)))
                    .containsExactly("ROLE_NOT_PERMITTED approvals/supervisor-approval [supervisor]");
            accepting.does("supervisor", approve);
            assertThat(accepting.refusals(
                            receiver(), in(ReferralRoad.answer(new Answer.Accept(Sensitive.of("words"))))))
                    .isEmpty();
            stages().forEach((stage, scene) -> {
                Scene warned = scene.does("nurse-consultant", new RaiseFlag(Code.of(flag)));
                assertThat(told(tries(warned, stage))).as(stage).contains(lacking);
                warned.does("supervisor", approve);
                assertThat(told(tries(warned, stage))).as(stage).doesNotContain(lacking);
            });
        }
    }

    /** What stands in the way of whatever the stage decides. */
    abstract List<Refusal> tries(Scene scene, String stage);

    @Test
    void adviceAloneClearsNothingAndAnApprovalCoversTheAdviceItSaw() {
        Scene scene = offered(ASK)
                .does("nurse-consultant", new RaiseFlag(Code.of("medication-uncertainty")))
                .says("nurse-consultant", guidance());
        RecordCommand accept = in(ReferralRoad.answer(new Answer.Accept(Sensitive.of("words"))));
        assertThat(told(scene.refusals(receiver(), accept)))
                .containsExactly("APPROVAL_MISSING supervisor-approval [supervisor]");
        scene.does(
                "supervisor",
                new Approve(
                        Code.of("supervisor-approval"),
                        List.of(
                                new Covered(Code.of("medication-uncertainty"), 1),
                                new Covered(Code.of(guidance()), 1))));
        assertThat(scene.refusals(receiver(), accept)).isEmpty();
        scene.says("nurse-consultant", guidance());
        assertThat(told(scene.refusals(receiver(), accept)))
                .containsExactly("APPROVAL_OUTDATED supervisor-approval [supervisor]");
    }

    abstract String guidance();

    @Test
    @Requirement("OWN-31")
    void guidanceIsRecordedByTheNurseConsultantAlone() {
        assertThat(told(offerable().refusals("supervisor", Scene.fact(guidance(), "words"))))
                .containsExactly("ROLE_NOT_PERMITTED facts/" + guidance() + " [nurse-consultant]");
    }

    @Test
    void nothingMayBeLetPass() {
        assertThat(told(offerable()
                        .refusals(
                                "supervisor",
                                new GrantWaiver(
                                        Scene.RUN,
                                        Code.of("supervisor-approval"),
                                        Code.of("haste"),
                                        Scene.MONDAY_10.plusSeconds(60)))))
                .containsExactly("NOT_WAIVABLE waivers/supervisor-approval []");
    }

    @Test
    @Requirement({"OWN-11", "OWN-25", "OWN-29", "OWN-30", "OWN-32", "OWN-39", "OWN-09"})
    void eachTopicIsDecidedByItsOneOwnerAndGoesFurtherUpOnItsCondition() {
        Scene scene = offerable();
        assertThat(new TreeMap<>(guide())).isEqualTo(topics());
        guide().forEach((topic, line) -> {
            for (String other : List.of("case-manager", "supervisor", "housing-navigator", "authorization-team")) {
                List<String> refused = told(scene.refusals(other, decision(topic)));
                assertThat(refused)
                        .isEqualTo(
                                other.equals(line.get(0))
                                        ? List.of()
                                        : List.of("ROLE_NOT_PERMITTED decisions/" + topic + " [" + line.get(0) + "]"));
            }
            assertThat(scene.refusals(line.get(0), decision(topic))).isEmpty();
            Scene raised = scene.fork().does("scheduler", new RaiseFlag(Code.of(line.get(1))));
            assertThat(raised.lines("escalate"))
                    .containsExactly("escalate " + topic + ": " + escalates() + " for " + line.get(0)
                            + " by 03-03 17:00, " + route());
        });
        assertThat(told(scene.refusals("supervisor", decision("weather"))))
                .containsExactly("TOPIC_UNKNOWN decisions/weather []");
    }

    private Map<String, List<String>> topics() {
        Map<String, List<String>> topics = new TreeMap<>();
        pathway.guide()
                .topics()
                .forEach(t -> topics.put(
                        t.topic().value(),
                        List.of(t.owner().value(), t.escalatesWhen().value())));
        return topics;
    }

    private static TakeDecision decision(String topic) {
        return new TakeDecision(RUN, Code.of(topic), Code.of("yes"), none(), Optional.empty());
    }

    @Test
    @Requirement("HND-15")
    void anAuthorizationDecisionIsToldByTheAuthorizationTeamToWhomItConcerns() {
        Scene scene = offerable().does("authorization-team", decision("authorization"));
        List<String> expected = new ArrayList<>();
        toldOfAuthorization()
                .forEach(role -> expected.add("notify authorization:" + role + ": authorization-team for " + role
                        + " by 03-03 17:00, " + route()));
        assertThat(scene.lines("notify")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @Requirement("OWN-43")
    void tellingTheCommissionerMovesNothingThatAnybodyHolds() {
        pathway = Altered.and(pathway, "notices/0/recipients", Code.of("access-lead"));
        Scene scene = offered(ASK.with(Priority.URGENT));
        List<String> held = scene.lines("action", "response", "stage", "outcome");
        scene.does("authorization-team", decision("authorization"));
        assertThat(scene.lines("notify")).hasSize(toldOfAuthorization().size() + 1);

        scene.fulfils("authorization-team", "notify", "authorization:access-lead")
                .fulfils("access-lead", "urgent-look", "offer-1");
        toldOfAuthorization().forEach(role -> scene.fulfils("authorization-team", "notify", "authorization:" + role));

        assertThat(scene.lines("notify")).isEmpty();
        assertThat(scene.lines("action", "response", "stage", "outcome"))
                .isEqualTo(held)
                .anyMatch(line -> line.startsWith("action whole: " + sender() + " for " + sender()));
        assertThat(told(scene.refusals(
                        "access-lead",
                        in(ReferralRoad.answer(ASK.with(Priority.URGENT), new Answer.Accept(Sensitive.none()))))))
                .containsExactly("NOT_YOUR_TURN answer [" + receiver() + "]");
        assertThat(told(scene.refusals("access-lead", new LeaveStage(RUN))))
                .anyMatch(line -> line.startsWith("ROLE_NOT_PERMITTED runs/run-1/stages/")
                        && line.endsWith("[" + sender() + "]"));
    }

    @Test
    @Requirement("ESC-08")
    void aStageWithNobodyAtWorkOnItForFourHoursIsHeardOfByItself() {
        unattended().forEach((stage, scene) -> {
            assertThat(scene.lines("take-up")).hasSize(1);
            assertThat(scene.lines("take-up").get(0)).startsWith("take-up " + stage + ": ");
            Instant due = scene.owed("take-up", stage).orElseThrow().due();
            assertThat(due).isEqualTo(scene.now().plus(Duration.ofHours(4)));
            String owner =
                    scene.owed("take-up", stage).orElseThrow().holder().role().value();
            Scene late = scene.fork().later(Duration.ofHours(5)).does("housing-navigator", new AdvanceTime());
            assertThat(late.lines("escalation"))
                    .anyMatch(line -> line.startsWith("escalation take-up:" + stage + ":1: "));
            assertThat(scene.fork().does(owner, decisionless()).lines("take-up"))
                    .isEmpty();
        });
    }

    private static RecordCommand decisionless() {
        return new RaiseFlag(Code.of("repeated-disruption"));
    }

    /** A run that has just come into each stage by a hand that is not its owner's. */
    abstract Map<String, Scene> unattended();

    @Test
    @Requirement("ESC-09")
    void aPartnerCanAskWhatIsExpectedOfIt() {
        Scene scene = offered(ASK);
        Optional<Expectation> found =
                Expectation.of(scene.record().chart(), scene.rules(), Scene.HANDOFF, Scene.seat(receiver()));
        Expectation expected = found.orElseThrow();
        Instant due = scene.owed("response", "offer-1").orElseThrow().due();
        assertThat(expected.words()).containsExactly(new Expectation.Word(Code.of("response"), due, due));
        assertThat(Scene.local(expected.updates().due(Scene.MONDAY_10, Scene.CALENDAR)))
                .isEqualTo("03-09 17:00");
        assertThat(expected.fields()).extracting(Code::value).isEqualTo(suppliedByReceiver());
        assertThat(Expectation.of(scene.record().chart(), scene.rules(), Scene.HANDOFF, Scene.seat("scheduler")))
                .isEmpty();
        everywhere().forEach((stage, at) -> {
            Scene open = at.owed("action", "whole").isPresent() ? at : at.does(sender(), in(offer(ASK)));
            Expectation there = Expectation.of(
                            open.record().chart(), open.rules(), Scene.HANDOFF, Scene.seat(receiver()))
                    .orElseThrow();
            assertThat(List.of(
                            there.stage().value(),
                            there.form().value(),
                            there.evidence().value(),
                            there.reviewer().value()))
                    .isEqualTo(places().get(stage));
        });
    }

    abstract List<String> suppliedByReceiver();

    /** A run in each of its stages, the last too. */
    abstract Map<String, Scene> everywhere();

    /** Each stage with its form of handoff, where its evidence is held, and who reviews it for the commissioner. */
    abstract Map<String, List<String>> places();
}
