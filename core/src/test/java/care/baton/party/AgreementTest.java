package care.baton.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.outcome.Code;
import care.baton.time.Elapsed;
import care.baton.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a partner and we have agreed. */
class AgreementTest {

    private static final Instant FROM = Instant.parse("2026-01-01T06:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-01T06:00:00Z");
    private static final Duration HOURLY = Duration.ofHours(1);

    @Test
    void itHoldsFromItsStartUntilJustBeforeItsEnd() {
        Agreement year = agreed(HOURLY, FROM, Optional.of(UNTIL));

        assertThat(year.holdsAt(FROM.minusNanos(1))).isFalse();
        assertThat(year.holdsAt(FROM)).isTrue();
        assertThat(year.holdsAt(UNTIL.minusNanos(1))).isTrue();
        assertThat(year.holdsAt(UNTIL)).isFalse();
    }

    @Test
    void anOpenEndedOneHoldsToTheEndOfTheHorizon() {
        Agreement open = agreed(HOURLY, FROM, Optional.empty());

        assertThat(open.holdsAt(FROM.minusNanos(1))).isFalse();
        assertThat(open.holdsAt(Horizon.LATEST)).isTrue();
    }

    @Test
    void itEndsAfterItBegan() {
        assertThat(agreed(HOURLY, FROM, Optional.of(FROM.plusNanos(1))).holdsAt(FROM))
                .isTrue();
        for (Instant end : List.of(FROM, FROM.minusNanos(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> agreed(HOURLY, FROM, Optional.of(end)))
                    .withMessage("until: after from");
        }
    }

    @Test
    void itsDatesLieWithinTheHorizonAndItsIntervalIsMoreThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agreed(HOURLY, Horizon.EARLIEST.minusNanos(1), Optional.empty()))
                .withMessageStartingWith("from: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agreed(HOURLY, FROM, Optional.of(Horizon.LATEST.plusNanos(1))))
                .withMessageStartingWith("until: between");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agreed(Duration.ZERO, FROM, Optional.empty()))
                .withMessageStartingWith("polled: ");
    }

    @Test
    void whatItLetsUsShareIsKeptAsItWasAgreed() {
        List<Code> shares = new ArrayList<>(List.of(Code.of("visits"), Code.of("goals")));
        Agreement agreement = Agreement.builder()
                .partner(OrganizationId.of("home-care"))
                .channel(Channel.ELECTRONIC)
                .respondWithin(new Elapsed(HOURLY))
                .from(FROM)
                .addAllShares(shares)
                .build();
        shares.clear();

        assertThat(agreement.shares()).containsExactly(Code.of("visits"), Code.of("goals"));
        assertThat(agreement.polled()).isEmpty();
        assertThat(agreement.until()).isEmpty();
    }

    private static Agreement agreed(Duration polled, Instant from, Optional<Instant> until) {
        return new Agreement(
                OrganizationId.of("home-care"),
                Channel.ELECTRONIC,
                new Elapsed(Duration.ofDays(1)),
                Optional.of(polled),
                List.of(),
                from,
                until);
    }
}
