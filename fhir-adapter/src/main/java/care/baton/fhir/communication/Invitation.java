package care.baton.fhir.communication;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.HolderPointer;
import care.baton.fhir.Mapped;
import care.baton.fhir.OfferName;
import care.baton.fhir.Pointer;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A question whether somebody would take something on, to a partner whose Tasks know no invitations: a message, since an
 * accepted Task would say there that they hold it. What comes back is read by a person.
 *
 * <p>Source: FHIR R4 Communication.
 *
 * @param handoff which handoff
 * @param offer which offer, from 1
 * @param person whose care it is
 * @param sender who asks
 * @param recipient who is asked
 * @param sent when, by the sender's clock
 * @param service what would be asked
 * @param priority how soon it would be needed
 * @param description what would be asked, in words
 * @param finishBy by when it would have to be finished, if that is said
 * @param respondBy by when an answer is hoped for, if that is said
 */
public record Invitation(
        HandoffId handoff,
        int offer,
        PersonId person,
        Holder sender,
        Holder recipient,
        Instant sent,
        Code service,
        Priority priority,
        Sensitive description,
        Optional<Instant> finishBy,
        Optional<Instant> respondBy) {

    static final Code SERVICE = Code.of("service");
    static final Code DESCRIPTION = Code.of("description");
    static final Code FINISH_BY = Code.of("finish-by");
    static final Code RESPOND_BY = Code.of("respond-by");
    static final String FORM = "invitation";

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the offer is below 1
     */
    public Invitation {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(sent, "sent");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(finishBy, "finishBy");
        Objects.requireNonNull(respondBy, "respondBy");
        if (offer < 1) {
            throw new IllegalArgumentException("offer: from 1");
        }
    }

    /**
     * The invitation that an offer is. What goes with it is for whoever takes it on, and is not sent.
     *
     * @param handoff which handoff
     * @param offer the offer
     * @param sent when it is sent, by the host's clock
     * @param respondBy by when an answer is hoped for
     * @return the invitation; empty for a firm offer
     */
    public static Optional<Invitation> of(HandoffId handoff, Offer offer, Instant sent, Optional<Instant> respondBy) {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(sent, "sent");
        Objects.requireNonNull(respondBy, "respondBy");
        return offer.kind() == OfferKind.INVITATION
                ? Optional.of(new Invitation(
                        handoff,
                        offer.number(),
                        offer.ask().person(),
                        offer.sender(),
                        offer.to(),
                        sent,
                        offer.ask().code(),
                        offer.ask().priority(),
                        offer.ask().description(),
                        offer.ask().finishBy(),
                        respondBy))
                : Optional.empty();
    }

    /**
     * It as FHIR writes it.
     *
     * @return a Communication with a payload for each part
     */
    public FhirJson communication() {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("resourceType", "Communication");
        message.putArray("identifier")
                .addObject()
                .put("system", FhirSystems.IDENTIFIERS)
                .put("value", new OfferName(handoff, offer, FORM).value());
        message.put("status", "completed");
        ObjectNode category = message.putArray("category").addObject();
        Concepts.put(category, FhirSystems.REPORTS, FORM);
        category.put("text", "Would you take this on? Nothing is handed over by your answer");
        message.put("priority", Concepts.of(priority));
        message.set("subject", new Pointer(person.value()).json());
        message.put("sent", sent.toString());
        message.putArray("recipient").add(new HolderPointer(recipient).json());
        message.set("sender", new HolderPointer(sender).json());
        ArrayNode payload = message.putArray("payload");
        payload.add(new Section(SERVICE, Sensitive.of(service.value())).json());
        description.text().ifPresent(text -> payload.add(new Section(DESCRIPTION, description).json()));
        finishBy.ifPresent(at -> payload.add(new Section(FINISH_BY, Sensitive.of(at.toString())).json()));
        respondBy.ifPresent(at -> payload.add(new Section(RESPOND_BY, Sensitive.of(at.toString())).json()));
        return FhirJson.of(message);
    }

    /**
     * Reads an invitation back.
     *
     * @param communication the Communication
     * @return the invitation; unreadable, with what is missing, when it is another system's or none
     */
    public static Mapped<Invitation> read(FhirJson communication) {
        Objects.requireNonNull(communication, "communication");
        return new MessageReader(communication).invitation();
    }

    /** What would be asked only. */
    @Override
    public String toString() {
        return "Invitation[" + service + "]";
    }
}
