package care.baton.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.consent.Consent.Choice;
import care.baton.consent.Consent.Form;
import care.baton.consent.Sharing.Why;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a consent says by itself, and what several say together. */
class ConsentTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Holder NURSE = Holder.of(OrganizationId.of("clinic"), Code.of("nurse"));
    private static final Holder CLERK = Holder.of(OrganizationId.of("clinic"), Code.of("clerk"));
    private static final Holder OFFICE = Holder.of(OrganizationId.of("office"), Code.of("case-manager"));
    private static final Audience CLINIC = Audience.of(NURSE.organization());
    private static final Audience PANTRY = Audience.of(OrganizationId.of("food-pantry"));
    private static final Giver SELF = Giver.self(PersonId.of("person-1"));
    private static final Scope ORDINARY = new Scope.Everything(List.of());
    private static final Information DIET = new Information(Code.of("diet"), List.of());

    @Test
    @Requirement({"PRV-02", "PRV-14"})
    void nobodyIsShownAnythingBeforeSomebodyWasAskedHealthAndSocialCareAlike() {
        Consents clinicOnly = given(yes(ORDINARY, CLINIC));

        assertThat(clinicOnly
                        .sharing(DIET, NOON, CLINIC, Purpose.CARE_COORDINATION)
                        .isPermitted())
                .isTrue();
        assertThat(clinicOnly.sharing(DIET, NOON, PANTRY, Purpose.CARE_COORDINATION))
                .isEqualTo(new Sharing(Why.NOT_ASKED, Optional.empty()));
        assertThat(Consents.none()
                        .sharing(DIET, NOON, CLINIC, Purpose.CARE_COORDINATION)
                        .wasAsked())
                .isFalse();
    }

    @Test
    @Requirement("PRV-02")
    void aNoIsKeptApartFromNeverHavingAskedAndOverrulesAYes() {
        Consents both = given(
                yes(ORDINARY, CLINIC),
                Consent.refuse(
                        new Scope.Items(List.of(DIET.item()), List.of()),
                        Audience.of(CLERK),
                        Purpose.CARE_COORDINATION,
                        SELF,
                        Form.SPOKEN,
                        NOON));

        assertThat(why(both, DIET, Audience.of(CLERK))).isEqualTo(Why.REFUSED);
        assertThat(why(both, DIET, CLINIC)).isEqualTo(Why.REFUSED);
        assertThat(why(both, DIET, Audience.of(NURSE))).isEqualTo(Why.PERMITTED);
        assertThat(both.permits(NOON, Audience.of(NURSE), Purpose.CARE_COORDINATION))
                .isTrue();
        assertThat(both.permits(NOON, CLINIC, Purpose.CARE_COORDINATION)).isFalse();
    }

    @Test
    @Requirement("PRV-10")
    void aConsentForOneRoleReachesNoOther() {
        Consents nurse = given(yes(ORDINARY, Audience.of(NURSE)));

        assertThat(why(nurse, DIET, Audience.of(NURSE))).isEqualTo(Why.PERMITTED);
        assertThat(why(nurse, DIET, Audience.of(CLERK))).isEqualTo(Why.NOT_ASKED);
        assertThat(why(nurse, DIET, CLINIC)).isEqualTo(Why.NOT_COVERED);
    }

    @Test
    @Requirement({"PRV-09", "PRV-13"})
    void whatIsEspeciallyProtectedNeedsAConsentThatNamesIt() {
        Code item = Code.of("treatment");
        Consents ordinary = given(yes(ORDINARY, CLINIC))
                .labelled(item, Sensitivity.SUBSTANCE_USE)
                .labelled(item, Sensitivity.BEHAVIORAL_HEALTH);
        Scope one = new Scope.Everything(List.of(Sensitivity.BEHAVIORAL_HEALTH));
        Scope both = new Scope.Everything(List.of(Sensitivity.SUBSTANCE_USE, Sensitivity.BEHAVIORAL_HEALTH));

        assertThat(ordinary.information(item).labels())
                .containsExactly(Sensitivity.BEHAVIORAL_HEALTH, Sensitivity.SUBSTANCE_USE);
        assertThat(ordinary.permits(item, NOON, CLINIC, Purpose.CARE_COORDINATION))
                .isFalse();
        assertThat(why(and(ordinary, yes(one, CLINIC)), ordinary.information(item), CLINIC))
                .isEqualTo(Why.NOT_COVERED);
        assertThat(and(ordinary, yes(both, CLINIC)).permits(item, NOON, CLINIC, Purpose.CARE_COORDINATION))
                .isTrue();
        assertThat(ordinary.unlabelled(item, Sensitivity.SUBSTANCE_USE)
                        .unlabelled(item, Sensitivity.BEHAVIORAL_HEALTH)
                        .permits(item, NOON, CLINIC, Purpose.CARE_COORDINATION))
                .isTrue();
    }

    @Test
    @Requirement("PRV-09")
    void whatPart2ProtectsIsConsentedToInWritingAndRefusedInAnyWay() {
        Scope scope = new Scope.Everything(List.of(Sensitivity.SUBSTANCE_USE));

        assertThatThrownBy(() -> Consent.permit(scope, CLINIC, Purpose.CARE_COORDINATION, SELF, Form.SPOKEN, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("form");
        assertThat(Consent.permit(scope, CLINIC, Purpose.CARE_COORDINATION, SELF, Form.ELECTRONIC, NOON)
                        .form())
                .isEqualTo(Form.ELECTRONIC);
        assertThat(Consent.refuse(scope, CLINIC, Purpose.CARE_COORDINATION, SELF, Form.SPOKEN, NOON)
                        .choice())
                .isEqualTo(Choice.REFUSE);
    }

    @Test
    void aNoThatNamesALabelKeepsBackWhatBearsItAndNothingElse() {
        Consents consents = given(
                yes(new Scope.Everything(List.of(Sensitivity.values())), CLINIC),
                Consent.refuse(
                        new Scope.Everything(List.of(Sensitivity.VICTIM_SERVICE)),
                        CLINIC,
                        Purpose.CARE_COORDINATION,
                        SELF,
                        Form.SPOKEN,
                        NOON));
        Information shelter =
                new Information(DIET.item(), List.of(Sensitivity.BEHAVIORAL_HEALTH, Sensitivity.VICTIM_SERVICE));

        assertThat(why(consents, shelter, CLINIC)).isEqualTo(Why.REFUSED);
        assertThat(why(consents, DIET, CLINIC)).isEqualTo(Why.PERMITTED);
        assertThat(consents.permits(NOON, CLINIC, Purpose.CARE_COORDINATION)).isTrue();
    }

    @Test
    @Promise(41)
    @Requirement("PRV-12")
    void aConsentHasAScopeARecipientAPurposeAStartAndAnEndAndMeansNothingOutsideThem() {
        Instant end = NOON.plus(Duration.ofHours(2));
        Consents consents = given(Consent.permit(
                        new Scope.Items(List.of(DIET.item()), List.of()),
                        CLINIC,
                        Purpose.CARE_COORDINATION,
                        SELF,
                        Form.WRITTEN,
                        NOON.plusSeconds(1))
                .until(end));

        assertThat(whyAt(consents, NOON)).isEqualTo(Why.NOT_YET);
        assertThat(whyAt(consents, NOON.plusSeconds(1))).isEqualTo(Why.PERMITTED);
        assertThat(whyAt(consents, end.minusNanos(1))).isEqualTo(Why.PERMITTED);
        assertThat(whyAt(consents, end)).isEqualTo(Why.EXPIRED);
        assertThat(consents.sharing(DIET, NOON.plusSeconds(1), CLINIC, Purpose.PAYMENT)
                        .why())
                .isEqualTo(Why.NOT_COVERED);
        assertThat(consents.permits(Code.of("income"), NOON.plusSeconds(1), CLINIC, Purpose.CARE_COORDINATION))
                .isFalse();
        assertThat(consents.permits(NOON.plusSeconds(1), CLINIC, Purpose.CARE_COORDINATION))
                .isFalse();
    }

    @Test
    @Promise(41)
    @Requirement("PRV-12")
    void whatWasTakenBackMeantSomethingBeforeAndNothingAfter() {
        Instant revoked = NOON.plus(Duration.ofHours(1));
        Consents consents = given(yes(ORDINARY, CLINIC)).revoked(1, revoked);

        assertThat(whyAt(consents, revoked.minusNanos(1))).isEqualTo(Why.PERMITTED);
        assertThat(whyAt(consents, revoked)).isEqualTo(Why.REVOKED);
        assertThat(consents.get(1).orElseThrow().ended()).contains(revoked);
    }

    @Test
    void aNoAboutOneThingDoesNotMeanThatAnybodyWasAskedAboutAnother() {
        Instant end = NOON.plusSeconds(60);
        Consent noIncome = Consent.refuse(
                new Scope.Items(List.of(Code.of("income")), List.of()),
                CLINIC,
                Purpose.CARE_COORDINATION,
                SELF,
                Form.SPOKEN,
                NOON);

        assertThat(given(noIncome).sharing(DIET, NOON, CLINIC, Purpose.CARE_COORDINATION))
                .isEqualTo(new Sharing(Why.NOT_ASKED, Optional.empty()));
        assertThat(given(yes(ORDINARY, CLINIC).until(end), noIncome)
                        .sharing(DIET, end, CLINIC, Purpose.CARE_COORDINATION))
                .isEqualTo(new Sharing(Why.EXPIRED, Optional.of(1)));
    }

    @Test
    void theNewestYesThatSpeaksOfThemSaysWhyNot() {
        Instant end = NOON.plusSeconds(60);
        Consent expired = yes(ORDINARY, CLINIC).until(end);
        Consent ofIncome = yes(new Scope.Items(List.of(Code.of("income")), List.of()), CLINIC);

        assertThat(given(expired, ofIncome, yes(ORDINARY, PANTRY))
                        .sharing(DIET, end, CLINIC, Purpose.CARE_COORDINATION))
                .isEqualTo(new Sharing(Why.NOT_COVERED, Optional.of(2)));
        assertThat(given(ofIncome, expired).sharing(DIET, end, CLINIC, Purpose.CARE_COORDINATION))
                .isEqualTo(new Sharing(Why.EXPIRED, Optional.of(2)));
    }

    @Test
    void aConsentNeverCountsBeforeItWasRecorded() {
        Consents late =
                Consents.none().recorded(1, yes(ORDINARY, CLINIC), Optional.empty(), OFFICE, NOON.plusSeconds(9));

        assertThat(whyAt(late, NOON.plusSeconds(8))).isEqualTo(Why.NOT_ASKED);
        assertThat(whyAt(late, NOON.plusSeconds(9))).isEqualTo(Why.PERMITTED);
    }

    @Test
    void aDecisionThatTakesThePlaceOfAnotherEndsIt() {
        Consents changed = given(Consent.refuse(ORDINARY, CLINIC, Purpose.CARE_COORDINATION, SELF, Form.SPOKEN, NOON))
                .recorded(2, yes(ORDINARY, CLINIC), Optional.of(1), OFFICE, NOON.plusSeconds(60));

        assertThat(whyAt(changed, NOON)).isEqualTo(Why.REFUSED);
        assertThat(whyAt(changed, NOON.plusSeconds(60))).isEqualTo(Why.PERMITTED);
        assertThat(changed.get(1).orElseThrow().standing()).isEqualTo(Given.Standing.REPLACED);
    }

    @Test
    @Requirement("PRV-02")
    void aDecisionMaySayWhyAndNeedNot() {
        Consent no = Consent.refuse(ORDINARY, CLINIC, Purpose.TREATMENT, SELF, Form.WRITTEN, NOON);
        assertThat(no.reason()).isEmpty();
        Code afraid = Code.of("afraid-of-somebody-there");
        assertThat(no.because(afraid).reason()).contains(afraid);
        assertThat(no.because(afraid)).isNotEqualTo(no).hasToString("Consent");
        Sharing sharing = given(no.because(afraid)).sharing(DIET, NOON, CLINIC, Purpose.TREATMENT);
        assertThat(sharing.why()).isEqualTo(Why.REFUSED);
    }

    @Test
    void whatWasRecordedInErrorNeverCounted() {
        assertThat(whyAt(given(yes(ORDINARY, CLINIC)).markedInError(1), NOON)).isEqualTo(Why.NOT_ASKED);
    }

    @Test
    void aMalformedConsentNamesTheFieldAndNotWhatIsInIt() {
        assertThatThrownBy(() -> new Consent(
                        Choice.PERMIT,
                        ORDINARY,
                        List.of(),
                        List.of(Purpose.TREATMENT),
                        SELF,
                        Form.WRITTEN,
                        NOON,
                        Optional.empty()))
                .hasMessageStartingWith("recipients");
        assertThatThrownBy(() -> new Consent(
                        Choice.PERMIT,
                        ORDINARY,
                        List.of(CLINIC),
                        List.of(),
                        SELF,
                        Form.WRITTEN,
                        NOON,
                        Optional.empty()))
                .hasMessageStartingWith("purposes");
        assertThatThrownBy(() -> yes(ORDINARY, CLINIC).until(NOON)).hasMessageStartingWith("until");
        assertThatThrownBy(() -> Consent.refuse(ORDINARY, CLINIC, Purpose.TREATMENT, SELF, Form.WRITTEN, NOON)
                        .until(NOON.plusSeconds(1)))
                .hasMessageStartingWith("until");
        assertThatThrownBy(() -> new Scope.Items(List.of(), List.of())).hasMessageStartingWith("items");
    }

    @Test
    @Promise(43)
    void nothingThatSaysWhatIsProtectedIsPrinted() {
        Scope scope = new Scope.Items(List.of(DIET.item()), List.of(Sensitivity.SUBSTANCE_USE));
        Consents consents = given(yes(scope, CLINIC));
        Giver guardian = new Giver(PersonId.of("relative-1"), Giver.Basis.GUARDIAN);

        assertThat(List.of(
                        scope.toString(),
                        new Scope.Everything(List.of(Sensitivity.SUBSTANCE_USE)).toString(),
                        new Information(DIET.item(), List.of(Sensitivity.SUBSTANCE_USE)).toString(),
                        consents.toString(),
                        consents.all().toString(),
                        consents.get(1).orElseThrow().consent().toString(),
                        guardian.toString(),
                        new ConsentCommand.RecordConsent(yes(scope, CLINIC)).toString(),
                        new ConsentCommand.LabelInformation(DIET.item(), Sensitivity.SUBSTANCE_USE).toString(),
                        new ConsentCommand.RemoveLabel(DIET.item(), Sensitivity.SUBSTANCE_USE, DIET.item()).toString()))
                .containsExactly(
                        "Items",
                        "Everything",
                        "Information[diet]",
                        "Consents[1]",
                        "[Given[1]]",
                        "Consent",
                        "Giver",
                        "RecordConsent[consent=Consent, replaces=Optional.empty]",
                        "LabelInformation[diet]",
                        "RemoveLabel[diet]");
    }

    private static Consent yes(Scope scope, Audience to) {
        return Consent.permit(scope, to, Purpose.CARE_COORDINATION, SELF, Form.WRITTEN, NOON);
    }

    private static Consents given(Consent... consents) {
        return and(Consents.none(), consents);
    }

    private static Consents and(Consents before, Consent... consents) {
        Consents all = before;
        for (Consent consent : consents) {
            all = all.recorded(all.all().size() + 1, consent, Optional.empty(), OFFICE, NOON);
        }
        return all;
    }

    private static Why why(Consents consents, Information what, Audience to) {
        return consents.sharing(what, NOON, to, Purpose.CARE_COORDINATION).why();
    }

    private static Why whyAt(Consents consents, Instant at) {
        return consents.sharing(DIET, at, CLINIC, Purpose.CARE_COORDINATION).why();
    }
}
