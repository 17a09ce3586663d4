package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.Party;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What one resource was last seen as, and when it may be asked for again. */
class LinkTest {

    private static final Instant NOW = Two.START;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Link NEW = Link.unknown(LinkKey.task("handoff-1", 1));
    private static final Link SEEN = NEW.trying().at("t1", "1", "{}", NOW);

    private static Link times(int times, Function<Link, Link> step) {
        Link link = SEEN;
        for (int i = 0; i < times; i++) {
            link = step.apply(link);
        }
        return link;
    }

    private static Link failed(int times) {
        return times(times, link -> link.trying().unresolved(NOW, Duration.ZERO));
    }

    private static void waits(Link link, long firstWaits) {
        Duration least = FIRST.multipliedBy(firstWaits);
        assertThat(Duration.between(NOW, link.notBefore().orElseThrow()))
                .isBetween(least, least.multipliedBy(5).dividedBy(4));
    }

    @Test
    void whatComesToNothingIsReadAtOnceAndThenLaterAndLater() {
        assertThat(failed(1).notBefore()).isEmpty();
        waits(failed(2), 1);
        waits(failed(3), 2);
        waits(failed(4), 4);
        waits(failed(14), 1L << 12);
        waits(failed(30), 1L << 12);
        assertThat(failed(3).tried()).isEqualTo(failed(3).requests());
    }

    @Test
    void theServerIsGivenAsLongAsItAsksFor() {
        Duration asked = Duration.ofSeconds(30);

        assertThat(SEEN.trying().unresolved(NOW, asked).notBefore()).contains(NOW.plus(asked));
        assertThat(failed(1).trying().unresolved(NOW, asked).notBefore()).contains(NOW.plus(asked));
        waits(failed(7).trying().unresolved(NOW, asked), 64);
    }

    @Test
    void nothingIsAskedBeforeItsTimeAndAtItsTimeItIs() {
        Link link = SEEN.trying().unresolved(NOW, FIRST);

        assertThat(link.waits(NOW.plus(FIRST).minusNanos(1))).isTrue();
        assertThat(link.waits(NOW.plus(FIRST))).isFalse();
        assertThat(SEEN.waits(NOW)).isFalse();
    }

    @Test
    void whatWasNotStoredIsWrittenAtOnceAndThenLaterAndLater() {
        assertThat(times(1, l -> l.unstored(NOW)).notBefore()).isEmpty();
        assertThat(times(2, l -> l.unstored(NOW)).notBefore()).isEmpty();
        waits(times(3, l -> l.unstored(NOW)), 1);
        waits(times(4, l -> l.unstored(NOW)), 2);
        waits(times(40, l -> l.unstored(NOW)), 1L << 12);
        assertThat(failed(3).unstored(NOW).tried()).isZero();
    }

    @Test
    void whatSettlesNothingIsReadLaterAndLater() {
        waits(SEEN.waiting(NOW, 0), 1);
        waits(SEEN.waiting(NOW, 3), 8);
        waits(SEEN.waiting(NOW, 40), 1L << 12);
        assertThat(SEEN.waiting(NOW, 3).failures()).isEqualTo(4);
        assertThat(SEEN.waiting(NOW, 0).isUnsettled()).isTrue();
        assertThat(SEEN.waiting(NOW, 0).trying().isUnsettled()).isFalse();
        assertThat(NEW.waiting(NOW, 0).isUnsettled()).isFalse();
        assertThat(SEEN.isUnsettled()).isFalse();
    }

    @Test
    void whatIsWrittenTooOftenIsWrittenLaterAndLater() {
        assertThat(times(AsReceiver.MOST, Link::marking).pausing(NOW).notBefore())
                .isEmpty();
        waits(times(AsReceiver.MOST + 1, Link::marking).pausing(NOW), 1);
        waits(times(AsReceiver.MOST + 3, Link::marking).pausing(NOW), 4);
        waits(times(AsReceiver.MOST + 40, Link::marking).pausing(NOW), 1L << 12);
        assertThat(times(3, Link::marking).settled().again()).isZero();
    }

    @Test
    void itHasFailedForAsLongAsItsWaitsAreTogether() {
        Duration none = Duration.ZERO;

        assertThat(failed(1).hasFailedFor(Duration.ofSeconds(1), none)).isFalse();
        assertThat(failed(2).hasFailedFor(Duration.ofSeconds(5), none)).isTrue();
        assertThat(failed(2).hasFailedFor(Duration.ofSeconds(6), none)).isFalse();
        assertThat(failed(4).hasFailedFor(Duration.ofSeconds(35), none)).isTrue();
        assertThat(failed(4).hasFailedFor(Duration.ofSeconds(36), none)).isFalse();
        assertThat(failed(12).hasFailedFor(Duration.ofDays(365), none)).isFalse();
        assertThat(failed(13).hasFailedFor(Duration.ofDays(365), none)).isTrue();
    }

    @Test
    void thePausesThatTheServerAsksForCountTogetherAndALongOneBeforeItHasPassed() {
        Duration hour = Duration.ofHours(1);
        Duration half = Duration.ofMinutes(30);

        assertThat(failed(1).hasFailedFor(hour, half)).isFalse();
        assertThat(failed(2).hasFailedFor(hour, half)).isTrue();
        assertThat(SEEN.hasFailedFor(hour, hour)).isFalse();
        assertThat(SEEN.hasFailedFor(hour, hour.plusSeconds(1))).isTrue();
    }

    @Test
    void itBeginsToFailOnce() {
        Duration none = Duration.ZERO;
        Duration five = Duration.ofSeconds(5);

        assertThat(SEEN.beginsToFailFor(five, none)).isTrue();
        assertThat(failed(2).beginsToFailFor(five, none)).isTrue();
        assertThat(failed(3).beginsToFailFor(five, none)).isFalse();
        assertThat(failed(1).beginsToFailFor(five, five)).isTrue();
    }

    @Test
    void anAnswerEndsWhatCameToNothing() {
        Link again = failed(4).at("t1", "2", "{\"a\":1}", NOW.plusSeconds(9));

        assertThat(again.tried()).isZero();
        assertThat(again.failures()).isZero();
        assertThat(again.notBefore()).isEmpty();
        assertThat(again.version()).contains("2");
        assertThat(again.seen()).isEqualTo(Sensitive.of("{\"a\":1}"));
        assertThat(again.read()).contains(NOW.plusSeconds(9));
        assertThat(again.requests()).isEqualTo(5);
        Link absent = failed(4).absent();
        assertThat(absent.tried()).isZero();
        assertThat(absent.failures()).isZero();
        assertThat(absent.notBefore()).isEmpty();
    }

    @Test
    void aRefusalHoldsForTheVersionThatStoodThere() {
        Link refused = SEEN.refusing(Code.of("write-accepted"));

        assertThat(refused.at("t1", "1", "{}", NOW).refused()).isPresent();
        assertThat(refused.at("t1", "2", "{}", NOW).refused()).isEmpty();
        assertThat(refused.isGone()).isFalse();
        assertThat(SEEN.refusing(Link.GONE).isGone()).isTrue();
        assertThat(SEEN.refusing(Link.GONE).at("t1", "1", "{}", NOW).refused()).isEmpty();
    }

    @Test
    void whatSomebodyHasSeenToIsAskedAgainAtOnce() {
        Link seenTo = failed(4).refusing(Code.of("write-accepted")).seenTo();

        assertThat(seenTo.refused()).isEmpty();
        assertThat(seenTo.notBefore()).isEmpty();
        assertThat(seenTo.failures()).isZero();
    }

    @Test
    void afterAHintNoEarlierAnswerCountsAndNothingIsWaitedFor() {
        Link hinted = failed(4).hinted();

        assertThat(hinted.requests()).isEqualTo(failed(4).requests() + 1);
        assertThat(hinted.tried()).isEqualTo(hinted.requests());
        assertThat(hinted.notBefore()).isEmpty();
        assertThat(SEEN.trying().trying().overtaken().tried()).isEqualTo(3);
    }

    @Test
    void itIsOldTwentyHoursAfterItWasReadByAClockThatGoesEitherWay() {
        Duration hours = Duration.ofHours(20);

        assertThat(SEEN.isOld(NOW.plus(hours).minusNanos(1))).isFalse();
        assertThat(SEEN.isOld(NOW.plus(hours))).isTrue();
        assertThat(SEEN.isOld(NOW.minus(hours))).isTrue();
        assertThat(NEW.isOld(NOW)).isFalse();
    }

    @Test
    void whatWasReadBesideTheTaskIsReadBeforeItsNextRequestAndNoLater() {
        Link task = SEEN.trying();
        Link focus = Link.named(LinkKey.focus("ServiceRequest", "handoff-1", 1), "s1");

        assertThat(focus.isBeside(task)).isFalse();
        assertThat(focus.beside(task).isBeside(task)).isTrue();
        assertThat(focus.beside(task).isBeside(task.trying())).isFalse();
        assertThat(focus.beside(task).stale().isBeside(task)).isFalse();
    }

    @Test
    void numbersAndNamesThatDoNotFitEachOtherAreNoLink() {
        List<Function<Link, Link>> kept = List.of(
                l -> of(l.id(), l.version(), 0, 0, 0, 0, 0),
                l -> of(l.id(), l.version(), 1, 1, 1, 1, 1),
                l -> of(l.id(), Optional.empty(), 0, 1, 0, 0, 0),
                l -> of(Optional.empty(), Optional.empty(), 0, 1, 0, 0, 0));
        kept.forEach(step -> assertThat(step.apply(SEEN)).isNotNull());
        List<Runnable> none = List.of(
                () -> of(SEEN.id(), SEEN.version(), -1, 0, 0, 0, 0),
                () -> of(SEEN.id(), SEEN.version(), 2, 1, 0, 0, 0),
                () -> of(SEEN.id(), SEEN.version(), 0, 0, -1, 0, 0),
                () -> of(SEEN.id(), SEEN.version(), 0, 0, 0, -1, 0),
                () -> of(SEEN.id(), SEEN.version(), 0, 0, 0, 0, -1),
                () -> of(Optional.empty(), SEEN.version(), 0, 0, 0, 0, 0),
                () -> of(Optional.of("a/b"), Optional.empty(), 0, 0, 0, 0, 0),
                () -> of(SEEN.id(), Optional.of("a b"), 0, 0, 0, 0, 0));
        none.forEach(step -> assertThatIllegalArgumentException().isThrownBy(step::run));
    }

    @Test
    void theLastNumberThatThereIsStaysTheLast() {
        int most = Integer.MAX_VALUE;
        Link last = of(SEEN.id(), SEEN.version(), 0, Long.MAX_VALUE, most, Long.MAX_VALUE, most);

        assertThat(last.trying().tried()).isEqualTo(Long.MAX_VALUE);
        assertThat(last.hinted().requests()).isEqualTo(Long.MAX_VALUE);
        assertThat(last.marking().pausing(NOW).again()).isEqualTo(most);
        assertThat(last.unresolved(NOW, FIRST).failures()).isEqualTo(most);
        assertThat(last.unstored(NOW).failures()).isEqualTo(most);
        assertThat(last.waiting(NOW, most).failures()).isEqualTo(most);
        assertThat(last.hasFailedFor(Duration.ofDays(365), FIRST)).isTrue();
        assertThat(SEEN.beside(last).isBeside(last)).isTrue();
    }

    private static Link of(
            Optional<String> id,
            Optional<String> version,
            long tried,
            long requests,
            int again,
            long beside,
            int failures) {
        return new Link(
                SEEN.key(),
                id,
                version,
                Sensitive.none(),
                Sensitive.none(),
                tried,
                requests,
                again,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                beside,
                failures,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void itTellsItsKindAndNothingOfWhatIsInIt() {
        assertThat(SEEN).hasToString("Link");
    }

    @Test
    void whatIsNotedOfItIsKept() {
        Digest asked = Digest.of(new byte[] {1});
        Link noted = SEEN.told(asked)
                .taking(FhirJson.read("{\"resourceType\":\"Task\"}").value().orElseThrow())
                .ended(Optional.of("1"), List.of(Party.OWNER))
                .trying();

        assertThat(noted.asked()).contains(asked);
        assertThat(noted.taken()).isEqualTo(Sensitive.of("{\"resourceType\":\"Task\"}"));
        assertThat(noted.ended()).contains("1");
        assertThat(noted.endedBy()).containsExactly(Party.OWNER);
        assertThat(noted.seen()).isEqualTo(Sensitive.of("{}"));
    }
}
