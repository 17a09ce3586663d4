package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.DueRule;
import java.util.List;
import java.util.Objects;

/**
 * Who hears when something is late, one after the other, and how often the last one is reminded until
 * it is ended. A reminder opens nothing new.
 *
 * @param code the ladder's name
 * @param rungs the levels, earliest first; at least one
 * @param repeat how often the last level repeats
 */
public record Ladder(Code code, List<Rung> rungs, DueRule repeat) {

    /**
     * Copies the levels.
     *
     * @throws IllegalArgumentException if there is no level, or one comes no later than the one before
     */
    public Ladder {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(repeat, "repeat");
        rungs = Copy.of(rungs, "rungs");
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("rungs: at least one");
        }
        for (int i = 1; i < rungs.size(); i++) {
            if (rungs.get(i).after().compareTo(rungs.get(i - 1).after()) <= 0) {
                throw new IllegalArgumentException("rungs: each later than the one before");
            }
        }
    }
}
