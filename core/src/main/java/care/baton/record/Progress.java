package care.baton.record;

import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.ProgressReported;
import care.baton.handoff.Shown;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How it goes with what was handed over, for the one who asked.
 *
 * @param handoff which handoff
 * @param course where it stands
 * @param shown what the newest offer shows
 * @param owner who holds it, as {@link Work#ownerAt} says: whoever stands in, while the holder is away; empty after
 *     its end
 * @param reported the last report of the receiver
 * @param nextReport when the next report is due, by the host's clock; empty while none is owed
 */
public record Progress(
        HandoffId handoff,
        Course course,
        Optional<Shown> shown,
        Optional<Holder> owner,
        Optional<ProgressReported> reported,
        Optional<Instant> nextReport) {

    /** Checks that nothing is absent. */
    public Progress {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(course, "course");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(reported, "reported");
        Objects.requireNonNull(nextReport, "nextReport");
    }

    /** The course only. */
    @Override
    public String toString() {
        return "Progress[" + course + "]";
    }
}
