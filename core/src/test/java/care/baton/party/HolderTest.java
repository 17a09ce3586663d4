package care.baton.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import care.baton.outcome.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who holds something. */
class HolderTest {

    private static final OrganizationId CLINIC = OrganizationId.of("clinic");
    private static final OrganizationId HOSPITAL = OrganizationId.of("hospital");
    private static final Code NURSE = Code.of("nurse");
    private static final Code SUPERVISOR = Code.of("supervisor");
    private static final PersonId ONE = PersonId.of("person-1");
    private static final PersonId TWO = PersonId.of("person-2");

    @Test
    void aRoleIsHeldByNobodyNamedOrByOnePerson() {
        assertThat(Holder.of(CLINIC, NURSE)).isEqualTo(new Holder(CLINIC, NURSE, Optional.empty()));
        assertThat(Holder.of(CLINIC, NURSE, ONE)).isEqualTo(new Holder(CLINIC, NURSE, Optional.of(ONE)));
        assertThatNullPointerException()
                .isThrownBy(() -> Holder.of(CLINIC, NURSE, null))
                .withMessage("person");
    }

    @Test
    void whenThePersonChangesTheRoleStays() {
        Holder one = Holder.of(CLINIC, NURSE, ONE);

        assertThat(one.heldBy(Optional.of(TWO))).isEqualTo(Holder.of(CLINIC, NURSE, TWO));
        assertThat(one.heldBy(Optional.empty())).isEqualTo(Holder.of(CLINIC, NURSE));
        assertThat(one.sameRole(Holder.of(CLINIC, NURSE, TWO))).isTrue();
        assertThat(one.sameRole(Holder.of(CLINIC, SUPERVISOR, ONE))).isFalse();
        assertThat(one.sameRole(Holder.of(HOSPITAL, NURSE, ONE))).isFalse();
    }

    @Test
    void theyStandByOrganizationThenRoleThenPersonAndNobodyComesFirst() {
        List<Holder> ordered = List.of(
                Holder.of(CLINIC, NURSE),
                Holder.of(CLINIC, NURSE, ONE),
                Holder.of(CLINIC, NURSE, TWO),
                Holder.of(CLINIC, SUPERVISOR),
                Holder.of(CLINIC, SUPERVISOR, ONE),
                Holder.of(HOSPITAL, NURSE),
                Holder.of(HOSPITAL, SUPERVISOR, ONE));

        List<Holder> turned = new ArrayList<>();
        ordered.forEach(one -> turned.add(0, one));

        assertThat(turned.stream().sorted()).containsExactlyElementsOf(ordered);
        assertThat(ordered.stream().sorted()).containsExactlyElementsOf(ordered);
        assertThat(Holder.of(CLINIC, NURSE, ONE)).isEqualByComparingTo(Holder.of(CLINIC, NURSE, ONE));
    }

    @Test
    void theOrganizationAndTheRoleAreNeverAbsent() {
        assertThatNullPointerException()
                .isThrownBy(() -> Holder.of(null, NURSE))
                .withMessage("organization");
        assertThatNullPointerException()
                .isThrownBy(() -> Holder.of(CLINIC, null))
                .withMessage("role");
        assertThatNullPointerException()
                .isThrownBy(() -> new Holder(CLINIC, NURSE, null))
                .withMessage("person");
    }

    @Test
    void itPrintsTheRoleAndNobody() {
        assertThat(Holder.of(CLINIC, NURSE, ONE)).hasToString("Holder[nurse]");
    }
}
