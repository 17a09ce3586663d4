package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Ledger;
import care.baton.evidence.LedgerArbitraries;
import care.baton.evidence.Ward;
import care.baton.trace.Promise;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonProperties {

    private static final Json JSON = Json.of(List.of(Ward.class));

    @Property
    @Promise(23)
    void whatIsWrittenIsReadBackTheSame(@ForAll long seed) {
        Ledger ledger = LedgerArbitraries.ledger(new SplittableRandom(seed), "record", 6);
        String text = JSON.writeEntries(ledger.entries().toList());

        List<Entry> read = JSON.readEntries(text).orThrow();

        assertThat(read).isEqualTo(ledger.entries().toList());
        assertThat(JSON.writeEntries(read)).isEqualTo(text);
        assertThat(Ledger.of(ledger.record(), read).verify(ledger.head()).isIntact())
                .isTrue();
    }

    @Property
    void aBareEventIsReadBackTheSameAlsoThroughBytes(@ForAll long seed) {
        List<Ward> events = List.of(LedgerArbitraries.event(new SplittableRandom(seed)));
        byte[] stored = JSON.writeEvents(events).getBytes(StandardCharsets.UTF_8);

        assertThat(JSON.readEvents(new String(stored, StandardCharsets.UTF_8)).orThrow())
                .isEqualTo(events);
    }

    @Property(tries = 200)
    @Promise(23)
    void localeAndZoneOfTheMachineMakeNoDifference(@ForAll long seed) {
        Ledger ledger = LedgerArbitraries.ledger(new SplittableRandom(seed), "record", 4);
        String expected = JSON.writeEntries(ledger.entries().toList());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String[] place : new String[][] {
                {"tr-TR", "Europe/Istanbul"},
                {"ar-SA-u-nu-arab", "Asia/Riyadh"},
                {"th-TH-u-ca-buddhist-nu-thai", "Asia/Bangkok"},
                {"de-DE", "Europe/Berlin"},
                {"en-US", "America/St_Johns"}
            }) {
                Locale.setDefault(Locale.forLanguageTag(place[0]));
                TimeZone.setDefault(TimeZone.getTimeZone(place[1]));
                Ledger again = LedgerArbitraries.ledger(new SplittableRandom(seed), "record", 4);

                assertThat(JSON.writeEntries(again.entries().toList())).isEqualTo(expected);
                assertThat(JSON.readEntries(expected).orThrow())
                        .isEqualTo(ledger.entries().toList());
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Property
    @Promise(29)
    void anyTextGivesEventsOrRefusals(@ForAll String text) {
        Reading<List<Event>> reading = JSON.readEvents(text);

        assertThat(reading instanceof Reading.Complete || !reading.refusals().isEmpty())
                .isTrue();
    }

    @Property
    @Promise(29)
    void anEntryWithAnyPartOverwrittenGivesAnEntryOrRefusals(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Ledger ledger = LedgerArbitraries.ledger(random, "record", 1);
        String text = JSON.write(ledger.entries().last());
        int from = random.nextInt(text.length());
        int until = Math.min(text.length(), from + random.nextInt(40));
        String[] parts = {"", "null", "{}", "[]", "0", "\"\"", "}", "\"a\":1,", "-1", "true", "9".repeat(40), "\u0000"};

        Reading<Entry> reading =
                JSON.readEntry(text.substring(0, from) + parts[random.nextInt(parts.length)] + text.substring(until));

        boolean total = reading.fold(entry -> entry.sequence() > 0, refusals -> !refusals.isEmpty());
        assertThat(total).isTrue();
    }
}
