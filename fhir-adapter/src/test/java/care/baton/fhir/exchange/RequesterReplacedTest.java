package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.StartAction;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** We say yes to the one who asked us, and not to whoever stands on the Task by then. */
class RequesterReplacedTest extends TwoSites {

    @Test
    void whatHasBecomeAnothersRequestIsNotAccepted() {
        List<Consumer<ObjectNode>> others = List.of(
                t -> t.putObject("requester").put("reference", "Organization/third"),
                t -> t.putObject("requester").putObject("identifier").put("value", "third"),
                t -> t.remove("requester"));
        for (Consumer<ObjectNode> other : others) {
            RequesterReplacedTest each = new RequesterReplacedTest();
            each.offer();
            each.foreign(other);
            each.receiver.absorbs(each.server.page(), each.now);
            each.answer(new Answer.Accept());
            each.receiver.settles(each.server, each.now);

            assertThat(each.holds(each.receiver)).isFalse();
            assertThat(each.status()).isEqualTo("requested");
            assertThat(each.receiver.offer().intended()).isEmpty();
        }
    }

    @Test
    void whatWeHoldIsBegunThoughTheTaskHasBecomeAnothersRequest() {
        accepted();
        foreign(t -> t.putObject("requester").put("reference", "Organization/third"));
        receiver.absorbs(server.page(), now);
        assertThat(receiver.says(new StartAction(), now)).isEmpty();
        receiver.settles(server, now);

        assertThat(holds(receiver)).isTrue();
        assertThat(status()).isEqualTo("in-progress");
    }
}
