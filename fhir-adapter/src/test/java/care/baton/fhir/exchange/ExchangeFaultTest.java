package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.exchange.Response.Found;
import care.baton.handoff.Answer;
import care.baton.handoff.Kinds;
import care.baton.record.RecordCommand.Fulfil;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes wrong between two sites: refusals, silence, races, lost and doubled resources. */
class ExchangeFaultTest extends TwoSites {

    private static final String SECOND = "offer-1-second-of-one-identifier";

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

    @Test
    void aSecondTaskOfOneIdentifierIsNamed() {
        offer();
        Found first = server.tasks().get(0);
        server.put("Task", "t9", first.json());

        sender.absorbs(server.page(), now);

        assertThat(sender.issues).contains("second-of-one-identifier");
    }

    @Test
    void anAnswerOnTheSecondTaskIsLookedAtOnceEachTimeItSaysSomethingElse() {
        offer();
        Found first = server.tasks().get(0);
        server.put("Task", "t9", first.json());
        reads();
        assertThat(looks()).isEmpty();

        second("accepted");
        assertThat(looks()).containsExactly(SECOND);
        assertThat(holds(sender)).isTrue();
        sender.record
                .chart()
                .obligations()
                .openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO)
                .forEach(look ->
                        assertThat(sender.does(new Fulfil(look.key()), now)).isEmpty());
        reads();
        assertThat(looks()).isEmpty();
        second("in-progress");
        assertThat(looks()).containsExactly(SECOND);
    }

    @Test
    void aSecondTaskThatIsCancelledAsksNothingOfAnybody() {
        offer();
        server.put("Task", "t9", server.tasks().get(0).json());
        second("cancelled");

        assertThat(looks()).isEmpty();
    }

    private void second(String status) {
        server.foreign("Task", "t9", task -> task.put("status", status));
        reads();
    }

    private void reads() {
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
    }

    private List<String> looks() {
        return sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(look -> look.key().subject())
                .toList();
    }
}
