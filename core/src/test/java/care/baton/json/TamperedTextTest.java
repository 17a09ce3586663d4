package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Integrity;
import care.baton.evidence.Ledger;
import care.baton.evidence.LedgerArbitraries;
import care.baton.evidence.Ward;
import care.baton.trace.Promise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A ledger of 50 entries as it is stored, changed behind the library's back. Every change is refused on reading, found
 * by verifying, or is none: the entry that is read equals the one that was written.
 */
@Promise(37)
class TamperedTextTest {

    private static final Json JSON = Json.of(List.of(Ward.class));
    private static final Ledger LEDGER = LedgerArbitraries.ledger(new SplittableRandom(50), "record", 50);
    private static final Ledger OTHER = LedgerArbitraries.ledger(new SplittableRandom(51), "record", 50);
    private static final List<Entry> ENTRIES = LEDGER.entries().toList();

    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4})");

    /** 1,000,000 for a release: {@code -Dbaton.tamperings=1000000}. */
    private static final int TAMPERINGS = Integer.getInteger("baton.tamperings", 5_000);

    /** Every third bit of all that is stored, and so each of a byte's eight in its turn; all: {@code -Dbaton.bits=1}. */
    private static final int EVERY = Integer.getInteger("baton.bits", 3);

    @Test
    void aBitTurnedInAnyByteThatIsStoredIsNoticed() {
        int bits = IntStream.range(0, ENTRIES.size())
                .parallel()
                .map(TamperedTextTest::turned)
                .sum();
        assertThat(bits).isGreaterThan(200_000 / EVERY);
    }

    @Test
    void randomTamperingsAreNoticed() {
        SplittableRandom random = new SplittableRandom(52);
        int[] kinds = new int[6];
        for (int i = 0; i < TAMPERINGS; i++) {
            int kind = random.nextInt(6);
            Optional<List<Entry>> tampered = kind == 5 ? overwritten(random) : Optional.of(moved(random, kind));
            if (tampered.isPresent() && !tampered.get().equals(ENTRIES)) {
                kinds[kind]++;
                assertThat(Ledger.of(LEDGER.record(), tampered.get())
                                .verify(LEDGER.head())
                                .isIntact())
                        .as("tampering %s of kind %s", i, kind)
                        .isFalse();
            }
        }
        assertThat(kinds).doesNotContain(0);
    }

    private static int turned(int entry) {
        String text = JSON.write(ENTRIES.get(entry));
        byte[] stored = text.getBytes(StandardCharsets.UTF_8);
        int flipped = 0;
        for (int bit = entry % EVERY; bit < stored.length * 8; bit += EVERY) {
            flipped++;
            stored[bit / 8] ^= (byte) (1 << bit % 8);
            String changed = new String(stored, StandardCharsets.UTF_8);
            stored[bit / 8] ^= (byte) (1 << bit % 8);
            Optional<Entry> read = read(changed);
            if (read.isPresent() && read.get().equals(ENTRIES.get(entry))) {
                assertThat(lowerEscapes(changed)).isEqualTo(text);
            } else if (read.isPresent()) {
                assertThat(noticed(entry, read.get())).as(changed).isTrue();
            }
        }
        return flipped;
    }

    private static List<Entry> moved(SplittableRandom random, int kind) {
        List<Entry> entries = new ArrayList<>(ENTRIES);
        int at = random.nextInt(50);
        int to = random.nextInt(50);
        switch (kind) {
            case 0 -> entries.remove(at);
            case 1 ->
                entries.add(
                        to,
                        random.nextBoolean()
                                ? ENTRIES.get(at)
                                : OTHER.entries().toList().get(at));
            case 2 -> {
                entries.set(at, ENTRIES.get(to));
                entries.set(to, ENTRIES.get(at));
            }
            case 3 -> entries.subList(at, 50).clear();
            default -> {
                entries.subList(at, 50).clear();
                entries.addAll(OTHER.entries().toList().subList(to, 50));
            }
        }
        return entries;
    }

    private static Optional<List<Entry>> overwritten(SplittableRandom random) {
        int at = random.nextInt(50);
        StringBuilder text = new StringBuilder(JSON.write(ENTRIES.get(at)));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int place = random.nextInt(text.length());
            char old = text.charAt(place);
            text.setCharAt(
                    place,
                    Character.isDigit(old) ? (char) ('0' + random.nextInt(10)) : (char) ('a' + random.nextInt(26)));
        }
        return read(text.toString()).map(entry -> {
            List<Entry> entries = new ArrayList<>(ENTRIES);
            entries.set(at, entry);
            return entries;
        });
    }

    /** The same letter may be escaped in two ways: that is the only change that is none. */
    private static String lowerEscapes(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> "\\\\" + found.group(1).toLowerCase(Locale.ROOT));
    }

    private static Optional<Entry> read(String text) {
        return JSON.readEntry(text).fold(Optional::of, no -> Optional.empty());
    }

    /** Whether the entry itself is found out: nothing behind it is needed for that. */
    private static boolean noticed(int index, Entry entry) {
        List<Entry> entries = new ArrayList<>(ENTRIES.subList(0, index));
        entries.add(entry);
        return Ledger.of(LEDGER.record(), entries).verify() instanceof Integrity.Broken broken
                && broken.sequence() == index + 1;
    }
}
