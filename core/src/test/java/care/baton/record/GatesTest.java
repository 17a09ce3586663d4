package care.baton.record;

import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HANDOFF;
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
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.Kinds;
import care.baton.obligation.Lack.Why;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Sensitive;
import care.baton.pathway.Step;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.time.Stamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why a step cannot be taken: what is missing, who can supply it, where its evidence is and by when. */
class GatesTest {

    private final RecordFixture run = HomeStart.run();

    @Test
    void everyMissingItemNamesWhoCanSupplyItWhereItsEvidenceIsAndByWhen() {
        Blocked blocked = why(Step.OFFER);

        assertThat(blocked.isBlocked()).isTrue();
        assertThat(blocked.missing()).hasSize(1);
        Missing missing = blocked.missing().get(0);
        assertThat(missing.item()).isEqualTo(ROUTINES);
        assertThat(missing.why()).isEqualTo(Why.MISSING);
        assertThat(missing.suppliers())
                .containsExactly(
                        new Supplier(NURSE.role(), NURSE.heldBy(Optional.empty())),
                        new Supplier(PLANNER.role(), PLANNER.heldBy(Optional.empty())));
        assertThat(missing.evidence()).isEqualTo(Code.of("referral-record"));
        assertThat(missing.by()).contains(START.plus(Duration.ofHours(10)));
    }

    @Test
    void whatIsMissingIsWhatTheOperationItselfWouldRefuseWith() {
        run.given(NURSE, says(ROUTINES)).when(PLANNER, new LeaveStage(RUN));

        run.thenRefused(Reason.FIELD_MISSING, Reason.DUTY_NOT_DONE, Reason.DUTY_NOT_DONE);
        assertThat(why(Step.CLOSE).missing()).extracting(Missing::item).containsExactlyInAnyOrder(RISKS, HOURS, REVIEW);
    }

    @Test
    void whatAnEarlierStageAskedForIsMissingAtTheGateOfALaterOneToo() {
        run.given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(PLANNER, offer(INTAKE))
                .given(INTAKE, answer(1, new Answer.Accept()))
                .given(PLANNER, new LeaveStage(RUN))
                .given(NURSE, new SetFactAside(ROUTINES, 1, false, Code.of("outdated")));

        assertThat(why(Step.OFFER).missing()).extracting(Missing::item).contains(ROUTINES);
        assertThat(why(Step.ACCEPT).missing()).extracting(Missing::item).contains(ROUTINES);
    }

    @Test
    void workThatIsNotDoneIsOwedByItsHolderAtItsOwnDue() {
        Missing hours = why(Step.CLOSE).missing().stream()
                .filter(m -> m.item().equals(HOURS))
                .findFirst()
                .orElseThrow();

        assertThat(hours.suppliers()).extracting(s -> s.seat().role()).containsExactly(FUNDER.role());
        assertThat(hours.by()).contains(START.plus(Duration.ofHours(30)));
    }

    @Test
    void anApprovalIsOwedByTheEndOfTheStageWhereNobodyGoesAfterIt() {
        run.given(NURSE, says(ROUTINES)).given(NURSE, new RaiseFlag(FALLS));

        Missing missing = why(Step.ACCEPT).missing().get(0);
        assertThat(missing.item()).isEqualTo(HomeStart.APPROVED);
        assertThat(missing.why()).isEqualTo(Why.NOT_APPROVED);
        assertThat(missing.suppliers()).extracting(Supplier::role).containsExactly(LEAD.role());
        assertThat(missing.by()).contains(START.plus(Duration.ofHours(72)));
    }

    @Test
    void aWaiverInForceShowsWhereverTheGateShows() {
        run.given(LEAD, new GrantWaiver(RUN, ROUTINES, Code.of("chart-down"), START.plus(Duration.ofHours(5))));

        assertThat(why(Step.OFFER).missing()).isEmpty();
        assertThat(why(Step.OFFER).waived()).hasSize(1);
        assertThat(why(Step.OFFER).waived().get(0).waiver()).isPresent();
        run.after(Duration.ofHours(5));
        assertThat(why(Step.OFFER).missing()).hasSize(1);
        assertThat(why(Step.OFFER).waived()).isEmpty();
    }

    @Test
    void anAcceptanceOnConditionsWaitsForTheWordsThatAreStillOwed() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        run.given(
                INTAKE,
                answer(
                        1,
                        new Answer.AcceptWithConditions(List.of(new Condition(
                                Sensitive.of("a lift first"),
                                Condition.Kind.PRECONDITION,
                                NURSE,
                                START.plus(Duration.ofHours(9)))))));

        Blocked blocked = run.record()
                .gates(HomeStart.rules())
                .whyBlocked(HANDOFF, Step.ACCEPT, run.now())
                .orElseThrow();
        assertThat(blocked.missing()).extracting(Missing::item).containsExactly(Kinds.AGREE, Kinds.MEET);
        assertThat(blocked.missing())
                .extracting(m -> m.suppliers().get(0).role())
                .containsExactly(PLANNER.role(), NURSE.role());
        assertThat(blocked.missing().get(1).by()).contains(START.plus(Duration.ofHours(9)));
    }

    @Test
    void nothingIsSaidOfARunThatIsNotThere() {
        assertThat(run.record().gates(HomeStart.rules()).whyBlocked(Code.of("run-9"), Step.CLOSE, run.now()))
                .isEmpty();
    }

    @Test
    void whatWouldHappenIsTheOperationItselfNotStored() {
        var would = run.record()
                .would(
                        new LeaveStage(RUN),
                        Act.of(CommandId.of("w-1"), PLANNER, Stamp.at(run.now())),
                        Salt.of(new byte[16]),
                        HomeStart.rules());

        long version = run.record().version();
        run.when(PLANNER, new LeaveStage(RUN));
        assertThat(would.refusals()).extracting(Refusal::path).contains("risks", "routines", "confirm-hours");
        assertThat(run.record().version()).isEqualTo(version);
    }

    private Blocked why(Step step) {
        return run.record()
                .gates(HomeStart.rules())
                .whyBlocked(RUN, step, run.now())
                .orElseThrow();
    }
}
