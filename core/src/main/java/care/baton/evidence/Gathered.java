package care.baton.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that a later release wrote, by the object they stand in, and which of them were met. */
final class Gathered {

    private static final Gathered NONE = new Gathered(List.of());
    private static final Comparator<Unread> BY_NAME = Comparator.comparing(Unread::name);

    private final List<Unread> all;
    private final Map<String, List<Unread>> byPath = new LinkedHashMap<>();
    private final Set<String> met = new LinkedHashSet<>();

    private Gathered(List<Unread> all) {
        this.all = all;
        for (Unread unread : all) {
            byPath.computeIfAbsent(unread.path(), path -> new ArrayList<>()).add(unread);
        }
        byPath.values().forEach(list -> list.sort(BY_NAME));
    }

    static Gathered of(List<Unread> unread) {
        return unread.isEmpty() ? NONE : new Gathered(unread);
    }

    static List<Unread> sorted(Wire.Fields fields) {
        List<Unread> sorted = new ArrayList<>();
        fields.fields().forEach(field -> sorted.add(new Unread("", field.name(), field.value())));
        sorted.sort(BY_NAME);
        return sorted;
    }

    List<Unread> at(Place place) {
        if (all.isEmpty()) {
            return List.of();
        }
        String path = place.text();
        met.add(path);
        return byPath.getOrDefault(path, List.of());
    }

    /** Fields that stand nowhere count all the same, so that nothing can be slipped in beside an event. */
    void putStrays(String root, Canonical canonical) {
        for (Unread unread : all) {
            boolean here = unread.path().equals(root) || unread.path().startsWith(root + "/");
            boolean ours = here
                    || (root.equals("event")
                            && !unread.path().equals("act")
                            && !unread.path().startsWith("act/"));
            if (ours && !met.contains(unread.path())) {
                canonical.stray(unread);
            }
        }
    }
}
