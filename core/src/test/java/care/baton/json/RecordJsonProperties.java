package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Described;
import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Ledger;
import care.baton.evidence.LedgerArbitraries;
import care.baton.handoff.Recorded;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.record.Rulebook;
import care.baton.store.Cast;
import care.baton.store.Episodes;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RecordJsonProperties {

    private static final Json JSON = Json.ofRecords();
    private static final Rulebook RULES = Cast.rules();

    @Property(tries = 60)
    @Promise(23)
    @Requirement("GOV-116")
    void whatWasStoredOfARecordReplaysToTheSameState(@ForAll long seed) {
        CoordinationRecord record = Episodes.unplanned(new SplittableRandom(seed), "record-1", RULES)
                .record();
        List<Entry> entries = record.ledger().entries().toList();
        byte[] stored = JSON.writeEntries(entries).getBytes(StandardCharsets.UTF_8);

        List<Entry> read =
                JSON.readEntries(new String(stored, StandardCharsets.UTF_8)).orThrow();
        CoordinationRecord again = CoordinationRecord.replay(record.id(), read);

        assertThat(read).isEqualTo(entries);
        assertThat(JSON.writeEntries(read).getBytes(StandardCharsets.UTF_8)).isEqualTo(stored);
        assertThat(again).isEqualTo(record);
        assertThat(again.ledger().verify(record.ledger().head()).isIntact()).isTrue();
    }

    @Property(tries = 200)
    void anyEventOfAnyKindComesBackAsItWas(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Event> events = JSON.kinds().stream()
                .map(kind -> (Event) AnyRecord.of(kind, random))
                .toList();
        Ledger ledger = Ledger.empty(RecordId.of("record-1"))
                .append(
                        LedgerArbitraries.act(random, "command-1", Cast.START),
                        LedgerArbitraries.command(random),
                        LedgerArbitraries.salt(random),
                        events)
                .orThrow()
                .state();
        String text = JSON.writeEntries(ledger.entries().toList());

        assertThat(JSON.readEntries(text).orThrow()).isEqualTo(ledger.entries().toList());
        assertThat(JSON.readEvents(JSON.writeEvents(events)).orThrow()).isEqualTo(events);
    }

    @Property(tries = 200)
    void anyEventOfALoneHandoffComesBackAsItWas(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Described kind = JSON.kinds().get(random.nextInt(JSON.kinds().size()));
        Recorded recorded = new Recorded(
                LedgerArbitraries.act(random, "command-1", Cast.START),
                LedgerArbitraries.salt(random).digest(),
                (Event) AnyRecord.of(kind, random));
        String text = JSON.writeRecorded(List.of(recorded, recorded));

        assertThat(JSON.readRecorded(text).orThrow()).containsExactly(recorded, recorded);
    }
}
