package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.bundle;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.Limits;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.trace.Promise;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a search brings is decided entry by entry, whichever of them fail, and what fails is named: all subsets of eight. */
@Promise(13)
@Execution(ExecutionMode.CONCURRENT)
class SearchSubsetsTest {

    private static final int ENTRIES = 8;

    /** What became of an entry that is not whole. */
    private enum Fault {
        MISSING,
        WITHOUT_RESOURCE,
        WITHOUT_VERSION,
        OF_ANOTHER_TYPE,
        TWICE,
        SERVER_SAYS_NO;

        List<String> entry(int number) {
            return switch (this) {
                case MISSING -> List.of();
                case WITHOUT_RESOURCE -> List.of("null");
                case WITHOUT_VERSION -> List.of("{\"resourceType\":\"Task\",\"id\":\"t" + number + "\"}");
                case OF_ANOTHER_TYPE ->
                    List.of("{\"resourceType\":\"Patient\",\"id\":\"t" + number + "\",\"meta\":{\"versionId\":\"1\"}}");
                case TWICE -> List.of(task(number), task(number));
                case SERVER_SAYS_NO ->
                    List.of("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\"}]}");
            };
        }
    }

    private static String task(int number) {
        return WireTest.TASK.replace("\"t1\"", "\"t" + number + "\"");
    }

    /** The same server and the same connection for all of them. */
    private static final class Asker implements AutoCloseable {
        private volatile String says = "";
        private final ScriptedServer server = new ScriptedServer(asked -> json(200, says));
        private final Wire wire = new Wire(
                new Endpoint(
                        URI.create(server.origin() + "/fhir"),
                        PartnerProfiles.plainR4(),
                        Two.SENDER,
                        Two.RECEIVER,
                        "Organization/receiver"),
                Limits.standard(),
                Duration.ofSeconds(5));

        Response.Page tasks(List<String> entries) {
            says = bundle("", entries.toArray(String[]::new)).replaceFirst("\\{", "{\"total\":" + ENTRIES + ",");
            return (Response.Page) wire.perform(new Request.Poll(Optional.empty()));
        }

        @Override
        public void close() {
            wire.close();
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whicheverFailTheOthersAreThereAndTheFailureShows(Fault fault) {
        try (Asker asker = new Asker()) {
            subsets(fault, asker);
        }
    }

    private static void subsets(Fault fault, Asker asker) {
        for (int failing = 0; failing < 1 << ENTRIES; failing++) {
            List<String> entries = new ArrayList<>();
            List<String> sound = new ArrayList<>();
            for (int i = 0; i < ENTRIES; i++) {
                boolean fails = (failing & 1 << i) != 0;
                entries.addAll(fails ? fault.entry(i) : List.of(task(i)));
                if (!fails || fault == Fault.TWICE) {
                    sound.add("t" + i);
                }
            }
            Collections.shuffle(entries, new Random(failing));
            Response.Page page = asker.tasks(entries);

            assertThat(page.resources())
                    .as(fault + " " + failing)
                    .extracting(Response.Found::id)
                    .containsExactlyInAnyOrderElementsOf(sound);
            boolean named = !page.issues().isEmpty();
            boolean harmless = fault == Fault.TWICE || fault == Fault.OF_ANOTHER_TYPE;
            assertThat(named).as(fault + " " + failing).isEqualTo(failing != 0 && !harmless);
            boolean fewer = fault == Fault.MISSING || fault == Fault.SERVER_SAYS_NO;
            assertThat(page.whole()).as(fault + " " + failing).isEqualTo(failing == 0 || !fewer);
        }
    }
}
