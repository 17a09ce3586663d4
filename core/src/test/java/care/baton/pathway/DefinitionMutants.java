package care.baton.pathway;

import care.baton.evidence.Component;
import care.baton.evidence.Described;
import care.baton.evidence.Kind;
import care.baton.outcome.Code;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Every definition that differs from a given one in one datum: one thing left out, or one thing changed. It walks
 * the tree of records as they describe themselves, so that a datum added later has its mutants by itself. A host asks
 * with {@link #survivors} what of its own definition its tests would not notice.
 */
public final class DefinitionMutants {

    /**
     * One changed definition, and where it differs.
     *
     * @param path where, by the names of the components and the places in lists
     * @param change what makes it of the definition
     */
    public record Mutant(String path, UnaryOperator<Object> change) {

        /**
         * The changed definition.
         *
         * @param pathway the definition
         * @return the same with one datum changed
         * @throws IllegalArgumentException if it could not be run so
         */
        public Pathway of(Pathway pathway) {
            return (Pathway) change.apply(pathway);
        }
    }

    private final List<List<Code>> vocabularies;

    private DefinitionMutants(Pathway pathway) {
        this.vocabularies = List.of(
                pathway.roles().stream().map(RoleDescription::code).toList(),
                pathway.ladders().stream().map(Ladder::code).toList(),
                pathway.stages().stream().map(Stage::code).toList(),
                pathway.flags(),
                List.of(Stage.SBAR, Stage.IPASS, Stage.ANY_FORM));
    }

    /**
     * What a test does not notice: the mutants that are sound and that it passes. The titles are left out: they decide
     * nothing.
     *
     * @param pathway the definition
     * @param test throws where a definition does not do what it must: an {@link AssertionError}, or what a refused
     *     command's {@code orThrow} throws
     * @return the paths of those that live; empty when each datum is asked for
     * @throws AssertionError if the definition itself does not pass
     */
    public static List<String> survivors(Pathway pathway, Consumer<Pathway> test) {
        test.accept(pathway);
        return of(pathway).stream()
                .filter(mutant -> lives(mutant, pathway, test))
                .map(Mutant::path)
                .toList();
    }

    private static boolean lives(Mutant mutant, Pathway pathway, Consumer<Pathway> test) {
        try {
            Pathway changed = mutant.of(pathway);
            if (changed.hash().equals(pathway.hash())) {
                return false;
            }
            test.accept(changed);
            return true;
        } catch (RuntimeException | AssertionError killed) {
            return false;
        }
    }

    /**
     * Every mutant of a definition, sound or not.
     *
     * @param pathway the definition
     * @return one for each datum left out and for each other value that is tried for one
     */
    public static List<Mutant> of(Pathway pathway) {
        return new DefinitionMutants(pathway).ofRecord(Described.of(Pathway.class), pathway, "");
    }

    private List<Mutant> ofRecord(Described described, Object record, String path) {
        List<Mutant> all = new ArrayList<>();
        List<Component> parts = described.components();
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            Object value = parts.get(i).read(record);
            for (Mutant inner :
                    of(parts.get(i).kind(), value, path + "/" + parts.get(i).name())) {
                all.add(new Mutant(inner.path, r -> {
                    Object[] values = parts.stream().map(p -> p.read(r)).toArray();
                    values[at] = inner.change.apply(values[at]);
                    return described.make(values);
                }));
            }
        }
        return all;
    }

    private List<Mutant> of(Kind kind, Object value, String path) {
        return switch (kind.shape()) {
            case TEXT -> List.of(new Mutant(path, v -> v + " changed"));
            case INT ->
                Stream.of(1, -1)
                        .map(by -> new Mutant(path + by(by), v -> (Integer) v + by))
                        .toList();
            case BOOLEAN -> List.of(new Mutant(path, v -> !(Boolean) v));
            case DURATION ->
                Stream.of(1, -1)
                        .map(by -> new Mutant(path + by(by), v -> ((Duration) v).plusMinutes(by)))
                        .toList();
            case TIME -> List.of(new Mutant(path, v -> ((LocalTime) v).plusMinutes(1)));
            case CHOICE -> choices(value, path);
            case WORD -> words(kind, value, path);
            case RECORD -> ofRecord(Described.of(value.getClass()), value, path);
            case FAMILY -> ofRecord(Described.of(value.getClass()), value, path);
            case OPTIONAL -> ofOptional(kind, (Optional<?>) value, path);
            case LIST -> ofList(kind, (List<?>) value, path);
            default -> throw new IllegalStateException("no mutant of " + kind.shape());
        };
    }

    private static String by(int by) {
        return by > 0 ? "+" : "-";
    }

    private static List<Mutant> choices(Object value, String path) {
        return Stream.of(value.getClass().getEnumConstants())
                .filter(other -> !other.equals(value))
                .map(other -> new Mutant(path + "=" + other, v -> other))
                .toList();
    }

    /** A name nobody knows, and, where it comes from a vocabulary of the definition, each other name of that. */
    private List<Mutant> words(Kind kind, Object value, String path) {
        if (!(value instanceof Code code)) {
            Described described = Described.of(kind.type());
            return of(described.components().get(0).kind(), "x", path).stream()
                    .map(m -> new Mutant(
                            m.path,
                            v -> described.make(described.components().get(0).read(v) + " changed")))
                    .toList();
        }
        return Stream.concat(
                        Stream.of(Code.of("x-" + code.value())),
                        vocabularies.stream()
                                .filter(words -> words.contains(code))
                                .flatMap(List::stream)
                                .filter(other -> !other.equals(code)))
                .distinct()
                .map(other -> new Mutant(path + "=" + other, v -> other))
                .toList();
    }

    private List<Mutant> ofOptional(Kind kind, Optional<?> value, String path) {
        List<Mutant> all = new ArrayList<>();
        if (value.isPresent()) {
            all.add(new Mutant(path + " removed", v -> Optional.empty()));
            for (Mutant inner : of(kind.element(), value.get(), path)) {
                all.add(new Mutant(inner.path, v -> ((Optional<?>) v).map(inner.change)));
            }
        }
        plain(kind.element()).stream()
                .filter(one -> value.filter(v -> v.getClass() == one.getClass()).isEmpty())
                .forEach(one -> all.add(new Mutant(path + " added " + one, v -> Optional.of(one))));
        return all;
    }

    /** What could stand there by itself: the constants of an enum, the kinds of a family that say no more. */
    private static List<Object> plain(Kind kind) {
        return switch (kind.shape()) {
            case CHOICE -> List.of(kind.type().getEnumConstants());
            case FAMILY ->
                Described.family(kind.type()).stream()
                        .filter(one -> one.components().isEmpty())
                        .map(one -> one.make())
                        .toList();
            default -> List.of();
        };
    }

    private List<Mutant> ofList(Kind kind, List<?> list, String path) {
        List<Mutant> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            int at = i;
            String here = path + "[" + i + "]";
            all.add(new Mutant(here + " removed", v -> {
                List<Object> less = new ArrayList<>((List<?>) v);
                less.remove(at);
                return less;
            }));
            for (Mutant inner : of(kind.element(), list.get(i), here)) {
                all.add(new Mutant(inner.path, v -> {
                    List<Object> changed = new ArrayList<>((List<?>) v);
                    changed.set(at, inner.change.apply(changed.get(at)));
                    return changed;
                }));
            }
        }
        return all;
    }
}
