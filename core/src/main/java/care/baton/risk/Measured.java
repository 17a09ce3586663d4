package care.baton.risk;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * A figure in its unit, whole: choose a unit small enough, grams for a weight, minutes for hours.
 *
 * @param value how many of the unit, at most a million million either way
 * @param unit the unit
 */
public record Measured(long value, Code unit) {

    private static final long MOST = 1_000_000_000_000L;

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is further from zero than a million million
     */
    public Measured {
        Objects.requireNonNull(unit, "unit");
        if (value > MOST || value < -MOST) {
            throw new IllegalArgumentException("value: at most a million million either way");
        }
    }

    /**
     * A figure in a unit.
     *
     * @param value how many
     * @param unit of what
     * @return the figure
     * @throws IllegalArgumentException if the unit is not a code, or the value is too far from zero
     */
    public static Measured of(long value, String unit) {
        return new Measured(value, Code.of(Objects.requireNonNull(unit, "unit")));
    }

    /** The unit only. */
    @Override
    public String toString() {
        return "Measured[" + unit + "]";
    }
}
