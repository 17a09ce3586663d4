package care.baton.fhir.communication;

import care.baton.party.HandoffId;
import java.util.Optional;

/**
 * The name under which a message about an offer stands on a server.
 *
 * @param handoff which handoff
 * @param offer which offer, from 1
 */
record OfferName(HandoffId handoff, int offer) {

    private static final String BEFORE = "/offer-";

    static String of(HandoffId handoff, int offer, String form) {
        return handoff.value() + BEFORE + offer + "-" + form;
    }

    static Optional<OfferName> read(String name, String form) {
        int at = name.lastIndexOf(BEFORE);
        if (at < 1 || !name.endsWith("-" + form)) {
            return Optional.empty();
        }
        try {
            int offer = Integer.parseInt(name.substring(at + BEFORE.length(), name.length() - form.length() - 1));
            return Optional.of(new OfferName(HandoffId.of(name.substring(0, at)), offer))
                    .filter(read -> offer > 0);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "OfferName";
    }
}
