package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.Question;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server takes and does not keep is not written for ever: somebody hears of it, and tells the partner otherwise. */
class NotKeptTest extends TwoSites {

    private String dropped = "";

    /** Of which type nothing ends there. */
    private String unended = "";

    private int writes;

    @BeforeEach
    void plain() {
        with(PartnerProfiles.plainR4());
    }

    private Response perform(Request request) {
        if (!(request instanceof Request.Update update)) {
            return server.perform(request);
        }
        writes++;
        ObjectNode body = update.body().tree();
        body.remove(dropped);
        if (update.key().type().equals(unended)) {
            body.put("status", "active");
        }
        return server.perform(
                new Request.Update(update.key(), update.number(), update.id(), update.version(), FhirJson.of(body)));
    }

    private void daysPass(Site site) {
        for (int hour = 0; hour < 240; hour++) {
            now = now.plusSeconds(3_600);
            site.plans(now).forEach(request -> site.absorbs(perform(request), now));
        }
    }

    private static List<Key> looks(Site site) {
        return site.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(Obligation::key)
                .toList();
    }

    private void isHeard(Site site) {
        assertThat(writes).isLessThanOrEqualTo(AsReceiver.MOST + 1);
        assertThat(looks(site)).extracting(Key::subject).containsExactly("offer-1-task-unreachable");
        assertThat(site.issues).contains("not-kept");
        writes = 0;
        daysPass(site);
        assertThat(writes).isZero();
    }

    private void resultNotKept() {
        accepted();
        dropped = "output";
        done(receiver);
        daysPass(receiver);
        isHeard(receiver);
    }

    private void done(Site site) {
        assertThat(site.says(
                        new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("Stable at home")))), now))
                .isEmpty();
    }

    @Test
    void aResult() {
        resultNotKept();
        assertThat(status()).isEqualTo("completed");
    }

    @Test
    void theMarkThatItsEndWasRead() {
        offer();
        foreign(task -> task.put("status", "rejected"));
        sender.absorbs(server.page(), now);
        dropped = "extension";
        daysPass(sender);

        assertThat(sender.offer().isLive()).isFalse();
        isHeard(sender);
    }

    @Test
    void itIsSaidAgainOnceSomebodyHasLooked() {
        resultNotKept();
        dropped = "";
        looks(receiver)
                .forEach(key -> assertThat(receiver.does(new Fulfil(key), now)).isEmpty());
        daysPass(receiver);

        assertThat(task().path("output")).hasSize(1);
        assertThat(looks(receiver)).isEmpty();
    }

    @Test
    void itIsSaidAgainOverWhatThePartnerWrites() {
        resultNotKept();
        dropped = "";
        foreign(task -> task.withArray("/note").addObject().put("text", "And how did it go?"));
        daysPass(receiver);

        assertThat(task().path("output")).hasSize(1);
    }

    @Test
    void anAnswerWhoseWordsAreNotKeptStandsByItsStatus() {
        offer();
        dropped = "note";
        answer(new Answer.Decline(Two.REASON, Sensitive.of("Ask next door")));
        daysPass(receiver);

        assertThat(writes).isOne();
        assertThat(looks(receiver)).isEmpty();
    }

    @Test
    void thatAQuestionIsNotAskedAnyMore() {
        offer();
        answer(new Answer.RequestClarification(List.of(Question.about(Code.of("lift")))));
        receiver.settles(server, now);
        answer(new Answer.Accept());
        unended = "CommunicationRequest";
        daysPass(receiver);

        assertThat(writes).isLessThanOrEqualTo(AsReceiver.MOST + 2);
        assertThat(looks(receiver)).extracting(Key::subject).containsExactly("offer-1-question-unreachable");
        assertThat(receiver.issues).contains("not-kept");
        writes = 0;
        daysPass(receiver);
        assertThat(writes).isZero();

        unended = "";
        looks(receiver)
                .forEach(key -> assertThat(receiver.does(new Fulfil(key), now)).isEmpty());
        daysPass(receiver);
        assertThat(server.all("CommunicationRequest"))
                .extracting(found -> found.json().element("status").asText())
                .containsExactly("revoked");
        assertThat(looks(receiver)).isEmpty();
    }
}
