package care.baton.plan;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * What is to be done and how often: cardiac rehab three times a week.
 *
 * @param activity what
 * @param times how often in each period; at least once
 * @param every the period
 */
public record Doing(Code activity, int times, Every every) {

    /** In which period something is done so many times. */
    public enum Every {
        /** Each day. */
        DAY,
        /** Each week. */
        WEEK,
        /** Each month. */
        MONTH
    }

    /**
     * Checks the whole.
     *
     * @throws IllegalArgumentException if it is never done
     */
    public Doing {
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(every, "every");
        if (times < 1) {
            throw new IllegalArgumentException("times: at least 1");
        }
    }
}
