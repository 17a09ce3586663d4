package care.baton.fhir.exchange;

import java.util.List;
import java.util.Objects;

/**
 * What is still owed to a partner's server. Store the links, then send each request.
 *
 * @param links the links with every request marked as tried
 * @param requests the requests, in the order in which they should leave
 */
public record Planned(Links links, List<Request> requests) {

    /** Copies the requests. */
    public Planned {
        Objects.requireNonNull(links, "links");
        requests = List.copyOf(requests);
    }
}
