package care.baton.obligation;

import static care.baton.obligation.Cases.CALENDAR;
import static care.baton.obligation.Cases.INTAKE;
import static care.baton.obligation.Cases.MONDAY;
import static care.baton.obligation.Cases.PLANNER;
import static care.baton.obligation.Cases.RESPONSE;
import static care.baton.obligation.Cases.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.time.BeforeVisits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is owed before a visit falls due with the visit. */
class VisitingTest {

    private static final BeforeVisits FIRST = new BeforeVisits(1, Duration.ofHours(48));
    private static final List<Instant> NONE = List.of();

    private final Cases cases = Cases.begin().opens(Cases.response(48).counting(FIRST, after(48)), MONDAY);

    @Test
    void whatIsOwedBeforeTheFirstVisitIsDueWhenThatBegins() {
        assertThat(moved(NONE, List.of(after(20)), after(1)))
                .containsExactly(new DueMoved(RESPONSE, after(20), after(20), Visiting.VISIT_REPORTED));
    }

    @Test
    void aVisitThatChangesNothingMovesNothing() {
        assertThat(moved(NONE, List.of(after(60)), after(1))).isEmpty();
        assertThat(moved(List.of(after(20)), List.of(after(20), after(30)), after(1)))
                .isEmpty();
    }

    @Test
    void aVisitThatIsPutOffBeyondTheLatestInstantMovesItNoFurther() {
        cases.then(moved(NONE, List.of(after(20)), after(1)));
        List<ObligationEvent> putOff = moved(List.of(after(20)), List.of(after(90)), after(2));

        assertThat(putOff).containsExactly(new DueMoved(RESPONSE, after(48), after(48), Visiting.VISIT_REPORTED));
    }

    @Test
    void whatStoodStillFallsDueLaterByAsLongAndNeverBeyondTheLatest() {
        cases.opens(Cases.clarification(30), after(1)).waits(after(1)).done(Cases.CLARIFICATION, after(4));

        assertThat(moved(NONE, List.of(after(20)), after(5)))
                .containsExactly(new DueMoved(RESPONSE, after(23), after(23), Visiting.VISIT_REPORTED));
        assertThat(moved(NONE, List.of(after(47)), after(5))).isEmpty();
    }

    @Test
    void whatCountsNoVisitsStaysDueWhenItWas() {
        Cases plain = Cases.begin().opens(Cases.response(48), MONDAY);

        assertThat(Visiting.moved(plain.state(), NONE, List.of(after(20)), after(1), CALENDAR))
                .isEmpty();
    }

    @Test
    void whatCountsVisitsHasALatestInstant() {
        assertThatThrownBy(() -> new Opening(
                        RESPONSE,
                        Optional.empty(),
                        INTAKE,
                        PLANNER,
                        after(48),
                        Optional.empty(),
                        Duration.ZERO,
                        Cases.LADDER,
                        List.of(),
                        Optional.empty(),
                        Optional.of(FIRST)))
                .hasMessageContaining("latest");
    }

    private List<ObligationEvent> moved(List<Instant> before, List<Instant> after, Instant at) {
        return Visiting.moved(cases.state(), before, after, at, CALENDAR);
    }
}
