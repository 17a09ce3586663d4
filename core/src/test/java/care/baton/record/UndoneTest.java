package care.baton.record;

import static care.baton.record.HomePlans.BED;
import static care.baton.record.HomePlans.LEAVING;
import static care.baton.record.HomePlans.REHAB;
import static care.baton.record.HomePlans.RIDE;
import static care.baton.record.HomePlans.activates;
import static care.baton.record.HomePlans.activities;
import static care.baton.record.HomePlans.activity;
import static care.baton.record.HomePlans.but;
import static care.baton.record.HomePlans.with;
import static care.baton.record.HomePlans.writes;
import static care.baton.record.HomeStart.APPROVED;
import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.ask;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static care.baton.record.Undone.Why.NOBODYS;
import static care.baton.record.Undone.Why.NOT_STARTED;
import static care.baton.record.Undone.Why.OVERDUE;
import static care.baton.record.Undone.Why.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Kinds;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.outcome.Code;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.RecordId;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.Deviation;
import care.baton.plan.PlanCommand.BookArrangement;
import care.baton.plan.PlanCommand.ConfirmArrangement;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was owed and is undone: it is seen before it harms anybody, and what is under way and in time is not in the way. */
class UndoneTest {

    private static final Code CLOSE = Code.of("close");

    @Test
    @Requirement("RSK-39")
    void eachStepThatNobodyHasStartedNamesItsOwnerSinceWhenAndWhatItBlocks() {
        RecordFixture run = HomeStart.run().after(Duration.ofHours(1));

        assertThat(gaps(run))
                .containsExactly(
                        new Undone(
                                RUN,
                                ROUTINES,
                                List.of(NOT_STARTED),
                                role(NURSE),
                                START,
                                due(10),
                                Optional.of(Keys.of(RUN, Keys.SUPPLY, ROUTINES)),
                                codes("offer", "accept", "decide", "close", "stage", "outcome")),
                        new Undone(
                                RUN,
                                RISKS,
                                List.of(NOT_STARTED),
                                role(NURSE),
                                START,
                                due(20),
                                Optional.of(Keys.of(RUN, Keys.SUPPLY, RISKS)),
                                List.of(CLOSE, REVIEW, Keys.STAGE, Keys.OUTCOME)),
                        new Undone(
                                RUN,
                                HOURS,
                                List.of(NOT_STARTED),
                                role(FUNDER),
                                START,
                                due(30),
                                Optional.of(Keys.duty(RUN, HOURS)),
                                List.of(CLOSE, REVIEW, Keys.STAGE, Keys.OUTCOME)),
                        new Undone(
                                RUN,
                                REVIEW,
                                List.of(NOT_STARTED),
                                role(LEAD),
                                START,
                                due(40),
                                Optional.of(Keys.duty(RUN, REVIEW)),
                                List.of(CLOSE, Keys.STAGE, Keys.OUTCOME)));
        run.given(NURSE, says(ROUTINES)).given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));
        assertThat(gaps(run)).extracting(Undone::thing).containsExactly(RISKS, REVIEW);
    }

    @Test
    @Requirement("RSK-39")
    void whatIsLateIsOverdueFromItsDueOnWhetherOrNotSomebodyHasBegun() {
        RecordFixture run = HomeStart.run().given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        run.given(INTAKE, answer(1, new Answer.Accept()));
        assertThat(gap(run, Kinds.ACTION).orElseThrow().why()).containsExactly(NOT_STARTED);
        assertThat(gap(run, Kinds.ACTION).orElseThrow().blocks()).containsExactly(CLOSE, Keys.OUTCOME);
        run.given(INTAKE, in(new StartAction()));
        assertThat(gap(run, Kinds.ACTION)).isEmpty();

        assertThat(gap(run, RISKS).orElseThrow().why()).containsExactly(NOT_STARTED);
        run.after(Duration.ofHours(20));
        assertThat(gap(run, RISKS).orElseThrow().why()).containsExactly(OVERDUE, NOT_STARTED);
        run.after(Duration.ofHours(400));
        assertThat(gap(run, Kinds.ACTION).orElseThrow().why()).containsExactly(OVERDUE);
        assertThat(gap(run, Kinds.ACTION).orElseThrow().owner()).contains(INTAKE);
    }

    @Test
    void workThatSomebodyBeganInAnotherHandoffIsNotBegunInThisOne() {
        HandoffId second = HandoffId.of("handoff-2");
        HandoffCommand accepts = new AnswerOffer(1, ask().digest(), new Answer.Accept());
        RecordFixture run = HomeStart.run()
                .given(NURSE, says(ROUTINES))
                .given(PLANNER, offer(INTAKE), new InHandoff(second, RUN, OfferHandoff.firm(LEAD, ask())))
                .given(INTAKE, answer(1, new Answer.Accept()), in(new StartAction()))
                .given(LEAD, new InHandoff(second, RUN, accepts));

        assertThat(gaps(run).stream().filter(u -> u.thing().equals(Kinds.ACTION)))
                .extracting(Undone::owner)
                .containsExactly(Optional.of(LEAD));
    }

    @Test
    void whatIsGoneAfterAgainHoldsNothingUpThatIsDone() {
        RecordFixture run = HomeStart.run()
                .given(NURSE, says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(NURSE, new SetFactAside(RISKS, 1, false, Code.of("changed")));

        assertThat(gap(run, RISKS).orElseThrow().blocks()).containsExactly(CLOSE, Keys.STAGE, Keys.OUTCOME);
    }

    @Test
    void whatStandsOverTheWorkIsAGapOnlyOnceItIsLate() {
        RecordFixture run = HomeStart.run();
        assertThat(gap(run, Keys.STAGE)).isEmpty();
        assertThat(gap(run.after(Duration.ofHours(72)), Keys.STAGE)
                        .orElseThrow()
                        .why())
                .containsExactly(OVERDUE);
    }

    @Test
    @Requirement("RSK-39")
    void whatTheLastOfARoleLeftBehindIsNobodys() {
        RecordFixture run = HomeStart.run().given(PLANNER, new LeaveTeam(FUNDER));

        Undone hours = gap(run, HOURS).orElseThrow();
        assertThat(hours.why()).containsExactly(NOBODYS, NOT_STARTED);
        assertThat(hours.owner()).contains(FUNDER.heldBy(Optional.empty()));
        assertThat(gap(run, RISKS).orElseThrow().why()).containsExactly(NOT_STARTED);
    }

    @Test
    void whatARoleOwesThatNobodyHasEverHadIsNobodysWhoeverElseWasAsked() {
        OpenRecord all = HomeStart.opening();
        List<JoinTeam> others =
                all.team().stream().filter(joins -> !joins.seat().equals(NURSE)).toList();
        RecordFixture run = RecordFixture.of(RecordId.of("record-1"), HomeStart.rules(), START)
                .given(PLANNER, new OpenRecord(all.custodian(), all.person(), others, all.earlier()))
                .given(PLANNER, new OpenRun(RUN, Code.of("home-start"), 1), says(ROUTINES), offer(INTAKE));

        assertThat(gap(run, RISKS).orElseThrow().why()).containsExactly(NOBODYS, NOT_STARTED);
    }

    @Test
    void whatAHouseThatTakesNoPartWasAskedIsThatHouses() {
        Holder outside = Holder.of(OrganizationId.of("elsewhere"), Code.of("intake"));
        Agreement agreed = new Agreement(
                outside.organization(),
                Channel.PHONE,
                HomeStart.hours(7),
                Optional.empty(),
                List.of(),
                START,
                Optional.empty());
        RecordFixture run = HomeStart.run()
                .given(NURSE, says(ROUTINES))
                .given(PLANNER, new RecordAgreement(agreed), offer(outside));

        Undone answer = gap(run, Kinds.RESPONSE).orElseThrow();
        assertThat(answer.owner()).contains(outside);
        assertThat(answer.why()).containsExactly(NOT_STARTED);
    }

    @Test
    @Requirement("RSK-39")
    void aPlanShowsWhatItLeavesToNobodySinceItDoes() {
        Activity unowned =
                activity(RIDE, "transport", HomePlans.HOME, Optional.empty()).build();
        RecordFixture run = HomeStart.run().given(PLANNER, writes(0, with(activities())));
        assertThat(gap(run, RIDE)).isEmpty();
        run.after(Duration.ofHours(1)).given(NURSE, writes(1, with(but(unowned))));
        run.after(Duration.ofHours(1)).given(NURSE, writes(2, with(but(unowned))));

        assertThat(gap(run, RIDE))
                .contains(new Undone(
                        RUN,
                        RIDE,
                        List.of(NOBODYS),
                        Optional.empty(),
                        START.plus(Duration.ofHours(1)),
                        Optional.of(HomePlans.LATER),
                        Optional.empty(),
                        List.of(HomePlans.PLAN)));
    }

    @Test
    void aDecisionThatTheGuideGivesToNobodyIsNobodys() {
        CarePlan asks = CarePlan.builder()
                .protocol(HomePlans.PROTOCOL.id())
                .protocolVersion(1)
                .addDecisions(HOURS, Code.of("who-drives"))
                .addDeviations(deviation("transport"), deviation("exercise"))
                .build();
        RecordFixture run = HomeStart.run()
                .given(PLANNER, writes(0, asks))
                .given(PERSON, HomePlans.consents())
                .given(PLANNER, activates(1));

        Undone nobodys = gap(run, Code.of("who-drives")).orElseThrow();
        assertThat(nobodys.why()).containsExactly(NOBODYS);
        assertThat(nobodys.owner()).isEmpty();
        assertThat(nobodys.blocks()).isEmpty();
    }

    @Test
    @Requirement("RSK-39")
    void whatAPlanLeavesOutOfItsProtocolIsSkippedUntilItSaysWhy() {
        List<Activity> noRide = new ArrayList<>(activities());
        noRide.removeIf(a -> a.code().equals(RIDE));
        RecordFixture run = HomeStart.run().given(NURSE, writes(0, with(noRide)));
        Instant first = run.now();
        run.after(Duration.ofHours(3)).given(PLANNER, writes(1, with(noRide)));

        Undone skipped = gap(run, Code.of("transport")).orElseThrow();
        assertThat(skipped.why()).containsExactly(SKIPPED);
        assertThat(skipped.owner()).contains(PLANNER);
        assertThat(skipped.since()).isEqualTo(first);
        assertThat(skipped.blocks()).containsExactly(HomePlans.PLAN);
        run.given(
                PLANNER,
                writes(
                        2,
                        CarePlan.builder()
                                .protocol(HomePlans.PROTOCOL.id())
                                .protocolVersion(1)
                                .addDeviations(deviation("transport"), deviation("exercise"))
                                .build()));
        assertThat(gap(run, Code.of("transport"))).isEmpty();
    }

    @Test
    @Requirement("RSK-39")
    void anArrangementThatNobodyHasBookedHoldsTheLeavingUp() {
        RecordFixture run = HomePlans.active();
        Undone ride = gap(run, RIDE).orElseThrow();
        assertThat(ride.why()).containsExactly(NOT_STARTED);
        assertThat(ride.owner()).contains(SCHEDULER);
        assertThat(ride.blocks()).containsExactly(Keys.OUTCOME, LEAVING);
        assertThat(gap(run, REHAB).orElseThrow().blocks()).containsExactly(Keys.OUTCOME);

        run.given(SCHEDULER, HomePlans.ask(new BookArrangement(RIDE, HomePlans.FROM)));
        assertThat(gap(run, RIDE)).isEmpty();
        assertThat(gap(run, BED)).isPresent();
        run.given(SCHEDULER, HomePlans.ask(new ConfirmArrangement(RIDE)));
        run.after(Duration.between(START, HomePlans.LATER));
        assertThat(gap(run, RIDE).orElseThrow().why()).containsExactly(OVERDUE);
        assertThat(gap(run, RIDE).orElseThrow().blocks()).containsExactly(Keys.OUTCOME);
    }

    @Test
    void aStageThatIsDoneAndReceivedByNobodyIsAGap() {
        RecordFixture run = HomeStart.run()
                .given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(PLANNER, offer(INTAKE), new LeaveStage(RUN));

        Undone hand = gap(run, Keys.HAND_OVER).orElseThrow();
        assertThat(hand.key()).contains(Keys.of(RUN, Keys.HAND_OVER, Code.of("prepare")));
        assertThat(hand.owner().orElseThrow().sameRole(PLANNER)).isTrue();
        assertThat(hand.blocks()).contains(CLOSE);
    }

    @Test
    void whatAGateAsksForAndNobodyWasAskedToBringIsAGapOfWhoeverCanBringIt() {
        RecordFixture run = HomeStart.run().given(NURSE, new RaiseFlag(FALLS));

        Undone approval = gap(run, APPROVED).orElseThrow();
        assertThat(approval.owner()).isEqualTo(role(LEAD));
        assertThat(approval.why()).containsExactly(NOT_STARTED);
        assertThat(approval.since()).isEqualTo(START);
        assertThat(approval.due()).isEqualTo(due(72));
        assertThat(approval.key()).isEmpty();
        assertThat(approval.blocks()).containsExactly(Code.of("accept"), Code.of("decide"), CLOSE);
        Undone late = gap(run.after(Duration.ofHours(72)), APPROVED).orElseThrow();
        assertThat(late.why()).containsExactly(OVERDUE, NOT_STARTED);
        assertThat(late.since()).isEqualTo(START);
        run.given(PLANNER, new LeaveTeam(LEAD));
        assertThat(gap(run, APPROVED).orElseThrow().why()).containsExactly(NOBODYS, OVERDUE, NOT_STARTED);
        assertThat(gap(run, APPROVED).orElseThrow().owner()).isEqualTo(role(LEAD));
    }

    @Test
    @Requirement("RSK-39")
    void aNoteThatWasWrittenAndNotLetGoIsAGapAndThenEachRecipientWhoWasNotTold() {
        RecordFixture run = HomeNotes.run().given(PLANNER, HomeNotes.writes(HomeNotes.note("a grab rail")));
        Undone held = gap(run, HomeNotes.CHANGE).orElseThrow();
        assertThat(held.owner()).contains(PLANNER);
        assertThat(held.why()).containsExactly(NOT_STARTED);
        assertThat(held.blocks()).containsExactly(Keys.INFORM);

        run.given(PLANNER, HomeNotes.ask(new ReleaseNote(1)), HomeNotes.tells(1, INTAKE));
        assertThat(gap(run, HomeNotes.CHANGE)).isEmpty();
        assertThat(gaps(run).stream().filter(u -> u.thing().equals(Keys.INFORM)))
                .hasSize(3)
                .allMatch(u -> u.owner().equals(Optional.of(PLANNER)));
        assertThat(gap(run, Keys.NOTE_FOLLOW_UP).orElseThrow().owner()).contains(INTAKE);
        assertThat(gap(run, Keys.NOTE_FOLLOW_UP).orElseThrow().why()).containsExactly(NOT_STARTED);
    }

    @Test
    void itIsUndoneInOneWayAtLeast() {
        assertThatThrownBy(() -> new Undone(
                        RUN, RISKS, List.of(), Optional.empty(), START, Optional.empty(), Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("why");
    }

    private static Deviation deviation(String kind) {
        return new Deviation(Code.of(kind), Code.of("family-does-it"));
    }

    private static List<Undone> gaps(RecordFixture run) {
        return run.record().work().undone(run.now(), run.rules());
    }

    private static Optional<Undone> gap(RecordFixture run, Code thing) {
        return gaps(run).stream().filter(u -> u.thing().equals(thing)).findFirst();
    }

    private static Optional<Holder> role(Holder who) {
        return Optional.of(who.heldBy(Optional.empty()));
    }

    private static Optional<Instant> due(int hours) {
        return Optional.of(START.plus(Duration.ofHours(hours)));
    }

    private static List<Code> codes(String... names) {
        return List.of(names).stream().map(Code::of).toList();
    }
}
