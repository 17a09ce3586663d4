package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is given back stays with the giver until the sender's mark is read, whatever is noted on the Task meanwhile. */
class MarkTest extends TwoSites {

    @BeforeEach
    void itIsGivenBack() {
        accepted();
        receiver.says(new GiveBack(Code.of("no-staff")), now);
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("failed");
    }

    @Test
    void aNoteBetweenTheEndAndTheMarkKeepsNobodyFromLettingGo() {
        noted("Ringing");
        reads(sender);
        noted("Still ringing");

        reads(receiver);

        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
        assertThat(marks()).hasSize(1);
    }

    @Test
    void aMarkIsReadOnALaterVersionThatOnlyAddedANote() {
        reads(sender);
        noted("Ringing");
        noted("Still ringing");

        reads(receiver);

        assertThat(holds(receiver)).isFalse();
        reads(sender);
        assertThat(sender.plans(now)).isEmpty();
    }

    @Test
    void aMarkThatWasWrittenBeforeTheEndIsNoneOnTheVersionThatEndsIt() {
        MarkTest other = new MarkTest();
        other.offer();
        other.answer(new Answer.Accept());
        other.receiver.settles(other.server, other.now);
        int version = Integer.parseInt(other.server.tasks().get(0).version());
        other.foreign(t -> t.withArray("/extension")
                .addObject()
                .put("url", FhirSystems.SEEN_BY_SENDER)
                .put("valueString", Integer.toString(version + 2)));
        other.reads(other.receiver);
        other.receiver.says(new GiveBack(Code.of("no-staff")), other.now);
        other.receiver.settles(other.server, other.now);

        assertThat(other.status()).isEqualTo("failed");
        assertThat(other.server.tasks().get(0).version()).isEqualTo(Integer.toString(version + 2));
        assertThat(other.marks()).isEmpty();
        assertThat(other.receiver.talks().orElseThrow().course()).isEqualTo(Course.GIVING_BACK);
    }

    @Test
    void anOldMarkIsNoneOfThisEndWhoeverWritesItAnew() {
        noted("Ringing");
        foreign(t -> t.withArray("/extension")
                .addObject()
                .put("url", FhirSystems.SEEN_BY_SENDER)
                .put("valueString", "1"));
        reads(receiver);
        assertThat(course()).isEqualTo(Course.GIVING_BACK);
        foreign(t -> t.withArray("/extension").forEach(e -> {
            if (e.path("url").asText().equals(FhirSystems.COMMAND)) {
                ((ObjectNode) e).put("valueString", "handoff-1/offer-1#s9-seen");
            }
        }));
        reads(receiver);

        assertThat(course()).isEqualTo(Course.GIVING_BACK);
        assertThat(holds(receiver)).isTrue();
    }

    private Course course() {
        return receiver.talks().orElseThrow().course();
    }

    private List<JsonNode> marks() {
        return server.tasks().get(0).json().element("extension").findParents("url").stream()
                .filter(e -> e.path("url").asText().equals(FhirSystems.SEEN_BY_SENDER))
                .toList();
    }

    private void noted(String words) {
        foreign(t -> t.withArray("/note").addObject().put("text", words));
    }

    private void reads(Site site) {
        site.absorbs(server.page(), now);
        site.settles(server, now);
    }
}
