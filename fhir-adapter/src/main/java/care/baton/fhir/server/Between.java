package care.baton.fhir.server;

import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenReference.Sameness;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What the partner may see: what is addressed to its organization or comes from it, and nothing else. */
final class Between {

    private static final Map<String, List<String>> PARTIES = Map.of(
            "Task", List.of("owner", "requester"),
            "ServiceRequest", List.of("performer", "requester"),
            "Communication", List.of("recipient", "sender"));

    private final SeenReference partner;

    Between(Endpoint endpoint) {
        this.partner = SeenReference.to(endpoint.partner().organization().value());
    }

    /** Whether it names the partner as one of the two between whom it is. */
    boolean includes(Found found) {
        return PARTIES.getOrDefault(found.type(), List.of()).stream()
                .map(found.json()::element)
                .anyMatch(this::names);
    }

    /** A number beside an address names nobody: it is the address that says whose it is. */
    private boolean names(JsonNode parties) {
        if (parties.isArray()) {
            for (JsonNode one : parties) {
                if (names(one)) {
                    return true;
                }
            }
            return false;
        }
        return SeenReference.read(parties)
                .filter(seen ->
                        seen.reference().isEmpty() || partner.reference().isPresent())
                .filter(seen -> seen.sameAs(partner) == Sameness.SAME)
                .isPresent();
    }
}
