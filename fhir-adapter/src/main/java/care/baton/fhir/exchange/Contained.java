package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.task.SeenReference;
import com.fasterxml.jackson.databind.JsonNode;

/** A person whom a Task describes inside itself: what counts is the organization that they are said to be of. */
final class Contained {

    private Contained() {}

    /** The organization of the role that a reference names inside the resource; any other reference as it is. */
    static SeenReference behind(SeenReference seen, FhirJson resource) {
        String inside =
                seen.reference().filter(address -> address.startsWith("#")).orElse("");
        for (JsonNode one : resource.element("contained")) {
            boolean named =
                    !inside.isEmpty() && inside.equals("#" + one.path("id").asText(""));
            if (named && one.path("resourceType").asText("").equals("PractitionerRole")) {
                return SeenReference.read(one.path("organization")).orElse(seen);
            }
        }
        return seen;
    }
}
