package care.baton.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.catalog.Referral;
import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.Sensitive;
import care.baton.pathway.Change.What;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Need.StageNeed;
import care.baton.time.Elapsed;
import care.baton.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a definition says, and what no definition can say. */
class PathwayTest {

    private static final Instant NOON = Instant.parse("2024-03-04T12:00:00Z");
    private static final Pathway REFERRAL = Referral.handoff();
    private static final Code NURSE = Code.of("nurse");
    private static final Elapsed HOUR = new Elapsed(Duration.ofHours(1));

    @Test
    void oneStageFollowsAnotherAndNothingFollowsTheLast() {
        assertThat(REFERRAL.stage(Code.of("preparation")).orElseThrow().owner()).isEqualTo(Code.of("intake-manager"));
        assertThat(REFERRAL.stage(Code.of("nowhere"))).isEmpty();
        assertThat(REFERRAL.after(Code.of("referral")).map(Stage::code)).contains(Code.of("preparation"));
        assertThat(REFERRAL.after(Code.of("start")).map(Stage::code)).contains(Code.of("outcome"));
        assertThat(REFERRAL.after(Code.of("outcome"))).isEmpty();
        assertThat(REFERRAL.after(Code.of("nowhere"))).isEmpty();
    }

    @Test
    void aLadderIsFoundByItsNameOnly() {
        Ladder last = REFERRAL.ladders().get(3);

        assertThat(REFERRAL.ladder(last.code())).isEqualTo(last);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REFERRAL.ladder(NURSE))
                .withMessage("ladder: not one of the pathway's");
    }

    @Test
    void whatAStepNeedsIsWhatThatStepOrOneBeforeItAsksForOnceEach() {
        FieldNeed early = field("early");
        FieldNeed both = field("both");
        FieldNeed late = field("late");
        Stage stage = new Stage(
                Code.of("stage"),
                NURSE,
                Stage.ANY_FORM,
                Code.of("file"),
                HOUR,
                HOUR,
                Code.of("ladder"),
                NURSE,
                List.of(
                        new Field(early, Step.OPEN, NURSE, HOUR),
                        new Field(both, Step.OFFER, NURSE, HOUR),
                        new Field(late, Step.ACCEPT, NURSE, HOUR)),
                List.of(
                        new Gate(Code.of("offer"), Step.OFFER, List.of(both, field("proof"))),
                        new Gate(Code.of("close"), Step.CLOSE, List.of(field("end")))),
                List.of());

        assertThat(stage.needs(Step.OPEN)).containsExactly(early);
        assertThat(stage.needs(Step.OFFER)).containsExactly(early, both, field("proof"));
        assertThat(stage.needs(Step.DECIDE)).containsExactly(early, both, late, field("proof"));
        assertThat(stage.needs(Step.CLOSE)).endsWith(field("end"));
    }

    @Test
    void everythingThatIsAskedForAnywhereIsListedInItsOrder() {
        List<Code> items = REFERRAL.needs().stream().map(Need::item).toList();

        assertThat(items)
                .startsWith(Code.of("support-routines"))
                .endsWith(Code.of("follow-up-outcome"), Code.of("referral-result"), Code.of("outcome"))
                .containsSubsequence(
                        Code.of("support-summary"), Code.of("staffing-plan"), Code.of("provider-response-category"));
        assertThat(Altered.with(REFERRAL, "stages/0/gates", List.of()).needs()).hasSize(items.size() - 1);
    }

    @Test
    void onlyWhatDecidesMakesItAnotherDefinition() {
        Pathway retitled = Altered.with(REFERRAL, "title", new Label("Another title"));
        Pathway next = Altered.with(REFERRAL, "version", 2);

        assertThat(retitled.hash()).isEqualTo(REFERRAL.hash());
        assertThat(next.hash()).isNotEqualTo(REFERRAL.hash());
        assertThat(Change.between(REFERRAL, next)).isEmpty();
        assertThat(REFERRAL).hasToString("Pathway[referral-handoff/1]");
    }

    @Test
    void eachDifferenceIsToldWhereItIs() {
        Pathway shorter = Altered.with(REFERRAL, "closure", REFERRAL.closure().subList(1, 2));
        Pathway plain = Altered.with(REFERRAL, "handoff/urgentLook", Optional.empty());
        Pathway slower = Altered.with(REFERRAL, "handoff/urgentLook/each", HOUR);
        Pathway longer = Altered.with(REFERRAL, "stages/0/due/days", 7);

        assertThat(Change.between(REFERRAL, shorter)).containsExactly(change("closure/referral-result", What.REMOVED));
        assertThat(Change.between(shorter, REFERRAL)).containsExactly(change("closure/referral-result", What.ADDED));
        assertThat(Change.between(REFERRAL, plain)).containsExactly(change("handoff/urgentLook", What.REMOVED));
        assertThat(Change.between(plain, REFERRAL)).containsExactly(change("handoff/urgentLook", What.ADDED));
        assertThat(Change.between(plain, plain)).isEmpty();
        assertThat(Change.between(REFERRAL, slower)).containsExactly(change("handoff/urgentLook/each", What.CHANGED));
        assertThat(Change.between(REFERRAL, longer)).containsExactly(change("stages/referral/due/days", What.CHANGED));
        assertThat(change("stages", What.REORDERED)).hasToString("Change[REORDERED]");
        assertThatIllegalArgumentException().isThrownBy(() -> change(" ", What.ADDED));
    }

    @Test
    void rungsThatHaveNoNamesAreToldByTheirNumber() {
        Ladder ladder = REFERRAL.ladders().get(0);
        Rung more = new Rung(Duration.ofDays(3000), REFERRAL.owner(), HOUR);
        Pathway taller = Altered.and(REFERRAL, "ladders/0/rungs", more);
        String rungs = "ladders/" + ladder.code() + "/rungs/";

        assertThat(Change.between(REFERRAL, taller)).extracting(Change::what).containsOnly(What.ADDED);
        assertThat(Change.between(REFERRAL, taller)).extracting(Change::path).allMatch(p -> p.startsWith(rungs));
    }

    @Test
    void decisionsForOneStartAreAllTakenADayBeforeItWhereThatIsStillAhead() {
        HandoffTerms terms = REFERRAL.handoff();
        Instant due = NOON.plus(Duration.ofDays(5));
        Duration day = terms.jointLatest();

        assertThat(terms.decideBy(due, NOON.plus(day.multipliedBy(3)), NOON)).isEqualTo(NOON.plus(day.multipliedBy(2)));
        assertThat(terms.decideBy(due, NOON.plus(day).plusNanos(1), NOON)).isEqualTo(NOON.plusNanos(1));
        assertThat(terms.decideBy(due, NOON.plus(day), NOON)).isEqualTo(NOON.plus(day));
        assertThat(terms.decideBy(due, NOON.plusNanos(1), NOON)).isEqualTo(NOON.plusNanos(1));
        assertThat(terms.decideBy(due, NOON, NOON)).isEqualTo(due);
        assertThat(terms.decideBy(due, due.plus(day).plus(day), NOON)).isEqualTo(due);
    }

    @Test
    void whereNothingIsLeftUnconfirmedAllElseStaysAsItWas() {
        Pathway unconfirmed = Altered.with(
                Altered.with(REFERRAL, "handoff/unconfirmedAfter", Optional.of(HOUR)),
                "handoff/finishWithin",
                Optional.of(HOUR));

        HandoffTerms always = unconfirmed.handoff().alwaysConfirmed();

        assertThat(always.unconfirmedAfter()).isEmpty();
        assertThat(always.finishWithin()).contains(HOUR);
        assertThat(Altered.with(unconfirmed, "handoff", always))
                .isEqualTo(Altered.with(unconfirmed, "handoff/unconfirmedAfter", Optional.empty()));
    }

    @Test
    void aRoleIsAWordAndADeadlineIsNotYetOver() {
        assertThat(new Holds.Role().fits(Sensitive.of("nurse"), NOON)).isTrue();
        assertThat(new Holds.Role().fits(Sensitive.of("A nurse"), NOON)).isFalse();
        assertThat(new Holds.Role().fits(Sensitive.none(), NOON)).isFalse();
        assertThat(new Holds.Deadline().fits(Sensitive.of("2024-03-04T12:00:00Z"), NOON))
                .isTrue();
        assertThat(new Holds.Deadline().fits(Sensitive.of("2024-03-04T11:59:59.999999999Z"), NOON))
                .isFalse();
        assertThat(new Holds.Deadline().fits(Sensitive.of("tomorrow"), NOON)).isFalse();
        assertThat(new Holds.Deadline().fits(Sensitive.removed(Digest.of()), NOON))
                .isTrue();
    }

    @Test
    void whatHasHappenedIsNoLaterThanItsEntry() {
        Holds happened = new Holds.Happened();
        assertThat(happened.fits(Sensitive.of("2024-03-04T12:00:00Z"), NOON)).isTrue();
        assertThat(happened.fits(Sensitive.of("2024-03-04T12:00:00.000000001Z"), NOON))
                .isFalse();
        assertThat(happened.fits(Sensitive.of("yesterday"), NOON)).isFalse();
        assertThat(happened.fits(Sensitive.removed(Digest.of()), NOON)).isTrue();
    }

    @Test
    void aClosedListTakesItsOwnWordsAndNoOther() {
        Holds prevented = new Holds.OneOf(List.of(Code.of("prevented"), Code.of("not-prevented")));
        assertThat(prevented.fits(Sensitive.of("not-prevented"), NOON)).isTrue();
        assertThat(prevented.fits(Sensitive.of("Prevented"), NOON)).isFalse();
        assertThat(prevented.fits(Sensitive.none(), NOON)).isFalse();
        assertThat(prevented.fits(Sensitive.removed(Digest.of()), NOON)).isTrue();
        refused("values", () -> new Holds.OneOf(List.of(Code.of("prevented"))));
        refused("values", () -> new Holds.OneOf(List.of(Code.of("prevented"), Code.of("prevented"))));
    }

    @Test
    void whatIsCountedIsLinkedEachToOneOfAClosedList() {
        Holds linked = new Holds.Linked(List.of(Code.of("falls"), Code.of("medication-error")));
        for (String said : List.of("call=falls", "call=falls, visit=medication-error", " call=falls,call=falls ")) {
            assertThat(linked.fits(Sensitive.of(said), NOON)).as(said).isTrue();
        }
        for (String said : List.of(
                "42",
                "falls",
                "call",
                "call=",
                "=falls",
                "call=noise",
                "call=falls=falls",
                "call=falls,",
                "A call=falls")) {
            assertThat(linked.fits(Sensitive.of(said), NOON)).as(said).isFalse();
        }
        assertThat(linked.fits(Sensitive.none(), NOON)).isFalse();
        assertThat(linked.fits(Sensitive.removed(Digest.of()), NOON)).isTrue();
        refused("to", () -> new Holds.Linked(List.of()));
        refused("to", () -> new Holds.Linked(List.of(Code.of("falls"), Code.of("falls"))));
    }

    @Test
    void oneStepIsAfterThoseBeforeIt() {
        assertThat(Step.OFFER.isAfter(Step.OPEN)).isTrue();
        assertThat(Step.OFFER.isAfter(Step.OFFER)).isFalse();
        assertThat(Step.OFFER.isAfter(Step.ACCEPT)).isFalse();
    }

    @Test
    void aTopicIsDecidedByOneAndFoundByItsName() {
        DecisionGuide guide = REFERRAL.guide();

        assertThat(guide.topic(Code.of("staffing")).orElseThrow().owner()).isEqualTo(Code.of("scheduler"));
        assertThat(guide.topic(NURSE)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Altered.twice(REFERRAL, "guide/topics"))
                .withMessage("topics: each named once");
        assertThat(REFERRAL.responsibilities().roles())
                .extracting(Code::value)
                .containsExactly(
                        "case-manager", "intake-manager", "supervisor", "case-management-lead", "case-manager");
    }

    @Test
    void whatSaysTooLittleOrTooMuchIsNoPartOfADefinition() {
        assertThat(new Label("a".repeat(512)).text()).hasSize(512);
        assertThat(new Label("words")).hasToString("Label");
        assertThat(Altered.with(REFERRAL, "handoff/rounds", 1).handoff().rounds())
                .isEqualTo(1);
        assertThat(Altered.with(REFERRAL, "handoff/least", Horizon.LONGEST)
                        .handoff()
                        .least())
                .isEqualTo(Horizon.LONGEST);
        Duration never = Duration.ofNanos(-1);
        refused("text", () -> new Label("a".repeat(513)));
        refused("rounds", () -> Altered.with(REFERRAL, "handoff/rounds", 0));
        refused("reasons", () -> Altered.with(REFERRAL, "handoff/reasons", List.of()));
        refused("least", () -> Altered.with(REFERRAL, "handoff/least", never));
        refused("jointLatest", () -> Altered.with(REFERRAL, "handoff/jointLatest", never));
        refused("after", () -> new Rung(never, NURSE, HOUR));
        refused("rungs", () -> new Ladder(NURSE, List.of(), HOUR));
        refused("recipients", () -> new Notice(NURSE, NURSE, List.of(), HOUR));
        refused("needs", () -> new Gate(NURSE, Step.OPEN, List.of()));
        refused("longest", () -> new Waivable(NURSE, NURSE, Duration.ZERO));
        refused("flags", () -> new ApprovalNeed(NURSE, List.of(NURSE), List.of()));
        refused("suppliers", () -> new ApprovalNeed(NURSE, List.of(), List.of(NURSE)));
        refused("suppliers", () -> new FieldNeed(NURSE, List.of(), Grade.RECORDED, false));
        refused("suppliers", () -> new DutyNeed(NURSE, List.of()));
        refused("suppliers", () -> new StageNeed(NURSE, List.of(), NURSE, NURSE));
    }

    @Test
    void eachRungIsLaterThanTheOneBefore() {
        Rung atOnce = new Rung(Duration.ZERO, NURSE, HOUR);
        Rung soon = new Rung(Duration.ofNanos(1), NURSE, HOUR);

        assertThat(new Ladder(NURSE, List.of(atOnce, soon), HOUR).rungs()).containsExactly(atOnce, soon);
        refused("rungs", () -> new Ladder(NURSE, List.of(atOnce, atOnce), HOUR));
        refused("rungs", () -> new Ladder(NURSE, List.of(atOnce, soon, atOnce), HOUR));
    }

    private static void refused(String field, Runnable made) {
        assertThatIllegalArgumentException().isThrownBy(made::run).withMessageStartingWith(field + ":");
    }

    private static Change change(String path, What what) {
        return new Change(path, what);
    }

    private static FieldNeed field(String item) {
        return new FieldNeed(Code.of(item), List.of(NURSE), Grade.RECORDED, false);
    }
}
