package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.fhir.FhirJson;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of it when the Task, or what it is about, cannot be seen. */
class SightTest extends TwoSites {

    private void held() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();
        assertThat(holds(sender)).isFalse();
    }

    private Link link() {
        return sender.links.get(LinkKey.task("handoff-1", 1)).orElseThrow();
    }

    private static List<Code> courses(Absorbed absorbed) {
        return absorbed.entries().stream()
                .map(Entry::event)
                .filter(CourseTaken.class::isInstance)
                .map(e -> ((CourseTaken) e).reason())
                .toList();
    }

    @Test
    void whatWeMayNotLookAtAnyMoreComesBackToUs() {
        held();
        sender.links = sender.links.with(link().hinted());
        Request read = sender.plans(now).get(0);
        Absorbed absorbed = sender.absorbs(
                new Response.Refused(Optional.of(link().key()), ((Request.Read) read).number(), 403, Optional.empty()),
                now);

        assertThat(holds(sender)).isTrue();
        assertThat(sender.issues).contains("access-withdrawn");
        assertThat(courses(absorbed)).containsExactly(Code.of("access-withdrawn"));
        assertThat(absorbed.entries()).allMatch(e -> e.act().speaker().equals(Two.SENDER));
    }

    @Test
    void whatIsGoneIsTakenBackByUsAndGivenBackByNobody() {
        held();
        sender.links = sender.links.with(link().hinted());
        server.remove("Task", link().id().orElseThrow());
        Request read = sender.plans(now).get(0);

        Absorbed absorbed = sender.absorbs(server.perform(read), now);

        assertThat(courses(absorbed)).containsExactly(Code.of("gone"));
        assertThat(absorbed.entries()).allMatch(e -> e.act().speaker().equals(Two.SENDER));
    }

    @Test
    void aFocusThatWeMayNotReadGoesBackToAPersonOnce() {
        offer();
        answer(new Answer.Accept());
        refuseFocus();
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(receiver.issues).contains("focus-unreadable");
        assertThat(status()).isEqualTo("requested");

        answer(new Answer.Accept());
        refuseFocus();
        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void aFocusThatIsGoneGoesBackToAPersonOnce() {
        offer();
        answer(new Answer.Accept());
        server.remove("ServiceRequest", "s1");
        receiver.settles(server, now);
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(status()).isEqualTo("requested");

        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
    }

    private void refuseFocus() {
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(60);
            for (Request r : receiver.plans(now)) {
                receiver.absorbs(
                        r instanceof Request.Read read && read.key().type().equals("ServiceRequest")
                                ? new Response.Refused(Optional.of(read.key()), read.number(), 403, Optional.empty())
                                : server.perform(r),
                        now);
            }
        }
    }

    @Test
    void aFocusByTheServersWholeAddressIsWatchedToo() {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("resourceType", "ServiceRequest");
        server.put("ServiceRequest", "s1", FhirJson.of(request.put("status", "active")));
        sender.says(asked("http://server.example/fhir/ServiceRequest/s1"), now);
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        receiver.settles(server, now);
        answer(new Answer.Accept());
        server.foreign("ServiceRequest", "s1", t -> t.put("status", "revoked"));
        receiver.settles(server, now);

        assertThat(receiver.issues).contains("focus-revoked");
        assertThat(status()).isEqualTo("requested");
    }

    @Test
    void aFocusInsideTheTaskIsPartOfWhatIsAsked() {
        offer();
        foreign(t -> t.withArray("/contained")
                .addObject()
                .put("resourceType", "ServiceRequest")
                .put("id", "inside")
                .put("status", "revoked"));
        answer(new Answer.Accept());
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(status()).isEqualTo("requested");
    }
}
