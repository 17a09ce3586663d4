package care.baton.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.consent.Information;
import care.baton.consent.Purpose;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.DisclosureCommand.Disclose;
import care.baton.disclosure.DisclosureEvent.ConfidentialityLifted;
import care.baton.disclosure.DisclosureEvent.EmergencyReviewed;
import care.baton.disclosure.DisclosureEvent.GlassBroken;
import care.baton.disclosure.DisclosureEvent.InformationDisclosed;
import care.baton.disclosure.DisclosureEvent.PartyKeptConfidential;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What went out, what was looked at in an emergency and who is confidential, one event after the other. */
class DisclosuresTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOON = MONDAY.plus(Duration.ofHours(4));
    private static final PersonId PERSON = PersonId.of("person-1");
    private static final Code WHY = Code.of("unconscious");
    private static final Holder NURSE = Holder.of(OrganizationId.of("clinic"), Code.of("nurse"));
    private static final Holder LEAD = Holder.of(OrganizationId.of("hospital"), Code.of("lead"));
    private static final OrganizationId SHELTER = OrganizationId.of("shelter");
    private static final Shared ROUTINES = new Shared(Part.FACTS, Code.of("routines"), new Authority.ByConsent(1));

    @Test
    void twoAreTheSameWithTheSameDisclosuresEmergenciesAndConfidentialParties() {
        Disclosures one = after(out(1), broken(1, NURSE, NOON), new PartyKeptConfidential(SHELTER));

        assertThat(one)
                .isEqualTo(after(out(1), broken(1, NURSE, NOON), new PartyKeptConfidential(SHELTER)))
                .hasSameHashCodeAs(after(out(1), broken(1, NURSE, NOON), new PartyKeptConfidential(SHELTER)))
                .isNotEqualTo(after(broken(1, NURSE, NOON), new PartyKeptConfidential(SHELTER)))
                .isNotEqualTo(after(out(1), new PartyKeptConfidential(SHELTER)))
                .isNotEqualTo(after(out(1), broken(1, NURSE, NOON)))
                .doesNotHaveSameHashCodeAs(after(out(1), broken(1, NURSE, NOON)))
                .isNotEqualTo(one.all());
        assertThat(one).hasToString("Disclosures[1]");
        assertThat(one.all().get(0)).hasToString("Disclosed[1]");
        assertThat(one.emergencies().get(0)).hasToString("Emergency[1]");
    }

    @Test
    void anEmergencyOpensToTheOneWhoDeclaredItFromThenOnUntilItIsOver() {
        Disclosures broken = after(broken(1, NURSE, NOON));

        assertThat(broken.openTo(NURSE, MONDAY.minusNanos(1))).isEmpty();
        assertThat(broken.openTo(NURSE, MONDAY)).map(Emergency::number).contains(1);
        assertThat(broken.openTo(NURSE, NOON.minusNanos(1))).isPresent();
        assertThat(broken.openTo(NURSE, NOON)).isEmpty();
        assertThat(broken.openTo(LEAD, MONDAY)).isEmpty();
    }

    @Test
    void whatWentOutSaysWhenByWhomToWhomAndWhatFor() {
        assertThat(after(out(1)).all())
                .containsExactly(Disclosed.builder()
                        .number(1)
                        .at(MONDAY)
                        .by(LEAD)
                        .to(NURSE)
                        .purpose(Purpose.TREATMENT)
                        .notice(false)
                        .addShared(ROUTINES)
                        .build());
    }

    @Test
    void ofSeveralThatAreOpenItIsTheNewest() {
        Disclosures three = after(broken(1, NURSE, NOON), broken(2, NURSE, NOON), broken(3, LEAD, NOON));

        assertThat(three.openTo(NURSE, MONDAY)).map(Emergency::number).contains(2);
        assertThat(three.openTo(LEAD, MONDAY)).map(Emergency::number).contains(3);
    }

    @Test
    void whatAReviewFoundStaysWithTheEmergencyAndOneThatIsNotThereIsNotReviewed() {
        Disclosures reviewed = after(broken(1, NURSE, NOON), new EmergencyReviewed(1, WHY));

        assertThat(reviewed.emergency(1))
                .contains(Emergency.builder()
                        .number(1)
                        .run(Code.of("run-1"))
                        .by(NURSE)
                        .reason(WHY)
                        .from(MONDAY)
                        .until(NOON)
                        .finding(WHY)
                        .build());
        assertThat(after(out(1), new EmergencyReviewed(1, WHY))).isEqualTo(after(out(1)));
    }

    @Test
    void aPartyIsConfidentialFromWhenItIsSaidUntilItIsLifted() {
        assertThat(Disclosures.none().isConfidential(SHELTER)).isFalse();
        assertThat(after(new PartyKeptConfidential(SHELTER)).isConfidential(SHELTER))
                .isTrue();
        assertThat(after(new PartyKeptConfidential(SHELTER)).isConfidential(NURSE.organization()))
                .isFalse();
        assertThat(after(new PartyKeptConfidential(SHELTER), new ConfidentialityLifted(SHELTER, WHY)))
                .isEqualTo(Disclosures.none());
    }

    @Test
    void anAccountingHoldsWhatWentOutFromItsBeginningOnAndBeforeItsEnd() {
        Disclosures out = after(out(1));
        Instant later = MONDAY.plusSeconds(1);

        assertThat(of(MONDAY, later, out).disclosures()).hasSize(1);
        assertThat(of(MONDAY.minusSeconds(1), MONDAY, out).disclosures()).isEmpty();
        assertThat(of(later, later.plusSeconds(1), out).disclosures()).isEmpty();
        refused(() -> of(MONDAY, MONDAY, out), "until: after from");
    }

    @Test
    void anAccountingHoldsEachEmergencyThatWasOpenForAnyOfItsTime() {
        Disclosures broken = after(broken(1, NURSE, NOON));

        assertThat(of(NOON.minusNanos(1), NOON, broken).emergencies()).hasSize(1);
        assertThat(of(NOON, NOON.plusSeconds(1), broken).emergencies()).isEmpty();
        assertThat(of(MONDAY.minusSeconds(1), MONDAY.plusNanos(1), broken).emergencies())
                .hasSize(1);
        assertThat(of(MONDAY.minusSeconds(1), MONDAY, broken).emergencies()).isEmpty();
    }

    @Test
    void accountingsOfTheSamePersonAndPeriodAreToldTogetherInTheOrderOfTime() {
        Instant end = NOON.plusSeconds(1);
        Accounting late = of(MONDAY, end, at(NOON, out(1), broken(1, NURSE, NOON.plusSeconds(5))));
        Accounting early = of(MONDAY, end, after(out(1), broken(1, NURSE, NOON)));
        Accounting both = late.and(early);

        assertThat(both.disclosures()).extracting(Disclosed::at).containsExactly(MONDAY, NOON);
        assertThat(both.emergencies()).extracting(Emergency::from).containsExactly(MONDAY, NOON);
        assertThat(both).hasToString("Accounting");
        assertThat(both.person()).isEqualTo(PERSON);
        assertThat(List.of(both.from(), both.until())).containsExactly(MONDAY, end);
        refused(() -> late.and(of(MONDAY, end.plusSeconds(1), Disclosures.none())), "from, until:");
        refused(() -> late.and(of(MONDAY.plusSeconds(1), end, Disclosures.none())), "from, until:");
        refused(
                () -> late.and(Accounting.of(PersonId.of("person-2"), MONDAY, end, Disclosures.none())),
                "person: the same");
    }

    @Test
    void whatCannotBeDisclosedOrAllowedIsRefusedByName() {
        Piece routines = new Piece(Part.FACTS, ROUTINES.item());

        refused(() -> disclose(List.of()), "items:");
        refused(() -> disclose(List.of(routines, routines)), "items:");
        refused(() -> new Authority.ByConsent(0), "number:");
        refused(() -> new Authority.InEmergency(0), "number:");
        assertThat(List.of(new Authority.ByConsent(1).number(), new Authority.InEmergency(1).number()))
                .containsExactly(1, 1);
        Allowance usual = DisclosureRules.standard().allowances().get(0);
        refused(
                () -> new Allowance(
                        usual.relation(), usual.role(), List.of(), usual.parts(), usual.scope(), usual.hint()),
                "purposes:");
        refused(
                () -> new Allowance(
                        usual.relation(), usual.role(), usual.purposes(), List.of(), usual.scope(), usual.hint()),
                "parts:");
    }

    @Test
    void theNoticeGoesWithWhatIsOfSubstanceUseAlone() {
        Code item = ROUTINES.item();

        assertThat(RedisclosureNotice.isFor(new Information(item, List.of(Sensitivity.SUBSTANCE_USE))))
                .isTrue();
        assertThat(RedisclosureNotice.isFor(new Information(item, List.of(Sensitivity.BEHAVIORAL_HEALTH))))
                .isFalse();
        assertThat(List.of(Part.values()).stream().map(p -> p.code().value()))
                .containsExactly(
                        "person",
                        "parties",
                        "confidential-parties",
                        "actions",
                        "facts",
                        "warnings",
                        "notes",
                        "plans",
                        "risks",
                        "contacts",
                        "handoffs");
    }

    private static void refused(ThrowingCallable made, String field) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessageStartingWith(field);
    }

    private static Disclose disclose(List<Piece> items) {
        return new Disclose(NURSE, Purpose.TREATMENT, items, Optional.empty());
    }

    private static Accounting of(Instant from, Instant until, Disclosures recorded) {
        return Accounting.of(PERSON, from, until, recorded);
    }

    private static Disclosures after(DisclosureEvent... events) {
        return at(MONDAY, events);
    }

    private static Disclosures at(Instant at, DisclosureEvent... events) {
        Disclosures disclosures = Disclosures.none();
        for (DisclosureEvent event : events) {
            disclosures = disclosures.evolve(Act.of(CommandId.of("command-1"), LEAD, Stamp.at(at)), event);
        }
        return disclosures;
    }

    private static InformationDisclosed out(int number) {
        return new InformationDisclosed(number, NURSE, Purpose.TREATMENT, List.of(ROUTINES), false);
    }

    private static GlassBroken broken(int number, Holder by, Instant until) {
        return new GlassBroken(number, Code.of("run-1"), by, WHY, until);
    }
}
