package care.baton.risk;

import care.baton.outcome.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When several small things together are looked at, and by whom. A rule finds and proposes; who owns the decision
 * decides.
 *
 * @param code its name
 * @param counted which signs it counts
 * @param trigger what makes them a pattern
 * @param window over how much time they are counted, up to 366 days; what ended longer ago than that raises nothing
 * @param thresholds from when on it is a pattern, in what the trigger adds up or reads
 * @param proposal what it proposes, and to whom
 */
public record PatternRule(
        Code code, Counted counted, Trigger trigger, Duration window, Thresholds thresholds, Proposal proposal) {

    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * Checks the window.
     *
     * @throws IllegalArgumentException if the window is no time or more than 366 days
     */
    public PatternRule {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(thresholds, "thresholds");
        Objects.requireNonNull(proposal, "proposal");
        if (window.isNegative() || window.isZero() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("window: more than no time and up to 366 days");
        }
    }

    /**
     * Every time that the pattern was there.
     *
     * @param signs what was seen, in any order
     * @param acuity how much the person depends on what is done for them
     * @return the crossings, by subject and then by time
     */
    public List<Crossing> crossings(List<Sign> signs, Acuity acuity) {
        Objects.requireNonNull(acuity, "acuity");
        return new Sweep(this, thresholds.at(acuity)).over(Sign.sorted(signs));
    }

    /**
     * How far over its threshold something is: never less where acuity is higher.
     *
     * @param measured in what the trigger adds up or reads
     * @param acuity how much the person depends on what is done for them
     * @return 0 at the threshold, negative while it is not reached
     */
    public long significance(long measured, Acuity acuity) {
        long threshold = thresholds.at(acuity);
        return isFalling() ? Math.subtractExact(threshold, measured) : Math.subtractExact(measured, threshold);
    }

    boolean isFalling() {
        return trigger instanceof Trigger.Reached r && r.falling();
    }

    /**
     * The crossings that are recent and have not been raised yet.
     *
     * @param signs what was seen, in any order
     * @param acuity how much the person depends on what is done for them
     * @param now the host's clock
     * @param raised the patterns that were raised, by whichever rule
     * @return those that nobody has heard of
     */
    public List<Crossing> unraised(List<Sign> signs, Acuity acuity, Instant now, List<Pattern> raised) {
        Objects.requireNonNull(now, "now");
        List<Sign.Ref> counting = signs.stream().map(Sign::ref).toList();
        List<Crossing> heard = raised.stream()
                .filter(p -> p.detection().rule().equals(code))
                .map(p -> p.detection().crossing())
                .filter(c -> c.evidence().stream().anyMatch(counting::contains))
                .toList();
        List<Crossing> found = new ArrayList<>();
        Optional<Crossing> before = Optional.empty();
        for (Crossing one : crossings(signs, acuity)) {
            boolean same = before.map(Crossing::subject).equals(Optional.of(one.subject()));
            Optional<Crossing> last = same ? before : Optional.empty();
            if (isRecent(one, now) && heard.stream().noneMatch(h -> isSame(h, one, last))) {
                found.add(one);
            }
            before = Optional.of(one);
        }
        return Collections.unmodifiableList(found);
    }

    private boolean isRecent(Crossing one, Instant now) {
        return !one.from().isAfter(now)
                && one.until().map(end -> end.plus(window).isAfter(now)).orElse(true);
    }

    /** What began since the one before had ended, and before this one ends, was this one; its beginning may move. */
    private boolean isSame(Crossing heard, Crossing one, Optional<Crossing> last) {
        if (!heard.subject().equals(one.subject())
                || last.filter(l -> l.evidence().equals(heard.evidence())).isPresent()) {
            return false;
        }
        if (trigger instanceof Trigger.Each || heard.from().equals(one.from())) {
            return trigger instanceof Trigger.Repeated || heard.evidence().equals(one.evidence());
        }
        boolean late = trigger instanceof Trigger.Repeated
                && heard.from().isBefore(one.from().minus(window));
        Optional<Instant> ended = last.flatMap(Crossing::until);
        return !late
                && ended.map(end -> !heard.from().isBefore(end)).orElse(true)
                && one.until().map(end -> heard.from().isBefore(end)).orElse(true);
    }
}
