package care.baton.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.DateClientParam;
import ca.uhn.fhir.rest.gclient.ICriterion;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Wire;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HospitalServerTest {

    private static final String SYSTEM = "https://test.example.org/identifier";

    private final IGenericClient client = OneHospital.client();

    @Test
    void says_that_it_speaks_FHIR_R4() {
        CapabilityStatement says =
                client.capabilities().ofType(CapabilityStatement.class).execute();

        assertThat(says.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(OneHospital.WAITED).startsWith(Duration.ZERO);
    }

    @Test
    void states_all_that_the_exchange_needs() {
        Endpoint endpoint = new Endpoint(
                URI.create(OneHospital.baseUrl()),
                PartnerProfiles.sdohClinicalCare(),
                Holder.of(OrganizationId.of("Organization/1"), Code.of("discharge-planner")),
                Holder.of(OrganizationId.of("provider"), Code.of("intake")),
                "Organization/2");
        try (Wire wire = new Wire(endpoint, Limits.standard(), Duration.ofSeconds(60))) {
            assertThat(wire.probe().issues()).isEmpty();
        }
    }

    @Test
    void finds_a_Task_by_identifier_owner_and_status() {
        IdType owner = organization("finds-owner");
        IdType requested = create(task("finds-requested").setOwner(new Reference(owner)));
        create(task("finds-accepted").setStatus(Task.TaskStatus.ACCEPTED).setOwner(new Reference(owner)));
        create(task("finds-unowned"));

        assertThat(tasks(byIdentifier("finds-requested"))).containsExactly(requested.getIdPart());
        assertThat(tasks(new ReferenceClientParam("owner").hasId(owner), byStatus("requested")))
                .containsExactly(requested.getIdPart());
    }

    @Test
    void finds_what_was_changed_since_the_last_look() {
        IdType before = create(task("since-before"));
        IdType changed = create(task("since-changed"));
        Task read = client.read().resource(Task.class).withId(changed).execute();
        InstantType last = client.read()
                .resource(Task.class)
                .withId(before)
                .execute()
                .getMeta()
                .getLastUpdatedElement();
        client.update().resource(read.setStatus(Task.TaskStatus.ACCEPTED)).execute();

        List<String> found = tasks(new DateClientParam("_lastUpdated").after().millis(last.getValueAsString()));

        assertThat(found).contains(changed.getIdPart()).doesNotContain(before.getIdPart());
    }

    @Test
    void stores_a_conditional_create_once() {
        MethodOutcome first = conditionalCreate("once");
        MethodOutcome second = conditionalCreate("once");

        assertThat(first.getCreated()).isTrue();
        assertThat(second.getId().getIdPart()).isEqualTo(first.getId().getIdPart());
        assertThat(tasks(byIdentifier("once"))).hasSize(1);
    }

    @Test
    void refuses_an_update_made_from_an_older_version() {
        IdType id = create(task("match"));
        Task mine =
                client.read().resource(Task.class).withId(id.toVersionless()).execute();
        Task theirs = mine.copy();
        client.update().resource(mine.setStatus(Task.TaskStatus.ACCEPTED)).execute();

        assertThatThrownBy(() -> client.update()
                        .resource(theirs.setStatus(Task.TaskStatus.REJECTED))
                        .execute())
                .isInstanceOfAny(ResourceVersionConflictException.class, PreconditionFailedException.class);
        Task now = client.read().resource(Task.class).withId(id.toVersionless()).execute();
        assertThat(now.getStatus()).isEqualTo(Task.TaskStatus.ACCEPTED);
        assertThat(now.getIdElement().getVersionIdPart()).isEqualTo("2");
    }

    @Test
    void keeps_all_of_a_transaction_or_nothing() {
        Bundle good = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        entry(good, task("all-1"));
        entry(good, task("all-2"));
        client.transaction().withBundle(good).execute();
        Bundle bad = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        entry(bad, task("nothing"));
        entry(bad, task("nothing-2").setOwner(new Reference("Organization/is-not-there")));

        assertThatThrownBy(() -> client.transaction().withBundle(bad).execute())
                .isInstanceOf(BaseServerResponseException.class);
        assertThat(tasks(byIdentifier("all-1"))).hasSize(1);
        assertThat(tasks(byIdentifier("all-2"))).hasSize(1);
        assertThat(tasks(byIdentifier("nothing"))).isEmpty();
    }

    @Test
    void keeps_every_version() {
        IdType id = create(task("history")).toVersionless();
        Task read = client.read().resource(Task.class).withId(id).execute();
        client.update().resource(read.setStatus(Task.TaskStatus.ACCEPTED)).execute();

        Bundle history =
                client.history().onInstance(id).returnBundle(Bundle.class).execute();

        assertThat(history.getEntry())
                .extracting(version -> ((Task) version.getResource()).getStatus())
                .containsExactly(Task.TaskStatus.ACCEPTED, Task.TaskStatus.REQUESTED);
        assertThat(client.read()
                        .resource(Task.class)
                        .withId(id.withVersion("1"))
                        .execute()
                        .getStatus())
                .isEqualTo(Task.TaskStatus.REQUESTED);
    }

    @Test
    void gives_a_long_answer_page_by_page() {
        IdType owner = organization("pages-owner");
        for (int i = 0; i < 7; i++) {
            create(task("page-" + i).setOwner(new Reference(owner)));
        }

        Bundle first = client.search()
                .forResource(Task.class)
                .where(new ReferenceClientParam("owner").hasId(owner))
                .count(3)
                .returnBundle(Bundle.class)
                .execute();

        assertThat(first.getEntry()).hasSize(3);
        assertThat(first.getLink(Bundle.LINK_NEXT).getUrl()).startsWith(OneHospital.baseUrl());
        assertThat(new HospitalRecords(client).search(Task.class, new ReferenceClientParam("owner").hasId(owner)))
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void listens_on_the_loopback_address_only() throws IOException {
        int port = URI.create(OneHospital.baseUrl()).getPort();
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address :
                    card.inetAddresses().filter(a -> !a.isLoopbackAddress()).toList()) {
                try (Socket socket = new Socket()) {
                    assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port), 500))
                            .isInstanceOf(ConnectException.class);
                }
            }
        }
    }

    @Test
    void ends_when_the_process_that_started_it_has_ended(@TempDir Path directory) throws Exception {
        Process parent =
                new ProcessBuilder(java(), "-version").redirectErrorStream(true).start();
        assertThat(parent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        Process server = new ProcessBuilder(
                        java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HospitalServer.class.getName(),
                        "--data",
                        directory.resolve("orphan").toString(),
                        "--parent",
                        Long.toString(parent.pid()))
                .start();

        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.getInputStream().readAllBytes()).isEmpty();
    }

    @Test
    void a_server_that_cannot_start_is_named_with_its_log(@TempDir Path directory) throws IOException {
        Path notADatabase = directory.resolve("records");
        Files.writeString(directory.resolve("records.mv.db"), "this is no database");

        assertThatThrownBy(() -> HospitalProcess.start(notADatabase, Duration.ofSeconds(120), waited -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended before it was ready")
                .hasMessageContaining("records.err");
    }

    @Test
    void a_server_that_is_not_ready_in_time_is_stopped(@TempDir Path directory) {
        assertThatThrownBy(
                        () -> HospitalProcess.start(directory.resolve("records"), Duration.ofMillis(1), waited -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was not ready after 0 s");
    }

    @Test
    void any_other_server_can_take_its_place_and_is_not_stopped() {
        try (HospitalProcess elsewhere = HospitalProcess.at(OneHospital.baseUrl())) {
            assertThat(elsewhere.pid()).isZero();
            assertThat(elsewhere.baseUrl()).isEqualTo(OneHospital.baseUrl());
        }
        assertThat(tasks(byIdentifier("no such"))).isEmpty();
        assertThat(ProcessHandle.of(OneHospital.pid()))
                .hasValueSatisfying(server -> assertThat(server.isAlive()).isTrue());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Task task(String identifier) {
        Task task = new Task().setStatus(Task.TaskStatus.REQUESTED).setIntent(Task.TaskIntent.ORDER);
        task.addIdentifier().setSystem(SYSTEM).setValue(identifier);
        return task;
    }

    private static void entry(Bundle bundle, Task task) {
        bundle.addEntry()
                .setResource(task)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Task");
    }

    private static ICriterion<?> byIdentifier(String value) {
        return new TokenClientParam("identifier").exactly().systemAndIdentifier(SYSTEM, value);
    }

    private static ICriterion<?> byStatus(String status) {
        return new TokenClientParam("status").exactly().code(status);
    }

    private IdType organization(String name) {
        return (IdType) client.create()
                .resource(new Organization().setName(name))
                .execute()
                .getId()
                .toUnqualifiedVersionless();
    }

    private IdType create(Task task) {
        return (IdType) client.create().resource(task).execute().getId();
    }

    private MethodOutcome conditionalCreate(String identifier) {
        return client.create()
                .resource(task(identifier))
                .conditional()
                .where(byIdentifier(identifier))
                .execute();
    }

    private List<String> tasks(ICriterion<?>... criteria) {
        return new HospitalRecords(client)
                .search(Task.class, criteria).stream()
                        .map(task -> task.getIdElement().getIdPart())
                        .toList();
    }
}
