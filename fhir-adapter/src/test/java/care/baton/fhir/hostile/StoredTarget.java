package care.baton.fhir.hostile;

import care.baton.evidence.Entry;
import care.baton.fhir.Mapped;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkJson;
import care.baton.json.Json;
import java.nio.charset.StandardCharsets;

/** A record, a handoff by itself, or a link, as a host's store gives it back. */
public final class StoredTarget {

    private static final Json JSON = Json.ofRecords();

    private StoredTarget() {}

    /**
     * Reads it as each of them.
     *
     * @param input any bytes
     */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Same.twice(JSON.readEntries(text), JSON::writeEntries, JSON::readEntries);
        Same.twice(JSON.readEntry(text), (Entry entry) -> JSON.write(entry), JSON::readEntry);
        Same.twice(JSON.readEvents(text), JSON::writeEvents, JSON::readEvents);
        Same.twice(JSON.readRecorded(text), JSON::writeRecorded, JSON::readRecorded);
        Mapped<Link> link = LinkJson.read(text);
        link.value()
                .ifPresent(read ->
                        Same.as(read, LinkJson.read(LinkJson.write(read)).value()));
    }
}
