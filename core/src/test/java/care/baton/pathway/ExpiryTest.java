package care.baton.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.catalog.UnderAuthorized;
import care.baton.outcome.Code;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What falls due at the instant that a field holds: what a definition with it is refused for. */
class ExpiryTest {

    private static final Pathway SHIPPED = UnderAuthorized.reassessment();
    private static final String FIELD = "stages/1/fields/0";
    private static final String AT = "stages/1/fields/authorized-until/expiry";

    @Test
    void aFieldThatHoldsNoInstantAheadHasNone() {
        for (Optional<Holds> other : List.of(
                Optional.<Holds>empty(),
                Optional.<Holds>of(new Holds.Happened()),
                Optional.<Holds>of(new Holds.Role()))) {
            assertThat(faults(FIELD + "/need/holds", other)).containsExactly("VALUE_MALFORMED " + AT);
        }
    }

    @Test
    void itsRoleItsLadderAndItsKindAreTheDefinitionsOwn() {
        assertThat(faults(FIELD + "/expiry/role", Code.of("nobody")))
                .containsExactly("NAME_UNKNOWN " + AT + "/role/nobody", "DUTY_NOT_OF_ROLE " + AT + "/role");
        assertThat(faults(FIELD + "/expiry/role", Code.of("supervisor")))
                .containsExactly("DUTY_NOT_OF_ROLE " + AT + "/role");
        assertThat(faults(FIELD + "/expiry/ladder", Code.of("none")))
                .containsExactly("NAME_UNKNOWN " + AT + "/ladder/none");
        assertThat(faults(FIELD + "/expiry/kind", Code.of("decide-authorization")))
                .contains("NAME_TWICE duties");
    }

    @Test
    void itWaitsForNothingThatNeverComes() {
        Need never = new Need.DutyNeed(Code.of("unheard-of"), List.of(Code.of("case-manager")));
        assertThat(faults(FIELD + "/expiry/proof", List.of(never)))
                .containsExactly("NEVER_SATISFIED " + AT + "/proof/unheard-of");
    }

    @Test
    void aDefinitionSaysWhatChangesWithIt() {
        Pathway without = Altered.with(SHIPPED, FIELD + "/expiry", Optional.empty());
        assertThat(Change.between(without, SHIPPED))
                .containsExactly(new Change("stages/decision/fields/authorized-until/expiry", Change.What.ADDED));
        assertThat(without.hash()).isNotEqualTo(SHIPPED.hash());
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
