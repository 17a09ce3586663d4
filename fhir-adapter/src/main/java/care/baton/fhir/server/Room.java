package care.baton.fhir.server;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.MappingIssue;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** How much of a Task is whose: what a partner adds leaves room for what we have still to say on it. */
final class Room {

    /** The characters that are left for us by whatever a partner writes, and for a partner by what we lay out. */
    static final int CHARACTERS = 32_768;

    /** How many more we may add to any list. */
    static final int ENTRIES = 50;

    private Room() {}

    /** Whether it can be kept and read again. */
    static boolean isKept(FhirJson resource) {
        String text = resource.text();
        return Sensitive.fits(text) && FhirJson.read(text).value().isPresent();
    }

    /** Whether a Task that we lay out leaves its receiver room to answer. */
    static boolean isLaid(FhirJson task) {
        return hasRoom(task.text(), 2 * CHARACTERS);
    }

    /** What of an edit takes the room that is ours; what is no more than stood there takes none. */
    static List<MappingIssue> taken(FhirJson before, FhirJson after) {
        String text = after.text();
        boolean whole = text.length() > before.text().length() && !hasRoom(text, CHARACTERS);
        if (whole || !isKept(after)) {
            return List.of(MappingIssue.error("too-large", "Task"));
        }
        return after.tree().properties().stream()
                .filter(element -> isFull(before.element(element.getKey()), element.getValue()))
                .map(Map.Entry::getKey)
                .map(element -> MappingIssue.error("too-large", "Task." + element))
                .toList();
    }

    private static boolean isFull(JsonNode before, JsonNode after) {
        return after.isArray()
                && after.size() > before.size()
                && after.size() > Limits.standard().entries() - ENTRIES;
    }

    private static boolean hasRoom(String text, int characters) {
        return Sensitive.fits(text + " ".repeat(characters));
    }
}
