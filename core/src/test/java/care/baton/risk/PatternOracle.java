package care.baton.risk;

import care.baton.outcome.Code;
import care.baton.risk.Trigger.Adds;
import care.baton.risk.Trigger.Repeated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether signs in windows are a pattern at an instant, counted one by one and with nothing remembered. */
final class PatternOracle {

    private final PatternRule rule;
    private final Repeated how;
    private final List<Sign> signs;

    PatternOracle(PatternRule rule, List<Sign> signs) {
        this.rule = rule;
        this.how = (Repeated) rule.trigger();
        this.signs = signs;
    }

    boolean isThere(Optional<Code> subject, Instant at, long threshold) {
        List<Sign> now = in(subject, at, 0);
        long sum = sum(now);
        boolean rises = true;
        for (int i = 1; i <= how.priors(); i++) {
            rises &= sum >= sum(in(subject, at, i)) + how.rise();
        }
        return sum >= threshold
                && rises
                && now.stream().map(Sign::source).distinct().count() >= how.sources()
                && now.stream().flatMap(s -> s.parties().stream()).distinct().count() >= how.parties()
                && how.steady().stream().allMatch(figure -> isSteady(figure, at));
    }

    private List<Sign> in(Optional<Code> subject, Instant at, int before) {
        Instant until = at.minus(rule.window().multipliedBy(before));
        Instant from = until.minus(rule.window());
        return signs.stream()
                .filter(s -> rule.counted().counts(s))
                .filter(s -> subject.isEmpty() || subject.get().equals(s.subject()))
                .filter(s -> s.at().isAfter(from) && !s.at().isAfter(until))
                .toList();
    }

    private long sum(List<Sign> some) {
        return some.stream()
                .mapToLong(s -> how.adds() == Adds.TIMES ? s.times() : s.minutes())
                .sum();
    }

    /** What was read in the windows, and what stood before, is one and the same figure. */
    private boolean isSteady(Code figure, Instant at) {
        Instant start = at.minus(rule.window().multipliedBy(how.priors() + 1L));
        List<Sign> read = Sign.sorted(signs).stream()
                .filter(s -> s.subject().equals(figure) && s.measured().isPresent() && !s.at().isAfter(at))
                .toList();
        List<Sign> before = read.stream().filter(s -> !s.at().isAfter(start)).toList();
        List<Sign> relevant = read.subList(Math.max(0, before.size() - 1), read.size());
        return relevant.stream().map(Sign::measured).distinct().count() == 1;
    }
}
