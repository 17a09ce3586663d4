package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.party.CommandId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LedgerProperties {

    private static final Salt SALT = Salt.of(new byte[32]);

    @Property
    @Promise(37)
    void whatWasAppendedIsIntactAndSoIsEveryBeginning(@ForAll long seed) {
        Ledger ledger = LedgerArbitraries.ledger(new SplittableRandom(seed), "record", 12);
        List<Entry> entries = ledger.entries().toList();

        assertThat(ledger.verify().isIntact()).isTrue();
        for (int i = 0; i <= entries.size(); i++) {
            assertThat(Ledger.of(ledger.record(), entries.subList(0, i))
                            .verify()
                            .isIntact())
                    .isTrue();
        }
    }

    @Property
    @Promise(37)
    void erasingAnyEntryLeavesEveryLinkAsItWas(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Ledger ledger = LedgerArbitraries.ledger(random, "record", 10);
        EraseContent erase = new EraseContent(1 + random.nextInt(10), Code.of("law"), Code.of("note"));
        Instant now = ledger.entries().last().act().stamp().recordedAt();

        Ledger erased = ledger.erase(LedgerArbitraries.act(random, "erase", now), erase, LedgerArbitraries.salt(random))
                .orThrow()
                .state();

        assertThat(erased.verify(ledger.head()).isIntact()).isTrue();
        assertThat(erased.entries().toList().subList(0, 10))
                .extracting(Entry::chain)
                .isEqualTo(ledger.entries().toList().stream().map(Entry::chain).toList());
        assertThat(erased.entries().toList().get((int) erase.sequence() - 1).salt())
                .isEmpty();
    }

    @Property
    @Promise({4, 36})
    void anyCommandAskedAgainAtAnyDistanceChangesNothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Ledger ledger = Ledger.empty(RecordId.of("record"));
        for (int i = 0; i < 12; i++) {
            SplittableRandom own = new SplittableRandom(seed + i);
            String id = "c-" + i;
            ledger = ledger.append(
                            LedgerArbitraries.act(random, id, Instant.EPOCH),
                            LedgerArbitraries.command(own),
                            LedgerArbitraries.salt(random),
                            List.of(LedgerArbitraries.event(random)))
                    .orThrow()
                    .state();
            int again = random.nextInt(i + 1);
            Record asked = LedgerArbitraries.command(new SplittableRandom(seed + again));
            Ledger same = ledger.append(
                            LedgerArbitraries.act(random, "c-" + again, Instant.EPOCH.plusSeconds(i)),
                            asked,
                            LedgerArbitraries.salt(random),
                            List.of(LedgerArbitraries.event(random)))
                    .orThrow()
                    .state();
            assertThat(same).isSameAs(ledger);
            assertThat(Ledger.of(ledger.record(), ledger.entries().toList()).seen(CommandId.of("c-" + again), asked))
                    .isEqualTo(Seen.APPLIED);
        }
    }

    @Property
    void twoEventsHaveTheSameBytesExactlyWhenTheyAreEqual(@ForAll long one, @ForAll long two) {
        Ward a = LedgerArbitraries.event(new SplittableRandom(one));
        Ward b = LedgerArbitraries.event(new SplittableRandom(two));
        Ward again = LedgerArbitraries.event(new SplittableRandom(one));

        assertThat(bytes(a)).isEqualTo(bytes(again));
        assertThat(Arrays.equals(bytes(a), bytes(b))).isEqualTo(a.equals(b));
    }

    @Property
    void anInstantHasTheBytesOfItsText(@ForAll long second, @ForAll int nano) {
        for (long at : new long[] {
            Math.floorMod(second, 320_000_000_000L) - 65_000_000_000L,
            Math.floorMod(second, 31_556_889_864_403_199L),
            Math.floorMod(second, 4_000_000_000L)
        }) {
            int part = Math.floorMod(nano, 1_000_000_000);
            for (int fraction : new int[] {0, part, part / 1000 * 1000, part / 1_000_000 * 1_000_000}) {
                Instant instant = Instant.ofEpochSecond(at, fraction);
                Bytes bytes = new Bytes();
                bytes.instant(instant);

                assertThat(new String(bytes.copy(), 4, bytes.size() - 4, StandardCharsets.US_ASCII))
                        .isEqualTo(instant.toString());
            }
        }
    }

    @Property
    void wholeTextHasTheBytesOfUtf8(@ForAll String text) {
        boolean whole = text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        Bytes bytes = new Bytes();
        bytes.utf8(text);

        assertThat(!whole || Arrays.equals(bytes.copy(), text.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Property
    @Promise(43)
    void wordsAndSaltsEnterTheBytesAsFingerprintsOnly(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Ward.Noted noted = LedgerArbitraries.noted(random);
        Ward.Noted canary = new Ward.Noted(
                noted.kind(),
                noted.by(),
                noted.at(),
                Sensitive.of("canary"),
                Optional.of(Sensitive.of("canary")),
                noted.version(),
                noted.urgent(),
                noted.told());

        assertThat(new String(bytes(canary), StandardCharsets.ISO_8859_1)).doesNotContain("canary");
    }

    private static byte[] bytes(Event event) {
        return Canonical.content(event, Optional.of(SALT), List.of(), new Sheet())
                .bytes();
    }
}
