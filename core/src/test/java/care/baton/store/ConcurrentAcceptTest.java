package care.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import org.junit.jupiter.api.Test;

/** What {@link ConcurrentAcceptTrial} compares every order with: the same steps, one after the other. */
@Promise(7)
class ConcurrentAcceptTest {

    @Test
    void theFirstAcceptanceWinsAndTheLoserIsToldWhy() {
        ConcurrentAcceptTrial.Parties parties = new ConcurrentAcceptTrial.Parties();
        assertThat(parties.annaAccepts()).contains("AnswerGiven");
        assertThat(parties.benAccepts()).isEqualTo("set aside: offer-ended");
        assertThat(parties.senderWithdraws()).isEqualTo("OFFER_ALREADY_ACCEPTED");
        assertThat(parties.owner()).contains("intake-1");
    }

    @Test
    void whatWasWithdrawnIsAcceptedByNobody() {
        ConcurrentAcceptTrial.Parties parties = new ConcurrentAcceptTrial.Parties();
        assertThat(parties.senderWithdraws()).contains("OfferWithdrawn");
        assertThat(parties.annaAccepts()).isEqualTo("set aside: offer-ended");
        assertThat(parties.owner()).contains("case-manager");
    }
}
