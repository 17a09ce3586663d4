package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.outcome.Code;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** We withdraw, and somebody has ended the Task and rewritten who asks: nothing is asked without end in one moment. */
class WithdrawnInDoubtTest extends TwoSites {

    private void withdrawn(PartnerProfile profile, String requester, String status) {
        with(profile);
        offer();
        assertThat(sender.says(new WithdrawOffer(1, Code.of("found-another")), now))
                .isEmpty();
        foreign(task -> {
            task.put("status", status);
            task.remove("requester");
            if (!requester.isEmpty()) {
                task.putObject("requester").put("reference", requester);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PractitionerRole/7, entered-in-error",
        "Organization/third, entered-in-error",
        "'', entered-in-error",
        "PractitionerRole/7, cancelled",
        "Organization/third, cancelled"
    })
    void anEndThatGivesItToNobodyIsOurWithdrawal(String requester, String status) {
        for (PartnerProfile profile : List.of(PartnerProfiles.plainR4(), SDOH, PartnerProfiles.statusAndNotes())) {
            WithdrawnInDoubtTest each = new WithdrawnInDoubtTest();
            each.withdrawn(profile, requester, status);

            assertThat(each.asked()).as(profile.name().value()).isLessThan(5);
            assertThat(each.sender.offer().withdrawing())
                    .as(profile.name().value())
                    .isEmpty();
            assertThat(each.sender.offer().isLive()).as(profile.name().value()).isFalse();
        }
    }

    @Test
    void anEndThatIsNotOursAndInDoubtIsLookedIntoAtOnce() {
        withdrawn(PartnerProfiles.plainR4(), "Organization/third", "rejected");

        assertThat(asked()).isLessThan(5);
        assertThat(sender.offer().withdrawing()).isPresent();
        assertThat(looks()).containsExactly("offer-1-decision-unsettled");
    }

    private List<String> looks() {
        return sender.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    /** How much is asked in one moment until nothing more is owed. */
    private int asked() {
        sender.absorbs(server.page(), now);
        int asked = 0;
        for (List<Request> owed = sender.plans(now); !owed.isEmpty() && asked < 50; owed = sender.plans(now)) {
            asked += owed.size();
            owed.forEach(request -> sender.absorbs(server.perform(request), now));
        }
        return asked;
    }
}
