package care.baton.fhir.explorer;

import care.baton.fhir.FhirJson;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkKey;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Course;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.party.Holder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a house believes, in bits: worked out once for each that was ever seen. Tasks are counted as on the server.
 *
 * @param started whether it knows of the handoff
 * @param ended whether the handoff is over for it
 * @param holds whether its record names its own organization as the owner, or is the arbiter and names another
 * @param under the Task by which its record says that the receiver holds it
 * @param intends the Tasks that it means to accept, and does not know to be accepted
 * @param shown the Tasks that, as last read, say that their owner holds the work
 * @param live the Tasks whose offers can be answered
 * @param yes the Tasks whose offers stand as accepted
 * @param no the Tasks whose offers stand as declined or withdrawn
 * @param pending the Tasks for which a decision of its own waits for the server
 * @param giving whether it gives back, and waits for the sender to take it
 * @param told the Tasks of which it knows only what was asked at first
 * @param named the Tasks about which it has told a person of a discrepancy
 */
record Facts(
        boolean started,
        boolean ended,
        boolean holds,
        int under,
        int intends,
        int shown,
        int live,
        int yes,
        int no,
        int pending,
        boolean giving,
        int told,
        int named) {

    static Facts of(Seat seat, House house) {
        Optional<Negotiation> found = house.talks();
        if (found.isEmpty()) {
            return new Facts(false, false, seat.sends(), 0, 0, 0, 0, 0, 0, 0, false, 0, 0);
        }
        Negotiation talks = found.get();
        int intends = 0;
        int shown = 0;
        int live = 0;
        int yes = 0;
        int no = 0;
        int pending = 0;
        int told = 0;
        int named = 0;
        for (Offer offer : talks.offers().values()) {
            int task = task(house, offer);
            boolean accepts = offer.intended()
                    .filter(i -> i.answer() instanceof Answer.Accept)
                    .isPresent();
            intends |= accepts ? task : 0;
            live |= offer.isLive() ? task : 0;
            yes |= offer.state() instanceof OfferState.Accepted ? task : 0;
            no |= !offer.isLive() && !(offer.state() instanceof OfferState.Accepted) ? task : 0;
            pending |= offer.intended().isPresent() || offer.withdrawing().isPresent() ? task : 0;
            shown |= saysHeld(house, offer) ? task : 0;
            told |= offer.ask().description().equals(Cast.ask().description()) ? task : 0;
            String about = "offer-" + offer.number() + " ";
            named |= house.named().stream().anyMatch(n -> n.startsWith(about)) ? task : 0;
        }
        Optional<Holder> owner = house.record().chart().obligations().open().stream()
                .filter(o ->
                        o.key().kind().equals(Kinds.ACTION) && o.key().cause().equals(Cast.HANDOFF.value()))
                .map(o -> o.holder())
                .findFirst();
        boolean here =
                talks.binding().filter(o -> o.arbiter() == Arbiter.RECORD).isPresent();
        boolean holds = here
                || owner.filter(o -> o.organization().equals(seat.own().organization()))
                        .isPresent();
        return new Facts(
                true,
                talks.course().isEnded(),
                holds,
                talks.binding().map(o -> task(house, o)).orElse(0),
                intends,
                shown,
                live,
                yes,
                no,
                pending,
                talks.course() == Course.GIVING_BACK,
                told,
                named);
    }

    static Optional<Link> link(House house, Offer offer) {
        return house.links().get(new LinkKey("Task", Cast.HANDOFF.value(), "offer-" + offer.number()));
    }

    /** As a bit; nothing while it is not on the server. */
    static int task(House house, Offer offer) {
        return link(house, offer)
                .flatMap(Link::id)
                .map(id -> 1 << Server.index(id))
                .orElse(0);
    }

    private static boolean saysHeld(House house, Offer offer) {
        return link(house, offer)
                .flatMap(l -> l.seen().text())
                .flatMap(t -> FhirJson.read(t).value())
                .filter(json -> saysHeld(json.tree(), offer))
                .isPresent();
    }

    private static boolean saysHeld(JsonNode task, Offer offer) {
        String status = task.path("status").asText();
        boolean held = status.equals("accepted")
                || status.equals("in-progress")
                || status.equals("on-hold")
                || status.equals("completed");
        return held
                && task.path("owner")
                        .path("reference")
                        .asText()
                        .equals(offer.to().organization().value());
    }
}
