package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.DueRule;
import java.util.List;
import java.util.Objects;

/**
 * Who is told of a decision, by whom, and by when. Telling never moves ownership.
 *
 * @param topic the decision
 * @param notifier the one role that tells
 * @param recipients the roles that are told; at least one
 * @param within by when, from the decision
 */
public record Notice(Code topic, Code notifier, List<Code> recipients, DueRule within) {

    /**
     * Copies the recipients.
     *
     * @throws IllegalArgumentException if nobody is told
     */
    public Notice {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(notifier, "notifier");
        Objects.requireNonNull(within, "within");
        recipients = Copy.of(recipients, "recipients");
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("recipients: at least one role");
        }
    }
}
