package care.baton.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stretches of time, each moment counted once however often it is added. */
final class Span {

    /** One stretch, the end not included. */
    record Stretch(Instant from, Instant until) {}

    private final TreeMap<Instant, Instant> stretches = new TreeMap<>();

    void add(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return;
        }
        Instant start = from;
        Instant stop = until;
        Map.Entry<Instant, Instant> near = stretches.floorEntry(stop);
        while (near != null && !near.getValue().isBefore(start)) {
            stretches.remove(near.getKey());
            start = near.getKey().isBefore(start) ? near.getKey() : start;
            stop = near.getValue().isAfter(stop) ? near.getValue() : stop;
            near = stretches.floorEntry(stop);
        }
        stretches.put(start, stop);
    }

    /** What of a time lies in none of the stretches. */
    List<Stretch> outside(Instant from, Instant until) {
        List<Stretch> free = new ArrayList<>();
        Instant cursor = from;
        for (Map.Entry<Instant, Instant> one : stretches.entrySet()) {
            Instant stop = one.getKey().isBefore(until) ? one.getKey() : until;
            if (cursor.isBefore(stop)) {
                free.add(new Stretch(cursor, stop));
            }
            cursor = one.getValue().isAfter(cursor) ? one.getValue() : cursor;
        }
        if (cursor.isBefore(until)) {
            free.add(new Stretch(cursor, until));
        }
        return free;
    }

    Span within(Instant from, Instant until) {
        Span cut = new Span();
        stretches.forEach(
                (start, stop) -> cut.add(start.isBefore(from) ? from : start, stop.isAfter(until) ? until : stop));
        return cut;
    }

    Duration length() {
        return stretches.entrySet().stream()
                .map(s -> Duration.between(s.getKey(), s.getValue()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
