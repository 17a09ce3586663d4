package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.disclosure.View;
import care.baton.evidence.Fact;
import care.baton.evidence.Flag;
import care.baton.note.Item;
import care.baton.note.Note;
import care.baton.obligation.Obligation;
import care.baton.ownership.Member;
import care.baton.trace.Promise;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attribute of what a record holds is either one that a view shows or one that it does not: none is forgotten. */
class ClassifiedTest {

    /** What a view is made from, and what of it no view shows. */
    record Classified(Class<?> type, List<String> shown, List<String> hidden) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static Stream<Classified> all() {
        return Stream.of(
                new Classified(
                        Chart.class,
                        List.of("person", "team", "evidence", "obligations", "notes"),
                        List.of(
                                "consents",
                                "contacts",
                                "custodian",
                                "disclosures",
                                "foreseen",
                                "handoffs",
                                "places",
                                "plans",
                                "risks",
                                "runs",
                                "visits")),
                new Classified(
                        Fact.class,
                        List.of("field", "version", "value", "grade", "at", "absent"),
                        List.of("author", "source", "standing")),
                new Classified(Flag.class, List.of("code"), List.of("version", "raised", "at")),
                new Classified(Item.class, List.of("name", "kind", "words"), List.of()),
                new Classified(
                        Member.class, List.of("seat", "kind"), List.of("duties", "acknowledged", "absences", "left")),
                new Classified(
                        Note.class,
                        List.of("change", "versions"),
                        List.of(
                                "closedAt",
                                "contradictions",
                                "outcomes",
                                "recipients",
                                "released",
                                "reviews",
                                "run",
                                "sent",
                                "untold")),
                new Classified(
                        Obligation.class,
                        List.of("key", "tenure", "due"),
                        List.of(
                                "each",
                                "latest",
                                "least",
                                "missed",
                                "next",
                                "owedTo",
                                "parent",
                                "proof",
                                "proposed",
                                "raised",
                                "reminders",
                                "route",
                                "standing",
                                "stood",
                                "suspendedAt",
                                "suspensions",
                                "visits")));
    }

    @ParameterizedTest
    @MethodSource("all")
    @Promise(40)
    void everyAttributeIsShownOrHiddenBySomebodysDecision(Classified one) {
        SortedSet<String> decided = new TreeSet<>(one.shown());
        decided.addAll(one.hidden());

        assertThat(attributes(one.type())).isEqualTo(decided);
    }

    @ParameterizedTest
    @MethodSource("views")
    @Promise(40)
    void aViewHasNoAttributeThatNobodyListed(Classified one) {
        assertThat(attributes(one.type())).isEqualTo(new TreeSet<>(one.shown()));
    }

    static Stream<Classified> views() {
        return Stream.of(
                new Classified(
                        View.class,
                        List.of(
                                "actions",
                                "emergency",
                                "facts",
                                "items",
                                "more",
                                "notes",
                                "notice",
                                "parties",
                                "person",
                                "warnings",
                                "withheld"),
                        List.of()),
                new Classified(
                        View.Known.class, List.of("field", "version", "value", "grade", "at", "absent"), List.of()),
                new Classified(View.Action.class, List.of("kind", "holder", "due", "own"), List.of()),
                new Classified(View.Party.class, List.of("seat", "kind"), List.of()),
                new Classified(View.Told.class, List.of("change", "items"), List.of()),
                new Classified(View.Withheld.class, List.of("part", "count"), List.of()));
    }

    /** The components of a record, or what a state is made of. */
    private static SortedSet<String> attributes(Class<?> type) {
        SortedSet<String> names = new TreeSet<>();
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents()).forEach(c -> names.add(c.getName()));
        } else {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(m -> Modifier.isAbstract(m.getModifiers()))
                    .map(Method::getName)
                    .forEach(names::add);
        }
        return names;
    }
}
