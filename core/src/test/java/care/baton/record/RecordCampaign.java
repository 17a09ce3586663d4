package care.baton.record;

import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Many walks over a record for one law: 40, or {@code -Dbaton.walks=N}. */
final class RecordCampaign {

    /** How many seeds each law is given; from each come as many walks as the campaign asks for. */
    static final int SEEDS = 20;

    private static final int WALKS = Integer.getInteger("baton.walks", 40);

    private RecordCampaign() {}

    static void walk(long seed, Consumer<RecordWalk> law) {
        walk(seed, (walk, random) -> law.accept(walk));
    }

    static void walk(long seed, BiConsumer<RecordWalk, SplittableRandom> law) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < Math.max(1, WALKS / SEEDS); i++) {
            RecordWalk walk = RecordArbitraries.walk(random.split());
            try {
                law.accept(walk, random);
            } catch (AssertionError broken) {
                throw new AssertionError(walk + ": " + broken.getMessage(), broken);
            }
        }
    }
}
