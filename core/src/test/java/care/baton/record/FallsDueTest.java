package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLAN;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RESULT;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.STAFF;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.AbsentReason;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Expiry;
import care.baton.pathway.Field;
import care.baton.pathway.Holds;
import care.baton.pathway.Need;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.Step;
import care.baton.pathway.Waivable;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The plan of the second stage holds until a date: somebody renews it by then, while the run is open and has come so far. */
class FallsDueTest {

    private static final Code RENEW = Code.of("renew-plan");
    private static final Need RENEWED =
            new FieldNeed(RESULT, List.of(LEAD.role()), Grade.RECORDED, false, Optional.empty());
    private static final Duration ONE_HOUR = Duration.ofHours(1);
    private static final Instant UNTIL = START.plus(Duration.ofDays(9));

    private final RecordFixture run = opened(pathway());

    @Test
    void aDateThatIsKnownBeforeItsStageFallsDueFromTheStageOn() {
        run.given(INTAKE, until(UNTIL));
        assertThat(owed()).isEmpty();

        referred(run);
        assertThat(owed()).extracting(Obligation::due).containsExactly(UNTIL);
        List<Obligation> first = owed();
        run.given(INTAKE, until(UNTIL));
        assertThat(owed()).isEqualTo(first);
        run.given(INTAKE, until(UNTIL.plusSeconds(60)));
        assertThat(owed()).extracting(Obligation::due).containsExactly(UNTIL.plusSeconds(60));
    }

    @Test
    void anotherDateForARunThatIsClosedIsOwedByNobody() {
        referred(run);
        run.given(INTAKE, until(UNTIL)).given(SCHEDULER, new Fulfil(Keys.duty(RUN, STAFF)));
        run.given(INTAKE, new LeaveStage(RUN), new LeaveStage(RUN), says(RESULT), in(new StartAction()));
        run.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        run.given(LEAD, new Fulfil(owed().get(0).key()));
        run.given(PLANNER, in(new ValidateCompletion()), new ValidateOutcome(RUN))
                .given(LEAD, new CloseRun(RUN));

        run.given(INTAKE, until(UNTIL.plusSeconds(60)));
        assertThat(owed()).isEmpty();
    }

    @Test
    void whatWasSaidBeforeTheDateWasDoesNotEndWhatFallsDueAtIt() {
        RecordFixture proven = referred(opened(pathway(List.of(RENEWED))));
        proven.given(INTAKE, until(UNTIL)).after(ONE_HOUR).given(LEAD, says(RESULT));
        assertThat(missing(proven)).isEmpty();

        proven.after(ONE_HOUR).given(INTAKE, until(UNTIL.plusSeconds(60)));
        assertThat(missing(proven)).containsExactly(RESULT);
        proven.when(LEAD, new Fulfil(owed(proven).get(0).key())).thenRefused(Reason.FIELD_MISSING);

        proven.after(ONE_HOUR).given(LEAD, says(RESULT));
        assertThat(missing(proven)).isEmpty();
        proven.given(LEAD, new Fulfil(owed(proven).get(0).key()));
        assertThat(owed(proven)).isEmpty();
    }

    @Test
    void whatWasSaidAfterTheDateWasCountsThoughItsStageHadNotBegun() {
        RecordFixture proven = opened(pathway(List.of(RENEWED)));
        proven.given(INTAKE, until(UNTIL))
                .after(ONE_HOUR)
                .given(LEAD, says(RESULT))
                .after(ONE_HOUR);

        assertThat(missing(referred(proven))).isEmpty();
    }

    @Test
    void whereItIsSaidThatThereIsNoDateNothingFallsDueByItAnyMore() {
        Pathway orNone = Altered.with(pathway(), "stages/1/fields/0/need/noneKnown", true);
        RecordFixture none = referred(opened(orNone));
        none.given(INTAKE, until(UNTIL));
        assertThat(owed(none)).hasSize(1);

        none.given(INTAKE, new RecordNoAnswer(PLAN, AbsentReason.UNKNOWN, HomeStart.CHART, Grade.RECORDED));
        assertThat(owed(none)).as("nobody knows").hasSize(1);
        none.given(INTAKE, graded(Sensitive.none(), Grade.RECORDED));
        assertThat(owed(none)).isEmpty();
    }

    @Test
    void aMoveBringsNothingOfAStageThatIsStillToComeAndNothingThatFallsDueAlready() {
        Pathway second = Altered.with(pathway(), "version", 2);
        Pathway silent = Altered.with(pathway(), "stages/1/fields/0/expiry", Optional.empty());
        for (Pathway first : List.of(silent, pathway())) {
            Rulebook rules = new Rulebook(List.of(first, second), HomeStart.CALENDAR);
            RecordFixture early = opened(rules).given(INTAKE, until(UNTIL));
            assertThat(movedTo(early, rules)).noneMatch(e -> e.key().kind().equals(RENEW));
            assertThat(owed(early)).isEmpty();
        }
        Rulebook rules = new Rulebook(List.of(pathway(), second), HomeStart.CALENDAR);
        RecordFixture due = referred(opened(rules));
        due.given(INTAKE, until(UNTIL));
        List<Obligation> before = owed(due);
        assertThat(movedTo(due, rules)).noneMatch(e -> e.key().kind().equals(RENEW));
        assertThat(owed(due)).isEqualTo(before);
    }

    private static List<Move.Effect> movedTo(RecordFixture run, Rulebook rules) {
        Act act = Act.of(CommandId.of("asked"), LEAD, Stamp.at(run.now()));
        Move move = run.record().moving(RUN, 2, act, rules).orThrow().state();
        run.given(LEAD, new MoveRun(RUN, 2, move.digest(), Code.of("why")));
        return move.effects();
    }

    @Test
    void whatIsOnlyHeardPutsNothingOffAndEndsNothing() {
        Pathway firm = Altered.with(pathway(), "stages/1/fields/0/need/atLeast", Grade.CONFIRMED);
        RecordFixture heard = referred(opened(firm));
        heard.given(INTAKE, until(UNTIL));

        heard.given(INTAKE, graded(Sensitive.of(UNTIL.plusSeconds(60).toString()), Grade.RELAYED));
        assertThat(owed(heard)).extracting(Obligation::due).containsExactly(UNTIL);
        heard.given(INTAKE, graded(Sensitive.none(), Grade.RELAYED));
        assertThat(owed(heard)).extracting(Obligation::due).containsExactly(UNTIL);
        heard.given(INTAKE, graded(Sensitive.of(UNTIL.minusSeconds(60).toString()), Grade.RELAYED));
        assertThat(owed(heard)).extracting(Obligation::due).containsExactly(UNTIL.minusSeconds(60));
    }

    @Test
    void whatWasHeardFirstFallsDueOnceItIsSaidFirmlyAndProofStandsWhereTheDateIsSaidAgain() {
        Pathway firm = Altered.with(pathway(List.of(RENEWED)), "stages/1/fields/0/need/atLeast", Grade.CONFIRMED);
        RecordFixture heard = referred(opened(firm));
        Instant later = UNTIL.plusSeconds(60);
        heard.given(INTAKE, until(UNTIL), graded(Sensitive.of(later.toString()), Grade.RELAYED), until(later));
        assertThat(owed(heard)).extracting(Obligation::due).containsExactly(later);

        heard.after(ONE_HOUR).given(LEAD, says(RESULT)).after(ONE_HOUR).given(INTAKE, until(later));
        heard.given(INTAKE, graded(Sensitive.of(later.plusSeconds(60).toString()), Grade.RELAYED));
        heard.given(LEAD, new Fulfil(owed(heard).get(0).key()));
        heard.given(INTAKE, until(later));
        assertThat(owed(heard)).isEmpty();
    }

    @Test
    void whatIsLetPassPutsNothingOff() {
        Pathway waivable = Altered.with(
                Altered.with(pathway(), "stages/1/fields/0/need/atLeast", Grade.CONFIRMED),
                "waivers",
                List.of(new Waivable(PLAN, LEAD.role(), Duration.ofHours(72))));
        RecordFixture heard = referred(opened(waivable));
        heard.given(INTAKE, until(UNTIL))
                .given(
                        LEAD,
                        new GrantWaiver(RUN, PLAN, Code.of("why"), heard.now().plus(ONE_HOUR)))
                .given(INTAKE, graded(Sensitive.of(UNTIL.plusSeconds(60).toString()), Grade.RELAYED));

        assertThat(owed(heard)).extracting(Obligation::due).containsExactly(UNTIL);
    }

    private static RecordFact graded(Sensitive value, Grade grade) {
        return new RecordFact(PLAN, value, HomeStart.CHART, grade);
    }

    @Test
    void whereTheLaterDateIsSetAsideWhatWasSaidOfTheEarlierOneStillEndsNothing() {
        RecordFixture proven = referred(opened(pathway(List.of(RENEWED))));
        proven.given(INTAKE, until(UNTIL)).after(ONE_HOUR).given(LEAD, says(RESULT));
        proven.after(ONE_HOUR).given(INTAKE, until(UNTIL.plusSeconds(60)));

        proven.given(INTAKE, new SetFactAside(PLAN, 2, false, Code.of("not-yet")));
        proven.when(LEAD, new Fulfil(owed(proven).get(0).key())).thenRefused(Reason.FIELD_MISSING);
    }

    @Test
    void aDateBeyondAllCalendarsIsNone() {
        run.when(INTAKE, until(Instant.parse("9999-12-31T00:00:00Z"))).thenRefused(Reason.NOT_AN_INSTANT);
        run.when(INTAKE, until(Instant.parse("9999-01-01T00:00:00Z"))).thenApplied();
        referred(run);
        assertThat(owed()).hasSize(1);
    }

    private static RecordFixture opened(Pathway pathway) {
        return opened(new Rulebook(List.of(pathway), HomeStart.CALENDAR));
    }

    private static RecordFixture opened(Rulebook rules) {
        return RecordFixture.of(RecordId.of("record-1"), rules, START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1));
    }

    private static List<Code> missing(RecordFixture run) {
        return run.record().work().list(run.now()).stream()
                .filter(row -> row.key().kind().equals(RENEW))
                .flatMap(row -> row.blockedBy().stream())
                .toList();
    }

    private List<Obligation> owed() {
        return owed(run);
    }

    private static List<Obligation> owed(RecordFixture run) {
        return run.record().chart().obligations().openOf(Keys.cause(RUN), RENEW);
    }

    @Test
    @Requirement("FND-02")
    void aDateThatIsKnownFallsDueByTheVersionThatTheRunIsMovedTo() {
        Pathway silent = Altered.with(pathway(), "stages/1/fields/0/expiry", Optional.empty());
        Rulebook rules =
                new Rulebook(List.of(silent, new NextHomeStart.Version(pathway()).numbered(2)), HomeStart.CALENDAR);
        RecordFixture moved = referred(opened(rules));
        moved.given(INTAKE, until(UNTIL));
        Act act = Act.of(CommandId.of("asked"), LEAD, Stamp.at(moved.now()));
        Move move = moved.record().moving(RUN, 2, act, rules).orThrow().state();

        assertThat(move.effects()).anyMatch(e -> e.key().kind().equals(RENEW));
        moved.given(LEAD, new MoveRun(RUN, 2, move.digest(), Code.of("why")));
        assertThat(moved.record().chart().obligations().openOf(Keys.cause(RUN), RENEW))
                .extracting(Obligation::due)
                .containsExactly(UNTIL);
    }

    private static RecordFact until(Instant date) {
        return new RecordFact(PLAN, Sensitive.of(date.toString()), HomeStart.CHART, Grade.CONFIRMED);
    }

    private static Pathway pathway() {
        return pathway(List.of());
    }

    private static Pathway pathway(List<Need> proof) {
        FieldNeed plan =
                new FieldNeed(PLAN, List.of(INTAKE.role()), Grade.RECORDED, false, Optional.of(new Holds.Deadline()));
        Expiry renew = new Expiry(RENEW, LEAD.role(), Code.of("both-sides"), proof);
        return Altered.with(
                Altered.with(HomeStart.pathway(), "roles/1/duties", List.of(REVIEW, RENEW)),
                "stages/1/fields/0",
                new Field(plan, Step.CLOSE, INTAKE.role(), HomeStart.hours(24), Optional.of(renew)));
    }

    /** The first stage is done, and the agency has taken it over. */
    private static RecordFixture referred(RecordFixture run) {
        run.given(NURSE, says(ROUTINES), says(RISKS)).given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));
        run.given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW))).given(PLANNER, offer(INTAKE));
        run.given(INTAKE, answer(1, new Answer.Accept())).given(PLANNER, new LeaveStage(RUN));
        return run;
    }
}
