package care.baton.fhir.history;

import care.baton.fhir.FhirJson;
import care.baton.fhir.task.SeenReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who made a version of a Task, as anybody's Provenance on the same server says. */
public final class Speakers {

    private Speakers() {}

    /**
     * Who is named for one version: persons, and the organizations for which they speak.
     *
     * @param provenance the Provenance, ours or another's
     * @param task the server's id of the Task
     * @param version the version
     * @return whom it names, in order; none when it is about another version
     */
    public static List<SeenReference> of(FhirJson provenance, String task, String version) {
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(version, "version");
        String wanted = "Task/" + task + "/_history/" + version;
        List<SeenReference> named = new ArrayList<>();
        for (JsonNode target : provenance.element("target")) {
            String address = target.path("reference").asText("");
            if (named.isEmpty() && (address.equals(wanted) || address.endsWith("/" + wanted))) {
                for (JsonNode agent : provenance.element("agent")) {
                    Stream.of("who", "onBehalfOf")
                            .flatMap(part -> SeenReference.read(agent.path(part)).stream())
                            .forEach(named::add);
                }
            }
        }
        return List.copyOf(named);
    }
}
