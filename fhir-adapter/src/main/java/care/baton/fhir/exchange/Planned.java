package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * What is still owed to a partner's server. Store the links, then send each request.
 *
 * @param links the links with every request marked as tried
 * @param requests the requests, in the order in which they should leave
 * @param issues what of our live offers to the partner stays unsaid, each kind once; see {@link Exchange#plan}
 */
public record Planned(Links links, List<Request> requests, List<MappingIssue> issues) {

    /** Copies the lists. */
    public Planned {
        Objects.requireNonNull(links, "links");
        requests = Copy.of(requests, "requests");
        issues = Copy.of(issues, "issues");
    }
}
