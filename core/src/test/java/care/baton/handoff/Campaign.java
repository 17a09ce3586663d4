package care.baton.handoff;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Many walks for one law. {@code -Dbaton.campaign=N} walks N for each law; without it there are enough to meet every
 * listed cell.
 */
final class Campaign {

    /** How many seeds each law is given; from each come as many walks as the campaign asks for. */
    static final int SEEDS = 20;

    /** Every cell that any walk has met. */
    static final Cells CELLS = new Cells();

    private static final int WALKS = Integer.getInteger("baton.campaign", 2_000);
    private static final int LONGEST = 45;

    private Campaign() {}

    static void walk(long seed, Consumer<Walk> law) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < Math.max(1, WALKS / SEEDS); i++) {
            Walk walk = HandoffArbitraries.walk(random.nextLong(), 1 + random.nextInt(LONGEST));
            CELLS.count(walk);
            try {
                law.accept(walk);
            } catch (AssertionError broken) {
                throw new AssertionError(walk + ": " + broken.getMessage(), broken);
            }
        }
    }

    static void steps(long seed, Consumer<Step> law) {
        walk(seed, walk -> walk.steps().forEach(law));
    }
}
