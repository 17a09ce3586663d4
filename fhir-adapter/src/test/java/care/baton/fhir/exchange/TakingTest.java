package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.task.SeenIdentifier;
import care.baton.handoff.Negotiation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.HandoffId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken into a record, by whom it must be offered, and how often. */
class TakingTest extends TwoSites {

    private static final HandoffId OTHER = HandoffId.of("handoff-2");
    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";

    @BeforeEach
    void theServerHasOneOffer() {
        sender.says(asked("ServiceRequest/s1"), now);
        sender.settles(server, now);
    }

    @Test
    void theSameTaskAgainForTheSameHandoffChangesNothing() {
        receiver.takes(server.page(), now);
        receiver.settles(server, now);
        foreign(t -> t.put("description", "Every day, with lifting"));

        Absorbed again = take(Two.HANDOFF);

        assertThat(again.entries()).isEmpty();
        assertThat(again.refusals()).isEmpty();
        assertThat(again.links()).isEqualTo(receiver.links);
        assertThat(again.record().chart()).isEqualTo(receiver.record.chart());
    }

    @Test
    void oneTaskIsNoOfferOfTwoHandoffs() {
        receiver.takes(server.page(), now);

        Absorbed again = take(OTHER);

        refused(again, "already-taken-in", Reason.STEP_NOT_OPEN);
        assertThat(again.links()).isEqualTo(receiver.links);
        assertThat(again.record().chart().handoffs().get(OTHER)).isEmpty();
    }

    @Test
    void anOfferThatIsFoundAfterItsTimesIsTakenInWithoutThemAndThatIsSaid() {
        foreign(t -> {
            t.putObject("restriction").putObject("period").put("end", now.toString());
            t.putArray("extension")
                    .addObject()
                    .put("url", FhirSystems.RESPOND_BY)
                    .put("valueDateTime", now.toString());
        });
        now = now.plusSeconds(86_400);

        Absorbed late = take(Two.HANDOFF);

        assertThat(late.refusals()).isEmpty();
        assertThat(late.record().chart().handoffs().get(Two.HANDOFF)).isPresent();
        assertThat(late.issues().stream().map(i -> i.code().value()))
                .containsExactly("respond-by-passed", "finish-by-passed");
        assertThat(late.record().work().nextDue())
                .hasValueSatisfying(due -> assertThat(due).isAfter(now));
    }

    @Test
    void aLinkThatWasLostIsMadeAnewAlsoWhenItsTimesHavePassedMeanwhile() {
        foreign(t -> t.putObject("restriction")
                .putObject("period")
                .put("end", now.plusSeconds(86_400).toString()));
        receiver.takes(server.page(), now);
        Links before = receiver.links;
        receiver.links = Links.none();
        now = now.plusSeconds(2 * 86_400);

        Absorbed again = take(Two.HANDOFF);

        assertThat(again.entries()).isEmpty();
        assertThat(again.links().all())
                .usingRecursiveComparison()
                .ignoringFields("read")
                .isEqualTo(before.all());
        assertThat(again.links().all()).allMatch(link -> link.read().equals(Optional.of(now)));
    }

    @Test
    void aLinkThatWasLostIsMadeAnewForTheOfferThatTheRecordHas() {
        receiver.takes(server.page(), now);
        Links before = receiver.links;
        receiver.links = Links.none();

        Absorbed again = take(Two.HANDOFF);

        assertThat(again.entries()).isEmpty();
        assertThat(again.links()).isEqualTo(before);
    }

    @Test
    void nobodyButThePartnerAndItsOwnPeopleOffersInItsName() {
        for (String another : List.of(
                "Organization/third", "Organization/receiver", "Patient/p1", "http://x.example/Practitioner/1")) {
            foreign(t -> t.putObject("requester").put("reference", another));
            isNoOffer(another);
        }
        for (String own : List.of("Organization/sender", "PractitionerRole/nurse-of-sender", "Practitioner/nurse")) {
            foreign(t -> t.putObject("requester").put("reference", own));
            assertThat(receiver.exchange.offered(server.page(), receiver.links))
                    .as(own)
                    .hasSize(1);
        }
    }

    @Test
    void aRoleDescribedInTheTaskIsOfTheOrganizationThatItNames() {
        foreign(t -> contained(t, "Organization/third"));
        isNoOffer("a role of another organization");

        foreign(t -> contained(t, "Organization/sender"));
        assertThat(receiver.exchange.offered(server.page(), receiver.links)).hasSize(1);
    }

    @Test
    void aDayToFinishByIsNotPassedOverInSilence() {
        foreign(t -> t.putObject("restriction").putObject("period").put("end", "2026-03-09"));

        Absorbed taken = take(Two.HANDOFF);

        assertThat(taken.refusals()).isEmpty();
        assertThat(taken.issues()).extracting(i -> i.code().value()).containsExactly("finish-by-not-read");
    }

    @Test
    void aTaskForAPersonWhomItDescribesItselfIsTakenIn() {
        foreign(t -> {
            t.putArray("contained").addObject().put("resourceType", "Patient").put("id", "patient");
            t.putObject("for").put("reference", "#patient");
        });

        assertThat(take(Two.HANDOFF).refusals()).isEmpty();
    }

    @Test
    void whoIsDescribedInTheTaskAndIsOfNoOrganizationIsNotThePartner() {
        foreign(t -> {
            contained(t, "Organization/sender");
            ((ObjectNode) t.path("contained").path(0)).remove("organization");
        });
        isNoOffer("a role of nobody's");
    }

    private static void contained(ObjectNode task, String organization) {
        task.putArray("contained")
                .addObject()
                .put("resourceType", "PractitionerRole")
                .put("id", "nurse")
                .putObject("organization")
                .put("reference", organization);
        task.putObject("requester").put("reference", "#nurse");
    }

    @Test
    void aTaskForAnotherIsNotOfferedToUsHoweverItsOwnerIsNamed() {
        List<Consumer<ObjectNode>> owners = List.of(
                owner -> owner.put("reference", "Organization/third"),
                owner -> owner.putObject("identifier").put("system", NPI).put("value", "333"),
                owner -> owner.putObject("identifier").put("value", "333"),
                owner ->
                        owner.putObject("identifier").put("system", "urn:other").put("value", "111"));
        knownAs(new SeenIdentifier(NPI, "111"));
        for (Consumer<ObjectNode> owner : owners) {
            foreign(t -> owner.accept(t.putObject("owner")));
            isNoOffer("an owner");
        }
    }

    @Test
    void aTaskThatNamesUsByAnIdentifierOfOursIsOfferedToUs() {
        foreign(t ->
                t.putObject("owner").putObject("identifier").put("system", NPI).put("value", "111"));
        isNoOffer("an identifier that nobody has said is ours");

        knownAs(new SeenIdentifier(NPI, "111"));
        assertThat(take(Two.HANDOFF).refusals()).isEmpty();
    }

    private void knownAs(SeenIdentifier identifier) {
        Endpoint plain = Two.receivers(PartnerProfiles.plainR4());
        receiver = new Site(
                new Endpoint(
                        plain.base(),
                        plain.profile(),
                        plain.partner(),
                        plain.own(),
                        plain.ownReference(),
                        List.of(identifier)),
                now);
    }

    @Test
    void aTaskForAnotherPersonIsRefusedAsThat() {
        foreign(t -> t.putObject("for").put("reference", "Patient/p2"));

        refused(take(Two.HANDOFF), "for-another-person", Reason.OTHER_PERSON);
    }

    @Test
    void nothingThatLiesThereForUsIsPassedOverInSilence() {
        assertThat(doubts()).isEmpty();
        foreign(t -> t.put("status", "accepted"));
        assertThat(doubts()).containsExactly("accepted-in-our-name");
        foreign(t -> t.put("status", "received"));
        with(PartnerProfiles.plainR4());
        assertThat(doubts()).containsExactly("no-longer-new");
        foreign(t -> t.put("status", "requested").putObject("requester").put("reference", "Organization/third"));
        assertThat(doubts()).containsExactly("requester-not-the-partner");
        foreign(t -> t.putObject("requester").put("reference", "Organization/sender"));
        foreign(t -> t.remove("intent"));
        assertThat(doubts()).contains("intent-missing");
        foreign(t -> t.put("intent", "order").put("description", "x".repeat(300_000)));
        assertThat(doubts()).containsExactly("too-large");
    }

    @Test
    void whatIsSomebodyElsesOrOverIsNotOursToLookAt() {
        for (String status : List.of("draft", "cancelled", "failed", "rejected", "completed", "entered-in-error")) {
            foreign(t -> t.put("status", status));
            assertThat(doubts()).as(status).isEmpty();
        }
        foreign(t -> t.put("status", "requested").remove("intent"));
        foreign(t -> t.putObject("owner").put("reference", "Organization/third"));
        assertThat(doubts()).isEmpty();
        foreign(t ->
                t.putObject("owner").putObject("identifier").put("system", NPI).put("value", "333"));
        assertThat(doubts()).containsExactly("owner-not-known");
        knownAs(new SeenIdentifier(NPI, "111"));
        assertThat(doubts()).isEmpty();
    }

    private List<String> doubts() {
        return receiver.exchange.doubtful(server.page(), receiver.links).stream()
                .flatMap(d -> d.issues().stream())
                .filter(i -> i.severity() == MappingIssue.Severity.ERROR)
                .map(i -> i.code().value())
                .toList();
    }

    @Test
    void aCopyOfAnOpenOfferIsSuspectedToBeTheSame() {
        receiver.takes(server.page(), now);
        Found copy = server.put("Task", "copy", server.tasks().get(0).json());

        Absorbed again = take(OTHER, copy);

        assertThat(again.refusals()).isEmpty();
        assertThat(again.issues()).extracting(i -> i.code().value()).containsExactly("suspected-duplicate");
    }

    @Test
    void aTaskThatAnotherMerelyPointsToIsStillTakenInAndRead() {
        Found second = server.put("Task", "second", server.tasks().get(0).json());
        foreign(t -> t.putObject("focus").put("reference", "Task/second"));
        receiver.takes(new Response.Page(List.of(server.tasks().get(0)), Optional.empty()), now);
        receiver.settles(server, now);
        assertThat(receiver.links.get(LinkKey.focus("Task", "handoff-1", 1))).isPresent();

        Absorbed taken = take(OTHER, second);
        assertThat(taken.refusals()).isEmpty();
        receiver.record = taken.record();
        receiver.links = taken.links();
        server.foreign("Task", "second", t -> t.put("status", "cancelled"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(receiver.record
                        .chart()
                        .handoffs()
                        .get(OTHER)
                        .flatMap(Negotiation::current)
                        .orElseThrow()
                        .isLive())
                .isFalse();
    }

    private void isNoOffer(String why) {
        assertThat(receiver.exchange.offered(server.page(), receiver.links))
                .as(why)
                .isEmpty();
        refused(take(Two.HANDOFF), "not-an-offer-to-us", Reason.OFFER_UNKNOWN);
    }

    private static void refused(Absorbed absorbed, String issue, Reason reason) {
        assertThat(absorbed.entries()).isEmpty();
        assertThat(absorbed.issues()).extracting(i -> i.code().value()).containsExactly(issue);
        assertThat(absorbed.refusals()).extracting(r -> r.code()).containsExactly(reason);
    }

    private Absorbed take(HandoffId handoff) {
        return take(handoff, server.tasks().get(0));
    }

    private Absorbed take(HandoffId handoff, Found found) {
        return receiver.exchange.take(
                receiver.record,
                receiver.links,
                Two.RUN,
                handoff,
                ReadAsk.of(Code.of("home-care"), Two.PERSON, found.json()),
                found,
                Salt.of(new byte[32]),
                now);
    }
}
