package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A clinical target: what is measured, and what it should come to. Source: FHIR R4 Goal.target, Quantity.comparator.
 *
 * @param measure what is measured
 * @param comparator how it is to stand to the value
 * @param value a decimal number, such as {@code 7} or {@code 7.5}
 * @param unit its unit, as the host codes units
 * @param days within how many days, where it is said; at least one
 */
public record Target(Code measure, Comparator comparator, Sensitive value, Sensitive unit, Optional<Integer> days) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");

    /** How what is measured is to stand to the value. */
    public enum Comparator {
        /** Below it. */
        LESS_THAN,
        /** Not above it. */
        AT_MOST,
        /** Not below it. */
        AT_LEAST,
        /** Above it. */
        MORE_THAN
    }

    /**
     * Checks the whole.
     *
     * @throws IllegalArgumentException if it is given no day
     */
    public Target {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(comparator, "comparator");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(days, "days");
        if (days.filter(d -> d < 1).isPresent()) {
            throw new IllegalArgumentException("days: at least 1");
        }
    }

    /**
     * The value as a number.
     *
     * @return the number; empty when it is not one, was not said or was erased
     */
    public Optional<BigDecimal> number() {
        return value.text().filter(t -> NUMBER.matcher(t).matches()).map(BigDecimal::new);
    }

    /**
     * Whether what was measured meets it.
     *
     * @param measured in the unit of the target
     * @return whether it does; empty when the target has no number
     */
    public Optional<Boolean> isMetBy(BigDecimal measured) {
        Objects.requireNonNull(measured, "measured");
        return number().map(measured::compareTo).map(this::fits);
    }

    private boolean fits(int compared) {
        return switch (comparator) {
            case LESS_THAN -> compared < 0;
            case AT_MOST -> compared <= 0;
            case AT_LEAST -> compared >= 0;
            case MORE_THAN -> compared > 0;
        };
    }
}
