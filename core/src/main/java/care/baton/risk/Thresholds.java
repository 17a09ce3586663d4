package care.baton.risk;

import java.util.Objects;

/**
 * From when on something counts, by the person's acuity.
 *
 * @param low where acuity is low
 * @param moderate where it is moderate
 * @param high where it is high
 */
public record Thresholds(long low, long moderate, long high) {

    /**
     * The same for everybody.
     *
     * @param threshold the threshold
     * @return the thresholds
     */
    public static Thresholds same(long threshold) {
        return new Thresholds(threshold, threshold, threshold);
    }

    /**
     * The threshold for an acuity.
     *
     * @param acuity how much the person depends on what is done for them
     * @return the threshold
     */
    public long at(Acuity acuity) {
        return switch (Objects.requireNonNull(acuity, "acuity")) {
            case LOW -> low;
            case MODERATE -> moderate;
            case HIGH -> high;
        };
    }

    /** Whether a change weighs no less where acuity is higher. */
    boolean areMonotone(boolean falling) {
        return falling ? low <= moderate && moderate <= high : low >= moderate && moderate >= high;
    }
}
