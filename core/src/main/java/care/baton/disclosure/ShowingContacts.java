package care.baton.disclosure;

import care.baton.note.Contact;
import care.baton.note.Contacts;
import care.baton.note.Logged;
import care.baton.outcome.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What of the contacts goes into a view: to others than the person and whoever keeps the record, their own only. */
final class ShowingContacts {

    private final Sight sight;

    ShowingContacts(Sight sight) {
        this.sight = sight;
    }

    List<ContactSeen> of(Contacts contacts) {
        return contacts.all().stream()
                .filter(Logged::counts)
                .filter(this::isTheirs)
                .filter(l ->
                        !sight.isAnySecret(Stream.concat(Stream.of(l.by()), l.contact().talk().parties().stream())))
                .filter(l -> opens(items(l.contact())))
                .map(this::seen)
                .toList();
    }

    private boolean isTheirs(Logged logged) {
        return sight.relation() != Relation.OTHER
                || logged.by().sameRole(sight.seat())
                || logged.contact().talk().parties().stream().anyMatch(sight.seat()::sameRole);
    }

    private boolean opens(List<Code> items) {
        if (sight.isTeaser()) {
            sight.hide(Part.CONTACTS, items);
            return false;
        }
        return sight.opens(Part.CONTACTS, items);
    }

    /** What a contact is about: its kind, its reason, its change and each service. */
    private static List<Code> items(Contact contact) {
        List<Code> items = new ArrayList<>();
        items.add(Code.of(contact.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        contact.reason().ifPresent(items::add);
        contact.change().ifPresent(items::add);
        items.addAll(contact.services());
        return items;
    }

    private ContactSeen seen(Logged logged) {
        Contact contact = logged.contact();
        return new ContactSeen(
                contact.kind(),
                contact.reason(),
                contact.change(),
                contact.services(),
                sight.named(logged.by()),
                contact.talk().parties().stream().map(sight::named).toList(),
                contact.talk().channel(),
                contact.talk().reached(),
                contact.minutes(),
                logged.at(),
                contact.talk().words());
    }
}
