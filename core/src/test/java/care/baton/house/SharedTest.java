package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What may be shared between threads: all that is given out, because none of it can change. */
@Promise(44)
class SharedTest {

    /** What changes while it works: made, used and dropped within one call, and never given out. */
    private static final Set<String> AT_WORK = Set.of(
            "Audit",
            "Audited",
            "Bytes",
            "Canonical",
            "Draft",
            "InOrder",
            "Moves",
            "Passed",
            "ProofAudit",
            "Then",
            "Place",
            "Possible",
            "Reader",
            "Sight",
            "Span",
            "WalkBack",
            "Writer");

    /** Arrays that are copied on the way in and on the way out, or never leave. */
    private static final Set<String> KEEPS_AN_ARRAY = Set.of("Component", "Described", "Digest", "Ledger", "Salt");

    /** What is kept between calls, and why that is safe. */
    private static final Map<String, String> KEPT = new TreeMap<>(Map.of(
            "Described.KNOWN", "a ClassValue: the platform computes and publishes it once",
            "Described.FAMILIES", "a ClassValue: the platform computes and publishes it once"));

    /** Filled before anybody else sees the value, never changed and never given out. */
    private static final Set<String> NEVER_GIVEN_OUT =
            Set.of("Json.names", "Kind.words", "Sentences.english", "Sentences.own");

    private static final Pattern CLOSED = Pattern.compile(
            "java\\.util\\.(ImmutableCollections\\$.+|Collections\\$(Unmodifiable|Singleton|Empty).+|Optional)");

    /** Immutable, or safe to share by its own documentation; a list or map is checked by what it turns out to be. */
    private static final Set<String> SAFE = Set.of(
            "java.lang.String",
            "java.lang.Class",
            "java.lang.Comparable",
            "java.lang.Integer",
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.invoke.MethodHandle",
            "java.lang.reflect.Constructor",
            "java.lang.reflect.RecordComponent",
            "java.util.Comparator",
            "java.util.List",
            "java.util.Map",
            "java.util.Set",
            "java.util.SortedMap",
            "java.util.SortedSet",
            "java.util.Optional",
            "java.util.ResourceBundle",
            "java.util.function.BiFunction",
            "java.util.function.Function",
            "java.util.function.Predicate",
            "java.util.regex.Pattern",
            "com.fasterxml.jackson.core.JsonFactory");

    @Test
    void everyFieldIsFinalButThoseOfWhatIsAtWorkInOneCall() {
        Set<String> open = new TreeSet<>();
        for (JavaClass type : Core.classes()) {
            for (JavaField field : type.getFields()) {
                String owner = type.getSimpleName();
                if (isGenerated(type) || field.getModifiers().contains(JavaModifier.FINAL)) {
                    continue;
                }
                if (!AT_WORK.contains(owner)) {
                    open.add(owner + "." + field.getName());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void whatEveryFieldHoldsCannotChange() {
        Set<String> open = new TreeSet<>();
        for (JavaClass type : Core.classes()) {
            for (JavaField field : type.getFields()) {
                if (!isGenerated(type) && !AT_WORK.contains(type.getSimpleName()) && !isSafe(field)) {
                    open.add(type.getSimpleName() + "." + field.getName());
                }
            }
        }
        assertThat(open).isEqualTo(KEPT.keySet());
    }

    /** What stands in the fields of everything that grew: no list or map that somebody could still change. */
    @Test
    void everyListAndMapInWhatIsGivenOutIsUnmodifiable() {
        Set<String> open = new TreeSet<>();
        for (Object one : Specimens.all().grown()) {
            for (Field field : Reflection.fields(one.getClass())) {
                Reflection.value(field, one)
                        .map(value -> value.getClass().getName())
                        .filter(kind -> kind.startsWith("java.util.")
                                && !CLOSED.matcher(kind).matches())
                        .ifPresent(kind -> open.add(one.getClass().getSimpleName() + "." + field.getName()));
            }
        }
        assertThat(open).isEqualTo(NEVER_GIVEN_OUT);
    }

    private static boolean isSafe(JavaField field) {
        JavaClass type = field.getRawType();
        return type.isPrimitive()
                || field.getModifiers().contains(JavaModifier.SYNTHETIC)
                || (type.isArray()
                        && field.getModifiers().contains(JavaModifier.PRIVATE)
                        && KEEPS_AN_ARRAY.contains(field.getOwner().getSimpleName()))
                || type.isEnum()
                || type.getName().startsWith("care.baton.")
                || type.getName().startsWith("java.time.")
                || SAFE.contains(type.getName());
    }

    /** A builder is for one caller; what it builds is final throughout. */
    private static boolean isGenerated(JavaClass type) {
        return type.getName().contains("Builder") || type.getName().contains("Immutable");
    }
}
