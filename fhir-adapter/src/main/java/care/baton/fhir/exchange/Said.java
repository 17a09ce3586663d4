package care.baton.fhir.exchange;

import care.baton.fhir.task.AnswerWords;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffCommand.ReadAnswer;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.util.Optional;

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

    /** The words that it says beside an answer; empty where it is none, or says none. */
    Optional<String> words() {
        Optional<Answer> answer = command instanceof AnswerOffer given
                ? Optional.of(given.answer())
                : command instanceof ReadAnswer read ? Optional.of(read.answer()) : Optional.empty();
        return answer.flatMap(said -> AnswerWords.of(said).text());
    }

    /** The kind of thing only. */
    @Override
    public String toString() {
        return "Said " + command.getClass().getSimpleName();
    }
}
