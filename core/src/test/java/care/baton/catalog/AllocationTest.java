package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.outcome.Outcome;
import care.baton.pathway.Pathway;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.CloseRun;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How much memory a step takes. Bytes are the same on every machine, as times are not. */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TRIES = 20;

    private final Pathway pathway = Referral.handoff();

    /** The least of some tries: the first ones load classes. */
    private static long bytes(Supplier<?> work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            Object done = work.get();
            long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(done).isNotNull();
            least = Math.min(least, taken);
        }
        return least;
    }

    private Scene after(int facts) {
        Scene scene = ReferralRoad.offered(pathway);
        for (int i = 0; i < facts; i++) {
            scene.says("nurse-consultant", "clinical-guidance");
        }
        return scene;
    }

    private static Outcome<CoordinationRecord, Entry> oneMore(Scene scene) {
        return scene.would("nurse-consultant", Scene.fact("clinical-guidance", "words"));
    }

    @Test
    void aReferralFromItsOpeningToItsCloseTakesLessThanAMegabyte() {
        Scene last = ReferralRoad.validated(pathway);
        assertThat(last.would("case-management-lead", new CloseRun(Scene.RUN)).isApplied())
                .isTrue();
        assertThat(bytes(() -> ReferralRoad.validated(pathway))).isLessThan(1_000_000);
    }

    @Test
    void aStepAfterTenThousandTakesAtMostAFifthMoreThanAfterTen() {
        Scene young = after(10);
        Scene old = after(10_000);
        assertThat(old.record().version()).isEqualTo(young.record().version() + 9_990);
        assertThat(oneMore(old).orThrow().events()).hasSize(1);
        long little = bytes(() -> oneMore(young));
        assertThat(bytes(() -> oneMore(old))).isLessThanOrEqualTo(little + little / 5);
    }
}
