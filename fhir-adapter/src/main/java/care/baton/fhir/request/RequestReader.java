package care.baton.fhir.request;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.Pointer;
import care.baton.fhir.R4;
import care.baton.fhir.task.SeenIdentifier;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.handoff.Ask;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a ServiceRequest, whoever wrote it, as what an offer asks. What says that it is not to be done, or is for
 * another person, is read as no request at all.
 */
public final class RequestReader {

    private static final Set<String> ORDERS =
            Set.of("order", "original-order", "reflex-order", "filler-order", "instance-order");
    private static final String TYPE = "ServiceRequest";

    /** What the server notes for itself, and how it is shown: none of it changes what is to be done. */
    private static final List<String> NOT_CONTENT = List.of("meta", "text");

    /** As other resources call it that a Task may be about: a prescription, a plan, another Task. */
    private static final Set<String> GIVEN_UP = Set.of("revoked", "entered-in-error", "cancelled", "stopped");

    private static final String SUBJECT = "ServiceRequest.subject";
    private static final String PERSON_MISSING = "person-missing";
    private static final String OCCURRENCE = "ServiceRequest.occurrence";
    /**
     * FHIR's elements that nothing is made of. Any other name is the writer's own and may itself say something: the shape
     * check tells of it without naming it.
     */
    private static final Set<String> LEFT_ASIDE = Set.of(
            "implicitRules",
            "contained",
            "extension",
            "modifierExtension",
            "instantiatesCanonical",
            "instantiatesUri",
            "basedOn",
            "replaces",
            "orderDetail",
            "quantityQuantity",
            "quantityRatio",
            "quantityRange",
            "encounter",
            "asNeededBoolean",
            "asNeededCodeableConcept",
            "performerType",
            "locationCode",
            "locationReference",
            "reasonCode",
            "reasonReference",
            "insurance",
            "specimen",
            "bodySite",
            "note",
            "patientInstruction",
            "relevantHistory");

    private final FhirJson request;
    private final JsonNode tree;
    private final List<MappingIssue> issues = new ArrayList<>();

    private RequestReader(FhirJson request) {
        this.request = request;
        this.tree = request.tree();
    }

    /**
     * Reads what a request asks.
     *
     * @param request the ServiceRequest
     * @param code what it is called here, where it is not said in our own codes
     * @param person whose care it is, as the record knows them
     * @return what is asked, with what was left aside, and {@code person-not-checked} where nobody can tell whether the
     *     subject is that person, {@code finish-by-not-read} where a day or less is given (a record knows no zone), and
     *     {@code left-aside} for what has no place in an ask; or why it asks nothing of us
     */
    public static Mapped<Ask> read(FhirJson request, Code code, PersonId person) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(person, "person");
        return new RequestReader(request).ask(Optional.of(code), Optional.of(person));
    }

    /** One of our own: code and person are said there as we say them. */
    static Mapped<Ask> ours(FhirJson request) {
        return new RequestReader(request).ask(Optional.empty(), Optional.empty());
    }

    /**
     * Why nobody takes on what a Task is about. A ServiceRequest is to be active, an order, for somebody, and not one that
     * says what not to do; any other resource is not to say that it is given up or not to be done; and each is to be
     * understood.
     *
     * @param about the resource that a Task is about
     * @return each reason, an error: {@code asks-not-to-do-it}, {@code request-not-active}, {@code intent-not-an-order},
     *     {@code person-missing}, or what {@link R4#shape} finds beside the server's own data and the narrative; empty where nothing speaks against it
     */
    public static List<MappingIssue> hindrances(FhirJson about) {
        ObjectNode content = Objects.requireNonNull(about, "about").tree();
        content.remove(NOT_CONTENT);
        RequestReader reader = new RequestReader(FhirJson.of(content));
        reader.toBeDone();
        return reader.errors();
    }

    private void toBeDone() {
        issues.addAll(R4.shape(request));
        error(tree.path("doNotPerform").asBoolean(false), "asks-not-to-do-it", "ServiceRequest.doNotPerform");
        if (isOne()) {
            error(!is("status", Set.of("active")), "request-not-active", "ServiceRequest.status");
            error(!is("intent", ORDERS), "intent-not-an-order", "ServiceRequest.intent");
            error(Pointer.read(tree.path("subject")).isEmpty(), PERSON_MISSING, SUBJECT);
        } else {
            error(is("status", GIVEN_UP), "request-not-active", "");
        }
    }

    private boolean isOne() {
        return request.resourceType().equals(Optional.of(TYPE));
    }

    private List<MappingIssue> errors() {
        return issues.stream()
                .filter(issue -> issue.severity() == MappingIssue.Severity.ERROR)
                .toList();
    }

    private Mapped<Ask> ask(Optional<Code> called, Optional<PersonId> whose) {
        error(!isOne(), "not-a-service-request", "");
        toBeDone();
        Optional<Pointer> subject = Pointer.read(tree.path("subject"));
        Optional<PersonId> person = whose.or(() -> subject.flatMap(name -> name.as(PersonId::of)));
        Optional<Code> code = Concepts.code(tree.path("code"), FhirSystems.SERVICES)
                .flatMap(Concepts::of)
                .or(() -> called);
        error(person.isEmpty() && subject.isPresent(), PERSON_MISSING, SUBJECT);
        Optional<Sameness> same = whose.flatMap(this::isTheSubject);
        error(same.equals(Optional.of(Sameness.DIFFERENT)), "for-another-person", SUBJECT);
        warning(same.equals(Optional.of(Sameness.CANNOT_TELL)), "person-not-checked", SUBJECT);
        error(code.isEmpty(), "code-unknown", "ServiceRequest.code");
        boolean soon = tree.has("priority") && priority().isEmpty();
        warning(soon, "priority-unknown", "ServiceRequest.priority");
        boolean other = tree.has("occurrenceDateTime") || tree.has("occurrenceTiming");
        warning(other, "occurrence-not-read", OCCURRENCE);
        JsonNode end = tree.path("occurrencePeriod").path("end");
        Optional<Instant> finishBy = Instants.read(end);
        warning(!end.isMissingNode() && finishBy.isEmpty(), "finish-by-not-read", OCCURRENCE);
        warning(tree.path("occurrencePeriod").has("start"), "left-aside", OCCURRENCE);
        tree.fieldNames()
                .forEachRemaining(name -> warning(LEFT_ASIDE.contains(name), "left-aside", "ServiceRequest." + name));
        if (!errors().isEmpty()) {
            return new Mapped.Unreadable<>(issues);
        }
        return Mapped.of(
                Ask.builder()
                        .code(code.orElseThrow())
                        .person(person.orElseThrow())
                        .priority(priority().orElse(Priority.ROUTINE))
                        .focus(id())
                        .description(description())
                        .addAllInput(Supporting.read(tree.path("supportingInfo")))
                        .finishBy(finishBy)
                        .build(),
                issues);
    }

    /** A number without its system may be anybody's, and another server's address may be the same person's there. */
    private Optional<Sameness> isTheSubject(PersonId person) {
        SeenReference ours = SeenReference.to(person.value());
        return SeenReference.read(tree.path("subject")).map(seen -> {
            boolean literally = seen.reference().equals(Optional.of(person.value()));
            boolean vague = !seen.identifier().equals(ours.identifier())
                    && seen.identifier().map(SeenIdentifier::value).equals(Optional.of(person.value()));
            Sameness told = vague ? Sameness.CANNOT_TELL : seen.sameAs(ours);
            return literally ? Sameness.SAME : told;
        });
    }

    /** Once a server has it, an offer points to it. */
    private Sensitive id() {
        String id = tree.path("id").asText("");
        return R4.isId(id) ? Sensitive.of("ServiceRequest/" + id) : Sensitive.none();
    }

    /** In words, else as the first of its codes is shown. */
    private Sensitive description() {
        List<JsonNode> said = new ArrayList<>(List.of(tree.path("code").path("text")));
        tree.path("code").path("coding").forEach(coding -> said.add(coding.path("display")));
        return said.stream()
                .map(RequestReader::words)
                .filter(words -> !words.isNone())
                .findFirst()
                .orElse(Sensitive.none());
    }

    private boolean is(String element, Set<String> codes) {
        return codes.contains(tree.path(element).asText(""));
    }

    private Optional<Priority> priority() {
        return Concepts.priority(tree.path("priority").asText(""));
    }

    private static Sensitive words(JsonNode node) {
        return node.isTextual() && Sensitive.fits(node.textValue()) ? Sensitive.of(node.textValue()) : Sensitive.none();
    }

    private void error(boolean raised, String code, String path) {
        if (raised) {
            issues.add(MappingIssue.error(code, path));
        }
    }

    private void warning(boolean raised, String code, String path) {
        if (raised) {
            issues.add(MappingIssue.warning(code, path));
        }
    }
}
