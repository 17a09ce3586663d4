package care.baton.note;

import care.baton.party.Sensitive;
import java.util.Objects;

/** What is said where something has to be said: the words, or expressly that there is nothing. */
public sealed interface Stated {

    /**
     * These words.
     *
     * @param words what is said
     */
    record Said(Sensitive words) implements Stated {
        /**
         * Checks the words.
         *
         * @throws IllegalArgumentException if nothing is said
         */
        public Said {
            Objects.requireNonNull(words, "words");
            if (words.isNone()) {
                throw new IllegalArgumentException("words: something must be said");
            }
        }
    }

    /** Expressly nothing: no decision, no action. */
    record Nothing() implements Stated {}
}
