package care.baton.risk;

/**
 * What one support task took: how long, and how hard it was.
 *
 * @param minutes how long it took, in minutes, 0 to 1,440
 * @param complexity how hard it was, 1 for what the person does with a word, to 5 for what two people do for them
 */
public record Effort(int minutes, int complexity) {

    private static final int DAY = 1_440;
    private static final int HARDEST = 5;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the minutes are negative or more than a day has, or there is no such grade
     */
    public Effort {
        if (minutes < 0 || minutes > DAY) {
            throw new IllegalArgumentException("minutes: 0 to 1440");
        }
        if (complexity < 1 || complexity > HARDEST) {
            throw new IllegalArgumentException("complexity: 1 to 5");
        }
    }

    /** Neither figure. */
    @Override
    public String toString() {
        return "Effort[]";
    }
}
