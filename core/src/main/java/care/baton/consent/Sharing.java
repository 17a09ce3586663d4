package care.baton.consent;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether something may be shared, and why.
 *
 * @param why what decides it
 * @param number the consent or refusal that decides it; empty where nobody was asked
 */
public record Sharing(Why why, Optional<Integer> number) {

    /** What decides whether something may be shared. Only one of them is a yes. */
    public enum Why {
        /** A consent in force covers it. */
        PERMITTED,
        /** The person said no. */
        REFUSED,
        /** The consent was taken back. */
        REVOKED,
        /** The consent has ended. */
        EXPIRED,
        /** The consent does not hold yet. */
        NOT_YET,
        /** The consent is for something else: another purpose, another item, or not for what protects this one. */
        NOT_COVERED,
        /** Nobody was asked about this audience. */
        NOT_ASKED
    }

    /** Checks that nothing is absent. */
    public Sharing {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(number, "number");
    }

    /**
     * Whether it may be shared.
     *
     * @return true only when a consent in force covers it and nothing refuses it
     */
    public boolean isPermitted() {
        return why == Why.PERMITTED;
    }

    /**
     * Whether anybody was asked at all.
     *
     * @return false when no decision speaks of this audience
     */
    public boolean wasAsked() {
        return why != Why.NOT_ASKED;
    }
}
