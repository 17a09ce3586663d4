package care.baton.record;

import static care.baton.record.HomeStart.RUN;

import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand;
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
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.handoff.Priority;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.InHandoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody could want to say in a handoff as it stands. */
final class Words {

    private static final Code WHY = Code.of("provider-capacity");

    private final HandoffId id;
    private final Negotiation talks;
    private final Optional<Offer> offer;
    private final Holder holder;
    private final Instant now;
    private final int n;

    Words(CoordinationRecord record, HandoffId id, Instant now, Roll roll) {
        this.id = id;
        this.talks = record.chart().handoffs().get(id).orElseGet(() -> Negotiation.of(id));
        this.offer = talks.current();
        this.holder = record.work().ownerAt(id, now).orElse(HomeStart.PLANNER);
        this.now = now;
        this.n = roll.which();
    }

    Asked deal() {
        Holder sender = offer.map(Offer::sender).orElse(HomeStart.PLANNER);
        Holder to = offer.map(Offer::to).orElse(HomeStart.INTAKE);
        if (n % 17 == 0) {
            return in(
                    holder,
                    new AssignPerson(
                            Kinds.ACTION, HomeStart.SECOND_PLANNER.person().orElseThrow()));
        }
        if (n % 19 == 0) {
            return in(HomeStart.SECOND_PLANNER, new AcknowledgeAssignment(Kinds.ACTION));
        }
        if (n % 23 == 0) {
            return in(sender, new MarkInError(Code.of("wrong-person")));
        }
        if (n % 11 == 0) {
            return in(sender, new HoldWarmHandoff(HomeStart.PLANNER, named(to), now));
        }
        boolean live = offer.filter(Offer::isLive).isPresent();
        return live ? ofOffer(offer.orElseThrow()) : talks.course() == Course.OFFERING ? offers() : after(sender);
    }

    private Asked offers() {
        Holder to = n % 3 == 0 ? HomeStart.OTHER_INTAKE : HomeStart.INTAKE;
        Ask ask = n % 5 == 0 ? HomeStart.ask().with(Priority.URGENT) : HomeStart.ask();
        return in(
                holder,
                new OfferHandoff(
                        n % 6 == 0 ? OfferKind.INVITATION : OfferKind.FIRM,
                        to,
                        ask,
                        Optional.empty(),
                        n % 7 == 0 ? Arbiter.SERVER : Arbiter.RECORD,
                        n % 13 == 0 ? Optional.of(now.plus(Duration.ofHours(n % 9))) : Optional.empty(),
                        Optional.empty()));
    }

    private Asked ofOffer(Offer live) {
        int number = live.number();
        if (n % 9 == 0) {
            return in(live.sender(), new WithdrawOffer(number, Code.of("too-long")));
        }
        if (live.intended().isPresent() || live.withdrawing().isPresent()) {
            Holder decider = live.intended().isPresent() ? live.to() : live.sender();
            return in(
                    decider, n % 3 == 0 ? new OvertakeDecision(number, Code.of("first")) : new ConfirmDecision(number));
        }
        if (live.arbiter() == Arbiter.SERVER && live.kind() == OfferKind.FIRM && n % 5 == 0) {
            return in(live.to(), new ReadAnswer(number, new Answer.Accept(), List.of()));
        }
        if (live.arbiter() == Arbiter.SERVER && n % 8 == 0) {
            return in(n % 16 == 0 ? live.sender() : live.to(), new NameDiscrepancy(number, Code.of("changed-there")));
        }
        if (live.state() instanceof OfferState.Clarifying c && n % 4 > 0) {
            Optional<Code> none = n % 2 == 0 ? Optional.of(Code.of("not-known")) : Optional.empty();
            Sensitive reply = none.isEmpty() ? Sensitive.of("said " + n) : Sensitive.none();
            return in(live.sender(), new AnswerClarification(number, c.open().get(0), reply, none));
        }
        if (live.state() instanceof OfferState.Proposed p && !p.agreed() && n % 4 > 0) {
            return in(live.sender(), new AgreeConditions(number, Optional.empty()));
        }
        if (live.state() instanceof OfferState.Proposed p
                && !p.openPreconditions().isEmpty()
                && n % 4 > 0) {
            int open = p.openPreconditions().get(0);
            return in(p.conditions().get(open - 1).holder(), new MeetCondition(number, open));
        }
        return in(live.to(), new AnswerOffer(number, live.asked(), answer(live)));
    }

    private Answer answer(Offer live) {
        boolean proposed = live.state() instanceof OfferState.Proposed;
        return switch (proposed ? 4 : n % 6) {
            case 0 -> new Answer.Decline(WHY, Sensitive.none());
            case 1 ->
                new Answer.RequestClarification(
                        List.of(Question.about(HomeStart.ROUTINES), Question.about(HomeStart.RISKS)));
            case 2 ->
                new Answer.AcceptWithConditions(List.of(
                        condition(Condition.Kind.PRECONDITION, n % 4 == 0 ? live.to() : HomeStart.NURSE),
                        condition(Condition.Kind.LIMITATION, live.to())));
            default -> new Answer.Accept();
        };
    }

    private Condition condition(Condition.Kind kind, Holder who) {
        return new Condition(Sensitive.of("on condition " + n), kind, who, now.plus(Duration.ofHours(1 + n % 30)));
    }

    private Asked after(Holder sender) {
        List<Input> output = n % 4 == 0 ? List.of() : List.of(new Input(Code.of("report"), Sensitive.of("well")));
        return switch (talks.course()) {
            case HELD ->
                n % 8 == 5
                        ? in(
                                sender,
                                new AgreeConditions(offer.map(Offer::number).orElse(1), Optional.empty()))
                        : n % 8 == 7
                                ? in(sender, new TakeBack(Optional.of(Code.of("not-held-there"))))
                                : in(
                                        holder,
                                        n % 4 == 0
                                                ? new GiveBack(WHY)
                                                : n % 4 == 1
                                                        ? new ReportProgress(Sensitive.of("on the way"))
                                                        : new StartAction());
            case STARTED ->
                n % 5 == 1
                        ? in(sender, new TakeBack(Optional.of(Code.of("not-held-there"))))
                        : in(holder, n % 5 == 0 ? new GiveBack(WHY) : new CompleteAction(output));
            case GIVING_BACK -> in(sender, new TakeBack());
            case DONE ->
                n % 4 == 0
                        ? in(sender, new RefuseCompletion(Code.of("not-enough")))
                        : n % 4 == 1
                                ? in(holder, new CompleteAction(output))
                                : in(sender, n % 7 == 2 ? new TakeBack() : new ValidateCompletion());
            case VALIDATING ->
                n % 3 == 0
                        ? in(sender, new RefuseCompletion(Code.of("not-enough")))
                        : n % 3 == 1
                                ? in(offer.map(Offer::to).orElse(holder), new CompleteAction(output))
                                : in(sender, new ValidateCompletion());
            case CLOSED ->
                n % 3 == 0
                        ? in(sender, new ReopenHandoff(Sensitive.of("once more")))
                        : in(
                                offer.map(Offer::to).orElse(sender),
                                new AnswerOffer(
                                        talks.offers().size(), HomeStart.ask().digest(), new Answer.Accept()));
            default ->
                in(
                        offer.map(Offer::to).orElse(sender),
                        new AnswerOffer(1, HomeStart.ask().digest(), new Answer.Accept(Sensitive.of("late " + n % 2))));
        };
    }

    private Asked in(Holder by, HandoffCommand command) {
        return new Asked(by, new InHandoff(id, RUN, command));
    }

    private static Holder named(Holder seat) {
        return seat.person().isPresent() ? seat : HomeStart.INTAKE;
    }
}
