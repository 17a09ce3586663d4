package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.history.ToldStep;
import care.baton.fhir.history.Transition;
import care.baton.fhir.history.Transitions;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a record tells of an offer, step by step, for those who keep it as Provenance. */
class HistoryTest extends TwoSites {

    private List<Transition> steps(Site site) {
        return Transitions.of(site.record.ledger().entries().toList());
    }

    @Test
    void eachStepIsToldOnceWithWhoTookIt() {
        offer();
        answer(new Answer.Accept());
        bothRead();
        receiver.says(new StartAction(), now);
        bothRead();
        receiver.says(new GiveBack(Code.of("no-staff")), now);
        bothRead();

        for (Site site : List.of(sender, receiver)) {
            assertThat(steps(site))
                    .extracting(step -> step.activity().value())
                    .containsExactly("offer", "accept", "started", "giving-back", "offering");
            assertThat(steps(site))
                    .extracting(step -> step.by().organization())
                    .containsExactly(
                            Two.SENDER.organization(),
                            Two.RECEIVER.organization(),
                            Two.RECEIVER.organization(),
                            Two.RECEIVER.organization(),
                            Two.SENDER.organization());
            assertThat(steps(site))
                    .allMatch(step -> step.offer() == 1 && step.handoff().equals(Two.HANDOFF));
        }
    }

    @Test
    void whatIsOnlyIntendedIsNoStep() {
        offer();
        answer(new Answer.Decline(Two.REASON, Sensitive.none()));

        assertThat(steps(receiver)).extracting(step -> step.activity().value()).containsExactly("offer");
    }

    @Test
    void aPartnerIsSentProvenanceOnlyWhereItTakesIt() {
        offer();
        List<ToldStep> told = steps(sender).stream()
                .map(step -> new ToldStep(step, "t1", "1"))
                .toList();
        PartnerProfile taking =
                SDOH.toBuilder().channels(SDOH.channels().withProvenance()).build();

        assertThat(ToldStep.planned(SDOH, told)).isEmpty();
        assertThat(ToldStep.planned(taking, told))
                .extracting(FhirJson::resourceType)
                .hasSize(1)
                .allMatch(type -> type.orElseThrow().equals("Provenance"));
    }
}
