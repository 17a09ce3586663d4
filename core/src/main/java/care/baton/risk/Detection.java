package care.baton.risk;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A pattern as it was found: what it rests on, what it may mean, what is proposed and who decides. It is a hypothesis.
 *
 * @param rule the rule that found it
 * @param crossing when it was there, and what it is made of
 * @param acuity the person's acuity as it was taken then
 * @param hypotheses what it may mean; none is assumed
 * @param action what is proposed
 * @param reviewer who decides
 * @param told who else is told
 * @param flag the warning that waits for the review, where a pathway lists it
 * @param drafts the service for which a referral is drafted
 */
public record Detection(
        Code rule,
        Crossing crossing,
        Acuity acuity,
        List<Code> hypotheses,
        Code action,
        Holder reviewer,
        List<Holder> told,
        Optional<Code> flag,
        Optional<Code> drafts) {

    /** Copies the lists. */
    public Detection {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(crossing, "crossing");
        Objects.requireNonNull(acuity, "acuity");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(reviewer, "reviewer");
        Objects.requireNonNull(flag, "flag");
        Objects.requireNonNull(drafts, "drafts");
        hypotheses = Copy.of(hypotheses, "hypotheses");
        told = Copy.of(told, "told");
    }
}
