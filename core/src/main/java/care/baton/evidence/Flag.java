package care.baton.evidence;

import care.baton.outcome.Code;
import java.time.Instant;
import java.util.Objects;

/**
 * A warning that stands on the record until somebody clears it, such as {@code medication-uncertainty}.
 * Raising it again makes a new version: an approval of the old one does not cover the new.
 *
 * @param code which warning
 * @param version 1 for the first time it was raised, one more each time
 * @param raised whether it stands
 * @param at when it was raised or cleared, by the host's clock
 */
public record Flag(Code code, int version, boolean raised, Instant at) {

    /**
     * Checks the version.
     *
     * @throws IllegalArgumentException if the version is below 1
     */
    public Flag {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(at, "at");
        if (version < 1) {
            throw new IllegalArgumentException("version: from 1");
        }
    }
}
