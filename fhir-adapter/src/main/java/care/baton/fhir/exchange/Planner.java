package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.obligation.Obligation;
import care.baton.record.CoordinationRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what the record says with what was last seen on the server, and asks for the difference. */
final class Planner {

    private final CoordinationRecord record;
    private final Endpoint endpoint;
    private final Instant now;
    private final List<Request> requests = new ArrayList<>();
    private Links links;

    Planner(CoordinationRecord record, Links links, Endpoint endpoint, Instant now) {
        this.record = record;
        this.links = links;
        this.endpoint = endpoint;
        this.now = now;
    }

    Planned plan() {
        for (Negotiation talks : record.chart().handoffs().values()) {
            talks.offers().values().stream()
                    .filter(o -> o.arbiter() == Arbiter.SERVER)
                    .forEach(offer -> offer(talks, offer));
        }
        return new Planned(links, requests);
    }

    private void offer(Negotiation talks, Offer offer) {
        LinkKey key = LinkKey.task(talks.id().value(), offer.number());
        Link link = links.get(key).orElse(Link.unknown(key));
        boolean sends = offer.sender().organization().equals(endpoint.own().organization());
        boolean receives = offer.to().organization().equals(endpoint.own().organization());
        boolean partner = (sends ? offer.to() : offer.sender())
                .organization()
                .equals(endpoint.partner().organization());
        if (!partner || sends == receives) {
            return;
        }
        if (link.tried() > 0) {
            look(link);
        } else if (link.id().isEmpty()) {
            if (sends) {
                create(link, Writing.task(key, offer, respondBy(talks, offer), endpoint, now));
            }
        } else {
            Face face = sends ? Faces.sender(offer) : Faces.receiver(talks, offer);
            seen(link).ifPresent(task -> update(link, task, face));
            if (receives) {
                questions(talks, offer, link);
            }
        }
    }

    /** Something may have left and no answer is known: what stands there is read before anything else. */
    private void look(Link link) {
        Link trying = link.trying();
        links = links.with(trying);
        requests.add(link.id()
                .<Request>map(id -> new Request.Read(link.key(), trying.requests(), id))
                .orElseGet(() -> new Request.Find(link.key(), trying.requests())));
    }

    private void create(Link link, FhirJson body) {
        Link trying = link.trying();
        links = links.with(trying);
        requests.add(new Request.Create(link.key(), trying.requests(), body));
    }

    private void update(Link link, SeenTask task, Face face) {
        if (face.equals(Face.silent()) || face.standsOn(task) || link.version().isEmpty()) {
            return;
        }
        Link trying = link.trying();
        String command = link.key().identifier() + "#" + trying.requests();
        links = links.with(trying);
        requests.add(new Request.Update(
                link.key(),
                trying.requests(),
                link.id().orElseThrow(),
                link.version().orElseThrow(),
                TaskEdit.of(task.json(), face, command, now)));
    }

    private void questions(Negotiation talks, Offer offer, Link task) {
        Optional<AnswerIntended> intended = offer.intended();
        List<Asked> asked = new ArrayList<>();
        if (intended.isPresent() && intended.get().answer() instanceof Answer.RequestClarification c) {
            asked.addAll(Asked.questions(offer.number(), offer.rounds() + 1, c.questions()));
        } else if (offer.state() instanceof OfferState.Clarifying c) {
            asked.addAll(Asked.items(offer.number(), c.round(), c.open()));
        }
        List<Condition> proposed = offer.state() instanceof OfferState.Proposed p ? p.conditions() : List.of();
        for (int n = 1; n <= proposed.size(); n++) {
            asked.add(Asked.condition(offer.number(), n, proposed.get(n - 1)));
        }
        for (Asked one : asked) {
            LinkKey key = new LinkKey("CommunicationRequest", talks.id().value(), one.part());
            Link link = links.get(key).orElse(Link.unknown(key));
            if (link.tried() > 0) {
                look(link);
            } else if (link.id().isEmpty()) {
                seen(task)
                        .ifPresent(t -> create(
                                link,
                                Writing.question(key, one.text(), task.id().orElseThrow(), t.json(), endpoint, now)));
            }
        }
    }

    private Optional<Instant> respondBy(Negotiation talks, Offer offer) {
        return record.chart().obligations().openOf(talks.id().value(), Kinds.RESPONSE).stream()
                .filter(o -> o.key().subject().equals("offer-" + offer.number()))
                .map(Obligation::due)
                .findFirst();
    }

    static Optional<SeenTask> seen(Link link) {
        return link.seen()
                .text()
                .flatMap(text -> FhirJson.read(text).value())
                .map(json -> SeenTask.of(json, Optional.empty()));
    }
}
