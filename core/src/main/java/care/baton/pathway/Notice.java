package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.DueRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is told of a decision, by whom, and by when; where a warning or a field is named, as soon as that is raised or
 * says so, too. Telling never moves ownership.
 *
 * @param topic the decision
 * @param notifier the one role that tells
 * @param recipients the roles that are told; at least one
 * @param within by when, from the decision, the warning or the word
 * @param raisedBy the warning that is told as soon as it is raised, before anything is decided; empty for none
 * @param namedIn the field in which the topic is named from a closed list: told as soon as it says so, on whatever runs
 *     or begins; empty for none
 */
public record Notice(
        Code topic,
        Code notifier,
        List<Code> recipients,
        DueRule within,
        Optional<Code> raisedBy,
        Optional<Code> namedIn) {

    /**
     * Word of a decision alone.
     *
     * @param topic the decision
     * @param notifier the one role that tells
     * @param recipients the roles that are told; at least one
     * @param within by when, from the decision
     * @throws IllegalArgumentException if nobody is told
     */
    public Notice(Code topic, Code notifier, List<Code> recipients, DueRule within) {
        this(topic, notifier, recipients, within, Optional.empty(), Optional.empty());
    }

    /**
     * Copies the recipients.
     *
     * @throws IllegalArgumentException if nobody is told
     */
    public Notice {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(notifier, "notifier");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(raisedBy, "raisedBy");
        Objects.requireNonNull(namedIn, "namedIn");
        recipients = Copy.of(recipients, "recipients");
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("recipients: at least one role");
        }
    }

    /**
     * The same, told as soon as a warning is raised too.
     *
     * @param flag the warning
     * @return the notice
     */
    public Notice onWarning(Code flag) {
        return new Notice(topic, notifier, recipients, within, Optional.of(flag), namedIn);
    }

    /**
     * The same, told as soon as a field names the topic too.
     *
     * @param field the field, which holds one of a closed list
     * @return the notice
     */
    public Notice onWord(Code field) {
        return new Notice(topic, notifier, recipients, within, raisedBy, Optional.of(field));
    }
}
