package care.baton.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StampTest {

    private static final Instant RECORDED = Instant.parse("2026-03-06T22:30:00Z");
    private static final Instant TOLD = Instant.parse("2026-03-06T20:00:00Z");
    private static final Instant CLAIMED = Instant.parse("2026-03-07T02:00:00Z");

    @Test
    void aStampBeginsWithTheHostsClockAlone() {
        assertThat(Stamp.at(RECORDED)).isEqualTo(new Stamp(RECORDED, Optional.empty(), Optional.empty()));
    }

    @Test
    void whatAPersonSaysAndWhatASystemClaimsStandBesideIt() {
        Stamp stamp = Stamp.at(RECORDED).withOccurred(TOLD).withClaimed(CLAIMED);
        assertThat(stamp).isEqualTo(new Stamp(RECORDED, Optional.of(TOLD), Optional.of(CLAIMED)));
        assertThat(Stamp.at(RECORDED).withClaimed(CLAIMED).withOccurred(TOLD)).isEqualTo(stamp);
    }

    @Test
    void eachOfTheThreeIsRefusedByNameWhenOutsideTheHorizon() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stamp.at(Instant.MAX))
                .withMessageStartingWith("recordedAt:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stamp.at(RECORDED).withOccurred(Instant.MIN))
                .withMessageStartingWith("occurredAt:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stamp.at(RECORDED).withClaimed(Instant.MAX))
                .withMessageStartingWith("claimedAt:");
    }

    @Test
    void eachOfTheThreeIsRefusedByNameWhenItIsNothing() {
        assertThatNullPointerException().isThrownBy(() -> Stamp.at(null)).withMessage("recordedAt");
        assertThatNullPointerException()
                .isThrownBy(() -> Stamp.at(RECORDED).withOccurred(null))
                .withMessage("occurredAt");
        assertThatNullPointerException()
                .isThrownBy(() -> Stamp.at(RECORDED).withClaimed(null))
                .withMessage("claimedAt");
        assertThatNullPointerException()
                .isThrownBy(() -> new Stamp(RECORDED, null, Optional.empty()))
                .withMessage("occurredAt");
        assertThatNullPointerException()
                .isThrownBy(() -> new Stamp(RECORDED, Optional.empty(), null))
                .withMessage("claimedAt");
    }
}
