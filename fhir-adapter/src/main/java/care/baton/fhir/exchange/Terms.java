package care.baton.fhir.exchange;

import care.baton.fhir.task.SeenTerm;
import care.baton.handoff.Condition;
import care.baton.handoff.Offer;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The conditions that stand on a Task, as the record has conditions. */
final class Terms {

    /** By when something is seen to that does not say by when. */
    private static final Duration WITHIN = Duration.ofDays(1);

    private final Offer offer;
    private final Instant now;

    Terms(Offer offer, Instant now) {
        this.offer = offer;
        this.now = now;
    }

    List<Condition> of(List<SeenTerm> terms) {
        return terms.stream().map(this::condition).toList();
    }

    private Condition condition(SeenTerm term) {
        return new Condition(
                Sensitive.of(term.text().isBlank() ? "(not stated)" : term.text()),
                term.kind().equals("precondition") ? Condition.Kind.PRECONDITION : Condition.Kind.LIMITATION,
                holder(term.holder()),
                term.due().flatMap(ReadAsk::instant).orElse(now.plus(WITHIN)));
    }

    /** A role of the sender is the sender's; any other is of the one whose words these are. */
    private Holder holder(String role) {
        if (role.equals(offer.sender().role().value())) {
            return offer.sender();
        }
        return ReadAsk.code(role)
                .filter(code -> !code.equals(offer.to().role()))
                .map(code -> Holder.of(offer.to().organization(), code))
                .orElse(offer.to());
    }
}
