package care.baton.handoff;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Objects;

/** The four answers to an offer. There is no fifth, and no free text in their place. */
public sealed interface Answer {

    /** How many conditions or questions one answer may have: each becomes work of its own. */
    int MOST = 100;

    /**
     * Which of the four it is.
     *
     * @return {@code accept}, {@code accept-with-conditions}, {@code request-clarification} or {@code decline}
     */
    Code category();

    /**
     * Yes: the receiver holds it from then on.
     *
     * @param synthesis what the receiver understood, in the receiver's words (I-PASS); may be none
     */
    record Accept(Sensitive synthesis) implements Answer {
        /** Checks that nothing is absent. */
        public Accept {
            Objects.requireNonNull(synthesis, "synthesis");
        }

        /** Yes, without more. */
        public Accept() {
            this(Sensitive.none());
        }

        @Override
        public Code category() {
            return Code.of("accept");
        }
    }

    /**
     * Yes, on conditions: a proposal that the sender agrees to or not.
     *
     * @param conditions at least one
     */
    record AcceptWithConditions(List<Condition> conditions) implements Answer {
        /**
         * Copies the conditions.
         *
         * @throws IllegalArgumentException if there is none, or more than {@value Answer#MOST}
         */
        public AcceptWithConditions {
            conditions = Copy.of(conditions, "conditions");
            if (conditions.isEmpty()) {
                throw new IllegalArgumentException("conditions: at least one");
            }
            if (conditions.size() > MOST) {
                throw new IllegalArgumentException("conditions: at most " + MOST);
            }
        }

        @Override
        public Code category() {
            return Code.of("accept-with-conditions");
        }
    }

    /**
     * Not yet: something must be known first.
     *
     * @param questions at least one, each item once
     */
    record RequestClarification(List<Question> questions) implements Answer {
        /**
         * Copies the questions.
         *
         * @throws IllegalArgumentException if there is none, an item is named twice, or there are more than {@value Answer#MOST}
         */
        public RequestClarification {
            questions = Copy.of(questions, "questions");
            if (questions.isEmpty()) {
                throw new IllegalArgumentException("questions: at least one");
            }
            if (questions.size() > MOST) {
                throw new IllegalArgumentException("questions: at most " + MOST);
            }
            if (questions.stream().map(Question::item).distinct().count() != questions.size()) {
                throw new IllegalArgumentException("questions: each item once");
            }
        }

        @Override
        public Code category() {
            return Code.of("request-clarification");
        }
    }

    /**
     * No, with a reason and what the receiver recommends instead.
     *
     * @param reason why
     * @param nextStep what is recommended; may be none
     */
    record Decline(Code reason, Sensitive nextStep) implements Answer {
        /** Checks that nothing is absent. */
        public Decline {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(nextStep, "nextStep");
        }

        @Override
        public Code category() {
            return Code.of("decline");
        }
    }
}
