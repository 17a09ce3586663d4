package care.baton.plan;

import care.baton.outcome.Code;
import java.util.Objects;
import java.util.Optional;

/**
 * That an activity is a service to be arranged: transport, home health, equipment. It is booked, then confirmed, then
 * done.
 *
 * @param window the window into which it falls together with others; empty where it stands alone
 */
public record Arrangement(Optional<Code> window) {
    /** Checks that nothing is absent. */
    public Arrangement {
        Objects.requireNonNull(window, "window");
    }
}
