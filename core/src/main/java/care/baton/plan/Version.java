package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;

/**
 * One version of a plan, as it was written; it never changes.
 *
 * @param number from 1
 * @param content what it says
 * @param reason why it was written
 * @param by who wrote it
 * @param at when it was recorded, by the host's clock
 */
public record Version(int number, CarePlan content, Code reason, Holder by, Instant at) {
    /** Checks that nothing is absent. */
    public Version {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
