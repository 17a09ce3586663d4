package care.baton.record;

import care.baton.outcome.Code;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why time went by on a pathway: one closed list, in which the two lists that people use in reviews are
 * reconciled. A cause comes from a coded reason or from a written rule, never from a guess.
 */
public enum Cause {
    /** What was needed was not there, the quality of the referral among it. */
    INCOMPLETE_INFORMATION("incomplete-information"),
    /** The provider had no capacity. */
    PROVIDER_CAPACITY("provider-capacity"),
    /** The authorization came when it came. */
    AUTHORIZATION_TIMING("authorization-timing"),
    /** It was not clear who decides. */
    UNCLEAR_DECISION_OWNERSHIP("unclear-decision-ownership"),
    /** How case management works. */
    CASE_MANAGEMENT_WORKFLOW("case-management-workflow"),
    /** It was not certain who pays. */
    FUNDING_UNCERTAINTY("funding-uncertainty"),
    /** The time between another system's claim and our reading of it: no party's. */
    EXCHANGE("exchange"),
    /** Nobody has said why. */
    UNDETERMINED("undetermined");

    private final String word;

    Cause(String code) {
        this.word = code;
    }

    /**
     * The cause as a coded reason.
     *
     * @return its code
     */
    public Code code() {
        return Code.of(word);
    }

    /**
     * The cause that a coded reason names.
     *
     * @param reason the coded reason
     * @return the cause, if the reason is the code of one that somebody can give
     */
    public static Optional<Cause> of(Code reason) {
        return Arrays.stream(values())
                .filter(c -> c != EXCHANGE && c != UNDETERMINED)
                .filter(c -> c.code().equals(reason))
                .findFirst();
    }

    /**
     * The four causes that a review of access asks for. What is charged to any other shows under its own name.
     *
     * @return the causes in the order in which they are asked
     */
    public static List<Cause> ofAccess() {
        return List.of(INCOMPLETE_INFORMATION, PROVIDER_CAPACITY, AUTHORIZATION_TIMING, UNCLEAR_DECISION_OWNERSHIP);
    }

    /**
     * The five causes that a review of delay asks for. What is charged to any other shows under its own name.
     *
     * @return the causes in the order in which they are asked
     */
    public static List<Cause> ofDelay() {
        return List.of(
                CASE_MANAGEMENT_WORKFLOW,
                AUTHORIZATION_TIMING,
                PROVIDER_CAPACITY,
                INCOMPLETE_INFORMATION,
                FUNDING_UNCERTAINTY);
    }
}
