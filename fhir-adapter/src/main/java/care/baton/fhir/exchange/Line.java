package care.baton.fhir.exchange;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.client.apache.ApacheHttpRequest;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.IHttpClient;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.R4;
import care.baton.outcome.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;

/** The connection to one origin. Nothing leaves for any other, and nothing is followed or repeated by itself. */
final class Line implements AutoCloseable {

    private static final String JSON = "application/fhir+json";
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,16384}");
    private static final String PLAIN = "identity";
    private static final Code PACKED = Code.of("answer-packed");
    private static final int WHOLE = 10;
    private static final int CHUNK = 8192;
    private static final MessageConstraints HEADERS = MessageConstraints.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16_384)
            .build();

    /** Why an answer that is whole is not taken in: it is more than we read. */
    private static final Set<Code> BEYOND = Set.of(
            Code.of("too-deep"), Code.of("too-many-entries"), Code.of("too-many-values"), Code.of("string-too-long"));

    private final URI origin;
    private final String base;
    private final Limits limits;
    private final Supplier<Optional<String>> token;
    private final CloseableHttpClient http;
    private final ApacheRestfulClientFactory factory;
    private final Deadline deadline;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** With what else there is to set about the way to the server. */
    Line(
            URI origin,
            Limits limits,
            Duration patience,
            Supplier<Optional<String>> token,
            UnaryOperator<HttpClientBuilder> way) {
        this.origin = origin;
        this.limits = limits;
        this.token = token;
        String address = origin.toString();
        this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        int milliseconds = Math.toIntExact(patience.toMillis());
        this.http = way.apply(HttpClients.custom())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setMessageConstraints(HEADERS).build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(milliseconds)
                        .setSocketTimeout(milliseconds)
                        .setConnectionRequestTimeout(milliseconds)
                        .build())
                .build();
        this.factory = new ApacheRestfulClientFactory(R4.context());
        this.factory.setHttpClient(http);
        this.deadline = new Deadline(patience.multipliedBy(WHOLE));
    }

    Raw get(String path) {
        return send(path, RequestTypeEnum.GET, "", "", "");
    }

    Raw post(String path, String body, String ifNoneExist) {
        return send(path, RequestTypeEnum.POST, body, "If-None-Exist", ifNoneExist);
    }

    Raw put(String path, String body, String version) {
        return send(path, RequestTypeEnum.PUT, body, "If-Match", "W/\"" + version + "\"");
    }

    /** The part of an address after our base; empty when it leads anywhere else. */
    Optional<String> within(String address) {
        try {
            String whole = new URI(base + "/").resolve(new URI(address)).toString();
            boolean ours = whole.startsWith(base + "/") || whole.startsWith(base + "?");
            return ours && Origin.same(origin, whole) ? Optional.of(whole.substring(base.length())) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private Raw send(String path, RequestTypeEnum method, String body, String condition, String value) {
        String address = base + path;
        if (!Origin.same(origin, address)) {
            return Raw.nothing("leaves-the-origin");
        }
        if (closed.get()) {
            return Raw.unsent("wire-closed");
        }
        Optional<String> bearer;
        try {
            bearer = Objects.requireNonNull(token.get());
        } catch (RuntimeException notGiven) {
            return Raw.unsent("token-not-available");
        }
        if (bearer.filter(t -> !TOKEN.matcher(t).matches()).isPresent()) {
            return Raw.unsent("token-malformed");
        }
        try {
            IHttpClient client = factory.getHttpClient(new StringBuilder(address), null, null, method, List.of());
            IHttpRequest request = body.isEmpty()
                    ? client.createGetRequest(R4.context(), EncodingEnum.JSON)
                    : client.createByteRequest(R4.context(), body, JSON, EncodingEnum.JSON);
            request.addHeader("Accept", JSON);
            request.removeHeaders("Accept-Encoding");
            request.addHeader("Accept-Encoding", PLAIN);
            request.addHeader("Prefer", "return=representation");
            if (!condition.isEmpty()) {
                request.addHeader(condition, value);
            }
            if (body.isEmpty()) {
                request.addHeader("Cache-Control", "no-cache");
            }
            bearer.ifPresent(t -> request.addHeader("Authorization", "Bearer " + t));
            return execute((ApacheHttpRequest) request);
        } catch (IOException | RuntimeException | StackOverflowError noAnswer) {
            return Raw.nothing();
        }
    }

    private Raw execute(ApacheHttpRequest request) throws IOException {
        Future<?> end = deadline.on(request.getApacheRequest());
        try {
            return answer(request.execute());
        } finally {
            end.cancel(false);
        }
    }

    /** The connection is closed, not the stream: closing a stream that has not ended would read all the rest of it. */
    private Raw answer(IHttpResponse response) throws IOException {
        try {
            if (isPacked(response)) {
                int status = response.getStatus() < 300 ? -1 : response.getStatus();
                return new Raw(status, Optional.empty(), RetryAfter.of(response), Optional.of(PACKED), 0);
            }
            InputStream entity = response.readEntity();
            byte[] body = entity == null ? new byte[0] : body(entity);
            if (body.length > limits.bytes()) {
                return Raw.nothing("too-large");
            }
            Optional<Mapped<FhirJson>> read =
                    isJson(response) ? Optional.of(FhirJson.read(body, limits)) : Optional.empty();
            Optional<FhirJson> json = read.flatMap(Mapped::value);
            Optional<Code> reason = read.stream()
                    .flatMap(mapped -> mapped.issues().stream())
                    .map(MappingIssue::code)
                    .filter(BEYOND::contains)
                    .findFirst();
            return new Raw(response.getStatus(), json, RetryAfter.of(response), reason, body.length);
        } finally {
            response.close();
        }
    }

    /** How much a packed answer becomes, and how long that takes, only unpacking it tells: nothing is unpacked here. */
    private static boolean isPacked(IHttpResponse response) {
        List<String> ways = response.getHeaders("Content-Encoding");
        return ways != null
                && ways.stream()
                        .map(way -> way.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(way -> !way.isEmpty() && !way.equals(PLAIN));
    }

    private static boolean isJson(IHttpResponse response) {
        String type = response.getMimeType();
        return type == null || type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** At most one byte more than is taken in. */
    private byte[] body(InputStream entity) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (out.size() <= limits.bytes()) {
            int read = entity.read(chunk, 0, Math.min(CHUNK, limits.bytes() + 1 - out.size()));
            if (read < 0) {
                break;
            }
            out.write(chunk, 0, read);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        closed.set(true);
        deadline.close();
        try {
            http.close();
        } catch (IOException closing) {
            // Nothing is owed on a connection that is being let go.
        }
    }
}
