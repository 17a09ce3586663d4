package care.baton.fhir.exchange;

import care.baton.fhir.exchange.HonestServer.Asked;
import care.baton.fhir.exchange.HonestServer.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.http.HttpHost;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;

/**
 * What lies between an HTTP client and a server: bytes on a connection that lives in memory, in one thread, so that the
 * same seed loses the same bytes. The client is the real one.
 */
final class Cable implements ConnectionSocketFactory {

    private final HonestServer server;

    /** What goes wrong with the next exchange. */
    private final Function<Asked, Fault> weather;

    /** What is still on its way to the server: held up, or a second copy. Nobody waits for its answer. */
    final List<Asked> strays = new ArrayList<>();

    Cable(HonestServer server, Function<Asked, Fault> weather) {
        this.server = server;
        this.weather = weather;
    }

    HttpClientBuilder on(HttpClientBuilder client) {
        return client.setConnectionManager(new PoolingHttpClientConnectionManager(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", this)
                        .build(),
                host -> new InetAddress[] {InetAddress.getLoopbackAddress()}));
    }

    /** One of those that were held up arrives. */
    void arrives(int which) {
        server.answer(strays.remove(which));
    }

    @Override
    public Socket createSocket(HttpContext context) {
        return new End();
    }

    @Override
    public Socket connectSocket(
            int timeout,
            Socket socket,
            HttpHost host,
            InetSocketAddress remote,
            InetSocketAddress local,
            HttpContext context) {
        return socket;
    }

    private byte[] exchange(Asked asked) throws IOException {
        Fault fault = weather.apply(asked);
        Reply reply = fault.arrives() ? server.answer(asked) : HonestServer.outcome(500);
        if (fault == Fault.TWICE) {
            reply = server.answer(asked);
        }
        if (fault == Fault.COPY_LATER || fault == Fault.LATE) {
            strays.add(asked);
        }
        if (fault.cutsOff()) {
            throw new SocketException("reset");
        }
        return switch (fault) {
            case CONFLICT_409 -> bytes(HonestServer.outcome(409), "");
            case CONFLICT_412 -> bytes(HonestServer.outcome(412), "");
            case TOO_MANY -> bytes(HonestServer.outcome(429), "Retry-After: 30\r\n");
            case FAILS, FAILS_AFTER -> bytes(HonestServer.outcome(500), "");
            case BAD_GATEWAY_AFTER -> bytes(new Reply(502, "<html>bad gateway</html>"), "");
            case UNAVAILABLE -> bytes(HonestServer.outcome(503), "Retry-After: 120\r\n");
            case UNAVAILABLE_AFTER -> bytes(HonestServer.outcome(503), "");
            case TIMEOUT_AFTER -> bytes(HonestServer.outcome(504), "");
            case HALF -> half(bytes(reply, ""), reply.body().length() / 2);
            case PAGE -> bytes(new Reply(200, "<html>sign in</html>"), "");
            case BARE -> bytes(new Reply(reply.status(), ""), "");
            default -> bytes(reply, "");
        };
    }

    private static byte[] half(byte[] whole, int without) {
        return Arrays.copyOf(whole, whole.length - without);
    }

    private static byte[] bytes(Reply reply, String headers) {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        String type = reply.body().startsWith("<") ? "text/html" : "application/fhir+json";
        String head = "HTTP/1.1 " + reply.status() + " Said\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.length + "\r\n" + headers + "\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static Asked parse(byte[] bytes) throws IOException {
        String whole = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = whole.indexOf("\r\n\r\n");
        String[] lines = whole.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] pair = lines[i].split(":", 2);
            headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (bytes.length != end + 4 + length) {
            throw new IOException("not one whole request");
        }
        String[] first = lines[0].split(" ", 3);
        return new Asked(first[0], first[1], headers, new String(bytes, end + 4, length, StandardCharsets.UTF_8));
    }

    /** The client's end of one connection: what it has written is answered when it reads. */
    private final class End extends Socket {

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private InputStream answer = new ByteArrayInputStream(new byte[0]);
        private boolean broken;
        private boolean closed;

        private int read(byte[] into, int from, int length) throws IOException {
            if (answer.available() == 0 && written.size() > 0) {
                byte[] asked = written.toByteArray();
                written.reset();
                byte[] bytes = exchange(parse(asked));
                int head = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
                String text = new String(bytes, 0, head, StandardCharsets.ISO_8859_1);
                int said = Integer.parseInt(text.replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1"));
                broken = bytes.length < head + said;
                answer = new ByteArrayInputStream(bytes);
            }
            if (answer.available() == 0) {
                if (broken) {
                    return -1;
                }
                throw new SocketTimeoutException("nothing to read");
            }
            return answer.read(into, from, length);
        }

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return End.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    return End.this.read(into, from, length);
                }
            };
        }

        @Override
        public OutputStream getOutputStream() {
            return written;
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public void shutdownOutput() {
            closed = true;
        }

        @Override
        public void shutdownInput() {
            closed = true;
        }

        @Override
        public void setSoTimeout(int milliseconds) {}

        @Override
        public int getSoTimeout() {
            return 0;
        }

        @Override
        public void setTcpNoDelay(boolean on) {}

        @Override
        public void setSoLinger(boolean on, int seconds) {}

        @Override
        public void setKeepAlive(boolean on) {}

        @Override
        public void setReuseAddress(boolean on) {}

        @Override
        public InetAddress getInetAddress() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public int getPort() {
            return 80;
        }
    }
}
