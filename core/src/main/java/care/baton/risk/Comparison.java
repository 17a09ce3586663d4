package care.baton.risk;

import care.baton.note.Contacts;
import care.baton.note.Tally;
import care.baton.outcome.Copy;
import care.baton.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What coordination took of late, beside what it took before, over equal lengths of time.
 *
 * @param current the newest of them
 * @param prior those right before it, the nearest first; at least one
 */
public record Comparison(Period current, List<Period> prior) {

    private static final int MOST = 120;

    /**
     * What coordination took over some time.
     *
     * @param from from when
     * @param until until when, exclusive
     * @param load how many contacts, and how long they took
     */
    public record Period(Instant from, Instant until, Tally load) {
        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Period {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(load, "load");
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("until: after from");
            }
        }

        /**
         * How long it is.
         *
         * @return its length
         */
        public Duration length() {
            return Duration.between(from, until);
        }
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is nothing to compare with, or it is not of the same length
     */
    public Comparison {
        Objects.requireNonNull(current, "current");
        prior = Copy.of(prior, "prior");
        Duration length = current.length();
        if (prior.isEmpty() || !prior.stream().allMatch(p -> p.length().equals(length))) {
            throw new IllegalArgumentException("prior: at least one, each as long as the current");
        }
    }

    /**
     * The contacts up to an instant.
     *
     * @param contacts the contacts
     * @param until until when, exclusive
     * @param length how long each period is, more than no time and up to 366 days
     * @param priors with how many before it is compared, 1 to 120
     * @return the comparison
     * @throws IllegalArgumentException if the instant, the length or the number is out of its range
     */
    public static Comparison of(Contacts contacts, Instant until, Duration length, int priors) {
        Objects.requireNonNull(contacts, "contacts");
        Horizon.check(until, "until");
        Objects.requireNonNull(length, "length");
        if (length.isNegative() || length.isZero() || length.compareTo(Duration.ofDays(366)) > 0) {
            throw new IllegalArgumentException("length: more than no time and up to 366 days");
        }
        if (priors < 1 || priors > MOST) {
            throw new IllegalArgumentException("priors: 1 to 120");
        }
        List<Period> periods = IntStream.rangeClosed(0, priors)
                .mapToObj(i -> period(contacts, until.minus(length.multipliedBy(i)), length))
                .toList();
        return new Comparison(periods.get(0), periods.subList(1, periods.size()));
    }

    private static Period period(Contacts contacts, Instant until, Duration length) {
        Instant from = until.minus(length);
        return new Period(from, until, contacts.between(from, until).tally());
    }

    /**
     * Whether coordination took longer than in any period before.
     *
     * @return true when the newest has more minutes than each of them
     */
    public boolean isRising() {
        return prior.stream().allMatch(p -> current.load().minutes() > p.load().minutes());
    }
}
