package care.baton.record;

import care.baton.outcome.Code;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The next step of a run: what is to be done, where its evidence is held, and who hears when it is not.
 *
 * @param run which run
 * @param awaited what is to be done, by whom, since when and by when
 * @param evidence where the evidence is held, where the definition of the run is known
 * @param stall who hears, and when, if nothing happens
 */
public record NextStep(Code run, Awaited awaited, Optional<Code> evidence, Stall stall) {

    /** Checks that nothing is absent. */
    public NextStep {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(awaited, "awaited");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(stall, "stall");
    }

    /**
     * What is to be done.
     *
     * @return the missing field, else the kind of work or of word
     */
    public Code action() {
        return awaited.thing();
    }

    /**
     * When lateness is heard if nothing happens.
     *
     * @return the instant, by the host's clock
     */
    public Instant escalateAt() {
        return stall.at();
    }
}
