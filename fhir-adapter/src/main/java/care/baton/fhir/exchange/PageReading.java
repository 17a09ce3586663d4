package care.baton.fhir.exchange;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What a search found, and what it did not reach. */
final class PageReading {

    private final Sitting sitting;

    PageReading(Sitting sitting) {
        this.sitting = sitting;
    }

    void read(Response.Page page) {
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
        if (known.isEmpty() && isDouble(found)) {
            sitting.issues.add(MappingIssue.error("second-of-one-identifier", ""));
        } else if (known.isEmpty() && found.type().equals("Task")) {
            new ForeignAsks(sitting).found(found);
        }
    }

    /** Another version, or other content under the same: no server says that with nothing behind it. */
    private static boolean isOther(Link link, Found found) {
        return !link.version().equals(Optional.of(found.version())) || Meanwhile.isReused(link, found);
    }

    private boolean isDouble(Found found) {
        for (JsonNode identifier : found.json().element("identifier")) {
            String value = identifier.path("value").asText("");
            boolean ours = identifier.path("system").asText("").equals(FhirSystems.IDENTIFIERS);
            if (ours
                    && sitting.links().all().stream()
                            .anyMatch(l -> l.id().isPresent()
                                    && l.key().type().equals(found.type())
                                    && l.key().identifier().equals(value))) {
                return true;
            }
        }
        return false;
    }

    private void communication(Found found) {
        sitting.recording.from(found);
        new Answers(sitting).read(found);
    }
}
