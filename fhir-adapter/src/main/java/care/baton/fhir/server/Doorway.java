package care.baton.fhir.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.util.UrlUtil;
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
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Stands before HAPI's parser. For what the desks serve, and for a type that the server does not serve at all, it asks
 * first who calls. What is to be answered in Turtle is turned away before anything is done. A search is looked through
 * before HAPI reads it. What is written to a Task of ours is read as JSON alone, and up to the limit of that partner's
 * desk: HAPI, and every other interceptor, sees the Task's type and id; the document itself is read by the desk.
 * Requests for anything else, and for what the server can do, pass as they are.
 */
@Interceptor
public final class Doorway {

    private static final Set<String> JSON =
            Set.of("application/fhir+json", "application/json", "application/json+fhir");
    private static final Set<String> FORM = Set.of("application/x-www-form-urlencoded");
    private static final String SEARCH = "_search";
    private static final int NOT_WRITTEN = 406;
    private static final Set<Integer> NOT_SERVED = Set.of(400, 404, 405, 406, 415, 501);
    private static final String DOCUMENT = Doorway.class.getName() + ".document";
    private static final String DESK = Doorway.class.getName() + ".desk";

    private static final String THROUGH = Doorway.class.getName() + ".through";

    private final Callers callers;

    Doorway(Callers callers) {
        this.callers = Objects.requireNonNull(callers, "callers");
    }

    /**
     * Lets in who is known, looks through a search, and takes in the document of an update.
     *
     * @param request the request
     * @throws IOException if the connection breaks
     */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void takesIn(ServletRequestDetails request) throws IOException {
        String type = request.getResourceName();
        if (!isAtTheDoor(request)) {
            return;
        }
        boolean written = isWritten(request);
        TaskDesk desk = desk(callers, request);
        if (!written) {
            throw Outcomes.notServed(NOT_WRITTEN);
        }
        if (!isServed(request, type)) {
            throw Outcomes.away(Why.NOT_THERE, "not-there", "");
        }
        request.getUserData().put(THROUGH, true);
        if (isSearch(request)) {
            if (request.getRequestType() == RequestTypeEnum.POST && !isOneOf(FORM, request.getHeader("Content-Type"))) {
                throw Outcomes.unsupported("form-only");
            }
            Searches.check(type, request.getParameters());
        } else if (type.equals("Task") && request.getRequestType() == RequestTypeEnum.PUT) {
            takesIn(request, desk);
        }
    }

    /** Whether it is to be answered in a form that this server writes; where it is not, that is said in JSON. */
    private static boolean isWritten(ServletRequestDetails request) {
        boolean written =
                RestfulServerUtils.determineResponseEncodingWithDefault(request).getEncoding() != EncodingEnum.RDF;
        if (!written) {
            request.addParameter("_format", new String[] {EncodingEnum.JSON.getFormatContentType()});
        }
        return written;
    }

    private static void takesIn(ServletRequestDetails request, TaskDesk desk) throws IOException {
        if (!isOneOf(JSON, request.getHeader("Content-Type")) || isPacked(request.getHeader("Content-Encoding"))) {
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

    /** Whether it asks for what the desks serve, or for a type that nobody does. */
    private static boolean isAtTheDoor(ServletRequestDetails request) {
        String type = request.getResourceName();
        return type != null && (isOurs(request, type) || !isServed(request, type));
    }

    /** Whether its parameters cannot be read, so that HAPI gave up on it before it knew what is asked for. */
    private static boolean isUnread(ServletRequestDetails request) {
        String path = Objects.requireNonNullElse(request.getServletRequest().getPathInfo(), "");
        return request.getResourceName() == null
                && Stream.of(path.split("/", 3)).skip(1).limit(1).anyMatch(type -> isOurs(request, type))
                && !hasParameters(request);
    }

    private static boolean hasParameters(ServletRequestDetails request) {
        try {
            UrlUtil.parseQueryStrings(request.getServletRequest().getQueryString());
            return request.getServletRequest().getParameterMap() != null;
        } catch (RuntimeException no) {
            return false;
        }
    }

    private static boolean isServed(ServletRequestDetails request, String type) {
        return request.getServer().getResourceBindings().stream()
                .anyMatch(binding -> binding.getResourceName().equals(type));
    }

    private static boolean isOurs(ServletRequestDetails request, String type) {
        return request.getServer().getResourceProviders().stream()
                .filter(provider -> provider instanceof TaskProvider || provider instanceof ReadProvider)
                .anyMatch(provider -> provider.getResourceType().getSimpleName().equals(type));
    }

    private static boolean isSearch(ServletRequestDetails request) {
        return SEARCH.equals(request.getOperation())
                || (request.getRequestType() == RequestTypeEnum.GET
                        && request.getId() == null
                        && request.getOperation() == null);
    }

    /** Whether a request has come by here. */
    static boolean isThrough(RequestDetails request) {
        return request.getUserData().containsKey(THROUGH);
    }

    /**
     * Says in codes, of what is asked at this door, what HAPI would say in its own words and with what was sent: that
     * something is not served, or that it failed. What is coded already, and what the host's own checks refuse, stays
     * as it is.
     *
     * @param request the request
     * @param thrown why it comes to nothing
     * @return what is said in its stead; null where that stays
     */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException saysInstead(@Nullable RequestDetails request, Throwable thrown) {
        if (!(request instanceof ServletRequestDetails asked)) {
            return null;
        }
        if (!(thrown instanceof BaseServerResponseException) && isUnread(asked)) {
            return toWhoIsKnown(asked, Outcomes.notServed(400));
        }
        if (!isAtTheDoor(asked)) {
            return null;
        }
        BaseServerResponseException instead = instead(thrown);
        return instead == null ? null : toWhoIsKnown(asked, instead);
    }

    private BaseServerResponseException toWhoIsKnown(ServletRequestDetails request, BaseServerResponseException said) {
        try {
            desk(callers, request);
            return said;
        } catch (BaseServerResponseException no) {
            return no;
        }
    }

    private static @Nullable BaseServerResponseException instead(Throwable thrown) {
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

    private static boolean isOneOf(Set<String> types, String type) {
        return type != null && types.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
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
