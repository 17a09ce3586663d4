package care.baton.fhir.communication;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.HolderPointer;
import care.baton.fhir.Instants;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.OfferName;
import care.baton.fhir.Pointer;
import care.baton.fhir.R4;
import care.baton.handoff.Content;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Communication as a report or an invitation; everything that stands in the way is named. */
final class MessageReader {

    private final FhirJson json;
    private final JsonNode tree;
    private final List<Section> sections;
    private final List<MappingIssue> issues = new ArrayList<>();

    MessageReader(FhirJson json) {
        this.json = json;
        this.tree = json.tree();
        this.sections = Section.read(tree.path("payload"));
    }

    Mapped<Report> report() {
        Optional<Message> message = message(Report.PART);
        Optional<Content> content = need(Sections.read(form(), sections), "payload");
        need(Optional.of(form()).filter(code -> !code.isEmpty()), "category");
        return mapped(message.flatMap(m -> content.map(told ->
                new Report(m.of().handoff(), m.of().offer(), m.person(), m.sender(), m.recipient(), m.sent(), told))));
    }

    Mapped<Invitation> invitation() {
        Optional<Message> message = message(Invitation.FORM);
        need(Optional.of(form()).filter(Invitation.FORM::equals), "category");
        Optional<Code> service = need(words(Invitation.SERVICE).text().flatMap(Concepts::of), "payload");
        Optional<Priority> priority =
                need(Concepts.priority(tree.path("priority").asText("")), "priority");
        return mapped(message.flatMap(m -> service.flatMap(asked -> priority.map(soon -> new Invitation(
                m.of().handoff(),
                m.of().offer(),
                m.person(),
                m.sender(),
                m.recipient(),
                m.sent(),
                asked,
                soon,
                words(Invitation.DESCRIPTION),
                words(Invitation.FINISH_BY).text().flatMap(Instants::of),
                words(Invitation.RESPOND_BY).text().flatMap(Instants::of))))));
    }

    private <T> Mapped<T> mapped(Optional<T> value) {
        return value.isEmpty() || issues.stream().anyMatch(i -> i.severity() == MappingIssue.Severity.ERROR)
                ? new Mapped.Unreadable<>(issues)
                : Mapped.of(value.get(), issues);
    }

    /** What both have: which offer it is about, whose care it is, from whom, to whom and when. */
    private record Message(OfferName of, PersonId person, Holder sender, Holder recipient, Instant sent) {}

    private Optional<Message> message(String form) {
        issues.addAll(R4.shape(json));
        Optional<OfferName> name = need(OfferName.in(tree.path("identifier"), form), "identifier");
        Optional<PersonId> person =
                need(Pointer.read(tree.path("subject")).flatMap(p -> p.as(PersonId::of)), "subject");
        Optional<HolderPointer> sender = need(HolderPointer.read(tree.path("sender")), "sender");
        Optional<HolderPointer> recipient =
                need(HolderPointer.read(tree.path("recipient").path(0)), "recipient");
        Optional<Instant> sent = need(Instants.read(tree.path("sent")), "sent");
        Optional<String> status =
                need(Optional.of(tree.path("status").asText("")).filter("completed"::equals), "status");
        boolean communication = json.resourceType().equals(Optional.of("Communication"));
        if (!communication) {
            issues.add(MappingIssue.error("not-a-communication", ""));
        }
        boolean whole = communication
                && name.isPresent()
                && person.isPresent()
                && sender.isPresent()
                && recipient.isPresent()
                && sent.isPresent()
                && status.isPresent();
        return whole
                ? Optional.of(new Message(
                        name.get(),
                        person.get(),
                        sender.get().holder(),
                        recipient.get().holder(),
                        sent.get()))
                : Optional.empty();
    }

    private Sensitive words(Code name) {
        return sections.stream()
                .filter(section -> section.is(name))
                .map(Section::text)
                .findFirst()
                .orElse(Sensitive.none());
    }

    private String form() {
        for (JsonNode category : tree.path("category")) {
            Optional<String> code = Concepts.code(category, FhirSystems.REPORTS);
            if (code.isPresent()) {
                return code.get();
            }
        }
        return "";
    }

    private <T> Optional<T> need(Optional<T> value, String element) {
        if (value.isEmpty()) {
            issues.add(MappingIssue.error("not-as-we-write-it", "Communication." + element));
        }
        return value;
    }
}
