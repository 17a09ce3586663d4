package care.baton.fhir.request;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.ForeignEdit;
import care.baton.fhir.HolderPointer;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.OfferName;
import care.baton.fhir.Pointer;
import care.baton.handoff.Ask;
import care.baton.handoff.Offer;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A request that we write ourselves: what an offer asks, who asks it and of whom. There is one for each offer whose ask
 * points to no request yet; once a server has stored it, an offer points to it.
 *
 * <p>Source: FHIR R4 ServiceRequest.
 *
 * @param handoff which handoff
 * @param offer which offer, from 1
 * @param requester who asks: its author
 * @param performer of whom it is asked
 * @param ask what is asked
 */
public record ServiceAsked(HandoffId handoff, int offer, Holder requester, Holder performer, Ask ask) {

    private static final String PART = "request";
    private static final Set<String> OPEN = Set.of("active", "on-hold");
    private static final Set<String> OVER = Set.of("revoked", "completed", "entered-in-error");

    /**
     * Refuses nothing but absence and a number that no offer has.
     *
     * @throws IllegalArgumentException if the offer is none
     */
    public ServiceAsked {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(performer, "performer");
        Objects.requireNonNull(ask, "ask");
        if (offer < 1) {
            throw new IllegalArgumentException("offer: from 1");
        }
    }

    /**
     * The request for an offer of ours.
     *
     * @param handoff which handoff
     * @param offer the offer
     * @return the request; empty where the offer points to one already: that is its author's to write
     */
    public static Optional<ServiceAsked> of(HandoffId handoff, Offer offer) {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(offer, "offer");
        return offer.ask().focus().isNone()
                ? Optional.of(new ServiceAsked(handoff, offer.number(), offer.sender(), offer.to(), offer.ask()))
                : Optional.empty();
    }

    /**
     * It as FHIR writes it.
     *
     * @return a ServiceRequest, active, an order
     */
    public FhirJson request() {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("resourceType", "ServiceRequest");
        request.putArray("identifier")
                .addObject()
                .put("system", FhirSystems.IDENTIFIERS)
                .put("value", name());
        request.put("status", "active").put("intent", "order");
        request.put("priority", Concepts.of(ask.priority()));
        ObjectNode code = request.putObject("code");
        Concepts.put(code, FhirSystems.SERVICES, ask.code().value());
        ask.description().text().ifPresent(text -> code.put("text", text));
        request.set("subject", new Pointer(ask.person().value()).json());
        ask.finishBy().ifPresent(by -> request.putObject("occurrencePeriod").put("end", by.toString()));
        request.set("requester", new HolderPointer(requester).json());
        request.putArray("performer").add(new HolderPointer(performer).json());
        ask.input().forEach(input -> request.withArray("/supportingInfo").add(Supporting.json(input)));
        return FhirJson.of(request);
    }

    /**
     * Reads a request of ours back.
     *
     * @param request the ServiceRequest
     * @return the request; unreadable when it is another author's
     */
    public static Mapped<ServiceAsked> read(FhirJson request) {
        Objects.requireNonNull(request, "request");
        Optional<OfferName> name = name(request);
        Optional<HolderPointer> requester = HolderPointer.read(request.element("requester"));
        Optional<HolderPointer> performer =
                HolderPointer.read(request.element("performer").path(0));
        if (name.isEmpty() || requester.isEmpty() || performer.isEmpty()) {
            return new Mapped.Unreadable<>(List.of(MappingIssue.error("written-by-another", "ServiceRequest")));
        }
        Mapped<Ask> ask = RequestReader.ours(request);
        return ask.value()
                .<Mapped<ServiceAsked>>map(read -> Mapped.of(
                        new ServiceAsked(
                                name.get().handoff(),
                                name.get().offer(),
                                requester.get().holder(),
                                performer.get().holder(),
                                read),
                        ask.issues()))
                .orElseGet(() -> new Mapped.Unreadable<>(ask.issues()));
    }

    /**
     * The stored request, ended: revoked with the offer's withdrawal, completed with its work. Everything else on it stays.
     *
     * @param stored the request as last read
     * @param status {@code revoked} or {@code completed}
     * @return the changed request; unreadable, and nothing changed, when it is another author's or another offer's
     *     ({@code written-by-another}), is over ({@code already-ended}), or is neither active nor on hold
     *     ({@code request-not-active})
     * @throws IllegalArgumentException if the status is neither
     */
    public Mapped<FhirJson> ended(FhirJson stored, String status) {
        if (!status.equals("revoked") && !status.equals("completed")) {
            throw new IllegalArgumentException("status: revoked or completed");
        }
        if (!name(stored).equals(Optional.of(new OfferName(handoff, offer, PART)))) {
            return new Mapped.Unreadable<>(List.of(MappingIssue.error("written-by-another", "ServiceRequest")));
        }
        String now = stored.element("status").asText("");
        if (!OPEN.contains(now)) {
            String why = OVER.contains(now) ? "already-ended" : "request-not-active";
            return new Mapped.Unreadable<>(List.of(MappingIssue.error(why, "ServiceRequest.status")));
        }
        return new ForeignEdit(Optional.of(status), List.of(), List.of(), List.of()).applyTo(stored);
    }

    private String name() {
        return new OfferName(handoff, offer, PART).value();
    }

    /** The name under which we wrote it; empty when we did not. */
    private static Optional<OfferName> name(FhirJson request) {
        return request.resourceType().equals(Optional.of("ServiceRequest"))
                ? OfferName.in(request.element("identifier"), PART)
                : Optional.empty();
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "ServiceAsked";
    }
}
