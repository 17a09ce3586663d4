package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ScheduleProperties {

    private static final int TRIES = Integer.getInteger("baton.schedules", 80);

    /** In every record one owner, between the two an overlap perhaps and a gap never; each plan and answer once. */
    @Property(tries = 80)
    void neverTwoOwnersInOneRecordAndNeverAGapBetweenTwo(@ForAll long seed) {
        new Schedule(seed).walk(120);
    }

    @Property(tries = 60)
    void whenEverythingHasArrivedBothSidesAgreeOrOneNamesWhyNot(@ForAll long seed) {
        Schedule schedule = new Schedule(seed);
        schedule.walk(80);
        schedule.calm();
        schedule.agree();
    }

    /** The schedules reach what they are about; with {@code -Dbaton.schedules} as many as are wanted. */
    @Example
    void theSchedulesReachConflictsAndTransfers() {
        int conflicts = 0;
        int transfers = 0;
        int writes = 0;
        SplittableRandom seeds = new SplittableRandom(20260302);
        for (int i = 0; i < TRIES; i++) {
            long seed = seeds.nextLong();
            Schedule schedule = new Schedule(seed);
            try {
                schedule.walk(220);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
            }
            conflicts += schedule.conflicts;
            transfers += schedule.transfers;
            writes += schedule.writes;
        }
        System.out.printf("schedules %d: writes %d, conflicts %d, transfers %d%n", TRIES, writes, conflicts, transfers);

        assertThat(conflicts).isGreaterThan(TRIES / 10);
        assertThat(transfers).isGreaterThan(TRIES / 10);
    }
}
