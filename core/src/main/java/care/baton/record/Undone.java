package care.baton.record;

import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a pathway, a plan, its protocol or a note owed and that is not done. It is derived from what is
 * recorded and shows while there is still time. Codes and seats only, for the people of whoever keeps the record.
 *
 * @param run in the course of which run
 * @param thing what is undone: the field, the kind of work or of word, the activity, the topic or the change
 * @param why in what way it is undone: at least one, each once, in the order of {@link Why}
 * @param owner whose it is: the role, with the person where one is named; empty where it is not even a role's
 * @param since since when, by the host's clock
 * @param due by when, by the host's clock; empty where nothing says
 * @param key which obligation; empty for what nobody owes yet
 * @param blocks what cannot go on without it: the run's steps by their names ({@code offer}, {@code accept},
 *     {@code decide}, {@code close}), the kinds of work that wait for it, the window of a plan into which it has to
 *     fall, the plan that cannot count
 */
public record Undone(
        Code run,
        Code thing,
        List<Why> why,
        Optional<Holder> owner,
        Instant since,
        Optional<Instant> due,
        Optional<Key> key,
        List<Code> blocks) {

    /** In what way something is undone. */
    public enum Why {
        /** Nobody who takes part has it. */
        NOBODYS,
        /** A plan leaves out what its protocol asks for, and does not say why. */
        SKIPPED,
        /** It was due, and its clock does not stand still. */
        OVERDUE,
        /** Nothing has been recorded about it. */
        NOT_STARTED
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if it is undone in no way
     */
    public Undone {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(thing, "thing");
        why = Copy.of(why, "why");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(key, "key");
        blocks = Copy.of(blocks, "blocks");
        if (why.isEmpty()) {
            throw new IllegalArgumentException("why: at least one");
        }
    }
}
