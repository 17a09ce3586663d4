package care.baton.fhir.exchange;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What all pages of one search may take together: so many pages, so many bytes, and so much time. */
final class Allowance {

    private static final int PAGES = 100;

    private final LongSupplier ticks;
    private final long until;
    private int pages = PAGES;
    private long bytes;

    /** With so many bytes, and so much time from now on by a clock that counts nanoseconds. */
    Allowance(long bytes, Duration time, LongSupplier ticks) {
        this.bytes = bytes;
        this.ticks = ticks;
        this.until = ticks.getAsLong() + time.toNanos();
    }

    /** Whether one more page may be asked for. */
    boolean isLeft() {
        return pages > 0 && bytes > 0 && ticks.getAsLong() - until < 0;
    }

    /** One page of so many bytes has come. */
    void spend(int page) {
        pages--;
        bytes -= page;
    }
}
