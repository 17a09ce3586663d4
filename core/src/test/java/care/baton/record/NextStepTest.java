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
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.hours;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.outcome.Code;
import care.baton.party.RecordId;
import care.baton.pathway.Altered;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.OpenRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is to be done next is what can be done next. */
class NextStepTest {

    @Test
    void whatIsDueFirstIsNotTheNextStepWhileItWaitsForSomethingElse() {
        RecordFixture run = run(Altered.with(HomeStart.pathway(), "stages/0/duties/1/due", hours(5)));

        assertThat(run.record().work().waitingOn(RUN).get(0).thing()).isEqualTo(REVIEW);
        assertThat(next(run)).isEqualTo(ROUTINES);
    }

    @Test
    void whatWasTakenOverIsNoStepOfTheStageThatIsStillToBeLeft() {
        RecordFixture run =
                reviewed(HomeStart.run()).given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, new Answer.Accept()));

        assertThat(next(run)).isEqualTo(Keys.STAGE);
    }

    private static Code next(RecordFixture run) {
        return run.record().work().nextStep(RUN, run.rules()).orElseThrow().action();
    }

    private static RecordFixture reviewed(RecordFixture run) {
        return run.given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
    }

    private static RecordFixture run(Pathway pathway) {
        return RecordFixture.of(RecordId.of("record-1"), new Rulebook(List.of(pathway), HomeStart.CALENDAR), START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1));
    }
}
