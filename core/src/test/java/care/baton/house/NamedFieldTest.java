package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Consents;
import care.baton.evidence.Ledger;
import care.baton.handoff.Handoff;
import care.baton.json.Json;
import care.baton.note.Contacts;
import care.baton.note.Note;
import care.baton.note.Notes;
import care.baton.outcome.Sentences;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import care.baton.plan.CarePlan;
import care.baton.plan.Plan;
import care.baton.plan.Plans;
import care.baton.record.CoordinationRecord;
import care.baton.record.Gates;
import care.baton.record.Passages;
import care.baton.record.Rulebook;
import care.baton.record.Timeline;
import care.baton.record.Work;
import care.baton.time.ServiceCalendar;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
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

    /** What a host asks: of its record, its handoff, its ledger and its definitions. */
    private static final Set<Class<?>> ASKED = Set.of(
            CoordinationRecord.class,
            Work.class,
            Gates.class,
            Passages.class,
            Timeline.class,
            Rulebook.class,
            Handoff.class,
            Ledger.class,
            Consents.class,
            Notes.class,
            Note.class,
            Contacts.class,
            Plans.class,
            Plan.class,
            CarePlan.class,
            Pathway.class,
            Stage.class,
            ServiceCalendar.class,
            Sentences.class,
            Json.class);

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

    @Test
    void whatIsAbsentIsNamedWhereAHostAsks() {
        int calls = 0;
        Set<String> unnamed = new TreeSet<>();
        for (Executable what : Calls.all()) {
            boolean asked = ASKED.contains(what.getDeclaringClass())
                    && what instanceof Method
                    && !Modifier.isStatic(what.getModifiers())
                    && !what.getName().equals("equals");
            for (int k = 0; asked && k < what.getParameterCount(); k++) {
                if (!what.getParameterTypes()[k].isPrimitive() && !isNullable(what, k)) {
                    calls += asked((Method) what, k, unnamed);
                }
            }
        }
        assertThat(unnamed).isEmpty();
        assertThat(calls).isGreaterThan(70);
    }

    /** One question with nothing in one place: the message is the parameter's name and nothing else. */
    private static int asked(Method what, int k, Set<String> unnamed) {
        Object receiver = SPECIMENS.of(what.getDeclaringClass(), 0).get(0);
        Object[] with = new Object[what.getParameterCount()];
        for (int i = 0; i < with.length; i++) {
            with[i] = i == k
                    ? null
                    : SPECIMENS.of(what.getGenericParameterTypes()[i], 0).get(0);
        }
        String name = Compiled.nameOf(what, k);
        Optional<Throwable> thrown = Calls.thrown(what, receiver, with);
        if (thrown.filter(fault -> fault instanceof NullPointerException && name.equals(fault.getMessage()))
                .isEmpty()) {
            unnamed.add(
                    what + " " + name + ": " + thrown.map(Throwable::toString).orElse("taken"));
        }
        return 1;
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
