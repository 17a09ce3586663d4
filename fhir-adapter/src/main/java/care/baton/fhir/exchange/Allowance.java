package care.baton.fhir.exchange;

import care.baton.fhir.Limits;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What all pages of one search may take together: so many pages, bytes and values, and so much time. */
final class Allowance {

    /** How much more all pages together may take than one answer. */
    static final int SEARCH = 20;

    private static final int PAGES = 100;

    /** What each of several searches may take, however much was left to it. */
    private static final int FEWEST = 10;

    private static final int FULL_PAGES = 2;

    private final LongSupplier ticks;
    private final Limits page;
    private final long until;
    private final Optional<Allowance> whole;
    private int pages;
    private long bytes;
    private long values;

    /**
     * So many bytes, as many values as two pages may have, since it is by its values that a page takes room, and so
     * much time from now on by a clock that counts nanoseconds.
     */
    Allowance(long bytes, Limits page, Duration time, LongSupplier ticks) {
        this(PAGES, bytes, page, time, Optional.empty(), ticks);
    }

    private Allowance(
            int pages, long bytes, Limits page, Duration time, Optional<Allowance> whole, LongSupplier ticks) {
        this.pages = pages;
        this.bytes = bytes;
        this.values = (long) page.values() * FULL_PAGES;
        this.page = page;
        this.whole = whole;
        this.ticks = ticks;
        this.until = ticks.getAsLong() + time.toNanos();
    }

    /** For one search, with what one answer may have. */
    static Allowance ofOne(Limits page, Duration time, LongSupplier ticks) {
        return new Allowance((long) page.bytes() * SEARCH, page, time, ticks);
    }

    /** For several searches that belong together: as many pages and as much time as for each of them once. */
    static Allowance ofSeveral(int searches, Limits page, Duration time, LongSupplier ticks) {
        long bytes = (long) page.bytes() * SEARCH;
        return new Allowance(PAGES * searches, bytes, page, time.multipliedBy(searches), Optional.empty(), ticks);
    }

    /**
     * For one of the searches that are left: its part of what is left, at most what a search has alone, and at least so
     * much that it comes a little further.
     */
    Allowance share(int searches, Duration one) {
        int part = Math.max(FEWEST, Math.min(PAGES, pages / searches));
        Duration left = Duration.ofNanos(Math.max(0, until - ticks.getAsLong())).dividedBy(searches);
        Duration least = one.dividedBy(SEARCH);
        Duration most = left.compareTo(one) < 0 ? left : one;
        Duration mine = most.compareTo(least) < 0 ? least : most;
        return new Allowance(part, (long) page.bytes() * SEARCH, page, mine, Optional.of(this), ticks);
    }

    /** Whether one more page may be asked for. */
    boolean isLeft() {
        return pages > 0 && bytes > 0 && values > 0 && ticks.getAsLong() - until < 0;
    }

    /** One page has come. */
    void spend(int length, JsonNode read) {
        pages--;
        bytes -= length;
        values -= count(read);
        whole.ifPresent(all -> all.pages--);
    }

    private static long count(JsonNode value) {
        long all = 1;
        for (JsonNode part : value) {
            all += count(part);
        }
        return all;
    }
}
