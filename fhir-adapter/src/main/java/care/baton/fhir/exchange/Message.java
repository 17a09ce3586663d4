package care.baton.fhir.exchange;

import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * What the partner wrote and a person of ours reads: in answer to a condition, or to a question where it says more than
 * words, is not sent for good or comes after the question was closed; or in a remark on the Task, or on what that is
 * about. No machine reads a "yes" out of it: the person records what it says.
 *
 * @param about which part of which handoff it answers, or whose Task, or whose request, bears it
 * @param id the server's id of the message, or of what bears it
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

    /** With the time as it is written there; none where it is not said, or is longer than a record keeps. */
    static Message of(LinkKey about, String id, Sensitive text, JsonNode sent) {
        boolean said = sent.isTextual() && Sensitive.fits(sent.textValue());
        return new Message(about, id, text, said ? Sensitive.of(sent.textValue()) : Sensitive.none());
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Message";
    }
}
