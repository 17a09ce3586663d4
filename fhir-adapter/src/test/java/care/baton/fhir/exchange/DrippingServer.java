package care.baton.fhir.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A server that is never silent for long and never done: it begins an answer, then says a little again and again, and
 * ends the answer properly only after very long.
 */
final class DrippingServer implements AutoCloseable {

    private static final int DRIPS = 5_000;
    private static final int APART = 4;

    private final ServerSocket socket;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String begin;
    private final String drip;
    private final String end;

    DrippingServer(String begin, String drip, String end) {
        this.begin = begin;
        this.drip = drip;
        this.end = end;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread thread = new Thread(this::serve, "dripping-server");
        thread.setDaemon(true);
        thread.start();
    }

    String origin() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket one = socket.accept()) {
                one.setTcpNoDelay(true);
                OutputStream out = one.getOutputStream();
                say(out, begin);
                for (int i = 0; i < DRIPS && !closed.await(APART, TimeUnit.MILLISECONDS); i++) {
                    say(out, drip);
                }
                say(out, end);
            } catch (IOException gone) {
                // The next one is served all the same.
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
