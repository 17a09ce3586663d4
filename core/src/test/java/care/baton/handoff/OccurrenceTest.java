package care.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was closed and is taken up again is another occurrence of the same handoff; nothing else is. */
class OccurrenceTest {

    private static final HandoffId ID = HandoffId.of("handoff-1");
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void theWorkGoesItsWayToTheEndAsOneOccurrence() {
        Negotiation talks = Negotiation.of(ID);
        for (Course course : List.of(Course.HELD, Course.STARTED, Course.DONE, Course.VALIDATING, Course.CLOSED)) {
            talks = talks.evolve(taken(course));
            assertThat(talks.occurrence()).as("%s", course).isEqualTo(1);
        }
    }

    @Test
    void onlyWhatHasEndedAndIsOfferedAgainOccursOnceMore() {
        Negotiation closed = Negotiation.of(ID).evolve(taken(Course.DONE)).evolve(taken(Course.CLOSED));

        assertThat(closed.evolve(taken(Course.OFFERING)).occurrence()).isEqualTo(2);
        assertThat(closed.evolve(taken(Course.RECORDED_IN_ERROR)).occurrence()).isEqualTo(1);
        assertThat(closed.evolve(taken(Course.OFFERING))
                        .evolve(taken(Course.HELD))
                        .evolve(taken(Course.CLOSED))
                        .evolve(taken(Course.OFFERING))
                        .occurrence())
                .isEqualTo(3);
    }

    @Test
    void onlyWhatWasClosedBySomebodyIsConfirmed() {
        Negotiation done = Negotiation.of(ID).evolve(taken(Course.DONE));
        CourseTaken byTime = new CourseTaken(ID, Course.CLOSED, AT, Unconfirmed.UNCONFIRMED, List.of());

        assertThat(done.confirmed()).isFalse();
        assertThat(done.evolve(taken(Course.CLOSED)).confirmed()).isTrue();
        assertThat(done.evolve(byTime).confirmed()).isFalse();
        assertThat(done.evolve(taken(Course.RECORDED_IN_ERROR)).confirmed()).isFalse();
    }

    private static CourseTaken taken(Course course) {
        return new CourseTaken(ID, course, AT, Code.of("so"), List.of());
    }
}
