package care.baton.note;

import care.baton.outcome.Code;
import java.util.Objects;

/** What a contact was worth: it helped, it could have been spared, or that is not known. Number alone says nothing. */
public sealed interface Worth {

    /** The three that there are. Every contact is exactly one of them. */
    enum Category {
        /** It helped. */
        VALUABLE,
        /** It could have been spared. */
        AVOIDABLE,
        /** That is not known. */
        UNDETERMINED
    }

    /** Why a contact could have been spared. */
    enum Cause {
        /** Something was unclear. */
        UNCLEAR,
        /** Something came late. */
        LATE,
        /** The service is poorly designed. */
        POORLY_DESIGNED
    }

    /**
     * Which of the three it is.
     *
     * @return the category
     */
    Category category();

    /**
     * It helped.
     *
     * @param protects the outcome or the risk that it helped with
     */
    record Valuable(Code protects) implements Worth {
        /** Checks that nothing is absent. */
        public Valuable {
            Objects.requireNonNull(protects, "protects");
        }

        @Override
        public Category category() {
            return Category.VALUABLE;
        }
    }

    /**
     * It could have been spared.
     *
     * @param cause why
     */
    record Avoidable(Cause cause) implements Worth {
        /** Checks that nothing is absent. */
        public Avoidable {
            Objects.requireNonNull(cause, "cause");
        }

        @Override
        public Category category() {
            return Category.AVOIDABLE;
        }
    }

    /** That is not known. */
    record Undetermined() implements Worth {
        @Override
        public Category category() {
            return Category.UNDETERMINED;
        }
    }
}
