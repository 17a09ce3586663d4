package care.baton.risk;

import care.baton.outcome.Code;
import java.util.Objects;

/**
 * A published instrument that scores a risk, a symptom or an experience. Its scores are whole numbers of its smallest
 * step.
 *
 * @param code its name
 * @param version which edition or model
 * @param lowest the lowest score that it gives, in its smallest step
 * @param highest the highest
 * @param places how many decimal places a score has where it is written out, 0 to 6
 */
public record Instrument(Code code, Code version, long lowest, long highest, int places) {

    private static final int FINEST = 6;
    private static final Code FIRST = Code.of("v1");

    /**
     * Index for the risk of death or readmission within 30 days of discharge, 0 to 19. Source: van Walraven et al.,
     * Canadian Medical Association Journal 182(6), 2010.
     */
    public static final Instrument LACE = new Instrument(Code.of("lace"), FIRST, 0, 19, 0);

    /** Severity of depression, 0 to 27. Source: Kroenke, Spitzer and Williams, 2001. */
    public static final Instrument PHQ_9 = new Instrument(Code.of("phq-9"), FIRST, 0, 27, 0);

    /**
     * A T-score of a PROMIS measure, in tenths; the mean is 50 and the standard deviation 10. The bounds are ours, at
     * four standard deviations. Source: HealthMeasures, PROMIS.
     */
    public static final Instrument PROMIS = new Instrument(Code.of("promis"), FIRST, 100, 900, 1);

    /** A linear mean score of a hospital survey of patients' experience, 0 to 100. Source: CMS, HCAHPS. */
    public static final Instrument HCAHPS = new Instrument(Code.of("hcahps"), FIRST, 0, 100, 0);

    /**
     * A risk adjustment factor from hierarchical condition categories, in thousandths; 1.000 is the average. The upper
     * bound is ours. Source: CMS-HCC risk adjustment model, V28.
     */
    public static final Instrument HCC = new Instrument(Code.of("hcc"), Code.of("v28"), 0, 50_000, 3);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if nothing lies in it, or there are fewer than 0 or more than 6 places
     */
    public Instrument {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(version, "version");
        if (lowest >= highest) {
            throw new IllegalArgumentException("highest: above the lowest");
        }
        if (places < 0 || places > FINEST) {
            throw new IllegalArgumentException("places: 0 to 6");
        }
    }
}
