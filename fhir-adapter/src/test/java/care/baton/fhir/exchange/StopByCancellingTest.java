package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Kinds;
import org.junit.jupiter.api.Test;

/**
 * What the partner has taken is to be stopped, and its guide lets whoever asked for it cancel it at any time. Source: SDOH
 * Clinical Care, Task statuses.
 */
class StopByCancellingTest extends TwoSites {

    @Test
    void itIsCancelledWithTheReasonAndIsOursAgainOnceThatStands() {
        accepted();
        wanted();

        assertThat(status()).isEqualTo("cancelled");
        assertThat(task().path("statusReason").toString()).contains("to-be-stopped");
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void whatHasBegunIsCancelledToo() {
        accepted();
        assertThat(receiver.says(new StartAction(), now)).isEmpty();
        receiver.settles(server, now);
        bothRead();
        wanted();

        assertThat(status()).isEqualTo("cancelled");
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void whoeverHeldItReadsThatAndLooksIntoIt() {
        accepted();
        wanted();
        bothRead();

        assertThat(holds(receiver)).isFalse();
        assertThat(receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO))
                .isNotEmpty();
    }

    @Test
    void whatWasDoneMeanwhileIsDone() {
        accepted();
        assertThat(sender.says(new NameDiscrepancy(1, Exchange.TO_BE_STOPPED), now))
                .isEmpty();
        done();
        sender.settles(server, now);

        assertThat(status()).isEqualTo("completed");
        assertThat(sender.talks().orElseThrow().output()).hasSize(1);
    }

    @Test
    void nobodyWhoseGuideIsSilentIsCancelledOnWhileAtWork() {
        with(PartnerProfiles.plainR4());
        accepted();
        wanted();

        assertThat(status()).isEqualTo("accepted");
        assertThat(holds(sender)).isFalse();
    }

    private void wanted() {
        assertThat(sender.says(new NameDiscrepancy(1, Exchange.TO_BE_STOPPED), now))
                .isEmpty();
        sender.settles(server, now);
    }
}
