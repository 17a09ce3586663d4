package care.baton.fhir.exchange;

import java.time.Duration;

/** How long to wait before what came to nothing is asked again. */
final class Backoff {

    private static final int MOST_DOUBLINGS = 12;
    private static final int SHARES = 1_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    private Backoff() {}

    /** Twice as long each time, and up to a quarter more, each link by its own share: they do not all ask at once. */
    static Duration after(int times, LinkKey key) {
        int share = Math.floorMod(key.identifier().hashCode(), SHARES);
        return FIRST_WAIT
                .multipliedBy(1L << Math.min(times, MOST_DOUBLINGS))
                .multipliedBy(4L * SHARES + share)
                .dividedBy(4L * SHARES);
    }

    /**
     * Whether it has come to nothing for so long, by the shortest waits, or by those that the server asks for each time. A
     * pause longer than that counts before it has passed.
     */
    static boolean lasts(int failures, Duration time, Duration asked) {
        Duration waited = FIRST_WAIT.multipliedBy((1L << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS)) - 1);
        return failures > MOST_DOUBLINGS
                || waited.compareTo(time) >= 0
                || asked.compareTo(time) > 0
                || asked.multipliedBy(failures).compareTo(time) >= 0;
    }
}
