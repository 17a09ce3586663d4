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
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.STAFF;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.WHO;
import static care.baton.record.HomeStart.hours;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.says;
import static care.baton.record.MoveCast.move;
import static care.baton.record.MoveCast.owed;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Priority;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where care is asked for urgently and by when, what is decided for it is due one day before that at the latest. */
class BeforeUrgentStartTest {

    private static final Code SECOND = Code.of("run-2");
    private static final Key STAFFED = Keys.duty(RUN, STAFF);

    @Test
    void workThatIsOpenedBehindAnUrgentOfferIsDueInTimeForIt() {
        assertThat(owed(prepared(Priority.URGENT), STAFFED).due()).isEqualTo(at(16));
    }

    @Test
    void whatIsAskedForInTheOrdinaryCourseHurriesNobody() {
        assertThat(owed(prepared(Priority.ROUTINE), STAFFED).due()).isEqualTo(at(48));
    }

    @Test
    void whatIsUrgentInOneRunHurriesNobodyInAnother() {
        RecordFixture both = prepared(Priority.URGENT).given(PLANNER, new OpenRun(SECOND, Code.of("home-start"), 1));

        assertThat(owed(both, Keys.duty(SECOND, HOURS)).due()).isEqualTo(at(30));
    }

    @Test
    void aRunThatMovesKeepsItsDecisionsInTimeAndGoesAfterFactsAsItsVersionSays() {
        Pathway first = HomeStart.pathway();
        Pathway second = Altered.with(
                Altered.with(
                        Altered.with(first, "stages/0/duties/0/due", hours(35)), "stages/0/fields/1/within", hours(10)),
                "version",
                2);
        RecordFixture run = MoveCast.run(second).given(NURSE, says(ROUTINES));
        run.given(PLANNER, in(OfferHandoff.firm(INTAKE, ask(Priority.URGENT))));

        move(run, second);

        assertThat(owed(run, Keys.duty(RUN, HOURS)).due()).isEqualTo(at(16));
        assertThat(owed(run, Keys.of(RUN, Keys.SUPPLY, RISKS)).due()).isEqualTo(at(10));
    }

    @Test
    void aStageThatNobodyAttendsYetIsAttendedWithinTheTimeOfTheVersionItMovesTo() {
        Pathway second = Altered.with(Altered.with(HomeStart.pathway(), "stages/1/attend", hours(9)), "version", 2);
        RecordFixture run = prepared(MoveCast.run(second), Priority.ROUTINE);
        Key takeUp = Keys.of(RUN, Keys.TAKE_UP, Code.of("prepare"));
        assertThat(owed(run, takeUp).due()).isEqualTo(at(4));

        move(run, second);

        assertThat(owed(run, takeUp).due()).isEqualTo(at(9));
        run.given(SCHEDULER, new RaiseFlag(HomeStart.FALLS));
        assertThat(owed(run, takeUp).isOpen()).isTrue();
        run.given(INTAKE, says(HomeStart.PLAN));
        assertThat(owed(run, takeUp).isOpen()).isFalse();
    }

    private static RecordFixture prepared(Priority priority) {
        return prepared(HomeStart.run(), priority);
    }

    /** Accepted at once, and the stage left by the one who offered. */
    private static RecordFixture prepared(RecordFixture run, Priority priority) {
        return run.given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)))
                .given(PLANNER, in(OfferHandoff.firm(INTAKE, ask(priority))))
                .given(INTAKE, in(new AnswerOffer(1, ask(priority).digest(), new Answer.Accept())))
                .given(PLANNER, new LeaveStage(RUN));
    }

    private static Ask ask(Priority priority) {
        return new Ask(
                Code.of("home-care"),
                WHO,
                priority,
                Sensitive.none(),
                Sensitive.none(),
                List.of(),
                Optional.of(at(40)));
    }

    private static Instant at(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
