package care.baton.evidence;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The one description of a kind of record: its name and its parts. It is taken from the record class
 * itself, so that what is fingerprinted, what is stored and what is erased can never disagree.
 */
public final class Described {

    private static final ClassValue<Described> KNOWN = new ClassValue<>() {
        @Override
        protected Described computeValue(Class<?> type) {
            return new Described(type);
        }
    };

    private final Class<?> type;
    private final String name;
    private final byte[] nameBytes;
    private final List<Component> components;
    private final Component[] byName;
    private final int beforeType;
    private final MethodHandle maker;

    private Described(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + ": a public record is needed");
        }
        this.type = type;
        this.name = WireName.ofType(type);
        this.nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        Module ours = Described.class.getModule();
        if (!type.getModule().isExported(type.getPackageName(), ours)) {
            throw new IllegalArgumentException(type.getName() + ": a public record is needed, in a package that its "
                    + type.getModule() + " exports, at least to " + ours);
        }
        ours.addReads(type.getModule());
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        RecordComponent[] declared = type.getRecordComponents();
        List<Component> parts = new ArrayList<>(declared.length);
        Class<?>[] types = new Class<?>[declared.length];
        try {
            for (int i = 0; i < declared.length; i++) {
                types[i] = declared[i].getType();
                parts.add(new Component(declared[i], type.getName() + "." + declared[i].getName(), lookup));
            }
            Constructor<?> constructor = type.getConstructor(types);
            this.maker = lookup.unreflectConstructor(constructor)
                    .asSpreader(Object[].class, declared.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException closed) {
            throw new IllegalArgumentException(type.getName() + ": a public record is needed", closed);
        }
        this.components = List.copyOf(parts);
        this.byName =
                parts.stream().sorted(Comparator.comparing(Component::name)).toArray(Component[]::new);
        this.beforeType = (int)
                parts.stream().filter(part -> part.name().compareTo("type") < 0).count();
    }

    /**
     * The description of a record class.
     *
     * @param type a public record; on the module path, in a package that its module exports, at least to this one
     * @return its description, always the same one
     * @throws IllegalArgumentException if it is not a public record, its package is not exported, or it has a component
     *     of a type that cannot be recorded
     */
    public static Described of(Class<?> type) {
        return KNOWN.get(type);
    }

    /**
     * The descriptions of every record of a sealed family, families within it included.
     *
     * @param family the sealed interface
     * @return the cases in the order in which they are declared
     * @throws IllegalArgumentException if the family is not sealed, has a case that is not a public record, or has
     *     two of one name
     */
    public static List<Described> family(Class<?> family) {
        return FAMILIES.get(Objects.requireNonNull(family, "family"));
    }

    private static final ClassValue<List<Described>> FAMILIES = new ClassValue<>() {
        @Override
        protected List<Described> computeValue(Class<?> family) {
            List<Described> cases = new ArrayList<>();
            collect(family, cases);
            return List.copyOf(cases);
        }
    };

    private static void collect(Class<?> family, List<Described> cases) {
        if (!family.isSealed()) {
            throw new IllegalArgumentException(family.getName() + ": a sealed family is needed");
        }
        for (Class<?> one : family.getPermittedSubclasses()) {
            if (one.isInterface()) {
                collect(one, cases);
                continue;
            }
            Described described = of(one);
            if (cases.contains(described)) {
                continue;
            }
            if (cases.stream().anyMatch(known -> known.name.equals(described.name))) {
                throw new IllegalArgumentException(family.getName() + ": two cases named " + described.name);
            }
            cases.add(described);
        }
    }

    /**
     * Every record that a record of this kind can hold, at any depth, itself first: asking this once for
     * each kind of event finds any type that cannot be recorded.
     *
     * @return the descriptions, each once, in the order in which they are met
     * @throws IllegalArgumentException if one of them cannot be recorded
     */
    public List<Described> reaches() {
        List<Described> met = new ArrayList<>();
        Set<Class<?>> known = new LinkedHashSet<>();
        Deque<Described> open = new ArrayDeque<>();
        open.add(this);
        while (!open.isEmpty()) {
            Described next = open.removeFirst();
            if (known.add(next.type)) {
                met.add(next);
                next.components.forEach(part -> open.addAll(part.kind().records()));
            }
        }
        return List.copyOf(met);
    }

    /**
     * The class described.
     *
     * @return the record class
     */
    public Class<?> type() {
        return type;
    }

    /**
     * Its name as it travels, such as {@code handoff-offered}.
     *
     * @return the simple name of the class in lower case with hyphens
     */
    public String name() {
        return name;
    }

    /**
     * Its parts.
     *
     * @return the components in the order in which they are declared
     */
    public List<Component> components() {
        return components;
    }

    /**
     * Makes a record of this kind.
     *
     * @param values a value for each component, in order
     * @return the record
     * @throws IllegalArgumentException whatever the record's own constructor throws
     */
    public Object make(Object... values) {
        try {
            return (Object) maker.invokeExact(values);
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable checked) {
            throw new IllegalStateException(name + ": cannot be made", checked);
        }
    }

    Component[] byName() {
        return byName;
    }

    int beforeType() {
        return beforeType;
    }

    byte[] nameBytes() {
        return nameBytes;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
