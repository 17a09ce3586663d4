package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a search found, all pages together.
 *
 * @param found the resources, each once
 * @param until the server's own time up to which this holds; where it tells none, or some pages were not read, when the
 *     last that was read was stored, if the server keeps to that order; empty where the server says itself that
 *     something is missing
 * @param isWhole whether every page was read, and the server says of none that something is missing
 * @param issues what somebody may have to look at
 * @param fault why it came to nothing, if it did
 */
record Search(
        List<Found> found,
        Optional<String> until,
        boolean isWhole,
        List<MappingIssue> issues,
        Optional<Response> fault) {

    static Search failed(Response fault) {
        return new Search(List.of(), Optional.empty(), false, List.of(), Optional.of(fault));
    }

    static Search rejected(Code reason) {
        return failed(new Response.Rejected(Optional.empty(), 0, reason));
    }

    /** Whether a page came that cannot be taken in. */
    boolean isUnread() {
        return fault.filter(no -> no instanceof Response.Rejected r
                        && (r.reason().equals(Searching.TOO_LARGE) || r.reason().equals(Searching.NOT_READ_AT_ALL)))
                .isPresent();
    }

    Response page() {
        return fault.orElseGet(() -> new Response.Page(found, until, isWhole, issues));
    }

    static Optional<Found> resource(FhirJson document) {
        JsonNode tree = document.tree();
        String id = tree.path("id").asText("");
        String version = tree.path("meta").path("versionId").asText("");
        return document.resourceType()
                .filter(type -> Found.isId(id) && Found.isId(version))
                .map(type -> new Found(type, id, version, document));
    }
}
