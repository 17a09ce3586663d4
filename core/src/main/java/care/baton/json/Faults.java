package care.baton.json;

import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a text, in the order in which it is met, up to a number that still helps. */
final class Faults {

    private static final int MOST = 100;

    private final List<Refusal> all = new ArrayList<>();

    void add(Reason reason, Path at) {
        add(reason, at, List.of());
    }

    void add(Reason reason, Path at, List<Code> instead) {
        if (all.size() < MOST) {
            all.add(Refusal.of(reason, at.shown()).instead(instead));
        }
    }

    boolean any() {
        return !all.isEmpty();
    }

    <T> Reading<T> unreadable() {
        return new Reading.Unreadable<>(all);
    }
}
