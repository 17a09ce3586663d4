package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import care.baton.catalog.Outline.Part;
import care.baton.catalog.Outline.Work;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.HandoffId;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.record.CoordinationRecord;
import care.baton.record.Expectation;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.trace.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a pathway with an outline does, stage by stage: what each step needs, who owes what by when, and who hears. */
abstract class Outlined extends OutlinedFields {

    Outlined(Pathway pathway, Outline outline) {
        super(pathway, outline);
    }

    @Test
    void itIsOpenedByTheOneWhoRecordsAndNotWithoutWhatItNeeds() {
        Scene scene = known();
        assertThat(told(scene.refusals(OTHER, open())))
                .containsExactly("ROLE_NOT_PERMITTED runs/run-1 [" + part("records") + "]");
        Asked.holds(stage(0).upTo("open"), scene, s -> s.refusals(part("records"), open()));
        scene.does(part("records"), open());
        String heard = outline.route(stage(0).ladder());
        String review = "review " + part("review") + ": " + part("review") + " for " + part("owner") + " by ";
        assertThat(scene.lines("outcome", "review"))
                .containsExactly(
                        "outcome whole: " + part("owner") + " for " + part("validates") + " by " + part("by") + ", "
                                + heard,
                        review + part("by") + ", " + heard);
        scene.fulfils(part("review"), "review", part("review"));
        assertThat(scene.lines("review")).containsExactly(review + part("again") + ", " + heard);
    }

    @Test
    void eachStageOpensItsWorkAndSendsSomebodyAfterWhatIsMissing() {
        for (int n = 0; n <= last(); n++) {
            Part stage = stage(n);
            List<String> owed = new ArrayList<>(List.of("stage " + stage.code() + ": " + stage.owner() + " for "
                    + part("owner") + " by " + stage.due() + ", " + outline.route(stage.ladder())));
            stage.duties()
                    .forEach(w -> owed.add(w.kind() + " duty: " + w.role() + " for " + stage.owner() + " by " + w.due()
                            + ", " + outline.route(w.ladder())));
            String[] kinds = Stream.concat(
                            Stream.of("stage"), stage.duties().stream().map(Work::kind))
                    .toArray(String[]::new);
            Scene scene = at(n);
            assertThat(scene.lines(kinds)).containsExactlyInAnyOrderElementsOf(owed);
            stage.fields().forEach(f -> scene.forgets(f.asked().field()));
            assertThat(scene.lines("supply"))
                    .containsExactlyInAnyOrderElementsOf(stage.fields().stream()
                            .map(f -> "supply " + f.asked().field() + ": " + f.chaser() + " for " + stage.owner()
                                    + " by " + f.within() + ", " + outline.route(stage.ladder()))
                            .toList());
        }
    }

    @Test
    void eachStepOfEachStageAsksForItsOwnAndForNothingThatComesLater() {
        for (int n = 0; n <= last(); n++) {
            Part stage = stage(n);
            Scene scene = complete(n);
            Asked.holds(outline.reached(n, "offer"), scene, s -> s.refusals(stage.owner(), second(stage, "second")));
            Scene asked = scene.fork().does(stage.owner(), second(stage, "second"));
            Asked.holds(outline.reached(n, "accept"), asked, s -> s.refusals(taker(stage), accept("second")));
            Asked.holds(stage.upTo("decide"), scene, s -> s.refusals(part("decides"), decision("proceed")));
            List<Asked> leaving = new ArrayList<>(stage.upTo("close"));
            if (n < last()) {
                leaving.addAll(stage(n + 1).upTo("open"));
            }
            Asked.holds(leaving, scene, s -> s.refusals(stage.owner(), new LeaveStage(RUN)));
            outline.everything().forEach(asked::forgets);
            assertThat(List.of(
                            missing(asked.refusals(stage.owner(), second(stage, "third"))),
                            missing(asked.refusals(taker(stage), accept("second"))),
                            missing(asked.refusals(part("decides"), decision("proceed"))),
                            missing(asked.refusals(stage.owner(), new LeaveStage(RUN)))))
                    .containsExactly(
                            names(outline.reached(n, "offer")),
                            names(outline.reached(n, "accept")),
                            names(stage.upTo("decide")),
                            names(leaving));
            assertThat(told(scene.refusals(OTHER, decision("proceed"))))
                    .containsExactly("ROLE_NOT_PERMITTED decisions/proceed [" + part("decides") + "]");
        }
    }

    private static List<String> names(List<Asked> asked) {
        return asked.stream().map(Asked::field).sorted().toList();
    }

    private static List<String> missing(List<Refusal> refusals) {
        return refusals.stream()
                .filter(r -> r.code() == Reason.FIELD_MISSING)
                .map(Refusal::path)
                .sorted()
                .toList();
    }

    @Test
    void whileAWarningStandsOnlyItsApprovalLetsAStepThrough() {
        for (int n = 0; n <= last(); n++) {
            Part stage = stage(n);
            Scene scene = complete(n).does(stage.owner(), second(stage, "second"));
            for (String flag : outline.flags()) {
                Scene warned = scene.fork().does(OTHER, new RecordCommand.RaiseFlag(Code.of(flag)));
                List<List<String>> expected = new ArrayList<>();
                for (String step : List.of("offer", "accept")) {
                    expected.add(outline.stages().subList(0, n + 1).stream()
                            .flatMap(s -> s.approvals(step, flag).stream())
                            .distinct()
                            .toList());
                }
                expected.add(stage.approvals("decide", flag));
                expected.add(stage.approvals("close", flag));
                assertThat(approvals(warned, stage))
                        .as(stage.code() + " " + flag)
                        .isEqualTo(expected);
                approves(warned, flag);
                assertThat(approvals(warned, stage)).allMatch(List::isEmpty);
            }
        }
    }

    private List<List<String>> approvals(Scene scene, Part stage) {
        return Stream.of(
                        scene.refusals(stage.owner(), second(stage, "third")),
                        scene.refusals(taker(stage), accept("second")),
                        scene.refusals(part("decides"), decision("proceed")),
                        scene.refusals(stage.owner(), new LeaveStage(RUN)))
                .map(refusals -> told(refusals).stream()
                        .filter(line -> line.startsWith("APPROVAL_"))
                        .toList())
                .toList();
    }

    /** Somebody to offer to, who is not the one who offers. */
    String taker(Part stage) {
        return stage.owner().equals(receiver()) ? sender() : receiver();
    }

    private RecordCommand second(Part stage, String handoff) {
        return offer(HandoffId.of(handoff), taker(stage), stage);
    }

    private static RecordCommand accept(String handoff) {
        return in(HandoffId.of(handoff), ReferralRoad.answer(new Answer.Accept(ReferralRoad.words("words"))));
    }

    @Test
    void eachPieceOfWorkIsDoneWithItsProofAndNotBeforeWhatItWaitsForAndNoStageIsLeftBeforeThem() {
        for (int n = 0; n <= last(); n++) {
            List<Work> duties = stage(n).duties();
            assertThat(duties(at(n).refusals(stage(n).owner(), new LeaveStage(RUN))))
                    .containsExactlyInAnyOrderElementsOf(duties.stream()
                            .map(w -> "DUTY_NOT_DONE " + w.kind() + " [" + w.role() + "]")
                            .toList());
            for (int i = 0; i < duties.size(); i++) {
                Work work = duties.get(i);
                Scene scene = says(at(n), work.proof());
                assertThat(duties(fulfilling(scene, work))).containsExactlyInAnyOrderElementsOf(work.after());
                Asked.holds(work.proof(), done(scene, duties.subList(0, i)), s -> fulfilling(s, work));
            }
        }
    }

    private static List<String> duties(List<Refusal> refusals) {
        return told(refusals).stream().filter(line -> line.startsWith("DUTY_")).toList();
    }

    private static List<Refusal> fulfilling(Scene scene, Work work) {
        return scene.refusals(
                work.role(),
                new Fulfil(scene.owed(work.kind(), "duty").orElseThrow().key()));
    }

    @Test
    void itClosesOnceAnotherPersonHasValidatedTheOutcomeAndNotWithoutWhatItNeeds() {
        Scene scene = validated();
        assertThat(told(scene.refusals(OTHER, new CloseRun(RUN))))
                .containsExactly("ROLE_NOT_PERMITTED runs/run-1 [" + part("closes") + "]");
        Asked.holds(outline.closure(), scene, s -> s.refusals(part("closes"), new CloseRun(RUN)));
        assertThat(told(left().refusals(part("closes"), new CloseRun(RUN))))
                .containsExactly("OUTCOME_NOT_VALIDATED runs/run-1/outcome [" + part("validates") + "]");
        assertThat(told(left().refusals(OTHER, new ValidateOutcome(RUN))))
                .containsExactly("ROLE_NOT_PERMITTED runs/run-1/outcome [" + part("validates") + "]");
        assertThat(Closing.bySamePerson(scene, part("closes"), part("validates")))
                .containsExactly("SAME_PERSON runs/run-1 [" + part("closes") + "]");
        CoordinationRecord closed =
                scene.does(part("closes"), new CloseRun(RUN)).record();
        assertThat(closed.chart().obligations().open()).isEmpty();
        assertThat(CoordinationRecord.restore(
                                closed.id(), closed.ledger().entries().toList())
                        .orThrow()
                        .state())
                .isEqualTo(closed);
    }

    @Test
    void aStageWithNobodyAtWorkOnItForFourHoursIsHeardOfByItself() {
        for (int n = 0; n <= last(); n++) {
            Scene scene = unattended(n);
            assertThat(scene.lines("take-up"))
                    .containsExactly("take-up " + stage(n).code() + ": " + stage(n).owner() + " for " + part("owner")
                            + " by 03-02 14:00, " + outline.route(stage(n).ladder()));
        }
    }

    @Test
    void whatIsLateIsHeardLevelByLevelAndStaysWithWhoHoldsIt() {
        Scene scene = opened();
        scene.later(Duration.ofDays(60)).does(OTHER, new AdvanceTime());
        String[] rungs = outline.route(stage(0).ladder()).split(" ");
        assertThat(scene.lines("escalation").stream()
                        .filter(line -> line.startsWith("escalation stage:" + stage(0).code() + ":"))
                        .map(line -> line.substring(0, line.indexOf(" by "))))
                .containsExactly(
                        "escalation stage:" + stage(0).code() + ":1: " + rungs[1] + " for " + part("owner"),
                        "escalation stage:" + stage(0).code() + ":2: " + rungs[5] + " for " + part("owner"));
        assertThat(scene.owed("stage", stage(0).code()).orElseThrow().holder().role())
                .isEqualTo(Code.of(stage(0).owner()));
    }

    @Test
    void aPartnerIsToldTheFormTheEvidenceAndTheReviewerOfEachStage() {
        for (int n = 0; n <= last(); n++) {
            Part stage = stage(n);
            Scene scene = complete(n).does(stage.owner(), offer(Scene.HANDOFF, taker(stage), stage));
            Expectation expected = Expectation.of(
                            scene.record().chart(), scene.rules(), Scene.HANDOFF, Scene.seat(taker(stage)))
                    .orElseThrow();
            assertThat(List.of(
                            expected.stage().value(),
                            expected.form().value(),
                            expected.evidence().value(),
                            expected.reviewer().value()))
                    .containsExactly(stage.code(), stage.form(), stage.evidence(), stage.reviewer());
        }
    }

    /** The step that needs the row's field is not passed without it, and the refusal names the field alone. */
    void isAskedFor(Row row, String field) {
        isAskedFor(row, field, scene -> scene);
    }

    /** Nor is it passed with the field there and nothing in it. */
    void isNotLeftBlank(Row row, String field) {
        RecordFact blank = new RecordFact(Code.of(field), Sensitive.none(), Code.of("file"), Grade.CONFIRMED);
        isAskedFor(row, field, scene -> scene.does(by(field), blank));
    }

    private void isAskedFor(Row row, String field, UnaryOperator<Scene> then) {
        for (int n = 0; n <= last(); n++) {
            Part stage = stage(n);
            for (String step : Outline.STEPS) {
                if (stage.upTo(step).stream().anyMatch(a -> a.field().equals(field))) {
                    Scene scene = (n == 0 && step.equals("open") ? known() : complete(n)).forgets(field);
                    assertThat(refusals(then.apply(scene), stage, step))
                            .as(row.id())
                            .extracting(Refusal::code, Refusal::path)
                            .containsExactly(tuple(Reason.FIELD_MISSING, field));
                    return;
                }
            }
        }
        throw new AssertionError(row.id() + ": no stage asks for " + field);
    }

    private List<Refusal> refusals(Scene scene, Part stage, String step) {
        return switch (step) {
            case "open" -> scene.refusals(part("records"), open());
            case "offer" -> scene.refusals(stage.owner(), second(stage, "second"));
            case "decide" -> scene.refusals(part("decides"), decision("proceed"));
            default -> scene.refusals(stage.owner(), new LeaveStage(RUN));
        };
    }
}
