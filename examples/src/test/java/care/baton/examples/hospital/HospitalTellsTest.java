package care.baton.examples.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import care.baton.fhir.FhirJson;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Notification;
import care.baton.fhir.exchange.Subscriptions;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real server tells of Tasks that have changed; what it sends is a hint, and what is so is found by looking. */
class HospitalTellsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final IGenericClient client = OneHospital.client();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private HttpServer listener;
    private Endpoint endpoint;
    private TwoHosts two;

    @BeforeEach
    void listens() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/told", this::hears);
        listener.start();
        endpoint = new Endpoint(
                URI.create(OneHospital.baseUrl()),
                PartnerProfiles.plainR4(),
                Holder.of(OrganizationId.of(created(new Organization().setName("Told, partner"))), Code.of("partner")),
                Holder.of(OrganizationId.of("own"), Code.of("own")),
                created(new Organization().setName("Told, own")));
        two = new TwoHosts(endpoint, endpoint.profile(), PersonId.of(created(new Patient().setActive(false))));
    }

    @AfterEach
    void ends() {
        two.close();
        listener.stop(0);
    }

    @Test
    void anOfferIsToldWithoutAWordAndFoundByLooking() throws InterruptedException {
        subscribed("");

        two.sends();
        assertThat(next()).isEmpty();
        two.receiver.looks();

        assertThat(two.receiver.offer().isLive()).isTrue();
    }

    @Test
    void aWholeTaskThatWasSentIsReadAsItsNameAlone() throws InterruptedException {
        subscribed("application/fhir+json");

        two.sends();
        FhirJson sent = FhirJson.read(next()).value().orElseThrow();
        Notification notification = Notification.read(sent, endpoint).value().orElseThrow();

        assertThat(notification.isEvent()).isTrue();
        assertThat(notification.named())
                .containsExactly(
                        new Notification.Named("Task", sent.element("id").asText()));
    }

    /** What we ask of a partner's server; here alone it tells by http, since nobody signs for this machine. */
    private void subscribed(String payload) throws InterruptedException {
        URI secure = URI.create("https://127.0.0.1:" + listener.getAddress().getPort() + "/told");
        ObjectNode asked = Subscriptions.restHook(
                        endpoint, secure, Instant.now().plus(Duration.ofHours(1)))
                .get(0)
                .tree();
        ObjectNode channel =
                asked.withObject("/channel").put("endpoint", secure.toString().replace("https", "http"));
        if (!payload.isEmpty()) {
            channel.put("payload", payload);
        }
        IdType id =
                new IdType(created(OneHospital.R4.newJsonParser().parseResource(Subscription.class, asked.toString())));
        Instant end = Instant.now().plus(PATIENCE);
        while (client.read().resource(Subscription.class).withId(id).execute().getStatus()
                != SubscriptionStatus.ACTIVE) {
            assertThat(Instant.now()).as("the subscription is active").isBefore(end);
            told.poll(100, TimeUnit.MILLISECONDS);
        }
    }

    private void hears(HttpExchange exchange) throws IOException {
        told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private String next() throws InterruptedException {
        String body = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(body).as("told").isNotNull();
        return body;
    }

    private String created(Resource resource) {
        return OneHospital.created(client, resource);
    }
}
