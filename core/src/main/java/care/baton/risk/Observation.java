package care.baton.risk;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.party.VisitId;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something that somebody saw or was told, against what is usual for the person. Who saw it, who wrote it down and when
 * stand in the {@code Act}. Its words can be erased; its subject and its figures cannot.
 *
 * @param subject what it is about, such as {@code reduced-appetite}
 * @param source from where it is known
 * @param baseline which version of what is usual it is seen against; empty where it is expressly unknown
 * @param low whether it means little by itself
 * @param times how often, 1 to 1,000
 * @param measured a figure, where there is one
 * @param effort what the task took, where it is about a task
 * @param change the change whose note it was read in
 * @param visit the visit at which it was seen
 * @param words what was seen
 */
@Built
@Value.Builder
public record Observation(
        Code subject,
        Source source,
        Optional<Integer> baseline,
        boolean low,
        int times,
        Optional<Measured> measured,
        Optional<Effort> effort,
        Optional<Code> change,
        Optional<VisitId> visit,
        Sensitive words) {

    private static final int MOST = 1_000;

    /**
     * Checks how often.
     *
     * @throws IllegalArgumentException if it was never, or more than 1,000 times
     */
    public Observation {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(measured, "measured");
        Objects.requireNonNull(effort, "effort");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(visit, "visit");
        Objects.requireNonNull(words, "words");
        if (times < 1 || times > MOST) {
            throw new IllegalArgumentException("times: 1 to 1000");
        }
    }

    /**
     * An observation, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static ObservationBuilderStages.BuildStart builder() {
        return ObservationBuilderStages.start();
    }

    /**
     * Something small, seen once, with nothing known that it could be compared with.
     *
     * @param subject what it is about
     * @param source from where it is known
     * @param words what was seen
     * @return the observation
     */
    public static Observation small(Code subject, Source source, Sensitive words) {
        return new Observation(
                subject,
                source,
                Optional.empty(),
                true,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                words);
    }

    /**
     * A figure that was read, with nothing known that it could be compared with.
     *
     * @param subject what was measured
     * @param measured the figure
     * @return the observation
     */
    public static Observation figure(Code subject, Measured measured) {
        Objects.requireNonNull(measured, "measured");
        return new Observation(
                subject,
                Source.METRIC,
                Optional.empty(),
                true,
                1,
                Optional.of(measured),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sensitive.none());
    }

    /**
     * The same, seen against what is usual.
     *
     * @param version which version of it
     * @return the observation
     */
    public Observation against(int version) {
        return new Observation(
                subject, source, Optional.of(version), low, times, measured, effort, change, visit, words);
    }
}
