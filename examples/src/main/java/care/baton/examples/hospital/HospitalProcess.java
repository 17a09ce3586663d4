package care.baton.examples.hospital;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hospital's server as a process of its own, or any other FHIR R4 server in its place.
 *
 * <p>The process runs the current Java with the current class path, and ends when this one ends, however it ends.
 */
public final class HospitalProcess implements AutoCloseable {

    private static final List<String> FLAGS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dscheduling_disabled=true");
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final String baseUrl;
    private final @Nullable Process process;

    private HospitalProcess(String baseUrl, @Nullable Process process) {
        this.baseUrl = baseUrl;
        this.process = process;
    }

    /**
     * Uses a server that is already running; nothing is started and {@link #close} stops nothing.
     *
     * @param baseUrl that server's base URL
     * @return the hospital there
     */
    public static HospitalProcess at(String baseUrl) {
        return new HospitalProcess(Objects.requireNonNull(baseUrl, "baseUrl"), null);
    }

    /**
     * Starts the server and waits until it can be used.
     *
     * @param data the file that keeps its resources, without extension; log and start-up errors are written beside it
     * @param limit how long to wait at most, by this process's clock
     * @param waiting told about once a second how long it has been starting
     * @return the running server
     * @throws IOException when it ends or the limit passes before it is ready; the message names its log
     */
    public static HospitalProcess start(Path data, Duration limit, Consumer<Duration> waiting) throws IOException {
        Files.createDirectories(data.toAbsolutePath().normalize().getParent());
        Path errors = data.resolveSibling(data.getFileName() + ".err");
        Process process =
                new ProcessBuilder(command(data)).redirectError(errors.toFile()).start();
        CompletableFuture<String> ready = CompletableFuture.supplyAsync(() -> readyLine(process));
        try {
            return new HospitalProcess(await(ready, limit, waiting), process);
        } catch (TimeoutException late) {
            throw failed(process, "was not ready after " + limit.toSeconds() + " s", errors);
        } catch (ExecutionException ended) {
            throw failed(process, "ended before it was ready", errors);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(process, "was not waited for", errors);
        }
    }

    /**
     * Where clients find it.
     *
     * @return the base URL
     */
    public String baseUrl() {
        return baseUrl;
    }

    /**
     * The process that was started.
     *
     * @return its number, or 0 where the server was not started here
     */
    public long pid() {
        return process == null ? 0 : process.pid();
    }

    /** Stops the server if it was started here; what it keeps stays in its file. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String await(CompletableFuture<String> ready, Duration limit, Consumer<Duration> waiting)
            throws TimeoutException, ExecutionException, InterruptedException {
        for (Duration waited = Duration.ZERO; waited.compareTo(limit) < 0; waited = waited.plus(STEP)) {
            waiting.accept(waited);
            try {
                return ready.get(STEP.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                // told above, once more in the next round
            }
        }
        throw new TimeoutException();
    }

    private static String readyLine(Process process) {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(HospitalServer.READY)) {
                    return line.substring(HospitalServer.READY.length());
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        throw new IllegalStateException("ended");
    }

    private static IOException failed(Process process, String how, Path errors) {
        process.destroyForcibly();
        process.onExit().join();
        return new IOException("the hospital's server " + how + "; see " + errors + " and the log beside it");
    }

    private static List<String> command(Path data) throws IOException {
        Path arguments = data.resolveSibling(data.getFileName() + ".args");
        Files.writeString(arguments, "-cp " + quoted(classPath()) + System.lineSeparator());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("@" + arguments.toAbsolutePath());
        command.add(HospitalServer.class.getName());
        command.addAll(List.of("--port", "0", "--data", data.toAbsolutePath().toString()));
        command.addAll(List.of("--parent", Long.toString(ProcessHandle.current().pid())));
        return command;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Where this JVM has its classes from: the loader's own list under a build tool, else the class path. */
    private static String classPath() {
        if (HospitalProcess.class.getClassLoader() instanceof URLClassLoader loader) {
            List<String> places = new ArrayList<>();
            for (URL url : loader.getURLs()) {
                places.add(Path.of(URI.create(url.toString())).toString());
            }
            return String.join(File.pathSeparator, places);
        }
        return System.getProperty("java.class.path");
    }
}
