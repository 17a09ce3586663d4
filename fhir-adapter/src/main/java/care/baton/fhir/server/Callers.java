package care.baton.fhir.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;

/**
 * Who calls, as the host has made sure of it: Baton trusts what is said here and looks at no token itself. It is asked
 * before HAPI chooses who handles the request, and once for each.
 */
@FunctionalInterface
public interface Callers {

    /**
     * The desk of the organization in whose name a request comes.
     *
     * @param request the request
     * @return its desk; empty where the host does not know whose it is, and then it learns nothing
     */
    Optional<TaskDesk> of(RequestDetails request);
}
