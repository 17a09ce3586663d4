package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of the gaps of every record, whatever was asked of it. */
class UndoneProperties {

    private static final int WALKS = 10;

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    void whateverIsLateIsAmongTheGapsOnceAndNothingThatHasEndedIs(@ForAll long seed) {
        CoordinationRecord record = PlanWalk.of(seed).record();
        for (int days = 0; days < 20; days += 4) {
            Instant now = record.recordedAt().orElseThrow().plus(Duration.ofDays(days));
            List<Undone> gaps = record.work().undone(now, HomeStart.rules());
            List<Key> late = record.chart().obligations().open().stream()
                    .filter(o -> o.isOverdue(now))
                    .map(Obligation::key)
                    .sorted()
                    .toList();
            assertThat(gaps.stream()
                            .filter(u -> u.why().contains(Undone.Why.OVERDUE))
                            .flatMap(u -> u.key().stream())
                            .sorted())
                    .containsExactlyElementsOf(late);
            assertThat(gaps.stream().flatMap(u -> u.key().stream()))
                    .doesNotHaveDuplicates()
                    .allMatch(record.chart().obligations()::isOpen);
        }
    }

    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    void everyGapHasAnOwnerOrIsNobodysAndHasStoodSinceSomethingWasRecorded(@ForAll long seed) {
        CoordinationRecord record = PlanWalk.of(seed).record();
        Instant now = record.recordedAt().orElseThrow();
        List<Undone> gaps = record.work().undone(now, HomeStart.rules());
        assertThat(gaps).isNotEmpty();
        for (Undone gap : gaps) {
            assertThat(gap.owner().isPresent() || gap.why().contains(Undone.Why.NOBODYS))
                    .isTrue();
            assertThat(gap.since()).isBetween(HomeStart.START, now);
        }
    }
}
