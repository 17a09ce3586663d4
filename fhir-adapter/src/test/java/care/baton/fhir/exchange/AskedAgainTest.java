package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a sender cancels and asks for again between two looks of whoever was asked: what stands there counts, what lay
 * between is named, and no late copy of the cancellation ends what is open.
 */
@Promise(17)
class AskedAgainTest {

    private final HonestServer server = new HonestServer(Two.START);
    private final Cable cable = new Cable(server, asked -> Fault.NONE);
    private final House sender = new House(Two.senders(PartnerProfiles.plainR4()), cable, Two.START);
    private final House receiver = new House(Two.receivers(PartnerProfiles.plainR4()), cable, Two.START);
    private Instant now = Two.START;

    @AfterEach
    void closes() {
        sender.closes();
        receiver.closes();
    }

    private void offered(String versions) {
        server.versions = versions;
        server.put("ServiceRequest", "s1", TwoSites.order());
        assertThat(sender.says("offer", TwoSites.asked("ServiceRequest/s1"), now))
                .isEmpty();
        settles(sender);
        looks();
        assertThat(receiver.offer())
                .hasValueSatisfying(o -> assertThat(o.isLive()).isTrue());
    }

    private void settles(House house) {
        for (int round = 0; round < 20; round++) {
            house.plans(now).forEach(r -> house.hears(house.sends(r), now));
        }
    }

    private void looks() {
        receiver.hears(receiver.sends(receiver.poll()), now);
        settles(receiver);
    }

    /** The sender's own system, which knows nothing of Baton. */
    private void writes(String... statuses) {
        for (String status : statuses) {
            now = now.plusSeconds(60);
            server.now = now;
            ObjectNode task = server.all("Task").get(0).deepCopy();
            task.put("status", status);
            server.put("Task", task.path("id").asText(), task);
        }
    }

    private void accepts() {
        assertThat(receiver.says(
                        "accept",
                        new AnswerOffer(1, receiver.offer().orElseThrow().asked(), new Answer.Accept()),
                        now))
                .isEmpty();
    }

    private List<String> toLookInto() {
        return receiver.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    private void isOpen() {
        assertThat(receiver.offer()).hasValueSatisfying(o -> {
            assertThat(o.isLive()).isTrue();
            assertThat(o.state()).isInstanceOf(OfferState.Awaiting.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v-"})
    void cancelledAndAskedForAgainItStaysOpenAndSomebodyHearsOfIt(String versions) {
        offered(versions);
        writes("cancelled", "requested");
        looks();

        isOpen();
        assertThat(receiver.issues).contains("read-from-history").doesNotContain("versions-not-seen");
        assertThat(toLookInto()).containsExactly("offer-1-asked-again-after-end");
    }

    @Test
    void whatChangedOtherwiseMeanwhileIsForNobodyToLookAt() {
        offered("");
        writes("received", "requested");
        looks();

        isOpen();
        assertThat(toLookInto()).isEmpty();
    }

    @Test
    void aYesThatWasOnItsWayGoesBackToWhoGaveIt() {
        offered("");
        accepts();
        writes("cancelled", "requested");
        settles(receiver);

        isOpen();
        assertThat(receiver.offer().orElseThrow().intended()).isEmpty();
        assertThat(server.all("Task").get(0).path("status").asText()).isEqualTo("requested");
        assertThat(receiver.holds(now)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v-"})
    void aServerWithoutHistoryIsNamedAndWhatStandsThereCounts(String versions) {
        offered(versions);
        server.keepsHistory = false;
        writes("cancelled", "requested");
        looks();

        isOpen();
        assertThat(receiver.issues).contains("versions-not-seen");
        assertThat(toLookInto()).isEmpty();
    }

    /** By the number of the version, by the server's history, or by its times. */
    @ParameterizedTest
    @CsvSource({"'', true", "'', false", "v-, true", "v-, false"})
    void aLateCopyOfTheCancellationEndsNothing(String versions, boolean history) {
        offered(versions);
        writes("cancelled", "requested");
        looks();
        server.keepsHistory = history;
        server.behind = 1;
        now = now.plus(Duration.ofDays(2));
        settles(receiver);

        isOpen();
        assertThat(receiver.issues).contains("older-version");

        server.behind = 0;
        now = now.plus(Duration.ofDays(1));
        settles(receiver);
        accepts();
        settles(receiver);
        assertThat(receiver.holds(now)).isTrue();
    }

    @Test
    void aServerThatStaysAtAnEarlierVersionIsLookedInto() {
        offered("");
        writes("cancelled", "requested");
        looks();
        server.behind = 1;
        for (int day = 0; day < 8; day++) {
            now = now.plus(Duration.ofDays(2));
            settles(receiver);
        }

        isOpen();
        assertThat(toLookInto()).contains("offer-1-older-version");
    }

    @Test
    void askedForAgainAfterItsEndWasReadItIsOpenInNoOfferAndSomebodyHearsOfIt() {
        offered("");
        writes("cancelled");
        looks();
        assertThat(receiver.offer().map(o -> o.isLive())).hasValue(false);
        writes("requested");
        looks();

        assertThat(toLookInto()).contains("offer-1-asked-again-after-end");
    }

    @Test
    void whoHoldsItIsToldThatItWasCancelledMeanwhileAndHoldsItStill() {
        offered("");
        accepts();
        settles(receiver);
        writes("cancelled", "accepted");
        looks();

        assertThat(receiver.holds(now)).isTrue();
        assertThat(toLookInto()).contains("offer-1-asked-again-after-end");
    }
}
