package care.baton.fhir.server;

import ca.uhn.fhir.model.api.annotation.Description;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import care.baton.fhir.R4;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.server.Reply.Turned;
import care.baton.fhir.server.Reply.Why;
import care.baton.party.OrganizationId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** The Tasks on the desks of our partners, for a RestfulServer: each caller reads, searches and answers its own. */
public final class TaskProvider implements IResourceProvider {

    /** How often an answer is decided again where the record has changed meanwhile and the Task has not. */
    private static final int MOST = 5;

    private final Callers callers;
    private final Records records;

    TaskProvider(Callers callers, Records records) {
        this.callers = Objects.requireNonNull(callers, "callers");
        this.records = Objects.requireNonNull(records, "records");
    }

    @Override
    public Class<Task> getResourceType() {
        return Task.class;
    }

    /**
     * One Task, as it stands now.
     *
     * @param id which one
     * @param request the request
     * @return the Task
     */
    @Read
    public Task read(@IdParam IdType id, RequestDetails request) {
        TaskDesk desk = Doorway.desk(callers, request);
        return Doorway.host(() -> records.holding(partner(desk), "Task", id.getIdPart()))
                .flatMap(folder -> desk.shown(folder.links(), "Task", id.getIdPart()))
                .map(TaskProvider::task)
                .orElseThrow(() -> Outcomes.away(Why.NOT_THERE, "not-there", "Task"));
    }

    /**
     * The caller's Tasks that answer what is asked, those first that were last updated first.
     *
     * @param ids the ids
     * @param identifier the identifiers
     * @param owner who is asked
     * @param requester who asks
     * @param status the statuses
     * @param updated when it was last updated
     * @param after where the page before ended; only as a link of ours has it
     * @param sort the order; only that in which they come anyway
     * @param count how many at most on a page; 0 to be told the total alone
     * @param request the request
     * @return one page
     */
    @Search
    public Bundle search(
            @Description("The ids") @OptionalParam(name = "_id") @Nullable TokenOrListParam ids,
            @Description("The business identifiers") @OptionalParam(name = "identifier") @Nullable
                    TokenOrListParam identifier,
            @Description("Who is asked") @OptionalParam(name = "owner") @Nullable ReferenceParam owner,
            @Description("Who asks") @OptionalParam(name = "requester") @Nullable ReferenceParam requester,
            @Description("Where it stands") @OptionalParam(name = "status") @Nullable TokenOrListParam status,
            @Description("When it was last updated") @OptionalParam(name = "_lastUpdated") @Nullable
                    DateRangeParam updated,
            @Description("Where the page before ended; as a link of this server has it")
                    @OptionalParam(name = "_after")
                    @Nullable
                    StringParam after,
            @Sort @Nullable SortSpec sort,
            @Count @Nullable Integer count,
            RequestDetails request) {
        if (!Doorway.isThrough(request)) {
            throw Outcomes.unsupported("doorway-missing");
        }
        TaskDesk desk = Doorway.desk(callers, request);
        Query query = Asking.query(desk.endpoint(), ids, identifier, owner, requester, status, updated);
        return Page.of(count, after).of(desk, records, "Task", query, request);
    }

    /**
     * Answers a Task of ours. If-Match names the version that was read; without it nothing is written.
     *
     * @param id which one
     * @param unread the Task's type and id: the document itself is {@link Doorway}'s
     * @param request the request
     * @return the Task as it stands then
     */
    @Update
    public MethodOutcome update(@IdParam IdType id, @ResourceParam Task unread, RequestDetails request) {
        TaskDesk desk = Doorway.desk(callers, request);
        Edit edit = Doorway.document(request)
                .map(document -> new Edit(id.getIdPart(), version(request), document))
                .orElseThrow(() -> Outcomes.unsupported("doorway-missing"));
        for (int turn = 0; turn < MOST; turn++) {
            Optional<Folder> folder = Doorway.host(() -> records.holding(partner(desk), "Task", edit.id()));
            if (folder.isEmpty()) {
                throw Outcomes.away(Why.NOT_THERE, "not-there", "Task");
            }
            Folder before = folder.get();
            Reply reply = desk.answer(
                    before.record(), before.links(), edit, Doorway.host(records::salt), Doorway.host(records::now));
            if (reply instanceof Turned turned) {
                throw Outcomes.of(turned);
            }
            if (reply instanceof Reply.Unchanged same) {
                return outcome(same.task());
            }
            if (reply instanceof Reply.Stored stored && Doorway.host(() -> records.store(before, stored.after()))) {
                return outcome(stored.task());
            }
        }
        throw Outcomes.busy();
    }

    /** One version, named whole: any or a choice of them is none. */
    private static Optional<String> version(RequestDetails request) {
        List<String> named = request.getHeaders("If-Match");
        return named != null && named.size() == 1 ? Edit.named(named.get(0)) : Optional.empty();
    }

    private static MethodOutcome outcome(Found found) {
        return new MethodOutcome()
                .setCreated(false)
                .setId(new IdType("Task", found.id(), found.version()))
                .setResource(task(found));
    }

    static Task task(Found found) {
        return stored(found, Task.class);
    }

    /** What the host has stored, or that it cannot be read. */
    static <T extends IBaseResource> T stored(Found found, Class<T> type) {
        return R4.parse(found.json(), type)
                .value()
                .orElseThrow(() -> Outcomes.broken(new IllegalStateException("stored: not to be read")));
    }

    private static OrganizationId partner(TaskDesk desk) {
        return desk.endpoint().partner().organization();
    }
}
