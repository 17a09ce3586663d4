package care.baton.examples.hospital;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.Driver;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.PropertiesPropertySource;

/**
 * The hospital's FHIR R4 server, keeping its resources in one file.
 *
 * <p>It listens on the loopback address only, has no log-in, and is for examples and tests: never for real people's
 * data. {@link HospitalProcess} starts it as a process of its own.
 */
public final class HospitalServer implements AutoCloseable {

    /** What stands before the base URL on the one line that says the server is ready. */
    static final String READY = "ready: ";

    private static final int LAST_MOMENT = 8;
    private static final String OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";

    private final AnnotationConfigApplicationContext spring;
    private final Server jetty;
    private final String baseUrl;

    private HospitalServer(AnnotationConfigApplicationContext spring, Server jetty, String baseUrl) {
        this.spring = spring;
        this.jetty = jetty;
        this.baseUrl = baseUrl;
    }

    /**
     * Runs the server until the process that started it ends: {@code --port N} (0 takes any free port), {@code --data
     * FILE}, {@code --parent PID}.
     *
     * <p>Prints one line with the base URL when it is ready, and nothing else. It ends when its standard input ends or
     * when the process {@code PID} does, whichever comes first.
     *
     * @param arguments the three options, each followed by its value
     * @throws IOException when the port is taken or the file cannot be opened
     */
    public static void main(String... arguments) throws IOException {
        Options options = Options.read(arguments);
        HospitalLog.toFile(options.log());
        AtomicReference<@Nullable HospitalServer> running = new AtomicReference<>();
        endWith(options.parent(), running);
        try {
            HospitalServer server = start(options.data(), options.port());
            running.set(server);
            System.out.println(READY + server.baseUrl());
        } catch (IOException | RuntimeException failed) {
            LoggerFactory.getLogger(HospitalServer.class).error("the hospital's server did not start", failed);
            Runtime.getRuntime().halt(1);
        }
    }

    /**
     * Starts the server in this JVM.
     *
     * @param data the file that keeps the resources, without H2's extension; made when absent
     * @param port the port on the loopback address, 0 for any free one
     * @return the running server
     * @throws IOException when the file cannot be opened or the port is taken
     */
    static HospitalServer start(Path data, int port) throws IOException {
        String records = "jdbc:h2:file:" + data.toAbsolutePath() + OPTIONS;
        canBeOpened(records);
        AnnotationConfigApplicationContext spring = context(records);
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        jetty.addConnector(connector);
        ServletContextHandler servlets = new ServletContextHandler("/");
        servlets.addServlet(new ServletHolder(new Endpoint(spring)), "/fhir/*");
        jetty.setHandler(servlets);
        try {
            jetty.start();
        } catch (Exception failed) {
            spring.close();
            throw new IOException("the hospital's server could not listen on port " + port, failed);
        }
        return new HospitalServer(spring, jetty, "http://127.0.0.1:" + connector.getLocalPort() + "/fhir");
    }

    /** A file that is none of ours is told at once, and not when all else has been put together. */
    private static void canBeOpened(String records) throws IOException {
        Properties who = new Properties();
        who.setProperty("user", "sa");
        who.setProperty("password", "");
        try {
            new Driver().connect(records, who).close();
        } catch (SQLException no) {
            throw new IOException("the hospital's records could not be opened", no);
        }
    }

    private static AnnotationConfigApplicationContext context(String records) {
        AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
        DefaultListableBeanFactory beans = spring.getDefaultListableBeanFactory();
        beans.setAllowCircularReferences(true);
        beans.setAllowBeanDefinitionOverriding(true);
        Properties properties = new Properties();
        properties.setProperty("hospital.jdbc", records);
        spring.getEnvironment().getPropertySources().addFirst(new PropertiesPropertySource("hospital", properties));
        spring.addBeanFactoryPostProcessor(new LazyRepositories());
        spring.register(HospitalConfiguration.class);
        spring.refresh();
        return spring;
    }

    /** The process ends when its parent does, however the parent ended: its files are closed if it was running. */
    private static void endWith(long parent, AtomicReference<@Nullable HospitalServer> running) {
        endAfter(
                () -> ProcessHandle.of(parent)
                        .ifPresent(process -> process.onExit().join()),
                running);
        endAfter(() -> drain(System.in), running);
    }

    private static void endAfter(Runnable wait, AtomicReference<@Nullable HospitalServer> running) {
        Thread watch = new Thread(
                () -> {
                    wait.run();
                    end(running.get());
                },
                "hospital-parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Whoever notices first closes; a second caller waits for that. */
    private static synchronized void end(@Nullable HospitalServer server) {
        CompletableFuture.delayedExecutor(LAST_MOMENT, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(1));
        if (server != null) {
            server.close();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void drain(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // a broken pipe says the same as its end: the parent is gone
        }
    }

    /**
     * Where clients find the server.
     *
     * @return the base URL, without a slash at its end
     */
    public String baseUrl() {
        return baseUrl;
    }

    /** Stops listening and closes the file. */
    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the hospital's server did not stop", failed);
        } finally {
            spring.close();
        }
    }

    /** HAPI's servlet over the storage of the Spring context. */
    private static final class Endpoint extends RestfulServer {

        private static final long serialVersionUID = 1L;

        private final transient AnnotationConfigApplicationContext spring;

        Endpoint(AnnotationConfigApplicationContext spring) {
            super(spring.getBean(FhirContext.class));
            this.spring = spring;
        }

        @Override
        protected void initialize() throws ServletException {
            super.initialize();
            registerProviders(spring.getBean(ResourceProviderFactory.class).createProviders());
            registerProvider(spring.getBean(JpaSystemProvider.class));
            setInterceptorService(spring.getBean(IInterceptorService.class));
            setPagingProvider(spring.getBean(DatabaseBackedPagingProvider.class));
            setDefaultResponseEncoding(EncodingEnum.JSON);
            JpaCapabilityStatementProvider conformance = new JpaCapabilityStatementProvider(
                    this,
                    spring.getBean(IFhirSystemDao.class),
                    spring.getBean(JpaStorageSettings.class),
                    spring.getBean(ISearchParamRegistry.class),
                    spring.getBean(IValidationSupport.class));
            setServerConformanceProvider(conformance);
        }
    }

    /** The three options of the command line. */
    private record Options(int port, Path data, long parent) {

        private static final Set<String> KNOWN = Set.of("--port", "--data", "--parent");

        static Options read(String... arguments) {
            Map<String, String> given = new TreeMap<>();
            for (int i = 0; i < arguments.length; i += 2) {
                if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
                    throw new IllegalArgumentException("the options are --port N --data FILE --parent PID");
                }
                given.put(arguments[i], arguments[i + 1]);
            }
            return new Options(
                    Integer.parseInt(given.getOrDefault("--port", "0")),
                    Path.of(Objects.requireNonNull(given.get("--data"), "--data")),
                    Long.parseLong(Objects.requireNonNull(given.get("--parent"), "--parent")));
        }

        Path log() {
            return data.resolveSibling(data.getFileName() + ".log");
        }
    }
}
