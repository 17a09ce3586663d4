package care.baton.pathway;

import care.baton.evidence.Component;
import care.baton.evidence.Described;
import care.baton.evidence.Kind;
import care.baton.outcome.Code;
import care.baton.pathway.Change.What;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Walks two definitions as they describe themselves, so that a datum added later is compared by itself. */
final class Differences {

    private static final String VERSION = "version";

    private final List<Change> found = new ArrayList<>();

    List<Change> of(Pathway before, Pathway after) {
        for (Component part : Described.of(Pathway.class).components()) {
            if (!part.isDisplay() && !part.name().equals(VERSION)) {
                compare(part.kind(), part.read(before), part.read(after), part.name());
            }
        }
        return List.copyOf(found);
    }

    private void compare(Kind kind, Object before, Object after, String path) {
        switch (kind.shape()) {
            case RECORD -> records(before, after, path);
            case FAMILY -> family(before, after, path);
            case OPTIONAL -> optional(kind.element(), (Optional<?>) before, (Optional<?>) after, path);
            case LIST -> lists(kind.element(), (List<?>) before, (List<?>) after, path);
            default -> {
                if (!before.equals(after)) {
                    found.add(new Change(path, What.CHANGED));
                }
            }
        }
    }

    private void records(Object before, Object after, String path) {
        for (Component part : Described.of(before.getClass()).components()) {
            if (!part.isDisplay()) {
                compare(part.kind(), part.read(before), part.read(after), path + "/" + part.name());
            }
        }
    }

    private void family(Object before, Object after, String path) {
        if (before.getClass().equals(after.getClass())) {
            records(before, after, path);
        } else {
            found.add(new Change(path, What.CHANGED));
        }
    }

    private void optional(Kind kind, Optional<?> before, Optional<?> after, String path) {
        if (before.isPresent() && after.isPresent()) {
            compare(kind, before.get(), after.get(), path);
        } else if (before.isPresent() || after.isPresent()) {
            found.add(new Change(path, before.isPresent() ? What.REMOVED : What.ADDED));
        }
    }

    private void lists(Kind kind, List<?> before, List<?> after, String path) {
        boolean named = areNamed(before) && areNamed(after);
        List<String> olds = names(before, named);
        List<String> news = names(after, named);
        for (int i = 0; i < olds.size(); i++) {
            int there = news.indexOf(olds.get(i));
            if (there < 0) {
                found.add(new Change(path + "/" + olds.get(i), What.REMOVED));
            } else {
                compare(kind, before.get(i), after.get(there), path + "/" + olds.get(i));
            }
        }
        news.stream()
                .filter(name -> !olds.contains(name))
                .forEach(name -> found.add(new Change(path + "/" + name, What.ADDED)));
        List<String> kept = olds.stream().filter(news::contains).toList();
        if (!kept.equals(news.stream().filter(olds::contains).toList())) {
            found.add(new Change(path, What.REORDERED));
        }
    }

    /** Whether each has a name, and no two the same. */
    private static boolean areNamed(List<?> list) {
        List<String> names = list.stream().flatMap(one -> name(one).stream()).toList();
        return names.size() == list.size() && new LinkedHashSet<>(names).size() == names.size();
    }

    private static List<String> names(List<?> list, boolean named) {
        return named
                ? list.stream().map(one -> name(one).orElseThrow()).toList()
                : IntStream.range(0, list.size()).mapToObj(Integer::toString).toList();
    }

    /** What a thing is called: the first code in it. */
    private static Optional<String> name(Object one) {
        if (one instanceof Code code) {
            return Optional.of(code.value());
        }
        return one instanceof Record
                ? Described.of(one.getClass()).components().stream()
                        .map(part -> part.read(one))
                        .filter(value -> value instanceof Code || value instanceof Need)
                        .flatMap(value -> name(value).stream())
                        .findFirst()
                : Optional.empty();
    }
}
