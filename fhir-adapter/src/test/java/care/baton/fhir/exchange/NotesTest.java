package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Kinds;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the other side says in a remark on the Task comes to a person, and once. */
class NotesTest extends TwoSites {

    @Test
    void aRemarkOfThePartnersIsTold() {
        offer();
        remarks("Patient died this morning");

        assertThat(told(receiver)).containsExactly("Patient died this morning");
        assertThat(receiver.absorbs(server.page(), now).messages()).isEmpty();
        assertThat(told(receiver)).isEmpty();
        assertThat(looks()).isEmpty();
    }

    @Test
    void ourOwnRemarksAreNotToldToUs() {
        with(PartnerProfiles.statusAndNotes());
        offer();
        answer(new Answer.RequestClarification(List.of(Question.about(Code.of("dose")))));
        receiver.settles(server, now);

        assertThat(task().path("note")).isNotEmpty();
        assertThat(told(receiver)).isEmpty();
        assertThat(looks()).isEmpty();
    }

    @Test
    void aRemarkIsLookedAtWhereItIsHowThePartnerAnswers() {
        with(PartnerProfiles.statusAndNotes());
        offer();
        answer(new Answer.RequestClarification(List.of(Question.about(Code.of("dose")))));
        receiver.settles(server, now);
        remarks("The lower");

        assertThat(told(receiver)).containsExactly("The lower");
        assertThat(looks()).containsExactly("offer-1-answer-in-a-note");
    }

    /** An interface that carries over status and notes may show no author: FHIR asks for none. */
    @Test
    void aRemarkWithoutAnAuthorIsNotTakenForOurOwn() {
        with(PartnerProfiles.statusAndNotes());
        offer();
        answer(new Answer.RequestClarification(List.of(Question.about(Code.of("dose")))));
        receiver.settles(server, now);
        foreign(task -> task.withArray("/note").addObject().put("text", "The lower"));

        assertThat(told(receiver)).containsExactly("The lower");
        assertThat(looks()).containsExactly("offer-1-answer-in-a-note");
        assertThat(told(receiver)).isEmpty();
    }

    @Test
    void anAnswerThatIsThereBeforeWeSeeOurQuestionStandIsLookedAt() {
        with(PartnerProfiles.statusAndNotes());
        offer();
        answer(new Answer.RequestClarification(List.of(Question.about(Code.of("dose")))));

        assertThat(toldWhereTheWriteIsNotAnswered("The lower")).containsExactly("The lower");
        assertThat(looks()).containsExactly("offer-1-answer-in-a-note");
    }

    static List<PartnerProfile> partners() {
        return List.of(PartnerProfiles.plainR4(), SDOH);
    }

    @ParameterizedTest
    @MethodSource("partners")
    void aRemarkThatStandsWhenBatonWritesNextIsTold(PartnerProfile partner) {
        with(partner);
        offer();
        remarks("Patient died this morning");
        answer(new Answer.Accept());

        assertThat(told(receiver)).containsExactly("Patient died this morning");
        assertThat(status()).isEqualTo("accepted");
        assertThat(told(sender)).containsExactly("Patient died this morning");
        assertThat(told(receiver)).isEmpty();
        assertThat(told(sender)).isEmpty();
    }

    @Test
    void soIsOneThatStandsWhenTheWorkBegins() {
        accepted();
        remarks("Allergic to heparin");
        assertThat(receiver.says(new StartAction(), now)).isEmpty();

        assertThat(told(receiver)).containsExactly("Allergic to heparin");
        assertThat(told(sender)).containsExactly("Allergic to heparin");
    }

    @Test
    void aRemarkAfterAWriteOfOursWithoutAnAnswerIsTold() {
        offer();
        answer(new Answer.Accept(Sensitive.of("Insulin twice a day")));

        assertThat(toldWhereTheWriteIsNotAnswered("Do not anticoagulate")).containsExactly("Do not anticoagulate");
        assertThat(status()).isEqualTo("accepted");
        assertThat(told(sender)).containsExactly("Do not anticoagulate");
        assertThat(told(receiver)).isEmpty();
    }

    @Test
    void aRemarkOnAnOfferOfOursBeforeWeFindItIsTold() {
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        for (Request request : sender.plans(now)) {
            Response stored = server.perform(request);
            remarks("Wrong patient, call us");
            assertThat(stored).isInstanceOf(Response.Stands.class);
            sender.absorbs(new Response.Unknown(Optional.of(LinkKey.task("handoff-1", 1)), 1), now);
        }

        assertThat(told(sender)).containsExactly("Wrong patient, call us");
        assertThat(told(sender)).isEmpty();
    }

    @Test
    void theSameWordsASecondTimeAreToldASecondTime() {
        offer();
        remarks("Called, no answer");
        assertThat(told(receiver)).containsExactly("Called, no answer");
        remarks("Called, no answer");

        assertThat(told(receiver)).containsExactly("Called, no answer");
        assertThat(told(receiver)).isEmpty();
    }

    @Test
    void aRemarkThatIsTakenBackIsLookedAt() {
        offer();
        remarks("Give 5 mg");
        assertThat(told(receiver)).hasSize(1);
        foreign(task -> task.remove("note"));

        assertThat(told(receiver)).isEmpty();
        assertThat(looks()).containsExactly("offer-1-remark-taken-back");
        assertThat(receiver.issues).contains("remark-taken-back");
    }

    @Test
    void aRemarkOnWhatTheTaskIsAboutIsTold() {
        accepted();
        server.foreign(
                "ServiceRequest",
                "s1",
                request -> request.putArray("note").addObject().put("text", "STOP: allergic to heparin"));
        now = now.plus(Duration.ofHours(23));

        assertThat(messages(receiver)).singleElement().satisfies(m -> {
            assertThat(m.text().text()).contains("STOP: allergic to heparin");
            assertThat(m.about().isFocus()).isTrue();
            assertThat(m.id()).isEqualTo("s1");
        });
        now = now.plus(Duration.ofHours(23));
        assertThat(messages(receiver)).isEmpty();
    }

    @Test
    void soIsOneOnWhatTheTaskContains() {
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        sender.settles(server, now);
        foreign(task -> {
            task.putArray("contained").add(order().put("id", "sr"));
            task.putObject("focus").put("reference", "#sr");
        });
        receiver.takes(server.page(), now);
        receiver.settles(server, now);
        foreign(task -> ((ObjectNode) task.path("contained").path(0))
                .putArray("note")
                .addObject()
                .put("text", "Ask the daughter"));

        assertThat(told(receiver)).containsExactly("Ask the daughter");
        assertThat(told(receiver)).isEmpty();
    }

    /** What we write arrives, the partner adds a remark, and only then do we read. */
    private List<String> toldWhereTheWriteIsNotAnswered(String remark) {
        for (int i = 0; i < 5; i++) {
            for (Request request : receiver.plans(now)) {
                Response stored = server.perform(request);
                if (request instanceof Request.Update write) {
                    foreign(task -> task.withArray("/note").addObject().put("text", remark));
                    receiver.absorbs(new Response.Unknown(Optional.of(write.key()), write.number()), now);
                    return told(receiver);
                }
                receiver.absorbs(stored, now);
            }
        }
        throw new AssertionError("nothing was written");
    }

    private void remarks(String text) {
        foreign(task -> {
            ObjectNode note = task.withArray("/note").addObject();
            note.put("authorString", "Ward 3").put("text", text);
        });
    }

    @Test
    void whenARemarkWasMadeIsToldAsItIsWrittenAndNotWhereItIsNot() {
        offer();
        receiver.absorbs(server.page(), now);
        remarks("Ask the daughter");
        assertThat(messages(receiver))
                .singleElement()
                .satisfies(m -> assertThat(m.sent().isNone()).isTrue());

        foreign(task ->
                task.withArray("/note").addObject().put("time", "2026-03-02").put("text", "Done"));
        assertThat(messages(receiver))
                .singleElement()
                .satisfies(m -> assertThat(m.sent().text()).contains("2026-03-02"));
    }

    private List<String> told(Site site) {
        return messages(site).stream()
                .map(message -> message.text().text().orElseThrow())
                .toList();
    }

    private List<Message> messages(Site site) {
        List<Message> messages =
                new ArrayList<>(site.absorbs(server.page(), now).messages());
        for (int round = 0; round < 20; round++) {
            List<Request> requests = site.plans(now);
            requests.forEach(request ->
                    messages.addAll(site.absorbs(server.perform(request), now).messages()));
            if (requests.isEmpty()) {
                return messages;
            }
        }
        throw new AssertionError("it goes round and round");
    }

    private List<String> looks() {
        return receiver.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    @Test
    void aRemarkIsTakenBackWhereSomebodyHadPutANameToItAndItIsThereLessOften() {
        ArrayNode before = JsonNodeFactory.instance.arrayNode();
        before.addObject().put("text", "Ringing");
        before.addObject().put("text", "Call us").put("authorString", "The desk");
        before.addObject().put("text", "Call us").put("authorString", "The desk");
        before.addObject().put("text", "Come by").putObject("authorReference").put("reference", "Organization/third");

        assertThat(Notes.isOneTakenBack(before, before)).isFalse();
        assertThat(Notes.isOneTakenBack(before, without(before, 0))).isFalse();
        assertThat(Notes.isOneTakenBack(before, without(before, 1))).isTrue();
        assertThat(Notes.isOneTakenBack(before, without(before, 3))).isTrue();
    }

    private static ArrayNode without(ArrayNode notes, int one) {
        ArrayNode left = notes.deepCopy();
        left.remove(one);
        return left;
    }
}
