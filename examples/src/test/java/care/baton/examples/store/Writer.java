package care.baton.examples.store;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkKey;
import care.baton.outcome.Applied;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.Rulebook;
import care.baton.store.Cast;
import care.baton.store.Script;
import care.baton.time.Stamp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A host process: loads, decides and stores one command after the other, and says so line by line. */
final class Writer {

    static final RecordId ID = RecordId.of("record-1");

    private static final Rulebook RULES = Cast.rules();

    private final H2Records records;
    private final BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private Writer(H2Records records) {
        this.records = records;
    }

    /** With a database, a name, and how many commands; the first is stored only when a line was read. */
    public static void main(String... arguments) throws Exception {
        System.out.println("opening");
        Writer writer = new Writer(new H2Records(H2Records.at(arguments[0])));
        int conflicts = 0;
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            String command = arguments[1] + "-" + i;
            conflicts += writer.ask(command, i == 0);
            System.out.println("stored " + command + ";");
        }
        System.out.println("conflicts " + conflicts);
    }

    static void open(H2Records records) throws SQLException {
        RecordCommand open = Script.lines(n -> Sensitive.of("words")).get(0).command();
        Applied<CoordinationRecord, Entry> done = CoordinationRecord.of(ID)
                .decide(open, act("opening"), salt(), RULES)
                .orThrow();
        records.append(done.state(), 0, done.events());
    }

    /** Each command opens a run: many entries, several rows of the worklist, and a link beside them. */
    private int ask(String command, boolean waits) throws SQLException, IOException {
        for (int conflicts = 0; ; conflicts++) {
            long revision = records.linked(ID).revision();
            List<Entry> loaded = records.load(ID);
            if (waits && conflicts == 0) {
                System.out.println("loaded");
                told.readLine();
            }
            RecordCommand asked = command.contains("run")
                    ? new OpenRun(Code.of(command), Code.of("after-hospital"), 1)
                    : new RaiseFlag(Code.of("fall-risk"));
            Applied<CoordinationRecord, Entry> done = CoordinationRecord.replay(ID, loaded)
                    .decide(asked, act(command), salt(), RULES)
                    .orThrow();
            System.out.println("storing " + command);
            if (records.append(done.state(), loaded.size(), revision, done.events(), List.of(link(command)))) {
                return conflicts;
            }
        }
    }

    static Link link(String command) {
        return new Link(
                new LinkKey("Task", command, "offer-1"),
                Optional.empty(),
                Optional.empty(),
                Sensitive.none(),
                Sensitive.none(),
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Act act(String command) {
        return Act.of(CommandId.of(command), Cast.MANAGER, Stamp.at(Cast.START));
    }

    private static Salt salt() {
        return Salt.of(new byte[32]);
    }
}
