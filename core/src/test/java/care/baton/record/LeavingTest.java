package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.ask;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.joins;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Question;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.record.RecordCommand.AcknowledgeDuties;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.OpenRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One who has left comes to hold nothing any more and decides nothing any more. */
class LeavingTest {

    private static final Holder ROLE = INTAKE.heldBy(Optional.empty());
    private static final Holder COLLEAGUE = INTAKE.heldBy(Optional.of(PersonId.of("intake-9")));

    private final RecordFixture run = HomeStart.run();

    @Test
    void whatTheyAcceptedBeforeTheyLeftIsHeldByTheirRoleOnceItIsStored() {
        accepting().given(LEAD, new LeaveTeam(INTAKE)).given(ROLE, in(new ConfirmDecision(1)));

        assertThat(owner()).isEqualTo(ROLE);
        assertNothingHeldByIntake();
        List<Entry> stored = run.record().ledger().entries().toList();
        assertThat(CoordinationRecord.replay(run.record().id(), stored).chart())
                .isEqualTo(run.record().chart());
    }

    @Test
    void whatTheyAcceptedBeforeTheyLeftIsHeldByWhoeverIsOnDutyInTheirRole() {
        accepting()
                .given(LEAD, joins(COLLEAGUE, OrganizationKind.HOME_CARE_PROVIDER))
                .given(COLLEAGUE, new AcknowledgeDuties())
                .given(LEAD, new LeaveTeam(INTAKE))
                .given(ROLE, in(new ConfirmDecision(1)));

        assertThat(owner()).isEqualTo(COLLEAGUE);
        assertNothingHeldByIntake();
    }

    @Test
    void oneWhoHasLeftDecidesNothingAndTheirRoleDoes() {
        run.given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE)).given(LEAD, new LeaveTeam(INTAKE));

        run.when(INTAKE, answer(1, new Answer.RequestClarification(List.of(Question.about(RISKS)))))
                .thenRefused(Reason.NOT_A_MEMBER);
        run.when(ROLE, answer(1, new Answer.RequestClarification(List.of(Question.about(RISKS)))))
                .thenApplied();
    }

    @Test
    void timeGoesOnWhoeverAsksForIt() {
        run.given(LEAD, new LeaveTeam(PLANNER)).after(Duration.ofDays(9));

        run.when(PLANNER, new AdvanceTime()).thenApplied();
    }

    @Test
    void whatIsLateIsNotHeardByOneWhoHasLeftSinceItWasOpened() {
        RecordFixture one = HomeStart.record()
                .given(LEAD, new AcknowledgeDuties())
                .given(PLANNER, new OpenRun(RUN, Code.of("home-start"), 1))
                .given(PLANNER, new LeaveTeam(LEAD));

        one.after(Duration.ofDays(30)).given(PLANNER, new AdvanceTime());

        List<Holder> holders = one.record().chart().obligations().open().stream()
                .map(Obligation::holder)
                .toList();
        assertThat(holders).contains(LEAD.heldBy(Optional.empty())).doesNotContain(LEAD);
    }

    private RecordFixture accepting() {
        run.given(NURSE, says(ROUTINES))
                .given(NURSE, says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, HomeStart.REVIEW)));
        OfferHandoff offer = new OfferHandoff(
                OfferKind.FIRM, INTAKE, ask(), Optional.empty(), Arbiter.SERVER, Optional.empty(), Optional.empty());
        return run.given(PLANNER, in(offer)).given(INTAKE, answer(1, new Answer.Accept()));
    }

    private Holder owner() {
        return run.record().work().ownerAt(HANDOFF, run.now()).orElseThrow();
    }

    private void assertNothingHeldByIntake() {
        assertThat(run.record().chart().obligations().open())
                .noneMatch(o -> o.holder().equals(INTAKE));
    }
}
