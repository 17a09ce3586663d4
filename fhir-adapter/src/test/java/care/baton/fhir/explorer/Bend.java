package care.baton.fhir.explorer;

import care.baton.evidence.Event;
import care.baton.fhir.FhirJson;
import care.baton.fhir.exchange.LinkKey;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.exchange.Response.Found;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.InHandoff;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What seeded bugs are made of. */
final class Bend {

    private Bend() {}

    static Optional<Response.Stands> task(Response response) {
        return response instanceof Response.Stands s && s.found().type().equals("Task")
                ? Optional.of(s)
                : Optional.empty();
    }

    static boolean says(Response response, String... statuses) {
        return task(response)
                .filter(s -> List.of(statuses).contains(Server.status(s.found())))
                .isPresent();
    }

    static Response rewritten(Response response, Consumer<ObjectNode> change) {
        Response.Stands s = (Response.Stands) response;
        ObjectNode tree = s.found().json().tree();
        change.accept(tree);
        Found found = new Found(s.found().type(), s.found().id(), s.found().version(), FhirJson.of(tree));
        return new Response.Stands(s.key(), s.number(), found);
    }

    static Optional<Offer> offer(House house, Response response) {
        LinkKey key = Conduct.key(response).orElseThrow();
        return house.talks()
                .flatMap(t -> t.offers().values().stream()
                        .filter(o -> key.part().equals("offer-" + o.number()))
                        .findFirst());
    }

    static Optional<Offer> current(House house) {
        return house.talks().flatMap(Negotiation::current);
    }

    static Optional<Obligation> action(House house) {
        return house.record().chart().obligations().openOf(Cast.HANDOFF.value(), Kinds.ACTION).stream()
                .findFirst();
    }

    static Optional<Obligation> response(House house) {
        return house.record().chart().obligations().openOf(Cast.HANDOFF.value(), Kinds.RESPONSE).stream()
                .findFirst();
    }

    static HolderChanged passes(House house, Holder to) {
        Key key = action(house).orElseThrow().key();
        return new HolderChanged(key, to, house.now(), Code.of("bent"));
    }

    static AnswerGiven accepted(House house, Offer offer, boolean moves) {
        return new AnswerGiven(
                Cast.HANDOFF, offer.number(), new Answer.Accept(), offer.to(), house.now(), false, false, moves);
    }

    static AnswerIntended intends(Offer offer) {
        return new AnswerIntended(Cast.HANDOFF, offer.number(), new Answer.Accept(), offer.to(), false);
    }

    static Optional<HandoffCommand> command(RecordCommand command) {
        return command instanceof InHandoff in ? Optional.of(in.command()) : Optional.empty();
    }

    static boolean accepts(RecordCommand command) {
        return command(command)
                .filter(c -> c instanceof HandoffCommand.AnswerOffer a && a.answer() instanceof Answer.Accept)
                .isPresent();
    }

    static List<Event> and(List<Event> made, Event... more) {
        List<Event> all = new ArrayList<>(made);
        all.addAll(List.of(more));
        return all;
    }

    static boolean has(List<Event> made, Class<? extends Event> kind) {
        return made.stream().anyMatch(kind::isInstance);
    }

    static List<Event> without(List<Event> made, Class<? extends Event> kind) {
        return has(made, kind) ? made.stream().filter(e -> !kind.isInstance(e)).toList() : made;
    }

    /** The house with events that nothing decided. */
    static House forged(Conduct conduct, House house, Holder by, Event... events) {
        return house.with(Forged.with(house.record(), conduct.act(house, by), List.of(events)));
    }
}
