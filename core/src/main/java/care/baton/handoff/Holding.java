package care.baton.handoff;

import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.HoldWarmHandoff;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.ReportProgress;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.ProgressReported;
import care.baton.handoff.HandoffEvent.WarmHandoffHeld;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import java.util.List;
import java.util.Optional;

/** After the acceptance: beginning, reporting, finishing, and giving back, with somebody who holds it throughout. */
final class Holding {

    private static final Code STARTED = Code.of("started");
    private static final Code COMPLETED = Code.of("completed");
    private static final Code VALIDATED = Code.of("validated");
    private static final Code TAKEN_BACK = Code.of("taken-back");
    private static final Code REOPENED = Code.of("reopened");

    private Holding() {}

    static void start(Turn turn) {
        if (isHolderIn(turn, Course.HELD)) {
            take(turn, Course.STARTED, STARTED, List.of());
        }
    }

    static void report(Turn turn, ReportProgress command) {
        if (isHolderIn(turn, Course.HELD, Course.STARTED, Course.GIVING_BACK)) {
            turn.happens(new ProgressReported(turn.id(), turn.speaker(), turn.now(), command.note()));
            turn.doneAll(Kinds.UPDATE);
        }
    }

    static void complete(Turn turn, CompleteAction command) {
        if (isHolderIn(turn, Course.HELD, Course.STARTED, Course.DONE)) {
            take(turn, Course.DONE, COMPLETED, command.output());
            turn.releasedAll(Kinds.UPDATE, COMPLETED);
            confirmation(turn, Kinds.VALIDATE);
        }
    }

    static void validate(Turn turn) {
        Optional<Holder> sender = sender(turn, Course.DONE, "completion");
        if (sender.isEmpty()) {
            return;
        }
        if (turn.talks().output().isEmpty()) {
            turn.refuse(
                    Reason.RESULT_MISSING,
                    "completion/output",
                    turn.openAction()
                            .map(o -> o.holder().role())
                            .orElse(sender.get().role()));
            return;
        }
        take(turn, Course.CLOSED, VALIDATED, List.of());
        turn.doneAll(Kinds.VALIDATE);
        turn.done(turn.action());
    }

    static void refuse(Turn turn, RefuseCompletion command) {
        sender(turn, Course.DONE, "completion").ifPresent(sender -> backToSender(turn, sender, command.reason()));
    }

    static void giveBack(Turn turn, GiveBack command) {
        if (isHolderIn(turn, Course.HELD, Course.STARTED)) {
            take(turn, Course.GIVING_BACK, command.reason(), List.of());
            confirmation(turn, Kinds.TAKE_BACK);
        }
    }

    static void takeBack(Turn turn) {
        sender(turn, Course.GIVING_BACK, "handoff").ifPresent(sender -> backToSender(turn, sender, TAKEN_BACK));
    }

    static void reopen(Turn turn) {
        Optional<Holder> sender = sender(turn, Course.CLOSED, "handoff");
        if (sender.isPresent()) {
            take(turn, Course.OFFERING, REOPENED, List.of());
            turn.owe(Opening.of(
                    turn.action(),
                    turn.parent(),
                    sender.get(),
                    sender.get(),
                    turn.practice().due(turn.practice().terms().confirmWithin(), turn.now()),
                    turn.practice().route()));
            Offering.place(turn, sender.get());
        }
    }

    static void inError(Turn turn, MarkInError command) {
        Optional<Holder> sender = turn.talks().sender();
        if (turn.talks().course().isEnded() || sender.isEmpty()) {
            turn.refuse(Reason.STEP_NOT_OPEN, "handoff");
        } else if (turn.isBy(sender.get(), "handoff")) {
            take(turn, Course.RECORDED_IN_ERROR, command.reason(), List.of());
            turn.released(turn.action(), command.reason());
            for (Offer offer : turn.talks().offers().values()) {
                turn.owe(Opening.of(
                        turn.key(Kinds.TELL, "offer-" + offer.number()),
                        turn.parent(),
                        sender.get(),
                        offer.to(),
                        turn.practice().due(turn.practice().terms().confirmWithin(), turn.now()),
                        turn.practice().route()));
            }
        }
    }

    static void spoke(Turn turn, HoldWarmHandoff command) {
        boolean involved = turn.talks()
                .current()
                .filter(o ->
                        command.giver().sameRole(o.sender()) && command.taker().sameRole(o.to()))
                .isPresent();
        if (!involved) {
            turn.refuse(Reason.NOT_A_PARTY, "warmHandoff");
        } else if (command.at().isAfter(turn.now())) {
            turn.refuse(Reason.IN_THE_FUTURE, "warmHandoff/at");
        } else {
            turn.happens(new WarmHandoffHeld(turn.id(), command.giver(), command.taker(), command.at()));
        }
    }

    private static void backToSender(Turn turn, Holder sender, Code reason) {
        take(turn, Course.OFFERING, reason, List.of());
        turn.doneAll(Kinds.VALIDATE);
        turn.doneAll(Kinds.TAKE_BACK);
        turn.releasedAll(Kinds.UPDATE, reason);
        turn.passes(turn.action(), sender, reason);
        Offering.place(turn, sender);
    }

    private static void confirmation(Turn turn, Code kind) {
        Holder sender = turn.talks().binding().map(Offer::sender).orElseThrow();
        turn.oweAgain(Opening.of(
                turn.key(kind, "whole"),
                Optional.of(turn.action()),
                sender,
                turn.openAction().map(Obligation::holder).orElse(sender),
                turn.practice().due(turn.practice().terms().confirmWithin(), turn.now()),
                turn.practice().routeFor(sender, turn.now())));
    }

    private static void take(Turn turn, Course course, Code reason, List<Input> output) {
        turn.happens(new CourseTaken(turn.id(), course, turn.now(), reason, output));
    }

    private static boolean isHolderIn(Turn turn, Course... courses) {
        Optional<Obligation> action = turn.openAction();
        if (action.isEmpty() || !List.of(courses).contains(turn.talks().course())) {
            turn.refuse(Reason.STEP_NOT_OPEN, "handoff");
            return false;
        }
        return turn.isBy(action.get().holder(), "handoff");
    }

    private static Optional<Holder> sender(Turn turn, Course course, String path) {
        Optional<Holder> sender = turn.talks().sender();
        if (turn.talks().course() != course || sender.isEmpty()) {
            turn.refuse(Reason.STEP_NOT_OPEN, path);
            return Optional.empty();
        }
        return turn.isBy(sender.get(), path) ? sender : Optional.empty();
    }
}
