package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.hours;
import static care.baton.record.MoveCast.ANY;
import static care.baton.record.MoveCast.LADDER;
import static care.baton.record.MoveCast.WHY;
import static care.baton.record.MoveCast.act;
import static care.baton.record.MoveCast.confirmed;
import static care.baton.record.MoveCast.move;
import static care.baton.record.MoveCast.owed;
import static care.baton.record.MoveCast.prepared;
import static care.baton.record.MoveCast.rules;
import static care.baton.record.MoveCast.run;
import static care.baton.record.MoveCast.shown;
import static care.baton.record.MoveCast.stage;
import static care.baton.record.MoveCast.version;
import static care.baton.record.NextHomeStart.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Grade;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.obligation.ObligationEvent.ObligationReplaced;
import care.baton.obligation.ObligationEvent.TermsChanged;
import care.baton.party.Sensitive;
import care.baton.pathway.Change;
import care.baton.pathway.Duty;
import care.baton.pathway.Field;
import care.baton.pathway.Ladder;
import care.baton.pathway.Pathway;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.Rung;
import care.baton.pathway.Step;
import care.baton.record.Move.Effect;
import care.baton.record.Move.What;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordEvent.RunMoved;
import care.baton.time.BeforeVisits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run goes by the version it began with, until somebody has seen what would change and moves it. */
class MoveTest {

    @Test
    void movingFirstSaysWhatWouldChangeAndIsThenRecordedWithIt() {
        Pathway second = version().stage("refer", s -> NextHomeStart.due(s, 48)).numbered(2);
        RecordFixture run = run(second);
        Move move = shown(run, second);

        assertThat(move.changes()).containsExactly(new Change("stages/refer/due/length", Change.What.CHANGED));
        assertThat(move.effects()).containsExactly(new Effect(stage(), What.TERMS_CHANGED));
        long version = run.record().version();
        assertThat(shown(run, second)).isEqualTo(move);
        assertThat(run.record().version()).isEqualTo(version);

        run.when(LEAD, new MoveRun(RUN, 2, move.digest(), WHY)).thenHappened(RunMoved.class, TermsChanged.class);
        PathwayRun moved = run.record().chart().runs().get(RUN).orElseThrow();
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.hash()).isEqualTo(second.hash());
        assertThat(run.record().ledger().entries().toList())
                .extracting(Entry::event)
                .contains(new RunMoved(RUN, 2, second.hash(), WHY, move.changes()));
        assertThat(owed(run, stage()).due()).isEqualTo(START.plus(Duration.ofHours(48)));
        assertThat(owed(run, stage()).holder().sameRole(PLANNER)).isTrue();
        assertThat(owed(run, stage()).since()).isEqualTo(START);
    }

    @Test
    void movingToTheSameVersionChangesNothing() {
        RecordFixture run = run(NextHomeStart.second());

        run.when(LEAD, new MoveRun(RUN, 1, ANY, WHY)).thenNothing();
        assertThat(shown(run, HomeStart.pathway()).changes()).isEmpty();
        assertThat(shown(run, HomeStart.pathway()).effects()).isEmpty();
    }

    @Test
    void aTighterDueCountsFromTheOpeningAndWhereThatHasPassedFromNowOn() {
        Pathway second = version().stage("refer", s -> NextHomeStart.due(s, 10)).numbered(2);
        RecordFixture early = run(second).after(Duration.ofHours(4));
        RecordFixture later = run(second).after(Duration.ofHours(20));
        RecordFixture nearlyDue = run(second).after(Duration.ofHours(70));
        RecordFixture late = run(second).after(Duration.ofHours(80));

        assertThat(owed(move(early, second), stage()).due()).isEqualTo(START.plus(Duration.ofHours(10)));
        assertThat(owed(move(later, second), stage()).due()).isEqualTo(START.plus(Duration.ofHours(30)));
        assertThat(owed(move(nearlyDue, second), stage()).due()).isEqualTo(START.plus(Duration.ofHours(72)));
        assertThat(owed(move(late, second), stage()).due()).isEqualTo(START.plus(Duration.ofHours(72)));
        assertThat(owed(late, stage()).isOverdue(late.now())).isTrue();
    }

    @Test
    void aLongerDueIsGivenAndWhatWasHeardStaysHeard() {
        Pathway second =
                version().stage("refer", s -> NextHomeStart.due(s, 100)).numbered(2);
        RecordFixture late = run(second).after(Duration.ofHours(73)).given(LEAD, new AdvanceTime());

        assertThat(owed(late, stage()).raised()).isEqualTo(1);
        Obligation moved = owed(move(late, second), stage());
        assertThat(moved.raised()).isEqualTo(1);
        assertThat(moved.due()).isEqualTo(START.plus(Duration.ofHours(100)));
        assertThat(moved.next()).isEqualTo(START.plus(Duration.ofHours(124)));
        assertThat(moved.isOverdue(late.now())).isFalse();
    }

    @Test
    void anotherLadderIsClimbedFromThenOn() {
        Pathway second = version()
                .ladder(new Ladder(LADDER, List.of(new Rung(Duration.ofHours(2), FUNDER.role(), hours(8))), hours(5)))
                .numbered(2);
        RecordFixture run = run(second);

        assertThat(shown(run, second).effects()).extracting(Effect::what).contains(What.REPLACED);
        Obligation moved = owed(move(run, second), stage());
        assertThat(moved.route().levels())
                .singleElement()
                .matches(l -> l.to().role().equals(FUNDER.role()));
        assertThat(moved.next()).isEqualTo(START.plus(Duration.ofHours(74)));
        assertThat(moved.due()).isEqualTo(START.plus(Duration.ofHours(72)));
    }

    @Test
    void workThatTheVersionNoLongerHasIsReleasedAndWorkThatItAddsIsOwed() {
        Pathway second = version()
                .does(NURSE, CALL)
                .stage(
                        "refer",
                        s -> NextHomeStart.duties(
                                s, s.duties().get(0), new Duty(CALL, NURSE.role(), hours(12), LADDER, List.of())))
                .numbered(2);
        RecordFixture run = run(second).after(Duration.ofHours(3));

        assertThat(shown(run, second).effects())
                .containsExactly(
                        new Effect(Keys.duty(RUN, REVIEW), What.RELEASED),
                        new Effect(Keys.duty(RUN, CALL), What.OPENED));
        move(run, second).thenHappened(RunMoved.class, ObligationReleased.class, ObligationOpened.class);
        assertThat(owed(run, Keys.duty(RUN, CALL)).due()).isEqualTo(START.plus(Duration.ofHours(15)));
        assertThat(owed(run, Keys.duty(RUN, CALL)).holder().role()).isEqualTo(NURSE.role());
        assertThat(owed(run, Keys.duty(RUN, REVIEW)).isOpen()).isFalse();
        assertThat(Audit.of(run.record().ledger().entries().toList(), List.of(HomeStart.pathway(), second)))
                .isEmpty();
    }

    @Test
    void workThatGoesToAnotherRoleIsReplacedAndWhatIsDoneStaysDone() {
        Pathway second = version()
                .does(PLANNER, REVIEW)
                .does(LEAD, HOURS)
                .stage(
                        "refer",
                        s -> NextHomeStart.duties(
                                s,
                                new Duty(HOURS, LEAD.role(), hours(30), LADDER, List.of()),
                                new Duty(REVIEW, PLANNER.role(), hours(40), LADDER, List.of())))
                .numbered(2);
        RecordFixture run = run(second).given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));

        move(run, second).thenHappened(RunMoved.class, ObligationOpened.class, ObligationReplaced.class);
        assertThat(owed(run, Keys.duty(RUN, REVIEW).again()).holder().role()).isEqualTo(PLANNER.role());
        assertThat(run.record().chart().obligations().get(Keys.duty(RUN, HOURS).again()))
                .isEmpty();
        run.when(PLANNER, new Fulfil(Keys.duty(RUN, REVIEW).again())).thenApplied();
    }

    @Test
    void anotherProofIsAskedForAndAnotherGateGuardsFromThenOn() {
        RecordFixture run = move(run(NextHomeStart.second()), NextHomeStart.second());

        Rulebook rules = rules(NextHomeStart.second());
        assertThat(run.record()
                        .gates(rules)
                        .whyBlocked(RUN, Step.OFFER, run.now())
                        .orElseThrow()
                        .missing())
                .extracting(Missing::item)
                .containsExactly(ROUTINES, RISKS);
        assertThat(owed(run, stage()).proof())
                .isEqualTo(NextHomeStart.second().stages().get(0).needs(Step.CLOSE));
    }

    @Test
    void aMissingFieldThatTheVersionAddsIsGoneAfterAndOneThatItDropsIsNot() {
        Field routines = HomeStart.pathway().stages().get(0).fields().get(0);
        Field allergies = new Field(
                NextHomeStart.said(NextHomeStart.ALLERGIES, Grade.RECORDED, NURSE), Step.CLOSE, NURSE.role(), hours(8));
        Field other = new Field(routines.need(), routines.before(), PLANNER.role(), routines.within());
        Pathway second = version()
                .stage("refer", s -> NextHomeStart.fields(s, other, allergies))
                .numbered(2);
        RecordFixture run = run(second);

        assertThat(shown(run, second).effects())
                .containsExactly(
                        new Effect(stage(), What.TERMS_CHANGED),
                        new Effect(Keys.of(RUN, Keys.SUPPLY, RISKS), What.RELEASED),
                        new Effect(Keys.of(RUN, Keys.SUPPLY, ROUTINES), What.REPLACED),
                        new Effect(Keys.of(RUN, Keys.SUPPLY, NextHomeStart.ALLERGIES), What.OPENED));
        move(run, second);
        assertThat(owed(run, Keys.of(RUN, Keys.SUPPLY, ROUTINES).again())
                        .holder()
                        .role())
                .isEqualTo(PLANNER.role());
    }

    @Test
    void aFieldThatIsFirmEnoughForTheVersionIsNoLongerGoneAfter() {
        Pathway strict = version()
                .stage(
                        "refer",
                        s -> NextHomeStart.fields(
                                s, confirmed(s.fields().get(0)), s.fields().get(1)))
                .numbered(2);
        RecordFixture run = run(strict);
        Rulebook rules = rules(strict);
        RecordFixture moved = move(run, strict)
                .given(
                        NURSE,
                        new RecordCommand.RecordFact(
                                ROUTINES, Sensitive.of("as told"), HomeStart.CHART, Grade.RECORDED));

        assertThat(owed(moved, Keys.of(RUN, Keys.SUPPLY, ROUTINES)).isOpen()).isTrue();
        Move back = moved.record().moving(RUN, 1, act(moved), rules).orThrow().state();
        assertThat(back.effects()).contains(new Effect(Keys.of(RUN, Keys.SUPPLY, ROUTINES), What.DONE));
        moved.when(LEAD, new MoveRun(RUN, 1, back.digest(), WHY)).thenApplied();
        assertThat(owed(moved, Keys.of(RUN, Keys.SUPPLY, ROUTINES)).isOpen()).isFalse();
    }

    @Test
    void aDueThatCountsVisitsInTheOtherVersionMovesWithThemFromThenOnAndNotAnyMoreOnTheWayBack() {
        BeforeVisits first = new BeforeVisits(1, Duration.ofHours(40));
        Pathway second = version()
                .stage(
                        "refer",
                        s -> NextHomeStart.duties(
                                s,
                                new Duty(HOURS, FUNDER.role(), first, LADDER, List.of()),
                                s.duties().get(1)))
                .numbered(2);
        RecordFixture run = move(run(second), second);
        Key hours = Keys.duty(RUN, HOURS);

        assertThat(owed(run, hours).due()).isEqualTo(START.plus(Duration.ofHours(40)));
        assertThat(owed(run, hours).latest()).contains(START.plus(Duration.ofHours(40)));
        run.given(INTAKE, HomeVisits.report("v-1", 1, Visit.State.PLANNED, START.plus(Duration.ofHours(9))));
        assertThat(owed(run, hours).due()).isEqualTo(START.plus(Duration.ofHours(9)));

        Move back =
                run.record().moving(RUN, 1, act(run), rules(second)).orThrow().state();
        run.given(LEAD, new MoveRun(RUN, 1, back.digest(), WHY));
        assertThat(owed(run, hours).due()).isEqualTo(START.plus(Duration.ofHours(30)));
        assertThat(owed(run, hours).visits()).isEmpty();
        assertThat(owed(run, hours).latest()).isEmpty();
    }

    @Test
    void theRegularLookComesRoundByTheNewRule() {
        Pathway second =
                version().review(new ReviewPoint(FUNDER.role(), hours(120))).numbered(2);
        RecordFixture run = run(second).after(Duration.ofHours(10));

        assertThat(shown(run, second).effects())
                .containsExactly(
                        new Effect(Keys.outcome(RUN), What.TERMS_CHANGED),
                        new Effect(Keys.of(RUN, Keys.REVIEW, LEAD.role()), What.REPLACED));
        Obligation review = owed(move(run, second), Keys.of(RUN, Keys.REVIEW, FUNDER.role()));
        assertThat(review.due()).isEqualTo(START.plus(Duration.ofHours(130)));
        assertThat(review.each()).contains(hours(120));
        assertThat(owed(run, Keys.outcome(RUN)).due()).isEqualTo(START.plus(Duration.ofHours(120)));
    }

    @Test
    void workThatTheVersionBringsInALaterStageIsReleasedNowAndOwedThen() {
        Pathway second = version()
                .stage("refer", s -> NextHomeStart.duties(s, s.duties().get(0)))
                .stage(
                        "prepare",
                        s -> NextHomeStart.duties(s, new Duty(REVIEW, LEAD.role(), hours(9), LADDER, List.of())))
                .numbered(2);
        RecordFixture run = prepared(move(run(second), second));

        assertThat(owed(run, Keys.duty(RUN, REVIEW)).isOpen()).isFalse();
        assertThat(owed(run, Keys.duty(RUN, REVIEW).again()).due())
                .isEqualTo(run.now().plus(Duration.ofHours(9)));
        RecordFixture reviewed = prepared(move(MoveCast.done(run(second)), second));
        assertThat(reviewed.record().chart().obligations().openOf(Keys.cause(RUN), REVIEW))
                .isEmpty();
    }

    @Test
    void replayAndRestoreNeedNoDefinition() {
        RecordFixture run = move(run(NextHomeStart.second()), NextHomeStart.second());
        List<Entry> entries = run.record().ledger().entries().toList();

        assertThat(CoordinationRecord.replay(run.record().id(), entries)).isEqualTo(run.record());
        assertThat(CoordinationRecord.restore(run.record().id(), entries)
                        .orThrow()
                        .state())
                .isEqualTo(run.record());
    }
}
