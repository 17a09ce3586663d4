package care.baton.risk;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.DueRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a pattern proposes, and to whom. It decides nothing.
 *
 * @param hypotheses what it may mean, none of them assumed; at least one
 * @param action what is proposed
 * @param reviewer the one role that decides
 * @param within by when
 * @param tell the other roles that are told; for one that nobody here has, whoever owns the outcome
 * @param flag the warning that is raised where a pathway lists it, so that its gates wait for the review
 * @param drafts the service for which a referral is drafted
 */
@Built
@Value.Builder
public record Proposal(
        List<Code> hypotheses,
        Code action,
        Code reviewer,
        DueRule within,
        List<Code> tell,
        Optional<Code> flag,
        Optional<Code> drafts) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if it is not said what the pattern may mean
     */
    public Proposal {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(reviewer, "reviewer");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(flag, "flag");
        Objects.requireNonNull(drafts, "drafts");
        hypotheses = Copy.of(hypotheses, "hypotheses");
        tell = Copy.of(tell, "tell");
        if (hypotheses.isEmpty()) {
            throw new IllegalArgumentException("hypotheses: at least one");
        }
    }

    /**
     * A proposal, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static ProposalBuilderStages.BuildStart builder() {
        return ProposalBuilderStages.start();
    }
}
