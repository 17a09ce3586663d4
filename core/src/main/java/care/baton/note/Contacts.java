package care.baton.note;

import care.baton.history.Index;
import care.baton.note.ContactEvent.ContactClassified;
import care.baton.note.ContactEvent.ContactMarkedInError;
import care.baton.note.ContactEvent.ContactRecorded;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every contact that coordination took on one record, or some of them. What was marked in error is kept and counted
 * nowhere. They come only from what was recorded.
 */
public final class Contacts {

    private static final Contacts NONE = new Contacts(Index.empty());

    private final Index<Integer, Logged> all;

    private Contacts(Index<Integer, Logged> all) {
        this.all = all;
    }

    /**
     * Nobody was contacted yet.
     *
     * @return no contacts
     */
    public static Contacts none() {
        return NONE;
    }

    /**
     * All contacts, those marked in error too.
     *
     * @return each, in the order in which they were recorded
     */
    public List<Logged> all() {
        return all.values();
    }

    /**
     * One contact.
     *
     * @param number which, from 1
     * @return the contact, if there is one of that number
     */
    public Optional<Logged> get(int number) {
        return all.get(number);
    }

    /**
     * Those that were made in a span of time.
     *
     * @param from from when
     * @param until until when, exclusive
     * @return those contacts
     */
    public Contacts between(Instant from, Instant until) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        return only(l -> !l.at().isBefore(from) && l.at().isBefore(until));
    }

    /**
     * Those of one kind.
     *
     * @param kind which kind
     * @return those contacts
     */
    public Contacts of(ContactType kind) {
        Objects.requireNonNull(kind, "kind");
        return only(l -> l.contact().kind() == kind);
    }

    /**
     * Those that were worth the same.
     *
     * @param category valuable, avoidable or undetermined
     * @return those contacts
     */
    public Contacts worth(Worth.Category category) {
        Objects.requireNonNull(category, "category");
        return only(l -> l.worth().category() == category);
    }

    /**
     * Those that could have been spared, for one cause.
     *
     * @param cause why
     * @return those contacts
     */
    public Contacts avoidable(Worth.Cause cause) {
        Objects.requireNonNull(cause, "cause");
        return only(l -> l.worth().equals(new Worth.Avoidable(cause)));
    }

    /**
     * Those with somebody in a role, of whichever organization.
     *
     * @param role which role
     * @return those contacts
     */
    public Contacts with(Code role) {
        Objects.requireNonNull(role, "role");
        return only(l -> l.contact().talk().parties().stream().map(Holder::role).anyMatch(role::equals));
    }

    /**
     * Those about one change.
     *
     * @param change which change
     * @return those contacts
     */
    public Contacts about(Code change) {
        Objects.requireNonNull(change, "change");
        return only(l -> l.contact().change().equals(Optional.of(change)));
    }

    /**
     * Those that were one kind of coordination; each contact is of one kind, or of none.
     *
     * @param type which kind; empty for those of which nobody has said it
     * @return those contacts
     */
    public Contacts coordinating(Optional<Coordination> type) {
        Objects.requireNonNull(type, "type");
        return only(l -> l.contact().coordination().equals(type));
    }

    /**
     * Those that were about one service, whatever else they were about.
     *
     * @param service which service
     * @return those contacts
     */
    public Contacts concerning(Code service) {
        Objects.requireNonNull(service, "service");
        return only(l -> l.contact().services().contains(service));
    }

    /**
     * The attempts that failed.
     *
     * @return those contacts
     */
    public Contacts failed() {
        return only(l -> !l.contact().talk().reached());
    }

    /**
     * Those that were made outside the system.
     *
     * @return those contacts
     */
    public Contacts outside() {
        return only(l -> l.contact().talk().outside());
    }

    /**
     * Those that leave one of the four questions open.
     *
     * @return those contacts
     */
    public Contacts incomplete() {
        return only(l -> !l.contact().open().isEmpty());
    }

    /**
     * How many of these there are, and how long they took.
     *
     * @return the sum over those that count
     */
    public Tally tally() {
        return Tally.of(all().stream().filter(Logged::counts).toList());
    }

    private Contacts only(Predicate<Logged> which) {
        Index<Integer, Logged> some = Index.empty();
        for (Logged one : all()) {
            some = one.counts() && which.test(one) ? some.with(one.number(), one) : some;
        }
        return new Contacts(some);
    }

    /**
     * The contacts after one more event.
     *
     * @param act who did it and when
     * @param event what happened
     * @return what stands then
     */
    public Contacts evolve(Act act, ContactEvent event) {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(event, "event");
        if (event instanceof ContactRecorded e) {
            Logged logged = new Logged(
                    e.number(),
                    e.contact(),
                    act.speaker(),
                    act.told().orElse(act.stamp().recordedAt()),
                    List.of(),
                    Optional.empty());
            return new Contacts(all.with(e.number(), logged));
        }
        if (event instanceof ContactClassified e) {
            Logged.Judged judged = new Logged.Judged(e.worth(), e.rule(), act.speaker(), e.reason());
            return get(e.number())
                    .map(l -> new Contacts(all.with(l.number(), l.judged(judged))))
                    .orElse(this);
        }
        ContactMarkedInError e = (ContactMarkedInError) event;
        return get(e.number())
                .map(l -> new Contacts(all.with(l.number(), l.inError(e.reason()))))
                .orElse(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Contacts that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return Objects.hash(all);
    }

    /** How many there are. */
    @Override
    public String toString() {
        return "Contacts[" + all.size() + "]";
    }
}
