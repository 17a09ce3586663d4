package care.baton.outcome;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * It was done.
 *
 * @param state the state after the operation
 * @param events what happened, in order; empty when the same command had been applied before
 * @param <S> the state
 * @param <E> the events
 */
public record Applied<S, E>(S state, List<E> events) implements Outcome<S, E> {

    /** Copies the events. */
    public Applied {
        Objects.requireNonNull(state, "state");
        events = Copy.of(events, "events");
    }

    @Override
    public List<Refusal> refusals() {
        return List.of();
    }

    @Override
    public <R> R fold(Function<Applied<S, E>, R> done, Function<List<Refusal>, R> no) {
        return done.apply(this);
    }
}
