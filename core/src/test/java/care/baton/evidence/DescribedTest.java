package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.party.Act;
import care.baton.party.Agreement;
import care.baton.time.ServiceCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescribedTest {

    public record Mapped(Map<String, String> values) {}

    public record Twice(Optional<List<String>> values) {}

    public record Typed(String type) {}

    public record Open(Event event) {}

    record Hidden(String value) {}

    public sealed interface Family {
        record Noted(int a) implements Family {}
    }

    public sealed interface Clash permits Family2, Family3 {}

    public sealed interface Family2 extends Clash {
        record Same(int a) implements Family2 {}
    }

    public sealed interface Family3 extends Clash {
        record Same(int a) implements Family3 {}
    }

    @Test
    void aRecordIsNamedAfterItsClassAndKeepsItsOrder() {
        Described noted = Described.of(Ward.Noted.class);

        assertThat(noted.name()).isEqualTo("noted");
        assertThat(Described.of(ContentErased.class).name()).isEqualTo("content-erased");
        assertThat(noted.components())
                .extracting(Component::name)
                .containsExactly("kind", "by", "at", "words", "aside", "version", "urgent", "told");
        assertThat(Described.of(Ward.Noted.class)).isSameAs(noted);
    }

    @Test
    void theCasesOfAFamilyComeInTheOrderInWhichTheyAreDeclared() {
        assertThat(Described.family(Ward.class))
                .extracting(Described::name)
                .containsExactly("noted", "planned", "moved", "rested");
    }

    @Test
    void whatARecordReachesIsFoundAlsoThroughListsOfItself() {
        assertThat(Described.of(Ward.Planned.class).reaches())
                .extracting(Described::name)
                .contains("planned", "step", "hint", "elapsed", "before-visits", "code");
        assertThat(Described.of(Act.class).reaches()).hasSizeGreaterThan(4);
        assertThat(Described.of(Agreement.class).reaches()).isNotEmpty();
        assertThat(Described.of(ServiceCalendar.class).reaches()).isNotEmpty();
    }

    @Test
    void whatCannotBeRecordedIsRefusedByTheNameOfTheComponent() {
        for (Class<?> wrong : List.of(Mapped.class, Twice.class, Typed.class, Open.class)) {
            assertThatThrownBy(() -> Described.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong.getSimpleName() + "." + wrong.getRecordComponents()[0].getName());
        }
        assertThatThrownBy(() -> Described.of(Hidden.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Described.of(String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoCasesOfOneNameAreRefused() {
        assertThat(Described.family(Family.class)).hasSize(1);
        assertThatThrownBy(() -> Described.family(Clash.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same");
    }
}
