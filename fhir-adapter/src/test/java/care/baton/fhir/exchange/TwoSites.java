package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import care.baton.fhir.FhirJson;
import care.baton.fhir.Offers;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Input;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A sender and a receiver with a record each, and one server between them. */
class TwoSites {

    static final PartnerProfile SDOH = PartnerProfiles.sdohClinicalCare();

    final Shelf server;
    Instant now = Two.START;
    Site sender;
    Site receiver;

    TwoSites() {
        this(SDOH);
    }

    TwoSites(PartnerProfile profile) {
        this.server = new Shelf();
        this.sender = new Site(Two.senders(profile), now);
        this.receiver = new Site(Two.receivers(profile), now);
    }

    /** The same two and the same server at the same moment. */
    TwoSites(TwoSites other) {
        this.server = new Shelf(other.server);
        this.now = other.now;
        this.sender = new Site(other.sender);
        this.receiver = new Site(other.receiver);
    }

    void with(PartnerProfile profile) {
        sender = new Site(Two.senders(profile), now);
        receiver = new Site(Two.receivers(profile), now);
    }

    void offer() {
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        assertThat(receiver.refused).isEmpty();
        receiver.settles(server, now);
        now = now.plusSeconds(60);
    }

    /** What a partner orders for the person. */
    static ObjectNode order() {
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("resourceType", "ServiceRequest");
        order.put("status", "active").put("intent", "order");
        order.putObject("subject").put("reference", "Patient/p1");
        return order;
    }

    static OfferHandoff asked(String focus) {
        Ask ask = new Ask(
                Code.of("home-care"),
                Two.PERSON,
                Priority.ROUTINE,
                Sensitive.of(focus),
                Sensitive.of("Twice a week"),
                List.of(),
                Optional.empty());
        return Offers.firm(Two.RECEIVER, ask);
    }

    /** The receiver takes a Task in as what it is asked for the person; nothing of it is stored yet. */
    Absorbed taken(Found found) {
        return receiver.exchange.take(
                receiver.record,
                receiver.links,
                Two.RUN,
                Two.HANDOFF,
                ReadAsk.of(Code.of("home-care"), Two.PERSON, found.json()),
                found,
                Salt.of(new byte[32]),
                now);
    }

    void answer(Answer answer) {
        assertThat(receiver.says(new AnswerOffer(1, receiver.offer().asked(), answer), now))
                .isEmpty();
    }

    /** The offer is accepted, and both have read that it is. */
    void accepted() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();
    }

    /** Whoever holds it says that it is done, and how it went. */
    void done() {
        assertThat(receiver.says(
                        new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("Stable at home")))), now))
                .isEmpty();
        receiver.settles(server, now);
    }

    void bothRead() {
        for (Site site : List.of(receiver, sender, receiver, sender)) {
            site.absorbs(server.page(), now);
            site.settles(server, now);
        }
    }

    ObjectNode task() {
        return server.tasks().get(0).json().tree();
    }

    String status() {
        return task().path("status").asText();
    }

    void foreign(java.util.function.Consumer<ObjectNode> change) {
        server.foreign("Task", server.tasks().get(0).id(), change);
    }

    boolean holds(Site site) {
        return site.owner(now)
                .filter(h -> h.organization().equals(site.endpoint.own().organization()))
                .isPresent();
    }
}
