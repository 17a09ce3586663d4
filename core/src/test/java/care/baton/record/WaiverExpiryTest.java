package care.baton.record;

import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.evidence.Grade;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.pathway.Altered;
import care.baton.pathway.Field;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.Step;
import care.baton.pathway.Waivable;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A waiver's end is due: whoever gave it owes a decision from then on. */
class WaiverExpiryTest {

    private static final Key DECIDE = Keys.of(RUN, Keys.WAIVER_ENDED, ROUTINES);
    private static final Code REST = Code.of("rest-times");
    private static final Code SECOND_RUN = Code.of("run-2");

    private final RecordFixture run = HomeStart.run();

    @Test
    void whoeverLetItPassOwesADecisionFromTheInstantAtWhichItEnds() {
        run.given(LEAD, waiver(RUN, 3));
        assertThat(run.record().work().nextDue()).contains(at(3));
        run.after(Duration.ofHours(3).minusNanos(1))
                .when(LEAD, new AdvanceTime())
                .thenNothing();

        run.after(Duration.ofHours(2)).when(PLANNER, new AdvanceTime());

        run.thenHappened(WaiverExpired.class, ObligationOpened.class);
        Obligation owed = get(DECIDE).orElseThrow();
        assertThat(owed.holder().sameRole(LEAD)).isTrue();
        assertThat(owed.since()).isEqualTo(at(3));
        assertThat(owed.due()).isEqualTo(at(3 + 6));
        assertThat(owed.parent()).contains(Keys.outcome(RUN));
        assertThat(run.record().timeline().of(DECIDE)).isNotEmpty();
    }

    @Test
    void itIsOpenedOnceHoweverOftenTimeIsAsked() {
        run.given(LEAD, waiver(RUN, 3)).after(Duration.ofHours(4)).given(LEAD, new AdvanceTime());

        run.when(LEAD, new AdvanceTime()).thenNothing();
        assertThat(get(DECIDE.again())).isEmpty();
    }

    @Test
    void nobodyDecidingIsHeardLikeAllThatIsLate() {
        run.given(LEAD, waiver(RUN, 3)).after(Duration.ofHours(40)).when(LEAD, new AdvanceTime());

        run.thenHappened(WaiverExpired.class, ObligationOpened.class, LevelRaised.class);
        assertThat(get(DECIDE)).map(Obligation::raised).contains(2);
    }

    @Test
    void theLastOfSeveralWaiversIsTheOneThatEnds() {
        run.given(LEAD, waiver(RUN, 9), waiver(RUN, 3)).after(Duration.ofHours(4));
        run.when(LEAD, new AdvanceTime());
        assertThat(get(DECIDE)).isEmpty();

        run.given(LEAD, waiver(RUN, 12)).after(Duration.ofHours(8)).given(LEAD, new AdvanceTime());
        assertThat(get(DECIDE)).map(Obligation::since).contains(at(12));
    }

    @Test
    void ofTwoTheOneThatLastsLongerIsTheOneThatEndsWhicheverWasGivenLast() {
        run.given(LEAD, waiver(RUN, 9), waiver(RUN, 3)).after(Duration.ofHours(10));

        run.given(LEAD, new AdvanceTime());

        assertThat(get(DECIDE)).map(Obligation::since).contains(at(9));
        assertThat(get(DECIDE)).map(Obligation::due).contains(at(9 + 6));
    }

    @Test
    void oneThatIsGivenTwiceUntilTheSameInstantEndsOnce() {
        run.given(LEAD, waiver(RUN, 3), waiver(RUN, 3)).after(Duration.ofHours(4));

        run.given(LEAD, new AdvanceTime());

        assertThat(get(DECIDE)).map(Obligation::isOpen).contains(true);
        assertThat(get(DECIDE.again())).isEmpty();
    }

    @Test
    void whatWasLateBeforeItEndedIsHeardBeforeItEnds() {
        run.given(LEAD, waiver(RUN, 30)).after(Duration.ofHours(40));

        run.when(LEAD, new AdvanceTime()).thenHappened(LevelRaised.class, WaiverExpired.class, LevelRaised.class);
    }

    @Test
    void theDecisionIsOwedToTheOwnerOfThePathwayWhoeverLetItPass() {
        Pathway nurses = Altered.with(HomeStart.pathway(), "waivers/0/role", NURSE.role());
        RecordFixture other = started(nurses)
                .given(NURSE, waiver(RUN, 3))
                .after(Duration.ofHours(4))
                .given(LEAD, new AdvanceTime());

        Obligation owed = other.record().chart().obligations().get(DECIDE).orElseThrow();
        assertThat(owed.holder().sameRole(NURSE)).isTrue();
        assertThat(owed.owedTo().sameRole(LEAD)).isTrue();
    }

    @Test
    void whatWasLetPassIsNotGoneAfterBesideTheDecisionWhenSomethingElseIsSetAside() {
        FieldNeed rest = new FieldNeed(REST, List.of(INTAKE.role()), Grade.RECORDED, true);
        Pathway asked = Altered.and(
                HomeStart.pathway(),
                "stages/1/fields",
                new Field(rest, Step.CLOSE, INTAKE.role(), HomeStart.hours(24)));
        Pathway more = Altered.and(asked, "waivers", new Waivable(REST, LEAD.role(), Duration.ofHours(48)));
        RecordFixture other = MoveCast.prepared(started(more)
                        .given(LEAD, new GrantWaiver(RUN, REST, Code.of("later"), at(3)))
                        .given(NURSE, says(ROUTINES), says(HomeStart.RISKS))
                        .given(HomeStart.FUNDER, new Fulfil(Keys.duty(RUN, HomeStart.HOURS)))
                        .given(LEAD, new Fulfil(Keys.duty(RUN, HomeStart.REVIEW))))
                .given(INTAKE, says(HomeStart.PLAN))
                .after(Duration.ofHours(4))
                .given(INTAKE, new SetFactAside(HomeStart.PLAN, 1, false, Code.of("changed")));

        assertThat(other.record().chart().obligations().openOf(Keys.cause(RUN), Keys.SUPPLY))
                .extracting(o -> o.key().subject())
                .containsExactly(HomeStart.PLAN.value());
    }

    @Test
    void whatWasSuppliedMeanwhileIsNotOwed() {
        run.given(LEAD, waiver(RUN, 3)).given(NURSE, says(ROUTINES)).after(Duration.ofHours(3));
        run.when(LEAD, new AdvanceTime()).thenHappened(WaiverExpired.class);

        assertThat(get(DECIDE)).isEmpty();
    }

    @Test
    void supplyingItOrLettingItPassAgainIsTheDecisionAndTheNextEndIsANewOne() {
        run.given(LEAD, waiver(RUN, 3)).after(Duration.ofHours(4));
        run.when(LEAD, new Fulfil(DECIDE)).thenRefused(Reason.FIELD_MISSING);
        run.given(LEAD, waiver(RUN, 6));
        assertThat(get(DECIDE)).map(Obligation::isOpen).contains(false);

        run.after(Duration.ofHours(3)).given(LEAD, new AdvanceTime());
        assertThat(get(DECIDE.again())).map(Obligation::isOpen).contains(true);
        run.given(NURSE, says(ROUTINES));
        assertThat(get(DECIDE.again())).map(Obligation::isOpen).contains(false);
    }

    @Test
    void aWaiverCountsForOneRun() {
        run.given(PLANNER, new OpenRun(SECOND_RUN, Code.of("home-start"), 1)).given(LEAD, waiver(RUN, 3));

        Gates gates = run.record().gates(HomeStart.rules());
        assertThat(gates.whyBlocked(RUN, Step.OFFER, START).orElseThrow().missing())
                .isEmpty();
        assertThat(gates.whyBlocked(SECOND_RUN, Step.OFFER, START).orElseThrow().missing())
                .hasSize(1);
        run.when(LEAD, waiver(Code.of("run-3"), 3)).thenRefused(Reason.RUN_NOT_OPEN);
    }

    @Test
    void whereTheDefinitionIsGoneTheRoleIsRemindedAllTheSame() {
        run.given(LEAD, waiver(RUN, 3));
        Act act = Act.of(CommandId.of("later"), LEAD, Stamp.at(at(4)));
        Rulebook none = new Rulebook(List.of(), HomeStart.CALENDAR);

        CoordinationRecord later = run.record()
                .decide(new AdvanceTime(), act, RecordWalk.salt(1), none)
                .orThrow()
                .state();

        Obligation owed = later.chart().obligations().get(DECIDE).orElseThrow();
        assertThat(owed.holder().sameRole(LEAD)).isTrue();
        assertThat(owed.due()).isEqualTo(at(3));
        assertThat(owed.reminders()).isEqualTo(1);
    }

    @Test
    void theEndOfAWaiverIsRestored() {
        run.given(LEAD, waiver(RUN, 3)).after(Duration.ofHours(40)).given(LEAD, new AdvanceTime());

        assertThat(CoordinationRecord.restore(
                                run.record().id(),
                                run.record().ledger().entries().toList())
                        .orThrow()
                        .state())
                .isEqualTo(run.record());
    }

    private RecordFixture started(Pathway pathway) {
        return RecordFixture.of(run.record().id(), new Rulebook(List.of(pathway), HomeStart.CALENDAR), START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1));
    }

    private static GrantWaiver waiver(Code run, int hours) {
        return new GrantWaiver(run, ROUTINES, Code.of("chart-down"), at(hours));
    }

    private static Instant at(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private Optional<Obligation> get(Key key) {
        return run.record().chart().obligations().get(key);
    }
}
