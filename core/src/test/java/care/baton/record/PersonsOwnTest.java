package care.baton.record;

import static care.baton.record.HomeConsents.seen;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.WHO;
import static care.baton.record.HomeStart.joins;
import static care.baton.record.HomeStart.says;
import static care.baton.record.NoteTest.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.consent.Sensitivity;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is the person's alone is nobody else's, however somebody names the seat. */
class PersonsOwnTest {

    private static final Holder AS_THE_PERSON = INTAKE.heldBy(Optional.of(WHO));

    private final RecordFixture run = HomeStart.run().given(NURSE, says(ROUTINES), says(RISKS));

    @Test
    void noHouseSaysOfARoleThatItHasThatItIsThePersons() {
        run.when(INTAKE, joins(AS_THE_PERSON, OrganizationKind.HOME_CARE_PROVIDER))
                .thenRefused(Reason.NOT_YOUR_TURN);
        run.when(INTAKE, joins(AS_THE_PERSON, OrganizationKind.PERSON_AND_FAMILY))
                .thenRefused(Reason.NOT_YOUR_TURN);

        assertThat(seen(run, INTAKE.heldBy(Optional.empty())).isTeaser()).isTrue();
        run.when(INTAKE, new OnSharing(new RecordConsent(byAGuardian()))).thenRefused(Reason.ROLE_NOT_PERMITTED);
    }

    @Test
    void aRelativeTakesNoSeatAsThePerson() {
        Holder son = Holder.of(PERSON.organization(), Code.of("son"), PersonId.of("son-1"));
        run.given(PERSON, joins(son, OrganizationKind.PERSON_AND_FAMILY));

        run.when(son, joins(son.heldBy(Optional.of(WHO)), OrganizationKind.PERSON_AND_FAMILY))
                .thenRefused(Reason.NOT_YOUR_TURN);
        assertThat(seen(run, son.heldBy(Optional.empty())).facts()).isEmpty();
    }

    @Test
    void aSeatThatOthersHaveTooIsNotThePersons() {
        Holder neighbor = Holder.of(PERSON.organization(), PERSON.role(), PersonId.of("neighbor"));
        Holder unnamed = PERSON.heldBy(Optional.empty());
        assertThat(seen(run, unnamed).facts()).isNotEmpty();

        run.given(PLANNER, joins(neighbor, OrganizationKind.PERSON_AND_FAMILY));
        assertThat(seen(run, unnamed).facts()).isEmpty();
        assertThat(seen(run, PERSON).facts()).isNotEmpty();
    }

    @Test
    void noHouseGivesItselfARoleThatSpeaksForThePerson() {
        Holder worker = Holder.of(INTAKE.organization(), Code.of("community-health-worker"));
        assertThat(refusals(run, INTAKE, joins(worker, OrganizationKind.HOME_CARE_PROVIDER)))
                .extracting(Refusal::code)
                .containsExactly(Reason.NOT_YOUR_TURN);
    }

    private static Consent byAGuardian() {
        return new Consent(
                Consent.Choice.PERMIT,
                new Scope.Everything(List.of(Sensitivity.values())),
                List.of(Audience.of(INTAKE.organization())),
                List.of(Purpose.values()),
                new Giver(INTAKE.person().orElseThrow(), Giver.Basis.GUARDIAN),
                Consent.Form.WRITTEN,
                START,
                Optional.empty());
    }
}
