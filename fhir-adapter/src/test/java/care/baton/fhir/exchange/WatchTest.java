package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What no search shows us is looked at all the same, at least once a day, until the action closes. */
class WatchTest extends TwoSites {

    private static final Duration HOST_COMES_BY = Duration.ofHours(23);

    @Test
    void whatWeHoldAndTheSenderHasGivenToAnotherIsLookedInto() {
        accepted();
        foreign(t -> t.putObject("owner").put("reference", "Organization/third"));
        days(receiver, 1);

        assertThat(looks(receiver)).containsExactly("offer-1-no-longer-says-we-hold");
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void aRequestThatIsRevokedAfterWeHaveBegunIsLookedInto() {
        accepted();
        assertThat(receiver.says(new StartAction(), now)).isEmpty();
        receiver.settles(server, now);
        server.foreign("ServiceRequest", "s1", r -> r.put("status", "revoked"));
        days(receiver, 1);

        assertThat(looks(receiver)).containsExactly("offer-1-focus-revoked");
        assertThat(receiver.does(
                        new Fulfil(receiver.record
                                .chart()
                                .obligations()
                                .openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO)
                                .get(0)
                                .key()),
                        now))
                .isEmpty();
        days(receiver, 3);
        assertThat(looks(receiver)).isEmpty();
    }

    @Test
    void aRequestThatIsRevokedWhileWeThinkItOverIsLookedInto() {
        offer();
        server.foreign("ServiceRequest", "s1", r -> r.put("status", "revoked"));
        days(receiver, 1);

        assertThat(looks(receiver)).containsExactly("offer-1-focus-revoked");
    }

    @Test
    void anAnswerThatNoSearchShowsIsReadByTheSender() {
        with(PartnerProfiles.plainR4());
        offer();
        foreign(t -> t.put("status", "accepted"));
        days(sender, 1);
        assertThat(holds(sender)).isFalse();

        foreign(t -> t.put("status", "failed").putObject("statusReason").put("text", "No staff"));
        days(sender, 1);
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void anOfferThatHasEndedIsWatchedUntilTheActionCloses() {
        offer();
        assertThat(sender.says(new WithdrawOffer(1, Code.of("found-another")), now))
                .isEmpty();
        sender.settles(server, now);
        assertThat(status()).isEqualTo("cancelled");
        sender.says(asked("ServiceRequest/s1"), now);
        sender.settles(server, now);
        foreign(t -> t.put("status", "accepted"));
        days(sender, 1);

        assertThat(looks(sender)).isNotEmpty();
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void onlyTheTimeThatHasPassedMakesItOwed() {
        accepted();
        for (Site site : List.of(sender, receiver)) {
            assertThat(site.plans(now.plus(Duration.ofHours(19)))).isEmpty();
            assertThat(site.plans(now.minus(Duration.ofHours(19)))).isEmpty();
            List<Request> requests = site.plans(now.plus(Duration.ofHours(20)));
            assertThat(requests).hasSize(site == sender ? 1 : 2).hasOnlyElementsOfType(Request.Read.class);
            requests.forEach(r -> site.absorbs(server.perform(r), now.plus(Duration.ofHours(20))));
            site.settles(server, now.plus(Duration.ofHours(20)));
            assertThat(site.plans(now.plus(Duration.ofHours(39)))).isEmpty();
        }
    }

    @Test
    void aClockThatIsSetBackIsNoReasonNotToLook() {
        accepted();
        assertThat(sender.plans(now.minus(Duration.ofDays(400)))).hasSize(1);
    }

    @Test
    void whatWasDeclinedIsWatchedByItsSenderAlone() {
        offer();
        answer(new Answer.Decline(Two.REASON, Sensitive.none()));
        receiver.settles(server, now);
        bothRead();

        assertThat(days(receiver, 5)).isZero();
        assertThat(days(sender, 5)).isEqualTo(5);
    }

    @Test
    void whatIsClosedIsWatchedByNobody() {
        accepted();
        closed();

        assertThat(days(sender, 3)).isZero();
        assertThat(days(receiver, 3)).isZero();
    }

    @Test
    void whatAskedToStopWhatIsClosedIsWatchedByNobodyEither() {
        with(PartnerProfiles.clinicalOrderWorkflow());
        accepted();
        assertThat(sender.says(new NameDiscrepancy(1, Exchange.TO_BE_STOPPED), now))
                .isEmpty();
        bothRead();
        assertThat(server.tasks()).hasSize(2);
        closed();

        assertThat(days(sender, 3)).isZero();
    }

    private void closed() {
        done();
        bothRead();
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
        sender.settles(server, now);
        bothRead();

        assertThat(sender.talks().orElseThrow().course()).isEqualTo(Course.CLOSED);
    }

    /** How much is asked by a host that comes by once a day, and whose searches show nothing. */
    private int days(Site site, int days) {
        int asked = 0;
        for (int day = 0; day < days; day++) {
            now = now.plus(HOST_COMES_BY);
            for (int round = 0; round < 20; round++) {
                List<Request> requests = site.plans(now);
                asked += requests.size();
                requests.forEach(r -> site.absorbs(server.perform(r), now));
            }
        }
        return asked;
    }

    private static List<String> looks(Site site) {
        return site.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    @Test
    void aFocusThatCouldNotBeReadIsLookedForEachDayAndToldOnce() {
        with(PartnerProfiles.plainR4());
        offer();
        server.remove("ServiceRequest", "s1");
        answer(new Answer.Accept());
        receiver.settles(server, now);
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(holds(receiver)).isTrue();
        looked(receiver);
        days(receiver, 3);
        assertThat(looks(receiver)).isEmpty();

        server.put("ServiceRequest", "s1", FhirJson.of(order().put("status", "revoked")));
        days(receiver, 1);
        assertThat(looks(receiver)).contains("offer-1-focus-revoked");
    }

    private void looked(Site site) {
        site.record
                .chart()
                .obligations()
                .openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO)
                .forEach(look ->
                        assertThat(site.does(new Fulfil(look.key()), now)).isEmpty());
    }

    @Test
    void whatTheServerAsksToWaitForIsNotReadWithTheTask() {
        accepted();
        now = now.plus(HOST_COMES_BY);
        for (Request request : receiver.plans(now)) {
            Request.Read read = (Request.Read) request;
            Response later = new Response.Refused(
                    Optional.of(read.key()), read.number(), 503, Optional.of(Duration.ofHours(30)));
            receiver.absorbs(read.key().isFocus() ? later : server.perform(read), now);
        }
        now = now.plus(HOST_COMES_BY);

        assertThat(receiver.plans(now))
                .singleElement()
                .matches(r -> ((Request.Read) r).key().type().equals("Task"));
    }

    @Test
    void whatIsReadInVainTimeAfterTimeIsReadAlone() {
        accepted();
        LinkKey key = LinkKey.task("handoff-1", 1);
        Link link = sender.links.get(key).orElseThrow();
        now = now.plus(Duration.ofDays(1));

        assertThat(known(link.waiting(Two.START, AsReceiver.MOST - 2))).isEqualTo(link.version());
        assertThat(known(link.waiting(Two.START, AsReceiver.MOST - 1))).isEmpty();
    }

    @Test
    void aTaskOfWhichOnlyTheIdWasKeptIsRead() {
        offer();
        LinkKey key = LinkKey.task("handoff-1", 1);

        assertThat(known(Link.named(key, server.tasks().get(0).id()))).isEmpty();
        assertThat(sender.plans(now)).isEmpty();
    }

    /** Since which version the Task is read, by what was kept of it. */
    private Optional<String> known(Link kept) {
        Links links = sender.links.with(kept);
        List<Request> requests = sender.exchange.plan(sender.record, links, now).requests();
        assertThat(requests).singleElement().isInstanceOf(Request.Read.class);
        return ((Request.Read) requests.get(0)).known();
    }
}
