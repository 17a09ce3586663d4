package care.baton.house;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Looking into values from outside. */
final class Reflection {

    private Reflection() {}

    static Object read(Record whole, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(part.getName(), closed);
        }
    }

    /** Through the canonical constructor, whose refusal is thrown as it is. */
    static Object make(Class<?> record, Object... values) {
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw refused.getCause() instanceof RuntimeException no ? no : new IllegalStateException(refused);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(record.getName(), closed);
        }
    }

    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("care.baton.");
    }

    static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> at = type; at != null && isOurs(at); at = at.getSuperclass()) {
            Arrays.stream(at.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                    .forEach(fields::add);
        }
        return fields;
    }

    /** Everything that can be reached from a value: through our fields, and through lists, maps and optionals. */
    static void reach(Object root, Consumer<Object> found) {
        reaches(root, one -> {
            found.accept(one);
            return false;
        });
    }

    /** Whether something like this can be reached from a value. */
    static boolean reaches(Object root, Predicate<Object> wanted) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            Object one = left.pop();
            if (!seen.add(one)) {
                continue;
            }
            if (wanted.test(one)) {
                return true;
            }
            if (one instanceof Optional<?> maybe) {
                maybe.ifPresent(left::push);
            } else if (one instanceof Map<?, ?> map) {
                map.keySet().forEach(left::push);
                map.values().forEach(left::push);
            } else if (one instanceof Iterable<?> many && !isOurs(one.getClass())) {
                many.forEach(left::push);
            } else if (isOurs(one.getClass())) {
                fields(one.getClass()).stream()
                        .map(field -> value(field, one))
                        .flatMap(Optional::stream)
                        .forEach(left::push);
            }
        }
        return false;
    }

    static Optional<Object> value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return Optional.ofNullable(field.get(of));
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(field.getName(), closed);
        }
    }
}
