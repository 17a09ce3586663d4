package care.baton.fhir.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import care.baton.fhir.server.Reply.Why;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;

/**
 * What our Tasks point to and the desk lays out beside them: the request of our own, and the report that goes with an
 * offer. Each caller reads its own.
 */
public final class ReadProvider implements IResourceProvider {

    private final Class<? extends IBaseResource> type;
    private final Callers callers;
    private final Records records;

    ReadProvider(Class<? extends IBaseResource> type, Callers callers, Records records) {
        this.type = Objects.requireNonNull(type, "type");
        this.callers = Objects.requireNonNull(callers, "callers");
        this.records = Objects.requireNonNull(records, "records");
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return type;
    }

    /**
     * One resource, as it stands now.
     *
     * @param id which one
     * @param request the request
     * @return the resource
     */
    @Read
    public IBaseResource read(@IdParam IdType id, RequestDetails request) {
        TaskDesk desk = Doorway.desk(callers, request);
        String name = type.getSimpleName();
        return Doorway.host(() -> records.holding(desk.endpoint().partner().organization(), name, id.getIdPart()))
                .flatMap(folder -> desk.shown(folder.links(), name, id.getIdPart()))
                .<IBaseResource>map(found -> TaskProvider.stored(found, type))
                .orElseThrow(() -> Outcomes.away(Why.NOT_THERE, "not-there", name));
    }
}
