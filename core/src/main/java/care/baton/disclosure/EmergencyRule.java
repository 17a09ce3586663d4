package care.baton.disclosure;

import care.baton.consent.Information;
import care.baton.consent.Scope;
import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.DueRule;
import care.baton.time.Horizon;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * What somebody may look at in an emergency that is otherwise closed to them, for how long, and who asks about it.
 *
 * <p>Source: 45 CFR 164.522(a)(1)(iii) and 42 CFR 2.51, medical emergencies.
 *
 * @param roles who may; nobody else
 * @param parts which parts of the record open
 * @param scope which items of those, and which especially protected ones among them
 * @param lasts for how long, from when it is said
 * @param reviewer the role that reviews each
 * @param reviewWithin by when it is reviewed
 */
@Built
@Value.Builder
public record EmergencyRule(
        List<Code> roles, List<Part> parts, Scope scope, Duration lasts, Code reviewer, DueRule reviewWithin) {

    /**
     * Copies the lists and checks the length.
     *
     * @throws IllegalArgumentException if it lasts no time at all, or longer than the {@link Horizon} allows
     */
    public EmergencyRule {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(reviewer, "reviewer");
        Objects.requireNonNull(reviewWithin, "reviewWithin");
        roles = Copy.of(roles, "roles");
        parts = Copy.of(parts, "parts");
        Horizon.check(Objects.requireNonNull(lasts, "lasts"), "lasts");
    }

    /**
     * A rule, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static EmergencyRuleBuilderStages.BuildStart builder() {
        return EmergencyRuleBuilderStages.start();
    }

    boolean opens(Part part, Information what) {
        return parts.contains(part) && scope.reaches(what);
    }
}
