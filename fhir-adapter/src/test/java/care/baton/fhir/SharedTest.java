package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may be shared between threads: all that is given out, because none of it can change. */
@Promise(44)
class SharedTest {

    /** What changes while it works: made, used and dropped within one call or by one caller, and never given out. */
    private static final Set<String> AT_WORK = Set.of(
            "Absorber",
            "Allowance",
            "Capabilities",
            "Draft",
            "JsonDocument",
            "LinkJson",
            "Meanwhile",
            "MessageReader",
            "OwedTask",
            "PartnerProfileBuilder",
            "Planner",
            "Polling",
            "ProvenanceReader",
            "Recording",
            "Remarks",
            "RequestReader",
            "Searching",
            "ServerTrial",
            "Shelf",
            "Sitting",
            "TaskEdit",
            "TaskElements");

    /** What could change and is shared all the same, and why that is safe. */
    private static final Map<String, String> KEPT = Map.of(
            "Deadline.timer", "an executor",
            "FhirJson.tree", "copied on the way in and out; those who see it only read it",
            "Line.closed", "set once and never back",
            "Line.factory", "set up once, then only asked for requests",
            "Line.http", "a client over a pool of connections",
            "RawDocument.bytes", "copied on the way in and out",
            "Shared.CONTEXT", "one context for all, as its makers ask",
            "StatusTable.ROWS", "never given out, never written");

    /** Immutable, or safe to share by its own documentation. */
    private static final Set<String> SAFE = Set.of(
            "java.lang.Class",
            "java.lang.String",
            "java.lang.Comparable",
            "java.lang.Object",
            "java.lang.Integer",
            "java.lang.Long",
            "java.net.URI",
            "java.util.List",
            "java.util.Map",
            "java.util.Set",
            "java.util.Optional",
            "java.util.OptionalInt",
            "java.util.Comparator",
            "java.util.function.Function",
            "java.util.function.LongSupplier",
            "java.util.function.Predicate",
            "java.util.function.Supplier",
            "java.util.regex.Pattern",
            "org.apache.http.config.MessageConstraints",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.databind.node.JsonNodeFactory");

    @Test
    void everyFieldIsFinalButThoseOfWhatIsAtWorkInOneCall() {
        Set<String> open = new TreeSet<>();
        fields().filter(field -> !Modifier.isFinal(field.getModifiers())).forEach(field -> open.add(name(field)));
        assertThat(open).isEmpty();
    }

    @Test
    void whatEveryFieldHoldsCannotChange() {
        Set<String> open = new TreeSet<>();
        fields().filter(field -> !isSafe(field.getType())).forEach(field -> open.add(name(field)));
        assertThat(open).isEqualTo(KEPT.keySet());
    }

    private static Stream<Field> fields() {
        return Adapter.classes().stream()
                .filter(type -> !AT_WORK.contains(type.getSimpleName()))
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> !field.isSynthetic());
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    private static boolean isSafe(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type.getName().startsWith("care.baton.")
                || type.getName().startsWith("java.time.")
                || SAFE.contains(type.getName());
    }
}
