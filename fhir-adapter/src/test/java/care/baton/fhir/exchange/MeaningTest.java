package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody says yes in our name to a Task that may mean something else than it seems to. */
class MeaningTest extends TwoSites {

    private static final Consumer<ObjectNode> MODIFIED = t -> t.withArray("/modifierExtension")
            .addObject()
            .put("url", "http://other.example/not")
            .put("valueBoolean", true);

    static List<Consumer<ObjectNode>> changes() {
        return List.of(
                MODIFIED,
                t -> t.put("implicitRules", "http://other.example/rules"),
                t -> t.put("intent", "proposal"),
                t -> t.put("intent", "someday"),
                t -> t.remove("intent"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatWasModifiedBeforeAPersonAcceptedIsNotAccepted(Consumer<ObjectNode> change) {
        offer();
        foreign(change);
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
        answer(new Answer.Accept());

        isNotAccepted();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatWasModifiedAfterAPersonAcceptedIsNotAccepted(Consumer<ObjectNode> change) {
        offer();
        answer(new Answer.Accept());
        foreign(change);

        isNotAccepted();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatWasModifiedWhileTheAcceptanceWasOnItsWayIsNotAccepted(Consumer<ObjectNode> change) {
        offer();
        answer(new Answer.Accept());
        for (int i = 0; i < 3; i++) {
            List<Request> leaving = receiver.plans(now);
            if (leaving.stream().anyMatch(Request.Update.class::isInstance)) {
                foreign(change);
            }
            leaving.forEach(r -> receiver.absorbs(server.perform(r), now));
        }

        isNotAccepted();
    }

    @Test
    void norAreConditionsProposedForIt() {
        with(PartnerProfiles.plainR4());
        offer();
        foreign(MODIFIED);
        answer(new Answer.AcceptWithConditions(List.of(new Condition(
                Sensitive.of("A mattress"), Condition.Kind.LIMITATION, Two.SENDER, now.plusSeconds(86_400)))));

        isNotAccepted();
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Awaiting.class);
    }

    @Test
    void itIsStillDeclined() {
        offer();
        foreign(MODIFIED);
        answer(new Answer.Decline(Two.REASON, Sensitive.none()));
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("rejected");
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Declined.class);
    }

    @Test
    void whatIsModifiedAfterItWasAcceptedIsLookedIntoAndNotGoneOnWith() {
        offer();
        answer(new Answer.Accept());
        bothRead();
        assertThat(receiver.says(new StartAction(), now)).isEmpty();
        foreign(MODIFIED);
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("accepted");
        assertThat(receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO))
                .extracting(o -> o.key().subject())
                .contains("offer-1-meaning-in-doubt");
    }

    private void isNotAccepted() {
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("requested");
        assertThat(task().has("extension") && task().toString().contains("#r")).isFalse();
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Awaiting.class);
        assertThat(holds(receiver)).isFalse();
    }
}
