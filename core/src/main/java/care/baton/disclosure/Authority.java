package care.baton.disclosure;

import care.baton.outcome.Code;
import java.util.Objects;

/** By what right something about a person went to somebody else. */
public sealed interface Authority {

    /**
     * By the person's leave.
     *
     * @param number which consent on the record
     */
    record ByConsent(int number) implements Authority {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is below 1
         */
        public ByConsent {
            if (number < 1) {
                throw new IllegalArgumentException("number: from 1");
            }
        }
    }

    /**
     * In an emergency.
     *
     * @param number which emergency on the record
     */
    record InEmergency(int number) implements Authority {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is below 1
         */
        public InEmergency {
            if (number < 1) {
                throw new IllegalArgumentException("number: from 1");
            }
        }
    }

    /**
     * Because a law or a court asks for it, whatever the person says.
     *
     * @param basis which, in the host's code
     */
    record ByLaw(Code basis) implements Authority {
        /** Checks that nothing is absent. */
        public ByLaw {
            Objects.requireNonNull(basis, "basis");
        }
    }
}
