package care.baton.record;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a timeline.
 *
 * @param sequence the number of the entry that it reads
 * @param at when it was recorded, by the host's clock
 * @param aspect what it shows
 * @param what what happened, in a code
 * @param by who did it; for what time brought about, on whose asking it was recorded
 * @param to who holds it or hears of it from then on, where that is what happened
 */
public record Moment(long sequence, Instant at, Aspect aspect, Code what, Holder by, Optional<Holder> to) {

    /** What a line of a timeline shows. */
    public enum Aspect {
        /** Who is responsible. */
        RESPONSIBILITY,
        /** What was written down for it. */
        DOCUMENTATION,
        /** Who heard that it was late. */
        ESCALATION,
        /** How it ended. */
        CLOSURE
    }

    /** Checks that nothing is absent. */
    public Moment {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(aspect, "aspect");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(to, "to");
    }
}
