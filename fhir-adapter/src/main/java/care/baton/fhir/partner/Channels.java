package care.baton.fhir.partner;

import java.util.Objects;

/**
 * By which means this partner can be reached beside the status of a Task.
 *
 * @param clarification how a question about an offer goes
 * @param proposal how a proposal of other terms goes
 * @param selection how several may be asked at once
 * @param respondBy where the time for an answer is looked for
 * @param restriction what is done with the time to finish by
 * @param provenance whether it takes a Provenance for each step
 */
public record Channels(
        QuestionChannel clarification,
        QuestionChannel proposal,
        Selection selection,
        RespondByCarrier respondBy,
        RestrictionUse restriction,
        boolean provenance) {

    /** Refuses nothing but absence. */
    public Channels {
        Objects.requireNonNull(clarification, "clarification");
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(respondBy, "respondBy");
        Objects.requireNonNull(restriction, "restriction");
    }

    /**
     * Channels of a partner of which nothing is known to say that it takes a Provenance.
     *
     * @param clarification how a question about an offer goes
     * @param proposal how a proposal of other terms goes
     * @param selection how several may be asked at once
     * @param respondBy where the time for an answer is looked for
     * @param restriction what is done with the time to finish by
     */
    public Channels(
            QuestionChannel clarification,
            QuestionChannel proposal,
            Selection selection,
            RespondByCarrier respondBy,
            RestrictionUse restriction) {
        this(clarification, proposal, selection, respondBy, restriction, false);
    }

    /**
     * The same, with a Provenance for each step, as on a server of our own.
     *
     * @return the channels
     */
    public Channels withProvenance() {
        return new Channels(clarification, proposal, selection, respondBy, restriction, true);
    }
}
