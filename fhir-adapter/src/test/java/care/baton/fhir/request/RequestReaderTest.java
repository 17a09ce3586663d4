package care.baton.fhir.request;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.Mapped;
import care.baton.fhir.SharedCases;
import care.baton.handoff.Ask;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RequestReaderTest {

    private static final PersonId PERSON = PersonId.of("Patient/p1");
    private static final Code CODE = Code.of("home-care");
    private static final Holder US = Holder.of(OrganizationId.of("Organization/us"), Code.of("nurse"));

    private static Mapped<Ask> read(Consumer<ObjectNode> change) {
        return read(PERSON, change);
    }

    private static Mapped<Ask> read(PersonId person, Consumer<ObjectNode> change) {
        ObjectNode tree = new ServiceAsked(HandoffId.of("h"), 1, US, US, Ask.of(CODE, person))
                .request()
                .tree();
        change.accept(tree);
        return RequestReader.read(FhirJson.of(tree), CODE, person);
    }

    private static void saysNoTo(String issue, Consumer<ObjectNode> change) {
        Mapped<Ask> read = read(change);
        assertThat(read.value()).isEmpty();
        assertThat(read.issues()).extracting(i -> i.code().value()).contains(issue);
    }

    @Test
    void aRequestNotToDoSomethingAsksNothing() {
        saysNoTo("asks-not-to-do-it", tree -> tree.put("doNotPerform", true));
    }

    @Test
    void whatIsRevokedOrOnlyPlannedAsksNothing() {
        saysNoTo("request-not-active", tree -> tree.put("status", "revoked"));
        saysNoTo("intent-not-an-order", tree -> tree.put("intent", "plan"));
    }

    @Test
    void whatSpeaksAgainstAYesIsNamedForWhateverATaskIsAbout() {
        assertThat(against(tree -> {})).isEmpty();
        assertThat(against(tree -> tree.put("doNotPerform", true))).containsExactly("asks-not-to-do-it");
        assertThat(against(tree -> tree.put("status", "revoked"))).containsExactly("request-not-active");
        assertThat(against(tree -> tree.put("intent", "proposal"))).containsExactly("intent-not-an-order");
        assertThat(against(tree -> tree.remove("subject"))).containsExactly("person-missing");
        assertThat(against(tree -> tree.putObject("text").put("status", "wrong")))
                .isEmpty();
        for (String status : List.of("revoked", "entered-in-error")) {
            assertThat(against(tree -> {
                        tree.removeAll();
                        tree.put("resourceType", "CarePlan").put("status", status);
                    }))
                    .as(status)
                    .containsExactly("request-not-active");
        }
        assertThat(against(tree -> {
                    tree.removeAll();
                    tree.put("resourceType", "CarePlan").put("status", "active");
                }))
                .isEmpty();
    }

    private static List<String> against(Consumer<ObjectNode> change) {
        ObjectNode tree = new ServiceAsked(HandoffId.of("h"), 1, US, US, Ask.of(CODE, PERSON))
                .request()
                .tree();
        change.accept(tree);
        return RequestReader.hindrances(FhirJson.of(tree)).stream()
                .map(issue -> issue.code().value())
                .toList();
    }

    @Test
    void somethingElseThanARequestIsNone() {
        saysNoTo("not-a-service-request", tree -> tree.put("resourceType", "CarePlan"));
    }

    @Test
    void aRequestForAnotherPersonAsksNothingForThisOne() {
        saysNoTo("for-another-person", tree -> tree.putObject("subject").put("reference", "Patient/other"));
        saysNoTo("person-missing", tree -> tree.remove("subject"));
    }

    @Test
    void whoseRequestItIsIsSaidWhereItCannotBeTold() {
        List<Consumer<ObjectNode>> unclear = List.of(
                subject -> subject.put("reference", "https://other.example/fhir/Patient/p1"),
                subject -> subject.putObject("identifier").put("value", "mrn-1"));
        unclear.forEach(subject -> notChecked(PERSON, subject));
        PersonId numbered = PersonId.of("mrn-1");
        notChecked(numbered, subject -> subject.put("reference", "Patient/of-somebody"));
        notChecked(numbered, subject -> subject.put("reference", "https://other.example/fhir/Patient/p1"));
        notChecked(
                numbered,
                subject ->
                        subject.putObject("identifier").put("system", "urn:a").put("value", "mrn-1"));
    }

    private static void notChecked(PersonId person, Consumer<ObjectNode> subject) {
        Mapped<Ask> read = read(person, tree -> subject.accept(tree.putObject("subject")));
        assertThat(read.value()).isPresent();
        assertThat(read.issues()).extracting(i -> i.code().value()).containsExactly("person-not-checked");
    }

    @Test
    void aRequestForThePersonInTheHostsOwnWordsIsTheirs() {
        for (String name : List.of("Patient/p1", "mrn-1", "https://own.example/fhir/Patient/p1")) {
            Mapped<Ask> read = read(PersonId.of(name), tree -> {});
            assertThat(read.issues()).as(name).isEmpty();
        }
        PersonId absolute = PersonId.of("https://own.example/fhir/Patient/p1");
        assertThat(read(absolute, tree -> tree.putObject("subject").put("reference", absolute.value()))
                        .issues())
                .isEmpty();
        assertThat(read(
                                PersonId.of("mrn-1"),
                                tree -> tree.putObject("subject")
                                        .putObject("identifier")
                                        .put("value", "mrn-2"))
                        .value())
                .isEmpty();
    }

    @Test
    void whenItIsToHappenIsNotTakenForWhenItIsToBeFinished() {
        Mapped<Ask> read = read(tree -> tree.put("occurrenceDateTime", "2026-03-02T15:00:00Z"));

        assertThat(read.value().orElseThrow().finishBy()).isEmpty();
        assertThat(read.issues()).extracting(i -> i.code().value()).containsExactly("occurrence-not-read");
    }

    @Test
    void aDayToFinishByIsNotPassedOverInSilence() {
        leavesAside(
                "finish-by-not-read", tree -> tree.putObject("occurrencePeriod").put("end", "2014-03-14"));
    }

    @Test
    void whatHasNoPlaceInAnAskIsNamed() {
        leavesAside("left-aside", tree -> tree.putObject("occurrencePeriod").put("start", "2026-03-02T15:00:00Z"));
        leavesAside("left-aside", tree -> tree.putArray("note").addObject().put("text", "by the back door"));
        leavesAside(
                "left-aside", tree -> tree.putArray("orderDetail").addObject().put("text", "with a hoist"));
        leavesAside(
                "left-aside", tree -> tree.putArray("reasonCode").addObject().put("text", "cannot stand up"));
    }

    @Test
    void aNameThatIsNotFhirsIsNotRepeated() {
        Mapped<Ask> read = read(tree -> tree.put("smithHivPositive", "x"));

        assertThat(read.value()).isPresent();
        assertThat(read.issues())
                .extracting(Object::toString)
                .containsExactly("WARNING unknown-element at ServiceRequest");
    }

    private static void leavesAside(String issue, Consumer<ObjectNode> change) {
        Mapped<Ask> read = read(change);
        assertThat(read.value()).isPresent();
        assertThat(read.issues()).extracting(i -> i.code().value()).containsExactly(issue);
    }

    @Test
    void whatIsAskedIsDescribedAsItsCodeIsShownWhereItIsNotSaidInWords() {
        Mapped<Ask> read = read(tree ->
                tree.withObject("/code").withArray("/coding").addObject().put("display", "Home care assessment"));

        assertThat(read.value().orElseThrow().description()).isEqualTo(Sensitive.of("Home care assessment"));
    }

    @Test
    void anotherAuthorsRequestIsReadAndNeverRewritten() {
        ServiceAsked ours = new ServiceAsked(HandoffId.of("h"), 1, US, US, Ask.of(CODE, PERSON));
        int asks = 0;
        for (Path file : SharedCases.of("ServiceRequest")) {
            FhirJson foreign = FhirJson.read(SharedCases.bytes(file), Limits.standard())
                    .value()
                    .orElseThrow();
            String subject = foreign.element("subject").path("reference").asText("Patient/p1");
            Mapped<Ask> read = RequestReader.read(foreign, CODE, PersonId.of(subject));

            asks += read.value().isPresent() ? 1 : 0;
            assertThat(read.value().isPresent() || !read.issues().isEmpty()).isTrue();
            assertThat(ServiceAsked.read(foreign).value()).isEmpty();
            assertThat(ours.ended(foreign, "revoked").value())
                    .as(SharedCases.name(file))
                    .isEmpty();
        }
        assertThat(asks).isGreaterThan(10);
    }
}
