package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Instants;
import care.baton.fhir.OfferName;
import care.baton.fhir.partner.Needed;
import care.baton.fhir.request.ServiceAsked;
import care.baton.handoff.Course;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The request that an offer of ours is about, where nobody else has written one: it goes out before the Task, which
 * points to it, and ends when the offer has come to nothing or its work is confirmed.
 */
final class OwnRequest {

    /** What stands under its name asks for something else. */
    static final Code OTHER_REQUEST = Code.of("other-request");

    private static final String TYPE = "ServiceRequest";
    private static final String PART = "request";

    private OwnRequest() {}

    static LinkKey key(Stance stance) {
        return new LinkKey(
                TYPE,
                stance.talks().id().value(),
                OfferName.within(stance.offer().number(), PART));
    }

    static boolean is(Link link) {
        return link.key().type().equals(TYPE) && !link.key().isFocus();
    }

    /** Whether this partner wants a Task to be about something, and the offer names nothing. */
    static boolean isNeeded(Stance stance) {
        return stance.sends()
                && stance.offer().ask().focus().isNone()
                && stance.endpoint().profile().parties().needed().contains(Needed.FOCUS);
    }

    /** What is asked, as a resource by the name that the partner's server has for us. */
    static FhirJson of(Stance stance) {
        ServiceAsked asked = new ServiceAsked(
                stance.talks().id(),
                stance.offer().number(),
                stance.offer().sender(),
                stance.offer().to(),
                stance.offer().ask());
        ObjectNode request = asked.request().tree();
        if (request.get("requester") instanceof ObjectNode requester) {
            requester.remove("identifier");
            requester.put("reference", stance.endpoint().ownReference());
        }
        if (request.get("occurrencePeriod") instanceof ObjectNode period) {
            stance.offer().ask().finishBy().map(Instants::written).ifPresent(end -> period.put("end", end));
        }
        return FhirJson.of(request);
    }

    /** Where what an offer asks stands: as its author named it, or the request of our own. */
    static Sensitive focus(Stance stance, Links links) {
        Sensitive named = stance.offer().ask().focus();
        return named.isNone()
                ? links.get(key(stance))
                        .flatMap(Link::id)
                        .map(id -> Sensitive.of(TYPE + "/" + id))
                        .orElse(named)
                : named;
    }

    /**
     * What the request says once nobody is asked any more; empty while somebody may still take it, or has it, and where
     * nobody has confirmed what was done.
     */
    static Optional<String> ended(Stance stance) {
        Course course = stance.talks().course();
        if (course == Course.CLOSED && stance.accepted() && stance.isLastAccepted()) {
            return stance.talks().confirmed() ? Optional.of("completed") : Optional.empty();
        }
        boolean under = stance.binding() || stance.validating() || (stance.invites() && stance.accepted());
        return stance.offer().isLive() || (under && !course.isEnded()) ? Optional.empty() : Optional.of("revoked");
    }

    /** Whether what the server stores asks what we asked, open or over. */
    static boolean asksTheSame(Link link, FhirJson found) {
        return Kept.json(link.taken()).flatMap(OwnRequest::asked).equals(asked(found));
    }

    private static Optional<ServiceAsked> asked(FhirJson request) {
        ObjectNode open = request.tree();
        open.put("status", "active").remove("id");
        return ServiceAsked.read(FhirJson.of(open)).value();
    }
}
