package care.baton.store;

import static care.baton.store.Cast.AGENCY;
import static care.baton.store.Cast.AUTHORIZER;
import static care.baton.store.Cast.MANAGER;
import static care.baton.store.Cast.OFFICE;
import static care.baton.store.Cast.PAYER;

import care.baton.consent.Purpose;
import care.baton.disclosure.DisclosureCommand;
import care.baton.disclosure.DisclosureCommand.BreakGlass;
import care.baton.disclosure.DisclosureCommand.Disclose;
import care.baton.disclosure.DisclosureCommand.KeepConfidential;
import care.baton.disclosure.DisclosureCommand.LiftConfidentiality;
import care.baton.disclosure.DisclosureCommand.ReviewEmergency;
import care.baton.disclosure.Part;
import care.baton.disclosure.Piece;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.record.OnDisclosure;
import care.baton.record.RecordCommand.JoinTeam;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What goes out of the episode of care, and one emergency. */
final class Disclosing {

    private static final Holder NURSE = Holder.of(AGENCY, Code.of("nurse"), PersonId.of("nurse-1"));
    private static final Holder OFFICER = Holder.of(OFFICE, Code.of("privacy-officer"), PersonId.of("officer-1"));

    private Disclosing() {}

    static List<Script.Line> lines() {
        List<Piece> date = List.of(new Piece(Part.FACTS, Code.of("discharge-date")));
        Optional<Code> law = Optional.of(Code.of("court-order"));
        return List.of(
                new Script.Line(
                        Duration.ZERO, MANAGER, new JoinTeam(NURSE, OrganizationKind.HOME_CARE_PROVIDER, List.of())),
                line(MANAGER, new KeepConfidential(PAYER)),
                line(AUTHORIZER, new LiftConfidentiality(PAYER, Code.of("known-to-all"))),
                line(OFFICER, new Disclose(AUTHORIZER, Purpose.PAYMENT, date, law)),
                line(NURSE, new BreakGlass(Code.of("run-1"), Code.of("unconscious"))),
                line(OFFICER, new ReviewEmergency(1, Code.of("justified"))));
    }

    private static Script.Line line(Holder by, DisclosureCommand command) {
        return new Script.Line(Duration.ZERO, by, new OnDisclosure(command));
    }
}
