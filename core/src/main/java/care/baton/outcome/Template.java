package care.baton.outcome;

import java.util.ArrayList;
import java.util.List;

/** A sentence with places for facts. */
final class Template {

    /** A fact with its place, such as {@code {path}}; empty when it is not known. */
    record Fact(String place, String text) {}

    private Template() {}

    static String fill(String sentence, List<Fact> facts) {
        String filled = sentence;
        for (Fact fact : facts) {
            if (fact.text().isEmpty()) {
                filled = without(filled, fact.place());
            }
        }
        filled = filled.replace("[", "").replace("]", "");
        List<String> left = new ArrayList<>();
        for (Fact fact : facts) {
            if (filled.contains(fact.place())) {
                filled = filled.replace(fact.place(), fact.text());
            } else if (!fact.text().isEmpty()) {
                left.add(fact.text());
            }
        }
        return left.isEmpty() ? filled : filled + " (" + String.join("; ", left) + ")";
    }

    /** The sentence without a place, and without the brackets around it and all that is in them. */
    private static String without(String sentence, String place) {
        String rest = sentence;
        for (int at = rest.indexOf(place); at >= 0; at = rest.indexOf(place)) {
            int open = rest.lastIndexOf('[', at);
            int close = rest.indexOf(']', at);
            boolean inside = open > rest.lastIndexOf(']', at) && close >= 0;
            rest = inside
                    ? rest.substring(0, open) + rest.substring(close + 1)
                    : rest.substring(0, at) + rest.substring(at + place.length());
        }
        return rest;
    }
}
