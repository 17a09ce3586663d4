package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.fhir.partner.Believed;
import care.baton.fhir.partner.Parties;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.TaskHome;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server that others write to, where nobody's word is taken, no status that anybody writes says who accepted. */
class NobodyBelievedTest extends TwoSites {

    static PartnerProfile shared(PartnerProfile profile, Believed believed) {
        Parties parties = profile.parties();
        return profile.toBuilder()
                .parties(new Parties(
                        TaskHome.INTERMEDIARY, parties.ownerMeans(), parties.owner(), parties.needed(), believed))
                .build();
    }

    @BeforeEach
    void nobodyIsBelieved() {
        with(shared(SDOH, Believed.NOBODY));
        offer();
    }

    private void failed() {
        foreign(t -> t.put("status", "failed").putObject("statusReason").put("text", "No staff"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
    }

    @Test
    void whatSomebodyCallsFailedWasAcceptedByNobodyAndIsOver() {
        failed();

        assertThat(sender.record.ledger().entries().toList())
                .extracting(Entry::event)
                .noneMatch(AnswerGiven.class::isInstance)
                .hasAtLeastOneElementOfType(OfferWithdrawn.class);
        assertThat(sender.offer().state())
                .isInstanceOfSatisfying(
                        OfferState.Withdrawn.class,
                        withdrawn -> assertThat(withdrawn.reason().value()).isEqualTo("failed-by-nobody-known"));
        assertThat(holds(sender)).isTrue();
        assertThat(sender.refused).isEmpty();
        assertThat(sender.issues).contains("writer-unknown").doesNotContain("acceptance-inferred");
    }

    @Test
    void whoeverHadAcceptedAndGaveItBackLetsGoOnTheSendersMark() {
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(holds(receiver)).isTrue();
        assertThat(receiver.says(new GiveBack(Code.of("no-staff")), now)).isEmpty();
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("failed");
        bothRead();

        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
        assertThat(sender.plans(now)).isEmpty();
    }
}
