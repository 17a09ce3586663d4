package care.baton.record;

import care.baton.note.Contact;
import care.baton.note.ContactCommand;
import care.baton.note.ContactCommand.ClassifyContact;
import care.baton.note.ContactCommand.MarkContactInError;
import care.baton.note.ContactCommand.RecordContact;
import care.baton.note.ContactEvent.ContactClassified;
import care.baton.note.ContactEvent.ContactMarkedInError;
import care.baton.note.ContactEvent.ContactRecorded;
import care.baton.note.FollowUp;
import care.baton.note.Logged;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.pathway.Pathway;
import java.util.Optional;

/** The contacts that coordination takes: anybody who takes part writes down theirs. */
final class OnContacts {

    private static final Code IN_ERROR = Code.of("contact-in-error");

    private OnContacts() {}

    static void decide(Desk desk, ContactCommand command) {
        if (command instanceof RecordContact c) {
            write(desk, c.contact());
        } else if (command instanceof ClassifyContact c) {
            if (counting(desk, c.number()).isPresent()) {
                desk.happens(new ContactClassified(c.number(), c.worth(), c.rule(), c.reason()));
            }
        } else if (command instanceof MarkContactInError c) {
            error(desk, c);
        }
    }

    private static void write(Desk desk, Contact contact) {
        int number = desk.chart().contacts().all().size() + 1;
        String path = "contacts/" + number;
        if (contact.reason().isEmpty()) {
            desk.refuse(Reason.FIELD_MISSING, path + "/reason");
        }
        OnRisks.isPast(desk, path);
        contact.change()
                .filter(change -> desk.chart().notes().get(change).isEmpty())
                .ifPresent(change -> desk.refuse(Reason.NOTE_UNKNOWN, OnNotes.path(change)));
        Optional<Pathway> pathway = Optional.empty();
        if (contact.owed().isPresent()) {
            if (contact.run().isEmpty()) {
                desk.refuse(Reason.FIELD_MISSING, path + "/run");
            }
            if (!contact.owed().get().due().isAfter(desk.now())) {
                desk.refuse(Reason.DUE_IN_THE_PAST, path + "/follow-up");
            }
            pathway = contact.run().flatMap(desk::openRun).flatMap(desk::definition);
        }
        if (!desk.draft().isRefused()) {
            desk.happens(new ContactRecorded(number, contact));
            pathway.ifPresent(p -> owe(
                    desk, contact.run().orElseThrow(), number, contact.owed().orElseThrow()));
        }
    }

    private static void owe(Desk desk, Code run, int number, FollowUp.Owed owed) {
        Holder holder = Gone.present(desk, owed.owner());
        desk.oweOnRun(run, Keys.contactFollowUp(run, number), holder, desk.act().speaker(), owed.due());
    }

    /** What was owed for it is owed no longer. */
    private static void error(Desk desk, MarkContactInError command) {
        Optional<Logged> logged = counting(desk, command.number());
        if (logged.isEmpty()) {
            return;
        }
        if (!logged.get().by().sameRole(desk.act().speaker())) {
            desk.refuse(
                    Reason.ROLE_NOT_PERMITTED,
                    "contacts/" + command.number(),
                    logged.get().by().role());
            return;
        }
        desk.happens(new ContactMarkedInError(command.number(), command.reason()));
        Optional<Key> owed = logged.get().contact().run().map(run -> Keys.contactFollowUp(run, command.number()));
        owed.ifPresent(key -> desk.release(key, IN_ERROR));
    }

    private static Optional<Logged> counting(Desk desk, int number) {
        Optional<Logged> logged = desk.chart().contacts().get(number).filter(Logged::counts);
        if (logged.isEmpty()) {
            desk.refuse(Reason.CONTACT_UNKNOWN, "contacts/" + number);
        }
        return logged;
    }
}
