package care.baton.handoff;

import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.Objects;

/**
 * One condition of an acceptance: what, who sees to it, and by when. A precondition must be met before
 * the final acceptance; a limitation goes along with it.
 *
 * @param text what the condition says
 * @param kind precondition or limitation
 * @param holder who sees to it
 * @param due by when, by the host's clock
 */
public record Condition(Sensitive text, Kind kind, Holder holder, Instant due) {

    /** What a condition does. */
    public enum Kind {
        /** It must be met before the final acceptance. */
        PRECONDITION,
        /** It goes along with the acceptance and becomes a follow-up of its holder. */
        LIMITATION
    }

    /**
     * Checks that it says something.
     *
     * @throws IllegalArgumentException if the text is empty or the due lies outside the {@link Horizon}
     */
    public Condition {
        Parts.say(text, "text");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(holder, "holder");
        Horizon.check(due, "due");
    }
}
