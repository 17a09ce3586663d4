package care.baton.pathway;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A definition in which one thing, named by its path, is another: {@code stages/1/duties/0/role}. */
public final class Altered {

    private Altered() {}

    /** The definition with one value in the place of another. */
    public static Pathway with(Pathway pathway, String path, Object value) {
        return by(pathway, path, was -> value);
    }

    /** The definition with one more at the end of a list. */
    public static Pathway and(Pathway pathway, String path, Object more) {
        return by(pathway, path, was -> {
            List<Object> longer = new ArrayList<>((List<?>) was);
            longer.add(more);
            return longer;
        });
    }

    /** The definition with what stands first in a list standing there once more. */
    public static Pathway twice(Pathway pathway, String path) {
        return by(pathway, path, was -> {
            List<Object> longer = new ArrayList<>((List<?>) was);
            longer.add(longer.get(0));
            return longer;
        });
    }

    private static Pathway by(Pathway pathway, String path, UnaryOperator<Object> how) {
        return (Pathway) put(pathway, Arrays.asList(path.split("/")), how);
    }

    private static Object put(Object at, List<String> path, UnaryOperator<Object> how) {
        if (at instanceof Optional<?> maybe && !path.isEmpty()) {
            return Optional.of(put(maybe.orElseThrow(), path, how));
        }
        if (path.isEmpty()) {
            return how.apply(at);
        }
        List<String> rest = path.subList(1, path.size());
        if (at instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            int index = Integer.parseInt(path.get(0));
            copy.set(index, put(copy.get(index), rest, how));
            return copy;
        }
        return remade(at, path.get(0), rest, how);
    }

    private static Object remade(Object at, String name, List<String> rest, UnaryOperator<Object> how) {
        RecordComponent[] parts = at.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        Object[] values = new Object[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                Object was = parts[i].getAccessor().invoke(at);
                values[i] = parts[i].getName().equals(name) ? put(was, rest, how) : was;
            }
            return at.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw new IllegalStateException(refused);
        } catch (ReflectiveOperationException never) {
            throw new IllegalStateException(never);
        }
    }
}
