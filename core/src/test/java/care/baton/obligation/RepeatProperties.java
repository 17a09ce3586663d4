package care.baton.obligation;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The second law and the fourth, of what comes again. */
class RepeatProperties {

    @Property(tries = 400)
    void dueAfterTheLastLevelRemindsAndOpensNothingNew(@ForAll("stories") Story story) {
        story.steps().forEach(RepeatLaws::remindersOpenNothing);
    }

    @Property(tries = 400)
    void dueTogetherIsOneReminderWithItsCount(@ForAll("stories") Story story) {
        story.steps().forEach(RepeatLaws::remindersAreCounted);
    }

    @Property(tries = 400)
    void dueOneAtATimeIsWhatRecurs(@ForAll("stories") Story story) {
        story.steps().forEach(step -> RepeatLaws.oneAtATime(step.after()));
    }

    @Property(tries = 400)
    void dueForTheNextSlotWithTheMissedOnesCountedIsWhatRecurs(@ForAll("stories") Story story) {
        story.steps().forEach(RepeatLaws::comesRound);
    }

    @Property(tries = 400)
    void lateLevelsMoveWithTheDueWhenAClockGoesOn(@ForAll("stories") Story story) {
        story.steps().forEach(RepeatLaws::levelsMove);
    }

    @Provide
    static Arbitrary<Story> stories() {
        return ObligationArbitraries.stories();
    }
}
