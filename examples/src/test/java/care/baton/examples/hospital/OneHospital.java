package care.baton.examples.hospital;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** The one hospital server of this test JVM: started at first use, gone when the JVM is. */
public final class OneHospital {

    static final FhirContext R4 = FhirContext.forR4();
    static final List<Duration> WAITED = new ArrayList<>();

    private static final HospitalProcess PROCESS = start();

    private OneHospital() {}

    /** The server's base address. */
    public static String baseUrl() {
        return PROCESS.baseUrl();
    }

    static long pid() {
        return PROCESS.pid();
    }

    /** A client of it. */
    public static IGenericClient client() {
        R4.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        R4.getRestfulClientFactory().setSocketTimeout(60_000);
        return R4.newRestfulGenericClient(baseUrl());
    }

    /** Stores it there, or on another server that the client is for, and says by which address it is found. */
    static String created(IGenericClient client, Resource resource) {
        return client.create()
                .resource(resource)
                .execute()
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
    }

    private static HospitalProcess start() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "hospital")), "run")
                    .resolve("records");
            return HospitalProcess.start(data, Duration.ofSeconds(240), WAITED::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
