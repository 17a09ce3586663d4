package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.Believed;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffEvent.ClarificationGiven;
import care.baton.handoff.Kinds;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question on the partner's list stays there as long as it is open, in the words in which it was asked. */
class QuestionsTest extends TwoSites {

    private static final Code DOSE = Code.of("dose");

    @BeforeEach
    void onePartner() {
        with(PartnerProfiles.plainR4());
        offer();
        answer(new Answer.RequestClarification(List.of(
                new Question(DOSE, Sensitive.of("Which of the two doses?"), Sensitive.none()),
                new Question(Code.of("evening-dose"), Sensitive.of("And at night?"), Sensitive.none()))));
    }

    private Optional<JsonNode> question(String item) {
        return receiver.links
                .get(key(item))
                .flatMap(l -> l.seen().text())
                .flatMap(text -> FhirJson.read(text).value())
                .map(FhirJson::tree);
    }

    private String statusOf(String item) {
        return question(item).orElseThrow().path("status").asText();
    }

    @Test
    void anAnsweredQuestionIsCompletedAndTheOtherStaysOpen() {
        receiver.settles(server, now);
        assertThat(statusOf("dose")).isEqualTo("active");

        receiver.hears(Two.SENDER, new AnswerClarification(1, DOSE, Sensitive.of("The lower"), Optional.empty()), now);
        receiver.settles(server, now);

        assertThat(statusOf("dose")).isEqualTo("completed");
        assertThat(statusOf("evening-dose")).isEqualTo("active");
    }

    /** Nothing is contained in a question of ours, so nothing in it may point inside (FHIR's invariant ref-1). */
    @Test
    void aQuestionPointsToNobodyWhomOnlyTheTaskDescribes() {
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        ObjectNode role = task.putArray("contained")
                .addObject()
                .put("resourceType", "PractitionerRole")
                .put("id", "role");
        ObjectNode person = task.putObject("for").put("reference", "#patient");
        task.putObject("requester").put("reference", "#role");
        assertThat(written(task).has("subject")).isFalse();
        assertThat(recipient(task)).isEqualTo("Organization/sender");

        role.putObject("organization").put("reference", "Organization/clinic");
        person.putObject("identifier").put("value", "mrn-1");
        assertThat(recipient(task)).isEqualTo("Organization/clinic");
        assertThat(written(task).path("subject")).hasToString("{\"identifier\":{\"value\":\"mrn-1\"}}");
        assertThat(written(task).toString()).doesNotContain("#");
    }

    private static JsonNode written(ObjectNode task) {
        return Writing.question(
                        new LinkKey("CommunicationRequest", "handoff-1", "offer-1-round-1-dose"),
                        Asked.items(1, 1, List.of(DOSE)).get(0),
                        "t1",
                        FhirJson.of(task),
                        Two.receivers(PartnerProfiles.plainR4()),
                        Two.START)
                .tree();
    }

    private static String recipient(ObjectNode task) {
        return written(task).path("recipient").path(0).path("reference").asText();
    }

    @Test
    void aQuestionThatIsNotAskedAnyMoreIsRevoked() {
        receiver.settles(server, now);
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(statusOf("dose")).isEqualTo("revoked");
        assertThat(receiver.plans(now)).isEmpty();
    }

    @Test
    void aQuestionAboutAFocusOfCareIsNotTakenForWhatTheTaskIsAbout() {
        Code focus = Code.of("care-focus");
        QuestionsTest other = new QuestionsTest();
        other.with(PartnerProfiles.plainR4());
        other.offer();
        other.answer(new Answer.RequestClarification(List.of(Question.about(focus))));
        other.receiver.settles(other.server, now);
        other.receiver.hears(
                Two.SENDER, new AnswerClarification(1, focus, Sensitive.of("Mobility"), Optional.empty()), now);
        other.receiver.settles(other.server, now);

        assertThat(other.statusOf("care-focus")).isEqualTo("completed");
    }

    @Test
    void aQuestionThatIsSentAgainSaysTheSame() {
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(60);
            for (Request r : receiver.plans(now)) {
                if (r instanceof Request.Create create) {
                    receiver.absorbs(new Response.Unknown(Optional.of(create.key()), create.number()), now);
                } else {
                    receiver.absorbs(server.perform(r), now);
                }
            }
        }
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(question("dose")).isEmpty();
        for (int looked = 0; looked < 2; looked++) {
            now = now.plusSeconds(86_400);
            receiver.settles(server, now);
        }

        assertThat(question("dose").orElseThrow().path("payload").toString()).contains("Which of the two doses?");
    }

    @Test
    void anAnswerOfWordsAloneClosesItsQuestion() {
        answered(a -> {});

        assertThat(statusOf("dose")).isEqualTo("completed");
    }

    @Test
    void anAnswerThatPointsToAResourceClosesItsQuestionAndKeepsThePointer() {
        answered(a -> a.withArray("/payload")
                .addObject()
                .putObject("contentReference")
                .put("reference", "MedicationRequest/7")
                .put("display", "New dose"));

        assertThat(statusOf("dose")).isEqualTo("completed");
        assertThat(replies()).singleElement().asString().contains("The lower", "MedicationRequest/7", "New dose");
    }

    @Test
    void anAnswerThatOnlyPointsSomewhereLeavesItsQuestionOpen() {
        answered(a -> {
            a.remove("payload");
            a.withArray("/payload").addObject().putObject("contentReference").put("reference", "MedicationRequest/7");
        });

        assertThat(statusOf("dose")).isEqualTo("active");
        assertThat(replies()).isEmpty();
    }

    private List<String> replies() {
        return receiver.record.ledger().entries().toList().stream()
                .map(Entry::event)
                .filter(ClarificationGiven.class::isInstance)
                .map(event -> ((ClarificationGiven) event).reply().text().orElse(""))
                .toList();
    }

    @Test
    void anAnswerThatSaysMoreThanItsWordsIsForAPerson() {
        isForAPerson(
                "answer-not-all-read",
                a -> a.withArray("/payload")
                        .addObject()
                        .putObject("contentAttachment")
                        .put("url", "http://server.example/fhir/Binary/1"));
        isForAPerson("answer-not-all-read", a -> a.put("implicitRules", "http://other.example/rules"));
        isForAPerson(
                "answer-not-all-read",
                a -> ((ObjectNode) a.path("payload").path(0))
                        .putArray("modifierExtension")
                        .addObject()
                        .put("url", "http://other.example/not"));
        isForAPerson("answer-unfinished", a -> a.put("status", "in-progress"));
        isForAPerson("answer-status-unknown", a -> a.put("status", "unknown"));
    }

    @Test
    void anAnswerFromOrToNobodyKnownIsForAPerson() {
        isForAPerson("answer-from-nobody-known", a -> a.putObject("sender").put("display", "The neighbour"));
        isForAPerson(
                "answer-to-another", a -> a.putArray("recipient").addObject().put("reference", "Organization/third"));
        isForAPerson("answer-not-all-read", a -> a.putArray("note").addObject().put("text", "But ask the daughter"));
    }

    @Test
    void soIsOneThatContainsMoreThanItsWordsOrPutsAConditionBesideThem() {
        isForAPerson(
                "answer-not-all-read",
                a -> a.putArray("contained")
                        .addObject()
                        .put("resourceType", "MedicationRequest")
                        .put("id", "med")
                        .putArray("dosageInstruction")
                        .addObject()
                        .put("text", "NOT the lower"));
        isForAPerson("answer-not-all-read", QuestionsTest::condition);
        isForAPerson(
                "answer-not-all-read",
                a -> condition((ObjectNode) a.path("payload").path(0)));
        isForAPerson(
                "answer-not-all-read",
                a -> condition(((ObjectNode) a.path("payload").path(0)).putObject("_contentString")));
    }

    private static void condition(ObjectNode at) {
        at.putArray("extension")
                .addObject()
                .put("url", "http://other.example/but")
                .put("valueString", "only if INR < 2");
    }

    @Test
    void anExtensionOfOursIsNoConditionOfTheWords() {
        answered(a -> ((ObjectNode) a.path("payload").path(0))
                .putArray("extension")
                .addObject()
                .put("url", FhirSystems.SECTION)
                .put("valueCode", "answer"));

        assertThat(statusOf("dose")).isEqualTo("completed");
    }

    /** Where only the Task itself describes whom it is for, our question about it names nobody. */
    @Test
    void anAnswerAboutAnotherPersonIsNoneThoughTheQuestionNamesNobody() {
        QuestionsTest inside = new QuestionsTest();
        inside.with(PartnerProfiles.plainR4());
        assertThat(inside.sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        inside.sender.settles(inside.server, now);
        inside.foreign(t -> {
            t.putArray("contained").addObject().put("resourceType", "Patient").put("id", "pat");
            t.putObject("for").put("reference", "#pat");
        });
        inside.receiver.takes(inside.server.page(), now);
        inside.answer(new Answer.RequestClarification(List.of(Question.about(DOSE))));

        Absorbed other = inside.answered(a -> a.putObject("subject").put("reference", "Patient/p2"));
        assertThat(inside.question("dose").orElseThrow().has("subject")).isFalse();
        assertThat(other.issues()).extracting(i -> i.code().value()).containsExactly("answer-about-another");
        assertThat(inside.replies()).isEmpty();

        inside.answered(a -> a.putObject("subject").put("reference", "Patient/p1"));
        assertThat(inside.replies()).containsExactly("The lower");
    }

    /** On a server of its own, who answers without saying who they are is the partner; on one that others use, anybody. */
    @Test
    void whereOthersWriteTooAnAnswerSaysWhoseItIs() {
        isFromNobodyKnown(shared(Believed.STATUS, a -> {}));
        assertThat(shared(Believed.STATUS, QuestionsTest::signed).entries()).isNotEmpty();
    }

    @Test
    void whereNobodyIsBelievedAnAnswerThatClaimsToBeThePartnersIsForAPerson() {
        isFromNobodyKnown(shared(Believed.NOBODY, QuestionsTest::signed));
    }

    private static void signed(ObjectNode answer) {
        answer.putObject("sender").put("reference", Two.SENDER.organization().value());
    }

    private Absorbed shared(Believed believed, Consumer<ObjectNode> change) {
        Endpoint shared = Two.receivers(NobodyBelievedTest.shared(PartnerProfiles.plainR4(), believed));
        Response.Page page = reply(change);
        return new Exchange(shared, Two.rules())
                .absorb(receiver.record, receiver.links, page, Salt.of(new byte[32]), now);
    }

    private static void isFromNobodyKnown(Absorbed absorbed) {
        assertThat(absorbed.entries()).isEmpty();
        assertThat(absorbed.messages()).hasSize(1);
        assertThat(absorbed.issues()).extracting(i -> i.code().value()).containsExactly("answer-from-nobody-known");
    }

    @Test
    void anAnswerIsKnownByTheQuestionsVersionOrByOurIdentifierForIt() {
        answered(a -> {
            ObjectNode question = (ObjectNode) a.path("basedOn").path(0);
            question.put("reference", question.path("reference").asText() + "/_history/1");
        });
        assertThat(statusOf("dose")).isEqualTo("completed");

        answered(a -> a.putArray("basedOn")
                .addObject()
                .putObject("identifier")
                .put("system", FhirSystems.IDENTIFIERS)
                .put("value", key("evening-dose").identifier()));
        assertThat(replies()).hasSize(2);
    }

    @Test
    void anAnswerThatIsCorrectedOrTakenBackLaterIsForAPersonOnce() {
        answered(a -> {});
        assertThat(looks()).isEmpty();
        assertThat(receiver.exchange.listen(receiver.record, receiver.links)).isPresent();

        Absorbed corrected = answered(a -> ((ObjectNode) a.path("payload").path(0)).put("contentString", "The higher"));
        assertThat(corrected.messages())
                .singleElement()
                .satisfies(m -> assertThat(m.text().text()).contains("The higher"));
        assertThat(corrected.issues()).extracting(i -> i.code().value()).containsExactly("answer-changed-later");
        assertThat(looks()).containsExactly("offer-1-answer-changed-later");
        assertThat(hears(server.all("Communication"))).isEmpty();

        Absorbed retracted = answered(a -> a.put("status", "entered-in-error"));
        assertThat(retracted.issues()).extracting(i -> i.code().value()).containsExactly("answer-retracted");
        assertThat(looks()).containsExactlyInAnyOrder("offer-1-answer-changed-later", "offer-1-answer-retracted");
        assertThat(replies()).containsExactly("The lower");
    }

    @Test
    void whatAPersonWasToldAndAnsweredThemselvesIsNotNamedAgain() {
        answered(a -> a.put("status", "in-progress"));
        receiver.hears(Two.SENDER, new AnswerClarification(1, DOSE, Sensitive.of("The lower"), Optional.empty()), now);
        receiver.settles(server, now);

        assertThat(hears(server.all("Communication"))).isEmpty();
        assertThat(looks()).isEmpty();
    }

    private List<String> looks() {
        return receiver.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    private List<String> hears(List<Response.Found> found) {
        return receiver.absorbs(new Response.Page(found, Optional.empty()), now).issues().stream()
                .map(i -> i.code().value())
                .filter(code -> code.startsWith("answer-changed"))
                .toList();
    }

    private void isForAPerson(String issue, Consumer<ObjectNode> change) {
        Absorbed absorbed = answered(change);

        assertThat(absorbed.messages()).as(issue).hasSize(1);
        assertThat(absorbed.messages().get(0).text().text()).contains("The lower");
        assertThat(absorbed.issues().stream().map(i -> i.code().value()))
                .contains(issue)
                .doesNotContain("answer-not-sent");
        assertThat(statusOf("dose")).as(issue).isEqualTo("active");
    }

    private static LinkKey key(String item) {
        return new LinkKey("CommunicationRequest", "handoff-1", "offer-1-round-1-" + item);
    }

    private Absorbed answered(Consumer<ObjectNode> change) {
        Absorbed absorbed = receiver.absorbs(reply(change), now);
        receiver.settles(server, now);
        return absorbed;
    }

    private Response.Page reply(Consumer<ObjectNode> change) {
        receiver.settles(server, now);
        String id = receiver.links.get(key("dose")).flatMap(Link::id).orElseThrow();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("resourceType", "Communication");
        answer.put("status", "completed");
        answer.putArray("basedOn").addObject().put("reference", "CommunicationRequest/" + id);
        answer.withArray("/payload").addObject().put("contentString", "The lower");
        change.accept(answer);
        Response.Found found = server.put("Communication", "a1", FhirJson.of(answer));
        return new Response.Page(List.of(found), Optional.empty());
    }
}
