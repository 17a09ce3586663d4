package care.baton.fhir.exchange;

import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import java.util.Optional;

/**
 * One offer as we stand to it: on which side, and what we have decided that the server does not know yet.
 *
 * @param talks the negotiation
 * @param offer the offer
 * @param sends whether we offer; else we are asked
 * @param endpoint the partner's server
 */
record Stance(Negotiation talks, Offer offer, boolean sends, Endpoint endpoint) {

    /** Empty when the offer is none between us and this partner, settled on its server. */
    static Optional<Stance> of(Negotiation talks, Offer offer, Endpoint endpoint) {
        boolean sends = offer.sender().organization().equals(endpoint.own().organization());
        boolean receives = offer.to().organization().equals(endpoint.own().organization());
        boolean partner = (sends ? offer.to() : offer.sender())
                .organization()
                .equals(endpoint.partner().organization());
        return offer.arbiter() == Arbiter.SERVER && partner && sends != receives
                ? Optional.of(new Stance(talks, offer, sends, endpoint))
                : Optional.empty();
    }

    /** The same stance as the record stands now. */
    Stance in(Negotiation now) {
        return new Stance(now, now.offers().get(offer.number()).orElse(offer), sends, endpoint);
    }

    LinkKey key() {
        return LinkKey.task(talks.id().value(), offer.number());
    }

    Party party() {
        return sends ? Party.REQUESTER : Party.OWNER;
    }

    /** Whether a decision of ours waits for the server. */
    boolean pending() {
        return sends ? offer.withdrawing().isPresent() : offer.intended().isPresent();
    }

    /** Whether it is under this offer that the receiver holds the work. */
    boolean binding() {
        return talks.binding().map(Offer::number).equals(Optional.of(offer.number()));
    }

    boolean accepted() {
        return offer.state() instanceof OfferState.Accepted;
    }

    /** What the Task should say for us. */
    Face face(Link link, SeenTask task) {
        return sends ? Faces.sender(this, link, task) : Faces.receiver(this, task);
    }

    /** The name of one write of ours: no other write, of either side, has it. */
    String command(long number) {
        return mark() + number;
    }

    /** Whether the write that a version names is one of ours. */
    boolean wrote(SeenTask task) {
        return OurMarks.command(task).startsWith(mark());
    }

    private String mark() {
        return key().identifier() + (sends ? "#s" : "#r");
    }

    /** The status that we may write next on the way to one that we want; empty when the partner's table has none. */
    Optional<TaskStatus> next(SeenTask task, Face face) {
        return face.status().isEmpty()
                ? Optional.empty()
                : task.status().flatMap(from -> Steps.next(endpoint.profile(), party(), task, from, face));
    }

    /** Whether what we want to say can be written on the Task as it stands. */
    boolean writable(SeenTask task, Face face) {
        Optional<TaskStatus> now = task.status();
        return face.status()
                .map(wanted ->
                        now.equals(Optional.of(wanted)) || next(task, face).isPresent())
                .orElse(!face.answers()
                        || now.filter(s ->
                                        s == TaskStatus.REQUESTED || s == TaskStatus.RECEIVED || s == TaskStatus.DRAFT)
                                .isPresent());
    }
}
