package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.Objects;

/**
 * What stands in the way, and who clears it.
 *
 * @param obstacle what kind of thing it is
 * @param words in words
 * @param owner who clears it
 * @param due by when, by the host's clock
 */
public record Obstacle(Code obstacle, Sensitive words, Holder owner, Instant due) {
    /** Checks that nothing is absent. */
    public Obstacle {
        Objects.requireNonNull(obstacle, "obstacle");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(owner, "owner");
        Horizon.check(due, "due");
    }
}
