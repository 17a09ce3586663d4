package care.baton.fhir.task;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Limits;
import care.baton.fhir.partner.Believed;
import care.baton.fhir.partner.Needed;
import care.baton.fhir.partner.OwnerMeans;
import care.baton.fhir.partner.OwnerRule;
import care.baton.fhir.partner.Parties;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.TaskHome;
import care.baton.fhir.partner.Work;
import care.baton.fhir.partner.Writer;
import care.baton.handoff.Answer;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks that are no handoff, documents that are no Task, and the steps that only some partners take. */
class OtherWorkTest {

    private static final PartnerProfile PLAIN = PartnerProfiles.plainR4();
    private static final PartnerProfile SDOH = PartnerProfiles.sdohClinicalCare();
    private static final PartnerProfile BSER = PartnerProfiles.bser();
    private static final PartnerProfile COW = PartnerProfiles.clinicalOrderWorkflow();

    private static ObjectNode of(String status, String system, String code) {
        ObjectNode task = Tasks.with(status);
        task.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code);
        return task;
    }

    @Test
    void anApprovalIsOtherWorkAndItsStatusIsNoStepOfAHandoff() {
        TaskReading reading = Tasks.first(PLAIN, of("accepted", FhirSystems.TASK_CODE, "approve"));

        assertThat(reading).isInstanceOfSatisfying(TaskReading.NotACareHandoff.class, other -> {
            assertThat(other.work()).isEqualTo(Work.OTHER);
            assertThat(other.move()).isEmpty();
        });
        assertThat(reading.holding()).isEqualTo(Holding.SAYS_NOTHING);
    }

    @Test
    void whatAFamilyIsAskedToDoIsFollowedAndIsNoHandoff() {
        ObjectNode ready = of("ready", FhirSystems.SDC_TASK_CODE, "complete-questionnaire");
        ObjectNode begun = of("in-progress", FhirSystems.SDC_TASK_CODE, "complete-questionnaire");
        begun.putObject("meta").put("versionId", "3");

        TaskReading reading = Tasks.read(begun, TaskContext.after(SDOH, Writer.OWNER, Tasks.seen(ready)));

        assertThat(reading).isInstanceOfSatisfying(TaskReading.NotACareHandoff.class, theirs -> {
            assertThat(theirs.work()).isEqualTo(Work.PATIENT_TASK);
            assertThat(theirs.move()).hasValue(Move.STARTED);
        });
    }

    @Test
    void whatIsNoTaskOrNoDocumentAtAllIsKeptForAPerson() {
        for (String text : List.of("{", "[]", "{\"resourceType\":\"Patient\"}")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

            TaskReading reading = TaskReader.read(bytes, Limits.standard(), TaskContext.firstSeen(PLAIN));

            assertThat(reading).as(text).isInstanceOf(TaskReading.NeedsAttention.class);
            assertThat(reading.task()).as(text).isEmpty();
            assertThat(reading.holding()).as(text).isEqualTo(Holding.SAYS_NOTHING);
            assertThat(reading.raw().bytes()).as(text).isEqualTo(bytes);
            assertThat(reading.issues()).as(text).isNotEmpty();
        }
        assertThat(Tasks.codes(Tasks.first(PLAIN, Tasks.offer().objectNode().put("resourceType", "Patient"))))
                .containsExactly("not-a-task");
    }

    @Test
    void whereTheOwnerIsWhoActsNextAnotherOwnerDoesNotEndWhatIsHeld() {
        PartnerProfile next = PLAIN.toBuilder()
                .parties(new Parties(
                        TaskHome.TARGET,
                        OwnerMeans.NEXT_ACTOR,
                        OwnerRule.OPTIONAL,
                        List.of(Needed.REQUESTER),
                        Believed.STATUS))
                .build();
        ObjectNode other =
                Tasks.with("accepted", task -> task.putObject("owner").put("reference", "Organization/x"));

        assertThat(Tasks.after(next, Writer.OWNER, "accepted", other).holding()).isEqualTo(Holding.SAYS_HELD);
        assertThat(Tasks.after(PLAIN, Writer.OWNER, "accepted", other).holding())
                .isEqualTo(Holding.SAYS_NOT_HELD);
    }

    @Test
    void workIsTakenUpAgainOnlyAfterAPause() {
        assertThat(Tasks.verdict(Tasks.after(SDOH, Writer.OWNER, "on-hold", Tasks.with("in-progress"))))
                .isEqualTo("RESUMED");
        assertThat(Tasks.verdict(Tasks.after(SDOH, Writer.OWNER, "accepted", Tasks.with("in-progress"))))
                .isEqualTo("STARTED");
    }

    @Test
    void receivedIsHowAnOfferBeginsWhereNoneIsEverRequested() {
        assertThat(Tasks.verdict(Tasks.first(BSER, Tasks.with("received")))).isEqualTo("OFFERED");
        assertThat(Tasks.verdict(Tasks.after(PLAIN, Writer.OWNER, "requested", Tasks.with("received"))))
                .isEqualTo("RECEIVED");
        assertThat(Tasks.verdict(Tasks.after(PLAIN, Writer.OWNER, "accepted", Tasks.with("received"))))
                .isEqualTo("OFFERED_AGAIN");
    }

    @Test
    void aNumberOfTheirsThatReportsProgressAsksForNoCancellation() {
        ObjectNode begun = Tasks.with("in-progress");
        begun.putObject("businessStatus")
                .putArray("coding")
                .addObject()
                .put("system", FhirSystems.BSER_BUSINESS_STATUS)
                .put("code", "5.1");

        TaskReading reading = Tasks.after(BSER, Writer.OWNER, "accepted", begun);

        assertThat(Tasks.verdict(reading)).isEqualTo("STARTED");
        assertThat(reading.holding()).isEqualTo(Holding.SAYS_HELD);
    }

    @Test
    void aTaskOfAnotherIdSaysNothingOfThisOne() {
        ObjectNode other = Tasks.with("accepted", task -> task.put("id", "t9"));

        assertThat(Tasks.after(PLAIN, Writer.OWNER, "requested", other).holding())
                .isEqualTo(Holding.SAYS_NOTHING);
    }

    /** Where the channel does not tell who wrote, the guide does, if only one of them may. */
    @Test
    void aCancellationByNobodyKnownIsTheirsWhoAloneMayMakeIt() {
        assertThat(Tasks.verdict(Tasks.after(COW, Writer.UNVERIFIED, "requested", Tasks.with("cancelled"))))
                .isEqualTo("WITHDRAWN");
        assertThat(Tasks.verdict(Tasks.after(COW, Writer.UNVERIFIED, "in-progress", Tasks.with("cancelled"))))
                .isEqualTo("GIVEN_BACK");
        assertThat(Tasks.verdict(Tasks.after(SDOH, Writer.UNVERIFIED, "requested", Tasks.with("cancelled"))))
                .isEqualTo("CANCELLED");
    }

    @Test
    void anotherTermAnotherProtocolOrAnotherWordOfOursIsAnother() {
        assertThat(asked("instantiatesUri", "http://x.example/a"))
                .isNotEqualTo(asked("instantiatesUri", "http://x.example/b"));
        assertThat(Tasks.seen(term("A ramp")).asked())
                .isNotEqualTo(Tasks.seen(term("A bed")).asked());
        TaskReading altered = Tasks.read(
                respondBy("2026-01-11T09:00:00Z", "2"),
                TaskContext.after(PLAIN, Writer.REQUESTER, Tasks.seen(respondBy("2026-01-10T09:00:00Z", "1"))));
        assertThat(Tasks.codes(altered)).contains("our-extensions-changed");
    }

    @Test
    void anExtensionOfTheirsIsNoneOfOurs() {
        ObjectNode before = respondBy("2026-01-10T09:00:00Z", "1");
        ObjectNode now = respondBy("2026-01-10T09:00:00Z", "2");
        now.withArray("/extension")
                .addObject()
                .put("url", "http://x.example/own")
                .put("valueString", "x");

        assertThat(Tasks.codes(Tasks.read(now, TaskContext.after(PLAIN, Writer.REQUESTER, Tasks.seen(before)))))
                .doesNotContain("our-extensions-changed");
    }

    @Test
    void aTermSaysWhoseItIsAndOnlyWhatIsSoIsAgreedOrMet() {
        ObjectNode task = term("A ramp");
        ArrayNode parts = (ArrayNode) task.at("/extension/0/extension");
        parts.addObject()
                .put("url", "organization")
                .putObject("valueReference")
                .put("reference", "Organization/sender");
        parts.addObject().put("url", "agreed").put("valueBoolean", true);
        parts.addObject().put("url", "met").put("valueBoolean", false);

        assertThat(Tasks.seen(task).terms()).hasSize(1).first().satisfies(term -> {
            assertThat(term.organization()).hasValue("Organization/sender");
            assertThat(term.person()).isEmpty();
            assertThat(term.agreed()).isTrue();
            assertThat(term.met()).isFalse();
        });
    }

    @Test
    void theWordsBesideAnAnswerAreThereForWhoReadsIt() {
        Answer accept = new Answer.Accept(Sensitive.of("Twice a week, ground floor"));
        Answer decline = new Answer.Decline(Code.of("no-capacity"), Sensitive.of("Ask in May"));
        for (Answer answer : List.of(accept, decline, new Answer.Accept(Sensitive.none()))) {
            ObjectNode task = Tasks.offer();
            AnswerWords.written(answer)
                    .ifPresent(words -> task.putArray("extension").add(words.json()));
            FhirJson read = FhirJson.of(task);

            assertThat(AnswerWords.synthesis(read))
                    .isEqualTo(answer instanceof Answer.Accept ? AnswerWords.of(answer) : Sensitive.none());
            assertThat(AnswerWords.nextStep(read))
                    .isEqualTo(answer instanceof Answer.Decline ? AnswerWords.of(answer) : Sensitive.none());
        }
        assertThat(AnswerWords.of(accept)).isEqualTo(Sensitive.of("Twice a week, ground floor"));
        assertThat(AnswerWords.of(decline)).isEqualTo(Sensitive.of("Ask in May"));
        assertThat(AnswerWords.of(new Answer.RequestClarification(
                        List.of(new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none())))))
                .isEqualTo(Sensitive.none());
    }

    private static String asked(String element, String value) {
        return Tasks.seen(Tasks.offer().put(element, value)).asked();
    }

    private static ObjectNode term(String text) {
        ObjectNode task = Tasks.offer();
        ObjectNode term = task.putArray("extension").addObject().put("url", FhirSystems.TERM);
        term.putArray("extension").addObject().put("url", "text").put("valueString", text);
        return task;
    }

    private static ObjectNode respondBy(String at, String version) {
        ObjectNode task = Tasks.offer();
        task.putObject("meta").put("versionId", version);
        task.putArray("extension")
                .addObject()
                .put("url", FhirSystems.RESPOND_BY)
                .put("valueDateTime", at);
        return task;
    }
}
