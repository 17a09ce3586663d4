package care.baton.catalog;

import static care.baton.catalog.ShippedDeck.one;

import care.baton.catalog.ShippedDeck.Card;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.Content;
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
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.InHandoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What somebody could say in a handoff on a shipped pathway, by the name of the command; an answer by its own. */
final class ShippedTalk {

    static final List<String> KINDS = Stream.concat(
                    Stream.of(HandoffCommand.class.getPermittedSubclasses()).filter(c -> c != AnswerOffer.class),
                    Stream.of(Answer.class.getPermittedSubclasses()))
            .map(Class::getSimpleName)
            .sorted()
            .toList();

    private static final Code ITEM = Code.of("medication-needs");

    private final CoordinationRecord record;
    private final Pathway pathway;
    private final SplittableRandom random;
    private final Instant now;
    private final HandoffId id;
    private final Negotiation talks;
    private final int offer;
    private final Optional<Offer> named;
    private final boolean live;
    private final Holder sender;
    private final Holder receiver;
    private final Holder owner;

    ShippedTalk(CoordinationRecord record, Pathway pathway, SplittableRandom random, Instant now) {
        this.record = record;
        this.pathway = pathway;
        this.random = random;
        this.now = now;
        this.id = HandoffId.of("handoff-" + (random.nextInt(6) == 0 ? 2 : 1));
        this.talks = record.chart().handoffs().get(id).orElseGet(() -> Negotiation.of(id));
        int newest = talks.offers().size();
        this.offer = random.nextInt(5) == 0 ? random.nextInt(newest + 2) : newest;
        this.named = talks.offers().get(offer);
        this.live = named.filter(Offer::isLive).isPresent();
        this.sender = talks.sender().map(Scene::named).orElseGet(this::first);
        this.receiver =
                named.or(talks::current).map(Offer::to).map(Scene::named).orElseGet(this::other);
        this.owner = record.work().ownerAt(id, now).map(Scene::named).orElse(sender);
    }

    private Holder first() {
        return Scene.seat(pathway.stages().get(0).owner().value());
    }

    private Holder other() {
        return Scene.seat(one(random, pathway.roles()).code().value());
    }

    /** A name that has a chance, as the handoff stands. */
    String fitting() {
        List<String> kinds = new ArrayList<>(List.of("AssignPerson", "AcknowledgeAssignment"));
        switch (talks.course()) {
            case OFFERING -> offering(kinds);
            case HELD -> kinds.addAll(List.of("HoldWarmHandoff", "StartAction", "ReportProgress", "GiveBack"));
            case STARTED -> kinds.addAll(List.of("ReportProgress", "CompleteAction", "CompleteAction", "GiveBack"));
            case GIVING_BACK -> kinds.addAll(List.of("TakeBack", "TakeBack", "ReportProgress"));
            case DONE -> kinds.addAll(List.of("CompleteAction", "ValidateCompletion", "RefuseCompletion", "TakeBack"));
            case VALIDATING -> kinds.addAll(List.of("CompleteAction", "ValidateCompletion", "RefuseCompletion"));
            case CLOSED -> kinds.addAll(List.of("ReopenHandoff", "Accept"));
            default -> kinds.addAll(List.of("Accept", "Decline", "OfferHandoff"));
        }
        talks.offers().values().stream()
                .filter(o -> o.withdrawing().isPresent() || o.intended().isPresent())
                .forEach(o -> kinds.addAll(List.of("ConfirmDecision", "OvertakeDecision")));
        return random.nextInt(40) == 0 ? "MarkInError" : one(random, kinds);
    }

    private void offering(List<String> kinds) {
        Optional<Offer> live =
                talks.offers().values().stream().filter(Offer::isLive).findFirst();
        if (live.isEmpty()) {
            kinds.addAll(List.of("OfferHandoff", "OfferHandoff", "OfferHandoff", "WithdrawOffer"));
            return;
        }
        kinds.addAll(List.of("Accept", "Accept", "AcceptWithConditions", "RequestClarification", "Decline"));
        kinds.addAll(List.of("WithdrawOffer", "ReadAnswer"));
        if (live.get().state() instanceof OfferState.Clarifying) {
            kinds.addAll(List.of("AnswerClarification", "AnswerClarification", "AnswerClarification"));
        }
        if (live.get().state() instanceof OfferState.Proposed) {
            kinds.addAll(List.of("AgreeConditions", "AgreeConditions", "MeetCondition", "MeetCondition"));
        }
    }

    Card draw(String kind) {
        Holder by = by(kind);
        boolean entitled = random.nextInt(8) > 0;
        return new Card(
                entitled ? by : ShippedDeck.stray(random, other()), new InHandoff(id, Scene.RUN, command(kind)));
    }

    private Holder by(String kind) {
        return switch (kind) {
            case "Accept", "AcceptWithConditions", "RequestClarification", "Decline", "ReadAnswer" -> receiver;
            case "StartAction", "ReportProgress", "CompleteAction", "GiveBack", "OfferHandoff" -> owner;
            case "ConfirmDecision", "OvertakeDecision" -> random.nextBoolean() ? sender : receiver;
            case "MeetCondition" -> meets();
            case "AssignPerson" -> owner;
            case "AcknowledgeAssignment" ->
                record.chart().obligations().openOf(id.value(), Kinds.ACTION).stream()
                        .findFirst()
                        .filter(o -> o.proposed().isPresent())
                        .map(o -> o.holder().heldBy(o.proposed()))
                        .orElse(owner);
            default -> sender;
        };
    }

    private Holder meets() {
        return record.chart().obligations().openOf(id.value(), Kinds.MEET).stream()
                .findFirst()
                .map(Obligation::holder)
                .map(Scene::named)
                .orElse(owner);
    }

    private HandoffCommand command(String kind) {
        return switch (kind) {
            case "OfferHandoff" -> offer();
            case "Accept", "AcceptWithConditions", "RequestClarification", "Decline" ->
                new AnswerOffer(
                        offer,
                        random.nextInt(15) == 0
                                ? ask(Priority.STAT).digest()
                                : named.map(Offer::asked)
                                        .orElse(ask(Priority.ROUTINE).digest()),
                        answer(kind));
            case "ReadAnswer" -> new ReadAnswer(offer, answer(random.nextBoolean() ? "Accept" : "Decline"), List.of());
            case "AnswerClarification" ->
                new AnswerClarification(offer, item(), Sensitive.of("said"), Optional.empty());
            case "AgreeConditions" -> new AgreeConditions(offer);
            case "MeetCondition" -> new MeetCondition(offer, 1 + random.nextInt(2));
            case "WithdrawOffer" -> new WithdrawOffer(offer, Code.of("plan-changed"));
            case "ConfirmDecision" -> new ConfirmDecision(offer);
            case "OvertakeDecision" -> new OvertakeDecision(offer, Code.of("changed-there"));
            case "NameDiscrepancy" -> new NameDiscrepancy(offer, Code.of("changed-there"));
            case "HoldWarmHandoff" -> new HoldWarmHandoff(sender, receiver, now.minusSeconds(random.nextInt(99) - 9));
            case "StartAction" -> new StartAction();
            case "ReportProgress" -> new ReportProgress(Sensitive.of("well"));
            case "CompleteAction" -> new CompleteAction(random.nextInt(3) == 0 ? List.of() : output());
            case "ValidateCompletion" -> new ValidateCompletion();
            case "RefuseCompletion" -> new RefuseCompletion(Code.of("not-what-was-asked"));
            case "GiveBack" -> new GiveBack(Code.of("no-capacity"));
            case "TakeBack" ->
                random.nextInt(3) == 0 ? new TakeBack(Optional.of(Code.of("not-held-there"))) : new TakeBack();
            case "AssignPerson" -> new AssignPerson(Kinds.ACTION, PersonId.of("p-second-" + random.nextInt(2)));
            case "AcknowledgeAssignment" -> new AcknowledgeAssignment(Kinds.ACTION);
            case "ReopenHandoff" -> new ReopenHandoff(Sensitive.of("again"));
            case "MarkInError" -> new MarkInError(Code.of("wrong-person"));
            default -> throw new IllegalStateException(kind);
        };
    }

    private static List<Input> output() {
        return List.of(new Input(Code.of("report"), Sensitive.of("done")));
    }

    private Code item() {
        return named.map(Offer::state)
                .filter(OfferState.Clarifying.class::isInstance)
                .map(s -> ((OfferState.Clarifying) s).open().get(0))
                .filter(i -> random.nextInt(6) > 0)
                .orElse(ITEM);
    }

    private static Ask ask(Priority priority) {
        return Ask.of(Code.of("home-care"), Scene.PARTICIPANT).with(priority);
    }

    private OfferHandoff offer() {
        boolean plain = random.nextInt(5) == 0;
        Content right = pathway.id().equals(Referral.ID) ? ReferralRoad.SBAR : DischargeRoad.IPASS;
        Holder to = Scene.seat(random.nextInt(4) == 0 ? other().role().value() : next().value());
        return new OfferHandoff(
                random.nextInt(4) == 0 ? OfferKind.INVITATION : OfferKind.FIRM,
                to.heldBy(Optional.empty()),
                ask(random.nextInt(4) == 0 ? Priority.URGENT : Priority.ROUTINE),
                plain ? Optional.empty() : Optional.of(right),
                random.nextInt(4) == 0 ? Arbiter.SERVER : Arbiter.RECORD,
                Optional.empty(),
                Optional.empty());
    }

    /** Who owns the stage that comes, if that is another. */
    private Code next() {
        return record.chart().runs().get(Scene.RUN).flatMap(r -> r.stage()).flatMap(pathway::after).stream()
                .map(s -> s.owner())
                .filter(role -> !role.equals(owner.role()))
                .findFirst()
                .orElseGet(() -> other().role());
    }

    private Answer answer(String kind) {
        return switch (kind) {
            case "Accept" -> new Answer.Accept(Sensitive.of("in my words"));
            case "Decline" ->
                new Answer.Decline(Code.of(random.nextInt(6) == 0 ? "not-listed" : "no-capacity"), Sensitive.none());
            case "RequestClarification" -> new Answer.RequestClarification(List.of(Question.about(ITEM)));
            default ->
                new Answer.AcceptWithConditions(List.of(
                        condition(Condition.Kind.PRECONDITION, live && random.nextBoolean() ? receiver : sender),
                        condition(Condition.Kind.LIMITATION, receiver)));
        };
    }

    private Condition condition(Condition.Kind kind, Holder who) {
        Instant due =
                !live || random.nextBoolean() ? Scene.FRIDAY_10 : now.plus(Duration.ofHours(random.nextInt(60) - 3));
        return new Condition(Sensitive.of("first"), kind, who, due);
    }
}
