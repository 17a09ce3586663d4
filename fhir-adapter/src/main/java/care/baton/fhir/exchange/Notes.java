package care.baton.fhir.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The remarks on a resource beside those that stood there before: as many in the same words as there are. */
final class Notes {

    private Notes() {}

    /**
     * What somebody else has added.
     *
     * @param before the remarks that stood there
     * @param now those that stand there
     * @param ours the words that we may have written since; one that stood there already we do not write again
     * @return each remark that neither explains
     */
    static List<JsonNode> added(JsonNode before, JsonNode now, List<String> ours) {
        Map<String, Integer> known = counted(before);
        ours.forEach(words -> known.putIfAbsent(words, 1));
        List<JsonNode> added = new ArrayList<>();
        for (JsonNode note : now) {
            String words = words(note);
            int left = known.getOrDefault(words, 0);
            known.put(words, left - 1);
            if (left <= 0 && !words.isBlank()) {
                added.add(note);
            }
        }
        return added;
    }

    private static Map<String, Integer> counted(JsonNode notes) {
        Map<String, Integer> counted = new HashMap<>();
        for (JsonNode note : notes) {
            counted.merge(words(note), 1, Integer::sum);
        }
        return counted;
    }

    private static String words(JsonNode note) {
        return note.path("text").asText("");
    }
}
