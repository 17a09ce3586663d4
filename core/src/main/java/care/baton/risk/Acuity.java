package care.baton.risk;

/** How much a person depends on what is done for them: the same change weighs no less where acuity is higher. */
public enum Acuity {
    /** The person recovers from most disruptions by themselves. */
    LOW,
    /** Some disruptions need an answer; taken for granted as long as nobody has said otherwise. */
    MODERATE,
    /** Small changes may harm the person. */
    HIGH
}
