package care.baton.risk;

import care.baton.outcome.Code;
import java.time.LocalDate;

/**
 * What the LACE index is made of: length of stay, acuity of the admission, comorbidity, emergency visits. Source: van
 * Walraven et al., Canadian Medical Association Journal 182(6), 2010.
 *
 * @param days length of the stay, in days; 0 for less than one
 * @param emergent whether the person was admitted as an emergency
 * @param comorbidity the Charlson comorbidity index as that publication weighs it, from 0
 * @param visits visits to an emergency department in the six months before, this one left out
 */
public record Lace(int days, boolean emergent, int comorbidity, int visits) {

    private static final int WEEK = 7;
    private static final int FORTNIGHT = 14;
    private static final int A_WEEK_OR_MORE = 5;
    private static final int A_FORTNIGHT_OR_MORE = 7;
    private static final int EMERGENT = 3;
    private static final int FOUR = 4;
    private static final int MANY_CONDITIONS = 5;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public Lace {
        notNegative(days, "days");
        notNegative(comorbidity, "comorbidity");
        notNegative(visits, "visits");
    }

    private static void notNegative(int part, String name) {
        if (part < 0) {
            throw new IllegalArgumentException(name + ": from 0");
        }
    }

    /**
     * The index.
     *
     * @return 0 to 19
     */
    public int points() {
        int illness = comorbidity < FOUR ? comorbidity : MANY_CONDITIONS;
        return stay() + (emergent ? EMERGENT : 0) + illness + Math.min(visits, FOUR);
    }

    private int stay() {
        if (days >= FORTNIGHT) {
            return A_FORTNIGHT_OR_MORE;
        }
        return days >= WEEK ? A_WEEK_OR_MORE : Math.min(days, FOUR);
    }

    /**
     * The index as a score.
     *
     * @param source who gathered the parts
     * @param date the day for which it holds, in the service's zone
     * @return the score
     * @throws IllegalArgumentException if the day lies outside the {@link care.baton.time.Horizon}
     */
    public Score score(Code source, LocalDate date) {
        return new Score(Instrument.LACE, points(), source, date);
    }

    /** None of the parts. */
    @Override
    public String toString() {
        return "Lace[]";
    }
}
