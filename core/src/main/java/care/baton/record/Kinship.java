package care.baton.record;

import care.baton.escalation.Escalation;
import care.baton.handoff.Kinds;
import care.baton.obligation.Ending;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import care.baton.pathway.Need;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.FieldNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a run's steps wait for, and what that waits for in turn. */
final class Kinship {

    /** What stands beside the work: nobody's step waits for it. */
    private static final List<Code> BESIDE = List.of(
            Keys.OUTCOME,
            Keys.STAGE,
            Keys.REVIEW,
            Keys.HAND_OVER,
            Keys.TAKE_UP,
            Escalation.ESCALATION,
            Kinds.MANY_ROUNDS,
            Kinds.UPDATE,
            Kinds.URGENT_LOOK);

    /** What only the end of the run waits for. */
    private static final List<Code> FOR_THE_END = List.of(
            Keys.NOTIFY,
            Keys.STAFFING,
            Keys.ESCALATE,
            Keys.WAIVER_ENDED,
            Keys.NOTE_REVIEW,
            Keys.INFORM,
            Keys.NOTE_FOLLOW_UP,
            Keys.CONTRADICTION,
            Keys.CONTACT_FOLLOW_UP,
            Keys.PATTERN_REVIEW,
            Keys.UNMET_NEED,
            Keys.EMERGENCY_REVIEW,
            Keys.ACTIVITY,
            Keys.OBSTACLE,
            Keys.HUDDLE_ACTION,
            Keys.CONSENT_RENEWAL,
            Kinds.TELL,
            Kinds.LOOK_INTO);

    private final Code run;
    private final List<Obligation> all;
    private final SortedMap<Key, List<Obligation>> children = new TreeMap<>();

    Kinship(Chart chart, Code run) {
        this.run = run;
        SortedSet<String> causes = new TreeSet<>(List.of(Keys.cause(run)));
        chart.handoffs().values().stream()
                .filter(t -> chart.places().get(t.id()).equals(Optional.of(run)))
                .forEach(t -> causes.add(t.id().value()));
        this.all = Stream.concat(chart.obligations().open().stream(), chart.obligations().ended().stream())
                .filter(o -> causes.contains(o.key().cause()))
                .toList();
        for (Obligation o : all) {
            o.parent()
                    .ifPresent(p ->
                            children.computeIfAbsent(p, k -> new ArrayList<>()).add(o));
        }
    }

    /** Everything that was ever owed around the run. */
    List<Obligation> all() {
        return all;
    }

    /** What a step can wait for by itself: not what stands beside, and not what serves another of these. */
    List<Obligation> steps(boolean toEnd) {
        return all.stream()
                .filter(Kinship::isWork)
                .filter(o -> toEnd || !FOR_THE_END.contains(o.key().kind()))
                .filter(o -> o.parent().filter(p -> !BESIDE.contains(p.kind())).isEmpty())
                .toList();
    }

    /** Not what stands beside, what comes round for ever, and what fell away with what it served. */
    static boolean isWork(Obligation o) {
        boolean fell = o.standing() instanceof Standing.Released r && r.reason().equals(Ending.PARENT_ENDED);
        return !fell && !BESIDE.contains(o.key().kind()) && o.each().isEmpty();
    }

    /** What must end before this one can: the work that proves it, and what serves it. */
    List<Obligation> awaited(Obligation o) {
        Stream<Obligation> served =
                children.getOrDefault(o.key(), List.of()).stream().filter(Kinship::isWork);
        Stream<Obligation> proven = o.proof().stream().flatMap(need -> behind(need).stream());
        return Stream.concat(served, proven)
                .filter(other -> !other.key().equals(o.key()))
                .distinct()
                .toList();
    }

    /** The work that brings an item about, as often as it was owed. */
    List<Obligation> behind(Need need) {
        String cause = Keys.cause(run);
        return all.stream()
                .filter(o -> o.key().cause().equals(cause))
                .filter(o -> (need instanceof DutyNeed && o.key().kind().equals(need.item()))
                        || (need instanceof FieldNeed
                                && o.key().kind().equals(Keys.SUPPLY)
                                && o.key().subject().equals(need.item().value())))
                .toList();
    }
}
