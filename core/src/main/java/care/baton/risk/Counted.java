package care.baton.risk;

import care.baton.note.ContactType;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Which signs a rule counts. A list that names none leaves that open.
 *
 * @param sources from where they are known
 * @param subjects what they are about
 * @param contacts what kinds of contacts they are; naming one leaves out all that is no contact
 * @param clear whether only those count that mean something by themselves
 */
public record Counted(List<Source> sources, List<Code> subjects, List<ContactType> contacts, boolean clear) {

    /** Copies the lists. */
    public Counted {
        sources = Copy.of(sources, "sources");
        subjects = Copy.of(subjects, "subjects");
        contacts = Copy.of(contacts, "contacts");
    }

    /**
     * Those about one of these.
     *
     * @param subjects what they are about
     * @return which signs
     */
    public static Counted about(Code... subjects) {
        Objects.requireNonNull(subjects, "subjects");
        return new Counted(List.of(), Arrays.asList(subjects), List.of(), false);
    }

    /**
     * Those from one of these.
     *
     * @param sources from where they are known
     * @return which signs
     */
    public static Counted from(Source... sources) {
        Objects.requireNonNull(sources, "sources");
        return new Counted(Arrays.asList(sources), List.of(), List.of(), false);
    }

    /**
     * Contacts of one of these kinds.
     *
     * @param kinds which kinds; all when none is named
     * @return which signs
     */
    public static Counted ofContacts(ContactType... kinds) {
        Objects.requireNonNull(kinds, "kinds");
        return new Counted(List.of(Source.CONTACT), List.of(), Copy.of(Arrays.asList(kinds), "kinds"), false);
    }

    /**
     * Whether a sign is one of them.
     *
     * @param sign the sign
     * @return true when it counts
     */
    public boolean counts(Sign sign) {
        Objects.requireNonNull(sign, "sign");
        return (sources.isEmpty() || sources.contains(sign.source()))
                && (subjects.isEmpty() || subjects.contains(sign.subject()))
                && (contacts.isEmpty()
                        || sign.contact().filter(contacts::contains).isPresent())
                && !(clear && sign.low());
    }
}
