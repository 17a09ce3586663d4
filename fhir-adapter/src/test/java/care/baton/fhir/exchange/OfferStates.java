package care.baton.fhir.exchange;

import care.baton.fhir.Offers;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffCommand.ReadAnswer;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.ReopenHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every state that a handoff of at most two offers, one after the other, comes to: from each state every command by each side, until nothing
 * new is found. Two negotiations are one state when their offers and their course stand the same.
 */
final class OfferStates {

    private static final Code WHY = Code.of("why");
    private static final Code ITEM = Code.of("dose");
    private static final int OFFERS = 2;

    private final Map<String, Negotiation> found = new TreeMap<>();
    private final Deque<Site> open = new ArrayDeque<>();

    private OfferStates() {}

    static Map<String, Negotiation> all(PartnerProfile profile) {
        OfferStates states = new OfferStates();
        states.open.add(new Site(Two.senders(profile), Two.START));
        while (!states.open.isEmpty()) {
            states.expand(states.open.poll());
        }
        return states.found;
    }

    private void expand(Site site) {
        for (Holder by : List.of(Two.SENDER, Two.RECEIVER)) {
            for (HandoffCommand command : commands(site)) {
                Site next = new Site(site);
                next.hears(by, command, Two.START.plusSeconds(60));
                next.talks().ifPresent(talks -> {
                    if (found.putIfAbsent(key(talks), talks) == null) {
                        open.add(next);
                    }
                });
            }
        }
    }

    /** All that what is written about an offer goes by. */
    static String cell(Stance stance) {
        Negotiation talks = stance.talks();
        boolean last = talks.offers().values().stream()
                .filter(o -> o.state() instanceof OfferState.Accepted)
                .noneMatch(o -> o.number() > stance.offer().number());
        return cell(stance.offer()) + talks.course() + talks.output().isEmpty() + stance.binding() + last;
    }

    /** How one offer stands, in words. */
    static String cell(Offer offer) {
        OfferState state = offer.state();
        return offer.kind() + " " + state.getClass().getSimpleName()
                + (state instanceof OfferState.Proposed p
                        ? (p.agreed() ? "-agreed" : "") + (p.met().isEmpty() ? "" : "-met")
                        : "")
                + (offer.rounds() > 0 ? "-asked" : "")
                + offer.intended().map(i -> "+" + i.answer().category()).orElse("")
                + (offer.withdrawing().isPresent() ? "+withdrawing" : "");
    }

    /** Of an offer before the last only how it ended matters. */
    private static String ended(Offer offer) {
        return offer.kind() + " " + offer.state().getClass().getSimpleName()
                + offer.withdrawing().isPresent();
    }

    private static String key(Negotiation talks) {
        return talks.course() + " " + (talks.output().isEmpty() ? "" : "output ")
                + talks.binding().map(Offer::number).orElse(0) + " "
                + talks.offers().values().stream()
                        .map(o -> o.number() == talks.offers().values().size() ? cell(o) : ended(o))
                        .toList();
    }

    private static List<HandoffCommand> commands(Site site) {
        List<HandoffCommand> commands = new ArrayList<>();
        int made = site.talks().map(t -> t.offers().values().size()).orElse(0);
        boolean over = site.talks()
                .flatMap(Negotiation::current)
                .map(o -> !o.isLive() && o.withdrawing().isEmpty())
                .orElse(true);
        if (made < OFFERS && over) {
            commands.add(offer(OfferKind.FIRM));
            if (made == 0) {
                commands.add(offer(OfferKind.INVITATION));
            }
        }
        site.talks().ifPresent(talks -> talks.offers().values().forEach(o -> commands.addAll(about(o))));
        commands.addAll(List.of(
                new StartAction(),
                new CompleteAction(List.of()),
                new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("done")))),
                new ValidateCompletion(),
                new RefuseCompletion(WHY),
                new GiveBack(WHY),
                new TakeBack(),
                new TakeBack(Optional.of(WHY)),
                new ReopenHandoff(Sensitive.of("again")),
                new MarkInError(WHY)));
        return commands;
    }

    private static OfferHandoff offer(OfferKind kind) {
        Ask ask = Ask.of(Code.of("home-care"), Two.PERSON);
        return Offers.of(kind, Two.RECEIVER, ask);
    }

    private static List<HandoffCommand> about(Offer offer) {
        int n = offer.number();
        List<HandoffCommand> commands = new ArrayList<>();
        for (Answer answer : answers()) {
            commands.add(new AnswerOffer(n, offer.asked(), answer));
        }
        commands.addAll(List.of(
                new ReadAnswer(n, new Answer.Accept(), List.of()),
                new ReadAnswer(n, new Answer.Decline(WHY, Sensitive.none()), List.of()),
                new AnswerClarification(n, ITEM, Sensitive.of("5"), Optional.empty()),
                new AgreeConditions(n),
                new MeetCondition(n, 1),
                new WithdrawOffer(n, WHY),
                new ConfirmDecision(n),
                new OvertakeDecision(n, WHY)));
        return commands;
    }

    private static List<Answer> answers() {
        return List.of(
                new Answer.Accept(),
                new Answer.Decline(Two.REASON, Sensitive.none()),
                new Answer.RequestClarification(
                        List.of(new Question(ITEM, Sensitive.of("Which?"), Sensitive.of("More")))),
                new Answer.AcceptWithConditions(List.of(new Condition(
                        Sensitive.of("A ramp"),
                        Condition.Kind.PRECONDITION,
                        Two.SENDER,
                        Two.START.plusSeconds(86_400)))));
    }
}
