package care.baton.note;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a shared coordination note says: what changed, what it means for the person, who needs to know and what they are
 * asked. A note that is still being written may leave out what has to be there before it is released.
 *
 * @param change what changed
 * @param impact what it means for the person
 * @param priorities what matters most to the person in this
 * @param focus what it moves, or that it is routine
 * @param concerns what it relates to, in codes of the {@link NoteRules}: each calls for a review before anybody is told
 * @param information what is shared, piece by piece, each name once
 * @param decision what decision is asked for, or expressly none
 * @param recipients who needs to know, each once
 * @param escalation whether it has to be taken further up
 * @param supports the decision's topic or the kind of action that it supports; empty when it supports none
 */
@Built
@Value.Builder
public record CoordinationNote(
        Sensitive change,
        Sensitive impact,
        Sensitive priorities,
        Focus focus,
        List<Code> concerns,
        List<Item> information,
        Optional<Stated> decision,
        List<Addressee> recipients,
        Optional<EscalationNeed> escalation,
        Optional<Code> supports) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a concern, a piece of information or a recipient is named twice
     */
    public CoordinationNote {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(impact, "impact");
        Objects.requireNonNull(priorities, "priorities");
        Objects.requireNonNull(focus, "focus");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(escalation, "escalation");
        Objects.requireNonNull(supports, "supports");
        concerns = Copy.of(concerns, "concerns");
        information = Copy.of(information, "information");
        recipients = Copy.of(recipients, "recipients");
        once(concerns, "concerns");
        once(information.stream().map(Item::name).toList(), "information");
        once(recipients.stream().map(Addressee::recipient).toList(), "recipients");
        for (Addressee one : recipients) {
            if (one.recipient().person().isEmpty()
                    && recipients.stream()
                                    .filter(other -> other.recipient().sameRole(one.recipient()))
                                    .count()
                            > 1) {
                throw new IllegalArgumentException("recipients: each once");
            }
        }
    }

    private static void once(List<?> all, String field) {
        if (all.stream().distinct().count() != all.size()) {
            throw new IllegalArgumentException(field + ": each once");
        }
    }

    /**
     * A note, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static CoordinationNoteBuilderStages.BuildStart builder() {
        return CoordinationNoteBuilderStages.start();
    }

    /**
     * One of those who need to know.
     *
     * @param recipient who
     * @return who tells them and what has to come of it; empty when they are not among them
     */
    public Optional<Addressee> addressee(Holder recipient) {
        Objects.requireNonNull(recipient, "recipient");
        return recipients.stream().filter(a -> a.recipient().equals(recipient)).findFirst();
    }

    /**
     * Whether it is flagged as routine.
     *
     * @return true when it moves none of the four things that updates are for
     */
    public boolean isRoutine() {
        return focus == Focus.ROUTINE;
    }

    /**
     * Whether it is flagged as supporting no action.
     *
     * @return true when it names neither a decision nor an action that it supports
     */
    public boolean supportsNothing() {
        return supports.isEmpty();
    }

    /**
     * What is still lacking before it can be released.
     *
     * @return the fields, in the order of the note
     */
    public List<Code> missing() {
        return Lacks.of(this);
    }
}
