package care.baton.fhir.explorer;

import care.baton.catalog.Roles;
import care.baton.evidence.Covered;
import care.baton.fhir.explorer.Seat.Choice;
import care.baton.fhir.explorer.Seat.Word;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.handoff.Question;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.AcceptAssignment;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.Assign;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.RaiseFlag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What people may do beyond a plain answer: ask, make conditions, warn and approve, pass on and leave, bid. */
final class People {

    static final Code FLAG = Code.of("medication-uncertainty");
    private static final PersonId OTHER = PersonId.of("im-9");

    private People() {}

    static List<Choice> asking() {
        return List.of(
                SetUps.answer(
                        "ask a question",
                        2,
                        new Answer.RequestClarification(
                                List.of(new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none())))),
                SetUps.answer(
                        "make conditions",
                        1,
                        new Answer.AcceptWithConditions(
                                List.of(condition(Condition.Kind.PRECONDITION), condition(Condition.Kind.LIMITATION)))),
                heard(
                        "hear that they agree",
                        h -> current(h)
                                .filter(o -> o.state() instanceof OfferState.Proposed)
                                .map(o -> Word.by(Cast.SENDER, new AgreeConditions(o.number())))),
                heard(
                        "hear that the condition is met",
                        h -> current(h)
                                .filter(o -> o.state() instanceof OfferState.Proposed)
                                .map(o -> Word.by(Cast.SENDER, new MeetCondition(o.number(), 1)))));
    }

    private static Choice heard(String name, Function<House, Optional<Word>> said) {
        return new Choice(name, 1, said);
    }

    private static Condition condition(Condition.Kind kind) {
        return new Condition(Sensitive.of("A mattress"), kind, Cast.SENDER, Cast.START.plus(Duration.ofDays(30)));
    }

    private static Optional<Offer> current(House house) {
        return house.talks().flatMap(Negotiation::current);
    }

    static List<Choice> warning() {
        Holder supervisor = seat(Roles.SUPERVISOR);
        return List.of(
                new Choice("raise a warning", 2, h -> h.talks().map(t -> new Word(Cast.FIRST, new RaiseFlag(FLAG)))),
                new Choice(
                        "approve",
                        1,
                        h -> h.record()
                                .chart()
                                .evidence()
                                .flag(FLAG)
                                .map(f -> new Word(
                                        supervisor,
                                        new Approve(
                                                Code.of("supervisor-approval"),
                                                List.of(new Covered(FLAG, f.version())))))));
    }

    static Holder seat(Code role) {
        return Holder.of(Cast.FIRST.organization(), role, PersonId.of("p-" + role));
    }

    static List<Choice> staff() {
        return List.of(
                of("assign the answer to another", Kinds.RESPONSE, Cast.FIRST, o -> new Assign(o.key(), OTHER)),
                of(
                        "take the answer over",
                        Kinds.RESPONSE,
                        Cast.FIRST.heldBy(Optional.of(OTHER)),
                        o -> new AcceptAssignment(o.key())),
                of("assign the work to another", Kinds.ACTION, Cast.FIRST, o -> new Assign(o.key(), OTHER)),
                of(
                        "take the work over",
                        Kinds.ACTION,
                        Cast.FIRST.heldBy(Optional.of(OTHER)),
                        o -> new AcceptAssignment(o.key())),
                new Choice(
                        "leave",
                        1,
                        h -> h.talks().map(t -> new Word(seat(Roles.SUPERVISOR), new LeaveTeam(Cast.FIRST)))));
    }

    private static Choice of(String name, Code kind, Holder by, Function<Obligation, RecordCommand> command) {
        return new Choice(
                name,
                1,
                h -> h.record().chart().obligations().openOf(Cast.HANDOFF.value(), kind).stream()
                        .findFirst()
                        .map(o -> new Word(by, command.apply(o))));
    }

    static List<Choice> bidding() {
        return List.of(
                offer("invite the first", OfferKind.INVITATION, Cast.FIRST),
                offer("invite the second", OfferKind.INVITATION, Cast.SECOND),
                bid("the first bids", Cast.FIRST),
                bid("the second bids", Cast.SECOND),
                offer("select the first", OfferKind.FIRM, Cast.FIRST),
                offer("select the second", OfferKind.FIRM, Cast.SECOND),
                bid("the first accepts", Cast.FIRST),
                bid("the second accepts", Cast.SECOND));
    }

    private static Choice offer(String name, OfferKind kind, Holder to) {
        return new Choice(
                name,
                1,
                h -> Optional.of(Word.by(
                        Cast.SENDER,
                        new OfferHandoff(
                                kind,
                                to,
                                Cast.ask(),
                                Optional.empty(),
                                Arbiter.RECORD,
                                Optional.empty(),
                                Optional.empty()))));
    }

    private static Choice bid(String name, Holder by) {
        return new Choice(
                name,
                1,
                h -> h.talks()
                        .flatMap(t -> t.offers().values().stream()
                                .filter(o -> o.isLive() && o.to().equals(by))
                                .findFirst()
                                .map(o -> Word.by(by, new AnswerOffer(o.number(), o.asked(), new Answer.Accept())))));
    }
}
