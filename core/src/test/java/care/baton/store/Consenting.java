package care.baton.store;

import static care.baton.store.Cast.AGENCY;
import static care.baton.store.Cast.CLIENT;
import static care.baton.store.Cast.INTAKE;
import static care.baton.store.Cast.MANAGER;
import static care.baton.store.Cast.PAYER;
import static care.baton.store.Cast.PERSON;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.Consent.Choice;
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
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.record.OnSharing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is decided about sharing in the episode of care: every kind of decision, and every kind of change of mind. */
final class Consenting {

    private static final Code DATE = Code.of("discharge-date");
    private static final Scope ORDINARY = new Scope.Everything(List.of());

    private Consenting() {}

    static List<Script.Line> lines() {
        Giver self = Giver.self(CLIENT);
        Giver guardian = new Giver(PersonId.of("relative-1"), Giver.Basis.GUARDIAN);
        Consent agency = new Consent(
                Choice.PERMIT,
                new Scope.Items(List.of(DATE), List.of(Sensitivity.BEHAVIORAL_HEALTH)),
                List.of(Audience.of(AGENCY), Audience.of(INTAKE)),
                List.of(Purpose.TREATMENT, Purpose.CARE_COORDINATION),
                self,
                Form.ELECTRONIC,
                Cast.START,
                Optional.of(Cast.START.plus(Duration.ofDays(90))));
        Consent no = Consent.refuse(ORDINARY, Audience.of(PAYER), Purpose.PAYMENT, self, Form.SPOKEN, Cast.START);
        Consent yes = Consent.permit(ORDINARY, Audience.of(PAYER), Purpose.PAYMENT, guardian, Form.WRITTEN, Cast.START);
        Consent told = Consent.permit(
                ORDINARY, Audience.of(AGENCY), Purpose.CARE_COORDINATION, self, Form.WRITTEN, Cast.START);
        return List.of(
                line(PERSON, new RecordConsent(agency)),
                line(INTAKE, new RecordConsent(no)),
                line(MANAGER, new RecordConsent(yes, Optional.of(2))),
                line(MANAGER, new MarkConsentInError(3, Code.of("wrong-person"))),
                line(INTAKE, new LabelInformation(DATE, Sensitivity.BEHAVIORAL_HEALTH)),
                line(INTAKE, new LabelInformation(DATE, Sensitivity.VICTIM_SERVICE)),
                line(MANAGER, new RemoveLabel(DATE, Sensitivity.VICTIM_SERVICE, Code.of("wrong-entry"))),
                line(INTAKE, new RevokeConsent(1, Code.of("changed-mind"))),
                line(PERSON, new RecordConsent(told)));
    }

    private static Script.Line line(Holder by, ConsentCommand command) {
        return new Script.Line(Duration.ZERO, by, new OnSharing(command));
    }
}
