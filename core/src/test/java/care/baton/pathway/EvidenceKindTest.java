package care.baton.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.catalog.ServiceChange;
import care.baton.outcome.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kinds of evidence that are filed on a pathway: what a definition with them is refused for. */
class EvidenceKindTest {

    private static final Pathway SHIPPED = ServiceChange.notification();

    @Test
    void eachKindIsNamedOnceAndIsNoFieldAsWell() {
        assertThat(faults("evidence", List.of(kind("plan-updates", "supervisor"), kind("plan-updates", "scheduler"))))
                .containsExactly("NAME_TWICE evidence");
        assertThat(faults("evidence", List.of(kind("staffing-revision", "scheduler"))))
                .containsExactly("NAME_TWICE evidence");
    }

    @Test
    void whoFilesItIsARoleOfTheDefinition() {
        assertThat(faults("evidence", List.of(kind("plan-updates", "nobody"))))
                .containsExactly("NAME_UNKNOWN evidence/plan-updates/suppliers/nobody");
        assertThatThrownBy(() -> new EvidenceKind(Code.of("plan-updates"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("suppliers: ");
    }

    private static EvidenceKind kind(String kind, String supplier) {
        return new EvidenceKind(Code.of(kind), List.of(Code.of(supplier)));
    }

    private static List<String> faults(String path, Object value) {
        try {
            Altered.with(SHIPPED, path, value);
            return List.of();
        } catch (UnsoundPathwayException refused) {
            return refused.faults().stream().map(f -> f.code() + " " + f.path()).toList();
        }
    }
}
