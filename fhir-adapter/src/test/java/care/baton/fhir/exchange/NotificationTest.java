package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Mapped;
import care.baton.fhir.R4;
import care.baton.fhir.exchange.Notification.Named;
import care.baton.handoff.Answer;
import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.trace.Promise;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a subscription brings is a hint: it makes us look, and nothing else. */
class NotificationTest extends TwoSites {

    private static final String BASE = "http://server.example/fhir";
    private static final URI HOOK = URI.create("https://care.example/told");

    @Test
    @Promise(18)
    void theTaskThatARestHookBringsIsReadOnTheServerAndNotBelieved() {
        offer();
        String told = task().put("status", "accepted").toString();

        Links hinted = read(told).hint(sender.links, now);
        sender.links = hinted;
        assertThat(sender.plans(now)).singleElement().isInstanceOf(Request.Read.class);
        sender.settles(server, now);

        assertThat(holds(sender)).isTrue();
    }

    @Test
    @Promise(18)
    void anIdAloneMakesUsReadWhatStandsThere() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(sender.plans(now)).isEmpty();

        sender.links =
                read(backport("event-notification", BASE + "/Task/" + id())).hint(sender.links, now);
        sender.settles(server, now);

        assertThat(holds(sender)).isFalse();
    }

    @Test
    void theSameInEachFormOfTheGuide() {
        Named task = new Named("Task", "t1");

        assertThat(read(backport("event-notification", BASE + "/Task/t1")).named())
                .containsExactly(task);
        assertThat(read(backport("event-notification", "Task/t1")).named()).containsExactly(task);
        assertThat(read(bundle("{\"fullUrl\":\"" + BASE
                                + "/Task/t1\",\"request\":{\"method\":\"PUT\",\"url\":\"Task/t1\"}}"))
                        .named())
                .containsExactly(task);
        assertThat(read(bundle("{\"resource\":{\"resourceType\":\"SubscriptionStatus\",\"type\":\"event-notification\","
                                + "\"notificationEvent\":[{\"focus\":{\"reference\":\"Task/t1/_history/3\"}}]}}"))
                        .named())
                .containsExactly(task);
        assertThat(read(bundle("{\"resource\":{\"resourceType\":\"Task\",\"id\":\"t1\"}}"))
                        .named())
                .containsExactly(task);
        assertThat(Notification.empty().isEvent()).isTrue();
        assertThat(Notification.empty().named()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"handshake", "heartbeat", "query-status"})
    void aSignOfLifeIsNoEventAndNamesNothing(String kind) {
        Notification read = read(backport(kind, BASE + "/Task/t1"));

        assertThat(read.isEvent()).isFalse();
        assertThat(read.named()).isEmpty();
    }

    @Test
    void whatASearchForEventsGivesBackIsAnEvent() {
        assertThat(read(backport("query-event", BASE + "/Task/t1")).named()).containsExactly(new Named("Task", "t1"));
    }

    @Test
    void aSignOfLifeBesideAnEventTakesNothingBack() {
        Notification read =
                read(bundle(status("event-notification", "Task/t1") + "," + status("heartbeat", "Task/t2")));

        assertThat(read.isEvent()).isTrue();
        assertThat(read.named()).containsExactly(new Named("Task", "t1"));
    }

    @Test
    void aWholeResourceThatComesWithoutItsAddressIsNamed() {
        assertThat(read(bundle(status("event-notification", "")
                                + ",{\"resource\":{\"resourceType\":\"Task\",\"id\":\"t1\"}}"))
                        .named())
                .containsExactly(new Named("Task", "t1"));
    }

    private static String status(String kind, String focus) {
        return "{\"resource\":{\"resourceType\":\"SubscriptionStatus\",\"type\":\"" + kind
                + "\",\"notificationEvent\":[{\"focus\":{\"reference\":\"" + focus + "\"}}]}}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://other.example/fhir/Task/t1",
                BASE + "/../Task/t1",
                BASE + "/Task/t1?x=1",
                "urn:uuid:1",
                "Task",
                "Task/",
                "task/t1",
                "Task/t 1"
            })
    void whatIsNotOfThisServerIsNotNamed(String address) {
        assertThat(read(backport("event-notification", address)).named()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"resourceType\":\"Task\"}", "{\"resourceType\":\"Task\",\"id\":\"../x\"}"})
    void whatNamesNothingAtAllIsNoNotification(String text) {
        Mapped<Notification> read =
                Notification.read(FhirJson.read(text).value().orElseThrow(), sender.endpoint);

        assertThat(read.issues()).extracting(issue -> issue.code().value()).containsExactly("not-a-notification");
    }

    @Test
    @Promise(12)
    void whatTheServerAskedUsToWaitForIsWaitedForWhateverIsTold() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        sender.links = read(task().toString()).hint(sender.links, now);
        Request.Read asked = (Request.Read) sender.plans(now).get(0);
        sender.absorbs(
                new Response.Refused(
                        Optional.of(asked.key()), asked.number(), 429, Optional.of(Duration.ofMinutes(10))),
                now);

        Notification told = read(task().toString());
        for (int times = 0; times < 5; times++) {
            sender.links = told.hint(sender.links, now);
            assertThat(sender.plans(now)).isEmpty();
        }
        now = now.plus(Duration.ofMinutes(11));
        sender.settles(server, now);
        assertThat(holds(sender)).isFalse();
    }

    @Test
    void beingToldAgainOfWhatIsBeingReadChangesNothing() {
        offer();
        sender.links = read(task().toString()).hint(sender.links, now);
        sender.plans(now);
        Links asked = sender.links;

        assertThat(read(task().toString()).hint(asked, now)).isEqualTo(asked);
        assertThat(read(task().toString())).hasToString("Notification[1]");
    }

    @Test
    void aRestHookIsAskedForWithoutContentForWhatWeOwnAndWhatWeAskFor() {
        List<FhirJson> asked = Subscriptions.restHook(sender.endpoint, HOOK, now.plus(Duration.ofDays(90)));

        assertThat(asked).allSatisfy(one -> assertThat(R4.shape(one)).isEmpty());
        assertThat(asked)
                .extracting(one -> one.element("criteria").asText())
                .containsExactly("Task?owner=Organization/sender", "Task?requester=Organization/sender");
        assertThat(asked)
                .allSatisfy(
                        one -> assertThat(one.element("channel").has("payload")).isFalse());
    }

    @Test
    void aTopicIsAskedForWithIdsAlone() {
        URI topic = URI.create("http://server.example/topics/tasks");

        List<FhirJson> asked = Subscriptions.topic(sender.endpoint, topic, HOOK, now.plus(Duration.ofDays(90)));

        assertThat(asked).hasSize(2).allSatisfy(one -> {
            assertThat(R4.shape(one)).isEmpty();
            assertThat(one.element("criteria").asText()).isEqualTo(topic.toString());
            assertThat(one.element("channel")
                            .at("/_payload/extension/0/valueCode")
                            .asText())
                    .isEqualTo("id-only");
        });
        assertThat(asked)
                .extracting(one ->
                        one.element("_criteria").at("/extension/0/valueString").asText())
                .containsExactly("Task?owner=Organization/sender", "Task?requester=Organization/sender");
    }

    @Test
    void nobodyIsToldInTheClear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subscriptions.restHook(sender.endpoint, URI.create("http://care.example/told"), now))
                .withMessage("to: an absolute https address");
    }

    private String id() {
        return server.tasks().get(0).id();
    }

    private Notification read(String text) {
        return Notification.read(FhirJson.read(text).value().orElseThrow(), sender.endpoint)
                .value()
                .orElseThrow();
    }

    private static String backport(String kind, String focus) {
        return bundle("{\"fullUrl\":\"urn:uuid:292d3c72-edc1-4d8a-afaa-d85e19c7f563\",\"resource\":"
                + "{\"resourceType\":\"Parameters\",\"parameter\":["
                + "{\"name\":\"subscription\",\"valueReference\":{\"reference\":\"Subscription/tasks\"}},"
                + "{\"name\":\"status\",\"valueCode\":\"active\"},{\"name\":\"type\",\"valueCode\":\"" + kind + "\"},"
                + "{\"name\":\"notification-event\",\"part\":[{\"name\":\"event-number\",\"valueString\":\"2\"},"
                + "{\"name\":\"focus\",\"valueReference\":{\"reference\":\"" + focus + "\"}},"
                + "{\"name\":\"additional-context\",\"valueReference\":{\"reference\":\"Task/t2\"}}]}]}}");
    }

    private static String bundle(String entry) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"history\",\"entry\":[" + entry + "]}";
    }

    @Test
    @Promise(12)
    void whatIsKnownToBeGoneIsNoNewsHoweverOftenItIsNamed() {
        offer();
        String named = backport("event-notification", BASE + "/Task/" + id());
        server.remove("Task", server.tasks().get(0).id());
        sender.links = read(named).hint(sender.links, now);
        sender.settles(server, now);
        assertThat(looks()).extracting(Key::subject).containsExactly("offer-1-gone");
        looks().forEach(look -> assertThat(sender.does(new Fulfil(look), now)).isEmpty());

        sender.links = read(named).hint(sender.links, now);
        sender.settles(server, now);
        assertThat(looks()).isEmpty();
    }

    private List<Key> looks() {
        return sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(Obligation::key)
                .toList();
    }
}
