package care.baton.handoff;

import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.HoldWarmHandoff;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.ReportProgress;
import care.baton.handoff.HandoffCommand.TakeBack;
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

    private Holding() {}

    static void start(Turn turn) {
        if (!isHolderIn(turn, Course.HELD)) {
            return;
        }
        turn.talks()
                .binding()
                .filter(offer -> AsRead.isUnagreed(turn, offer))
                .ifPresent(offer -> turn.refuse(
                        Reason.CONDITIONS_NOT_AGREED, "handoff", offer.sender().role()));
        Discrepancies.unseen(turn)
                .ifPresent(look -> turn.refuse(
                        Reason.STILL_OWED, "handoff/look-into", look.holder().role()));
        if (!turn.isRefused()) {
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
        boolean takenIn = turn.talks().course() == Course.VALIDATING;
        if (takenIn ? !isByTaker(turn) : !isHolderIn(turn, Course.HELD, Course.STARTED, Course.DONE)) {
            return;
        }
        if ((takenIn || turn.talks().course() == Course.DONE)
                && command.output().isEmpty()) {
            turn.refuse(
                    Reason.RESULT_MISSING, "completion/output", turn.speaker().role());
        } else {
            turn.happens(new CourseTaken(
                    turn.id(),
                    takenIn ? Course.VALIDATING : Course.DONE,
                    turn.now(),
                    COMPLETED,
                    command.output(),
                    turn.practice().closesAt(turn.now())));
            turn.releasedAll(Kinds.UPDATE, COMPLETED);
            if (!takenIn) {
                confirmation(turn, Kinds.VALIDATE);
            }
        }
    }

    /** The result may come after the word that it is done: from whoever did it, though the sender holds what is left. */
    private static boolean isByTaker(Turn turn) {
        return turn.talks()
                .taken()
                .filter(offer -> turn.isBy(offer.to(), "handoff"))
                .isPresent();
    }

    static void validate(Turn turn) {
        if (!isSenderIn(turn, "completion", Course.DONE, Course.VALIDATING)) {
            return;
        }
        if (turn.talks().output().isEmpty()) {
            turn.refuse(
                    Reason.RESULT_MISSING,
                    "completion/output",
                    turn.talks().taken().map(o -> o.to().role()).stream().toArray(Code[]::new));
        }
        if (!turn.isRefused()) {
            take(turn, Course.CLOSED, VALIDATED, List.of());
            turn.doneAll(Kinds.VALIDATE);
            Withdrawing.withdrawAll(turn, VALIDATED);
            turn.done(turn.action());
        }
    }

    static void refuse(Turn turn, RefuseCompletion command) {
        if (isSenderIn(turn, "completion", Course.DONE, Course.VALIDATING) && !turn.isRefused()) {
            backToSender(turn, command.reason());
        }
    }

    static void giveBack(Turn turn, GiveBack command) {
        if (isHolderIn(turn, Course.HELD, Course.STARTED)) {
            take(turn, Course.GIVING_BACK, command.reason(), List.of());
            confirmation(turn, Kinds.TAKE_BACK);
        }
    }

    static void takeBack(Turn turn, TakeBack command) {
        boolean server = turn.talks()
                .binding()
                .filter(offer -> offer.arbiter() == Arbiter.SERVER)
                .isPresent();
        Course[] unasked = {Course.HELD, Course.STARTED, Course.GIVING_BACK};
        Course[] read = {Course.GIVING_BACK, Course.DONE};
        Course[] asked = server ? read : new Course[] {Course.GIVING_BACK};
        if (!isSenderIn(turn, "handoff", server && command.unasked().isPresent() ? unasked : asked)
                || turn.isRefused()) {
            return;
        }
        if (turn.talks().course() == Course.DONE) {
            whatIsLeft(turn);
        } else {
            backToSender(turn, command.unasked().orElse(TAKEN_BACK));
        }
    }

    /** All that is left is to confirm it. What was done stays said, and the sender holds it from now on. */
    private static void whatIsLeft(Turn turn) {
        turn.happens(new CourseTaken(
                turn.id(),
                Course.VALIDATING,
                turn.now(),
                TAKEN_BACK,
                List.of(),
                turn.talks().closesAt()));
        turn.passes(turn.action(), turn.speaker(), TAKEN_BACK);
    }

    static void spoke(Turn turn, HoldWarmHandoff command) {
        Optional<Offer> between = turn.talks()
                .current()
                .filter(o ->
                        command.giver().sameRole(o.sender()) && command.taker().sameRole(o.to()));
        if (between.isEmpty()) {
            turn.refuse(Reason.NOT_A_PARTY, "warmHandoff");
        } else {
            turn.isByEither(between.get(), "warmHandoff/recorder");
        }
        if (command.at().isAfter(turn.now())) {
            turn.refuse(Reason.IN_THE_FUTURE, "warmHandoff/at");
        }
        if (!turn.isRefused()) {
            turn.happens(new WarmHandoffHeld(turn.id(), command.giver(), command.taker(), command.at()));
        }
    }

    /** The person of the sender's role who takes it holds it; what limited the acceptance is over with it. */
    private static void backToSender(Turn turn, Code reason) {
        Holder sender = turn.speaker();
        take(turn, Course.OFFERING, reason, List.of());
        turn.doneAll(Kinds.VALIDATE);
        turn.doneAll(Kinds.TAKE_BACK);
        turn.releasedAll(Kinds.UPDATE, reason);
        turn.releasedAll(Kinds.FOLLOW_UP, reason);
        turn.releasedAll(Kinds.AGREE, reason);
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

    static void take(Turn turn, Course course, Code reason, List<Input> output) {
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

    /** Whether the sender speaks, or somebody of the same organization who hears everything that is wrong. */
    static boolean isSenderIn(Turn turn, String path, Course... courses) {
        Optional<Holder> sender = turn.talks().sender();
        if (sender.filter(turn::isOutside).isPresent()) {
            turn.isBy(sender.get(), path);
            return false;
        }
        sender.ifPresent(s -> turn.isBy(s, path));
        if (sender.isEmpty() || !List.of(courses).contains(turn.talks().course())) {
            turn.refuse(Reason.STEP_NOT_OPEN, path);
            return false;
        }
        return true;
    }
}
