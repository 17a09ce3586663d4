package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.task.SeenReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A person whom a Task describes inside itself: what counts is the organization that they are said to be of. */
final class Contained {

    private Contained() {}

    /** The organization of the role that a reference names inside the resource; any other reference as it is. */
    static SeenReference behind(SeenReference seen, FhirJson resource) {
        for (JsonNode one : resource.element("contained")) {
            boolean named =
                    seen.reference().equals(Optional.of("#" + one.path("id").asText("")));
            if (named && one.path("resourceType").asText("").equals("PractitionerRole")) {
                return SeenReference.read(one.path("organization")).orElse(seen);
            }
        }
        return seen;
    }

    /**
     * A reference as it may stand in a resource that contains nothing: to the organization of whom the resource
     * describes, or by the identifier beside the address; empty where it names nobody outside.
     */
    static Optional<JsonNode> outside(JsonNode reference, FhirJson resource) {
        if (!isInside(reference)) {
            return Optional.of(reference).filter(JsonNode::isObject);
        }
        for (JsonNode one : resource.element("contained")) {
            boolean named = reference
                    .path("reference")
                    .asText("")
                    .equals("#" + one.path("id").asText(""));
            JsonNode organization = one.path("organization");
            boolean role = one.path("resourceType").asText("").equals("PractitionerRole") && organization.isObject();
            if (named && role && !isInside(organization)) {
                return Optional.of(organization);
            }
        }
        return reference.path("identifier").path("value").isTextual()
                ? Optional.of(((ObjectNode) reference).deepCopy().without("reference"))
                : Optional.empty();
    }

    private static boolean isInside(JsonNode reference) {
        return reference.path("reference").asText("").startsWith("#");
    }
}
