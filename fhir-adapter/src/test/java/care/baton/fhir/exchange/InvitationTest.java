package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Offers;
import care.baton.fhir.partner.Channels;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.Selection;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import org.junit.jupiter.api.Test;

/** An invitation is accepted by a bid, and nothing moves by a bid. */
class InvitationTest extends TwoSites {

    private static PartnerProfile selecting() {
        PartnerProfile plain = PartnerProfiles.plainR4();
        Channels c = plain.channels();
        return plain.toBuilder()
                .channels(new Channels(
                        c.clarification(), c.proposal(), Selection.INTENT_PROPOSAL, c.respondBy(), c.restriction()))
                .build();
    }

    private void invite(PartnerProfile profile) {
        invite(profile, "order");
    }

    private void invite(PartnerProfile profile, String intent) {
        with(profile);
        server.put("ServiceRequest", "s1", FhirJson.of(order().put("intent", intent)));
        OfferHandoff firm = asked("ServiceRequest/s1");
        Ask ask = firm.ask();
        assertThat(sender.says(Offers.inviting(Two.RECEIVER, ask), now)).isEmpty();
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        now = now.plusSeconds(60);
        bothRead();
    }

    @Test
    void whereAPartnerKnowsNoInvitationsNoneGoesOutAsATask() {
        invite(PartnerProfiles.plainR4());

        assertThat(server.tasks()).isEmpty();
        assertThat(receiver.talks()).isEmpty();
    }

    @Test
    void anInvitationIsAProposalOnBothSides() {
        invite(selecting());

        assertThat(task().path("intent").asText()).isEqualTo("proposal");
        assertThat(receiver.offer().kind()).isEqualTo(OfferKind.INVITATION);
    }

    @Test
    void anInvitationMayBeAboutAProposal() {
        invite(selecting(), "proposal");
        answer(new Answer.Accept());
        bothRead();

        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void anAcceptedInvitationIsABidAndMovesNothing() {
        invite(selecting());
        answer(new Answer.Accept());
        bothRead();

        assertThat(status()).isEqualTo("accepted");
        assertThat(task().path("businessStatus").path("text").asText()).isEqualTo(Faces.BID);
        assertThat(sender.offer().state()).isInstanceOf(OfferState.Accepted.class);
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Accepted.class);
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
        assertThat(sender.refused).isEmpty();
        assertThat(receiver.refused).isEmpty();
        assertThat(sender.issues).doesNotContain("held-after-end", "begun-on-a-bid");
    }

    @Test
    void conditionsBesideABidAreNamedForWhoeverChooses() {
        invite(selecting());
        foreign(t -> {
            t.put("status", "accepted");
            t.withArray("/extension")
                    .addObject()
                    .put("url", FhirSystems.TERM)
                    .putArray("extension")
                    .addObject()
                    .put("url", "text")
                    .put("valueString", "A ramp at the door");
        });
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(sender.offer().state()).isInstanceOf(OfferState.Accepted.class);
        assertThat(holds(sender)).isTrue();
        assertThat(sender.issues).contains("bid-with-terms");
    }

    @Test
    void aBidThatWasNotChosenIsWithdrawnOnBothSides() {
        invite(selecting());
        answer(new Answer.Accept());
        bothRead();
        assertThat(status()).isEqualTo("accepted");
        assertThat(sender.says(new WithdrawOffer(1, Code.of("selected-another")), now))
                .isEmpty();
        bothRead();

        assertThat(status()).isEqualTo("cancelled");
        assertThat(sender.offer().state()).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Withdrawn.class);
    }

    @Test
    void aDeclinedInvitationEndsOnBothSides() {
        invite(selecting());
        answer(new Answer.Decline(Two.REASON, Sensitive.of("Ask the house next door")));
        bothRead();

        assertThat(status()).isEqualTo("rejected");
        assertThat(sender.offer().state()).isInstanceOf(OfferState.Declined.class);
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void whoBeginsOnABidIsNamedAndHoldsNothing() {
        invite(selecting());
        answer(new Answer.Accept());
        bothRead();
        foreign(task -> task.put("status", "in-progress"));
        bothRead();

        assertThat(sender.issues).contains("begun-on-a-bid");
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void noBidIsMadeOnWhatHasBecomeAnOrder() {
        invite(selecting());
        answer(new Answer.Accept());
        foreign(task -> task.put("intent", "order"));
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("requested");
        assertThat(receiver.offer().intended()).isEmpty();
    }

    @Test
    void anInvitationThatFailedThereIsOver() {
        invite(selecting());
        foreign(task -> task.put("status", "failed"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(sender.offer().state()).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(holds(sender)).isTrue();
    }
}
