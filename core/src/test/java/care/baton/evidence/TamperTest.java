package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Integrity.Broken;
import care.baton.evidence.Integrity.Fault;
import care.baton.party.RecordId;
import care.baton.trace.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@Promise(37)
class TamperTest {

    private static final String RECORD = "record";
    private static final Ledger LEDGER = LedgerArbitraries.ledger(new SplittableRandom(50), RECORD, 50);
    private static final Ledger OTHER = LedgerArbitraries.ledger(new SplittableRandom(51), RECORD, 50);

    @Test
    void everyEntryDroppedIsNoticedAtItsPlace() {
        for (int i = 0; i < 49; i++) {
            List<Entry> entries = entries();
            entries.remove(i);

            assertThat(verify(entries)).isEqualTo(new Broken(i + 1L, Fault.OUT_OF_SEQUENCE));
        }
    }

    @Test
    void everyEntryPutInTwiceOrFromAnotherRecordIsNoticedAtItsPlace() {
        for (int i = 0; i < 50; i++) {
            for (Entry added :
                    List.of(entries().get(i), OTHER.entries().toList().get(i))) {
                List<Entry> entries = entries();
                entries.add(i, added);

                assertThat(verify(entries))
                        .isInstanceOfSatisfying(
                                Broken.class,
                                broken -> assertThat(broken.sequence()).isBetween(1L, entries.indexOf(added) + 2L));
            }
        }
    }

    @Test
    void everySwapOfTwoEntriesIsNoticedAtTheFirst() {
        for (int i = 0; i < 50; i++) {
            for (int k = i + 1; k < 50; k++) {
                List<Entry> entries = entries();
                entries.set(i, LEDGER.entries().toList().get(k));
                entries.set(k, LEDGER.entries().toList().get(i));

                assertThat(verify(entries)).isEqualTo(new Broken(i + 1L, Fault.OUT_OF_SEQUENCE));
            }
        }
    }

    @Test
    void everySpliceOfAnotherChainIsNoticedWhereItBegins() {
        for (int i = 1; i < 50; i++) {
            List<Entry> entries = entries().subList(0, i);
            entries.addAll(OTHER.entries().toList().subList(i, 50));

            int first = i + 1;
            assertThat(verify(entries))
                    .isInstanceOfSatisfying(
                            Broken.class,
                            broken -> assertThat(broken.sequence()).isEqualTo(first));
        }
    }

    @Test
    void everyEntryReplacedByThatOfAnotherChainIsNoticedThereOrWhereTheLinkIsMissed() {
        for (int i = 0; i < 50; i++) {
            List<Entry> entries = entries();
            entries.set(i, OTHER.entries().toList().get(i));

            assertThat(verify(entries).isIntact()).isFalse();
        }
    }

    @Test
    void everyTruncationIsNoticedGivenTheHeadThatWasKept() {
        for (int i = 0; i < 50; i++) {
            Ledger shorter = Ledger.of(LEDGER.record(), entries().subList(0, i));

            assertThat(shorter.verify(LEDGER.head())).isEqualTo(new Broken(i + 1L, Fault.TRUNCATED));
            assertThat(shorter.verify().isIntact()).isTrue();
            assertThat(LEDGER.verify(shorter.head()).isIntact()).isTrue();
        }
    }

    @Test
    void whatIsBrokenInsideIsToldBeforeTheHeadThatWasKept() {
        List<Entry> entries = entries();
        entries.set(6, OTHER.entries().toList().get(6));
        Ledger broken = Ledger.of(LEDGER.record(), entries);

        assertThat(broken.verify(LEDGER.head())).isEqualTo(broken.verify()).isInstanceOf(Broken.class);
    }

    @Test
    void aWholeRewriteIsNoticedOnlyGivenTheHeadThatWasKept() {
        assertThat(OTHER.verify().isIntact()).isTrue();
        assertThat(OTHER.verify(LEDGER.head())).isEqualTo(new Broken(50, Fault.REWRITTEN));
        assertThat(OTHER.verify(Ledger.empty(RecordId.of("x")).head())).isEqualTo(new Broken(1, Fault.REWRITTEN));
    }

    @Test
    void aSecondMarkAndAMissingMarkAreNoticed() {
        for (int i = 0; i < 50; i++) {
            List<Entry> entries = entries();
            Entry entry = entries.get(i);
            entries.set(
                    i,
                    new Entry(
                            entry.sequence(),
                            entry.act(),
                            entry.event(),
                            entry.unread(),
                            entry.carried(),
                            entry.salt(),
                            entry.command().isPresent()
                                    ? Optional.empty()
                                    : LEDGER.entries().toList().get(0).command(),
                            entry.chain()));

            assertThat(verify(entries)).isEqualTo(new Broken(i + 1L, Fault.COMMAND_MARK));
        }
    }

    @Test
    void aFieldOfALaterReleaseThatIsSlippedInIsNoticed() {
        for (String path : List.of("event", "event/nowhere", "act", "act/by", "nowhere", "")) {
            for (String name : List.of("kind", "later", "type")) {
                List<Entry> entries = entries();
                Entry entry = entries.get(9);
                entries.set(
                        9,
                        new Entry(
                                entry.sequence(),
                                entry.act(),
                                entry.event(),
                                List.of(new Unread(path, name, new Wire.Whole(1))),
                                entry.carried(),
                                entry.salt(),
                                entry.command(),
                                entry.chain()));

                assertThat(verify(entries))
                        .isInstanceOfSatisfying(
                                Broken.class,
                                broken -> assertThat(broken.sequence()).isEqualTo(10));
            }
        }
    }

    private static Integrity verify(List<Entry> entries) {
        return Ledger.of(RecordId.of(RECORD), entries).verify();
    }

    private static List<Entry> entries() {
        return new ArrayList<>(LEDGER.entries().toList());
    }
}
