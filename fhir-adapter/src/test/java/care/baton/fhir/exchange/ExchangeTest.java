package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final PartnerProfile SDOH = PartnerProfiles.sdohClinicalCare();

    private final Shelf server = new Shelf();
    private Instant now = Two.START;
    private Site sender = new Site(Two.senders(SDOH), now);
    private Site receiver = new Site(Two.receivers(SDOH), now);

    private void with(PartnerProfile profile) {
        sender = new Site(Two.senders(profile), now);
        receiver = new Site(Two.receivers(profile), now);
    }

    private void offer() {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("resourceType", "ServiceRequest");
        server.put("ServiceRequest", "s1", FhirJson.of(request.put("status", "active")));
        Ask ask = new Ask(
                Code.of("home-care"),
                Two.PERSON,
                Priority.ROUTINE,
                Sensitive.of("ServiceRequest/s1"),
                Sensitive.of("Twice a week"),
                List.of(),
                Optional.empty());
        assertThat(sender.says(
                        new OfferHandoff(
                                OfferKind.FIRM, Two.RECEIVER, ask, Optional.empty(), Arbiter.SERVER, Optional.empty()),
                        now))
                .isEmpty();
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        assertThat(receiver.refused).isEmpty();
        receiver.settles(server, now);
        now = now.plusSeconds(60);
    }

    private void answer(Answer answer) {
        assertThat(receiver.says(new AnswerOffer(1, receiver.offer().asked(), answer), now))
                .isEmpty();
    }

    private void bothRead() {
        for (Site site : List.of(receiver, sender, receiver, sender)) {
            site.absorbs(server.page(), now);
            site.settles(server, now);
        }
    }

    private ObjectNode task() {
        return server.tasks().get(0).json().tree();
    }

    private String status() {
        return task().path("status").asText();
    }

    private void foreign(java.util.function.Consumer<ObjectNode> change) {
        server.foreign("Task", server.tasks().get(0).id(), change);
    }

    private boolean holds(Site site) {
        return site.owner(now)
                .filter(h -> h.organization().equals(site.endpoint.own().organization()))
                .isPresent();
    }

    @Test
    void anOfferIsATaskThatTheSenderStillHolds() {
        offer();

        assertThat(status()).isEqualTo("requested");
        assertThat(task().path("identifier").get(0).path("value").asText()).isEqualTo("handoff-1/offer-1");
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
        assertThat(receiver.links.get(LinkKey.focus("ServiceRequest", "handoff-1", 1)))
                .isPresent();
    }

    @Test
    void anAcceptanceMovesItOnceTheServerHasStoredItAndTheSenderHasReadIt() {
        offer();
        answer(new Answer.Accept());
        assertThat(holds(receiver)).isFalse();

        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
        assertThat(holds(receiver) && holds(sender)).isTrue();

        bothRead();
        assertThat(holds(receiver)).isTrue();
        assertThat(holds(sender)).isFalse();
    }

    @Test
    void anAcceptanceNamesTheVersionOfTheRequestThatWasRead() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);

        String version = receiver.links
                .get(LinkKey.focus("ServiceRequest", "handoff-1", 1))
                .flatMap(Link::version)
                .orElseThrow();
        assertThat(task().path("extension").toString())
                .contains(FhirSystems.FOCUS_READ)
                .contains("ServiceRequest/s1/_history/" + version);
    }

    @Test
    void aRequestThatChangedBeforeTheAcceptanceLeftGoesBackToAPerson() {
        offer();
        answer(new Answer.Accept());
        server.foreign("ServiceRequest", "s1", t -> t.put("patientInstruction", "Every day"));

        receiver.settles(server, now);

        assertThat(status()).isEqualTo("requested");
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(receiver.issues).contains("focus-changed");
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void aRevokedRequestIsNotAccepted() {
        offer();
        answer(new Answer.Accept());
        server.foreign("ServiceRequest", "s1", t -> t.put("status", "revoked"));

        receiver.settles(server, now);

        assertThat(status()).isEqualTo("requested");
        assertThat(receiver.issues).contains("focus-revoked");
        assertThat(receiver.offer().intended()).isEmpty();
    }

    @Test
    void contentThatChangedInPlaceGoesBackToAPerson() {
        offer();
        foreign(t -> t.put("description", "Every day, with lifting"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
        assertThat(receiver.issues).contains("content-changed");

        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(status()).isEqualTo("requested");

        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void somebodyElsesOwnerIsNotOurAcceptance() {
        offer();
        answer(new Answer.Accept());
        foreign(t -> {
            t.put("status", "accepted");
            t.putObject("owner").put("reference", "Organization/third");
        });

        receiver.settles(server, now);
        bothRead();

        assertThat(holds(receiver)).isFalse();
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void aDeclineWithAListedReasonIsRecordedByBoth() {
        offer();
        answer(new Answer.Decline(Two.REASON, Sensitive.of("Try the clinic next door")));
        receiver.settles(server, now);
        bothRead();

        assertThat(status()).isEqualTo("rejected");
        assertThat(task().path("note").toString()).contains("clinic next door");
        assertThat(sender.offer().state()).isInstanceOf(OfferState.Declined.class);
        assertThat(task().path("extension").toString()).contains(FhirSystems.SEEN_BY_SENDER);
        assertThat(sender.plans(now)).isEmpty();
        assertThat(receiver.plans(now)).isEmpty();
    }

    @Test
    void aForeignDeclineForAnotherReasonEndsTheOfferAndIsNamed() {
        offer();
        foreign(t -> t.put("status", "rejected").putObject("statusReason").put("text", "Full"));
        bothRead();

        assertThat(sender.offer().isLive()).isFalse();
        assertThat(holds(sender)).isTrue();
        assertThat(sender.issues).contains("declined-for-a-reason-not-listed");
    }

    @Test
    void aWithdrawalLosesToAStoredAcceptance() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        sender.says(new WithdrawOffer(1, Code.of("found-another")), now);
        bothRead();

        assertThat(status()).isEqualTo("accepted");
        assertThat(holds(receiver)).isTrue();
        assertThat(holds(sender)).isFalse();
        assertThat(sender.offer().withdrawing()).isEmpty();
    }

    @Test
    void anAcceptanceLosesToAStoredWithdrawal() {
        offer();
        sender.says(new WithdrawOffer(1, Code.of("found-another")), now);
        sender.settles(server, now);
        answer(new Answer.Accept());
        bothRead();

        assertThat(status()).isEqualTo("cancelled");
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Withdrawn.class);
    }

    @Test
    void theGiverHoldsUntilItReadsTheSendersMark() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();
        receiver.says(new GiveBack(Code.of("no-staff")), now);
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("failed");
        assertThat(holds(receiver)).isTrue();

        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(holds(sender) && holds(receiver)).isTrue();

        bothRead();
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
        assertThat(sender.plans(now)).isEmpty();
    }

    @Test
    void aMarkThatNamesAnotherVersionIsNoMark() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        receiver.says(new GiveBack(Code.of("no-staff")), now);
        receiver.settles(server, now);
        foreign(t -> t.withArray("/extension")
                .addObject()
                .put("url", FhirSystems.SEEN_BY_SENDER)
                .put("valueString", "1"));

        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(receiver.talks().orElseThrow().course()).isEqualTo(Course.GIVING_BACK);
    }

    @Test
    void theSendersCancellationAfterAcceptanceIsLetGoOfOnReading() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();
        foreign(t -> t.put("status", "cancelled"));
        bothRead();

        assertThat(holds(receiver)).isFalse();
        assertThat(holds(sender)).isTrue();
        assertThat(receiver.issues).contains("cancelled-after-acceptance");
    }

    @Test
    void startAndCompletionTravelAndTheSenderMarksTheEndOnce() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();
        receiver.says(new StartAction(), now);
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("in-progress");
        receiver.says(new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("Stable at home")))), now);
        bothRead();
        bothRead();

        assertThat(status()).isEqualTo("completed");
        assertThat(sender.talks().orElseThrow().course()).isEqualTo(Course.DONE);
        assertThat(sender.plans(now)).isEmpty();
        assertThat(receiver.plans(now)).isEmpty();
        assertThat(task().path("output")).hasSize(1);
    }

    @Test
    void aStatusThatThePartnerDoesNotUseIsNeverWritten() {
        with(PartnerProfiles.bser());
        offer();
        assertThat(status()).isEqualTo("received");
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(task().path("businessStatus").path("coding").toString())
                .contains("3.0")
                .doesNotContain("2.0");
        bothRead();
        receiver.says(new GiveBack(Code.of("no-staff")), now);
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("rejected");
        assertThat(task().path("businessStatus").path("coding").toString()).contains("4.0");
    }

    @Test
    void aPartnerThatCancelsByAskingIsAsked() {
        with(PartnerProfiles.bser());
        offer();
        sender.says(new WithdrawOffer(1, Code.of("found-another")), now);
        bothRead();

        assertThat(status()).isEqualTo("in-progress");
        assertThat(task().path("businessStatus").path("coding").toString()).contains("5.2");
        assertThat(receiver.issues).contains("cancellation-asked");
        assertThat(sender.offer().withdrawing()).isPresent();
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
    }

    @Test
    void whatTheServerRefusesForGoodGoesBackToAPersonAndIsNotAskedAgain() {
        offer();
        answer(new Answer.Accept());
        List<Request> focus = receiver.plans(now);
        focus.forEach(r -> receiver.absorbs(server.perform(r), now));
        List<Request> writes = receiver.plans(now);
        assertThat(writes).singleElement().isInstanceOf(Request.Update.class);
        Request.Update write = (Request.Update) writes.get(0);
        receiver.absorbs(new Response.Refused(Optional.of(write.key()), write.number(), 422, Optional.empty()), now);

        receiver.settles(server, now);

        assertThat(status()).isEqualTo("requested");
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(receiver.issues).contains("server-refused-422");
        assertThat(receiver.plans(now)).isEmpty();
    }

    @Test
    void nothingIsAskedBeforeTheServerWantsToBeAskedAgain() {
        offer();
        answer(new Answer.Accept());
        receiver.plans(now).forEach(r -> receiver.absorbs(server.perform(r), now));
        Request.Update write = (Request.Update) receiver.plans(now).get(0);
        receiver.absorbs(
                new Response.Refused(Optional.of(write.key()), write.number(), 429, Optional.of(Duration.ofMinutes(2))),
                now);

        assertThat(receiver.plans(now.plusSeconds(119))).isEmpty();
        assertThat(receiver.plans(now.plusSeconds(120))).singleElement().isInstanceOf(Request.Read.class);
    }

    @Test
    void aServerThatNeverAnswersIsAskedLaterAndLater() {
        offer();
        answer(new Answer.Accept());
        long longest = 0;
        Instant at = now;
        for (int i = 0; i < 30; i++) {
            Instant before = at;
            while (receiver.exchange
                    .plan(receiver.record, receiver.links, at)
                    .requests()
                    .isEmpty()) {
                at = at.plusSeconds(5);
            }
            Instant sent = at;
            receiver.plans(sent).forEach(r -> receiver.absorbs(unknown(r), sent));
            long waited = Duration.between(before, at).toSeconds();
            assertThat(waited).isGreaterThanOrEqualTo(i < 2 ? 0 : longest);
            longest = Math.max(longest, waited);
        }
        assertThat(longest).isBetween(3600L, 86_400L);
    }

    private static Response unknown(Request request) {
        if (request instanceof Request.Read r) {
            return new Response.Unknown(Optional.of(r.key()), r.number());
        }
        Request.Update u = (Request.Update) request;
        return new Response.Unknown(Optional.of(u.key()), u.number());
    }

    @Test
    void aWriteThatKeepsMeetingNewVersionsGoesBackToAPersonAfterFiveTimes() {
        offer();
        answer(new Answer.Accept());
        int writes = 0;
        for (int i = 0; i < 40 && receiver.offer().intended().isPresent(); i++) {
            for (Request r : receiver.plans(now)) {
                if (r instanceof Request.Update) {
                    writes++;
                    foreign(t -> t.withArray("/note").addObject().put("text", "Ringing"));
                }
                receiver.absorbs(server.perform(r), now);
            }
        }

        assertThat(writes).isEqualTo(AsReceiver.MOST);
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(status()).isEqualTo("requested");
    }

    @Test
    void anAnswerToAnOldRequestIsDropped() {
        offer();
        answer(new Answer.Accept());
        receiver.plans(now).forEach(r -> receiver.absorbs(server.perform(r), now));
        Request.Update write = (Request.Update) receiver.plans(now).get(0);
        Response old = server.perform(write);
        receiver.plans(now);

        Absorbed absorbed = receiver.absorbs(old, now);

        assertThat(absorbed.entries()).isEmpty();
        assertThat(receiver.offer().intended()).isPresent();
        receiver.settles(server, now);
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void aStatusThatWentBackBringsItBackToTheSender() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();
        assertThat(holds(sender)).isFalse();
        foreign(t -> t.put("status", "requested"));
        bothRead();

        assertThat(holds(sender)).isTrue();
        assertThat(receiver.issues).contains("no-longer-says-we-hold");
        assertThat(status()).isEqualTo("requested");
    }

    @Test
    void aTaskThatIsGoneIsNotWrittenAnewAndComesBackToTheSender() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();
        assertThat(holds(sender)).isFalse();
        Link link = sender.links.get(LinkKey.task("handoff-1", 1)).orElseThrow();
        sender.links = sender.links.with(link.hinted());
        server.remove("Task", link.id().orElseThrow());

        sender.settles(server, now);

        assertThat(holds(sender)).isTrue();
        assertThat(sender.issues).contains("gone");
        assertThat(sender.plans(now)).isEmpty();
    }

    @Test
    void aTaskThatNobodyOwnsIsClaimedInTheSameWrite() {
        offer();
        foreign(t -> t.remove("owner"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("accepted");
        assertThat(task().path("owner").path("reference").asText()).isEqualTo("Organization/receiver");
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void anOldPageIsAHintAndMovesNothing() {
        offer();
        Response.Page old = server.page();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();
        assertThat(holds(sender)).isFalse();

        Absorbed absorbed = sender.absorbs(old, now);

        assertThat(absorbed.entries()).isEmpty();
        sender.settles(server, now);
        assertThat(holds(sender)).isFalse();
    }

    @Test
    void aSecondTaskOfOneIdentifierIsNamed() {
        offer();
        Found first = server.tasks().get(0);
        server.put("Task", "t9", first.json());

        sender.absorbs(server.page(), now);

        assertThat(sender.issues).contains("second-of-one-identifier");
    }
}
