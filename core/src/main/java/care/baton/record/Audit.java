package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.Kinds;
import care.baton.handoff.Recorded;
import care.baton.obligation.Key;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Act;
import care.baton.pathway.Pathway;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunMoved;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.StageEntered;
import care.baton.record.Violation.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The accountability test: reads a list of entries as it stands, whether or not any operation could have made
 * it, and names every action that had no owner, was dropped, serves no outcome, or changed hands unaccepted.
 */
public final class Audit {

    private final List<Pathway> pathways;
    private final SortedMap<Key, Audited> actions = new TreeMap<>();
    private final SortedMap<Code, Pathway> running = new TreeMap<>();
    private final SortedMap<String, Integer> occurrences = new TreeMap<>();
    private final SortedMap<Code, Long> closed = new TreeMap<>();
    private final List<Violation> found = new ArrayList<>();
    private final Moves moves = new Moves();
    private Optional<Instant> last = Optional.empty();

    private Audit(List<Pathway> pathways) {
        this.pathways = pathways;
    }

    /**
     * What is wrong in a record.
     *
     * @param entries its entries, in order; any list will do
     * @param pathways the definitions by which it ran: they say which work each stage opens; may be empty
     * @return every violation, in the order of the checks and of the actions
     */
    public static List<Violation> of(List<Entry> entries, List<Pathway> pathways) {
        Audit audit = new Audit(Copy.of(pathways, "pathways"));
        Copy.of(entries, "entries").forEach(e -> audit.moves.prepare(e.act(), e.event()));
        entries.forEach(e -> audit.read(e.sequence(), e.act(), e.event()));
        return audit.result(true);
    }

    /**
     * What is wrong in a handoff by itself. It serves no run, so nothing has to link to an outcome.
     *
     * @param recorded what was recorded, in order; the violations number it from 1
     * @return every violation
     */
    public static List<Violation> of(List<Recorded> recorded) {
        Audit audit = new Audit(List.of());
        Copy.of(recorded, "recorded").forEach(r -> audit.moves.prepare(r.act(), r.event()));
        for (int i = 0; i < recorded.size(); i++) {
            audit.read(i + 1L, recorded.get(i).act(), recorded.get(i).event());
        }
        return audit.result(false);
    }

    private void read(long sequence, Act act, Event event) {
        Instant at = act.stamp().recordedAt();
        last = last.filter(at::isBefore).or(() -> Optional.of(at));
        moves.follow(act, event);
        if (event instanceof ObligationEvent e) {
            Audited action = action(e.key(), sequence);
            if (e instanceof HolderChanged moved && !moves.isExplained(act, moved, action.holder())) {
                found.add(new Violation(Check.OWNER_MOVED, e.key(), List.of(sequence)));
            }
            action.read(e);
        } else if (event instanceof OfferMade e) {
            int occurrence = occurrences.getOrDefault(e.handoff().value(), 1);
            action(new Key(e.handoff().value(), Kinds.ACTION, "whole", occurrence), sequence);
        } else if (event instanceof CourseTaken e) {
            ended(e);
        } else if (event instanceof RecordEvent e) {
            ran(sequence, e);
        }
    }

    private void ended(CourseTaken event) {
        if (event.course() == Course.CLOSED) {
            occurrences.merge(event.handoff().value(), 2, (before, two) -> before + 1);
        }
    }

    private void ran(long sequence, RecordEvent event) {
        if (event instanceof RunOpened e) {
            action(Keys.outcome(e.run()), sequence);
            pathways.stream()
                    .filter(p -> p.id().equals(e.pathway()) && p.version() == e.version())
                    .findFirst()
                    .ifPresent(p -> running.put(e.run(), p));
        } else if (event instanceof RunMoved e) {
            moved(e);
        } else if (event instanceof StageEntered e) {
            action(Keys.stage(e.run(), e.stage()), sequence);
            Optional.ofNullable(running.get(e.run()))
                    .flatMap(p -> p.stage(e.stage()))
                    .ifPresent(s -> s.duties().forEach(d -> action(Keys.duty(e.run(), d.kind()), sequence)));
        } else if (event instanceof RunClosed e) {
            closed.putIfAbsent(e.run(), sequence);
        }
    }

    private void moved(RunMoved event) {
        Optional<Pathway> before = Optional.ofNullable(running.remove(event.run()));
        before.flatMap(b -> pathways.stream()
                        .filter(p -> p.id().equals(b.id()) && p.version() == event.version())
                        .findFirst())
                .ifPresent(p -> running.put(event.run(), p));
    }

    private Audited action(Key key, long sequence) {
        Audited action = actions.computeIfAbsent(key, Audited::new);
        action.mentioned(sequence);
        return action;
    }

    private List<Violation> result(boolean linked) {
        for (Audited action : actions.values()) {
            if (!action.wasAssigned()) {
                found.add(violation(Check.NEVER_ASSIGNED, action));
            } else if (isDropped(action)) {
                found.add(violation(Check.SILENTLY_DROPPED, action));
            }
            if (linked && action.isAction() && !isLinked(action)) {
                found.add(violation(Check.NOT_LINKED, action));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Violation::check).thenComparing(Violation::key))
                .toList();
    }

    private boolean isDropped(Audited action) {
        boolean fell = action.isAction() && action.end() == Audited.End.FELL;
        boolean silent = last.filter(action::isSilentAt).isPresent();
        boolean outlived = action.end() == Audited.End.NONE
                && closed.keySet().stream().anyMatch(run -> serves(action, Keys.outcome(run)));
        return fell || silent || outlived;
    }

    private boolean isLinked(Audited action) {
        return chain(action)
                .filter(k -> k.kind().equals(Keys.OUTCOME))
                .flatMap(k -> Optional.ofNullable(actions.get(k)).stream())
                .anyMatch(Audited::wasAssigned);
    }

    private boolean serves(Audited action, Key outcome) {
        return chain(action).anyMatch(outcome::equals);
    }

    /** What it serves, and what that serves in turn, as far as the list knows of it. */
    private Stream<Key> chain(Audited action) {
        SortedSet<Key> met = new TreeSet<>();
        Optional<Audited> at = Optional.of(action);
        while (at.isPresent() && met.add(at.get().key())) {
            at = at.get().parent().flatMap(p -> Optional.ofNullable(actions.get(p)));
        }
        return met.stream();
    }

    private static Violation violation(Check check, Audited action) {
        return new Violation(check, action.key(), action.entries());
    }
}
