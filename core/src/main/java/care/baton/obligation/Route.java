package care.baton.obligation;

import care.baton.outcome.Copy;
import care.baton.time.DueRule;
import java.util.List;
import java.util.Objects;

/**
 * Where lateness is heard, worked out when the obligation was opened and kept with it: a later change
 * of a definition or a team does not rewrite it.
 *
 * @param levels who hears, earliest first; none when only its own holder is reminded
 * @param repeat how often the last is reminded until it is ended
 */
public record Route(List<Level> levels, DueRule repeat) {

    /**
     * Copies the levels.
     *
     * @throws IllegalArgumentException if a level comes no later than the one before
     */
    public Route {
        Objects.requireNonNull(repeat, "repeat");
        levels = Copy.of(levels, "levels");
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).after().compareTo(levels.get(i - 1).after()) <= 0) {
                throw new IllegalArgumentException("levels: each later than the one before");
            }
        }
    }

    /**
     * Only the holder is reminded.
     *
     * @param repeat how often
     * @return a route without levels
     */
    public static Route reminder(DueRule repeat) {
        return new Route(List.of(), repeat);
    }
}
