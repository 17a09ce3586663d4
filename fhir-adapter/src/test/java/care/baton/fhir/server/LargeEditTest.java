package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.server.Reply.Turned;
import care.baton.fhir.server.Reply.Why;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A partner sends as much as the desk takes in at once. */
class LargeEditTest {

    @Test
    @Promise(29)
    void whereInALargeTaskSomethingIsNotAllowedIsSaidSoon() {
        Ward ward = new Ward();
        String id = ward.offers(Ward.CARE, "large");
        ward.writes(Ward.CARE, id, task -> task.put("lastModified", "yesterday"));
        long begun = System.nanoTime();

        Reply reply = ward.writes(Ward.CARE, id, LargeEditTest::fills);

        assertThat(reply).isInstanceOfSatisfying(Turned.class, turned -> {
            assertThat(turned.why()).isEqualTo(Why.MALFORMED);
            assertThat(turned.issues())
                    .extracting(issue -> issue.code().value() + " " + issue.path())
                    .containsExactly("value-not-allowed Task.lastModified");
        });
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    @Promise(29)
    void ofManyFaultsAFewAreNamed() {
        Ward ward = new Ward();
        String id = ward.offers(Ward.CARE, "large");

        Reply reply = ward.writes(Ward.CARE, id, task -> {
            ArrayNode deep = task.putArray("extension");
            for (int level = 0; level < 25; level++) {
                deep = deep.addObject().put("url", "u").putArray("extension");
            }
            for (int n = 0; n < 190; n++) {
                ArrayNode empty = deep.addObject().put("url", "u").putArray("extension");
                for (int i = 0; i < 1_000; i++) {
                    empty.addObject();
                }
            }
        });

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Turned.class, turned -> assertThat(turned.issues()).hasSizeLessThan(100));
    }

    private static void fills(ObjectNode task) {
        ArrayNode contained = task.putArray("contained");
        for (int n = 0; n < 45; n++) {
            ArrayNode codings = contained
                    .addObject()
                    .put("resourceType", "Observation")
                    .put("id", "o" + n)
                    .putObject("code")
                    .putArray("coding");
            for (int i = 0; i < 990; i++) {
                codings.addObject()
                        .put("system", "http://codes.example/of/some/length/to/take/room/" + n)
                        .put("code", "c" + i)
                        .put("display", "d");
            }
        }
        task.put("language", "en");
        for (String concept : List.of("statusReason", "businessStatus", "reasonCode")) {
            task.putObject(concept).put("text", "Said");
        }
        task.putObject("location").put("reference", "Location/1");
        task.putObject("executionPeriod").put("start", "2026");
        task.put("lastModified", "yesterday");
    }
}
