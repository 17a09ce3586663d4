package care.baton.fhir.exchange;

import care.baton.fhir.Limits;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What all pages of one search may take together: so many pages, bytes and values, and so much time. */
final class Allowance {

    private static final int PAGES = 100;
    private static final int FULL_PAGES = 2;

    private final LongSupplier ticks;
    private final long until;
    private int pages = PAGES;
    private long bytes;
    private long values;

    /**
     * So many bytes, as many values as two pages may have, since it is by its values that a page takes room, and so
     * much time from now on by a clock that counts nanoseconds.
     */
    Allowance(long bytes, Limits page, Duration time, LongSupplier ticks) {
        this.bytes = bytes;
        this.values = (long) page.values() * FULL_PAGES;
        this.ticks = ticks;
        this.until = ticks.getAsLong() + time.toNanos();
    }

    /** Whether one more page may be asked for. */
    boolean isLeft() {
        return pages > 0 && bytes > 0 && values > 0 && ticks.getAsLong() - until < 0;
    }

    /** One page has come. */
    void spend(int length, JsonNode page) {
        pages--;
        bytes -= length;
        values -= count(page);
    }

    private static long count(JsonNode value) {
        long all = 1;
        for (JsonNode part : value) {
            all += count(part);
        }
        return all;
    }
}
