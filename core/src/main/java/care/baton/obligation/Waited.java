package care.baton.obligation;

import care.baton.ownership.Spell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whose time it was while something was owed. While its clock ran, it was its holder's at each instant;
 * while it stood still, it was the time of whoever held what it waited for. The pieces make up the whole
 * exactly: no gap, no overlap.
 */
public final class Waited {

    private final Obligations obligations;
    private final List<Charge> charges = new ArrayList<>();

    private Waited(Obligations obligations) {
        this.obligations = obligations;
    }

    /**
     * The time from when it was opened until it ended, or until now.
     *
     * @param obligations what is owed and was owed
     * @param key which obligation
     * @param now the host's clock
     * @return the pieces, first to last; none when it was never opened or no time has passed
     */
    public static List<Charge> on(Obligations obligations, Key key, Instant now) {
        Waited waited = new Waited(obligations);
        obligations.get(key).ifPresent(o -> waited.charge(o, o.since(), end(o, now)));
        return List.copyOf(waited.charges);
    }

    /**
     * How long its own clock ran in that time.
     *
     * @param charges the pieces
     * @param key which obligation
     * @return the sum of the pieces in which it waited for nothing else
     */
    public static Duration running(List<Charge> charges, Key key) {
        return charges.stream()
                .filter(c -> c.key().equals(key))
                .map(Charge::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant end(Obligation obligation, Instant now) {
        return obligation.endedAt().filter(ended -> ended.isBefore(now)).orElse(now);
    }

    private void charge(Obligation obligation, Instant from, Instant until) {
        List<Suspension> changes = obligation.suspensions().toList();
        hold(
                obligation,
                from,
                changes.isEmpty() ? until : earlier(until, changes.get(0).from()));
        for (int i = 0; i < changes.size(); i++) {
            Instant start = Lateness.later(from, changes.get(i).from());
            Instant stop =
                    i + 1 < changes.size() ? earlier(until, changes.get(i + 1).from()) : until;
            Optional<Obligation> other = slowest(changes.get(i).by());
            if (start.isBefore(stop)) {
                other.ifPresentOrElse(o -> charge(o, start, stop), () -> hold(obligation, start, stop));
            }
        }
    }

    private void hold(Obligation obligation, Instant from, Instant until) {
        List<Spell> spells = obligation.tenure().spells();
        for (int i = 0; i < spells.size(); i++) {
            Instant start = i == 0 ? from : Lateness.later(from, spells.get(i).from());
            Instant stop =
                    i + 1 < spells.size() ? earlier(until, spells.get(i + 1).from()) : until;
            if (start.isBefore(stop)) {
                charges.add(new Charge(spells.get(i).holder(), obligation.key(), start, stop));
            }
        }
    }

    /** The one that ended last; while some are unfinished, of those the one with the latest due. */
    private Optional<Obligation> slowest(List<Key> keys) {
        return keys.stream()
                .flatMap(key -> obligations.get(key).stream())
                .max(Comparator.comparing((Obligation o) -> o.endedAt().orElse(Instant.MAX))
                        .thenComparing(Obligation::due)
                        .thenComparing(Obligation::key));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
