package care.baton.risk;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/** What makes signs a pattern. */
public sealed interface Trigger {

    /** What is added up. */
    enum Adds {
        /** How often. */
        TIMES,
        /** How long, in minutes. */
        MINUTES
    }

    /**
     * Many signs in one window of time.
     *
     * @param adds what is added up
     * @param bySubject whether each subject is counted by itself
     * @param sources from how many different sources they must be, from 1
     * @param parties from how many different parties they must be, from 1
     * @param priors with how many windows of the same length right before it is compared; 0 for none
     * @param rise by how much it must lie above each of those, in what is added up; 0 where there are none
     * @param steady the figures that must be known and must not have changed over all these windows, hours of service, say;
     *     one that is known only since the newest began counts as unchanged
     */
    record Repeated(Adds adds, boolean bySubject, int sources, int parties, int priors, int rise, List<Code> steady)
            implements Trigger {

        private static final int MOST = 24;

        /**
         * Copies the list and checks the numbers.
         *
         * @throws IllegalArgumentException if a number is out of its range, or only one of priors and rise is given
         */
        public Repeated {
            Objects.requireNonNull(adds, "adds");
            steady = Copy.of(steady, "steady");
            if (sources < 1 || sources > Source.values().length) {
                throw new IllegalArgumentException("sources: from 1, and no more than there are");
            }
            if (parties < 1) {
                throw new IllegalArgumentException("parties: from 1");
            }
            if (priors < 0 || priors > MOST) {
                throw new IllegalArgumentException("priors: 0 to 24");
            }
            if (rise < 0 || (rise == 0) != (priors == 0)) {
                throw new IllegalArgumentException("rise: from 1 where there are priors, else 0");
            }
        }

        /**
         * So many of them, whoever they are from.
         *
         * @param adds what is added up
         * @return the trigger
         */
        public static Repeated any(Adds adds) {
            return new Repeated(adds, false, 1, 1, 0, 0, List.of());
        }
    }

    /**
     * A figure that reaches its threshold.
     *
     * @param unit the unit in which it is read; others do not count
     * @param change whether its distance from what is usual is read, and not the figure itself
     * @param falling whether it must fall to the threshold, and not rise to it
     */
    record Reached(Code unit, boolean change, boolean falling) implements Trigger {
        /** Checks that nothing is absent. */
        public Reached {
            Objects.requireNonNull(unit, "unit");
        }
    }

    /** Each sign by itself. */
    record Each() implements Trigger {}
}
