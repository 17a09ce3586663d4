package care.baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.evidence.Entry;
import care.baton.evidence.EraseContent;
import care.baton.evidence.Ledger;
import care.baton.evidence.Unread;
import care.baton.evidence.Wire;
import care.baton.outcome.Code;
import care.baton.party.CommandId;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.record.Rulebook;
import care.baton.store.RecordStore.Stored;
import care.baton.trace.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What every store of coordination records must keep. A host extends this class, says how its store is opened and how
 * it is made to die, and runs the tests. Each test begins with an empty store.
 */
public abstract class RecordStoreContract {

    private static final Rulebook RULES = Cast.rules();
    private static final RecordId ID = RecordId.of("record-1");
    private static final int LARGE = 2000;

    /** A handle of its own on the store under test, as another process would have it. */
    protected abstract RecordStore open();

    /**
     * From now on the next storing, through any handle, fails with an exception once it has written so many entries
     * and before it commits, as when the process died there.
     */
    protected abstract void dieAfter(int entries);

    @Test
    void whatWasNeverStoredIsEmpty() {
        store(open(), RecordId.of("record-2"), entries("record-2", 1));

        assertThat(open().load(ID)).isEmpty();
        assertThat(open().append(ID, 0, List.of())).isEqualTo(Stored.STORED);
        assertThat(open().load(ID)).isEmpty();
    }

    @Test
    void whatWasStoredIsLoadedWholeAndInOrder() {
        for (int seed = 0; seed < 5; seed++) {
            CoordinationRecord record = Episodes.unplanned(new SplittableRandom(seed), "record-" + seed, RULES)
                    .record();
            List<Entry> all = record.ledger().entries().toList();
            int first = all.size() / 3;
            RecordStore store = open();

            assertThat(store.append(record.id(), 0, all.subList(0, first))).isEqualTo(Stored.STORED);
            assertThat(store.append(record.id(), first, all.subList(first, all.size())))
                    .isEqualTo(Stored.STORED);

            List<Entry> loaded = open().load(record.id());
            assertThat(loaded).isEqualTo(all);
            assertThat(CoordinationRecord.restore(record.id(), loaded).orThrow().state())
                    .isEqualTo(record);
        }
    }

    @Test
    void whatALaterReleaseWroteBesideAnEventIsKept() {
        Entry plain = entries("record-1", 1).get(0);
        Entry later = new Entry(
                plain.sequence(),
                plain.act(),
                plain.event(),
                List.of(new Unread("event", "color", new Wire.Text("blue"))),
                plain.carried(),
                plain.salt(),
                plain.command(),
                plain.chain());

        assertThat(open().append(ID, 0, List.of(later))).isEqualTo(Stored.STORED);
        assertThat(open().load(ID)).containsExactly(later);
    }

    @Test
    @Requirement("OWN-34")
    void inAnyOtherVersionNothingIsStored() {
        List<Entry> all = entries("record-1", 6);
        RecordStore store = open();
        store(store, all.subList(0, 3));

        for (long other : new long[] {0, 2, 4, 6}) {
            assertThat(store.append(ID, other, all.subList(3, 6))).isEqualTo(Stored.CONFLICT);
            assertThat(open().load(ID)).isEqualTo(all.subList(0, 3));
        }
        assertThat(open().append(RecordId.of("record-2"), 1, all)).isEqualTo(Stored.CONFLICT);
        assertThat(open().load(RecordId.of("record-2"))).isEmpty();
        assertThat(store.append(ID, 3, all.subList(3, 6))).isEqualTo(Stored.STORED);
        assertThat(open().load(ID)).isEqualTo(all);
    }

    @Test
    void recordsOfAlmostTheSameNameAreKeptApart() {
        List<String> names = List.of("record-1", "Record-1", "record-10", "record_1", "record-1.");
        names.forEach(name -> store(open(), RecordId.of(name), entries(name, 2)));

        assertThat(names)
                .allSatisfy(name -> assertThat(open().load(RecordId.of(name))).isEqualTo(entries(name, 2)));
    }

    @Test
    void whatWasLoadedDoesNotChangeWhenMoreIsStored() {
        List<Entry> all = entries("record-1", 4);
        RecordStore store = open();
        store(store, all.subList(0, 2));

        List<Entry> loaded = store.load(ID);
        store.append(ID, 2, all.subList(2, 4));

        assertThat(loaded).isEqualTo(all.subList(0, 2));
    }

    @Test
    @Requirement("OWN-34")
    void whatDiedBeforeItWasCommittedLeavesNothing() {
        List<Entry> all = entries("record-1", 8);
        store(open(), all.subList(0, 3));

        for (int written = 0; written <= 5; written++) {
            dieAfter(written);
            RecordStore dying = open();
            assertThatThrownBy(() -> dying.append(ID, 3, all.subList(3, 8))).isInstanceOf(Exception.class);
            assertThat(open().load(ID)).isEqualTo(all.subList(0, 3));
        }
        assertThat(open().append(ID, 3, all.subList(3, 8))).isEqualTo(Stored.STORED);
        assertThat(open().load(ID)).isEqualTo(all);
    }

    @Test
    void aLargeHistoryIsLoadedWholeAndInOrder() {
        List<Entry> all = entries("record-1", LARGE);
        RecordStore store = open();
        for (int from = 0; from < LARGE; from += 500) {
            assertThat(store.append(ID, from, all.subList(from, from + 500))).isEqualTo(Stored.STORED);
        }

        assertThat(open().load(ID)).isEqualTo(all);
    }

    @Test
    @Requirement({"OWN-28", "OWN-34"})
    void ofTwoWritersOneWinsAndTheOtherReloadsAndDecidesAgain() throws Exception {
        for (int round = 0; round < 10; round++) {
            RecordId id = RecordId.of("race-" + round);
            store(open(), id, entries(id.value(), Race.OPENED));

            int conflicts = Race.on(id, RULES, 1, open(), open());

            assertThat(conflicts).isEqualTo(1);
            assertThat(commands(id)).containsExactlyInAnyOrder("opening", "writer-0-0", "writer-1-0");
            assertThat(Ledger.of(id, open().load(id)).verify().isIntact()).isTrue();
        }
    }

    @Test
    @Requirement("OWN-28")
    void ofManyWritersNothingIsLostAndNothingIsStoredTwice() throws Exception {
        List<String> expected = new ArrayList<>(List.of("opening"));
        for (int i = 0; i < 40; i++) {
            expected.add("writer-" + i / 10 + "-" + i % 10);
        }
        for (int round = 0; round < 10; round++) {
            RecordId id = RecordId.of("crowd-" + round);
            store(open(), id, entries(id.value(), Race.OPENED));

            Race.on(id, RULES, 10, open(), open(), open(), open());

            assertThat(commands(id)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(Ledger.of(id, open().load(id)).verify().isIntact()).isTrue();
        }
    }

    @Test
    void anErasureRewritesWhatItNamesAndIsAppendedInTheSameStep() {
        List<Entry> all = entries("record-1", 7);
        store(open(), all);
        Host host = new Host(open(), RULES);

        dieAfter(1);
        assertThatThrownBy(() -> host.erase(ID, all, erasing(6), Race.act("erase"), Race.salt("erase")))
                .isInstanceOf(Exception.class);
        assertThat(open().load(ID)).isEqualTo(all);
        assertThat(host.erase(ID, all.subList(0, 6), erasing(6), Race.act("erase"), Race.salt("erase")))
                .isEqualTo(Stored.CONFLICT);
        assertThat(open().load(ID)).isEqualTo(all);
        assertThat(host.erase(ID, all, erasing(6), Race.act("erase"), Race.salt("erase")))
                .isEqualTo(Stored.STORED);

        List<Entry> loaded = open().load(ID);
        assertThat(loaded).hasSize(8);
        assertThat(loaded.get(5).salt()).isEmpty();
        assertThat(loaded).isNotEqualTo(all).startsWith(all.get(0), all.get(1), all.get(2));
        assertThat(Ledger.of(ID, loaded).verify().isIntact()).isTrue();
    }

    private List<String> commands(RecordId id) {
        return open().load(id).stream()
                .filter(entry -> entry.command().isPresent())
                .map(entry -> entry.act().command())
                .map(CommandId::value)
                .toList();
    }

    private static EraseContent erasing(long sequence) {
        return new EraseContent(sequence, Code.of("asked-for"), Code.of("note"));
    }

    private static void store(RecordStore store, List<Entry> entries) {
        store(store, ID, entries);
    }

    private static void store(RecordStore store, RecordId id, List<Entry> entries) {
        assertThat(store.append(id, 0, entries)).isEqualTo(Stored.STORED);
    }

    private static List<Entry> entries(String record, int many) {
        return Race.entries(RecordId.of(record), RULES, many);
    }
}
