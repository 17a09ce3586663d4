package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

/** What the partner wrote, with the time that it says. */
class MessageTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static Message sent(JsonNode time) {
        return Message.of(LinkKey.task("handoff-1", 1), "t1", Sensitive.of("Call us"), time);
    }

    @Test
    void itsTimeIsAsItIsWrittenAndNoneWhereItIsNotSaid() {
        assertThat(sent(JSON.textNode("last Monday")).sent()).isEqualTo(Sensitive.of("last Monday"));
        assertThat(sent(JSON.textNode(" ")).sent()).isEqualTo(Sensitive.none());
        assertThat(sent(JSON.numberNode(5)).sent()).isEqualTo(Sensitive.none());
        assertThat(sent(MissingNode.getInstance()).sent()).isEqualTo(Sensitive.none());
    }

    @Test
    void aTimeThatIsLongerThanARecordKeepsIsNone() {
        String longest = "x".repeat(262_144);

        assertThat(sent(JSON.textNode(longest)).sent()).isEqualTo(Sensitive.of(longest));
        assertThat(sent(JSON.textNode(longest + "x")).sent()).isEqualTo(Sensitive.none());
    }

    @Test
    void itTellsItsKindAndNothingOfWhatIsInIt() {
        assertThat(sent(MissingNode.getInstance())).hasToString("Message");
    }
}
