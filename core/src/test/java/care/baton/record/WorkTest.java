package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HANDOFF;
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
import static care.baton.record.HomeStart.SECOND_PLANNER;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.Kinds;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.ownership.Absence;
import care.baton.ownership.Member;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.record.RecordCommand.AcknowledgeDuties;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.PlanAbsence;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is owed on a record, by whom, since when, and what happens next. */
class WorkTest {

    private final RecordFixture run = HomeStart.run();

    @Test
    @Requirement("OWN-42")
    void theNextStepNamesTheActionItsEvidenceAndWhenItIsHeardOf() {
        NextStep next = work().nextStep(RUN, HomeStart.rules()).orElseThrow();

        assertThat(next.action()).isEqualTo(ROUTINES);
        assertThat(next.awaited().on().role()).isEqualTo(NURSE.role());
        assertThat(next.evidence()).contains(Code.of("referral-record"));
        assertThat(next.escalateAt()).isEqualTo(START.plus(Duration.ofHours(10)));
        assertThat(next.stall().to().role()).isEqualTo(LEAD.role());
    }

    @Test
    void whatARecordAnswersWithPrintsItsKindAndHowManyThereAre() {
        CoordinationRecord none = CoordinationRecord.of(RecordId.of("record-0"));
        assertThat(none.work()).hasToString("Work[0]");
        assertThat(none.gates(HomeStart.rules())).hasToString("Gates[0]");
        assertThat(none.handoffs()).hasToString("Passages[0]");
        assertThat(none.timeline()).hasToString("Timeline[0]");

        assertThat(work()).hasToString("Work[" + work().list(START).size() + "]");
        assertThat(run.record().gates(HomeStart.rules())).hasToString("Gates[1]");
        assertThat(run.record().timeline())
                .hasToString("Timeline[" + run.record().ledger().size() + "]");
    }

    @Test
    void onceAllWorkIsDoneTheNextStepIsTheStageItself() {
        run.given(NURSE, says(ROUTINES)).given(NURSE, says(RISKS)).given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));
        run.given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));

        NextStep next = work().nextStep(RUN, HomeStart.rules()).orElseThrow();
        assertThat(next.action()).isEqualTo(Keys.STAGE);
        assertThat(next.awaited().on().role()).isEqualTo(PLANNER.role());
    }

    @Test
    @Requirement({"OWN-01", "OWN-37"})
    void eachMissingPartNamesWhomItWaitsOnForWhatSinceWhenAndWhoWaits() {
        run.after(Duration.ofHours(1)).given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(1))
                .given(INTAKE, answer(1, new Answer.RequestClarification(List.of(Question.about(RISKS)))));

        Awaited clarification = awaited(Kinds.CLARIFICATION);
        assertThat(clarification.on().role()).isEqualTo(PLANNER.role());
        assertThat(clarification.since()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(clarification.waiting()).containsExactly(INTAKE);
        assertThat(awaited(Kinds.RESPONSE).after()).containsExactly(Kinds.CLARIFICATION);
        assertThat(work().waitingOn(RUN))
                .extracting(Awaited::thing)
                .doesNotContain(ROUTINES)
                .contains(RISKS, HOURS);
    }

    @Test
    @Requirement("OWN-38")
    void independentThreadsAreOpenSideBySideAndOnlyADependentOneWaits() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));

        List<Awaited> open = work().waitingOn(RUN);
        assertThat(open.stream().filter(a -> a.after().isEmpty()).map(Awaited::thing))
                .containsExactlyInAnyOrder(RISKS, HOURS, Kinds.RESPONSE);
        assertThat(awaited(REVIEW).after()).containsExactly(HOURS, RISKS);
        run.given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS))).given(NURSE, says(RISKS));
        assertThat(awaited(REVIEW).after()).isEmpty();
    }

    @Test
    @Requirement("OWN-37")
    void eachRoleEntersItsPartInAnyOrder() {
        run.given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(NURSE, says(RISKS))
                .given(NURSE, says(ROUTINES));

        RecordFixture other = HomeStart.run();
        other.given(NURSE, says(ROUTINES)).given(NURSE, says(RISKS)).given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));
        assertThat(other.record().work().waitingOn(RUN)).isEqualTo(work().waitingOn(RUN));
    }

    @Test
    @Requirement("HND-17")
    void aStageThatIsDoneAndNotReceivedIsAGapThatShows() {
        run.given(NURSE, says(ROUTINES)).given(NURSE, says(RISKS)).given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));
        run.given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW))).given(PLANNER, offer(INTAKE));
        assertThat(work().gaps()).isEmpty();
        run.after(Duration.ofHours(1)).given(PLANNER, new LeaveStage(RUN));

        assertThat(work().gaps())
                .containsExactly(new Gap(
                        RUN,
                        Code.of("refer"),
                        Code.of("prepare"),
                        PLANNER.heldBy(Optional.empty()),
                        START.plus(Duration.ofHours(1))));
        run.given(INTAKE, answer(1, new Answer.Accept()));
        assertThat(work().gaps()).isEmpty();
    }

    @Test
    @Requirement("OWN-15")
    void whoOwnsIsComputedFromTheRecordAtAnyInstantAndSoIsWhatHappensIfItStalls() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(6)).given(INTAKE, answer(1, new Answer.Accept()));

        assertThat(owner(5)).contains(PLANNER.role());
        assertThat(owner(6)).contains(INTAKE.role());
        Stall stall = work().ifStalled(Keys.duty(RUN, HOURS)).orElseThrow();
        assertThat(stall).isEqualTo(new Stall(1, LEAD.heldBy(Optional.empty()), START.plus(Duration.ofHours(30))));
        run.after(Duration.ofHours(30)).given(LEAD, new AdvanceTime());
        Stall second = work().ifStalled(Keys.duty(RUN, HOURS)).orElseThrow();
        assertThat(second.level()).isEqualTo(2);
        assertThat(second.at()).isEqualTo(START.plus(Duration.ofHours(54)));
        assertThat(work().ifStalled(Keys.of(RUN, HOURS, Code.of("other")))).isEmpty();
    }

    @Test
    @Requirement({"OWN-45", "OWN-52"})
    void eachParticipantIsListedWithRoleAndDutiesAndWhetherTheyAcknowledgedThem() {
        run.given(NURSE, new AcknowledgeDuties());

        List<Member> members = run.record().chart().team().members();
        assertThat(members).hasSize(9).allSatisfy(m -> assertThat(m.duties()).isNotEmpty());
        assertThat(members.stream().filter(Member::acknowledged).map(Member::seat))
                .containsExactly(NURSE);
        assertThat(members).extracting(Member::seat).contains(PERSON);
    }

    @Test
    @Requirement({"OWN-52", "OWN-53"})
    void aRecordNeedsTwoWhoTakePartAndThePersonIsOneOfThem() {
        RecordFixture.of(RecordId.of("record-2"), HomeStart.rules(), START)
                .when(
                        PLANNER,
                        new OpenRecord(
                                PLANNER.organization(),
                                HomeStart.WHO,
                                List.of(HomeStart.joins(PLANNER, OrganizationKind.HOSPITAL)),
                                List.of()))
                .thenRefused(Reason.TEAM_TOO_SMALL, Reason.PERSON_NOT_IN_TEAM);
    }

    @Test
    void whoeverStandsInIsShownWhileTheHolderIsAway() {
        run.given(PLANNER, new AcknowledgeDuties());
        Instant from = START.plus(Duration.ofHours(1));
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        run.given(
                INTAKE,
                new PlanAbsence(
                        INTAKE,
                        new Absence(SECOND_PLANNER.person().orElseThrow(), from, from.plus(Duration.ofHours(2)))));

        assertThat(row(Kinds.RESPONSE, START)).isEqualTo(INTAKE);
        assertThat(row(Kinds.RESPONSE, from).person()).isEqualTo(SECOND_PLANNER.person());
    }

    @Test
    void whoStoodInIsNamedAlikeWhereverTheOwnerIsAskedForAndStaysNamedForWhatIsPast() {
        RecordFixture led = HomeStart.record()
                .given(LEAD, new AcknowledgeDuties())
                .given(PLANNER, new RecordCommand.OpenRun(RUN, Code.of("home-start"), 1));
        led.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, new Answer.Accept()));
        led.given(INTAKE, away(INTAKE, "cover-1", 1, 3)).given(LEAD, away(LEAD, "cover-2", 1, 3));
        led.after(Duration.ofHours(5)).given(INTAKE, away(INTAKE, "cover-3", 6, 8));

        Instant then = START.plus(Duration.ofHours(2));
        Work work = led.record().work();
        assertThat(work.ownerAt(HANDOFF, then)).contains(INTAKE.heldBy(Optional.of(PersonId.of("cover-1"))));
        assertThat(led.record().handoffs().progress(HANDOFF, then).orElseThrow().owner())
                .isEqualTo(work.ownerAt(HANDOFF, then));
        assertThat(work.outcomeOwnerAt(RUN, START)).contains(LEAD);
        assertThat(work.outcomeOwnerAt(RUN, then)).contains(LEAD.heldBy(Optional.of(PersonId.of("cover-2"))));
    }

    private static PlanAbsence away(Holder seat, String cover, int from, int until) {
        return new PlanAbsence(
                seat,
                new Absence(
                        PersonId.of(cover), START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(until))));
    }

    @Test
    void aThousandRecordsLoseAMemberWithoutLosingAnOwner() {
        for (int i = 0; i < 1000; i++) {
            RecordFixture one = HomeStart.record("record-" + i);
            one.given(PLANNER, new RecordCommand.OpenRun(RUN, Code.of("home-start"), 1));
            one.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
            Holder gone = one.record()
                    .chart()
                    .obligations()
                    .openOf(HANDOFF.value(), Kinds.ACTION)
                    .get(0)
                    .holder();

            one.given(LEAD, new LeaveTeam(gone.person().isPresent() ? gone : PLANNER));
            one.when(LEAD, new LeaveTeam(gone.person().isPresent() ? gone : PLANNER))
                    .thenNothing();

            assertThat(one.record()
                            .work()
                            .ownerAt(HANDOFF, one.now())
                            .orElseThrow()
                            .sameRole(PLANNER))
                    .isTrue();
            assertThat(one.record().work().list(one.now()))
                    .noneMatch(i2 -> i2.holder().equals(PLANNER));
        }
    }

    @Test
    void asOfShowsWhatWasKnownThen() {
        CoordinationRecord before = run.record();
        run.after(Duration.ofHours(2)).given(NURSE, says(ROUTINES));

        assertThat(run.record().asOf(START)).isEqualTo(before);
        assertThat(run.record().asOf(run.now())).isEqualTo(run.record());
        assertThat(run.record().asOf(START.minusSeconds(1)).version()).isZero();
    }

    private Optional<Code> owner(int hours) {
        return work().ownerAt(HANDOFF, START.plus(Duration.ofHours(hours))).map(Holder::role);
    }

    private Holder row(Code kind, Instant at) {
        return work().list(at).stream()
                .filter(i -> i.key().kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .holder();
    }

    private Awaited awaited(Code thing) {
        return work().waitingOn(RUN).stream()
                .filter(a -> a.thing().equals(thing))
                .findFirst()
                .orElseThrow();
    }

    private Work work() {
        return run.record().work();
    }
}
