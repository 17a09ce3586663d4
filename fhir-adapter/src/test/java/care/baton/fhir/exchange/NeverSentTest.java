package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Offers;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An offer that has never come to the partner can be taken back, so that it can be made otherwise. */
class NeverSentTest extends TwoSites {

    private static OfferHandoff offers(OfferKind kind, Ask ask) {
        return Offers.of(kind, Two.RECEIVER, ask);
    }

    private void offers(OfferHandoff offer) {
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        assertThat(sender.says(offer, now)).isEmpty();
    }

    private void withdraws() {
        assertThat(sender.says(new WithdrawOffer(1, Code.of("not-as-they-want-it")), now))
                .isEmpty();
    }

    /** It takes whatever comes but a new resource of one type. */
    private void settlesWithoutNew(String type) {
        for (int round = 0; round < 20; round++) {
            for (Request request : sender.plans(now)) {
                boolean refused = request instanceof Request.Create create
                        && create.key().type().equals(type);
                sender.absorbs(refused ? refusal((Request.Create) request) : server.perform(request), now);
            }
            now = now.plusSeconds(3_600);
        }
    }

    private static Response refusal(Request.Create create) {
        return new Response.Refused(Optional.of(create.key()), create.number(), 422, Optional.empty());
    }

    private OfferState state(int offer) {
        return sender.talks().orElseThrow().offers().get(offer).orElseThrow().state();
    }

    private void isOverAndCanBeMadeAnew() {
        assertThat(state(1)).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(server.tasks()).isEmpty();
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        sender.settles(server, now);
        assertThat(status()).isEqualTo("requested");
        assertThat(server.tasks()).hasSize(1);
    }

    @Test
    void oneThatTheServerHasRefusedForGood() {
        offers(asked("ServiceRequest/s1"));
        settlesWithoutNew("Task");
        withdraws();
        settlesWithoutNew("Task");

        isOverAndCanBeMadeAnew();
    }

    @Test
    void oneWhoseRequestTheServerHasRefusedForGood() {
        offers(offers(OfferKind.FIRM, Ask.of(Code.of("home-care"), Two.PERSON)));
        settlesWithoutNew("ServiceRequest");
        withdraws();
        settlesWithoutNew("ServiceRequest");

        isOverAndCanBeMadeAnew();
    }

    @Test
    void oneThatWaitsForAnAddressOfWhatItIsAbout() {
        offers(asked("the request of Monday"));
        sender.settles(server, now);
        withdraws();
        sender.settles(server, now);

        isOverAndCanBeMadeAnew();
    }

    @Test
    void oneThatIsTakenBackBeforeItHasLeftIsNotMadeThereOnlyToBeCancelled() {
        offers(asked("ServiceRequest/s1"));
        withdraws();
        sender.settles(server, now);

        isOverAndCanBeMadeAnew();
    }

    @Test
    void anInvitationThatThisPartnerIsNotSent() {
        offers(offers(OfferKind.INVITATION, asked("ServiceRequest/s1").ask()));
        offers(asked("ServiceRequest/s1"));
        sender.settles(server, now);

        assertThat(state(1)).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.CONFIRMATION))
                .isEmpty();
        assertThat(server.tasks()).hasSize(1);
    }

    @Test
    void whatStandsThereThoughItWasRefusedIsCancelled() {
        offers(asked("ServiceRequest/s1"));
        List<Request> create = sender.plans(now);
        create.forEach(server::perform);
        create.forEach(request -> sender.absorbs(refusal((Request.Create) request), now));
        withdraws();
        sender.settles(server, now);

        assertThat(state(1)).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(status()).isEqualTo("cancelled");
    }

    @Test
    void whatMayBeOnItsWayIsMadeThereAndCancelled() {
        offers(asked("ServiceRequest/s1"));
        sender.plans(now)
                .forEach(r -> sender.absorbs(
                        new Response.Unknown(Optional.of(((Request.Create) r).key()), ((Request.Create) r).number()),
                        now));
        withdraws();
        sender.settles(server, now);

        assertThat(state(1)).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(status()).isEqualTo("cancelled");
    }

    @Test
    void oneWhoseLinkIsLostIsFoundAgainAndNotMadeAnew() {
        accepted();
        sender.links = Links.none();
        sender.settles(server, now);
        foreign(task -> task.put("status", "failed"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(holds(sender)).isTrue();
        assertThat(server.tasks()).hasSize(1);
    }

    @Test
    void oneWhoseLinkIsLostAndWhoseTaskIsGoneIsOursAgain() {
        accepted();
        sender.links = Links.none();
        server.remove("Task", server.tasks().get(0).id());
        sender.settles(server, now);

        assertThat(holds(sender)).isTrue();
        assertThat(server.tasks()).isEmpty();
    }
}
