package care.baton.examples.store;

import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkJson;
import care.baton.record.CoordinationRecord;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A host process that only notes requests on one link, again and again: no entry of the record tells it that another
 * does so too.
 */
final class Linker {

    private Linker() {}

    /** With a database, a name, and how many requests; the first is noted only when a line was read. */
    public static void main(String... arguments) throws Exception {
        System.out.println("opening");
        H2Records records = new H2Records(H2Records.at(arguments[0]));
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        CoordinationRecord record = CoordinationRecord.replay(Writer.ID, records.load(Writer.ID));
        int conflicts = 0;
        for (int noted = 0; noted < Integer.parseInt(arguments[2]); ) {
            H2Records.Linked linked = records.linked(Writer.ID);
            if (noted == 0 && conflicts == 0) {
                System.out.println("loaded");
                told.readLine();
            }
            Link next =
                    link(1 + linked.links().stream().mapToLong(Link::requests).sum());
            boolean stored = records.append(record, record.version(), linked.revision(), List.of(), List.of(next));
            noted += stored ? 1 : 0;
            conflicts += stored ? 0 : 1;
        }
        System.out.println("conflicts " + conflicts);
    }

    /** One link after so many requests. */
    static Link link(long requests) {
        String text = LinkJson.write(Writer.link("shared")).replace("\"requests\":0", "\"requests\":" + requests);
        return LinkJson.read(text).value().orElseThrow();
    }
}
