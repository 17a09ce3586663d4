package care.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** What holds on every walk: see {@link HandoffLaws} for what each says, {@link HandoffArbitraries} for the walks. */
class HandoffProperties {

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(1)
    @Requirement({"OWN-32", "OWN-15"})
    void oneOwnerAtEveryInstant(@ForAll long seed) {
        Campaign.steps(seed, HandoffLaws::oneOwner);
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise({2, 7})
    void ownershipMovesOnlyOnCurrentAcceptOrTakeBack(@ForAll long seed) {
        Campaign.steps(seed, HandoffLaws::moveIsExplained);
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    void silenceNeverMovesOrEnds(@ForAll long seed) {
        Campaign.steps(seed, HandoffLaws::silenceIsOnlyHeard);
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(8)
    void exactlyOneShown(@ForAll long seed) {
        Campaign.walk(seed, HandoffProperties::shownAsTold);
    }

    private static void shownAsTold(Walk walk) {
        List<Recorded> told = new ArrayList<>();
        for (Step step : walk.steps()) {
            told.addAll(step.recorded());
            Instant now = step.after().recordedAt().orElse(Parties.MONDAY);
            for (Offer offer : step.after().negotiation().offers().values()) {
                Shown expected = new ShownOracle(offer.number()).after(told, now);
                assertThat(Shown.of(offer, step.after().proceedings(), now)).isEqualTo(expected);
            }
        }
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(3)
    void staleAnswersChangeNothing(@ForAll long seed) {
        Campaign.steps(seed, HandoffLaws::staleChangesNothing);
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(4)
    void sameCommandTwiceChangesNothing(@ForAll long seed) {
        Campaign.walk(seed, walk -> {
            Instant last = walk.end().recordedAt().orElse(Parties.MONDAY);
            walk.steps().forEach(step -> HandoffLaws.onceOnly(step, step.after(), last));
            walk.steps().forEach(step -> HandoffLaws.onceOnly(step, walk.end(), last.plus(Duration.ofDays(40))));
        });
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    void refusalLeavesNoEvent(@ForAll long seed) {
        Campaign.steps(seed, HandoffLaws::refusalLeavesNothing);
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(23)
    void replayEqualsState(@ForAll long seed) {
        Campaign.walk(
                seed,
                walk -> assertThat(Handoff.replay(Walk.ID, walk.recorded())).isEqualTo(walk.end()));
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(6)
    void everythingOpenHasANextInstant(@ForAll long seed) {
        Campaign.steps(seed, HandoffLaws::hasNextInstant);
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(6)
    @Requirement("ESC-08")
    void silenceFromHereOnIsHeard(@ForAll long seed) {
        Campaign.walk(
                seed,
                walk -> HandoffLaws.silenceIsHeard(
                        walk.end(), walk.steps().get(0).practice()));
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(9)
    void clausesComplete(@ForAll long seed) {
        Campaign.steps(seed, HandoffLaws::clausesComplete);
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    void noOrphans(@ForAll long seed) {
        Campaign.steps(seed, step -> HandoffLaws.noOrphans(step.after()));
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    void advanceFirst(@ForAll long seed) {
        Campaign.steps(seed, HandoffLaws::timeFirst);
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    void onlyThoseConcernedAreHeard(@ForAll long seed) {
        Campaign.steps(seed, HandoffLaws::onlyThoseConcerned);
    }

    @Property(tries = Campaign.SEEDS, shrinking = ShrinkingMode.OFF)
    @Promise(7)
    @Requirement("OWN-34")
    void ofTwoAtOnceTheOtherMustLookAgain(@ForAll long seed) {
        Campaign.walk(seed, HandoffProperties::twoAtOnce);
    }

    /** Both decide on one version and a host stores the first: the other, decided again, moves nothing a second time. */
    private static void twoAtOnce(Walk walk) {
        for (int i = 1; i < walk.steps().size(); i++) {
            Step first = walk.steps().get(i);
            Step other = walk.steps().get(i - 1);
            if (first.command().isEmpty() || other.command().isEmpty()) {
                continue;
            }
            Act act = new Act(
                    CommandId.of("other"),
                    other.act().by(),
                    other.act().stamp(),
                    other.act().relayed());
            Step again = Step.of(first.after(), other.command().get(), act, first.practice());
            HandoffLaws.oneOwner(again);
            HandoffLaws.moveIsExplained(again);
            HandoffLaws.noOrphans(again.after());
        }
    }

    @AfterContainer
    static void everyListedCellWasMet() {
        ListedCells.check(Campaign.CELLS);
    }
}
