package care.baton.fhir.exchange;

import care.baton.party.Sensitive;
import java.util.Objects;

/**
 * What the partner wrote in answer to a condition of ours, or to a question where it says more than words or is not sent
 * for good. No machine reads a "yes" out of it: a
 * person of ours reads it and records what it says.
 *
 * @param about which part of which handoff it answers
 * @param id the server's id of the message
 * @param text what it says
 * @param sent when it says it was sent, as written; another system's claim
 */
public record Message(LinkKey about, String id, Sensitive text, Sensitive sent) {

    /** Checks that nothing is absent. */
    public Message {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(sent, "sent");
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Message";
    }
}
