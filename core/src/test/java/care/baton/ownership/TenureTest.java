package care.baton.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TenureTest {

    private static final Instant MONDAY = Instant.parse("2024-03-04T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2024-03-05T09:00:00Z");
    private static final Holder PLANNER = Holder.of(OrganizationId.of("hospital"), Code.of("discharge-planner"));
    private static final Holder INTAKE = Holder.of(OrganizationId.of("provider"), Code.of("intake-manager"));

    private final Tenure tenure = Tenure.begins(PLANNER, MONDAY).passedTo(INTAKE, TUESDAY);

    @Test
    void nobodyHeldItBeforeItBegan() {
        assertThat(tenure.holderAt(MONDAY.minusNanos(1))).isEmpty();
    }

    @Test
    @Requirement("OWN-15")
    @Promise(1)
    void theFormerHolderHoldsItUntilTheVeryInstantAtWhichItPasses() {
        assertThat(tenure.holderAt(MONDAY)).contains(PLANNER);
        assertThat(tenure.holderAt(TUESDAY.minusNanos(1))).contains(PLANNER);
        assertThat(tenure.holderAt(TUESDAY)).contains(INTAKE);
        assertThat(tenure.holderAt(Instant.MAX)).contains(INTAKE);
    }

    @Test
    void itKnowsItsFirstBeginningAndItsPresentOne() {
        assertThat(tenure.since()).isEqualTo(MONDAY);
        assertThat(tenure.heldSince()).isEqualTo(TUESDAY);
        assertThat(tenure.holder()).isEqualTo(INTAKE);
        assertThat(tenure.spells()).containsExactly(new Spell(PLANNER, MONDAY), new Spell(INTAKE, TUESDAY));
    }

    @Test
    void passingTwiceAtOneInstantLeavesOneHolder() {
        Tenure back = tenure.passedTo(PLANNER, TUESDAY);

        assertThat(back.holderAt(TUESDAY)).contains(PLANNER);
        assertThat(back.spells()).hasSize(3);
    }

    @Test
    void itCannotPassBeforeThePresentHolderBegan() {
        assertThatThrownBy(() -> tenure.passedTo(PLANNER, TUESDAY.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at");
    }

    @Test
    void passingItOnLeavesTheOldTenureAsItWas() {
        Tenure before = Tenure.begins(PLANNER, MONDAY);

        before.passedTo(INTAKE, TUESDAY);

        assertThat(before).isEqualTo(Tenure.begins(PLANNER, MONDAY)).hasSameHashCodeAs(Tenure.begins(PLANNER, MONDAY));
        assertThat(before).isNotEqualTo(tenure).doesNotHaveSameHashCodeAs(tenure);
    }

    @Test
    @Promise(43)
    void itPrintsHowOftenItPassedAndNobodyByName() {
        Holder named = Holder.of(OrganizationId.of("hospital"), Code.of("nurse"), PersonId.of("canary"));

        assertThat(Tenure.begins(named, MONDAY)).hasToString("Tenure[1]");
    }
}
