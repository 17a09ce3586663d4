package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfileBuilder;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.Stated;
import care.baton.fhir.partner.TaskMove;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Work;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.Kinds;
import care.baton.outcome.Code;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By which status of the partner's table whoever has accepted gives it back, and where there is none. */
class GivingBackWordTest extends TwoSites {

    @Test
    void clinicalOrderWorkflowHasAWordForItBeforeTheWorkHasBegun() {
        with(PartnerProfiles.clinicalOrderWorkflow());
        accepted();
        givesBack();

        assertThat(status()).isEqualTo("failed");
        bothRead();
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
    }

    @Test
    void aPartnerWithoutAnyWordForItIsNamedAndSomebodyLooks() {
        with(withoutAWordForIt());
        accepted();
        givesBack();
        assertThat(status()).isEqualTo("accepted");
        assertThat(receiver.exchange.plan(receiver.record, receiver.links, now).issues())
                .extracting(issue -> issue.code().value())
                .containsExactly("give-back-not-said");
        now = now.plus(Duration.ofDays(1));
        receiver.settles(server, now);

        assertThat(receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO))
                .extracting(look -> look.key().subject())
                .containsExactly("offer-1-give-back-not-said");
        assertThat(holds(receiver)).isTrue();
    }

    /** As a host may write a table: nothing by which whoever holds it may end it. */
    private static PartnerProfile withoutAWordForIt() {
        PartnerProfile plain = PartnerProfiles.plainR4();
        PartnerProfileBuilder table = plain.toBuilder();
        for (TaskStatus end : List.of(TaskStatus.FAILED, TaskStatus.REJECTED, TaskStatus.CANCELLED)) {
            table.move(new TaskMove(
                    Work.HANDOFF, List.of(TaskStatus.ACCEPTED), end, "", List.of(Party.REQUESTER), Stated.BY_GUIDE));
        }
        return table.build();
    }

    private void givesBack() {
        assertThat(receiver.says(new GiveBack(Code.of("no-staff")), now)).isEmpty();
        receiver.settles(server, now);
    }
}
