package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.outcome.Copy;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a partner's server tells us by a subscription: something there may have changed. It is a hint, whoever sent it,
 * twice, late or not at all: what it says of a resource is believed by nobody, and what it names is read on the server.
 * Source: FHIR R4 Subscription (rest-hook) and the Subscriptions R5 Backport guide, for R4 and R4B.
 *
 * @param isEvent whether something has happened; else it is a sign of life, such as the handshake or a heartbeat
 * @param named which resources of this server it names, in the order in which it does; none where it has no content
 */
public record Notification(boolean isEvent, List<Named> named) {

    private static final Set<String> SIGNS_OF_LIFE = Set.of("handshake", "heartbeat", "query-status", "query-event");
    private static final String FOCUS = "focus";

    /**
     * One resource of the partner's server.
     *
     * @param type its type
     * @param id its id there
     */
    public record Named(String type, String id) {
        /** Checks that nothing is absent. */
        public Named {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(id, "id");
        }

        /** The kind of value only. */
        @Override
        public String toString() {
            return "Named";
        }
    }

    /** Copies the names. */
    public Notification {
        named = Copy.of(named, "named");
    }

    /**
     * One that came without content: something has happened.
     *
     * @return an event that names nothing
     */
    public static Notification empty() {
        return new Notification(true, List.of());
    }

    /**
     * Reads what was sent: the resource itself, as a rest-hook of R4 sends it, or a Bundle of the backport guide, with
     * whole resources, with ids alone, or empty. A resource of another server is not among what it names.
     *
     * @param document what was sent
     * @param endpoint the server whose subscription it is
     * @return the notification; unreadable ({@code not-a-notification}) where it is neither
     */
    public static Mapped<Notification> read(FhirJson document, Endpoint endpoint) {
        Objects.requireNonNull(document, "document");
        WhoIsWho who = new WhoIsWho(Objects.requireNonNull(endpoint, "endpoint"));
        JsonNode tree = document.tree();
        if (!tree.path("resourceType").asText("").equals("Bundle")) {
            return itself(tree)
                    .map(one -> Mapped.of(new Notification(true, List.of(one)), List.of()))
                    .orElseGet(() -> new Mapped.Unreadable<>(List.of(MappingIssue.error("not-a-notification", ""))));
        }
        Set<Named> named = new LinkedHashSet<>();
        boolean event = true;
        for (JsonNode entry : tree.path("entry")) {
            JsonNode resource = entry.path("resource");
            if (isStatus(resource)) {
                event = !SIGNS_OF_LIFE.contains(kind(resource));
                focuses(resource)
                        .flatMap(address -> at(who.local(address)).stream())
                        .forEach(named::add);
            } else {
                String address = entry.path("fullUrl").asText("");
                (address.isEmpty() ? itself(resource) : at(who.local(address))).ifPresent(named::add);
            }
        }
        return Mapped.of(new Notification(event, event ? List.copyOf(named) : List.of()), List.of());
    }

    /**
     * The links, once what it names is to be read before anything else. What the server has asked us to wait for is waited
     * for, and what has no answer yet is read anyway. A resource that no link has is found by the next poll: after every
     * event, poll.
     *
     * @param links the links as stored
     * @param now the host's clock
     * @return the links to store
     */
    public Links hint(Links links, Instant now) {
        Objects.requireNonNull(now, "now");
        Links next = Objects.requireNonNull(links, "links");
        for (Named one : named) {
            for (Link link : next.every(one.type(), one.id()).toList()) {
                next = link.tried() == 0 && !link.waits(now) ? next.with(link.hinted()) : next;
            }
        }
        return next;
    }

    private static boolean isStatus(JsonNode resource) {
        String type = resource.path("resourceType").asText("");
        return type.equals("SubscriptionStatus") || type.equals("Parameters");
    }

    private static String kind(JsonNode status) {
        return Stream.concat(
                        Stream.of(status.path("type").asText("")),
                        parameters(status, "type")
                                .map(one -> one.path("valueCode").asText("")))
                .filter(kind -> !kind.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Stream<String> focuses(JsonNode status) {
        Stream<JsonNode> events = Stream.concat(
                status.path("notificationEvent").valueStream().map(event -> event.path(FOCUS)),
                parameters(status, "notification-event")
                        .flatMap(event -> event.path("part").valueStream())
                        .filter(part -> part.path("name").asText("").equals(FOCUS))
                        .map(part -> part.path("valueReference")));
        return events.map(reference -> reference.path("reference").asText(""));
    }

    private static Stream<JsonNode> parameters(JsonNode status, String name) {
        return status.path("parameter")
                .valueStream()
                .filter(one -> one.path("name").asText("").equals(name));
    }

    private static Optional<Named> itself(JsonNode resource) {
        return at(resource.path("resourceType").asText("") + "/"
                + resource.path("id").asText(""));
    }

    private static Optional<Named> at(String address) {
        String[] parts = address.split("/", -1);
        boolean versioned = parts.length == 4 && parts[2].equals("_history");
        return (parts.length == 2 || versioned) && LinkKey.isType(parts[0]) && Response.Found.isId(parts[1])
                ? Optional.of(new Named(parts[0], parts[1]))
                : Optional.empty();
    }

    /** How many it names. */
    @Override
    public String toString() {
        return "Notification[" + named.size() + "]";
    }
}
