package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.in;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.Content;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Priority;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.record.Expectation;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.time.Stamp;
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

/** What both pathways promise alike: the handoff's terms, the approval, the guide and the notices. */
abstract class Shipped {

    Pathway pathway;

    Shipped(Pathway pathway) {
        this.pathway = pathway;
    }

    /** A run in its first stage, with all that an offer needs. */
    abstract Scene offerable();

    abstract String sender();

    abstract String receiver();

    abstract Content form();

    /** How lateness around a handoff is heard. */
    abstract String route();

    /** A run in each of its stages, by the stage's name, with everything there that its decision needs. */
    abstract Map<String, Scene> stages();

    /** What each topic is decided by, and the condition under which it goes further up. */
    abstract Map<String, List<String>> guide();

    abstract String escalates();

    abstract List<String> toldOfAuthorization();

    /** The reasons that a decline may give, those of the delay list among them. */
    static final List<String> REASONS = List.of(
            "no-capacity",
            "service-not-offered",
            "outside-area",
            "needs-not-met-safely",
            "not-authorized",
            "person-chose-another");

    static final List<String> APPROVAL_FLAGS = List.of(
            "medication-uncertainty", "unsafe-mobility-support", "staffing-mismatch", "incomplete-care-instructions");

    static final Ask ASK = Ask.of(Code.of("home-care"), Scene.PARTICIPANT);

    OfferHandoff offer(Ask ask) {
        return new OfferHandoff(
                OfferKind.FIRM, Scene.seat(receiver()), ask, Optional.of(form()), Arbiter.RECORD, Optional.empty());
    }

    Scene offered(Ask ask) {
        return offerable().does(sender(), in(offer(ask)));
    }

    Scene answered(Answer answer) {
        return offered(ASK).does(receiver(), in(ReferralRoad.answer(answer)));
    }

    @Test
    @Requirement({"HND-20", "HND-58", "HND-53", "HND-54"})
    void anOfferHasTheFormOfItsStage() {
        Scene scene = offerable();
        OfferHandoff bare = new OfferHandoff(
                OfferKind.FIRM, Scene.seat(receiver()), ASK, Optional.empty(), Arbiter.RECORD, Optional.empty());
        assertThat(told(scene.refusals(sender(), in(bare))))
                .containsExactly("FIELD_MISSING required-handoff [" + sender() + "]");
        assertThat(scene.refusals(sender(), in(offer(ASK)))).isEmpty();
    }

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
                        Optional.empty()));
    }

    private static String items(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::path).sorted().collect(Collectors.joining(" "));
    }

    @Test
    @Requirement({"HND-34", "HND-41", "HND-37"})
    void theDeadlinesOfAHandoffRunFromEachWord() {
        assertThat(offered(ASK).lines("response", "urgent-look", "action"))
                .containsExactly(
                        "action whole: " + sender() + " for " + sender() + " by 03-04 17:00, " + route(),
                        "response offer-1: " + receiver() + " for " + sender() + " by 03-04 17:00, " + route());
        assertThat(answered(new Answer.RequestClarification(List.of(Question.about(Code.of("medication-needs")))))
                        .lines("clarification"))
                .containsExactly("clarification offer-1-round-1-medication-needs: " + sender() + " for " + receiver()
                        + " by 03-03 17:00, " + route());
        assertThat(answered(proposal()).lines("agree"))
                .containsExactly("agree offer-1: " + sender() + " for " + receiver() + " by 03-03 17:00, " + route());
        assertThat(answered(new Answer.Accept(Sensitive.of("words"))).lines("update"))
                .containsExactly("update offer-1: " + receiver() + " for " + sender() + " by 03-09 17:00, " + route());
        assertThat(answered(new Answer.Accept(Sensitive.of("words")))
                        .does(receiver(), in(new GiveBack(Code.of("no-capacity"))))
                        .lines("take-back"))
                .containsExactly("take-back whole: " + sender() + " for " + receiver() + " by 03-03 17:00, " + route());
    }

    private static Answer proposal() {
        return new Answer.AcceptWithConditions(List.of(new Condition(
                Sensitive.of("words"),
                Condition.Kind.LIMITATION,
                Scene.seat("supervisor"),
                Scene.MONDAY_10.plus(Duration.ofDays(9)))));
    }

    @Test
    @Requirement({"HND-36", "HND-38", "HND-39"})
    void aDeclineGivesOneOfTheListedReasons() {
        for (String reason : REASONS) {
            assertThat(offered(ASK)
                            .refusals(receiver(), in(ReferralRoad.answer(new Answer.Decline(Code.of(reason), none())))))
                    .isEmpty();
        }
        assertThat(told(offered(ASK)
                        .refusals(receiver(), in(ReferralRoad.answer(new Answer.Decline(Code.of("busy"), none()))))))
                .containsExactly("REASON_NOT_LISTED answer/reason []");
    }

    static Sensitive none() {
        return Sensitive.none();
    }

    @Test
    void afterAClarificationTheReceiverHasFourHoursAtLeast() {
        Scene scene = offered(ASK).later(Duration.ofHours(54));
        scene.does(
                receiver(),
                in(ReferralRoad.answer(
                        new Answer.RequestClarification(List.of(Question.about(Code.of("medication-needs")))))));
        scene.does(
                sender(),
                in(new AnswerClarification(1, Code.of("medication-needs"), Sensitive.of("words"), Optional.empty())));
        assertThat(scene.lines("response"))
                .containsExactly(
                        "response offer-1: " + receiver() + " for " + sender() + " by 03-04 20:00, " + route());
    }

    @Test
    void theThirdRoundOfClarificationIsHeard() {
        Scene scene = offered(ASK);
        for (int round = 1; round <= 3; round++) {
            assertThat(scene.lines("many-rounds")).isEmpty();
            Code item = Code.of("item-" + round);
            scene.does(
                    receiver(),
                    in(ReferralRoad.answer(new Answer.RequestClarification(List.of(Question.about(item))))));
            if (round < 3) {
                scene.does(sender(), in(new AnswerClarification(1, item, Sensitive.of("words"), Optional.empty())));
            }
        }
        assertThat(scene.lines("many-rounds")).hasSize(1);
    }

    @Test
    void anAcceptanceByTelephoneMovesNothing() {
        Scene scene = offered(ASK);
        Act heard = new Act(
                CommandId.of("by-phone"),
                Scene.seat("scheduler"),
                Stamp.at(scene.now()),
                Optional.of(new Relayed(Scene.seat(receiver()), Channel.PHONE, scene.now())));
        scene.does(heard, in(ReferralRoad.answer(new Answer.Accept(Sensitive.of("words")))));
        assertThat(scene.owed("action", "whole").orElseThrow().holder().role()).isEqualTo(Code.of(sender()));
    }

    @Test
    @Requirement("ESC-06")
    void anUrgentOfferIsLookedAtEachDayByTheAccessLeadUntilItIsDecided() {
        Scene scene = offered(ASK.with(Priority.URGENT));
        assertThat(scene.lines("urgent-look"))
                .containsExactly("urgent-look offer-1: access-lead for " + sender() + " by 03-03 09:00, " + route());
        scene.later(Duration.ofDays(5)).does(sender(), new AdvanceTime());
        scene.fulfils("access-lead", "urgent-look", "offer-1");
        assertThat(scene.lines("urgent-look"))
                .containsExactly("urgent-look offer-1: access-lead for " + sender() + " by 03-08 09:00, " + route());
        scene.does(
                receiver(),
                in(ReferralRoad.answer(ASK.with(Priority.URGENT), new Answer.Accept(Sensitive.of("words")))));
        assertThat(scene.lines("urgent-look")).isEmpty();
    }

    @Test
    @Requirement("HND-11")
    void beforeAnUrgentStartTheAnswerIsDueADayEarlierAndNoClarificationMovesThat() {
        Instant start = Scene.MONDAY_10.plus(Duration.ofHours(40));
        Ask urgent = new Ask(
                Code.of("home-care"),
                Scene.PARTICIPANT,
                Priority.URGENT,
                none(),
                none(),
                List.of(),
                Optional.of(start));
        Scene scene = offered(urgent);
        assertThat(scene.lines("response"))
                .containsExactly(
                        "response offer-1: " + receiver() + " for " + sender() + " by 03-03 02:00, " + route());
        scene.does(
                receiver(),
                in(ReferralRoad.answer(
                        urgent,
                        new Answer.RequestClarification(List.of(Question.about(Code.of("medication-needs")))))));
        scene.later(Duration.ofHours(30));
        scene.does(
                sender(),
                in(new AnswerClarification(1, Code.of("medication-needs"), Sensitive.of("words"), Optional.empty())));
        assertThat(scene.lines("response"))
                .containsExactly(
                        "response offer-1: " + receiver() + " for " + sender() + " by 03-03 02:00, " + route());
    }

    @Test
    @Requirement({"GAT-03", "GAT-04", "GAT-05", "GAT-06", "OWN-31"})
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
        return new RaiseFlag(Code.of("seen-at-work"));
    }

    /** A run that has just come into each stage by a hand that is not its owner's. */
    abstract Map<String, Scene> unattended();

    @Test
    @Requirement({"ESC-09", "HND-13", "HND-21", "HND-25"})
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
