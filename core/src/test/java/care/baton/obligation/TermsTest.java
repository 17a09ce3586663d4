package care.baton.obligation;

import static care.baton.obligation.Cases.CALENDAR;
import static care.baton.obligation.Cases.INTAKE;
import static care.baton.obligation.Cases.LADDER;
import static care.baton.obligation.Cases.MONDAY;
import static care.baton.obligation.Cases.RESPONSE;
import static care.baton.obligation.Cases.SUPERVISOR;
import static care.baton.obligation.Cases.after;
import static care.baton.obligation.Cases.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.TermsChanged;
import care.baton.outcome.Code;
import care.baton.pathway.Need;
import care.baton.pathway.Need.DutyNeed;
import care.baton.time.BeforeVisits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is owed by other terms from now on. */
class TermsTest {

    private static final BeforeVisits THIRD = new BeforeVisits(3, Duration.ofDays(7));
    private static final Need CALL = new DutyNeed(Code.of("call"), List.of(INTAKE.role()));
    private static final Terms PLAIN = new Terms(after(8), Optional.empty(), Optional.empty(), LADDER, List.<Need>of());

    private final Cases cases = Cases.begin().opens(Cases.response(8), MONDAY);

    @Test
    void aDueMovesUpToItsLatestAndThatIsNeverBeforeIt() {
        assertThat(terms(after(8), Optional.of(after(8)), Optional.of(THIRD)).due())
                .isEqualTo(after(8));
        assertThat(terms(after(8), Optional.of(after(8)), Optional.empty()).latest())
                .contains(after(8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(after(8), Optional.of(after(8).minusNanos(1)), Optional.of(THIRD)))
                .withMessageStartingWith("latest:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(after(8), Optional.empty(), Optional.of(THIRD)))
                .withMessageStartingWith("latest:");
    }

    @Test
    void whatCountsVisitsIsOwedAtTheLatestWhenTheDueWithoutVisitsComes() {
        assertThat(PLAIN.counting(after(8), THIRD, after(30)))
                .isEqualTo(terms(after(8), Optional.of(after(30)), Optional.of(THIRD)));
        assertThat(PLAIN.counting(after(8), THIRD, after(7)))
                .isEqualTo(terms(after(8), Optional.of(after(8)), Optional.of(THIRD)));
        assertThat(PLAIN.counting(after(9), THIRD, after(30)).due(after(4)))
                .isEqualTo(terms(after(4), Optional.empty(), Optional.empty()));
        assertThat(PLAIN.counting(after(9), THIRD, after(30)).with(Route.reminder(hours(1)), List.of(CALL)))
                .isEqualTo(new Terms(
                        after(9), Optional.of(after(30)), Optional.of(THIRD), Route.reminder(hours(1)), List.of(CALL)));
    }

    @Test
    void whatWasOpenedWithALatestInstantBeforeItsDueIsOwedByItsDue() {
        assertThat(opened(6).latest()).contains(after(8));
        assertThat(opened(30).latest()).contains(after(30));
        assertThat(opened(6).due()).isEqualTo(opened(30).due()).isEqualTo(after(8));
    }

    private static Terms opened(int latest) {
        return Terms.of(Cases.begin()
                .opens(Cases.response(8).counting(THIRD, after(latest)), MONDAY)
                .get(RESPONSE));
    }

    @Test
    void aLatestInstantBeyondAllCalendarsIsNone() {
        ObligationOpened opened = (ObligationOpened)
                Cases.response(8).on(Obligations.none(), MONDAY).get(0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObligationOpened(
                        opened.key(),
                        opened.parent(),
                        opened.holder(),
                        opened.owedTo(),
                        opened.at(),
                        opened.due(),
                        opened.next(),
                        Optional.of(Instant.MAX),
                        opened.least(),
                        opened.route(),
                        opened.proof(),
                        opened.each(),
                        opened.missed(),
                        opened.visits()))
                .withMessageStartingWith("latest:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TermsChanged(
                        RESPONSE, after(8), after(8), Optional.of(Instant.MAX), Optional.empty(), LADDER, List.of()))
                .withMessageStartingWith("latest:");
    }

    @Test
    void onlyWhatIsOpenAndOwedOtherwiseIsOwedByNewTerms() {
        assertThat(Terms.of(cases.get(RESPONSE))).isEqualTo(PLAIN);
        assertThat(PLAIN.on(cases.state(), RESPONSE, after(1), CALENDAR)).isEmpty();
        assertThat(PLAIN.due(after(9)).on(Obligations.none(), RESPONSE, after(1), CALENDAR))
                .isEmpty();

        cases.then(PLAIN.due(after(9)).on(cases.state(), RESPONSE, after(1), CALENDAR));

        assertThat(Terms.of(cases.get(RESPONSE))).isEqualTo(PLAIN.due(after(9)));
        assertThat(cases.get(RESPONSE).holder()).isEqualTo(INTAKE);
        cases.done(RESPONSE, after(2));
        assertThat(PLAIN.on(cases.state(), RESPONSE, after(3), CALENDAR)).isEmpty();
    }

    @Test
    void latenessIsHeardNextByTheNewDueAlongTheNewRouteButNoLevelTwice() {
        Terms otherwise = PLAIN.due(after(9))
                .with(
                        new Route(
                                List.of(
                                        new Level(Duration.ofHours(1), SUPERVISOR, hours(4)),
                                        new Level(Duration.ofHours(3), SUPERVISOR, hours(4))),
                                hours(24)),
                        List.of(CALL));

        assertThat(next(otherwise, cases.state(), after(1))).isEqualTo(after(9 + 1));
        assertThat(next(otherwise, cases.until(after(8)).state(), after(8))).isEqualTo(after(9 + 3));
    }

    private static Terms terms(Instant due, Optional<Instant> latest, Optional<BeforeVisits> visits) {
        return new Terms(due, latest, visits, LADDER, List.of());
    }

    private static Instant next(Terms terms, Obligations state, Instant now) {
        return ((TermsChanged) terms.on(state, RESPONSE, now, CALENDAR).get(0)).next();
    }
}
