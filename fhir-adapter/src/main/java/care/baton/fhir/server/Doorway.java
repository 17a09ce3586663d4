package care.baton.fhir.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import care.baton.fhir.RawDocument;
import care.baton.fhir.server.Reply.Why;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Stands before HAPI's parser: what is written to a Task of ours is read only from whoever is known, as JSON, and up to
 * the limit of that partner's desk. HAPI, and every other interceptor, sees the Task's type and id alone; the document
 * itself is read by the desk. Requests for anything else pass as they are.
 */
@Interceptor
public final class Doorway {

    private static final Set<String> JSON =
            Set.of("application/fhir+json", "application/json", "application/json+fhir");
    private static final Set<Integer> NOT_SERVED = Set.of(400, 404, 405, 406, 415, 501);
    private static final String DOCUMENT = Doorway.class.getName() + ".document";
    private static final String DESK = Doorway.class.getName() + ".desk";

    private final Callers callers;

    Doorway(Callers callers) {
        this.callers = Objects.requireNonNull(callers, "callers");
    }

    /**
     * Takes in the document of an update.
     *
     * @param request the request
     * @throws IOException if the connection breaks
     */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void takesIn(ServletRequestDetails request) throws IOException {
        if (request.getRequestType() != RequestTypeEnum.PUT || !"Task".equals(request.getResourceName())) {
            return;
        }
        TaskDesk desk = desk(callers, request);
        if (!isJson(request.getHeader("Content-Type")) || isPacked(request.getHeader("Content-Encoding"))) {
            throw Outcomes.unsupported("json-only");
        }
        int most = desk.limits().bytes();
        byte[] body;
        try (InputStream in = request.getServletRequest().getInputStream()) {
            body = in.readNBytes(most == Integer.MAX_VALUE ? most : most + 1);
        }
        if (body.length > most) {
            throw Outcomes.away(Why.TOO_LARGE, "too-large", "");
        }
        request.getUserData().put(DOCUMENT, new RawDocument(body));
        String id = request.getId() == null ? "" : request.getId().getIdPart();
        request.setRequestContents(
                ("{\"resourceType\":\"Task\",\"id\":\"" + (id.matches("[A-Za-z0-9.-]{1,64}") ? id : "") + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Says of the Tasks what HAPI does not see by itself: that an update names the version it was made from.
     *
     * @param statement what the server says of itself
     */
    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void says(IBaseConformance statement) {
        if (statement instanceof CapabilityStatement whole) {
            whole.getRest().stream()
                    .flatMap(rest -> rest.getResource().stream())
                    .filter(resource -> "Task".equals(resource.getType()))
                    .forEach(resource -> resource.setVersioning(ResourceVersionPolicy.VERSIONEDUPDATE)
                            .setReadHistory(false)
                            .setUpdateCreate(false));
        }
    }

    /**
     * Says in codes, for Task alone, what HAPI would say in its own words and with what was sent: that something is not
     * served, or that it failed. What is coded already, and what the host's own checks refuse, stays as it is.
     *
     * @param request the request
     * @param thrown why it comes to nothing
     * @return what is said in its stead; null where that stays
     */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException saysInstead(@Nullable RequestDetails request, Throwable thrown) {
        if (request == null || !"Task".equals(request.getResourceName())) {
            return null;
        }
        if (thrown instanceof DataFormatException) {
            return Outcomes.notServed(400);
        }
        if (!(thrown instanceof BaseServerResponseException said)) {
            return Outcomes.broken(thrown);
        }
        if (Outcomes.isCoded(said.getOperationOutcome())) {
            return null;
        }
        if (said instanceof InternalErrorException) {
            return Outcomes.broken(said);
        }
        return NOT_SERVED.contains(said.getStatusCode()) ? Outcomes.notServed(said.getStatusCode()) : null;
    }

    private static boolean isJson(String type) {
        return type != null && JSON.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isPacked(String encoding) {
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    /** What was taken in with this request. */
    static Optional<RawDocument> document(RequestDetails request) {
        return Optional.ofNullable(request.getUserData().get(DOCUMENT))
                .filter(RawDocument.class::isInstance)
                .map(RawDocument.class::cast);
    }

    /** Whose desk it is for: the host is asked once for each request. */
    static TaskDesk desk(Callers callers, RequestDetails request) {
        if (request.getUserData().get(DESK) instanceof TaskDesk known) {
            return known;
        }
        TaskDesk desk = host(() -> callers.of(request)).orElseThrow(Outcomes::unknownCaller);
        request.getUserData().put(DESK, desk);
        return desk;
    }

    /** What the host says, or that it could not; an answer that is absent is none. */
    static <T> T host(Supplier<T> asked) {
        try {
            return Objects.requireNonNull(asked.get(), "the host's answer");
        } catch (BaseServerResponseException own) {
            throw own;
        } catch (RuntimeException no) {
            throw Outcomes.broken(no);
        }
    }
}
