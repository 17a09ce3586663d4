package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Kinds;
import care.baton.record.RecordCommand.Fulfil;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Once what was done is confirmed, its Task does not say any more that this is awaited. */
class ConfirmedTest extends TwoSites {

    static List<PartnerProfile> profiles() {
        return List.of(PartnerProfiles.plainR4(), SDOH, PartnerProfiles.bser());
    }

    private void finished() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();
        done();
    }

    private String words() {
        return task().path("businessStatus").path("text").asText();
    }

    private String version() {
        return server.tasks().get(0).version();
    }

    @Test
    void theSenderSaysThatItHasConfirmedAndNeitherSideUnsaysIt() {
        finished();
        bothRead();
        assertThat(words()).isEqualTo(Faces.DONE);
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
        bothRead();

        assertThat(status()).isEqualTo("completed");
        assertThat(words()).isEqualTo(Faces.CONFIRMED);
        String version = version();
        bothRead();
        assertThat(version()).isEqualTo(version);
        assertThat(sender.plans(now)).isEmpty();
        assertThat(receiver.plans(now)).isEmpty();
    }

    @Test
    void whereTheSenderWritesNothingTheReceiverSaysWhatItsRecordHasHeard() {
        finished();
        receiver.hears(Two.SENDER, new ValidateCompletion(), now);
        assertThat(receiver.talks().orElseThrow().confirmed()).isTrue();
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("completed");
        assertThat(words()).isEqualTo(Faces.CONFIRMED);
        assertThat(task().path("output")).hasSize(1);
        String version = version();
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void theSendersMarkStandsAfterTheReceiversWord() {
        finished();
        bothRead();
        String mark = OurMarks.seenBySender(sender.links
                        .get(LinkKey.task("handoff-1", 1))
                        .flatMap(Link::task)
                        .orElseThrow())
                .orElseThrow();
        receiver.hears(Two.SENDER, new ValidateCompletion(), now);
        receiver.settles(server, now);

        assertThat(words()).isEqualTo(Faces.CONFIRMED);
        assertThat(task().toString()).contains("\"" + mark + "\"");
        bothRead();
        assertThat(sender.plans(now)).isEmpty();
    }

    @Test
    void aPartnersOwnWordsStay() {
        finished();
        bothRead();
        foreign(task -> task.putObject("businessStatus").put("text", "Filed"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
        sender.settles(server, now);

        assertThat(words()).isEqualTo("Filed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entered-in-error", "failed", "in-progress"})
    void whatBecomesOfItAfterItWasConfirmedIsLookedInto(String status) {
        finished();
        bothRead();
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
        bothRead();
        assertThat(looks()).isEmpty();

        foreign(task -> task.put("status", status));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(looks()).contains("offer-1-changed-after-close");
    }

    @Test
    void aResultThatIsCorrectedAfterItWasConfirmedIsLookedInto() {
        finished();
        bothRead();
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
        bothRead();

        foreign(task -> ((ObjectNode) task.path("output").path(0)).put("valueString", "Back in hospital"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(looks()).containsExactly("offer-1-changed-after-close");
    }

    private List<String> looks() {
        return sender.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyProfileTakesIt(PartnerProfile profile) {
        with(profile);
        finished();
        bothRead();
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
        bothRead();

        assertThat(words()).isEqualTo(Faces.CONFIRMED);
        assertThat(sender.issues).doesNotContain("business-status-unknown", "business-status-not-understood");
        assertThat(receiver.issues).doesNotContain("business-status-unknown", "business-status-not-understood");
    }

    @Test
    void aResultThatIsTakenBackBeforeItIsConfirmedIsLookedInto() {
        with(PartnerProfiles.plainR4());
        finished();
        bothRead();
        foreign(task -> task.remove("output"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(looks()).containsExactly("offer-1-result-taken-back");
    }

    @Test
    void aResultThatIsTakenBackAfterItWasConfirmedIsLookedIntoThoughItWasCorrectedBefore() {
        finished();
        bothRead();
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
        bothRead();
        foreign(task -> ((ObjectNode) task.path("output").path(0)).put("valueString", "Back in hospital"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        sender.record
                .chart()
                .obligations()
                .openOf("handoff-1", Kinds.LOOK_INTO)
                .forEach(look ->
                        assertThat(sender.does(new Fulfil(look.key()), now)).isEmpty());
        assertThat(looks()).isEmpty();

        foreign(task -> task.remove("output"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(looks()).containsExactly("offer-1-changed-after-close");
    }
}
