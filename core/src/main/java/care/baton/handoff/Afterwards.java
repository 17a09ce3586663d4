package care.baton.handoff;

import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.ReopenHandoff;
import care.baton.obligation.Opening;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.util.List;

/** When it is over: taking up again what was closed, and saying that it was never right. */
final class Afterwards {

    private static final Code REOPENED = Code.of("reopened");
    private static final Code NOTE = Code.of("note");

    private Afterwards() {}

    static void reopen(Turn turn, ReopenHandoff command) {
        if (!Holding.isSenderIn(turn, "handoff", Course.CLOSED) || turn.isRefused()) {
            return;
        }
        Holder sender = turn.speaker();
        Holding.take(turn, Course.OFFERING, REOPENED, List.of(new Input(NOTE, command.note())));
        turn.owe(Opening.of(
                turn.action(),
                turn.parent(),
                sender,
                sender,
                turn.practice()
                        .finishBy(turn.practice().due(turn.practice().terms().respondWithin(), turn.now())),
                turn.practice().route()));
        Offering.place(turn, sender);
    }

    static void inError(Turn turn, MarkInError command) {
        if (!Holding.isSenderIn(
                        turn,
                        "handoff",
                        Course.OFFERING,
                        Course.HELD,
                        Course.STARTED,
                        Course.GIVING_BACK,
                        Course.DONE,
                        Course.VALIDATING,
                        Course.CLOSED)
                || turn.isRefused()) {
            return;
        }
        Holding.take(turn, Course.RECORDED_IN_ERROR, command.reason(), List.of());
        Withdrawing.withdrawAll(turn, command.reason());
        turn.released(turn.action(), command.reason());
        turn.talks().offers().values().forEach(offer -> Withdrawing.tell(turn, offer));
    }
}
