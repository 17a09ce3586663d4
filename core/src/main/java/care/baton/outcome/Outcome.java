package care.baton.outcome;

import java.util.List;
import java.util.function.Function;

/**
 * The answer to every operation: it was done, and this is what happened; or it was refused, and this
 * is everything that stands in the way. Nothing in between, and no exception for a "no".
 *
 * @param <S> the state after the operation
 * @param <E> what is recorded as having happened
 */
public sealed interface Outcome<S, E> permits Applied, Refused {

    /**
     * Done.
     *
     * @param state the state after it
     * @param events what happened, in order; empty when the same command had been applied before
     * @param <S> the state
     * @param <E> the events
     * @return the answer
     */
    static <S, E> Outcome<S, E> applied(S state, List<? extends E> events) {
        return new Applied<>(state, Copy.of(events, "events"));
    }

    /**
     * Refused.
     *
     * @param refusals every reason, not only the first
     * @param <S> the state
     * @param <E> the events
     * @return the answer
     */
    static <S, E> Outcome<S, E> refused(List<Refusal> refusals) {
        return new Refused<>(refusals);
    }

    /**
     * Turns either answer into one value.
     *
     * @param done what to make of a state and its events
     * @param no what to make of the refusals
     * @param <R> the value
     * @return the value
     */
    <R> R fold(Function<Applied<S, E>, R> done, Function<List<Refusal>, R> no);

    /**
     * Whether it was done.
     *
     * @return true when applied
     */
    default boolean isApplied() {
        return this instanceof Applied<S, E>;
    }

    /**
     * The refusals, or none when it was done.
     *
     * @return every reason
     */
    List<Refusal> refusals();

    /**
     * The applied answer, for callers that have already asked and know it can be done.
     *
     * @return the state and its events
     * @throws IllegalStateException if it was refused; the message holds codes only
     */
    default Applied<S, E> orThrow() {
        return fold(Function.identity(), no -> {
            throw new IllegalStateException("refused: " + no);
        });
    }
}
