package care.baton.record;

import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand;
import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.ConsentCommand.MarkConsentInError;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.ConsentCommand.RemoveLabel;
import care.baton.consent.ConsentCommand.RevokeConsent;
import care.baton.consent.Consents;
import care.baton.consent.Given;
import care.baton.consent.Giver;
import care.baton.consent.Sensitivity;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.party.Relayed;
import care.baton.record.ConsentEvent.ConsentMarkedInError;
import care.baton.record.ConsentEvent.ConsentRecorded;
import care.baton.record.ConsentEvent.ConsentRevoked;
import care.baton.record.ConsentEvent.InformationLabelled;
import care.baton.record.ConsentEvent.LabelRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What may be shared. Whatever closes is open to all who take part; whatever opens is not. */
final class OnConsent {

    private OnConsent() {}

    static void decide(Desk desk, ConsentCommand command) {
        if (command instanceof RecordConsent c) {
            write(desk, c);
        } else if (command instanceof RevokeConsent c) {
            revoke(desk, c);
        } else if (command instanceof MarkConsentInError c) {
            error(desk, c);
        } else if (command instanceof LabelInformation c) {
            if (!bears(desk, c.item(), c.label())) {
                desk.happens(new InformationLabelled(c.item(), c.label()));
            }
        } else if (command instanceof RemoveLabel c) {
            remove(desk, c);
        }
    }

    private static void write(Desk desk, RecordConsent command) {
        Consent consent = command.consent();
        String path = "consents/" + (consents(desk).all().size() + 1);
        boolean own = desk.chart().person().equals(Optional.of(consent.giver().person()));
        if (own != (consent.giver().basis() == Giver.Basis.SELF)) {
            desk.refuse(Reason.VALUE_MALFORMED, path + "/giver");
        }
        if (consent.until().filter(end -> !end.isAfter(desk.now())).isPresent()) {
            desk.refuse(Reason.DUE_IN_THE_PAST, path + "/until");
        }
        Optional<Given> replaced = command.replaces().flatMap(consents(desk)::get);
        if (command.replaces().isPresent() && replaced.filter(Given::counts).isEmpty()) {
            desk.refuse(Reason.CONSENT_UNKNOWN, path + "/replaces");
        }
        boolean opens =
                consent.choice() == Consent.Choice.PERMIT || command.replaces().isPresent();
        if (opens && !isGiver(desk, consent.giver())) {
            mayOpen(desk, path);
        }
        if (!desk.draft().isRefused()) {
            int number = consents(desk).all().size() + 1;
            desk.happens(new ConsentRecorded(number, consent, command.replaces()));
        }
    }

    /** What was said earlier than it is written down counts from then. A no cannot be taken back, only replaced. */
    private static void revoke(Desk desk, RevokeConsent command) {
        String path = "consents/" + command.number();
        Optional<Given> given = consents(desk).get(command.number()).filter(Given::counts);
        if (given.isEmpty()) {
            desk.refuse(Reason.CONSENT_UNKNOWN, path);
        } else if (given.get().consent().choice() == Consent.Choice.REFUSE) {
            desk.refuse(Reason.STEP_NOT_OPEN, path);
        } else {
            Instant said = desk.act()
                    .relayed()
                    .map(Relayed::saidAt)
                    .or(() -> desk.act().stamp().occurredAt())
                    .filter(desk.now()::isAfter)
                    .orElse(desk.now());
            desk.happens(new ConsentRevoked(command.number(), said, command.reason()));
        }
    }

    private static void error(Desk desk, MarkConsentInError command) {
        String path = "consents/" + command.number();
        Optional<Given> given =
                consents(desk).get(command.number()).filter(g -> g.standing() != Given.Standing.RECORDED_IN_ERROR);
        if (given.isEmpty()) {
            desk.refuse(Reason.CONSENT_UNKNOWN, path);
        } else if (given.get().by().sameRole(desk.act().speaker())) {
            desk.happens(new ConsentMarkedInError(command.number(), command.reason()));
        } else {
            desk.refuse(Reason.ROLE_NOT_PERMITTED, path, given.get().by().role());
        }
    }

    private static void remove(Desk desk, RemoveLabel command) {
        String path = "labels/" + command.item();
        if (!bears(desk, command.item(), command.label())) {
            desk.refuse(Reason.LABEL_NOT_SET, path);
        } else if (mayOpen(desk, path)) {
            desk.happens(new LabelRemoved(command.item(), command.label(), command.reason()));
        }
    }

    private static boolean bears(Desk desk, Code item, Sensitivity label) {
        return consents(desk).information(item).labels().contains(label);
    }

    /** The person; or somebody of the person's own house: elsewhere anybody could say of themself that they decide. */
    private static boolean isGiver(Desk desk, Giver giver) {
        Holder by = desk.act().by();
        return desk.act().relayed().isEmpty()
                && by.person().equals(Optional.of(giver.person()))
                && (giver.basis() == Giver.Basis.SELF || desk.isPersonsHouse(by.organization()));
    }

    /** The roles that record on what runs here, and whoever keeps the record; also what they are told by telephone. */
    private static boolean mayOpen(Desk desk, String path) {
        Holder writes = desk.act().by();
        List<Code> records = desk.chart().runs().values().stream()
                .filter(PathwayRun::isOpen)
                .flatMap(run -> desk.rules().of(run).stream())
                .map(pathway -> pathway.responsibilities().records())
                .distinct()
                .sorted()
                .toList();
        boolean keeps = desk.keepsRecord(writes.organization());
        if (keeps || records.contains(writes.role())) {
            return true;
        }
        desk.refuse(Reason.ROLE_NOT_PERMITTED, path, records.toArray(Code[]::new));
        return false;
    }

    private static Consents consents(Desk desk) {
        return desk.chart().consents();
    }
}
