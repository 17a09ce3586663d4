package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Offers;
import care.baton.handoff.Ask;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A server that writes down in its own way what we asked has changed nothing: a yes to it is a yes to that. */
class NormalisedTest extends TwoSites {

    private void accepts() {
        foreign(t -> t.put("status", "accepted"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
    }

    private void offeredUntil(Instant finishBy) {
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        OfferHandoff offer = asked("ServiceRequest/s1");
        Ask open = offer.ask();
        Ask ask = new Ask(
                open.code(),
                open.person(),
                open.priority(),
                open.focus(),
                open.description(),
                open.input(),
                Optional.of(finishBy));
        assertThat(sender.says(Offers.firm(offer.to(), ask), now)).isEmpty();
        sender.settles(server, now);
    }

    private static ObjectNode at(ObjectNode task, String pointer) {
        return (ObjectNode) task.at(pointer);
    }

    @Test
    void anInstantThatTheServerKeepsLessExactlyIsTheSame() {
        for (ChronoUnit kept : List.of(ChronoUnit.MILLIS, ChronoUnit.SECONDS)) {
            NormalisedTest each = new NormalisedTest();
            each.server.clock = t -> {
                if (t.at("/restriction/period") instanceof ObjectNode period) {
                    OffsetDateTime end = OffsetDateTime.parse(period.path("end").asText());
                    period.put(
                            "end",
                            end.truncatedTo(kept)
                                    .withOffsetSameInstant(ZoneOffset.ofHours(-5))
                                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
                }
            };
            each.offeredUntil(each.now.plus(Duration.ofDays(3)).plusNanos(123_456_789));
            each.accepts();

            assertThat(each.holds(each.sender)).as(kept.toString()).isFalse();
        }
    }

    @Test
    void whatAServerAddsOfItsOwnIsNoOtherContent() {
        List<Consumer<ObjectNode>> ways = List.of(
                t -> at(t, "/code/coding/0").put("version", "4.0.1").put("display", "Fulfill the focal request"),
                t -> at(t, "/code").put("text", "Fulfill"),
                t -> at(t, "/code").put("id", "e1"),
                t -> at(t, "/focus").put("reference", "ServiceRequest/s1/_history/101"),
                t -> at(t, "/for").putObject("identifier").put("value", "n-1"),
                t -> t.putArray("input"));
        for (Consumer<ObjectNode> way : ways) {
            NormalisedTest each = new NormalisedTest();
            each.server.clock = t -> Optional.of(t)
                    .filter(stored -> stored.path("resourceType").asText().equals("Task"))
                    .ifPresent(way);
            each.offer();
            each.accepts();

            assertThat(each.holds(each.sender)).as(each.task().toString()).isFalse();
            assertThat(each.sender.issues).doesNotContain("accepted-with-other-content");
        }
    }

    @Test
    void whoeverAcceptsMaySayInsideTheTaskWhoWroteTheRemark() {
        offer();
        foreign(t -> {
            t.putArray("contained")
                    .addObject()
                    .put("resourceType", "Practitioner")
                    .put("id", "author");
            t.putArray("note")
                    .addObject()
                    .put("text", "From Monday")
                    .putObject("authorReference")
                    .put("reference", "#author");
        });
        accepts();

        assertThat(holds(sender)).isFalse();
    }

    @Test
    void whoeverAcceptsMayAddWhereAndByWhomItIsDoneAndWhoPays() {
        offer();
        foreign(t -> {
            t.put("status", "accepted");
            t.putArray("performerType").addObject().put("text", "Nurse");
            t.putObject("location").put("reference", "Location/l1");
            t.putObject("encounter").put("reference", "Encounter/e1");
            t.putArray("insurance").addObject().put("reference", "Coverage/c1");
        });
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(holds(sender)).isFalse();
        assertThat(sender.issues).doesNotContain("accepted-with-other-content");

        foreign(t -> t.put("status", "in-progress"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(sender.talks().orElseThrow().course()).isEqualTo(Course.STARTED);
    }

    @Test
    void otherWordsForWhatIsToBeDoneAreOtherContent() {
        offer();
        foreign(t -> at(t, "/code").put("text", "Once a week only"));
        accepts();

        assertThat(holds(sender)).isTrue();
        assertThat(sender.issues).contains("accepted-with-other-content");
    }
}
