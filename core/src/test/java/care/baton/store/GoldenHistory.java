package care.baton.store;

import care.baton.evidence.Entry;
import care.baton.json.Json;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.record.WorkItem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One episode of care in which every kind of event happens, as it was stored once. Run with a file it writes that
 * file anew; run without, it prints what this machine makes of the stored one, and then what it makes of the commands.
 */
public final class GoldenHistory {

    static final String FILE = "/golden/history-0.1.0.json";

    private static final String ENTRIES = "\"entries\":";
    private static final RecordId RECORD = RecordId.of("golden-1");
    private static final Json JSON = Json.ofRecords();

    private GoldenHistory() {}

    public static void main(String... file) throws IOException {
        if (file.length == 1) {
            Files.writeString(Path.of(file[0]), played());
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(replayed(Cast.resource(FILE)));
        out.print(played());
        out.flush();
    }

    static List<Entry> entries(String stored) {
        int from = stored.indexOf(ENTRIES) + ENTRIES.length();
        return JSON.readEntries(stored.substring(from, stored.lastIndexOf('}'))).orThrow();
    }

    static CoordinationRecord record(String stored) {
        return record(RECORD, stored);
    }

    static CoordinationRecord record(RecordId id, String stored) {
        return CoordinationRecord.replay(id, entries(stored));
    }

    static String replayed(String stored) {
        return text(record(stored));
    }

    static CoordinationRecord record() {
        return Episodes.planned(RECORD.value(), Cast.rules()).record();
    }

    static String played() {
        return text(record());
    }

    /** Where the chain ends, what was owed two thirds of the way, and every entry: one line each. */
    static String text(CoordinationRecord record) {
        List<Entry> entries = record.ledger().entries().toList();
        CoordinationRecord midway = CoordinationRecord.replay(record.id(), entries.subList(0, entries.size() * 2 / 3));
        List<WorkItem> work = midway.work().list(midway.recordedAt().orElseThrow());
        return "{\"record\":\"" + record.id().value() + "\",\n\"head\":"
                + Json.write(record.ledger().head())
                + ",\n\"work\":"
                + lines(work.stream().map(row -> Json.write(row)).toList())
                + ",\n" + ENTRIES
                + lines(entries.stream().map(entry -> JSON.write(entry)).toList())
                + "}\n";
    }

    private static String lines(List<String> items) {
        return items.stream().collect(Collectors.joining(",\n", "[\n", "\n]"));
    }
}
