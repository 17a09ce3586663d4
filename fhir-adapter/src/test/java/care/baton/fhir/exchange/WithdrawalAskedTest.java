package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the sender cannot take back what nobody has accepted, and asks the partner by a business status to cancel it. */
class WithdrawalAskedTest extends TwoSites {

    @BeforeEach
    void asked() {
        with(PartnerProfiles.bser());
        offer();
        assertThat(sender.says(new WithdrawOffer(1, Code.of("no-longer-needed")), now))
                .isEmpty();
        sender.settles(server, now);
        assertThat(status()).isEqualTo("in-progress");
    }

    @Test
    void thatThePartnerHasCancelledItIsReadAlsoWhereNoSearchShowsIt() {
        foreign(task -> {
            task.put("status", "cancelled");
            task.remove("businessStatus");
        });
        now = now.plus(Duration.ofDays(1));
        sender.settles(server, now);

        assertThat(sender.offer().state()).isInstanceOf(OfferState.Withdrawn.class);
    }

    @Test
    void thatTheWordForAskingIsGoneIsNoAcceptance() {
        foreign(task -> task.remove("businessStatus"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(holds(sender)).isTrue();
        assertThat(looks()).containsExactly("offer-1-accepted-in-doubt");
    }

    @Test
    void thatTheyAreAtWorkOnItInTheirOwnWordIsAnAcceptance() {
        foreign(task -> task.putObject("businessStatus")
                .putArray("coding")
                .addObject()
                .put("system", FhirSystems.BSER_BUSINESS_STATUS)
                .put("code", "5.1"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(holds(sender)).isFalse();
    }

    private List<String> looks() {
        return sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }
}
