package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.record.RecordCommand.Fulfil;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often somebody is told that a partner cannot be reached, and how soon. */
class OutageTest extends TwoSites {

    @BeforeEach
    void known() {
        offer();
    }

    @Test
    void aSecondOutageIsLookedIntoLikeTheFirst() {
        lasts(Duration.ofHours(8), OutageTest::silence);
        assertThat(looks()).hasSize(1);
        looked();
        lasts(Duration.ofHours(8), OutageTest::silence);
        assertThat(looks()).as("the same outage").isEmpty();

        now = now.plus(Duration.ofDays(1));
        sender.settles(server, now);
        lasts(Duration.ofHours(8), OutageTest::silence);
        assertThat(looks()).as("another outage").hasSize(1);
    }

    @Test
    void aPauseLongerThanWeCanWaitForIsLookedIntoAtOnce() {
        lasts(Duration.ofMinutes(1), (key, number) -> later(key, number, Duration.ofDays(1)));

        assertThat(looks()).hasSize(1);
        looked();
        lasts(Duration.ofDays(2), (key, number) -> later(key, number, Duration.ofDays(1)));
        assertThat(looks()).as("the same outage").isEmpty();
    }

    @Test
    void pausesThatAreAskedForAgainAndAgainAddUp() {
        lasts(Duration.ofMinutes(50), (key, number) -> later(key, number, Duration.ofMinutes(30)));
        assertThat(looks()).isEmpty();
        lasts(Duration.ofMinutes(50), (key, number) -> later(key, number, Duration.ofMinutes(30)));

        assertThat(looks()).hasSize(1);
    }

    private static Response silence(LinkKey key, long number) {
        return new Response.Unknown(Optional.of(key), number);
    }

    private static Response later(LinkKey key, long number, Duration pause) {
        return new Response.Refused(Optional.of(key), number, 503, Optional.of(pause));
    }

    private void lasts(Duration time, BiFunction<LinkKey, Long, Response> answer) {
        LinkKey key = LinkKey.task("handoff-1", 1);
        Link link = sender.links.get(key).orElseThrow();
        if (link.failures() == 0) {
            sender.links = sender.links.with(link.hinted());
        }
        for (Instant until = now.plus(time); now.isBefore(until); now = now.plusSeconds(10)) {
            for (Request request : sender.plans(now)) {
                sender.absorbs(answer.apply(key, ((Request.Read) request).number()), now);
            }
        }
    }

    private void looked() {
        for (Obligation look : open()) {
            assertThat(sender.does(new Fulfil(look.key()), now)).isEmpty();
        }
        assertThat(looks()).isEmpty();
    }

    private List<Obligation> open() {
        return sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO);
    }

    private List<String> looks() {
        return open().stream()
                .map(o -> o.key().subject())
                .filter("offer-1-task-unreachable"::equals)
                .toList();
    }

    @Test
    void answersThatCannotBeTakenInAreLookedIntoLikeNone() {
        lasts(
                Duration.ofHours(8),
                (key, number) -> new Response.Rejected(Optional.of(key), number, Code.of("too-large")));

        assertThat(looks()).hasSize(1);
    }
}
