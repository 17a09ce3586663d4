package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.fhir.FhirJson;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of it when the Task, or what it is about, cannot be seen. */
class SightTest extends TwoSites {

    private void held() {
        accepted();
        assertThat(holds(sender)).isFalse();
    }

    private Link link() {
        return sender.links.get(LinkKey.task("handoff-1", 1)).orElseThrow();
    }

    private static List<Code> courses(Absorbed absorbed) {
        return absorbed.entries().stream()
                .map(Entry::event)
                .filter(CourseTaken.class::isInstance)
                .map(e -> ((CourseTaken) e).reason())
                .toList();
    }

    @Test
    void whatWeMayNotLookAtAnyMoreComesBackToUs() {
        held();
        sender.links = sender.links.with(link().hinted());
        Request read = sender.plans(now).get(0);
        Absorbed absorbed = sender.absorbs(
                new Response.Refused(Optional.of(link().key()), ((Request.Read) read).number(), 403, Optional.empty()),
                now);

        assertThat(holds(sender)).isTrue();
        assertThat(sender.issues).contains("access-withdrawn");
        assertThat(courses(absorbed)).containsExactly(Code.of("access-withdrawn"));
        assertThat(absorbed.entries()).allMatch(e -> e.act().speaker().equals(Two.SENDER));
    }

    @Test
    void whatIsGoneIsTakenBackByUsAndGivenBackByNobody() {
        held();
        sender.links = sender.links.with(link().hinted());
        server.remove("Task", link().id().orElseThrow());
        Request read = sender.plans(now).get(0);

        Absorbed absorbed = sender.absorbs(server.perform(read), now);

        assertThat(courses(absorbed)).containsExactly(Code.of("gone"));
        assertThat(absorbed.entries()).allMatch(e -> e.act().speaker().equals(Two.SENDER));
    }

    @Test
    void aFocusThatWeMayNotReadGoesBackToAPersonOnce() {
        offer();
        answer(new Answer.Accept());
        refuseFocus();
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(receiver.issues).contains("focus-unreadable");
        assertThat(status()).isEqualTo("requested");

        answer(new Answer.Accept());
        refuseFocus();
        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void aFocusThatIsGoneGoesBackToAPersonOnce() {
        offer();
        answer(new Answer.Accept());
        server.remove("ServiceRequest", "s1");
        receiver.settles(server, now);
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(status()).isEqualTo("requested");

        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
    }

    private void refuseFocus() {
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(60);
            for (Request r : receiver.plans(now)) {
                receiver.absorbs(
                        r instanceof Request.Read read && read.key().type().equals("ServiceRequest")
                                ? new Response.Refused(Optional.of(read.key()), read.number(), 403, Optional.empty())
                                : server.perform(r),
                        now);
            }
        }
    }

    @Test
    void aFocusByTheServersWholeAddressIsWatchedToo() {
        server.put("ServiceRequest", "s1", FhirJson.of(TwoSites.order()));
        sender.says(asked("http://server.example/fhir/ServiceRequest/s1"), now);
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        receiver.settles(server, now);
        answer(new Answer.Accept());
        server.foreign("ServiceRequest", "s1", t -> t.put("status", "revoked"));
        receiver.settles(server, now);

        assertThat(receiver.issues).contains("focus-revoked");
        assertThat(status()).isEqualTo("requested");
    }

    @Test
    void aFocusInsideTheTaskIsPartOfWhatIsAsked() {
        offer();
        foreign(t -> t.withArray("/contained")
                .addObject()
                .put("resourceType", "ServiceRequest")
                .put("id", "inside")
                .put("status", "revoked"));
        answer(new Answer.Accept());
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(status()).isEqualTo("requested");
    }

    @Test
    void oneWordThatTheTaskIsGoneDoesNotUndoAnAcceptanceThatMayHaveLeft() {
        offer();
        answer(new Answer.Accept());
        Request.Update accept = accepting();
        Response lost = server.perform(accept);
        receiver.absorbs(new Response.Unknown(Optional.of(accept.key()), accept.number()), now);
        for (int i = 0; i < 2 * AsReceiver.MOST; i++) {
            now = now.plusSeconds(3_600);
            receiver.plans(now).forEach(r -> receiver.absorbs(absent(r), now));
            assertThat(receiver.offer().intended()).isPresent();
            assertThat(holds(receiver)).isFalse();
        }
        assertThat(receiver.issues).contains("gone");

        now = now.plusSeconds(86_400);
        receiver.settles(server, now);

        assertThat(lost).isInstanceOf(Response.Stands.class);
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void anAcceptanceThatHasNotLeftGoesBackOnlyWhenTheTaskIsGoneAgainAndAgain() {
        offer();
        answer(new Answer.Accept());
        receiver.links = receiver.links.with(
                receiver.links.get(LinkKey.task("handoff-1", 1)).orElseThrow().hinted());
        int words = 0;
        while (receiver.offer().intended().isPresent()) {
            words++;
            receiver.plans(now).forEach(r -> receiver.absorbs(absent(r), now));
            now = now.plusSeconds(3_600);
        }
        assertThat(words).isEqualTo(AsReceiver.MOST + 1);
        assertThat(receiver.plans(now)).isEmpty();

        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void aTaskThatWasMadeAnewByOurAcceptanceIsReadBeforeItCounts() {
        offer();
        answer(new Answer.Accept());
        Request.Update accept = accepting();
        server.perform(accept);
        receiver.absorbs(new Response.Rejected(Optional.of(accept.key()), accept.number(), Absorber.RECREATED), now);
        assertThat(holds(receiver)).isFalse();
        assertThat(receiver.offer().intended()).isPresent();
        assertThat(receiver.issues).contains("recreated");

        receiver.settles(server, now);
        bothRead();

        assertThat(holds(receiver)).isTrue();
        assertThat(holds(sender)).isFalse();
    }

    @Test
    void whatIsGoneBeforeItWasAnsweredCanStillBeWithdrawnAndOfferedAgain() {
        offer();
        server.remove("Task", server.tasks().get(0).id());
        sender.links = sender.links.with(link().hinted());
        sender.settles(server, now);
        assertThat(sender.says(new WithdrawOffer(1, Code.of("lost")), now)).isEmpty();
        sender.settles(server, now);

        assertThat(sender.offer().state()).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        sender.settles(server, now);
        assertThat(status()).isEqualTo("requested");
    }

    @Test
    void anAnswerToWhatIsKnownToBeGoneGoesBackToWhoGaveIt() {
        offer();
        server.remove("Task", server.tasks().get(0).id());
        daysPass();
        answer(new Answer.Accept());
        daysPass();

        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(holds(receiver)).isFalse();
    }

    private void daysPass() {
        for (int day = 0; day < 2 * AsReceiver.MOST; day++) {
            now = now.plusSeconds(86_400);
            receiver.settles(server, now);
        }
    }

    private Request.Update accepting() {
        receiver.plans(now).forEach(r -> receiver.absorbs(server.perform(r), now));
        return (Request.Update) receiver.plans(now).get(0);
    }

    private static Response absent(Request request) {
        Request.Read read = (Request.Read) request;
        return new Response.Absent(read.key(), read.number());
    }
}
