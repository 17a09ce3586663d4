package care.baton.note;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.Objects;

/** What has to come of it afterwards: something that one owner owes by a time, or expressly nothing. */
public sealed interface FollowUp {

    /**
     * Somebody owes something.
     *
     * @param owner the one who owes it
     * @param what what is owed, in a code
     * @param due by when, by the host's clock
     */
    record Owed(Holder owner, Code what, Instant due) implements FollowUp {
        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the due lies outside the {@link Horizon}
         */
        public Owed {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(what, "what");
            Horizon.check(due, "due");
        }
    }

    /** Nothing has to come of it. */
    record NothingOwed() implements FollowUp {}
}
