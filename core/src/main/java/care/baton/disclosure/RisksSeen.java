package care.baton.disclosure;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.risk.Measured;
import care.baton.risk.Score;
import care.baton.risk.Source;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an audience sees of the person's risks: what is usual, what was seen, what was scored and what is needed. The
 * patterns are not in it: what one is made of may be hidden, and whether it is there would tell. What was marked in
 * error is not in it either, and no number that counts what is not shown.
 *
 * @param usual what is usual, by subject
 * @param observations what was seen, in the order in which it was recorded
 * @param scores what was scored, in the order in which it was recorded
 * @param needs what is needed and not there yet, in the order in which it was recorded
 */
public record RisksSeen(
        List<Usual> usual, List<ObservationSeen> observations, List<Score> scores, List<NeedSeen> needs) {

    /**
     * What is usual for the person.
     *
     * @param subject what it is about
     * @param measured the figure, where there is one
     * @param words how it usually is
     * @param by who said so, and the person where that may be seen
     * @param at from when on, by the host's clock or as told
     */
    public record Usual(Code subject, Optional<Measured> measured, Sensitive words, Holder by, Instant at) {
        /** Checks that nothing is absent. */
        public Usual {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(measured, "measured");
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * What was seen.
     *
     * @param subject what it is about
     * @param source from where it is known
     * @param times how often
     * @param measured the figure, where there is one
     * @param words what was seen
     * @param by who saw or reported it, and the person where that may be seen
     * @param at when, by the host's clock or as told
     */
    public record ObservationSeen(
            Code subject,
            Source source,
            int times,
            Optional<Measured> measured,
            Sensitive words,
            Holder by,
            Instant at) {
        /** Checks that nothing is absent. */
        public ObservationSeen {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(measured, "measured");
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * Something that the person needs and does not have.
     *
     * @param need what is needed
     * @param words what is missing
     * @param at since when it is known, by the host's clock
     */
    public record NeedSeen(Code need, Sensitive words, Instant at) {
        /** Checks that nothing is absent. */
        public NeedSeen {
            Objects.requireNonNull(need, "need");
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(at, "at");
        }
    }

    /** Copies the lists. */
    public RisksSeen {
        usual = Copy.of(usual, "usual");
        observations = Copy.of(observations, "observations");
        scores = Copy.of(scores, "scores");
        needs = Copy.of(needs, "needs");
    }

    /**
     * Whether anything of them is shown.
     *
     * @return true when nothing is
     */
    public boolean isEmpty() {
        return usual.isEmpty() && observations.isEmpty() && scores.isEmpty() && needs.isEmpty();
    }
}
