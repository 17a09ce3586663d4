package care.baton.fhir.exchange;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.IHttpClient;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Limits;
import care.baton.fhir.R4;
import care.baton.fhir.exchange.Response.Found;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/**
 * Sends one request to the partner's server and gives back what came of it, always as a value. It follows no redirect,
 * repeats nothing by itself, speaks to no other origin, and takes in no more than the limits allow before anything is
 * parsed. Safe for use by several threads.
 */
public final class Wire implements AutoCloseable {

    private static final String JSON = "application/fhir+json";
    private static final int PAGES = 100;

    private final Endpoint endpoint;
    private final Limits limits;
    private final String base;
    private final CloseableHttpClient http;
    private final ApacheRestfulClientFactory factory;

    /**
     * A wire to one partner's server.
     *
     * @param endpoint the server
     * @param limits how much is taken in at once
     * @param patience how long to wait for a connection, and for each part of an answer
     */
    public Wire(Endpoint endpoint, Limits limits, Duration patience) {
        this.endpoint = endpoint;
        this.limits = limits;
        String address = endpoint.base().toString();
        this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        int milliseconds = Math.toIntExact(patience.toMillis());
        this.http = HttpClients.custom()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(milliseconds)
                        .setSocketTimeout(milliseconds)
                        .setConnectionRequestTimeout(milliseconds)
                        .build())
                .build();
        this.factory = new ApacheRestfulClientFactory(R4.context());
        this.factory.setHttpClient(http);
    }

    /**
     * Sends one request.
     *
     * @param request what to ask
     * @return what came of it
     */
    public Response perform(Request request) {
        if (request instanceof Request.Create r) {
            return create(r);
        }
        if (request instanceof Request.Update r) {
            return update(r);
        }
        if (request instanceof Request.Read r) {
            Raw raw = send("/" + r.key().type() + "/" + r.id(), RequestTypeEnum.GET, "", "", "");
            return one(r.key(), r.number(), raw);
        }
        if (request instanceof Request.Find r) {
            return found(r.key(), r.number(), search(query(r.key())));
        }
        if (request instanceof Request.Poll r) {
            String since = r.since().map(s -> "&_lastUpdated=ge" + encode(s)).orElse("");
            return search("/Task?owner=" + encode(endpoint.ownReference()) + since + "&_sort=_lastUpdated&_count=50");
        }
        Request.Listen listen = (Request.Listen) request;
        List<String> ids = listen.questions().stream()
                .map(id -> "CommunicationRequest/" + id)
                .toList();
        return search("/Communication?based-on=" + encode(String.join(",", ids)) + "&_count=50");
    }

    private Response create(Request.Create r) {
        Raw raw = send("/" + r.key().type(), RequestTypeEnum.POST, r.body().text(), "", identifier(r.key()));
        if (raw.status == 409 || raw.status == 412) {
            return found(r.key(), r.number(), search(query(r.key())));
        }
        return one(r.key(), r.number(), raw);
    }

    private Response update(Request.Update r) {
        String path = "/" + r.key().type() + "/" + r.id();
        Raw raw = send(path, RequestTypeEnum.PUT, r.body().text(), "W/\"" + r.version() + "\"", "");
        if (raw.status == 201) {
            return new Response.Unknown(Optional.of(r.key()), r.number());
        }
        return one(r.key(), r.number(), raw);
    }

    private static String identifier(LinkKey key) {
        return "identifier=" + encode(FhirSystems.IDENTIFIERS + "|" + key.identifier());
    }

    private static String query(LinkKey key) {
        return "/" + key.type() + "?" + identifier(key) + "&_sort=_lastUpdated&_count=10";
    }

    /** What is known of a write or a read of one resource. */
    private Response one(LinkKey key, long number, Raw raw) {
        Optional<LinkKey> known = Optional.of(key);
        if (raw.status == 409 || raw.status == 412) {
            return new Response.Conflict(key, number);
        }
        if (raw.status == 404 || raw.status == 410) {
            return new Response.Absent(key, number);
        }
        if (raw.status >= 300 || raw.status < 0) {
            return fault(known, number, raw);
        }
        Optional<Found> found = resource(raw.json());
        if (found.isEmpty()) {
            return new Response.Unknown(known, number);
        }
        return found.get().type().equals(key.type())
                ? new Response.Stands(key, number, found.get())
                : new Response.Rejected(known, number, Code.of("other-resource"));
    }

    private Response found(LinkKey key, long number, Response search) {
        if (search instanceof Response.Page page) {
            return page.resources().isEmpty()
                    ? new Response.Absent(key, number)
                    : new Response.Stands(key, number, page.resources().get(0));
        }
        return new Response.Unknown(Optional.of(key), number);
    }

    private static Response fault(Optional<LinkKey> key, long number, Raw raw) {
        if (raw.status < 0) {
            return raw.reason
                    .<Response>map(reason -> new Response.Rejected(key, number, reason))
                    .orElseGet(() -> new Response.Unknown(key, number));
        }
        boolean unknown = raw.status >= 500 && raw.status != 503 && raw.status != 501;
        return unknown ? new Response.Unknown(key, number) : new Response.Refused(key, number, raw.status, raw.after);
    }

    /** All pages of a search; each next address is held to the origin. */
    private Response search(String path) {
        List<Found> all = new ArrayList<>();
        Optional<String> until = Optional.empty();
        Optional<String> next = Optional.of(path);
        for (int page = 0; next.isPresent() && page < PAGES; page++) {
            Raw raw = send(next.get(), RequestTypeEnum.GET, "", "", "");
            if (raw.status != 200) {
                return fault(Optional.empty(), 0, raw);
            }
            Optional<FhirJson> bundle = raw.json();
            if (bundle.isEmpty()) {
                return new Response.Rejected(Optional.empty(), 0, Code.of("not-a-bundle"));
            }
            JsonNode tree = bundle.get().tree();
            String stamp = tree.path("meta").path("lastUpdated").asText("");
            until = until.isPresent() || stamp.isEmpty() ? until : Optional.of(stamp);
            for (JsonNode entry : tree.path("entry")) {
                if (entry.path("resource") instanceof ObjectNode resource) {
                    resource(Optional.of(FhirJson.of(resource)))
                            .filter(f -> all.stream().noneMatch(f::equals))
                            .ifPresent(all::add);
                }
            }
            Optional<String> link = next(tree);
            next = link.flatMap(this::within);
            if (link.isPresent() && next.isEmpty()) {
                return new Response.Rejected(Optional.empty(), 0, Code.of("leaves-the-origin"));
            }
        }
        return new Response.Page(all, until);
    }

    private static Optional<String> next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText("").equals("next")) {
                return Optional.of(link.path("url").asText(""));
            }
        }
        return Optional.empty();
    }

    /** The part of an address after our base; empty when it leads anywhere else. */
    private Optional<String> within(String address) {
        boolean ours = address.startsWith(base + "/") || address.startsWith(base + "?");
        boolean plain = ours && Origin.same(endpoint.base(), address);
        return plain ? Optional.of(address.substring(base.length())) : Optional.empty();
    }

    private static Optional<Found> resource(Optional<FhirJson> json) {
        return json.flatMap(document -> {
            JsonNode tree = document.tree();
            String id = tree.path("id").asText("");
            String version = tree.path("meta").path("versionId").asText("");
            return document.resourceType()
                    .filter(type -> !id.isEmpty() && !version.isEmpty())
                    .map(type -> new Found(type, id, version, document));
        });
    }

    private record Raw(int status, Optional<FhirJson> json, Optional<Duration> after, Optional<Code> reason) {}

    private Raw nothing(Optional<Code> reason) {
        return new Raw(-1, Optional.empty(), Optional.empty(), reason);
    }

    private Raw send(String path, RequestTypeEnum method, String body, String ifMatch, String ifNoneExist) {
        String address = base + path;
        if (!Origin.same(endpoint.base(), address)) {
            return nothing(Optional.of(Code.of("leaves-the-origin")));
        }
        IHttpClient client = factory.getHttpClient(new StringBuilder(address), null, null, method, List.of());
        IHttpRequest request = body.isEmpty()
                ? client.createGetRequest(R4.context(), EncodingEnum.JSON)
                : client.createByteRequest(R4.context(), body, JSON, EncodingEnum.JSON);
        request.addHeader("Accept", JSON);
        request.addHeader("Prefer", "return=representation");
        if (!ifMatch.isEmpty()) {
            request.addHeader("If-Match", ifMatch);
        }
        if (!ifNoneExist.isEmpty()) {
            request.addHeader("If-None-Exist", ifNoneExist);
        }
        return send(request);
    }

    private Raw send(IHttpRequest request) {
        try {
            IHttpResponse response = request.execute();
            try (InputStream entity = response.readEntity()) {
                int most = limits.bytes();
                byte[] body = entity == null ? new byte[0] : entity.readNBytes(most + 1);
                return body.length > most
                        ? nothing(Optional.of(Code.of("too-large")))
                        : new Raw(
                                response.getStatus(),
                                FhirJson.read(body, limits).value(),
                                RetryAfter.of(response),
                                Optional.empty());
            } finally {
                response.close();
            }
        } catch (IOException noAnswer) {
            return nothing(Optional.empty());
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Lets the connections go. */
    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException closing) {
            // Nothing is owed on a connection that is being let go.
        }
    }
}
