package care.baton.fhir.explorer;

import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.explorer.Seat.Choice;
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

    private SetUps() {}

    static Choice offer(Holder to, int most) {
        return Choice.of("offer to " + to.organization().value(), most, h -> Optional.of(
                new OfferHandoff(OfferKind.FIRM, to, Cast.ask(), Optional.empty(), Arbiter.SERVER, Optional.empty())));
    }

    static Choice current(String name, int most, Function<Offer, HandoffCommand> command) {
        return Choice.of(name, most, h -> h.talks().flatMap(Negotiation::current).map(command));
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

    /** One sender, one receiver, one offer. */
    static SetUp small() {
        PartnerProfile profile = PartnerProfiles.sdohClinicalCare();
        List<Holder> receivers = List.of(Cast.FIRST);
        return new SetUp(
                "one offer",
                profile,
                false,
                List.of(sender(profile, receivers, senders(receivers, 1), 1), receiver(profile, 1, receivers(), 1)),
                receivers,
                List.of(),
                Server.empty(),
                1,
                3);
    }

    /** One sender, two receivers, three offers, two copies of each message. */
    static SetUp whole() {
        PartnerProfile profile = PartnerProfiles.sdohClinicalCare();
        List<Holder> receivers = List.of(Cast.FIRST, Cast.SECOND);
        return new SetUp(
                "three offers",
                profile,
                false,
                List.of(
                        sender(profile, receivers, senders(receivers, 2), 1),
                        receiver(profile, 1, receivers(), 1),
                        receiver(profile, 2, receivers(), 1)),
                receivers,
                List.of(),
                Server.empty(),
                2,
                6);
    }
}
