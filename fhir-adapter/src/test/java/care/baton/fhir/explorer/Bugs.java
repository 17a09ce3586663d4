package care.baton.fhir.explorer;

import java.util.List;

/** The thirty-three seeded bugs, each where it shows. */
final class Bugs {

    private Bugs() {}

    static List<Bug> all() {
        SetUp pair = SetUps.pair();
        SetUp receiver = SetUps.foreignReceiver();
        SetUp sender = SetUps.foreignSender();
        SetUp gated = SetUps.gated();
        SetUp staffed = SetUps.staffed();
        SetUp invited = SetUps.invited();
        return List.of(
                new Bug(1, "an answer without its offer's number", receiver, BentAnswers::withoutOfferNumber),
                new Bug(2, "an acceptance from another party", receiver, BentAnswers::fromAnotherParty),
                new Bug(3, "an acceptance after a confirmed withdrawal moves", receiver, BentAnswers::afterWithdrawal),
                new Bug(4, "a duplicate acceptance, two events", pair, BentAnswers::twice),
                new Bug(5, "a duplicate offer, a new clock", pair, BentClocks::duplicateOfferNewClock),
                new Bug(6, "the sender lets go on offering", pair, BentAnswers::letsGoOnOffering),
                new Bug(7, "the receiver claims before its write is stored", pair, BentAnswers::claimsWhatItIntends),
                new Bug(8, "moves on agreement with a precondition open", sender, BentAnswers::onAgreementAlone),
                new Bug(9, "moves on preconditions without agreement", sender, BentAnswers::onPreconditionsAlone),
                new Bug(
                        10,
                        "an answer of offer k applied to k+1",
                        SetUps.questions(),
                        BentAnswers::answerOfAnotherOffer),
                new Bug(11, "clarification leaves the clock running", sender, BentClocks::clockRunsDuringClarification),
                new Bug(12, "the clock resumes with a fresh window", sender, BentClocks::resumesWithAFreshWindow),
                new Bug(
                        13,
                        "a withdrawal overtakes a stored acceptance silently",
                        pair,
                        BentAnswers::withdrawsOverAnAcceptance),
                new Bug(14, "a late acceptance lost after no response", pair, BentAnswers::lateAnswerLost),
                new Bug(15, "escalation again after restart", staffed, BentClocks::escalatesAgainAfterRestart),
                new Bug(16, "escalation after discharge", staffed, BentClocks::escalatesAfterDischarge),
                new Bug(17, "reassignment restarts the clock", staffed, BentClocks::reassignmentRestartsTheClock),
                new Bug(18, "re-offer while the old one can still move", pair, BentWrites::offersBesideAnOpenOne),
                new Bug(19, "an approval older than the flag counts", gated, BentClocks::olderApprovalCounts),
                new Bug(20, "give-back leaves nobody", pair, BentClocks::giveBackLeavesNobody),
                new Bug(21, "two bids both move", invited, BentAnswers::bothBidsMove),
                new Bug(22, "a crash after store before send loses", pair, BentWrites::forgetsWhatItTried),
                new Bug(23, "a crash after send before store doubles", pair, BentWrites::sendsBeforeItStores),
                new Bug(24, "completed seen before accepted", receiver, BentAnswers::completedFirst),
                new Bug(
                        25,
                        "content edited between read and acceptance, accepted unseen",
                        sender,
                        BentAnswers::changedContentUnseen),
                new Bug(26, "a role emptied with its last person", staffed, BentClocks::roleEmptied),
                new Bug(27, "the taken-back mark not owed", pair, BentWrites::owesNoMark),
                new Bug(28, "a backward status ignored", receiver, BentAnswers::backwardIgnored),
                new Bug(29, "write again over a dead Task", pair, BentWrites::writesOverADeadTask),
                new Bug(30, "an intent dropped while in flight", pair, BentAnswers::intentDropped),
                new Bug(31, "nobody owes the final answer", sender, BentClocks::nobodyOwesTheFinalAnswer),
                new Bug(32, "an ended Task not read", receiver, BentAnswers::endedNotRead),
                new Bug(33, "a delayed read absorbed", pair, BentWrites::takesInDelayedReads));
    }
}
