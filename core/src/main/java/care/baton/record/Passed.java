package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.obligation.ObligationEvent.ObligationReplaced;
import care.baton.outcome.Code;
import care.baton.party.CommandId;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunMoved;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.StageEntered;
import care.baton.record.RecordEvent.StageLeft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a run went through, in the order of its entries: its stages, and what opened and ended what. */
final class Passed {

    /** A step from stage to stage: when, the place of its entry, and the command that took it. */
    record Taken(Instant at, long order, CommandId by) {}

    /** One stage's time. */
    record Spell(Code stage, Taken entry, Optional<Taken> exit) {

        Instant entered() {
            return entry.at();
        }

        Optional<Instant> left() {
            return exit.map(Taken::at);
        }
    }

    private final Code run;
    private final List<Spell> stages = new ArrayList<>();
    private final SortedMap<Key, CommandId> opened = new TreeMap<>();
    private final SortedMap<Key, PathwayRun> under = new TreeMap<>();
    private final SortedMap<Key, CommandId> ended = new TreeMap<>();
    private final SortedMap<Key, Long> order = new TreeMap<>();
    private final SortedMap<String, Instant> taken = new TreeMap<>();
    private final SortedMap<String, Instant> started = new TreeMap<>();
    private Optional<Entry> began = Optional.empty();
    private Optional<PathwayRun> goes = Optional.empty();
    private Optional<Instant> closed = Optional.empty();

    Passed(Code run, Iterable<Entry> entries) {
        this.run = run;
        entries.forEach(this::read);
    }

    Optional<Entry> began() {
        return began;
    }

    Optional<Instant> closed() {
        return closed;
    }

    List<Spell> stages() {
        return stages;
    }

    /** The place of its ending among all endings. */
    long order(Key key) {
        return order.getOrDefault(key, Long.MAX_VALUE);
    }

    /** Whether one command ended the one and opened the other. */
    boolean gaveRiseTo(Key ending, Key opening) {
        return ended.containsKey(ending) && ended.get(ending).equals(opened.get(opening));
    }

    /** The run with the version that it went by when this was opened. */
    Optional<PathwayRun> under(Key key) {
        return Optional.ofNullable(under.get(key));
    }

    /** The stage, by its place, that began as this was opened and by the same command. */
    OptionalInt beganWith(Key key, Instant since) {
        Optional<CommandId> by = Optional.ofNullable(opened.get(key));
        return IntStream.range(0, stages.size())
                .filter(i -> stages.get(i).entered().equals(since))
                .filter(i -> by.filter(stages.get(i).entry().by()::equals).isPresent())
                .findFirst();
    }

    /** Whether something ended after this action was taken over, and before it was begun: what beginning waited for. */
    boolean letBegin(Obligation ended, Obligation action) {
        Optional<Instant> from = Optional.ofNullable(taken.get(action.key().cause()));
        Optional<Instant> until = Optional.ofNullable(started.get(action.key().cause()));
        return ended.endedAt()
                .filter(at -> from.filter(at::isAfter).isPresent())
                .filter(at -> until.filter(begun -> !at.isAfter(begun)).isPresent())
                .isPresent();
    }

    private void read(Entry entry) {
        if (entry.event() instanceof ObligationEvent e) {
            owed(entry, e);
        } else if (entry.event() instanceof AnswerGiven e && e.answer() instanceof Answer.Accept && e.moves()) {
            taken.put(e.handoff().value(), entry.act().stamp().recordedAt());
        } else if (entry.event() instanceof CourseTaken e && e.course() == Course.STARTED) {
            started.put(e.handoff().value(), e.at());
        } else if (entry.event() instanceof RecordEvent e
                && Runs.of(e).filter(run::equals).isPresent()) {
            ran(entry, e);
        }
    }

    private void owed(Entry entry, ObligationEvent event) {
        if (event instanceof ObligationOpened) {
            opened.put(event.key(), entry.act().command());
            goes.ifPresent(by -> under.put(event.key(), by));
        } else if (event instanceof ObligationDischarged
                || event instanceof ObligationReleased
                || event instanceof ObligationReplaced) {
            ended.put(event.key(), entry.act().command());
            order.put(event.key(), entry.sequence());
        }
    }

    private void ran(Entry entry, RecordEvent event) {
        if (event instanceof RunOpened e) {
            began = Optional.of(entry);
            goes = Optional.of(PathwayRun.of(e));
        } else if (event instanceof RunMoved e) {
            goes = goes.map(by -> by.evolve(e));
        } else if (event instanceof StageEntered e) {
            stages.add(new Spell(e.stage(), taken(entry, e.at()), Optional.empty()));
        } else if (event instanceof StageLeft e && !stages.isEmpty()) {
            Spell last = stages.remove(stages.size() - 1);
            stages.add(new Spell(last.stage(), last.entry(), Optional.of(taken(entry, e.at()))));
        } else if (event instanceof RunClosed e) {
            closed = Optional.of(e.at());
        }
    }

    private static Taken taken(Entry entry, Instant at) {
        return new Taken(at, entry.sequence(), entry.act().command());
    }
}
