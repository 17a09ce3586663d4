package care.baton.fhir.exchange;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.TaskStatus;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a search found, and what it did not reach. */
final class PageReading {

    private final Sitting sitting;
    private final Set<String> ended = new HashSet<>();

    PageReading(Sitting sitting) {
        this.sitting = sitting;
    }

    void read(Response.Page page) {
        page.resources().stream()
                .filter(found -> found.type().equals("Task"))
                .filter(found -> status(found).filter(TaskStatus::ended).isPresent())
                .forEach(found -> ended.add(found.id()));
        page.resources().forEach(this::found);
        rest(page);
    }

    /** What one search does not reach is named: it goes on from where this one came to, or cannot get any further. */
    private void rest(Response.Page page) {
        sitting.issues.addAll(page.issues());
        if (!page.whole()) {
            sitting.issues.add(
                    page.until().isPresent()
                            ? MappingIssue.warning("search-goes-on", "")
                            : MappingIssue.error("search-does-not-advance", ""));
        }
    }

    /** What a search finds is a hint: the resource itself is read before anything is made of it. */
    private void found(Found found) {
        if (found.type().equals("Communication")) {
            communication(found);
            return;
        }
        List<Link> known = sitting.links().every(found.type(), found.id()).toList();
        known.stream()
                .filter(link -> link.tried() == 0 && (link.isGone() || isOther(link, found)))
                .forEach(link -> sitting.put(link.hinted()));
        Optional<Link> first = known.isEmpty() ? first(found) : Optional.empty();
        if (first.isPresent()) {
            sitting.issues.add(MappingIssue.error(SecondTask.CODE.value(), ""));
            new SecondTask(sitting).found(first.get(), found);
        } else if (known.isEmpty() && found.type().equals("Task")) {
            new ForeignAsks(sitting, ended).found(found);
        }
    }

    private static Optional<TaskStatus> status(Found found) {
        return TaskStatus.of(found.json().element("status").asText(""));
    }

    /** Another version, or other content under the same: no server says that with nothing behind it. */
    private static boolean isOther(Link link, Found found) {
        return !link.version().equals(Optional.of(found.version())) || Meanwhile.isReused(link, found);
    }

    /** The one of ours that has the same identifier. */
    private Optional<Link> first(Found found) {
        for (JsonNode identifier : found.json().element("identifier")) {
            String value = identifier.path("value").asText("");
            boolean ours = identifier.path("system").asText("").equals(FhirSystems.IDENTIFIERS);
            Optional<Link> first = sitting.links().all().stream()
                    .filter(l -> ours
                            && l.id().isPresent()
                            && l.key().type().equals(found.type())
                            && l.key().identifier().equals(value))
                    .findFirst();
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    private void communication(Found found) {
        sitting.recording.from(found);
        new Answers(sitting).read(found);
    }
}
