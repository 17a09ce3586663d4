package care.baton.fhir.server;

import ca.uhn.fhir.model.api.annotation.Description;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import care.baton.fhir.server.Reply.Why;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/**
 * What our Tasks point to and the desk lays out beside them: the request of our own, and the report that goes with an
 * offer. Each caller reads and finds its own.
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

    /**
     * The caller's own that bear an identifier: a Task names its report by nothing else.
     *
     * @param identifier the identifiers
     * @param after where the page before ended; only as a link of ours has it
     * @param count how many at most on a page; 0 to be told the total alone
     * @param request the request
     * @return one page
     */
    @Search
    public Bundle search(
            @Description("The business identifiers") @RequiredParam(name = "identifier") TokenOrListParam identifier,
            @Description("Where the page before ended; as a link of this server has it")
                    @OptionalParam(name = "_after")
                    @Nullable
                    StringParam after,
            @Count @Nullable Integer count,
            RequestDetails request) {
        if (!Doorway.isThrough(request)) {
            throw Outcomes.unsupported("doorway-missing");
        }
        TaskDesk desk = Doorway.desk(callers, request);
        Query query = Asking.query(desk.endpoint(), null, identifier, null, null, null, null);
        return Page.of(count, after).of(desk, records, type.getSimpleName(), query, request);
    }
}
