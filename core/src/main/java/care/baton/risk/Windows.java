package care.baton.risk;

import care.baton.risk.Trigger.Adds;
import care.baton.risk.Trigger.Repeated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The signs of one rule as they fall into windows of equal length, the newest of which ends at an instant. */
final class Windows {

    private final Duration window;
    private final Repeated how;
    private final List<Sign> signs;
    private final List<Instant> times;
    private final List<Long> sums;
    private final List<List<Sign>> steady;

    /** Both lists in the order of time. */
    Windows(Duration window, Repeated how, List<Sign> signs, List<Sign> all) {
        this.window = window;
        this.how = how;
        this.signs = signs;
        this.times = signs.stream().map(Sign::at).toList();
        List<Long> added = new ArrayList<>(List.of(0L));
        for (Sign sign : signs) {
            added.add(added.get(added.size() - 1) + (how.adds() == Adds.TIMES ? sign.times() : sign.minutes()));
        }
        this.sums = Collections.unmodifiableList(added);
        this.steady = how.steady().stream()
                .map(subject -> all.stream()
                        .filter(s -> s.subject().equals(subject) && s.measured().isPresent())
                        .toList())
                .toList();
    }

    /** When a sign enters or leaves a window, or a figure is read that should stand still. */
    SortedSet<Instant> changes() {
        SortedSet<Instant> changes = new TreeSet<>();
        for (Instant at : times) {
            for (int i = 0; i <= how.priors() + 1; i++) {
                changes.add(at.plus(window.multipliedBy(i)));
            }
        }
        steady.forEach(readings -> readings.forEach(reading -> changes.add(reading.at())));
        return changes;
    }

    boolean isSign(Instant at) {
        return Collections.binarySearch(times, at) >= 0;
    }

    boolean isThere(Instant at, long threshold) {
        long now = sum(at, 0);
        if (now < threshold) {
            return false;
        }
        for (int i = 1; i <= how.priors(); i++) {
            if (now < sum(at, i) + how.rise()) {
                return false;
            }
        }
        return isFromEnough(in(at)) && steady.stream().allMatch(readings -> stoodStill(readings, at));
    }

    private boolean isFromEnough(List<Sign> found) {
        long sources = found.stream().map(Sign::source).distinct().count();
        long parties =
                found.stream().flatMap(s -> s.parties().stream()).distinct().count();
        return sources >= how.sources() && parties >= how.parties();
    }

    /** What a window adds up to: 0 for the newest, 1 for the one before. */
    long sum(Instant end, int before) {
        Instant until = end.minus(window.multipliedBy(before));
        return sums.get(after(until)) - sums.get(after(until.minus(window)));
    }

    /** What lies in the newest window: after its beginning and up to its end. */
    List<Sign> in(Instant end) {
        return signs.subList(after(end.minus(window)), after(end));
    }

    /** How many signs are not after an instant. */
    private int after(Instant instant) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The figure is known, and nothing that was read of it in these windows, or last before them, is another. */
    private boolean stoodStill(List<Sign> readings, Instant end) {
        Instant start = end.minus(window.multipliedBy(how.priors() + 1L));
        Optional<Measured> last = Optional.empty();
        for (Sign reading : readings) {
            if (reading.at().isAfter(end)) {
                break;
            }
            boolean within = reading.at().isAfter(start);
            if (within && last.isPresent() && !last.equals(reading.measured())) {
                return false;
            }
            last = reading.measured();
        }
        return last.isPresent();
    }
}
