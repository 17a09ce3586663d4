package care.baton.party;

import care.baton.time.Stamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Who does something, when, and under which identifier of the host. Baton trusts the host that this is
 * who it says; whether the role may do it is Baton's to decide.
 *
 * @param command the host's identifier for this request
 * @param by who acts
 * @param stamp when, by the host's clock, with what others claim beside it
 * @param relayed present when the actor writes down what somebody else said
 */
public record Act(CommandId command, Holder by, Stamp stamp, Optional<Relayed> relayed) {

    /** Checks that nothing is absent. */
    public Act {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(relayed, "relayed");
    }

    /**
     * An act of one's own.
     *
     * @param command the host's identifier for this request
     * @param by who acts
     * @param stamp when
     * @return the act
     */
    public static Act of(CommandId command, Holder by, Stamp stamp) {
        return new Act(command, by, stamp, Optional.empty());
    }

    /**
     * The same act, recorded no earlier than what was recorded before it. An earlier instant stays as a claim.
     *
     * @param last when something was recorded last
     * @return the act, in order
     */
    public Act notBefore(Optional<Instant> last) {
        return last.filter(stamp.recordedAt()::isBefore)
                .map(later -> new Act(
                        command,
                        by,
                        new Stamp(
                                later, stamp.occurredAt(), stamp.claimedAt().or(() -> Optional.of(stamp.recordedAt()))),
                        relayed))
                .orElse(this);
    }

    /**
     * When it happened, as far as anybody says so: a report of what was seen or done, or what was said elsewhere.
     *
     * @return the instant as told; empty where it is taken to have been when it was recorded
     */
    public Optional<Instant> told() {
        return stamp.occurredAt().or(() -> relayed.map(Relayed::saidAt));
    }

    /**
     * Whose word it is: the speaker when it is relayed, else the one who acts.
     *
     * @return the one who answers for the content
     */
    public Holder speaker() {
        return relayed.map(Relayed::speaker).orElse(by);
    }
}
