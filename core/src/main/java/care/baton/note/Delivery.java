package care.baton.note;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.util.Objects;

/**
 * How far the word about one change has come with one recipient.
 *
 * @param change which change
 * @param recipient who needs to know
 * @param version the version that they were told last; else the one that they are to be told
 * @param state how far it has come
 */
public record Delivery(Code change, Holder recipient, int version, State state) {

    /** How far it has come. */
    public enum State {
        /** They have not been told. */
        NOT_TOLD,
        /** They were told, and nothing has come back from them. */
        DELIVERED,
        /** They said themselves that it has reached them, or what came of it. */
        ACKNOWLEDGED
    }

    /** Checks that nothing is absent. */
    public Delivery {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(state, "state");
    }
}
