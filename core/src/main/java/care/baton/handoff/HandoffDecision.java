package care.baton.handoff;

import care.baton.evidence.Event;
import care.baton.handoff.HandoffCommand.AcknowledgeAssignment;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.AssignPerson;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.HoldWarmHandoff;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffCommand.ReadAnswer;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.ReopenHandoff;
import care.baton.handoff.HandoffCommand.ReportProgress;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.obligation.Key;
import care.baton.outcome.Draft;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import java.util.Objects;
import java.util.Optional;

/** The one place where it is decided what a command does to a handoff, alone or inside a record. */
public final class HandoffDecision {

    private HandoffDecision() {}

    /**
     * Decides.
     *
     * @param proceedings how it stands
     * @param command what is asked for
     * @param act who asks and when, by the host's clock
     * @param practice how handoffs are run here
     * @param parent what the action serves in a larger record, if anything
     * @return what happens, or everything that stands in the way
     */
    public static Outcome<Proceedings, Event> decide(
            Proceedings proceedings, HandoffCommand command, Act act, Practice practice, Optional<Key> parent) {
        Objects.requireNonNull(proceedings, "proceedings");
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(practice, "practice");
        Objects.requireNonNull(parent, "parent");
        Draft<Proceedings, Event> draft = new Draft<>(proceedings, Proceedings::evolve);
        dispatch(new Turn(draft, act, practice, parent), command);
        return draft.outcome();
    }

    private static void dispatch(Turn turn, HandoffCommand command) {
        if (command instanceof OfferHandoff c) {
            Offering.offer(turn, c);
        } else if (command instanceof AnswerOffer c) {
            Answering.answer(turn, c);
        } else if (command instanceof ReadAnswer c) {
            AsRead.answer(turn, c);
        } else if (command instanceof AnswerClarification c) {
            Clarifying.reply(turn, c);
        } else if (command instanceof AgreeConditions c) {
            Agreeing.agree(turn, c);
        } else if (command instanceof MeetCondition c) {
            Agreeing.meet(turn, c);
        } else if (command instanceof WithdrawOffer c) {
            Withdrawing.withdraw(turn, c);
        } else if (command instanceof ConfirmDecision c) {
            Settling.confirm(turn, c);
        } else if (command instanceof OvertakeDecision c) {
            Settling.overtake(turn, c);
        } else if (command instanceof NameDiscrepancy c) {
            Discrepancies.name(turn, c);
        } else if (command instanceof AssignPerson c) {
            Staffing.assign(turn, c);
        } else if (command instanceof AcknowledgeAssignment c) {
            Staffing.acknowledge(turn, c);
        } else if (command instanceof HoldWarmHandoff c) {
            Holding.spoke(turn, c);
        } else {
            hold(turn, command);
        }
    }

    private static void hold(Turn turn, HandoffCommand command) {
        if (command instanceof StartAction) {
            Holding.start(turn);
        } else if (command instanceof ReportProgress c) {
            Holding.report(turn, c);
        } else if (command instanceof CompleteAction c) {
            Holding.complete(turn, c);
        } else if (command instanceof ValidateCompletion) {
            Holding.validate(turn);
        } else if (command instanceof RefuseCompletion c) {
            Holding.refuse(turn, c);
        } else if (command instanceof GiveBack c) {
            Holding.giveBack(turn, c);
        } else if (command instanceof TakeBack c) {
            Holding.takeBack(turn, c);
        } else if (command instanceof ReopenHandoff c) {
            Afterwards.reopen(turn, c);
        } else {
            Afterwards.inError(turn, (MarkInError) command);
        }
    }
}
