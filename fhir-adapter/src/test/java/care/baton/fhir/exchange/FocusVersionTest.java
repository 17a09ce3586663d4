package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A Task may name one version of what it is about; another one is not what was asked. */
class FocusVersionTest extends TwoSites {

    private String version;

    /** The order is stored, and the Task names a version of it. */
    private void offered(boolean stale) {
        version = server.put("ServiceRequest", "s1", FhirJson.of(order())).version();
        if (stale) {
            server.foreign("ServiceRequest", "s1", r -> r.put("priority", "stat"));
        }
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        sender.settles(server, now);
        foreign(t -> t.putObject("focus").put("reference", "ServiceRequest/s1/_history/" + version));
    }

    private void taken() {
        receiver.takes(server.page(), now);
        assertThat(receiver.refused).isEmpty();
        receiver.settles(server, now);
        now = now.plusSeconds(60);
    }

    private List<String> looks() {
        return receiver.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    @Test
    void anotherVersionThanTheTaskNamesIsLookedIntoBeforeAnybodySaysYes() {
        offered(true);
        taken();

        assertThat(receiver.issues).contains("focus-other-version");
        assertThat(looks()).containsExactly("offer-1-focus-other-version");
    }

    @Test
    void aYesThatNobodyCouldHaveThoughtOverGoesBackToAPersonOnce() {
        offered(true);
        receiver.takes(server.page(), now);
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("requested");
        assertThat(receiver.offer().intended()).isEmpty();

        now = now.plusSeconds(60);
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void theVersionThatTheTaskNamesIsAccepted() {
        offered(false);
        taken();
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("accepted");
        assertThat(looks()).isEmpty();
    }

    @Test
    void theRequestThatMovesOnAfterwardsIsLookedInto() {
        offered(false);
        taken();
        server.foreign("ServiceRequest", "s1", r -> r.put("priority", "stat"));
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("requested");
    }

    @Test
    void whatItIsAboutIsReadAgainBeforeTheWorkBegins() {
        offer();
        answer(new Answer.Accept());
        for (boolean written = false; !written; ) {
            for (Request request : receiver.plans(now)) {
                receiver.absorbs(server.perform(request), now);
                written |= request instanceof Request.Update;
            }
        }
        assertThat(receiver.says(new StartAction(), now)).isEmpty();

        assertThat(receiver.plans(now)).singleElement().isInstanceOf(Request.Read.class);
        assertThat(status()).isEqualTo("accepted");
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("in-progress");
    }

    @Test
    void whatIsNotUnderstoodInItIsNamedByItsPlaceAndNothingElseIs() {
        FhirJson about = FhirJson.of(order().put("status", "draft").put("implicitRules", "http://other.example/rules"));

        assertThat(Focus.doubts(about))
                .singleElement()
                .matches(issue -> issue.path().contains("implicitRules"));
        assertThat(Focus.doubts(FhirJson.of(order()))).isEmpty();
    }

    @Test
    void aMessageThatATaskIsAboutIsNoQuestionOfOurs() {
        server.put("CommunicationRequest", "c1", FhirJson.of(order().put("resourceType", "CommunicationRequest")));
        assertThat(sender.says(asked("CommunicationRequest/c1"), now)).isEmpty();
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        receiver.settles(server, now);

        assertThat(receiver.links.to("Task", server.tasks().get(0).id())).isPresent();
        assertThat(receiver.exchange.listen(receiver.record, receiver.links)).isEmpty();
    }
}
