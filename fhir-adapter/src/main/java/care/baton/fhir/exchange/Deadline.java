package care.baton.fhir.exchange;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.methods.HttpRequestBase;

/** Ends a request that takes too long as a whole, whatever it is waiting for: no single part of it need be slow. */
final class Deadline implements AutoCloseable {

    private final Duration whole;
    private final ScheduledThreadPoolExecutor timer;

    /** With the longest that one request may take, from its first byte to the last of its answer. */
    Deadline(Duration whole) {
        this.whole = whole;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "baton-wire-deadline");
            thread.setDaemon(true);
            return thread;
        });
        this.timer.setRemoveOnCancelPolicy(true);
    }

    /** Cancel it once the answer is there. */
    Future<?> on(HttpRequestBase request) {
        return timer.schedule(request::abort, whole.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
