package care.baton.bench;

import ca.uhn.fhir.parser.IParser;
import care.baton.evidence.Salt;
import care.baton.fhir.Limits;
import care.baton.fhir.R4;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Exchange;
import care.baton.fhir.exchange.Links;
import care.baton.fhir.exchange.Planned;
import care.baton.fhir.exchange.ReadAsk;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.task.Move;
import care.baton.fhir.task.TaskContext;
import care.baton.fhir.task.TaskReader;
import care.baton.fhir.task.TaskReading;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.OfferKind;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.InHandoff;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Task;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An offer written as a Task and read again, beside what HAPI alone takes for the same Task. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MappingBenchmark {

    static final Instant NOW = Talk.START.plusSeconds(3_600);

    private final Endpoint endpoint = new Endpoint(
            URI.create("https://server.example/fhir"),
            PartnerProfiles.sdohClinicalCare(),
            Seats.INTAKE,
            Seats.CASE_MANAGER,
            "Organization/hospital");
    private final Exchange exchange = new Exchange(endpoint, Seats.RULES);
    private final CoordinationRecord record = offered();
    private final Links links = reported();
    private final String text = write();
    private final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    private String written = text;
    private Ask asked = read();
    private Task parsed = parseWithHapi();

    private static CoordinationRecord offered() {
        Episode episode = Episode.profiled();
        OfferHandoff offer = new OfferHandoff(
                OfferKind.FIRM, Seats.INTAKE, Talk.ASK, Optional.of(Talk.SBAR), Arbiter.SERVER, Optional.empty(), Optional.empty());
        return episode.does(Seats.CASE_MANAGER, new InHandoff(Episode.HANDOFF, Episode.RUN, offer))
                .record();
    }

    /** The report that goes with the offer lies on the server already: what is left to write is the Task alone. */
    private Links reported() {
        Planned first = exchange.plan(record, Links.none(), NOW);
        Request.Create report = (Request.Create) first.requests().get(0);
        Response stored = new Response.Stands(
                report.key(), report.number(), new Response.Found("Communication", "report-1", "1", report.body()));
        return Links.of(
                exchange.absorb(record, first.links(), stored, Salt.of(new byte[32]), NOW).links().all().stream()
                        .filter(link -> link.key().equals(report.key()))
                        .toList());
    }

    /** From the record to the document: what is owed to the server is worked out, and the Task written. */
    @Benchmark
    public String write() {
        Planned planned = exchange.plan(record, links, NOW);
        written = ((Request.Create) planned.requests().get(0)).body().text();
        return written;
    }

    /** The same Task set by hand in HAPI's classes, not written. */
    @Benchmark
    public Task setByHand() {
        return ByHand.task();
    }

    /** The same Task set by hand in HAPI's classes and written by HAPI. */
    @Benchmark
    public String writeByHand() {
        return R4.context().newJsonParser().encodeResourceToString(ByHand.task());
    }

    /** From the document to what it asks: every doubt looked at. */
    @Benchmark
    public Ask read() {
        TaskReading reading = TaskReader.read(bytes, Limits.standard(), TaskContext.firstSeen(endpoint.profile()));
        if (!(reading instanceof TaskReading.KnownMove known) || known.move() != Move.OFFERED) {
            throw new IllegalStateException("not an offer");
        }
        asked = ReadAsk.of(Talk.ASK.code(), Seats.PARTICIPANT, known.seen().json());
        return asked;
    }

    /** The same document read by HAPI alone, into its classes. */
    @Benchmark
    public Task parseWithHapi() {
        IParser parser = R4.context().newJsonParser();
        parsed = parser.parseResource(Task.class, text);
        return parsed;
    }

    /** What was written by us and by hand is the same Task, and reads as what was asked. */
    @TearDown(Level.Iteration)
    public void check() {
        Task byHand = ByHand.task();
        boolean same =
                R4.context().newJsonParser().parseResource(Task.class, written).equalsDeep(byHand)
                        && parsed.equalsDeep(byHand);
        if (!same || !asked.equals(Talk.ASK)) {
            throw new IllegalStateException(
                    "another Task: " + R4.context().newJsonParser().encodeResourceToString(byHand) + " and " + written);
        }
    }
}
