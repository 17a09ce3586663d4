package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Sensitive;
import care.baton.time.Horizon;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a field must hold, where that is more than words. */
public sealed interface Holds {

    /**
     * Whether a value is of this kind. What was erased was of it when it was written down.
     *
     * @param value what the field says
     * @param at when it was written down, by the host's clock
     * @return true when it says what this asks for
     */
    default boolean fits(Sensitive value, Instant at) {
        Objects.requireNonNull(at, "at");
        return value.removed().isPresent()
                || value.text().filter(text -> isSaid(text, at)).isPresent();
    }

    /**
     * Whether a text says what this asks for.
     *
     * @param text what the field says
     * @param at when it was written down, by the host's clock
     * @return true when it does
     */
    boolean isSaid(String text, Instant at);

    /** One role of the pathway, by its code. */
    record Role() implements Holds {
        @Override
        public boolean isSaid(String text, Instant at) {
            return isCode(text);
        }
    }

    /** An instant in ISO 8601 with {@code Z}, no earlier than when it was written down. */
    record Deadline() implements Holds {
        @Override
        public boolean isSaid(String text, Instant at) {
            return instant(text).filter(said -> !said.isBefore(at)).isPresent();
        }
    }

    /** When something happened: an instant in ISO 8601 with {@code Z}, no later than when it was written down. */
    record Happened() implements Holds {
        @Override
        public boolean isSaid(String text, Instant at) {
            return instant(text).filter(said -> !said.isAfter(at)).isPresent();
        }
    }

    /**
     * One of a closed list.
     *
     * @param values what may be said; at least two, each once
     */
    record OneOf(List<Code> values) implements Holds {
        /**
         * Copies the values.
         *
         * @throws IllegalArgumentException if there are fewer than two, or one is listed twice
         */
        public OneOf {
            values = Copy.of(values, "values");
            if (values.size() < 2 || values.stream().distinct().count() != values.size()) {
                throw new IllegalArgumentException("values: at least two, each once");
            }
        }

        @Override
        public boolean isSaid(String text, Instant at) {
            return values.stream().anyMatch(value -> value.value().equals(text));
        }
    }

    /**
     * What is counted, each with what it bears on: {@code pharmacy-call=medication-error, spouse-call=falls}. A figure
     * alone, or one thing that bears on nothing that is listed, does not count.
     *
     * @param to what each may be linked to; at least one, each once
     */
    record Linked(List<Code> to) implements Holds {
        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if nothing is listed, or something twice
         */
        public Linked {
            to = Copy.of(to, "to");
            if (to.isEmpty() || to.stream().distinct().count() != to.size()) {
                throw new IllegalArgumentException("to: at least one, each once");
            }
        }

        @Override
        public boolean isSaid(String text, Instant at) {
            return Stream.of(text.split(",", -1)).allMatch(this::isLinked);
        }

        private boolean isLinked(String counted) {
            String[] sides = counted.strip().split("=", -1);
            return sides.length == 2
                    && isCode(sides[0])
                    && to.stream().anyMatch(one -> one.value().equals(sides[1]));
        }
    }

    /**
     * Words that were written down no earlier than what another field says now: a review says nothing of a decision that
     * came after it.
     *
     * @param field the other field
     */
    record After(Code field) implements Holds {
        /** Checks that nothing is absent. */
        public After {
            Objects.requireNonNull(field, "field");
        }

        @Override
        public boolean isSaid(String text, Instant at) {
            return true;
        }
    }

    /**
     * The instant that a text says.
     *
     * @param text what a field says
     * @return the instant, if it is one in ISO 8601 with {@code Z} and within the {@link Horizon}
     */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(Horizon::holds);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isCode(String text) {
        try {
            return Code.of(text).value().equals(text);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
