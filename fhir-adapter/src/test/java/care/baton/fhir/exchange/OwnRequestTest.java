package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Offers;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.Parties;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An offer that points to nobody's request brings one of its own, which ends with it. */
class OwnRequestTest extends TwoSites {

    private static OfferHandoff asked() {
        return asked(Optional.empty());
    }

    private static OfferHandoff asked(Optional<Instant> finishBy) {
        OfferHandoff plain = asked("ServiceRequest/s1");
        Ask ask = plain.ask();
        return Offers.firm(
                plain.to(),
                new Ask(
                        ask.code(),
                        ask.person(),
                        ask.priority(),
                        Sensitive.none(),
                        ask.description(),
                        ask.input(),
                        finishBy));
    }

    private void offered() {
        assertThat(sender.says(asked(), now)).isEmpty();
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        receiver.settles(server, now);
        now = now.plusSeconds(60);
    }

    private ObjectNode request() {
        List<Found> requests = server.all("ServiceRequest");
        assertThat(requests).hasSize(1);
        return requests.get(0).json().tree();
    }

    @Test
    void theRequestStandsBeforeTheTaskAndTheTaskPointsToIt() {
        assertThat(sender.says(asked(), now)).isEmpty();
        List<Request> first = sender.plans(now);

        assertThat(first).singleElement().isInstanceOf(Request.Create.class);
        assertThat(((Request.Create) first.get(0)).key().type()).isEqualTo("ServiceRequest");
        first.forEach(r -> sender.absorbs(server.perform(r), now));
        sender.settles(server, now);

        assertThat(sender.issues).doesNotContain("other-request");
        assertThat(task().path("focus").path("reference").asText())
                .isEqualTo("ServiceRequest/" + request().path("id").asText());
        assertThat(request().path("requester").path("reference"))
                .isEqualTo(task().path("requester").path("reference"));
        assertThat(request().path("status").asText()).isEqualTo("active");
    }

    @Test
    void aTimeToFinishByIsWrittenAsExactlyAsAnyServerKeepsIt() {
        assertThat(sender.says(asked(Optional.of(now.plusSeconds(86_400).plusNanos(123_456_789))), now))
                .isEmpty();
        sender.settles(server, now);

        assertThat(request().path("occurrencePeriod").path("end").asText())
                .isEqualTo(now.plusSeconds(86_400).toString());
    }

    @Test
    void itIsAcceptedLikeAnyOther() {
        offered();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();

        assertThat(holds(receiver)).isTrue();
        assertThat(holds(sender)).isFalse();
        assertThat(request().path("status").asText()).isEqualTo("active");
    }

    @Test
    void itIsCompletedWithTheWork() {
        itIsAcceptedLikeAnyOther();
        assertThat(receiver.says(new StartAction(), now)).isEmpty();
        receiver.settles(server, now);
        bothRead();
        done();
        bothRead();
        assertThat(request().path("status").asText()).isEqualTo("active");
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
        sender.settles(server, now);

        assertThat(request().path("status").asText()).isEqualTo("completed");
        assertThat(sender.issues).doesNotContain("other-request");
    }

    @Test
    void whatWasGivenBackIsNotCompletedByWhatAnotherDidLater() {
        itIsAcceptedLikeAnyOther();
        assertThat(receiver.says(new GiveBack(Code.of("no-staff")), now)).isEmpty();
        receiver.settles(server, now);
        bothRead();
        assertThat(request().path("status").asText()).isEqualTo("revoked");
        assertThat(sender.says(asked(), now)).isEmpty();
        sender.hears(Two.RECEIVER, new AnswerOffer(2, asked().ask().digest(), new Answer.Accept()), now);
        sender.hears(Two.RECEIVER, new ConfirmDecision(2), now);
        sender.hears(Two.RECEIVER, new StartAction(), now);
        sender.hears(
                Two.RECEIVER, new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("Well")))), now);
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();

        assertThat(ended(1)).contains("revoked");
        assertThat(ended(2)).contains("completed");
    }

    private Optional<String> ended(int offer) {
        Negotiation talks = sender.talks().orElseThrow();
        return OwnRequest.ended(Stance.of(talks, talks.offers().get(offer).orElseThrow(), sender.endpoint)
                .orElseThrow());
    }

    @Test
    void itIsRevokedWithTheOffer() {
        offered();
        assertThat(sender.says(new WithdrawOffer(1, Code.of("no-longer-needed")), now))
                .isEmpty();
        sender.settles(server, now);
        bothRead();

        assertThat(status()).isEqualTo("cancelled");
        assertThat(request().path("status").asText()).isEqualTo("revoked");
        assertThat(sender.issues).doesNotContain("other-request");
    }

    @Test
    void aRequestOfThatNameThatAsksForSomethingElseIsPointedToByNoTask() {
        assertThat(sender.says(asked(), now)).isEmpty();
        Request.Create first = (Request.Create) sender.plans(now).get(0);
        ObjectNode planted = first.body().tree();
        planted.putObject("subject").put("reference", "Patient/another");
        server.put("ServiceRequest", "planted", FhirJson.of(planted));
        sender.absorbs(server.perform(first), now);
        sender.settles(server, now);

        assertThat(server.tasks()).isEmpty();
        assertThat(sender.issues).contains("other-request");
        assertThat(sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO))
                .extracting(o -> o.key().subject())
                .containsExactly("offer-1-other-request");
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void aServerThatTakesNoRequestIsSentNoTask() {
        assertThat(sender.says(asked(), now)).isEmpty();
        Request.Create first = (Request.Create) sender.plans(now).get(0);
        sender.absorbs(new Response.Refused(Optional.of(first.key()), first.number(), 403, Optional.empty()), now);
        sender.settles(server, now);

        assertThat(server.tasks()).isEmpty();
        assertThat(sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO))
                .extracting(o -> o.key().subject())
                .containsExactly("offer-1-request-unreachable");
    }

    @Test
    void anAnswerThatWasLostIsLookedForBeforeTheTaskGoesOut() {
        assertThat(sender.says(asked(), now)).isEmpty();
        sender.plans(now).forEach(server::perform);
        sender.settles(server, now);

        assertThat(server.tasks()).hasSize(1);
        assertThat(task().path("focus").path("reference").asText())
                .isEqualTo("ServiceRequest/" + request().path("id").asText());
    }

    @Test
    void anOfferThatPointsToARequestBringsNone() {
        server.put("ServiceRequest", "s1", FhirJson.of(TwoSites.order()));
        sender.says(asked("ServiceRequest/s1"), now);
        sender.settles(server, now);

        assertThat(server.all("ServiceRequest")).hasSize(1);
    }

    @Test
    void aTaskThatWentOutWithoutARequestGetsNoneLater() {
        with(wantingNoRequest());
        assertThat(sender.says(asked(), now)).isEmpty();
        sender.settles(server, now);
        Site later = new Site(Two.senders(SDOH), now);
        later.record = sender.record;
        later.links = sender.links;
        later.settles(server, now);

        assertThat(server.tasks()).hasSize(1);
        assertThat(server.all("ServiceRequest")).isEmpty();
    }

    @Test
    void theTaskOfARequestThatHasEndedIsWatchedOn() {
        itIsRevokedWithTheOffer();

        assertThat(sender.plans(now.plus(Duration.ofDays(1))))
                .anyMatch(
                        r -> r instanceof Request.Read read && read.key().type().equals("Task"));
    }

    @Test
    void aTaskThatIsAboutNothingIsAnsweredAsItStands() {
        with(wantingNoRequest());
        offered();
        assertThat(task().path("focus").isMissingNode()).isTrue();
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("accepted");
    }

    private static PartnerProfile wantingNoRequest() {
        Parties known = SDOH.parties();
        return SDOH.toBuilder()
                .parties(new Parties(known.home(), known.ownerMeans(), known.owner(), List.of(), known.believed()))
                .build();
    }
}
