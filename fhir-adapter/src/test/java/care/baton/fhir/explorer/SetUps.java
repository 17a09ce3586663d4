package care.baton.fhir.explorer;

import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.explorer.Seat.Choice;
import care.baton.fhir.partner.Needed;
import care.baton.fhir.partner.Parties;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who plays in each exploration, and what they may do. */
final class SetUps {

    private static final PartnerProfile SDOH = aboutItself(PartnerProfiles.sdohClinicalCare());

    private SetUps() {}

    /** What is asked stands on the Task itself: what comes of a request beside it is shown without an exploration. */
    private static PartnerProfile aboutItself(PartnerProfile profile) {
        Parties parties = profile.parties();
        return new PartnerProfile(
                profile.name(),
                profile.codes(),
                profile.lifecycle(),
                new Parties(
                        parties.home(),
                        parties.ownerMeans(),
                        parties.owner(),
                        parties.needed().stream().filter(n -> n != Needed.FOCUS).toList(),
                        parties.believed()),
                profile.channels());
    }

    /** At most three in all. */
    static Choice offer(Holder to, int most) {
        OfferHandoff offer = new OfferHandoff(
                OfferKind.FIRM, to, Cast.ask(), Optional.empty(), Arbiter.SERVER, Optional.empty(), Optional.empty());
        return Choice.of(
                "offer to " + to.organization().value(),
                most,
                h -> h.talks().filter(t -> t.offers().size() >= 3).isPresent() ? Optional.empty() : Optional.of(offer));
    }

    static Choice current(String name, int most, Function<Offer, HandoffCommand> command) {
        return Choice.of(
                name, most, h -> h.talks().flatMap(Negotiation::current).map(command));
    }

    static Choice answer(String name, int most, Answer answer) {
        return current(name, most, o -> new AnswerOffer(o.number(), o.asked(), answer));
    }

    static Choice any(String name, int most, HandoffCommand command) {
        return Choice.of(name, most, h -> h.talks().map(t -> command));
    }

    static List<Choice> senders(List<Holder> receivers, int each) {
        List<Choice> choices = new ArrayList<>();
        receivers.forEach(r -> choices.add(offer(r, each)));
        choices.add(current("withdraw", 2, o -> new WithdrawOffer(o.number(), Code.of("found-another"))));
        choices.add(any("refuse what was done", 1, new RefuseCompletion(Code.of("not-what-was-asked"))));
        choices.add(any("validate", 1, new ValidateCompletion()));
        return choices;
    }

    static List<Choice> receivers() {
        return List.of(
                answer("accept", 2, new Answer.Accept()),
                answer("decline", 1, new Answer.Decline(Code.of("no-capacity"), Sensitive.none())),
                any("start", 1, new StartAction()),
                any("give back", 1, new GiveBack(Code.of("no-staff"))),
                any("complete", 1, new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("done"))))));
    }

    static Seat sender(PartnerProfile profile, List<Holder> receivers, List<Choice> choices, int ticks) {
        List<Endpoint> endpoints = receivers.stream()
                .map(r -> Cast.endpoint(profile, Cast.SENDER, r))
                .toList();
        return new Seat(0, endpoints, choices, ticks);
    }

    static Seat receiver(PartnerProfile profile, int index, List<Choice> choices, int ticks) {
        Holder own = index == 1 ? Cast.FIRST : Cast.SECOND;
        return new Seat(index, List.of(Cast.endpoint(profile, own, Cast.SENDER)), choices, ticks);
    }

    /** One sender, one receiver: both use Baton. */
    static SetUp pair() {
        List<Holder> receivers = List.of(Cast.FIRST);
        return new SetUp(
                "a sender and a receiver",
                SDOH,
                false,
                List.of(sender(SDOH, receivers, senders(receivers, 2), 1), receiver(SDOH, 1, receivers(), 1)),
                receivers,
                List.of(),
                Server.empty(),
                1,
                3);
    }

    /** One sender, two receivers, three offers, two copies of each message. */
    static SetUp whole() {
        List<Holder> receivers = List.of(Cast.FIRST, Cast.SECOND);
        return new SetUp(
                "a sender and two receivers",
                SDOH,
                false,
                List.of(
                        sender(SDOH, receivers, senders(receivers, 2), 1),
                        receiver(SDOH, 1, receivers(), 1),
                        receiver(SDOH, 2, receivers(), 1)),
                receivers,
                List.of(),
                Server.empty(),
                2,
                6);
    }

    /** We send, and a system that knows nothing of Baton receives. */
    static SetUp foreignReceiver() {
        List<Holder> receivers = List.of(Cast.FIRST);
        return new SetUp(
                "a foreign receiver",
                SDOH,
                false,
                List.of(sender(SDOH, receivers, senders(receivers, 2), 1)),
                receivers,
                Strangers.receivers(),
                Server.empty(),
                1,
                2);
    }

    /** A system that knows nothing of Baton sends, and we receive. */
    static SetUp foreignSender() {
        List<Choice> choices = new ArrayList<>(People.asking());
        choices.addAll(receivers().subList(0, 4));
        return alone("a foreign sender", false, receiver(SDOH, 1, choices, 1), Strangers.senders());
    }

    /** The same, where nothing is done but asking and answering, over two offers. */
    static SetUp questions() {
        return alone(
                "questions over two offers",
                false,
                receiver(SDOH, 1, People.asking().subList(0, 1), 0),
                Strangers.senders().subList(1, 4));
    }

    /** The same, where a warning needs an approval before we may accept. */
    static SetUp gated() {
        List<Choice> choices = new ArrayList<>(People.warning());
        choices.add(receivers().get(0));
        return alone("a warning", true, receiver(SDOH, 1, choices, 0), List.of());
    }

    /** The same, where people of ours are assigned, leave and are late. */
    static SetUp staffed() {
        List<Choice> choices = new ArrayList<>(People.staff());
        choices.addAll(receivers().subList(0, 3));
        return alone("people who come and go", false, receiver(SDOH, 1, choices, 3), List.of());
    }

    private static SetUp alone(String name, boolean gated, Seat seat, List<SetUp.Move> moves) {
        return new SetUp(
                name, SDOH, gated, List.of(seat), List.of(Cast.FIRST), moves, Strangers.offering(Server.empty()), 1, 3);
    }

    /** Both receivers are invited in one record. */
    static SetUp invited() {
        List<Holder> receivers = List.of(Cast.FIRST, Cast.SECOND);
        return new SetUp(
                "two invitations",
                SDOH,
                false,
                List.of(sender(SDOH, receivers, People.bidding(), 1)),
                receivers,
                List.of(),
                Server.empty(),
                1,
                1);
    }

    static List<SetUp> all() {
        return List.of(pair(), whole(), foreignReceiver(), foreignSender(), questions(), gated(), staffed(), invited());
    }
}
