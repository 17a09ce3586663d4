package care.baton.handoff;

import care.baton.party.HandoffId;
import java.util.ArrayList;
import java.util.List;

/**
 * What some people asked of one handoff, one after the other, and what came of it.
 *
 * @param seed what it was made from
 * @param steps first to last
 */
record Walk(long seed, List<Step> steps) {

    static final HandoffId ID = HandoffId.of("walk");

    Walk {
        steps = List.copyOf(steps);
    }

    Handoff end() {
        return steps.isEmpty() ? Handoff.of(ID) : steps.get(steps.size() - 1).after();
    }

    List<Recorded> recorded() {
        List<Recorded> all = new ArrayList<>();
        steps.forEach(step -> all.addAll(step.recorded()));
        return all;
    }

    /** By its seed and length: the steps would fill pages. */
    @Override
    public String toString() {
        return "Walk[" + seed + ", " + steps.size() + " steps]";
    }
}
