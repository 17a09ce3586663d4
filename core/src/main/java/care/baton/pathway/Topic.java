package care.baton.pathway;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * One line of a decision guide: a topic, the one role that decides it, and what must be the case for
 * it to go further up.
 *
 * @param topic what is to be decided
 * @param owner the one role that decides
 * @param escalatesWhen the condition under which it goes further up
 * @param side the side that the owner must stand on
 */
public record Topic(Code topic, Code owner, Code escalatesWhen, Side side) {

    /** Checks that nothing is absent. */
    public Topic {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(escalatesWhen, "escalatesWhen");
        Objects.requireNonNull(side, "side");
    }
}
