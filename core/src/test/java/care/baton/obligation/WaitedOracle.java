package care.baton.obligation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whose time it was, asked at one instant: a walk along what waited for what just then. */
final class WaitedOracle {

    private WaitedOracle() {}

    /** The same piece, as found at its first and at its last nanosecond. */
    static Charge at(Obligations state, Obligation o, Charge charge) {
        Charge first = at(state, o, charge.from(), charge);
        Charge last = at(state, o, charge.until().minusNanos(1), charge);
        return first.equals(last) ? first : last;
    }

    private static Charge at(Obligations state, Obligation o, Instant instant, Charge charge) {
        Obligation whose = o;
        List<Key> waits = waits(whose, instant);
        while (!waits.isEmpty()) {
            whose = waits.stream()
                    .map(key -> state.get(key).orElseThrow())
                    .max(Comparator.comparing((Obligation w) -> w.endedAt().orElse(Instant.MAX))
                            .thenComparing(Obligation::due)
                            .thenComparing(Obligation::key))
                    .orElseThrow();
            waits = waits(whose, instant);
        }
        return new Charge(whose.tenure().holderAt(instant).orElseThrow(), whose.key(), charge.from(), charge.until());
    }

    private static List<Key> waits(Obligation o, Instant instant) {
        Optional<Suspension> last = Optional.empty();
        for (Suspension change : o.suspensions()) {
            last = change.from().isAfter(instant) ? last : Optional.of(change);
        }
        return last.map(Suspension::by).orElse(List.of());
    }
}
