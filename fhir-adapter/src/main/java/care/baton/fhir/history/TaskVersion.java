package care.baton.fhir.history;

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

    private static final String OFFER = "/offer-";

    static Optional<TaskVersion> read(JsonNode target) {
        String[] parts = target.path("reference").asText("").split("/", -1);
        String value = target.path("identifier").path("value").asText("");
        int at = value.lastIndexOf(OFFER);
        boolean ours = parts.length == 4 && parts[0].equals("Task") && parts[2].equals("_history") && at > 0;
        if (!ours || !R4.isId(parts[1]) || !R4.isId(parts[3])) {
            return Optional.empty();
        }
        try {
            int offer = Integer.parseInt(value.substring(at + OFFER.length()));
            return Optional.of(new TaskVersion(parts[1], parts[3], HandoffId.of(value.substring(0, at)), offer))
                    .filter(v -> offer > 0);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "TaskVersion";
    }
}
