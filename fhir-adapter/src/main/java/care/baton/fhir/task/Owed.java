package care.baton.fhir.task;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Mapped;
import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that one of two organizations owes the other and that no Task of an offer says: a follow-up, an update, a
 * word to somebody. Who owes what to whom, by when, and how it stands; never the words of it.
 *
 * <p>Source: FHIR R4 Task.
 *
 * @param key which obligation
 * @param parent what it serves, if anything
 * @param person whose care it is
 * @param holder who owes it
 * @param owedTo to whom
 * @param since since when, by the host's clock
 * @param due by when, by the host's clock
 * @param waiting whether its clock waits for something else
 * @param standing open, or how it ended
 */
public record Owed(
        Key key,
        Optional<Key> parent,
        PersonId person,
        Holder holder,
        Holder owedTo,
        Instant since,
        Instant due,
        boolean waiting,
        Standing standing) {

    /** What the Task of an offer says already. */
    private static final List<Code> ON_THE_OFFER = List.of(
            Kinds.ACTION,
            Kinds.RESPONSE,
            Kinds.CLARIFICATION,
            Kinds.MANY_ROUNDS,
            Kinds.CONFIRMATION,
            Kinds.AGREE,
            Kinds.MEET,
            Kinds.PLACE,
            Kinds.TAKE_BACK,
            Kinds.VALIDATE);

    /** Refuses nothing but absence. */
    public Owed {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(owedTo, "owedTo");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(standing, "standing");
    }

    /**
     * What another organization is told of an obligation.
     *
     * @param obligation the obligation
     * @param person whose care it is
     * @return what is told
     */
    public static Owed of(Obligation obligation, PersonId person) {
        Objects.requireNonNull(obligation, "obligation");
        Objects.requireNonNull(person, "person");
        return new Owed(
                obligation.key(),
                obligation.parent(),
                person,
                obligation.holder(),
                obligation.owedTo(),
                obligation.since(),
                obligation.due(),
                obligation.isSuspended(),
                obligation.standing());
    }

    /**
     * Whether it goes to a partner: owed between the two, and not said by the Task of an offer. What is owed inside one
     * organization stays there.
     *
     * @param own our organization
     * @param partner the partner's
     * @return true when it is sent
     */
    public boolean isFor(OrganizationId own, OrganizationId partner) {
        boolean ours =
                holder.organization().equals(own) && owedTo.organization().equals(partner);
        boolean theirs =
                holder.organization().equals(partner) && owedTo.organization().equals(own);
        return (ours || theirs) && !ON_THE_OFFER.contains(key.kind());
    }

    /**
     * It as FHIR writes it.
     *
     * @return a Task: requested while it is owed, completed once done, cancelled when it is owed no more
     */
    public FhirJson task() {
        return OwedTask.write(this);
    }

    /**
     * Reads what is owed back from a Task.
     *
     * @param task the Task
     * @return what is owed; unreadable, with what is missing, when it is another system's or of something else
     */
    public static Mapped<Owed> read(FhirJson task) {
        Objects.requireNonNull(task, "task");
        return new OwedTask(task).read();
    }

    /** The kind only. */
    @Override
    public String toString() {
        return "Owed[" + key.kind() + "]";
    }
}
