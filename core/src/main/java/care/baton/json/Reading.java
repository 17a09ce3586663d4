package care.baton.json;

import care.baton.outcome.Copy;
import care.baton.outcome.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What came of reading a text: what it says, or everything that is wrong with it.
 *
 * @param <T> what was to be read
 */
public sealed interface Reading<T> permits Reading.Complete, Reading.Unreadable {

    /**
     * It was read.
     *
     * @param value what it says
     * @param <T> what was to be read
     */
    record Complete<T>(T value) implements Reading<T> {
        /** Checks that there is a value. */
        public Complete {
            Objects.requireNonNull(value, "value");
        }

        /** Always the same word. */
        @Override
        public String toString() {
            return "Complete";
        }
    }

    /**
     * It could not be read.
     *
     * @param refusals what is wrong, each with its place; at least one
     * @param <T> what was to be read
     */
    record Unreadable<T>(List<Refusal> refusals) implements Reading<T> {
        /**
         * Copies the refusals.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Unreadable {
            refusals = Copy.of(refusals, "refusals");
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("refusals: at least one");
            }
        }
    }

    /**
     * Turns either answer into one value.
     *
     * @param done what to make of what was read
     * @param no what to make of what is wrong
     * @param <R> the value
     * @return the value
     */
    default <R> R fold(Function<T, R> done, Function<List<Refusal>, R> no) {
        return this instanceof Complete<T> read ? done.apply(read.value()) : no.apply(refusals());
    }

    /**
     * What is wrong with the text.
     *
     * @return each fault with its place; empty when it was read
     */
    default List<Refusal> refusals() {
        return this instanceof Unreadable<T> unreadable ? unreadable.refusals() : List.of();
    }

    /**
     * What was read, for callers that know it can be.
     *
     * @return the value
     * @throws IllegalStateException if it could not be read; the message holds codes and places only
     */
    default T orThrow() {
        return fold(Function.identity(), no -> {
            throw new IllegalStateException("unreadable: " + no);
        });
    }
}
