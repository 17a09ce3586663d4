package care.baton.disclosure;

import care.baton.consent.Purpose;
import care.baton.outcome.Built;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * One disclosure as it is accounted for: when, to whom, what, what for and by what right.
 *
 * <p>Source: 45 CFR 164.528(b)(2), content of the accounting.
 *
 * @param number 1 for the first on the record, one more for each
 * @param at when, by the host's clock
 * @param by who told it
 * @param to to whom; where they are reached, the host knows
 * @param purpose what for
 * @param shared what, each with the right by which
 * @param notice whether the notice of 42 CFR Part 2 went with it
 */
@Built
@Value.Builder
public record Disclosed(
        int number, Instant at, Holder by, Holder to, Purpose purpose, List<Shared> shared, boolean notice) {

    /** Copies what was shared. */
    public Disclosed {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(purpose, "purpose");
        shared = Copy.of(shared, "shared");
    }

    /**
     * A disclosure, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static DisclosedBuilderStages.BuildStart builder() {
        return DisclosedBuilderStages.start();
    }

    /** The number only: to whom something went says something about the person. */
    @Override
    public String toString() {
        return "Disclosed[" + number + "]";
    }
}
