package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.TakeDecision;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A host names what is owed as the worklist does. */
class KeysTest {

    @Test
    void everyKeyThatAHostCanMakeIsTheOneOfARowOfTheWorklist() {
        RecordFixture run = HomeStart.run().given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        run.given(
                FUNDER, new TakeDecision(RUN, Code.of("hours"), Code.of("enough"), Sensitive.none(), Optional.empty()));

        assertThat(run.record().work().list(run.now()))
                .extracting(WorkItem::key)
                .contains(
                        Keys.outcome(RUN),
                        Keys.stage(RUN, Code.of("refer")),
                        Keys.duty(RUN, HOURS),
                        Keys.of(RUN, Keys.SUPPLY, RISKS),
                        Keys.of(RUN, Keys.REVIEW, HomeStart.LEAD.role()),
                        Keys.notice(RUN, Code.of("hours"), PERSON.role()),
                        Keys.action(HANDOFF),
                        Keys.response(HANDOFF, 1));
    }
}
