package care.baton.fhir.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.Writer;
import care.baton.fhir.task.SeenReference.Sameness;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SeenTaskTest {

    @Test
    void picksUpWhatStandsOnTheTask() {
        ObjectNode json = Tasks.with("rejected", task -> {
            task.putObject("statusReason")
                    .put("text", "No capacity")
                    .putArray("coding")
                    .addObject()
                    .put("code", "full");
            task.putObject("groupIdentifier").put("system", "urn:g").put("value", "g-1");
            task.putObject("focus").put("reference", "ServiceRequest/s1/_history/4");
            ObjectNode respondBy = task.putArray("extension").addObject();
            respondBy.put("url", FhirSystems.RESPOND_BY).put("valueDateTime", "2026-01-10T09:00:00Z");
            ObjectNode replaces = task.withArray("/extension").addObject();
            replaces.put("url", FhirSystems.TASK_REPLACES)
                    .putObject("valueReference")
                    .put("reference", "Task/t0");
            ObjectNode term = task.withArray("/extension").addObject();
            term.put("url", FhirSystems.TERM);
            term.withArray("/extension").addObject().put("url", "text").put("valueString", "Ramp first");
            term.withArray("/extension").addObject().put("url", "agreed").put("valueBoolean", true);
        });

        SeenTask seen = Tasks.seen(json);

        assertThat(seen.id()).contains("t1");
        assertThat(seen.version()).contains("2");
        assertThat(seen.reason()).containsExactly(new SeenCode("", "full"));
        assertThat(seen.reasonText()).isTrue();
        assertThat(seen.group()).contains(new SeenIdentifier("urn:g", "g-1"));
        assertThat(seen.focus()).contains(at("ServiceRequest/s1"));
        assertThat(seen.finishBy()).contains("2026-02-01");
        assertThat(seen.respondBy()).contains("2026-01-10T09:00:00Z");
        assertThat(seen.replaces()).containsExactly(at("Task/t0"));
        assertThat(seen.terms())
                .containsExactly(new SeenTerm(
                        "Ramp first", "", "", Optional.empty(), Optional.empty(), Optional.empty(), true, false));
        assertThat(seen.output()).isFalse();
    }

    @Test
    void whatIsAskedIsWhatTheDigestCovers() {
        String asked = Tasks.seen(Tasks.offer()).asked();

        assertThat(asked).hasSize(64);
        assertThat(digest(task -> task.put("description", "Other"))).isNotEqualTo(asked);
        assertThat(digest(task -> task.put("priority", "stat"))).isNotEqualTo(asked);
        assertThat(digest(task -> task.remove("restriction"))).isNotEqualTo(asked);
        assertThat(digest(task -> task.putArray("input").addObject())).isNotEqualTo(asked);
        assertThat(digest(task -> task.putObject("for").put("reference", "Patient/2")))
                .isNotEqualTo(asked);
        assertThat(digest(task -> task.putArray("extension").addObject().put("url", FhirSystems.TERM)))
                .isNotEqualTo(asked);
        assertThat(digest(task -> containing(task, "intolerance")))
                .isNotEqualTo(digest(task -> containing(task, "allergy")));
        assertThat(digest(task -> ((ObjectNode) task.get("for")).put("type", "Patient")))
                .isEqualTo(asked);
        for (String name : List.of("instantiatesUri", "instantiatesCanonical")) {
            assertThat(digest(task -> task.put(name, "http://x.example/protocol")))
                    .as(name)
                    .isNotEqualTo(asked);
        }
        for (String name : List.of("encounter", "location", "insurance", "_description")) {
            assertThat(digest(task -> task.putObject(name).put("reference", "x")))
                    .as(name)
                    .isNotEqualTo(asked);
        }
        for (String name : List.of("partOf", "basedOn", "performerType", "reasonCode", "reasonReference")) {
            assertThat(digest(task -> task.putArray(name).addObject().put("reference", "x")))
                    .as(name)
                    .isNotEqualTo(asked);
        }
        assertThat(digest(task -> task.put("status", "accepted"))).isEqualTo(asked);
        assertThat(digest(task -> task.remove("note"))).isEqualTo(asked);
        assertThat(digest(task -> task.remove("meta"))).isEqualTo(asked);
        assertThat(digest(task -> task.putObject("statusReason").put("text", "x")))
                .isEqualTo(asked);
        assertThat(digest(task -> ((ObjectNode) task.get("for")).put("display", "x")))
                .isEqualTo(asked);
        assertThat(digest(task -> task.put("lastModified", "2026-01-05"))).isEqualTo(asked);
        assertThat(digest(task -> task.putArray("extension").addObject().put("url", "http://x.example/own")))
                .isEqualTo(asked);
        assertThat(digest(task -> ((ObjectNode) task.at("/code/coding/0")).put("userSelected", true)))
                .isEqualTo(asked);
        assertThat(digest(task -> ((ObjectNode) task.get("code")).put("userSelected", true)))
                .isNotEqualTo(asked);
    }

    @Test
    void howAServerWritesTheSameDownIsNoOtherContent() {
        String asked = asked(task -> {});

        same(asked, task -> reference(task, "focus").put("reference", "ServiceRequest/s1/_history/101"));
        same(asked, task -> reference(task, "for").putObject("identifier").put("value", "n-1"));
        same(asked, task -> reference(task, "for").put("reference", "Patient/p1/_history/2"));
        same(asked, task -> coding(task).put("version", "4.0.1").put("display", "Fulfill the focal request"));
        same(asked, task -> coding(task).put("id", "e1"));
        same(asked, task -> task.putObject("_priority").put("id", "e2"));
        same(asked, task -> ((ObjectNode) task.at("/input/0")).put("id", "e3"));
        same(
                asked,
                task -> ((ObjectNode) task.at("/input/0"))
                        .putObject("_valueString")
                        .put("id", "e4"));
        same(asked, task -> task.putArray("basedOn"));
        same(asked, task -> task.putArray("partOf"));
        same(asked, task -> ((ObjectNode) task.at("/input/0/type")).putArray("coding"));
        same(asked, task -> period(task, "2026-02-01T10:00:00.123+01:00"));
        assertThat(asked(task -> period(task, "2026-02-01T09:00:00.124Z"))).isNotEqualTo(asked);
    }

    @Test
    void anotherPlaceNumberOrVersionThatIsMeantIsOtherContent() {
        String asked = asked(task -> {});

        assertThat(asked(task -> reference(task, "focus").put("reference", "ServiceRequest/s2/_history/1")))
                .isNotEqualTo(asked);
        assertThat(numbered("n-1")).isNotEqualTo(numbered("n-2"));
        assertThat(asked(task -> task.putArray("basedOn").addObject().put("reference", "CarePlan/c1/_history/1")))
                .isNotEqualTo(
                        asked(task -> task.putArray("basedOn").addObject().put("reference", "CarePlan/c1/_history/2")));
    }

    @Test
    void wordsBesideACodeThatAreMoreThanItsOwnAreAsked() {
        String asked = asked(task -> {});

        for (String own : List.of("Fulfill", "fulfill", "Fulfill the focal request")) {
            same(asked, task -> {
                coding(task).put("display", "Fulfill the focal request");
                ((ObjectNode) task.path("code")).put("text", own);
            });
        }
        assertThat(asked(task -> ((ObjectNode) task.path("code")).put("text", "Twice a day")))
                .isNotEqualTo(asked);
        assertThat(why("Fall", "Fall")).isNotEqualTo(why("Fall", "Fall down the stairs"));
    }

    @Test
    void whatOnlyARemarkAResultOrItsOwnerPointsToInsideIsNotAsked() {
        String asked = asked(task -> {});
        Consumer<ObjectNode> author = task -> {
            contains(task, "role").putObject("practitioner").put("reference", "#author");
            contains(task, "author").put("gender", "female");
        };

        same(asked, author.andThen(task -> note(task, "#role")));
        same(asked, author.andThen(task -> task.putObject("owner").put("reference", "#role")));
        same(
                asked,
                author.andThen(task -> task.putArray("output")
                        .addObject()
                        .putObject("valueReference")
                        .put("reference", "#role")));
        assertThat(asked(author)).isNotEqualTo(asked);
        assertThat(asked(author.andThen(task -> task.putObject("requester").put("reference", "#role"))))
                .isNotEqualTo(asked);
        Consumer<ObjectNode> both = task -> {
            note(task, "#what");
            task.putArray("reasonReference").addObject().put("reference", "#what");
        };
        assertThat(asked(both.andThen(task -> contains(task, "what").put("status", "active"))))
                .isNotEqualTo(asked(both.andThen(task -> contains(task, "what").put("status", "revoked"))));
    }

    @Test
    void theContentOfTheFocusIsPartOfWhatIsAsked() {
        ObjectNode request = Tasks.offer().objectNode();
        request.put("resourceType", "ServiceRequest").put("status", "active").put("quantityNote", "twice");
        SeenTask before = SeenTask.of(FhirJson.of(Tasks.offer()), Optional.of(FhirJson.of(request)));
        SeenTask revoked = SeenTask.of(
                FhirJson.of(Tasks.offer()),
                Optional.of(FhirJson.of(request.deepCopy().put("status", "revoked"))));
        FhirJson edited = FhirJson.of(request.deepCopy().put("quantityNote", "once"));

        assertThat(revoked.focusContent()).isEqualTo(before.focusContent()).isPresent();
        assertThat(Tasks.seen(Tasks.offer()).focusContent()).isEmpty();
        TaskReading accepted = Tasks.read(
                Tasks.with("accepted"),
                new TaskContext(
                        PartnerProfiles.sdohClinicalCare(), Writer.OWNER, Optional.of(before), Optional.of(edited)));
        TaskReading unread = Tasks.read(
                Tasks.with("accepted"), TaskContext.after(PartnerProfiles.sdohClinicalCare(), Writer.OWNER, before));
        assertThat(Tasks.codes(accepted)).containsExactly("asked-changed");
        assertThat(Tasks.verdict(unread)).isEqualTo("ACCEPTED");
    }

    @Test
    void twoReferencesAreTheSameOnlyWhereThatCanBeTold() {
        SeenReference local = at("Organization/1");

        assertThat(local.sameAs(at("Organization/1"))).isEqualTo(Sameness.SAME);
        assertThat(local.sameAs(at("Organization/2"))).isEqualTo(Sameness.DIFFERENT);
        assertThat(local.sameAs(at("http://example.org/Organization/1"))).isEqualTo(Sameness.CANNOT_TELL);
        assertThat(local.sameAs(at("http://example.org/Organization/2"))).isEqualTo(Sameness.DIFFERENT);
        assertThat(local.sameAs(by("n-1"))).isEqualTo(Sameness.CANNOT_TELL);
        assertThat(by("n-1").sameAs(by("n-1"))).isEqualTo(Sameness.SAME);
        assertThat(by("n-1").sameAs(by("n-2"))).isEqualTo(Sameness.DIFFERENT);
        assertThat(at("#role").sameAs(at("#role"))).isEqualTo(Sameness.SAME);
        for (String inside : List.of("#patient", "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0")) {
            assertThat(at(inside).sameAs(local)).as(inside).isEqualTo(Sameness.CANNOT_TELL);
            assertThat(local.sameAs(at(inside))).as(inside).isEqualTo(Sameness.CANNOT_TELL);
        }
        assertThat(at("http://example.org/Patient/1").isA("Patient")).isTrue();
        assertThat(by("n-1").isA("Patient")).isFalse();
        assertThatThrownBy(() -> new SeenReference(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("reference");
    }

    @Test
    void aHostsOwnNameIsPointedToByAddressWhereItIsOneAndPrintsNothing() {
        assertThat(SeenReference.to("Patient/p1")).isEqualTo(at("Patient/p1"));
        assertThat(SeenReference.to("record-12")).isEqualTo(by("record-12"));
        assertThat(SeenReference.to("Patient/p1")).hasToString("SeenReference");
    }

    private static void containing(ObjectNode task, String type) {
        ObjectNode allergy = task.putArray("contained").addObject().put("resourceType", "AllergyIntolerance");
        allergy.put("type", type).putObject("code").put("text", "Penicillin");
    }

    private static void same(String asked, Consumer<ObjectNode> change) {
        assertThat(asked(change)).isEqualTo(asked);
    }

    /** With an input, and to be finished at an instant. */
    private static String asked(Consumer<ObjectNode> change) {
        return digest(task -> {
            period(task, "2026-02-01T09:00:00.123456Z");
            ObjectNode input = task.putArray("input").addObject();
            input.putObject("type").put("text", "dose");
            input.put("valueString", "5");
            change.accept(task);
        });
    }

    private static String numbered(String number) {
        return asked(task -> task.putObject("for")
                .put("reference", "#person")
                .putObject("identifier")
                .put("value", number));
    }

    private static String why(String display, String words) {
        return asked(task -> task.putArray("reasonCode")
                .addObject()
                .put("text", words)
                .putArray("coding")
                .addObject()
                .put("code", "fall")
                .put("display", display));
    }

    private static void period(ObjectNode task, String end) {
        task.putObject("restriction").putObject("period").put("end", end);
    }

    private static ObjectNode reference(ObjectNode task, String element) {
        return (ObjectNode) task.path(element);
    }

    private static ObjectNode coding(ObjectNode task) {
        return (ObjectNode) task.at("/code/coding/0");
    }

    private static ObjectNode contains(ObjectNode task, String id) {
        return task.withArray("/contained")
                .addObject()
                .put("resourceType", "Basic")
                .put("id", id);
    }

    private static void note(ObjectNode task, String author) {
        task.putArray("note")
                .addObject()
                .put("text", "x")
                .putObject("authorReference")
                .put("reference", author);
    }

    private static String digest(Consumer<ObjectNode> change) {
        ObjectNode task = Tasks.offer();
        change.accept(task);
        return Tasks.seen(task).asked();
    }

    private static SeenReference at(String address) {
        return new SeenReference(Optional.of(address), Optional.empty());
    }

    private static SeenReference by(String identifier) {
        return new SeenReference(Optional.empty(), Optional.of(new SeenIdentifier("", identifier)));
    }
}
