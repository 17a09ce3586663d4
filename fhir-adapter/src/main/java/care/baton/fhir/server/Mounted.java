package care.baton.fhir.server;

import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.Objects;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.ServiceRequest;

/** The desks of our partners in a RestfulServer of the host's, beside whatever else that serves. */
public final class Mounted {

    private final Callers callers;
    private final Records records;
    private final Doorway doorway;

    /**
     * Desks over a host's store.
     *
     * @param callers who calls, and whose desk that is
     * @param records the host's store, its clock and its random bytes
     */
    public Mounted(Callers callers, Records records) {
        this.callers = Objects.requireNonNull(callers, "callers");
        this.records = Objects.requireNonNull(records, "records");
        this.doorway = new Doorway(callers);
    }

    /**
     * Serves the Tasks.
     *
     * @param server a server for R4 that serves no Tasks of its own
     */
    public void tasks(RestfulServer server) {
        Objects.requireNonNull(server, "server");
        server.registerInterceptor(doorway);
        server.registerProvider(new TaskProvider(callers, records));
    }

    /**
     * Serves what our Tasks point to: ServiceRequest and Communication, to be read and to be found by identifier. Leave
     * it out where the server has those itself, and let it ask {@link TaskDesk#shown} for an id that it does not know.
     *
     * @param server the same server
     */
    public void whatTheyPointTo(RestfulServer server) {
        Objects.requireNonNull(server, "server");
        server.registerInterceptor(doorway);
        server.registerProvider(new ReadProvider(ServiceRequest.class, callers, records));
        server.registerProvider(new ReadProvider(Communication.class, callers, records));
    }
}
