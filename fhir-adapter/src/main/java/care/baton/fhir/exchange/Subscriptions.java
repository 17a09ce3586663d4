package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Instants;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a host creates on a partner's server to be told of Tasks as soon as they change, once for each partner. The
 * exchange does not need it: it sends none itself, and polls all the same. What is told carries no health data: nothing
 * at all, or the names of what has changed. Read it with {@link Notification}.
 */
public final class Subscriptions {

    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
    private static final String WHY = "Tasks between two organizations";

    private Subscriptions() {}

    /**
     * Subscriptions of FHIR R4: a request without content at each change of a Task that we own or have asked for.
     *
     * @param endpoint the partner's server
     * @param to where we are told, by https
     * @param until until when, by the host's clock
     * @return two Subscription resources, to be created there
     * @throws IllegalArgumentException if the address is not an absolute https one
     */
    public static List<FhirJson> restHook(Endpoint endpoint, URI to, Instant until) {
        return criteria(endpoint)
                .map(criteria -> {
                    ObjectNode asked = asked(criteria, until);
                    channel(asked, to);
                    return FhirJson.of(asked);
                })
                .toList();
    }

    /**
     * Subscriptions of the Subscriptions R5 Backport guide, with the names of what has changed.
     *
     * @param endpoint the partner's server
     * @param topic the canonical address of the server's topic for Tasks
     * @param to where we are told, by https
     * @param until until when, by the host's clock
     * @return two Subscription resources, to be created there
     * @throws IllegalArgumentException if the address is not an absolute https one
     */
    public static List<FhirJson> topic(Endpoint endpoint, URI topic, URI to, Instant until) {
        Objects.requireNonNull(topic, "topic");
        return criteria(endpoint)
                .map(criteria -> {
                    ObjectNode asked = asked(topic.toString(), until);
                    asked.putObject("meta").putArray("profile").add(BACKPORT + "backport-subscription");
                    extension(asked.putObject("_criteria"), "backport-filter-criteria")
                            .put("valueString", criteria);
                    ObjectNode channel = channel(asked, to).put("payload", "application/fhir+json");
                    extension(channel.putObject("_payload"), "backport-payload-content")
                            .put("valueCode", "id-only");
                    return FhirJson.of(asked);
                })
                .toList();
    }

    private static Stream<String> criteria(Endpoint endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        return Stream.of("owner", "requester").map(party -> "Task?" + party + "=" + endpoint.ownReference());
    }

    private static ObjectNode asked(String criteria, Instant until) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Subscription")
                .put("status", "requested")
                .put("end", Instants.written(until))
                .put("reason", WHY)
                .put("criteria", criteria);
    }

    private static ObjectNode channel(ObjectNode asked, URI to) {
        if (!"https".equals(Objects.requireNonNull(to, "to").getScheme()) || to.getHost() == null) {
            throw new IllegalArgumentException("to: an absolute https address");
        }
        return asked.putObject("channel").put("type", "rest-hook").put("endpoint", to.toString());
    }

    private static ObjectNode extension(ObjectNode element, String name) {
        return element.putArray("extension").addObject().put("url", BACKPORT + name);
    }
}
