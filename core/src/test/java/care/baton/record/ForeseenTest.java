package care.baton.record;

import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.Kinds;
import care.baton.history.Index;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.record.RecordEvent.RunClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What time alone will bring about is known beforehand: the end of a waiver, and the close of what nobody confirms. */
class ForeseenTest {

    private static final Code WHY = Code.of("why");
    private static final Code OTHER_RUN = Code.of("run-2");
    private static final HandoffId OTHER = HandoffId.of("handoff-2");

    @Test
    void ofSeveralWaiversOfOneItemTheLastEndIsForeseen() {
        assertThat(after(waiver(RUN, ROUTINES, 2), waiver(RUN, ROUTINES, 3))).containsExactly(ends(RUN, ROUTINES, 3));
        assertThat(after(waiver(RUN, ROUTINES, 3), waiver(RUN, ROUTINES, 2))).containsExactly(ends(RUN, ROUTINES, 3));
        assertThat(after(waiver(RUN, ROUTINES, 3), waiver(RUN, ROUTINES, 3))).containsExactly(ends(RUN, ROUTINES, 3));
    }

    @Test
    void waiversOfOtherItemsAndOtherRunsEndByThemselves() {
        assertThat(after(waiver(RUN, ROUTINES, 3), waiver(RUN, RISKS, 2), waiver(OTHER_RUN, ROUTINES, 1)))
                .containsExactly(ends(OTHER_RUN, ROUTINES, 1), ends(RUN, RISKS, 2), ends(RUN, ROUTINES, 3));
        assertThat(after(waiver(RUN, ROUTINES, 3), waiver(RUN, RISKS, 4), waiver(RUN, ROUTINES, 5)))
                .containsExactly(ends(RUN, RISKS, 4), ends(RUN, ROUTINES, 5));
    }

    @Test
    void aWaiverThatHasEndedAndTheEndOfItsRunLeaveTheOthers() {
        assertThat(after(waiver(RUN, ROUTINES, 1), waiver(RUN, RISKS, 2), new WaiverExpired(RUN, ROUTINES, at(1))))
                .containsExactly(ends(RUN, RISKS, 2));
        assertThat(after(
                        waiver(RUN, ROUTINES, 1),
                        waiver(OTHER_RUN, RISKS, 2),
                        course(HANDOFF, 3),
                        new RunClosed(RUN, START)))
                .containsExactly(ends(OTHER_RUN, RISKS, 2), closes(HANDOFF, 3));
    }

    @Test
    void aHandoffClosesByItselfUntilItTakesAnotherCourse() {
        assertThat(after(course(HANDOFF, 2), course(OTHER, 1))).containsExactly(closes(OTHER, 1), closes(HANDOFF, 2));
        assertThat(after(course(HANDOFF, 2), course(OTHER, 1), course(HANDOFF, 4)))
                .containsExactly(closes(OTHER, 1), closes(HANDOFF, 4));
        assertThat(after(
                        course(HANDOFF, 2),
                        course(OTHER, 1),
                        new CourseTaken(HANDOFF, Course.CLOSED, START, WHY, List.of())))
                .containsExactly(closes(OTHER, 1));
    }

    @Test
    void atOneInstantTheyStandByKindThenByWhoseThenByItem() {
        assertThat(after(
                        course(OTHER, 1),
                        course(HANDOFF, 1),
                        waiver(RUN, ROUTINES, 1),
                        waiver(RUN, RISKS, 1),
                        waiver(OTHER_RUN, RISKS, 1)))
                .containsExactly(
                        ends(RUN, RISKS, 1),
                        ends(RUN, ROUTINES, 1),
                        ends(OTHER_RUN, RISKS, 1),
                        closes(HANDOFF, 1),
                        closes(OTHER, 1));
        assertThat(ends(RUN, RISKS, 1).compareTo(ends(RUN, RISKS, 1))).isZero();
    }

    @Test
    void itIsPrintedWithoutWhoseItIs() {
        assertThat(ends(RUN, ROUTINES, 0)).hasToString("Foreseen[WAIVER_ENDS " + START + "]");
    }

    private static List<Foreseen> after(Event... events) {
        Index<Foreseen, Foreseen> all = Index.empty();
        for (Event event : events) {
            all = Foreseen.after(all, event);
        }
        return List.copyOf(all.values());
    }

    private static WaiverGranted waiver(Code run, Code item, int hours) {
        return new WaiverGranted(run, item, WHY, at(hours));
    }

    private static CourseTaken course(HandoffId handoff, int hours) {
        return new CourseTaken(handoff, Course.DONE, START, WHY, List.of(), Optional.of(at(hours)));
    }

    private static Foreseen ends(Code run, Code item, int hours) {
        return Foreseen.waiverEnds(run, item, at(hours));
    }

    private static Foreseen closes(HandoffId handoff, int hours) {
        return new Foreseen(at(hours), Foreseen.What.HANDOFF_CLOSES, handoff.value(), Kinds.VALIDATE);
    }

    private static Instant at(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
