package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.DueRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is told of a decision, by whom, and by when; of a warning too, where one is named. Telling never moves ownership.
 *
 * @param topic the decision
 * @param notifier the one role that tells
 * @param recipients the roles that are told; at least one
 * @param within by when, from the decision or the warning
 * @param raisedBy the warning that is told as soon as it is raised, before anything is decided; empty for none
 */
public record Notice(Code topic, Code notifier, List<Code> recipients, DueRule within, Optional<Code> raisedBy) {

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
        this(topic, notifier, recipients, within, Optional.empty());
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
        recipients = Copy.of(recipients, "recipients");
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("recipients: at least one role");
        }
    }
}
