package care.baton.outcome;

import java.util.List;
import java.util.function.Function;

/**
 * It was refused, and nothing changed.
 *
 * @param refusals every reason, at least one
 * @param <S> the state
 * @param <E> the events
 */
public record Refused<S, E>(List<Refusal> refusals) implements Outcome<S, E> {

    /**
     * Copies the reasons.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Refused {
        refusals = Copy.of(refusals, "refusals");
        if (refusals.isEmpty()) {
            throw new IllegalArgumentException("refusals: at least one");
        }
    }

    @Override
    public <R> R fold(Function<Applied<S, E>, R> done, Function<List<Refusal>, R> no) {
        return no.apply(refusals);
    }
}
