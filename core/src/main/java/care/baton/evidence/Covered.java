package care.baton.evidence;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * One fact or flag that an approval looked at, in the version it looked at.
 *
 * @param code the field or the flag
 * @param version the version that was looked at
 */
public record Covered(Code code, int version) implements Comparable<Covered> {

    /**
     * Checks the version.
     *
     * @throws IllegalArgumentException if the version is below 1
     */
    public Covered {
        Objects.requireNonNull(code, "code");
        if (version < 1) {
            throw new IllegalArgumentException("version: from 1");
        }
    }

    @Override
    public int compareTo(Covered other) {
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : Integer.compare(version, other.version);
    }
}
