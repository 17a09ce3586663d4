package care.baton.fhir.exchange;

import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.outcome.Code;
import care.baton.party.Holder;

/**
 * One thing that a version of a resource says a party did.
 *
 * @param by which party
 * @param command what it did
 */
record Said(Holder by, HandoffCommand command) {

    static Said confirm(int offer, Holder by) {
        return new Said(by, new ConfirmDecision(offer));
    }

    static Said overtaken(int offer, Code reason, Holder us) {
        return new Said(us, new OvertakeDecision(offer, reason));
    }

    /** The kind of thing only. */
    @Override
    public String toString() {
        return "Said " + command.getClass().getSimpleName();
    }
}
