package care.baton.examples.hospital;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Stands between a client and a server, carries every request to the server, and never brings its answer back: whoever
 * asked does not know whether it was done.
 */
final class AnswerLost implements AutoCloseable {

    /** What the client of this JDK writes itself. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "host", "upgrade", "transfer-encoding", "accept-encoding");

    private final URI server;
    private final HttpServer proxy;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile int carried;

    private AnswerLost(URI server, HttpServer proxy) {
        this.server = server;
        this.proxy = proxy;
    }

    static AnswerLost before(URI server) throws IOException {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AnswerLost lost = new AnswerLost(server, proxy);
        proxy.createContext("/", lost::carry);
        proxy.start();
        return lost;
    }

    /** Where to send what shall be carried. */
    URI base() {
        return URI.create("http://" + proxy.getAddress().getAddress().getHostAddress() + ":"
                + proxy.getAddress().getPort() + server.getRawPath());
    }

    /** The HTTP status of what was carried last, 0 where nothing was. */
    int carried() {
        return carried;
    }

    private void carry(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                    .timeout(Duration.ofSeconds(60))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
            carried = answer.statusCode();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        proxy.stop(0);
    }
}
