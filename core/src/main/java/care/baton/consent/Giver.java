package care.baton.consent;

import care.baton.party.PersonId;
import java.util.Objects;

/**
 * Whose consent it is: the person's own, or that of somebody who decides for a person who cannot.
 *
 * @param person who decided
 * @param basis by what right
 */
public record Giver(PersonId person, Basis basis) {

    /** By what right somebody decides what is shared about a person. */
    public enum Basis {
        /** It is about oneself, and one can decide it. */
        SELF,
        /** As the parent of a minor. */
        PARENT,
        /** As a guardian whom a court appointed. */
        GUARDIAN,
        /** As the proxy whom the person named for when the person cannot decide. */
        HEALTH_CARE_PROXY,
        /** By a power of attorney. */
        POWER_OF_ATTORNEY,
        /** As the one whom the law names where nobody was appointed, such as the next of kin. */
        BY_LAW
    }

    /** Checks that nothing is absent. */
    public Giver {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(basis, "basis");
    }

    /**
     * The person whom it is about.
     *
     * @param person the person
     * @return the giver
     */
    public static Giver self(PersonId person) {
        return new Giver(person, Basis.SELF);
    }

    /** The kind of value only: that somebody cannot decide says something about them. */
    @Override
    public String toString() {
        return "Giver";
    }
}
