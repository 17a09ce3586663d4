package care.baton.disclosure;

import care.baton.consent.Sharing;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether one audience may see one piece of information, and why.
 *
 * @param why what decides it
 * @param number the consent, the refusal or the emergency that decides it, by its number on the record
 * @param sharing what the person's decisions say, where these were asked
 */
public record Ruling(Why why, Optional<Integer> number, Optional<Sharing.Why> sharing) {

    /** What decides whether something may be seen. */
    public enum Why {
        /** It is on the list of the person, or of whoever keeps the record. */
        OWN_RIGHT,
        /** It is on the list, agreed, and a consent in force covers it. */
        CONSENT,
        /** An emergency opens it for a while. */
        EMERGENCY,
        /** No line of the allow-list names it for this audience and purpose. */
        NOT_LISTED,
        /** What was agreed with the organization does not name it, or no longer holds. */
        NOT_AGREED,
        /** No consent in force covers it, or the person said no. */
        NO_CONSENT
    }

    /** Checks that nothing is absent. */
    public Ruling {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(sharing, "sharing");
    }

    static Ruling of(Why why) {
        return new Ruling(why, Optional.empty(), Optional.empty());
    }

    static Ruling by(Why why, Sharing sharing) {
        return new Ruling(why, sharing.number(), Optional.of(sharing.why()));
    }

    /**
     * Whether it may be seen.
     *
     * @return true by right, by consent or in an emergency
     */
    public boolean isOpen() {
        return why == Why.OWN_RIGHT || why == Why.CONSENT || why == Why.EMERGENCY;
    }
}
