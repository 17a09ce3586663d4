package care.baton.record;

import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.Consent.Form;
import care.baton.consent.ConsentCommand;
import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.ConsentCommand.MarkConsentInError;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.ConsentCommand.RemoveLabel;
import care.baton.consent.ConsentCommand.RevokeConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.consent.Sensitivity;
import care.baton.consent.Sharing.Why;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Relayed;
import care.baton.record.ConsentEvent.ConsentMarkedInError;
import care.baton.record.ConsentEvent.ConsentRecorded;
import care.baton.record.ConsentEvent.ConsentRevoked;
import care.baton.record.ConsentEvent.InformationLabelled;
import care.baton.record.ConsentEvent.LabelRemoved;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Consents on a record: who writes them down, who takes them back, and what they mean then. */
class SharingTest {

    private static final Audience AGENCY = Audience.of(INTAKE.organization());
    private static final Code WHY = Code.of("changed-mind");
    private static final Scope ORDINARY = new Scope.Everything(List.of());

    private final RecordFixture record = HomeStart.record();

    @Test
    @Requirement({"PRV-02", "PRV-12"})
    void whatThePersonAllowedIsOnTheRecordFromThenOn() {
        assertThat(permitted(START)).isFalse();
        record.after(Duration.ofHours(1))
                .when(PERSON, new OnSharing(new RecordConsent(yes())))
                .thenHappened(ConsentRecorded.class);

        assertThat(permitted(START)).isFalse();
        assertThat(permitted(record.now())).isTrue();
        assertThat(record.record().consents().permits(record.now(), AGENCY, Purpose.CARE_COORDINATION))
                .isTrue();
        assertThat(record.record().asOf(START).consents().all()).isEmpty();
    }

    @Test
    void aYesIsWrittenDownByThePersonByWhoeverKeepsTheRecordAndByTheRoleThatRecords() {
        record.when(INTAKE, new OnSharing(new RecordConsent(yes()))).thenRefused(Reason.ROLE_NOT_PERMITTED);
        record.when(LEAD, new OnSharing(new RecordConsent(yes()))).thenApplied();
        Holder planner = Holder.of(INTAKE.organization(), PLANNER.role());
        record.when(planner, new OnSharing(new RecordConsent(yes()))).thenRefused(Reason.NOT_A_MEMBER);
        record.given(PLANNER, HomeStart.joins(planner, OrganizationKind.HOME_CARE_PROVIDER));
        record.when(planner, new OnSharing(new RecordConsent(yes()))).thenRefused(Reason.ROLE_NOT_PERMITTED);
        record.given(PLANNER, new RecordCommand.OpenRun(HomeStart.RUN, Code.of("home-start"), 1));
        record.when(planner, new OnSharing(new RecordConsent(yes()))).thenApplied();
    }

    @Test
    void aNoIsWrittenDownByWhoeverHearsIt() {
        record.given(PERSON, new OnSharing(new RecordConsent(yes())));
        record.when(INTAKE, new OnSharing(new RecordConsent(no()))).thenApplied();

        assertThat(why(record.now())).isEqualTo(Why.REFUSED);
        record.when(INTAKE, new OnSharing(new RecordConsent(no(), Optional.of(2))))
                .thenRefused(Reason.ROLE_NOT_PERMITTED);
        record.when(PERSON, new OnSharing(new RecordConsent(yes(), Optional.of(2))))
                .thenApplied();
        assertThat(why(record.now())).isEqualTo(Why.PERMITTED);
    }

    @Test
    @Promise(41)
    @Requirement("PRV-12")
    void anybodyWhoTakesPartMayWriteDownThatAConsentWasTakenBack() {
        record.given(PERSON, new OnSharing(new RecordConsent(yes()))).after(Duration.ofHours(1));
        record.when(NURSE, new OnSharing(new RevokeConsent(1, WHY))).thenHappened(ConsentRevoked.class);

        assertThat(why(record.now())).isEqualTo(Why.REVOKED);
        assertThat(why(record.now().minusNanos(1))).isEqualTo(Why.PERMITTED);
        record.when(NURSE, new OnSharing(new RevokeConsent(1, WHY))).thenRefused(Reason.CONSENT_UNKNOWN);
        record.when(NURSE, new OnSharing(new RevokeConsent(2, WHY))).thenRefused(Reason.CONSENT_UNKNOWN);
    }

    @Test
    @Promise(41)
    void aConsentThatWasTakenBackEarlierThanItIsWrittenDownMeansNothingFromThenOn() {
        record.given(PERSON, new OnSharing(new RecordConsent(yes()))).after(Duration.ofHours(3));
        Instant said = START.plus(Duration.ofHours(1));
        record.when(NURSE, Stamp.at(record.now()).withOccurred(said), new OnSharing(new RevokeConsent(1, WHY)))
                .thenApplied();

        assertThat(why(said)).isEqualTo(Why.REVOKED);
        assertThat(why(said.minusNanos(1))).isEqualTo(Why.PERMITTED);
    }

    @Test
    void whatThePersonSaidByTelephoneCountsFromWhenItWasSaidAndNeverFromLater() {
        record.given(PERSON, new OnSharing(new RecordConsent(yes())));
        CoordinationRecord given = record.record();

        assertThat(revokedAt(given, START.plusSeconds(60))).contains(START.plusSeconds(60));
        assertThat(revokedAt(given, START.plusSeconds(999))).contains(START.plusSeconds(600));
    }

    private static Optional<Instant> revokedAt(CoordinationRecord given, Instant said) {
        Act act = new Act(
                CommandId.of("by-phone"),
                PLANNER,
                Stamp.at(START.plusSeconds(600)),
                Optional.of(new Relayed(PERSON, Channel.PHONE, said)));
        return given.decide(new OnSharing(new RevokeConsent(1, WHY)), act, RecordWalk.salt(9), HomeStart.rules())
                .orThrow()
                .state()
                .consents()
                .get(1)
                .orElseThrow()
                .ended();
    }

    @Test
    void aNoIsNotTakenBackButReplaced() {
        record.given(PERSON, new OnSharing(new RecordConsent(no())))
                .when(PERSON, new OnSharing(new RevokeConsent(1, WHY)))
                .thenRefused(Reason.STEP_NOT_OPEN);
        record.when(PERSON, new OnSharing(new RecordConsent(yes(), Optional.of(7))))
                .thenRefused(Reason.CONSENT_UNKNOWN);
    }

    @Test
    void whatWasRecordedInErrorIsSetAsideByTheRoleThatRecordedItAndNeverCounted() {
        record.given(PLANNER, new OnSharing(new RecordConsent(yes())));
        record.when(NURSE, new OnSharing(new MarkConsentInError(1, WHY))).thenRefused(Reason.ROLE_NOT_PERMITTED);
        record.when(PLANNER, new OnSharing(new MarkConsentInError(2, WHY))).thenRefused(Reason.CONSENT_UNKNOWN);
        record.when(PLANNER, new OnSharing(new MarkConsentInError(1, WHY))).thenHappened(ConsentMarkedInError.class);

        assertThat(why(record.now())).isEqualTo(Why.NOT_ASKED);
        record.when(PLANNER, new OnSharing(new MarkConsentInError(1, WHY))).thenRefused(Reason.CONSENT_UNKNOWN);
    }

    @Test
    void somebodyElseDecidesOnlyByARightOfTheirOwn() {
        PersonId relative = PersonId.of("relative-1");
        Holder daughter = Holder.of(PERSON.organization(), Code.of("family"), relative);

        record.when(PLANNER, new OnSharing(new RecordConsent(yesOf(Giver.self(relative)))))
                .thenRefused(Reason.VALUE_MALFORMED);
        record.when(
                        PLANNER,
                        new OnSharing(
                                new RecordConsent(yesOf(new Giver(HomeStart.WHO, Giver.Basis.HEALTH_CARE_PROXY)))))
                .thenRefused(Reason.VALUE_MALFORMED);
        record.given(PERSON, HomeStart.joins(daughter, OrganizationKind.PERSON_AND_FAMILY));
        record.when(
                        daughter,
                        new OnSharing(new RecordConsent(yesOf(new Giver(relative, Giver.Basis.HEALTH_CARE_PROXY)))))
                .thenApplied();
        assertThat(permitted(record.now())).isTrue();
    }

    /** Who calls themself somebody's guardian opens nothing by that: a payer's clerk would open the record to the payer. */
    @Test
    @Promise(41)
    void whoeverDecidesForThePersonWritesItDownThemselvesOnlyInThePersonsOwnHouse() {
        PersonId clerk = INTAKE.person().orElseThrow();
        OnSharing forged = new OnSharing(new RecordConsent(yesOf(new Giver(clerk, Giver.Basis.GUARDIAN))));

        record.when(INTAKE, forged).thenRefused(Reason.ROLE_NOT_PERMITTED);
        record.given(
                INTAKE,
                HomeStart.joins(INTAKE.heldBy(Optional.of(PersonId.of("other"))), OrganizationKind.PERSON_AND_FAMILY));
        record.when(INTAKE, forged).thenRefused(Reason.ROLE_NOT_PERMITTED);
        record.when(PLANNER, forged).thenApplied();
    }

    @Test
    void aConsentThatHasEndedAlreadyIsNotWrittenDown() {
        record.after(Duration.ofHours(2))
                .when(PERSON, new OnSharing(new RecordConsent(yes().until(record.now()))))
                .thenRefused(Reason.DUE_IN_THE_PAST);
        record.given(
                PERSON, new OnSharing(new RecordConsent(yes().until(record.now().plusNanos(1)))));
        Act act = Act.of(CommandId.of("asked"), PERSON, Stamp.at(record.now()));
        assertThat(record.record()
                        .would(
                                new OnSharing(new RecordConsent(yes().until(record.now()))),
                                act,
                                RecordWalk.salt(9),
                                HomeStart.rules())
                        .refusals())
                .extracting(Refusal::path)
                .containsExactly("consents/2/until");
    }

    @Test
    @Requirement({"PRV-09", "PRV-13"})
    void anybodyMayProtectInformationAndOnlyWhoeverMayOpenItTakesThatAway() {
        ConsentCommand label = new LabelInformation(ROUTINES, Sensitivity.BEHAVIORAL_HEALTH);
        ConsentCommand remove = new RemoveLabel(ROUTINES, Sensitivity.BEHAVIORAL_HEALTH, WHY);
        record.given(PERSON, new OnSharing(new RecordConsent(yes())));

        record.when(PLANNER, new OnSharing(remove)).thenRefused(Reason.LABEL_NOT_SET);
        record.when(INTAKE, new OnSharing(label)).thenHappened(InformationLabelled.class);
        record.when(NURSE, new OnSharing(label)).thenNothing();
        assertThat(why(record.now())).isEqualTo(Why.NOT_COVERED);
        record.when(INTAKE, new OnSharing(remove)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        record.when(PLANNER, new OnSharing(remove)).thenHappened(LabelRemoved.class);
        assertThat(why(record.now())).isEqualTo(Why.PERMITTED);
    }

    @Test
    @Promise(43)
    void noEventSaysInALogWhatIsProtected() {
        record.given(PLANNER, new OnSharing(new LabelInformation(ROUTINES, Sensitivity.SUBSTANCE_USE)))
                .given(PLANNER, new OnSharing(new RemoveLabel(ROUTINES, Sensitivity.SUBSTANCE_USE, WHY)))
                .given(PLANNER, new OnSharing(new RecordConsent(yes())));

        assertThat(record.record().ledger().entries().toList())
                .noneMatch(e -> e.event().toString().contains("SUBSTANCE")
                        || e.event().toString().contains("agency"));
        assertThat(record.record().ledger().entries().toList())
                .extracting(e -> e.event().toString())
                .contains("InformationLabelled[routines]", "LabelRemoved[routines]");
    }

    @Test
    void oneWhoDoesNotTakePartSaysNothing() {
        Holder stranger = Holder.of(OrganizationId.of("elsewhere"), Code.of("nurse"));

        record.when(stranger, new OnSharing(new RevokeConsent(1, WHY))).thenRefused(Reason.NOT_A_MEMBER);
        record.when(PLANNER, new AdvanceTime()).thenApplied();
    }

    private boolean permitted(Instant at) {
        return record.record().consents().permits(ROUTINES, at, AGENCY, Purpose.CARE_COORDINATION);
    }

    private Why why(Instant at) {
        return record.record()
                .consents()
                .sharing(record.record().consents().information(ROUTINES), at, AGENCY, Purpose.CARE_COORDINATION)
                .why();
    }

    private static Consent yes() {
        return yesOf(Giver.self(HomeStart.WHO));
    }

    private static Consent yesOf(Giver giver) {
        return Consent.permit(ORDINARY, AGENCY, Purpose.CARE_COORDINATION, giver, Form.WRITTEN, START);
    }

    private static Consent no() {
        return Consent.refuse(
                ORDINARY, AGENCY, Purpose.CARE_COORDINATION, Giver.self(HomeStart.WHO), Form.SPOKEN, START);
    }
}
