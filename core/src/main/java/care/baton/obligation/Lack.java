package care.baton.obligation;

import care.baton.evidence.Waiver;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.pathway.Need;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is needed and is not there, or not good enough.
 *
 * @param need what is needed, and who can supply it
 * @param why what is wrong with it
 * @param waiver what lets it pass now, or let it pass once and has ended
 */
public record Lack(Need need, Why why, Optional<Waiver> waiver) {

    /** What is wrong. */
    public enum Why {
        /** The field says nothing. */
        MISSING(Reason.FIELD_MISSING),
        /** The field was recorded, but by a role that may not supply it here. */
        BY_OTHER_ROLE(Reason.FIELD_BY_OTHER_ROLE),
        /** The field is not known firmly enough. */
        TOO_WEAK(Reason.FIELD_TOO_WEAK),
        /** A warning stands and nobody entitled to it has approved. */
        NOT_APPROVED(Reason.APPROVAL_MISSING),
        /** There is an approval, but not of what stands now. */
        APPROVAL_OUTDATED(Reason.APPROVAL_OUTDATED),
        /** The work is not done. */
        NOT_DONE(Reason.DUTY_NOT_DONE),
        /** The other pathway is still in that stage, or has not come to it. */
        STAGE_NOT_LEFT(Reason.STAGE_NOT_LEFT);

        private final Reason reason;

        Why(Reason reason) {
            this.reason = reason;
        }
    }

    /** Checks that nothing is absent. */
    public Lack {
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(waiver, "waiver");
    }

    /**
     * What stands in the way, in terms a person can act on.
     *
     * @return the item and the roles that can supply it; with the end of the waiver, where there was one
     */
    public Refusal refusal() {
        Refusal refusal = Refusal.of(why.reason, need.item().value(), need.suppliers());
        return waiver.map(w -> refusal.at(w.until())).orElse(refusal);
    }
}
