package care.baton.examples.hospital;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A FHIR server of other making than HAPI's, as a child of this JVM that ends when it does: what lies under {@code
 * src/test/second-server}, with what it needs from the npm registry.
 */
final class SecondServer implements AutoCloseable {

    private static final Path SOURCE = Path.of("src", "test", "second-server");
    private static final Path PLACE = Path.of("target", "second-server");
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    private static final String NODE = "node";
    private static final String NPM = WINDOWS ? "npm.cmd" : "npm";

    private final Process process;
    private final String baseUrl;

    private SecondServer(Process process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /** What this machine lacks to run it, by the names of the commands. */
    static List<String> lacking() throws IOException {
        Files.createDirectories(PLACE);
        List<String> lacking = new ArrayList<>();
        for (String command : List.of(NODE, NPM)) {
            try {
                run(Path.of("."), PLACE.resolve("version.log"), command, "--version");
            } catch (IOException notThere) {
                lacking.add(command);
            }
        }
        return lacking;
    }

    /** Installs exactly what the lock file names, and starts the server on any free port. */
    static SecondServer start() throws IOException {
        Files.createDirectories(PLACE);
        for (String file : List.of("package.json", "package-lock.json", "server.mjs")) {
            Files.copy(SOURCE.resolve(file), PLACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(PLACE, PLACE.resolve("install.log"), NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Path errors = PLACE.resolve("server.err");
        Process process = new ProcessBuilder(NODE, "server.mjs")
                .directory(PLACE.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            String line =
                    CompletableFuture.supplyAsync(() -> firstLine(process)).get(60, TimeUnit.SECONDS);
            if (line.startsWith(HospitalServer.READY)) {
                return new SecondServer(process, line.substring(HospitalServer.READY.length()));
            }
        } catch (TimeoutException | ExecutionException notReady) {
            // told below, with where to look
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IOException("the second server was not ready; see " + errors);
    }

    String baseUrl() {
        return baseUrl;
    }

    /** Ends its input, and so the server. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String firstLine(Process process) {
        try {
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            String line = lines.readLine();
            return line == null ? "" : line;
        } catch (IOException ended) {
            return "";
        }
    }

    private static void run(Path directory, Path log, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", Arrays.asList(command)) + " did not do its work; see " + log);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            process.destroyForcibly();
        }
    }
}
