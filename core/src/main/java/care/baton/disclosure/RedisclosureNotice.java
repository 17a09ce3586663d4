package care.baton.disclosure;

import care.baton.consent.Information;
import care.baton.consent.Sensitivity;
import java.util.Objects;

/**
 * What is written beside records of the treatment of substance use when they go to somebody else.
 *
 * <p>Source: 42 CFR 2.32(a)(2), as amended at 89 FR 12472.
 */
public final class RedisclosureNotice {

    /** The regulation's own words. */
    public static final String TEXT = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private RedisclosureNotice() {}

    /**
     * Whether it goes with a piece of information.
     *
     * @param what the information, with what protects it
     * @return true for what is about the treatment of substance use
     */
    public static boolean isFor(Information what) {
        Objects.requireNonNull(what, "what");
        return what.labels().contains(Sensitivity.SUBSTANCE_USE);
    }
}
