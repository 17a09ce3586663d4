package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever leaves something out where a value is made is told which field, however deep it would have shown. */
class NamedFieldTest {

    /** What takes part in an operation is called by it, with what was checked; what checks is told the name. */
    private static final List<String> WITHIN = List.of(
            "Copy", "Discharge", "Ending", "Escalation", "Horizon", "Passing", "Unconfirmed", "Visiting", "Waited");

    /** The whole of a small value, which is named by its type. */
    private static final List<String> TEXT = List.of("bytes", "hex", "parts", "row", "value");

    private static final Specimens SPECIMENS = Specimens.all();

    @Test
    void whatIsAbsentIsNamedWhereAValueIsMade() {
        int calls = 0;
        Set<String> unnamed = new TreeSet<>();
        for (Executable what : makers()) {
            for (int k = 0; k < what.getParameterCount(); k++) {
                if (!what.getParameterTypes()[k].isPrimitive() && !isNullable(what, k)) {
                    calls += left(what, k, null, unnamed);
                }
            }
        }
        assertThat(unnamed).isEmpty();
        assertThat(calls).isGreaterThan(400);
    }

    @Test
    void aGapInAListIsNamedByItsList() {
        int calls = 0;
        Set<String> unnamed = new TreeSet<>();
        List<@Nullable Object> gap = Collections.unmodifiableList(Arrays.asList((Object) null));
        for (Executable what : makers()) {
            for (int k = 0; k < what.getParameterCount(); k++) {
                if (what.getParameterTypes()[k] == List.class) {
                    calls += left(what, k, gap, unnamed);
                }
            }
        }
        assertThat(unnamed).isEmpty();
        assertThat(calls).isGreaterThan(60);
    }

    /** Constructors, and what makes a value or works one out; a generated builder names its parts itself. */
    private static List<Executable> makers() {
        return Calls.all().stream()
                .filter(what -> !what.getDeclaringClass().getName().contains("Builder"))
                .filter(what -> !WITHIN.contains(what.getDeclaringClass().getSimpleName()))
                .filter(what -> what instanceof Constructor<?> || Modifier.isStatic(what.getModifiers()))
                .toList();
    }

    private static boolean isNullable(Executable what, int k) {
        return what.getAnnotatedParameterTypes()[k].isAnnotationPresent(Nullable.class);
    }

    /** One call with this in one place, and good values in all others. */
    private static int left(Executable what, int k, @Nullable Object absent, Set<String> unnamed) {
        Type[] types = what.getGenericParameterTypes();
        Object[] with = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            List<Object> some = i == k ? List.of() : SPECIMENS.of(types[i], 0);
            if (i != k && some.isEmpty()) {
                return 0;
            }
            with[i] = i == k ? absent : some.get(0);
        }
        String name = Compiled.nameOf(what, k);
        String type = what.getDeclaringClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        Optional<Throwable> thrown = Calls.thrown(what, with);
        boolean named = thrown.filter(
                        fault -> fault instanceof NullPointerException || fault instanceof IllegalArgumentException)
                .map(fault -> String.valueOf(fault.getMessage()))
                .map(message -> message.contains(name) || (TEXT.contains(name) && message.contains(type)))
                .orElse(false);
        if (!named) {
            unnamed.add(
                    what + " " + name + ": " + thrown.map(Throwable::toString).orElse("taken"));
        }
        return 1;
    }
}
