package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import care.baton.catalog.Outline.Expires;
import care.baton.catalog.Outline.Part;
import care.baton.catalog.Outline.Work;
import care.baton.evidence.Entry;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.handoff.Answer;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.HandoffId;
import care.baton.pathway.Pathway;
import care.baton.pathway.RoleDescription;
import care.baton.record.CoordinationRecord;
import care.baton.record.Expectation;
import care.baton.record.Keys;
import care.baton.record.ProofAudit;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.trace.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a pathway with an outline does, stage by stage: what each step needs, who owes what by when, and who hears. */
abstract class Outlined extends OutlinedGuide {

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

    /** Of a run that closed as it must, the audit finds nothing; of the same list without one field, that field alone. */
    void isNamedByTheAudit(String field) {
        Scene scene = validated().does(part("closes"), new CloseRun(RUN));
        List<Entry> all = scene.record().ledger().entries().toList();
        assertThat(ProofAudit.of(all, List.of(pathway))).isEmpty();
        List<Entry> none = all.stream()
                .filter(e -> !(e.event() instanceof FactRecorded said
                        && said.field().value().equals(field)))
                .toList();
        assertThat(none).hasSizeLessThan(all.size());
        assertThat(ProofAudit.of(none, List.of(pathway))).singleElement().satisfies(found -> {
            assertThat(found.run()).isEqualTo(RUN);
            assertThat(found.lack().need().item().value()).isEqualTo(field);
            assertThat(found.lack().refusal().code()).isEqualTo(Reason.FIELD_MISSING);
            assertThat(found.entries()).hasSize(2);
        });
    }

    @Test
    void whatFallsDueAtTheDateOfAFieldIsOwedByThenAndAnewWhenTheDateChanges() {
        for (Expires expiry : outline.expiries()) {
            Scene scene = at(expiry.stage());
            assertThat(scene.lines(expiry.kind())).isEmpty();
            String owed =
                    expiry.kind() + " " + expiry.field() + ": " + expiry.role() + " for " + part("owner") + " by ";
            for (String date : List.of("2026-06-30", "2026-05-31")) {
                scene.says(by(expiry.field()), expiry.field(), date + "T22:00:00Z");
                assertThat(scene.lines(expiry.kind()))
                        .containsExactly(owed + date.substring(5) + " 18:00, " + outline.route(expiry.ladder()));
            }
            List<Obligation> open =
                    scene.record().chart().obligations().openOf(Keys.cause(RUN), Code.of(expiry.kind()));
            Asked.holds(
                    List.of(expiry.proof()),
                    says(scene, List.of(expiry.proof())),
                    s -> s.refusals(expiry.role(), new Fulfil(open.get(0).key())));
        }
    }

    private String by(String field) {
        return outline.everythingAsked().stream()
                .filter(a -> a.field().equals(field))
                .findFirst()
                .orElseThrow()
                .suppliers()
                .get(0);
    }

    @Test
    void eachFieldHoldsWhatItMustAndAllElseIsWords() {
        Scene scene = opened();
        outline.everythingAsked().forEach(asked -> {
            String must = outline.holds().getOrDefault(asked.field(), "words");
            List<String> fitting =
                    switch (must) {
                        case "words" -> List.of("everybody", "supervisor", "2026-03-02T15:00:00Z");
                        case "a role" -> List.of(part("owner"), part("closes"));
                        case "an instant ahead" ->
                            List.of(
                                    scene.now().toString(),
                                    scene.now().plusNanos(1).toString());
                        case "an instant gone by" ->
                            List.of(
                                    scene.now().toString(),
                                    scene.now().minusNanos(1).toString());
                        default -> List.of(must.split(" "));
                    };
            fitting.forEach(said -> assertThat(says(scene, asked, said))
                    .as(asked.field() + " " + said)
                    .isEmpty());
            assertThat(misfits(scene, must).stream()
                            .map(said -> why(says(scene, asked, said)))
                            .toList())
                    .as(asked.field())
                    .isEqualTo(
                            switch (must) {
                                case "words" -> List.of();
                                case "a role" -> List.of("NAME_UNKNOWN " + roles());
                                case "an instant ahead" -> List.of("VALUE_MALFORMED", "VALUE_MALFORMED");
                                case "an instant gone by" -> List.of("VALUE_MALFORMED", "IN_THE_FUTURE");
                                default -> List.of("NAME_UNKNOWN " + List.of(must.split(" ")));
                            });
        });
    }

    private List<Code> roles() {
        return pathway.roles().stream().map(RoleDescription::code).toList();
    }

    private static List<String> misfits(Scene scene, String must) {
        return switch (must) {
            case "words" -> List.of();
            case "an instant ahead" ->
                List.of("everybody", scene.now().minusNanos(1).toString());
            case "an instant gone by" ->
                List.of("everybody", scene.now().plusNanos(1).toString());
            default -> List.of("everybody");
        };
    }

    private static List<Refusal> says(Scene scene, Asked asked, String words) {
        return scene.refusals(asked.suppliers().get(0), Scene.fact(asked.field(), words));
    }

    /** The reason, and what could be said instead. */
    private static String why(List<Refusal> refusals) {
        assertThat(refusals).hasSize(1);
        List<Code> instead = refusals.get(0).names();
        return refusals.get(0).code() + (instead.isEmpty() ? "" : " " + instead);
    }

    /** The step that needs the row's field is not passed without it, and the refusal names the field alone. */
    void isAskedFor(Row row, String field) {
        for (int n = 0; n <= last(); n++) {
            Part stage = stage(n);
            for (String step : Outline.STEPS) {
                if (stage.upTo(step).stream().anyMatch(a -> a.field().equals(field))) {
                    Scene scene = (n == 0 && step.equals("open") ? known() : complete(n)).forgets(field);
                    assertThat(refusals(scene, stage, step))
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
