package care.baton.store;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.Grade;
import care.baton.evidence.Ledger;
import care.baton.evidence.Salt;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.Rulebook;
import care.baton.time.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several writers on one record at once, and the plain records they write to. */
public final class Race {

    /** How many entries the opening of a record leads to. */
    static final int OPENED = 4;

    private static final long LONGEST = 120;
    private static final Code CHART = Code.of("chart");

    private Race() {}

    /** Each writer, through its own handle, raises so many warnings; all load before any stores. */
    static int on(RecordId id, Rulebook rules, int each, RecordStore... writers) throws Exception {
        CyclicBarrier loaded = new CyclicBarrier(writers.length);
        ExecutorService threads = Executors.newFixedThreadPool(writers.length);
        List<Future<Integer>> conflicts = new ArrayList<>();
        try {
            for (int i = 0; i < writers.length; i++) {
                Host host = new Host(new Together(writers[i], loaded), rules);
                String writer = "writer-" + i + "-";
                conflicts.add(threads.submit(() -> ask(host, id, writer, each)));
            }
            int all = 0;
            for (Future<Integer> one : conflicts) {
                all += one.get(LONGEST, TimeUnit.SECONDS);
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static int ask(Host host, RecordId id, String writer, int each) {
        int conflicts = 0;
        for (int i = 0; i < each; i++) {
            String command = writer + i;
            conflicts += host.ask(id, new RaiseFlag(Code.of("fall-risk")), act(command), salt(command));
        }
        return conflicts;
    }

    static Act act(String command) {
        return Act.of(CommandId.of(command), Cast.MANAGER, Stamp.at(Cast.START));
    }

    static Salt salt(String seed) {
        return Salt.of(Digest.of(seed.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    /** A record that was opened, and as many facts in words as make up the number. */
    static List<Entry> entries(RecordId id, Rulebook rules, int many) {
        CoordinationRecord opened = CoordinationRecord.of(id)
                .decide(
                        Script.lines(n -> Sensitive.of("words")).get(0).command(),
                        act("opening"),
                        salt(id.value()),
                        rules)
                .orThrow()
                .state();
        List<Event> facts = new ArrayList<>();
        for (int version = 1; version <= many - OPENED; version++) {
            facts.add(new FactRecorded(
                    Code.of("weight"), version, Sensitive.of("words " + version), CHART, Grade.RECORDED));
        }
        Ledger ledger = opened.ledger()
                .append(act("facts"), new RaiseFlag(CHART), salt("facts"), facts)
                .orThrow()
                .state();
        return ledger.entries().toList().subList(0, many);
    }

    /** All writers have loaded the same before the first of them stores. */
    private static final class Together implements RecordStore {

        private final RecordStore store;
        private final CyclicBarrier loaded;
        private boolean begun;

        Together(RecordStore store, CyclicBarrier loaded) {
            this.store = store;
            this.loaded = loaded;
        }

        @Override
        public List<Entry> load(RecordId record) {
            List<Entry> entries = store.load(record);
            if (!begun) {
                begun = true;
                try {
                    loaded.await(LONGEST, TimeUnit.SECONDS);
                } catch (Exception alone) {
                    throw new IllegalStateException("the other writers did not load", alone);
                }
            }
            return entries;
        }

        @Override
        public Stored append(RecordId record, long expectedVersion, List<Entry> entries) {
            return store.append(record, expectedVersion, entries);
        }

        @Override
        public Stored erase(RecordId record, long expectedVersion, List<Entry> rewritten, List<Entry> erasure) {
            return store.erase(record, expectedVersion, rewritten, erasure);
        }
    }
}
