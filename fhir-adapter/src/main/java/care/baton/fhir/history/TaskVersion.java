package care.baton.fhir.history;

import care.baton.fhir.OfferName;
import care.baton.fhir.R4;
import care.baton.party.HandoffId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Which version of which Task a Provenance of ours is about, and of which offer that Task is.
 *
 * @param id the server's id
 * @param version the server's version
 * @param handoff which handoff
 * @param offer which offer, from 1
 */
record TaskVersion(String id, String version, HandoffId handoff, int offer) {

    static Optional<TaskVersion> read(JsonNode target) {
        String[] parts = target.path("reference").asText("").split("/", 5);
        boolean ours = parts.length == 4 && parts[0].equals("Task") && parts[2].equals("_history");
        if (!ours || !R4.isId(parts[1]) || !R4.isId(parts[3])) {
            return Optional.empty();
        }
        return OfferName.read(target.path("identifier").path("value").asText(""), "")
                .map(name -> new TaskVersion(parts[1], parts[3], name.handoff(), name.offer()));
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "TaskVersion";
    }
}
