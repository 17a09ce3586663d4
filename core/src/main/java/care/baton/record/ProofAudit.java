package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Evidence;
import care.baton.evidence.EvidenceEvent;
import care.baton.obligation.Key;
import care.baton.obligation.Known;
import care.baton.obligation.Lack;
import care.baton.obligation.Lacking;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.pathway.Pathway;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunMoved;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.StageLeft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether each run that was closed had what its definition asks of its closing: which proof an audit asks of which
 * pathway is the definition's own closure. It reads any list of entries, whether or not an operation could have made it.
 */
public final class ProofAudit {

    /**
     * Something that was not there when a run was closed.
     *
     * @param run which run
     * @param lack the proof, and what is wrong with it
     * @param entries the numbers of the entries that opened and closed the run, as far as they are in the list
     */
    public record Finding(Code run, Lack lack, List<Long> entries) {
        /** Copies the numbers. */
        public Finding {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(lack, "lack");
            entries = Copy.of(entries, "entries");
        }
    }

    private record Running(Code pathway, int version, long opened, Instant since) {}

    private final List<Pathway> pathways;
    private final SortedMap<Code, Running> runs = new TreeMap<>();
    private final SortedSet<Key> done = new TreeSet<>();
    private final SortedMap<Code, SortedSet<Code>> left = new TreeMap<>();
    private final SortedMap<Code, Instant> closings = new TreeMap<>();
    private final SortedMap<Code, Instant> ended = new TreeMap<>();
    private final List<Finding> found = new ArrayList<>();
    private Evidence evidence = Evidence.nothing();

    private ProofAudit(List<Pathway> pathways) {
        this.pathways = pathways;
    }

    /**
     * What was lacking when runs were closed.
     *
     * @param entries the entries, in order; any list will do
     * @param pathways the definitions by which they ran; a run of another is passed over
     * @return every proof that was lacking, in the order of the closings and of the definition
     */
    public static List<Finding> of(List<Entry> entries, List<Pathway> pathways) {
        ProofAudit audit = new ProofAudit(Copy.of(pathways, "pathways"));
        Copy.of(entries, "entries").forEach(audit::read);
        return Collections.unmodifiableList(audit.found);
    }

    private void read(Entry entry) {
        Event event = entry.event();
        if (event instanceof EvidenceEvent e) {
            evidence = evidence.evolve(entry.act(), e);
        } else if (event instanceof ObligationDischarged e) {
            done.add(e.key());
        } else if (event instanceof ObligationOpened e) {
            done.removeIf(key -> key.kind().equals(e.key().kind())
                    && key.cause().equals(e.key().cause())
                    && key.subject().equals(e.key().subject()));
        } else if (event instanceof RunOpened e) {
            Instant since = closings.getOrDefault(e.pathway(), Instant.MIN);
            runs.put(e.run(), new Running(e.pathway(), e.version(), entry.sequence(), since));
        } else if (event instanceof RunMoved e) {
            runs.computeIfPresent(
                    e.run(), (run, was) -> new Running(was.pathway(), e.version(), was.opened(), was.since()));
        } else if (event instanceof StageLeft e) {
            left.computeIfAbsent(e.run(), run -> new TreeSet<>()).add(e.stage());
        } else if (event instanceof RunClosed e) {
            closed(e.run(), entry);
            ended.put(e.run(), e.at());
            Optional.ofNullable(runs.get(e.run())).ifPresent(run -> closings.put(run.pathway(), e.at()));
        }
    }

    private void closed(Code run, Entry entry) {
        Optional<Running> running = Optional.ofNullable(runs.get(run));
        Instant at = entry.act().stamp().recordedAt();
        running.flatMap(this::definition)
                .ifPresent(p -> Lacking.of(
                                p.closure(), new Then(run, running.get().since()), at)
                        .forEach(lack -> found.add(
                                new Finding(run, lack, List.of(running.get().opened(), entry.sequence())))));
    }

    private Optional<Pathway> definition(Running running) {
        return pathways.stream()
                .filter(p -> p.id().equals(running.pathway()) && p.version() == running.version())
                .findFirst();
    }

    /** What the list says up to here. */
    private final class Then implements Known {

        private final Code run;
        private final Instant since;

        Then(Code run, Instant since) {
            this.run = run;
            this.since = since;
        }

        @Override
        public Evidence evidence() {
            return evidence;
        }

        @Override
        public Code run() {
            return run;
        }

        @Override
        public Instant since() {
            return since;
        }

        @Override
        public boolean done(Code kind) {
            return done.stream()
                    .anyMatch(key ->
                            key.cause().equals(Keys.cause(run)) && key.kind().equals(kind));
        }

        @Override
        public boolean left(Code pathway, Code stage) {
            return runs.entrySet().stream()
                    .filter(one -> one.getValue().pathway().equals(pathway))
                    .filter(one -> ended.getOrDefault(one.getKey(), Instant.MAX).isAfter(since))
                    .anyMatch(one ->
                            left.getOrDefault(one.getKey(), new TreeSet<>()).contains(stage));
        }
    }
}
