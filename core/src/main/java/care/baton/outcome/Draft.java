package care.baton.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * A decision while it is being made: the state as it would be so far, what would have happened, and
 * what stands in the way. It lives inside one operation and is never shared.
 *
 * @param <S> the state
 * @param <E> the events
 */
public final class Draft<S, E> {

    private final BiFunction<S, ? super E, S> evolve;
    private final List<E> events = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private S state;

    /**
     * Begins from a state.
     *
     * @param state the state before
     * @param evolve the one fold
     */
    public Draft(S state, BiFunction<S, ? super E, S> evolve) {
        this.state = Objects.requireNonNull(state, "state");
        this.evolve = Objects.requireNonNull(evolve, "evolve");
    }

    /**
     * The state with everything so far.
     *
     * @return the state
     */
    public S state() {
        return state;
    }

    /**
     * One more thing happens.
     *
     * @param event what happens
     */
    public void add(E event) {
        state = evolve.apply(state, event);
        events.add(event);
    }

    /**
     * More things happen, in order.
     *
     * @param more what happens
     */
    public void addAll(List<? extends E> more) {
        more.forEach(this::add);
    }

    /**
     * Something stands in the way.
     *
     * @param refusal what
     */
    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    /**
     * Several things stand in the way.
     *
     * @param more what
     */
    public void refuseAll(List<Refusal> more) {
        refusals.addAll(more);
    }

    /**
     * Whether something stands in the way so far.
     *
     * @return true when refused
     */
    public boolean isRefused() {
        return !refusals.isEmpty();
    }

    /**
     * The events so far.
     *
     * @return a copy, in order
     */
    public List<E> events() {
        return List.copyOf(events);
    }

    /**
     * The answer: refused with everything that stands in the way, else applied.
     *
     * @return the answer
     */
    public Outcome<S, E> outcome() {
        return isRefused() ? Outcome.refused(refusals) : Outcome.applied(state, events);
    }
}
