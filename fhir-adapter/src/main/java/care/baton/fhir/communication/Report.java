package care.baton.fhir.communication;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.HolderPointer;
import care.baton.fhir.Mapped;
import care.baton.fhir.OfferName;
import care.baton.fhir.Pointer;
import care.baton.handoff.Content;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the sender tells the receiver beside an offer, in a structured form: a message with a payload for each part, to
 * which the Task of the offer points.
 *
 * <p>Source: FHIR R4 Communication.payload, Task.input; SBAR; I-PASS.
 *
 * @param handoff which handoff
 * @param offer which offer, from 1
 * @param person whose care it is
 * @param sender who tells it
 * @param recipient whom it is told
 * @param sent when, by the sender's clock
 * @param content what is told
 */
public record Report(
        HandoffId handoff, int offer, PersonId person, Holder sender, Holder recipient, Instant sent, Content content) {

    /** What it is beside the Task of its offer. */
    public static final String PART = "report";

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the offer is below 1
     */
    public Report {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(sent, "sent");
        Objects.requireNonNull(content, "content");
        if (offer < 1) {
            throw new IllegalArgumentException("offer: from 1");
        }
    }

    /**
     * The report of a firm offer; who is only invited is not told.
     *
     * @param handoff which handoff
     * @param offer the offer
     * @param sent when it is sent, by the host's clock
     * @return the report; empty when nothing is told beside the offer, or it is an invitation
     */
    public static Optional<Report> of(HandoffId handoff, Offer offer, Instant sent) {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(sent, "sent");
        return offer.content()
                .filter(content -> offer.kind() == OfferKind.FIRM)
                .map(content -> new Report(
                        handoff, offer.number(), offer.ask().person(), offer.sender(), offer.to(), sent, content));
    }

    /**
     * It as FHIR writes it.
     *
     * @return a Communication with a payload for each part; words that were erased are left out
     */
    public FhirJson communication() {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("resourceType", "Communication");
        message.putArray("identifier").add(identifier());
        message.put("status", "completed");
        category(message.putArray("category").addObject());
        message.set("subject", new Pointer(person.value()).json());
        message.put("sent", sent.toString());
        message.putArray("recipient").add(new HolderPointer(recipient).json());
        message.set("sender", new HolderPointer(sender).json());
        Sections.of(content).forEach(section -> message.withArray("/payload").add(section.json()));
        return FhirJson.of(message);
    }

    /**
     * How the Task of the offer points to it.
     *
     * @return an input of the Task: the report by its business identifier, which holds before it is stored and after
     */
    public ObjectNode input() {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        category(input.putObject("type"));
        input.putObject("valueReference").put("type", "Communication").set("identifier", identifier());
        return input;
    }

    /**
     * Whether a Task points to it.
     *
     * @param task the Task
     * @return true when one of its inputs names this report
     */
    public boolean isOn(FhirJson task) {
        for (JsonNode input : task.element("input")) {
            JsonNode named = input.path("valueReference").path("identifier");
            if (named.path("system").equals(identifier().path("system"))
                    && named.path("value").equals(identifier().path("value"))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads a report back.
     *
     * @param communication the Communication
     * @return the report; unreadable, with what is missing, when it is another system's or no report
     */
    public static Mapped<Report> read(FhirJson communication) {
        Objects.requireNonNull(communication, "communication");
        return new MessageReader(communication).report();
    }

    private ObjectNode identifier() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("system", FhirSystems.IDENTIFIERS)
                .put("value", new OfferName(handoff, offer, PART).value());
    }

    private void category(ObjectNode concept) {
        Concepts.put(concept, FhirSystems.REPORTS, Sections.form(content).value());
        concept.put("text", Sections.title(content));
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Report";
    }
}
