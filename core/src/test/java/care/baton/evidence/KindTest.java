package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.evidence.Kind.Shape;
import care.baton.outcome.Code;
import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of a type that is met for the first time. */
class KindTest {

    public record Forms(
            List<String> several,
            Optional<Code> maybe,
            DayOfWeek day,
            Code code,
            Ward.Step step,
            Ward family,
            Ward.Hint hint,
            Whole whole,
            Pair pair) {}

    public record Whole(int number) {}

    public record Pair(String one, String other) {}

    public record Wrong(
            Optional<List<String>> twice,
            List<Optional<String>> thrice,
            Set<String> unordered,
            Map<String, String> mapped,
            Object anything,
            Comparable<String> open) {}

    @Test
    void everyFormIsTold() {
        assertThat(kinds(Forms.class))
                .extracting(Kind::shape)
                .containsExactly(
                        Shape.LIST,
                        Shape.OPTIONAL,
                        Shape.CHOICE,
                        Shape.WORD,
                        Shape.RECORD,
                        Shape.FAMILY,
                        Shape.WORD,
                        Shape.RECORD,
                        Shape.RECORD);
        assertThat(kinds(Forms.class))
                .extracting(Kind::type)
                .containsExactly(
                        (Class<?>) List.class,
                        Optional.class,
                        DayOfWeek.class,
                        Code.class,
                        Ward.Step.class,
                        Ward.class,
                        Ward.Hint.class,
                        Whole.class,
                        Pair.class);
        assertThat(kinds(Forms.class).get(0).element().shape()).isEqualTo(Shape.TEXT);
        assertThat(kinds(Forms.class).get(1).element().shape()).isEqualTo(Shape.WORD);
    }

    @Test
    void aChoiceIsWrittenAndReadAsItsWord() {
        Kind day = kinds(Forms.class).get(2);

        assertThat(day.text(DayOfWeek.FRIDAY)).isEqualTo("friday");
        assertThat(day.parse("friday")).isEqualTo(DayOfWeek.FRIDAY);
    }

    @Test
    void aChoiceKnowsItsWordsInTheirOrderAndNothingElseHasAny() {
        assertThat(kinds(Forms.class).get(2).choices())
                .containsExactly("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
        assertThat(kinds(Forms.class).get(3).choices()).isEmpty();
    }

    @Test
    void whatHoldsOneInAnotherOrIsOfNoKnownFormIsRefusedByItsPlace() {
        for (RecordComponent part : Wrong.class.getRecordComponents()) {
            assertThatThrownBy(() -> Kind.of(part.getGenericType(), part.getName()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(part.getName() + ": ")
                    .hasMessageEndingWith("cannot be recorded");
        }
    }

    @Test
    void whatIsOnlyShownIsToldFromWhatDecides() {
        assertThat(Described.of(Fresh.of(CanonicalTest.Gate.class)).components())
                .extracting(Component::isDisplay)
                .containsExactly(false, true, true, true);
    }

    @Test
    void whatIsMetForTheFirstTimeIsDescribedAsItIs() {
        Described noted = Described.of(Fresh.of(Ward.Noted.class));

        assertThat(noted.name()).isEqualTo("noted");
        assertThat(noted).hasToString("noted");
        assertThat(noted.type().getSimpleName()).isEqualTo("Noted");
        assertThat(noted.components())
                .extracting(Component::name)
                .containsExactly("kind", "by", "at", "words", "aside", "version", "urgent", "told");
        assertThat(noted.byName())
                .extracting(Component::name)
                .containsExactly("aside", "at", "by", "kind", "told", "urgent", "version", "words");
        assertThat(noted.beforeType()).isEqualTo(5);
        assertThat(Described.family(Fresh.of(Ward.class)))
                .extracting(Described::name)
                .containsExactly("noted", "planned", "moved", "rested");
    }

    private static List<Kind> kinds(Class<?> type) {
        return List.of(type.getRecordComponents()).stream()
                .map(part -> Kind.of(part.getGenericType(), part.getName()))
                .toList();
    }
}
