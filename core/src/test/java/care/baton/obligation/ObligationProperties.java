package care.baton.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.escalation.Escalation;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.party.Holder;
import care.baton.time.Horizon;
import care.baton.trace.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of the kernel, by name; the sixth, proof, is shown by {@link ProofProperties}. */
class ObligationProperties {

    @Property
    @Promise(1)
    void heldByExactlyOneRoleAtEachInstant(@ForAll("stories") Story story) {
        story.steps().forEach(s -> Story.all(s.after()).forEach(ObligationLaws::heldByOne));
    }

    @Property
    void heldUntilItIsPassedOn(@ForAll("stories") Story story) {
        story.steps().forEach(ObligationLaws::heldUntilPassed);
    }

    @Property
    @Promise(6)
    void dueHasANextInstantWhileOpen(@ForAll("stories") Story story) {
        story.steps().forEach(ObligationLaws::nextIsTheEarliest);
    }

    @Property
    @Promise(6)
    void dueWhileSuspendedIsWhatSuspendsIt(@ForAll("stories") Story story) {
        story.steps().forEach(s -> s.after().open().forEach(o -> ObligationLaws.waitsForWhatRuns(s.after(), o)));
    }

    @Property
    void timeEndsNothing(@ForAll("stories") Story story) {
        story.steps().forEach(ObligationLaws::timeEndsNothing);
    }

    @Property
    void lateIsHeardAtEveryLevelThatIsDue(@ForAll("stories") Story story) {
        story.steps().forEach(ObligationLaws::lateIsHeard);
    }

    @Property
    @Promise(26)
    void lateIsHeardOnceALevelByTheRoleWhoseTurnItIs(@ForAll("stories") Story story) {
        story.steps().forEach(ObligationLaws::eachLevelOnce);
    }

    @Property
    void lateIsHeardTheSameHoweverOftenAsked(
            @ForAll("stories") Story story, @ForAll("ahead") Duration one, @ForAll("ahead") Duration other) {
        Instant middle = story.now().plus(one);
        Instant end = middle.plus(other);

        Obligations twice = Story.advance(Story.advance(story.state(), middle), end);

        assertThat(twice).isEqualTo(Story.advance(story.state(), end));
    }

    @Property
    @Promise(26)
    void lateIsNotHeardAgainWhenTheClockIsPutBack(@ForAll("stories") Story story, @ForAll("ahead") Duration back) {
        Obligations state = Story.advance(story.state(), story.now());
        assertThat(Escalation.due(state, story.now().minus(back), Story.CALENDAR))
                .isEmpty();
    }

    @Property(tries = 300)
    @Promise(27)
    void lateIsHeardInBoundedWorkAfterAnyLeap(@ForAll("stories") Story story, @ForAll("leaps") Instant leap) {
        long levels = story.state().open().stream()
                .mapToLong(o -> o.route().levels().size() - o.raised())
                .sum();
        List<ObligationEvent> events = Escalation.due(story.state(), leap, Story.CALENDAR);
        long most = 3 * levels + story.state().open().size();
        assertThat((long) events.size()).isLessThanOrEqualTo(most);
        assertThat(Escalation.due(Story.fold(story.state(), events), leap, Story.CALENDAR))
                .isEmpty();
    }

    @Property
    void ownClockIsNeverRestartedByAChangeOfHolder(@ForAll("stories") Story story) {
        story.steps().forEach(ObligationLaws::noRestart);
    }

    @Property
    void ownClockRunsAndStandsForTheWholeTime(@ForAll("stories") Story story) {
        for (ObligationEvent event : story.events()) {
            if (event instanceof ObligationOpened e) {
                ObligationLaws.ownClock(story.state().get(e.key()).orElseThrow(), e.due());
            }
        }
        story.steps().forEach(ObligationLaws::leavesWhatWasLeft);
    }

    @Property
    void noOrphanIsLeftByAnyStep(@ForAll("stories") Story story) {
        story.steps().forEach(ObligationLaws::noOrphan);
    }

    @Property
    @Promise(4)
    void onceIsEveryOpeningAndEveryEnd(@ForAll("stories") Story story) {
        ObligationLaws.openedOnce(story.events());
        for (ObligationEvent event : story.events()) {
            if (event instanceof ObligationOpened) {
                assertThat(story.state().evolve(event)).isEqualTo(story.state());
            }
        }
        for (Obligation ended : story.state().ended()) {
            ObligationEvent again = new ObligationReleased(ended.key(), story.now(), Story.MOVED);
            assertThat(story.state().evolve(again)).isEqualTo(story.state());
        }
    }

    @Property
    @Promise(26)
    void partitionIsExact(@ForAll("stories") Story story, @ForAll("ahead") Duration later) {
        Instant now = story.now().plus(later);
        Story.all(story.state()).forEach(o -> ObligationLaws.partition(story.state(), o, now));
    }

    @Property
    void seenByItsHolderAndTheOneItIsOwedTo(@ForAll("stories") Story story) {
        for (Obligation o : Story.all(story.state())) {
            assertThat(o.seenBy(o.since().minusNanos(1))).isEmpty();
            o.tenure().spells().forEach(spell -> {
                Holder held = o.tenure().holderAt(spell.from()).orElseThrow();
                List<Holder> seen = o.seenBy(spell.from());
                assertThat(seen).allMatch(s -> s.sameRole(held) || s.sameRole(o.owedTo()));
                assertThat(seen).anyMatch(held::sameRole).anyMatch(o.owedTo()::sameRole);
                assertThat(seen).extracting(Holder::person).containsOnly(Optional.empty());
            });
        }
    }

    @Property
    @Promise(23)
    void replayEqualsState(@ForAll("stories") Story story) {
        Obligations replayed = Story.fold(Obligations.none(), story.events());
        assertThat(replayed).isEqualTo(story.state()).hasSameHashCodeAs(story.state());
        assertThat(replayed.next()).isEqualTo(story.state().next());
    }

    @Provide
    static Arbitrary<Story> stories() {
        return ObligationArbitraries.stories();
    }

    @Provide
    static Arbitrary<Duration> ahead() {
        return ObligationArbitraries.pauses().map(Duration::abs);
    }

    @Provide
    static Arbitrary<Instant> leaps() {
        return ObligationArbitraries.leaps(Story.START.plus(Duration.ofDays(36_525)), Horizon.LATEST);
    }
}
