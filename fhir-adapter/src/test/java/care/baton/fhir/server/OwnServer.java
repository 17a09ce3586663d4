package care.baton.fhir.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.RestfulServer;
import care.baton.fhir.Limits;
import care.baton.party.OrganizationId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A vendor's own server over HTTP, with the desks mounted in it. Whoever calls says so by a token; a host checks it. */
final class OwnServer implements AutoCloseable {

    static final FhirContext R4 = FhirContext.forR4Cached();
    private static final Map<String, OrganizationId> TOKENS =
            Map.of("Bearer care", Ward.CARE, "Bearer other", Ward.OTHER, "Bearer ward", Ward.US);

    private final Server jetty = new Server();
    final Ward ward;
    final String base;

    OwnServer(Ward ward, Limits limits) throws Exception {
        this(ward, callers(ward, limits), ward);
    }

    OwnServer(Ward ward, Callers callers, Records records) throws Exception {
        this.ward = ward;
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        // <mounting>
        RestfulServer server = new RestfulServer(FhirContext.forR4Cached());
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        Mounted mounted = new Mounted(callers, records);
        mounted.tasks(server);
        mounted.whatTheyPointTo(server);
        // </mounting>
        ServletContextHandler servlets = new ServletContextHandler("/");
        servlets.addServlet(new ServletHolder(server), "/fhir/*");
        jetty.setHandler(servlets);
        jetty.start();
        this.base = "http://127.0.0.1:" + connector.getLocalPort() + "/fhir";
        ward.base = URI.create(base);
    }

    static Callers callers(Ward ward, Limits limits) {
        return request -> Optional.ofNullable(request.getHeader("Authorization"))
                .map(TOKENS::get)
                .filter(partner -> !partner.equals(Ward.US))
                .map(partner -> ward.desk(partner, limits));
    }

    /** A partner's system: a plain client that knows nothing of Baton. */
    IGenericClient ehr(String token) {
        IGenericClient client = client();
        client.registerInterceptor(new BearerTokenAuthInterceptor(token));
        return client;
    }

    IGenericClient client() {
        R4.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        return R4.newRestfulGenericClient(base);
    }

    /** One request as it goes over the line. */
    HttpResponse<String> put(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).PUT(BodyPublishers.ofString(body));
        return sent(request.headers(headers));
    }

    HttpResponse<String> put(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).PUT(BodyPublishers.ofByteArray(body));
        return sent(request.headers(headers));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, BodyPublishers.ofString(body));
        return sent(headers.length > 0 ? request.headers(headers) : request);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request);
    }

    /** Each on a connection of its own: the server ends one when it says no before it has read all that is sent. */
    private static HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the server did not stop", failed);
        }
    }
}
