package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nobody says yes, in our name, to a request that says not to do it, or that we cannot read. */
class FocusTest extends TwoSites {

    private static final Map<String, List<Consumer<ObjectNode>>> HINDRANCES = Map.of(
            "focus-not-to-be-done", List.of(r -> r.put("doNotPerform", true)),
            "focus-not-active",
                    List.of(
                            r -> r.put("status", "draft"),
                            r -> r.put("status", "on-hold"),
                            r -> r.put("status", "completed"),
                            r -> r.put("status", "unknown"),
                            r -> r.remove("status")),
            "focus-not-an-order",
                    List.of(r -> r.put("intent", "proposal"), r -> r.put("intent", "plan"), r -> r.remove("intent")),
            "focus-without-person", List.of(r -> r.remove("subject")),
            "focus-in-doubt",
                    List.of(
                            r -> r.put("implicitRules", "http://other.example/rules"),
                            r -> r.putArray("modifierExtension")
                                    .addObject()
                                    .put("url", "http://other.example/not-for-machines")
                                    .put("valueBoolean", true)),
            "focus-revoked", List.of(r -> r.put("status", "revoked")),
            "focus-for-another", List.of(r -> r.putObject("subject").put("reference", "Patient/p2")));

    @Test
    void whatSpeaksAgainstARequestIsLookedIntoWhenItComesAndIsNotAccepted() {
        HINDRANCES.forEach((code, changes) -> changes.forEach(change -> {
            FocusTest each = new FocusTest();
            ObjectNode order = order();
            change.accept(order);
            each.taken(order, task -> {});

            assertThat(each.looks()).as(code).contains("offer-1-" + code);
            each.isNotAccepted(code);
            each.isNotAccepted(code);
        }));
    }

    @Test
    void whatSpeaksAgainstARequestOnlyWhenItIsAcceptedGoesBackToAPerson() {
        HINDRANCES.forEach((code, changes) -> changes.forEach(change -> {
            FocusTest each = new FocusTest();
            each.offer();
            each.server.foreign("ServiceRequest", "s1", change);

            each.isNotAccepted(code);
            assertThat(each.looks()).as(code).contains("offer-1-" + code);
        }));
    }

    @Test
    void aRequestThatHasBecomeActiveIsAcceptedAndBegunOnceSomebodyHasLooked() {
        offer();
        server.foreign("ServiceRequest", "s1", r -> r.put("status", "on-hold"));
        isNotAccepted("focus-not-active");

        server.foreign("ServiceRequest", "s1", r -> r.put("status", "active"));
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("accepted");
        assertThat(receiver.says(new StartAction(), now)).isNotEmpty();
        hasLooked();
        assertThat(receiver.says(new StartAction(), now)).isEmpty();
    }

    @Test
    void anotherStatusIsNewsThoughNothingElseHasChanged() {
        accepted();
        for (String status : List.of("on-hold", "unknown")) {
            server.foreign("ServiceRequest", "s1", r -> r.put("status", status));
            readsATask();
            assertThat(looks()).as(status).containsExactly("offer-1-focus-not-active");
            hasLooked();
        }
        readsATask();
        assertThat(looks()).isEmpty();
    }

    @Test
    void whatTheServerNotesForItselfIsNoDoubt() {
        ObjectNode order = order();
        order.putObject("meta").put("lastUpdated", 5);
        order.putObject("text").put("status", 5);
        offer();

        assertThat(codes(order)).isEmpty();
    }

    @Test
    void whatIsNoServiceRequestIsOnlyNotToBeGivenUpOrForbidden() {
        offer();
        ObjectNode drug = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "MedicationRequest")
                .put("status", "draft");
        assertThat(codes(drug)).isEmpty();
        assertThat(codes(drug.deepCopy().put("status", "stopped"))).containsExactly("focus-not-active");
        assertThat(codes(drug.deepCopy().put("doNotPerform", true))).containsExactly("focus-not-to-be-done");
    }

    @Test
    void whatTheTaskContainsIsHeldToTheSame() {
        Map<String, List<Consumer<ObjectNode>>> understood = new TreeMap<>(HINDRANCES);
        understood.remove("focus-in-doubt");
        understood.forEach((code, changes) -> changes.forEach(change -> {
            FocusTest each = new FocusTest();
            each.taken(order(), task -> {
                ObjectNode inside = order().put("id", "sr");
                change.accept(inside);
                task.putArray("contained").add(inside);
                task.putObject("focus").put("reference", "#sr");
            });

            assertThat(each.looks()).as(code).contains("offer-1-" + code);
            each.isNotAccepted(code);
            each.isNotAccepted(code);
        }));
    }

    @Test
    void anOrderInsideTheTaskIsAccepted() {
        taken(order(), task -> {
            task.putArray("contained").add(order().put("id", "sr"));
            task.putObject("focus").put("reference", "#sr");
        });
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(looks()).isEmpty();
        assertThat(status()).isEqualTo("accepted");
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void whatNobodyCanReadGoesBackToAPersonOnce() {
        List<Consumer<ObjectNode>> nowhere = List.of(
                focus -> focus.put("reference", "#nowhere"),
                focus -> focus.put("reference", "https://other.example/fhir/ServiceRequest/9"),
                focus -> focus.put("reference", "urn:uuid:8dcd8a1e-0000-4000-8000-000000000000"),
                focus -> focus.put("type", "ServiceRequest")
                        .putObject("identifier")
                        .put("system", "urn:orders")
                        .put("value", "77"));
        for (Consumer<ObjectNode> focus : nowhere) {
            FocusTest each = new FocusTest();
            each.with(PartnerProfiles.plainR4());
            each.taken(order(), task -> focus.accept(task.putObject("focus")));

            assertThat(each.looks()).containsExactly("offer-1-focus-unreadable");
            each.isNotAccepted("focus-unreadable");

            each.answer(new Answer.Accept());
            each.receiver.settles(each.server, each.now);
            assertThat(each.status()).isEqualTo("accepted");
            assertThat(each.looks()).containsExactly("offer-1-focus-unreadable");
        }
    }

    @Test
    void whatATaskHasComeToBeAboutIsReadBeforeItIsAccepted() {
        offer();
        server.put("ServiceRequest", "s2", FhirJson.of(order().put("doNotPerform", true)));
        foreign(t -> t.putObject("focus").put("reference", "ServiceRequest/s2"));
        receiver.absorbs(server.page(), now);
        isNotAccepted("asked-changed");

        isNotAccepted("focus-not-to-be-done");
    }

    /** Taken in, and what it is about has been looked for. */
    private void taken(ObjectNode order, Consumer<ObjectNode> change) {
        server.put("ServiceRequest", "s1", FhirJson.of(order));
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        sender.settles(server, now);
        foreign(change);
        receiver.takes(server.page(), now);
        assertThat(receiver.refused).isEmpty();
        receiver.settles(server, now);
        now = now.plusSeconds(60);
    }

    private void isNotAccepted(String code) {
        answer(new Answer.Accept());
        receiver.settles(server, now);
        now = now.plusSeconds(60);

        assertThat(status()).as(code).isEqualTo("requested");
        assertThat(receiver.offer().intended()).as(code).isEmpty();
        assertThat(receiver.issues).contains(code);
    }

    private void readsATask() {
        foreign(t -> t.withArray("/note").addObject().put("text", "Ringing"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
    }

    private List<String> codes(ObjectNode about) {
        Stance stance = Stance.of(receiver.talks().orElseThrow(), receiver.offer(), receiver.endpoint)
                .orElseThrow();
        return Focus.hindrances(stance, FhirJson.of(about)).stream()
                .map(Object::toString)
                .toList();
    }

    private List<Obligation> open() {
        return receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO);
    }

    private List<String> looks() {
        return open().stream().map(o -> o.key().subject()).toList();
    }

    private void hasLooked() {
        open().forEach(look ->
                assertThat(receiver.does(new Fulfil(look.key()), now)).isEmpty());
    }

    @Test
    void aFocusThatIsReplacedBeforeItsFirstReadIsAskedForOnce() {
        List<Consumer<ObjectNode>> changes = List.of(
                task -> task.putObject("focus").put("reference", "ServiceRequest/s1"), task -> task.remove("focus"));
        for (Consumer<ObjectNode> change : changes) {
            FocusTest each = new FocusTest();
            each.with(PartnerProfiles.plainR4());
            each.server.put("ServiceRequest", "s1", FhirJson.of(order()));
            assertThat(each.sender.says(asked("ServiceRequest/s1"), each.now)).isEmpty();
            each.sender.settles(each.server, each.now);
            each.foreign(task -> {
                task.putArray("contained").add(order().put("id", "sr"));
                task.putObject("focus").put("reference", "#sr");
            });
            each.receiver.takes(each.server.page(), each.now);
            each.foreign(task -> {
                task.remove("contained");
                change.accept(task);
            });

            assertThat(each.asked()).isLessThanOrEqualTo(2);
            assertThat(each.looks()).containsExactly("offer-1-content-changed");
        }
    }

    @Test
    void aFocusElsewhereOfWhatWeHoldIsAskedForOnceThoughNobodyHasNotedIt() {
        with(PartnerProfiles.plainR4());
        taken(order(), task -> task.putObject("focus").put("reference", "https://other.example/fhir/ServiceRequest/9"));
        isNotAccepted("focus-unreadable");
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(holds(receiver)).isTrue();
        receiver.links = Links.of(receiver.links.all().stream()
                .filter(link -> !link.key().isFocus())
                .toList());

        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeReadIsReadAgainBeforeTheNextYes() {
        with(PartnerProfiles.plainR4());
        offer();
        server.remove("ServiceRequest", "s1");
        isNotAccepted("focus-unreadable");
        server.put("ServiceRequest", "s1", FhirJson.of(order().put("status", "revoked")));

        isNotAccepted("focus-revoked");
    }

    @Test
    void whatCanStillNotBeReadGoesBackToAPersonOnce() {
        with(PartnerProfiles.plainR4());
        offer();
        server.remove("ServiceRequest", "s1");
        isNotAccepted("focus-unreadable");
        answer(new Answer.Accept());

        assertThat(asked()).isLessThanOrEqualTo(3);
        assertThat(status()).isEqualTo("accepted");
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void whateverNamesAnotherPersonAsR4SaysForItsTypeIsForAnother() {
        Map<String, Consumer<ObjectNode>> others = Map.of(
                "NutritionOrder", r -> r.putObject("patient").put("reference", "Patient/p2"),
                "VisionPrescription", r -> r.putObject("patient").put("reference", "Patient/p2"),
                "Coverage", r -> r.putObject("beneficiary").put("reference", "Patient/p2"),
                "Task", r -> r.putObject("for").put("reference", "Patient/p2"),
                "Appointment",
                        r -> r.putArray("participant")
                                .addObject()
                                .putObject("actor")
                                .put("reference", "Patient/p2"));
        offer();
        others.forEach((type, change) -> {
            ObjectNode about = JsonNodeFactory.instance.objectNode().put("resourceType", type);
            change.accept(about);
            assertThat(codes(about)).as(type).containsExactly("focus-for-another");
        });
    }

    @Test
    void whoSeesThePersonAtAnAppointmentIsNoOtherPerson() {
        offer();
        ObjectNode about = JsonNodeFactory.instance.objectNode().put("resourceType", "Appointment");
        for (String actor : List.of("Practitioner/7", "Patient/p2", "Patient/p1")) {
            about.withArray("/participant").addObject().putObject("actor").put("reference", actor);
        }
        assertThat(codes(about)).isEmpty();

        assertThat(codes(about.deepCopy().set("subject", reference("Patient/p2"))))
                .contains("focus-for-another");
    }

    @Test
    void ofATypeThatNamesNobodyAsWeKnowItIsSaidThatNobodyHasCompared() {
        offer();
        server.put("PlanDefinition", "x9", json("PlanDefinition"));
        foreign(task -> task.putObject("focus").put("reference", "PlanDefinition/x9"));
        readsATask();
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(receiver.issues).contains("person-not-checked");
    }

    private static ObjectNode reference(String to) {
        return JsonNodeFactory.instance.objectNode().put("reference", to);
    }

    private static FhirJson json(String type) {
        return FhirJson.of(JsonNodeFactory.instance.objectNode().put("resourceType", type));
    }

    /** How much is asked in one moment until nothing more is owed. */
    private int asked() {
        int asked = 0;
        for (List<Request> owed = receiver.plans(now); !owed.isEmpty() && asked < 50; owed = receiver.plans(now)) {
            asked += owed.size();
            owed.forEach(request -> receiver.absorbs(server.perform(request), now));
        }
        return asked;
    }

    @Test
    void aNoDoesNotWaitUntilWhatItIsAboutHasBeenRead() {
        lies();
        answer(new Answer.Decline(Two.REASON, Sensitive.none()));

        assertThat(receiver.plans(now)).hasAtLeastOneElementOfType(Request.Update.class);
    }

    @Test
    void whatIsOverBeforeItWasReadIsNotReadAnyMore() {
        lies();
        foreign(task -> task.put("status", "cancelled"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(receiver.offer().isLive()).isFalse();
        assertThat(receiver.links.all()).noneMatch(link -> link.key().isFocus());
    }

    /** Taken in, and nothing has been read yet. */
    private void lies() {
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        sender.says(asked("ServiceRequest/s1"), now);
        sender.settles(server, now);
        receiver.takes(server.page(), now);
    }
}
