package care.baton.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.baton.catalog.Referral;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.time.BeforeVisits;
import care.baton.time.DueRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A deadline moves with visits on a stage, and nowhere else. */
class FixedTimesTest {

    private static final DueRule VISITS = new BeforeVisits(2, Duration.ofDays(3));
    private static final Pathway PLAIN = Referral.handoff();

    @Test
    void betweenTwoPartiesOnALadderAndForAReviewNoVisitIsCounted() {
        Rung rung = new Rung(Duration.ZERO, PLAIN.owner(), VISITS);
        List<Ladder> ladders = PLAIN.ladders().stream()
                .map(l -> new Ladder(l.code(), List.of(rung), VISITS))
                .toList();

        UnsoundPathwayException unsound = catchThrowableOfType(
                UnsoundPathwayException.class,
                () -> with(
                        terms(VISITS), ladders, new ReviewPoint(PLAIN.review().role(), VISITS)));

        assertThat(unsound.faults()).extracting(Refusal::code).containsOnly(Reason.VISITS_NOT_COUNTED);
        assertThat(unsound.faults())
                .extracting(Refusal::path)
                .containsExactly(
                        "handoff/respondWithin",
                        "handoff/clarifyWithin",
                        "handoff/agreeWithin",
                        "handoff/confirmWithin",
                        "handoff/updates",
                        "handoff/urgentLook/each",
                        "handoff/finishWithin",
                        "handoff/unconfirmedAfter",
                        "review/each",
                        "ladders/0/repeat",
                        "ladders/0/rungs/0/within",
                        "ladders/1/repeat",
                        "ladders/1/rungs/0/within",
                        "ladders/2/repeat",
                        "ladders/2/rungs/0/within",
                        "ladders/3/repeat",
                        "ladders/3/rungs/0/within");
    }

    private static HandoffTerms terms(DueRule rule) {
        HandoffTerms plain = PLAIN.handoff();
        return new HandoffTerms(
                rule,
                rule,
                rule,
                rule,
                plain.least(),
                plain.rounds(),
                plain.ladder(),
                rule,
                plain.relayedMoves(),
                Optional.of(new HandoffTerms.UrgentLook(PLAIN.owner(), rule)),
                plain.jointLatest(),
                plain.reasons(),
                Optional.of(rule),
                Optional.of(rule),
                List.of());
    }

    private static Pathway with(HandoffTerms terms, List<Ladder> ladders, ReviewPoint review) {
        return new Pathway(
                PLAIN.id(),
                PLAIN.version(),
                PLAIN.title(),
                PLAIN.owner(),
                PLAIN.roles(),
                PLAIN.responsibilities(),
                PLAIN.stages(),
                ladders,
                terms,
                PLAIN.guide(),
                review,
                PLAIN.closure(),
                PLAIN.flags(),
                PLAIN.waivers(),
                PLAIN.notices(),
                PLAIN.evidence());
    }
}
