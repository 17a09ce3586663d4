package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Outcome;
import care.baton.outcome.Sentences;
import care.baton.trace.Promise;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public type with the canary in every string that it takes. */
@Promise(43)
class CanaryTest {

    /** What prints a text that it was given, and why that is no text about a person. */
    private static final Map<String, String> PRINTS = Map.of(
            "Code", "a word of a vocabulary, and the only string that prints",
            "Refusal", "its path is put together from the names of fields and codes, never from what they hold",
            "Refused", "prints its refusals",
            "Reading$Unreadable", "prints its refusals");

    private static final String IN_ONE_CALL = "works within one call; no value of it is given out";

    /** What could hold a text, made without the canary all the same, and why. */
    private static final Map<String, String> WITHOUT = new TreeMap<>(Map.ofEntries(
            Map.entry("Audit", IN_ONE_CALL),
            Map.entry("Canonical", IN_ONE_CALL),
            Map.entry("Component", "holds the name of a component of a record"),
            Map.entry("Described", "holds the name of a kind of event"),
            Map.entry("Check", IN_ONE_CALL),
            Map.entry("PlanCommand$RecordHuddle", "holds a huddle, which is looked at by itself"),
            Map.entry("Draft", "where one decision is gathered; prints as any object does"),
            Map.entry("Ending", IN_ONE_CALL),
            Map.entry("Json", "holds the names of kinds of events"),
            Map.entry("Kind", "holds the names of types"),
            Map.entry("UnsoundPathwayException", "holds refusals of a definition"),
            Map.entry("UnsoundRulesException", "holds refusals of a definition"),
            Map.entry("ProofAudit", IN_ONE_CALL),
            Map.entry("Waited", IN_ONE_CALL),
            Map.entry("Unconfirmed", IN_ONE_CALL)));

    private static final Specimens SPECIMENS = Specimens.all();

    @Test
    void noPublicTypePrintsWhatItHolds() {
        Set<String> loud = new TreeSet<>();
        List<String> never = new ArrayList<>();
        int held = 0;
        for (Class<?> type : Calls.publicTypes()) {
            List<Object> some = specimens(type);
            boolean sings = some.stream().anyMatch(CanaryTest::holds);
            held += sings ? 1 : 0;
            some.stream().filter(one -> Canary.singsIn(one.toString())).forEach(one -> loud.add(name(type)));
            if (!sings && !isBuilder(type) && holdsText(type, new HashSet<>())) {
                never.add(name(type));
            }
        }
        assertThat(loud).isEqualTo(PRINTS.keySet());
        assertThat(never).as("made without the canary").containsExactlyInAnyOrderElementsOf(WITHOUT.keySet());
        assertThat(held).isGreaterThan(150);
    }

    @Test
    void noCallSaysOrLogsOrNamesAThreadAfterWhatItWasGiven() {
        Set<String> threads = new HashSet<>();
        List<String> loud = new ArrayList<>();
        int[] thrown = new int[1];
        String printed = Printed.during(() -> {
            for (Executable what : Calls.all()) {
                Calls.call(what, SPECIMENS, type -> SPECIMENS.of(type, 0), call -> {
                    call.thrown().ifPresent(fault -> thrown[0]++);
                    said(call).filter(Canary::singsIn).findFirst().ifPresent(text -> loud.add(what + ": " + text));
                });
            }
            Thread.getAllStackTraces().keySet().forEach(thread -> threads.add(thread.getName()));
        });
        assertThat(thrown[0]).isGreaterThan(100);
        assertThat(loud).isEmpty();
        assertThat(printed).isEmpty();
        assertThat(threads).noneMatch(Canary::singsIn);
    }

    /** What is thrown with all its causes, and whatever comes back but a text that was asked for. */
    private static Stream<String> said(Calls.Call call) {
        Stream<String> messages = Stream.iterate(call.thrown().orElse(null), Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString);
        Stream<String> refusals = call.answer().stream()
                .filter(answer -> answer instanceof Outcome<?, ?>)
                .filter(answer ->
                        !call.what().getName().toLowerCase(Locale.ROOT).endsWith("refused"))
                .flatMap(answer -> ((Outcome<?, ?>) answer).refusals().stream())
                .flatMap(refusal ->
                        Stream.of(refusal.toString(), Sentences.english().of(refusal)));
        return Stream.concat(messages, refusals);
    }

    private static List<Object> specimens(Class<?> type) {
        List<Object> some = new ArrayList<>();
        if (type.isRecord()) {
            SPECIMENS.record(type, 0).ifPresent(some::add);
        }
        SPECIMENS.grown().stream().filter(type::isInstance).forEach(some::add);
        some.addAll(SPECIMENS.of(type, 0));
        return some;
    }

    private static boolean holds(Object value) {
        return Reflection.reaches(value, one -> one instanceof String text && Canary.singsIn(text));
    }

    /** A generated builder is filled and dropped by one caller, and prints as any object does. */
    private static boolean isBuilder(Class<?> type) {
        return type.getSimpleName().endsWith("Builder");
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1);
    }

    /** Whether a text can stand somewhere in a value of the type. */
    private static boolean holdsText(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType generic) {
            return holdsText(generic.getRawType(), seen)
                    || Arrays.stream(generic.getActualTypeArguments()).anyMatch(one -> holdsText(one, seen));
        }
        if (!(type instanceof Class<?> plain)) {
            return false;
        }
        if (plain == String.class) {
            return true;
        }
        if (!Reflection.isOurs(plain) || plain.isEnum() || name(plain).equals("Code")) {
            return false;
        }
        if (plain.isInterface()) {
            return false;
        }
        return Reflection.fields(plain).stream().anyMatch(field -> holdsText(field.getGenericType(), seen));
    }
}
