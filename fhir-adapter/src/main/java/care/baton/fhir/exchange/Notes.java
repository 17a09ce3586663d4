package care.baton.fhir.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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
        Map<String, Integer> known = counted(before, note -> true);
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

    /** Whether a remark is gone that somebody had put a name to: ours have none, and not every server keeps them. */
    static boolean isOneTakenBack(JsonNode before, JsonNode now) {
        Map<String, Integer> stand = counted(now, note -> true);
        return counted(before, note -> note.has("authorString") || note.has("authorReference")).entrySet().stream()
                .anyMatch(was -> stand.getOrDefault(was.getKey(), 0) < was.getValue());
    }

    private static Map<String, Integer> counted(JsonNode notes, Predicate<JsonNode> which) {
        Map<String, Integer> counted = new HashMap<>();
        for (JsonNode note : notes) {
            if (which.test(note)) {
                counted.merge(words(note), 1, Integer::sum);
            }
        }
        return counted;
    }

    private static String words(JsonNode note) {
        return note.path("text").asText("");
    }
}
