package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.MappingIssue;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.record.RecordCommand.Fulfil;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between two sites: refusals, silence, races, lost and doubled resources. */
class ExchangeFaultTest extends TwoSites {

    private final List<MappingIssue> told = new ArrayList<>();

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

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 422})
    void anAnswerThatTheServerRefusedIsTakenBackAloudAndTheNextOneIsSent(int status) {
        offer();
        answer(new Answer.Accept());
        assertThat(writesRefusedWith(status)).isEqualTo(1);

        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(told).contains(MappingIssue.error("server-refused", "Task"));
        assertThat(told).contains(MappingIssue.warning("server-refused-" + status, "Task"));
        assertThat(looks(receiver)).containsExactly("offer-1-server-refused");

        answer(new Answer.Accept());
        assertThat(writesRefusedWith(status)).as("a new answer, a new request").isEqualTo(1);
        assertThat(receiver.offer().intended()).isEmpty();

        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void whoHasLookedHearsAgainThatTheNextAnswerWasRefusedToo() {
        offer();
        answer(new Answer.Accept());
        writesRefusedWith(401);
        looksAreFulfilled(receiver);

        answer(new Answer.Accept());
        writesRefusedWith(401);

        assertThat(looks(receiver)).containsExactly("offer-1-server-refused");
    }

    @Test
    void aReadThatWasRefusedBeforeAnybodyAnsweredKeepsNoAnswerBack() {
        offer();
        now = now.plus(Duration.ofDays(2));
        for (Request r : receiver.plans(now)) {
            receiver.absorbs(
                    r instanceof Request.Read read && read.key().type().equals("Task")
                            ? new Response.Refused(Optional.of(read.key()), read.number(), 401, Optional.empty())
                            : server.perform(r),
                    now);
        }
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void whatTheServerRefusedIsSentOnceMoreWhenSomebodyHasLookedAndNotBefore() {
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        sender.says(asked("ServiceRequest/s1"), now);
        assertThat(refusedCreates(sender)).isEqualTo(1);
        assertThat(looks(sender)).containsExactly("offer-1-task-unreachable");
        assertThat(sender.exchange.plan(sender.record, sender.links, now).issues())
                .containsExactly(MappingIssue.warning("refused-by-the-server", "Task"));

        looksAreFulfilled(sender);
        assertThat(refusedCreates(sender)).as("asked again once").isEqualTo(1);
        assertThat(looks(sender)).containsExactly("offer-1-task-unreachable");

        looksAreFulfilled(sender);
        sender.settles(server, now);
        assertThat(status()).isEqualTo("requested");
        assertThat(sender.exchange.plan(sender.record, sender.links, now).issues())
                .doesNotContain(MappingIssue.warning("refused-by-the-server", "Task"));
    }

    @Test
    void aWithdrawalThatTheServerRefusedIsLookedIntoAndThenAskedForAgain() {
        offer();
        sender.says(new WithdrawOffer(1, Code.of("no-longer-needed")), now);
        for (int i = 0; i < 30; i++) {
            now = now.plusSeconds(3_600);
            sender.plans(now)
                    .forEach(r -> sender.absorbs(
                            r instanceof Request.Update u
                                    ? new Response.Refused(Optional.of(u.key()), u.number(), 401, Optional.empty())
                                    : server.perform(r),
                            now));
        }
        assertThat(status()).isEqualTo("requested");
        assertThat(looks(sender)).contains("offer-1-task-unreachable");
        assertThat(sender.exchange.plan(sender.record, sender.links, now).issues())
                .contains(MappingIssue.warning("refused-by-the-server", "Task"));

        looksAreFulfilled(sender);
        sender.settles(server, now);
        assertThat(status()).isEqualTo("cancelled");
    }

    /** How many writes left over some days, each refused alike. */
    private long writesRefusedWith(int status) {
        long writes = 0;
        for (int i = 0; i < 30; i++) {
            now = now.plusSeconds(3_600);
            for (Request r : receiver.plans(now)) {
                if (r instanceof Request.Update u) {
                    writes++;
                    told(receiver.absorbs(
                            new Response.Refused(Optional.of(u.key()), u.number(), status, Optional.empty()), now));
                } else {
                    told(receiver.absorbs(server.perform(r), now));
                }
            }
        }
        return writes;
    }

    private void told(Absorbed absorbed) {
        told.addAll(absorbed.issues());
    }

    private long refusedCreates(Site site) {
        long creates = 0;
        for (int i = 0; i < 30; i++) {
            now = now.plusSeconds(3_600);
            for (Request r : site.plans(now)) {
                if (r instanceof Request.Create c) {
                    creates++;
                    site.absorbs(new Response.Refused(Optional.of(c.key()), c.number(), 401, Optional.empty()), now);
                } else {
                    site.absorbs(server.perform(r), now);
                }
            }
        }
        return creates;
    }

    private static List<Obligation> open(Site site) {
        return site.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO);
    }

    private static List<String> looks(Site site) {
        return open(site).stream().map(o -> o.key().subject()).toList();
    }

    private void looksAreFulfilled(Site site) {
        for (Obligation look : open(site)) {
            assertThat(site.does(new Fulfil(look.key()), now)).isEmpty();
        }
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
                long minutes = Duration.between(before, at).toMinutes();
                at = at.plusSeconds(minutes < 10 ? 5 : minutes < 60 ? 60 : 600);
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
        accepted();
        assertThat(holds(sender)).isFalse();
        foreign(t -> t.put("status", "requested"));
        bothRead();

        assertThat(holds(sender)).isTrue();
        assertThat(receiver.issues).contains("no-longer-says-we-hold");
        assertThat(status()).isEqualTo("requested");
    }

    @Test
    void aTaskThatIsGoneIsNotWrittenAnewAndComesBackToTheSender() {
        accepted();
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
}
