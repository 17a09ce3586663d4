package care.baton.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.consent.Consent.Form;
import care.baton.consent.Given.Standing;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands on a record about consent, taken as a whole. */
class ConsentsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Holder OFFICE = Holder.of(OrganizationId.of("office"), Code.of("case-manager"));
    private static final Code TREATMENT = Code.of("treatment");

    @Test
    void whatIsNoLongerProtectedByOneThingIsStillProtectedByAnother() {
        Consents both = Consents.none()
                .labelled(TREATMENT, Sensitivity.SUBSTANCE_USE)
                .labelled(TREATMENT, Sensitivity.BEHAVIORAL_HEALTH);

        Consents one = both.unlabelled(TREATMENT, Sensitivity.SUBSTANCE_USE);
        assertThat(one.information(TREATMENT).labels()).containsExactly(Sensitivity.BEHAVIORAL_HEALTH);
        assertThat(one.unlabelled(TREATMENT, Sensitivity.BEHAVIORAL_HEALTH)).isEqualTo(Consents.none());
    }

    @Test
    void theSameDecisionsAndTheSameLabelsAreTheSameConsents() {
        Consents labelled = asked().labelled(TREATMENT, Sensitivity.SUBSTANCE_USE);

        assertThat(labelled)
                .isEqualTo(asked().labelled(TREATMENT, Sensitivity.SUBSTANCE_USE))
                .hasSameHashCodeAs(asked().labelled(TREATMENT, Sensitivity.SUBSTANCE_USE))
                .isNotEqualTo(asked())
                .isNotEqualTo(Consents.none().labelled(TREATMENT, Sensitivity.SUBSTANCE_USE))
                .doesNotHaveSameHashCodeAs(asked())
                .isNotEqualTo("consents");
    }

    @Test
    void aDecisionCountsUntilItIsTakenBack() {
        Given given = asked().get(1).orElseThrow();

        assertThat(given.counts()).isTrue();
        assertThat(given.ends(Standing.REPLACED, Optional.of(NOON)).counts()).isFalse();
    }

    @Test
    void itPrintsHowManyThereAreAndNothingElse() {
        assertThat(asked()).hasToString("Consents[1]");
        assertThat(asked().get(1).orElseThrow()).hasToString("Given[1]");
        assertThat(Giver.self(PersonId.of("person-1"))).hasToString("Giver");
    }

    @Test
    void aConsentCannotEndAfterTheHorizon() {
        Consent yes = asked().get(1).orElseThrow().consent();

        assertThatThrownBy(() -> new Consent(
                        yes.choice(),
                        yes.scope(),
                        yes.recipients(),
                        yes.purposes(),
                        yes.giver(),
                        yes.form(),
                        yes.from(),
                        Optional.of(Instant.MAX)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("until");
    }

    private static Consents asked() {
        Consent yes = Consent.permit(
                new Scope.Everything(List.of()),
                Audience.of(OrganizationId.of("clinic")),
                Purpose.CARE_COORDINATION,
                Giver.self(PersonId.of("person-1")),
                Form.WRITTEN,
                NOON);
        return Consents.none().recorded(1, yes, Optional.empty(), OFFICE, NOON);
    }
}
