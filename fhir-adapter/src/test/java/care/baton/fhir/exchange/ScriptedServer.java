package care.baton.fhir.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server on a real socket that says exactly what it is told to, broken or not, and keeps what it was asked. */
final class ScriptedServer implements AutoCloseable {

    /** What was asked: the first line and the headers, and the body. */
    record Asked(String head, String body) {
        String line() {
            return head.substring(0, head.indexOf('\r'));
        }

        boolean says(String header) {
            return head.toLowerCase(Locale.ROOT).contains("\r\n" + header.toLowerCase(Locale.ROOT));
        }
    }

    /** The bytes of an answer; empty to hang up without one. */
    private final Function<Asked, byte[]> script;

    private final ServerSocket socket;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    ScriptedServer(Function<Asked, byte[]> script) {
        this.script = script;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread thread = new Thread(this::serve, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    List<Asked> asked() {
        return asked;
    }

    static byte[] answer(int status, String type, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\nConnection: close\r\n");
        head.append("Content-Type: ")
                .append(type)
                .append("\r\nContent-Length: ")
                .append(bytes.length)
                .append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] json(int status, String body, String... headers) {
        return answer(status, "application/fhir+json", body, headers);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket one = socket.accept()) {
                one.setSoTimeout(2_000);
                Asked request = read(one.getInputStream());
                asked.add(request);
                byte[] answer = script.apply(request);
                if (answer.length == 0) {
                    one.setSoLinger(true, 0);
                } else {
                    one.getOutputStream().write(answer);
                    one.getOutputStream().flush();
                }
            } catch (IOException | RuntimeException gone) {
                // The next one is served all the same.
            }
        }
    }

    private static Asked read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != 4) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("hung up");
            }
            head.write(c);
            boolean next = c == (last % 2 == 0 ? '\r' : '\n');
            last = next ? last + 1 : c == '\r' ? 1 : 0;
        }
        String text = head.toString(StandardCharsets.UTF_8);
        int length = 0;
        for (String line : text.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).trim());
            }
        }
        return new Asked(text, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
