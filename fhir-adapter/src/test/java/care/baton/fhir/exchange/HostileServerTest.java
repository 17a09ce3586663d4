package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whoever owns the server may write anything there: what was doubted once is not believed the second time. */
class HostileServerTest extends TwoSites {

    @Test
    void anAcceptanceForAnotherPersonIsNotBelievedOnTheNextReadEither() {
        offer();
        foreign(t -> accepted(t).putObject("for").put("reference", "Patient/p2"));
        readTwice(sender);

        assertThat(holds(sender)).isTrue();
        assertThat(sender.issues).contains("person-changed");
    }

    @Test
    void anAcceptanceOfOtherContentLeavesItWithTheSender() {
        offer();
        foreign(t -> t.put("description", "Every day, with lifting"));
        readTwice(sender);
        foreign(HostileServerTest::accepted);
        readTwice(sender);

        assertThat(holds(sender)).isTrue();
        assertThat(sender.issues).contains("accepted-with-other-content");
    }

    @Test
    void anAcceptanceCountsAgainOnceTheContentIsWhatWasAsked() {
        offer();
        foreign(t -> t.put("description", "Every day, with lifting"));
        readTwice(sender);
        foreign(t -> accepted(t).put("description", "Twice a week"));
        readTwice(sender);

        assertThat(holds(sender)).isFalse();
    }

    @Test
    void anAcceptanceByAnotherOwnerIsNotBelievedOnTheNextReadEither() {
        for (String owner :
                List.of("Organization/third", "Practitioner/third", "http://elsewhere/Organization/receiver")) {
            HostileServerTest each = new HostileServerTest();
            each.offer();
            each.foreign(t -> accepted(t).putObject("owner").put("reference", owner));
            each.readTwice(each.sender);

            assertThat(each.holds(each.sender)).as(owner).isTrue();
        }
    }

    @Test
    void anOwnerNamedByAnotherIdentifierIsNotTheOneWhoWasAsked() {
        offer();
        foreign(t -> accepted(t).putObject("owner").putObject("identifier").put("value", "receiver"));
        readTwice(sender);

        assertThat(holds(sender)).isTrue();
    }

    @Test
    void theVeryFirstReadIsComparedWithWhatWasSent() {
        List<Consumer<ObjectNode>> changes = List.of(
                t -> t.putObject("for").put("reference", "Patient/p2"),
                t -> t.putObject("owner").put("reference", "Organization/third"),
                t -> t.putObject("requester").put("reference", "Organization/third"),
                t -> t.putObject("focus").put("reference", "ServiceRequest/s2"),
                t -> t.put("description", "Every day, with lifting"));
        for (Consumer<ObjectNode> change : changes) {
            HostileServerTest each = new HostileServerTest();
            each.firstReadOf(t -> change.accept(accepted(t)));

            assertThat(each.holds(each.sender)).isTrue();
            assertThat(each.sender.issues).isNotEmpty();
        }
        firstReadOf(HostileServerTest::accepted);
        assertThat(holds(sender)).isFalse();
    }

    /** The answer to the create is lost, and the Task changes before it is found. */
    private void firstReadOf(Consumer<ObjectNode> change) {
        sender.says(offered(), now);
        List<Request> creates = sender.plans(now);
        Request.Create create = (Request.Create) creates.get(0);
        server.perform(create);
        foreign(change);
        sender.absorbs(new Response.Unknown(Optional.of(create.key()), create.number()), now);
        readTwice(sender);
    }

    @Test
    void aCancellationThatOnlyTheReceiverMayMakeIsNotTheSendersOnTheNextReadEither() {
        PartnerProfile bser = PartnerProfiles.bser();
        with(bser);
        accepted();
        receiver.says(new StartAction(), now);
        receiver.settles(server, now);
        foreign(t -> t.put("status", "cancelled").remove("businessStatus"));
        readTwice(receiver);

        assertThat(holds(receiver)).isTrue();
        assertThat(receiver.issues).contains("no-longer-says-we-hold");
    }

    @Test
    void anAcceptanceInOurNameIsOursOnlyOnceWeHaveWrittenIt() {
        offer();
        answer(new Answer.Accept());
        foreign(t -> accepted(t).putObject("businessStatus").put("text", "Accepted"));
        receiver.plans(now).forEach(r -> receiver.absorbs(server.perform(r), now));
        receiver.absorbs(server.page(), now);
        readOnce(receiver);
        assertThat(holds(receiver)).isFalse();

        receiver.settles(server, now);
        assertThat(holds(receiver)).isTrue();
        assertThat(task().path("extension").toString()).contains(FhirSystems.COMMAND);
    }

    @Test
    void anAcceptanceInOurNameOfOtherContentGoesBackToAPerson() {
        offer();
        answer(new Answer.Accept());
        foreign(t -> accepted(t)
                .put("description", "Every day, with lifting")
                .putObject("businessStatus")
                .put("text", "Accepted"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(holds(receiver)).isFalse();
        assertThat(receiver.offer().intended()).isEmpty();
    }

    @Test
    void aTaskThatHasBecomeAnotherPersonsIsNeverAccepted() {
        offer();
        foreign(t -> t.putObject("for").put("reference", "Patient/p2"));
        for (int i = 0; i < 3; i++) {
            answer(new Answer.Accept());
            receiver.absorbs(server.page(), now);
            receiver.settles(server, now);
            assertThat(receiver.offer().intended()).isEmpty();
        }

        assertThat(status()).isEqualTo("requested");
        assertThat(receiver.issues).contains("for-another-person");
    }

    @Test
    void anAcceptanceThatOurMarkShowsStandsAndWhatChangedSinceIsNamed() {
        offer();
        answer(new Answer.Accept());
        receiver.plans(now).forEach(r -> receiver.absorbs(server.perform(r), now));
        Request.Update accept = (Request.Update) receiver.plans(now).get(0);
        server.perform(accept);
        foreign(t -> t.put("description", "Every day, with lifting"));
        receiver.absorbs(new Response.Unknown(Optional.of(accept.key()), accept.number()), now);
        receiver.settles(server, now);

        assertThat(holds(receiver)).isTrue();
        assertThat(receiver.issues).contains("content-changed");
    }

    @Test
    void aQuestionDoesNotStandOnATaskThatHasEnded() {
        offer();
        answer(new Answer.RequestClarification(
                List.of(new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none()))));
        foreign(t -> t.put("status", "rejected").putObject("businessStatus").put("text", Faces.AWAITING_INFORMATION));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(receiver.offer().rounds()).isZero();
    }

    @Test
    void aServerThatKeepsNoMarkIsWrittenToAFewTimesAndNoMore() {
        offer();
        answer(new Answer.Accept());
        int writes = 0;
        for (int i = 0; i < 40; i++) {
            for (Request r : receiver.plans(now)) {
                Response response = server.perform(r);
                if (r instanceof Request.Update update) {
                    writes++;
                    foreign(t -> t.remove("extension"));
                    response = new Response.Stands(
                            update.key(), update.number(), server.tasks().get(0));
                }
                receiver.absorbs(response, now);
            }
        }

        assertThat(writes).isBetween(1, AsReceiver.MOST + 1);
        assertThat(holds(receiver)).isTrue();
        assertThat(receiver.issues).contains("mark-not-kept");
    }

    @Test
    void aTaskOfAnotherRequesterIsNoOfferOfThePartner() {
        sender.says(offered(), now);
        sender.settles(server, now);
        for (String requester : List.of("Organization/third", "Organization/receiver", "Patient/p1")) {
            foreign(t -> t.putObject("requester").put("reference", requester));
            assertThat(receiver.exchange.offered(server.page(), receiver.links)).isEmpty();
            assertThat(taken(server.tasks().get(0)).issues())
                    .extracting(i -> i.code().value())
                    .contains("not-an-offer-to-us");
        }
        foreign(t -> t.putObject("requester").put("reference", "Organization/sender"));
        assertThat(receiver.exchange.offered(server.page(), receiver.links)).hasSize(1);
    }

    @Test
    void aTaskForAnotherPersonIsNotTakenIntoThisOnesRecord() {
        sender.says(offered(), now);
        sender.settles(server, now);
        foreign(t -> t.putObject("for").put("reference", "Patient/p2"));

        Absorbed taken = taken(server.tasks().get(0));

        assertThat(taken.entries()).isEmpty();
        assertThat(taken.refusals()).isNotEmpty();
        assertThat(taken.issues()).extracting(i -> i.code().value()).contains("for-another-person");
    }

    @Test
    void onlyThePartnersWordOnThisPersonAnswersAQuestion() {
        with(PartnerProfiles.plainR4());
        offer();
        answer(new Answer.RequestClarification(
                List.of(new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none()))));
        receiver.settles(server, now);

        receiver.absorbs(reply("Organization/third", "Patient/p1"), now);
        receiver.absorbs(reply("Organization/receiver", "Patient/p1"), now);
        receiver.absorbs(reply("Organization/sender", "Patient/p2"), now);
        assertThat(receiver.offer().clarified()).isEmpty();
        assertThat(receiver.issues).contains("answer-from-another", "answer-about-another");

        receiver.absorbs(reply("Organization/sender", "Patient/p1"), now);
        assertThat(receiver.offer().clarified()).containsExactly(Code.of("dose"));
    }

    private Response.Page reply(String sender, String subject) {
        String question = receiver.links.all().stream()
                .filter(l -> l.key().type().equals("CommunicationRequest"))
                .flatMap(l -> l.id().stream())
                .findFirst()
                .orElseThrow();
        ObjectNode reply = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Communication")
                .put("status", "completed");
        reply.putObject("sender").put("reference", sender);
        reply.putObject("subject").put("reference", subject);
        reply.putArray("basedOn").addObject().put("reference", "CommunicationRequest/" + question);
        reply.putArray("payload").addObject().put("contentString", "The evening one");
        return new Response.Page(List.of(server.put("Communication", "c1", FhirJson.of(reply))), Optional.empty());
    }

    @Test
    void whatIsGivenBackAsSomethingThatIsNoHandoffComesBackAllTheSame() {
        accepted();
        assertThat(holds(sender)).isFalse();
        foreign(t -> t.put("status", "failed")
                .putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", "http://hl7.org/fhir/CodeSystem/task-code")
                .put("code", "approve"));
        readTwice(sender);

        assertThat(holds(sender)).isTrue();
    }

    @Test
    void aMarkThatNamesNoVersionKeepsNobodyFromReading() {
        offer();
        foreign(t -> t.put("status", "cancelled")
                .withArray("/extension")
                .addObject()
                .put("url", FhirSystems.SEEN_BY_SENDER)
                .put("valueString", "not an id"));
        readTwice(receiver);

        assertThat(receiver.offer().isLive()).isFalse();
    }

    @Test
    void aRequestThatIsOnlyPointedToIsNeverOursToClose() {
        ObjectNode another = JsonNodeFactory.instance.objectNode();
        another.put("resourceType", "CommunicationRequest").put("status", "active");
        Found before = server.put("CommunicationRequest", "theirs", FhirJson.of(another));
        sender.says(asked("CommunicationRequest/theirs"), now);
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        readTwice(receiver);

        Request.Read read = new Request.Read(new LinkKey("CommunicationRequest", "h", "p"), 1, "theirs");
        assertThat(((Response.Stands) server.perform(read)).found()).isEqualTo(before);
    }

    @Test
    void whatIsAboutARequestForAnotherPersonIsNotAccepted() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("resourceType", "ServiceRequest")
                .put("status", "active")
                .putObject("subject")
                .put("reference", "Patient/p2");
        sender.says(offered(), now);
        sender.settles(server, now);
        server.put("ServiceRequest", "s1", FhirJson.of(request));
        receiver.takes(server.page(), now);
        receiver.settles(server, now);
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();

        assertThat(holds(sender)).isTrue();
        assertThat(receiver.issues).contains("focus-for-another");
    }

    private OfferHandoff offered() {
        return asked("ServiceRequest/s1");
    }

    private static ObjectNode accepted(ObjectNode task) {
        return task.put("status", "accepted");
    }

    /** Reads, and reads once more after something unimportant was added. */
    private void readTwice(Site site) {
        for (int i = 0; i < 2; i++) {
            site.absorbs(server.page(), now);
            site.settles(server, now);
            foreign(t -> t.withArray("/note").addObject().put("text", "Ringing"));
        }
        site.absorbs(server.page(), now);
        site.settles(server, now);
    }

    private void readOnce(Site site) {
        for (Request request : site.plans(now)) {
            if (request instanceof Request.Read) {
                site.absorbs(server.perform(request), now);
            }
        }
    }
}
