package care.baton.risk;

import care.baton.outcome.Code;
import care.baton.time.Horizon;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What an instrument gave on a day. All but LACE are taken as they come; none is worked out here.
 *
 * @param instrument which instrument, in which version
 * @param value the score, in the instrument's smallest step
 * @param source who or what worked it out
 * @param date the day for which it holds, in the service's zone
 */
public record Score(Instrument instrument, long value, Code source, LocalDate date) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the instrument gives no such score, or the day lies outside the
     *     {@link Horizon}
     */
    public Score {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(source, "source");
        Horizon.check(date, "date");
        if (value < instrument.lowest() || value > instrument.highest()) {
            throw new IllegalArgumentException("value: within the range of the instrument");
        }
    }

    /**
     * The score as it is written out.
     *
     * @return the exact decimal
     */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(value, instrument.places());
    }

    /** The instrument only. */
    @Override
    public String toString() {
        return "Score[" + instrument.code() + "]";
    }
}
