package care.baton.risk;

import care.baton.outcome.Code;
import care.baton.risk.Trigger.Adds;
import care.baton.risk.Trigger.Reached;
import care.baton.risk.Trigger.Repeated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Goes over the signs in the order of time and finds each time that a rule's pattern was there. */
final class Sweep {

    private static final Code TIMES = Code.of("times");
    private static final Code MINUTES = Code.of("minutes");

    private final PatternRule rule;
    private final long threshold;

    Sweep(PatternRule rule, long threshold) {
        this.rule = rule;
        this.threshold = threshold;
    }

    List<Crossing> over(List<Sign> inTime) {
        List<Sign> counted =
                inTime.stream().filter(s -> rule.counted().counts(s)).toList();
        if (rule.trigger() instanceof Repeated how) {
            return repeated(how, counted, inTime);
        }
        return rule.trigger() instanceof Reached how ? reached(how, counted) : each(counted);
    }

    private List<Crossing> each(List<Sign> counted) {
        return counted.stream()
                .filter(s -> s.times() >= threshold)
                .map(s -> new Crossing(
                        Optional.of(s.subject()),
                        s.at(),
                        Optional.of(s.at()),
                        new Measured(s.times(), TIMES),
                        List.of(s.ref())))
                .toList();
    }

    private List<Crossing> reached(Reached how, List<Sign> counted) {
        SortedMap<Code, List<Sign>> bySubject = new TreeMap<>();
        counted.stream()
                .filter(s -> figure(how, s).isPresent())
                .forEach(s -> bySubject
                        .computeIfAbsent(s.subject(), k -> new ArrayList<>())
                        .add(s));
        List<Crossing> found = new ArrayList<>();
        for (List<Sign> readings : bySubject.values()) {
            Optional<Sign> begun = Optional.empty();
            for (Sign reading : readings) {
                boolean there = isReached(how, figure(how, reading).orElseThrow());
                if (there && begun.isEmpty()) {
                    begun = Optional.of(reading);
                } else if (!there && begun.isPresent()) {
                    found.add(read(how, begun.get(), Optional.of(reading.at())));
                    begun = Optional.empty();
                }
            }
            begun.ifPresent(reading -> found.add(read(how, reading, Optional.empty())));
        }
        return Collections.unmodifiableList(found);
    }

    private static Optional<Measured> figure(Reached how, Sign sign) {
        Optional<Measured> read = how.change() ? sign.change() : sign.measured();
        return read.filter(m -> m.unit().equals(how.unit()));
    }

    private boolean isReached(Reached how, Measured figure) {
        return how.falling() ? figure.value() <= threshold : figure.value() >= threshold;
    }

    private static Crossing read(Reached how, Sign begun, Optional<Instant> until) {
        return new Crossing(
                Optional.of(begun.subject()),
                begun.at(),
                until,
                figure(how, begun).orElseThrow(),
                List.of(begun.ref()));
    }

    private List<Crossing> repeated(Repeated how, List<Sign> counted, List<Sign> all) {
        if (!how.bySubject()) {
            return inWindows(how, Optional.empty(), counted, all);
        }
        SortedMap<Code, List<Sign>> bySubject = new TreeMap<>();
        counted.forEach(s ->
                bySubject.computeIfAbsent(s.subject(), k -> new ArrayList<>()).add(s));
        List<Crossing> found = new ArrayList<>();
        bySubject.forEach((subject, signs) -> found.addAll(inWindows(how, Optional.of(subject), signs, all)));
        return Collections.unmodifiableList(found);
    }

    /** It begins with a sign, and ends when a window no longer holds enough: at the latest when it holds nothing. */
    private List<Crossing> inWindows(Repeated how, Optional<Code> subject, List<Sign> counted, List<Sign> all) {
        Windows windows = new Windows(rule.window(), how, counted, all);
        List<Crossing> found = new ArrayList<>();
        Optional<Crossing> begun = Optional.empty();
        for (Instant at : windows.changes()) {
            boolean there = windows.isThere(at, threshold);
            if (there && begun.isEmpty() && windows.isSign(at)) {
                begun = Optional.of(new Crossing(
                        subject,
                        at,
                        Optional.empty(),
                        new Measured(windows.sum(at, 0), how.adds() == Adds.TIMES ? TIMES : MINUTES),
                        windows.in(at).stream().map(Sign::ref).toList()));
            } else if (!there && begun.isPresent()) {
                Crossing one = begun.get();
                found.add(new Crossing(one.subject(), one.from(), Optional.of(at), one.measured(), one.evidence()));
                begun = Optional.empty();
            }
        }
        return found;
    }
}
