package care.baton.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The times of day that a clock leaves out when it goes on with a later date. */
class LeftOutTest {

    private static final LocalTime LATE = LocalTime.of(23, 30);

    /** Nuuk puts its clock forward from 23:00 to midnight in spring, and back in autumn, which leaves out nothing. */
    @Test
    void aTimeOfDayIsNextLeftOutWhenTheClockGoesOnWithALaterDate() {
        ZoneId nuuk = ZoneId.of("America/Nuuk");
        Instant spring = Instant.parse("2026-03-29T01:00:00Z");
        Instant springAfter = Instant.parse("2027-03-28T01:00:00Z");
        assertThat(WallClock.nextSkip(nuuk, LATE, spring.minusNanos(1))).isEqualTo(spring);
        assertThat(WallClock.nextSkip(nuuk, LATE, spring)).isEqualTo(springAfter);
        assertThat(WallClock.nextSkip(nuuk, LocalTime.of(23, 0), spring)).isEqualTo(springAfter);
        assertThat(WallClock.nextSkip(nuuk, LocalTime.of(22, 59), spring)).isEqualTo(Horizon.LATEST);
    }

    /** Apia went from the end of the 29th to the 31st of December 2011; other changes leave out an hour at night. */
    @Test
    void aDateThatIsLeftOutLeavesOutEveryTimeOfDay() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Instant left = Instant.parse("2011-12-30T10:00:00Z");
        Instant year = Instant.parse("2010-01-01T00:00:00Z");
        for (LocalTime time : List.of(LocalTime.MIDNIGHT, LATE)) {
            assertThat(WallClock.nextSkip(apia, time, year)).isEqualTo(left);
            assertThat(WallClock.nextSkip(apia, time, left)).isEqualTo(Horizon.LATEST);
        }
        assertThat(WallClock.nextSkip(ZoneId.of("America/Chicago"), LocalTime.of(2, 30), year))
                .isEqualTo(Horizon.LATEST);
    }
}
