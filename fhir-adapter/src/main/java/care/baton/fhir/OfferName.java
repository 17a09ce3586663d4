package care.baton.fhir;

import care.baton.party.HandoffId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;

/**
 * The name under which an offer, or what belongs to it, stands on a server: the same however often it is worked out, and
 * read back. It is found there by that: a handoff's identifier is another for everybody who writes there (see {@link
 * HandoffId}).
 *
 * @param handoff which handoff
 * @param offer which offer, from 1
 * @param part what belongs to the offer, such as {@code report}; empty for its Task
 */
public record OfferName(HandoffId handoff, int offer, String part) {

    private static final String BEFORE = "/offer-";

    /**
     * Refuses nothing but absence and a number that no offer has.
     *
     * @throws IllegalArgumentException if the offer is below 1
     */
    public OfferName {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(part, "part");
        if (offer < 1) {
            throw new IllegalArgumentException("offer: from 1");
        }
    }

    /**
     * Which part of a handoff it is.
     *
     * @param offer which offer, from 1
     * @param part what belongs to the offer; empty for its Task
     * @return the name without the handoff's
     */
    public static String within(int offer, String part) {
        Objects.requireNonNull(part, "part");
        return "offer-" + offer + (part.isEmpty() ? "" : "-" + part);
    }

    /**
     * The whole name.
     *
     * @return the value of the business identifier
     */
    public String value() {
        return handoff.value() + "/" + within(offer, part);
    }

    /**
     * Reads a name back.
     *
     * @param value the value of an identifier
     * @param part what must belong to the offer; empty for its Task
     * @return the name; empty when it is none of ours, or of something else
     */
    public static Optional<OfferName> read(String value, String part) {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(part, "part");
        int at = value.lastIndexOf(BEFORE);
        String end = part.isEmpty() ? "" : "-" + part;
        if (at < 1 || !value.endsWith(end) || value.length() - end.length() <= at + BEFORE.length()) {
            return Optional.empty();
        }
        try {
            int offer = Integer.parseInt(value.substring(at + BEFORE.length(), value.length() - end.length()));
            return Optional.of(new OfferName(HandoffId.of(value.substring(0, at)), offer, part))
                    .filter(read -> read.value().equals(value));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * The name among the identifiers of a resource.
     *
     * @param identifiers the identifiers, in whatever shape
     * @param part what must belong to the offer
     * @return the name; empty when none of them is such a one
     */
    public static Optional<OfferName> in(JsonNode identifiers, String part) {
        Objects.requireNonNull(identifiers, "identifiers");
        Objects.requireNonNull(part, "part");
        for (JsonNode identifier : identifiers) {
            if (identifier.path("system").asText("").equals(FhirSystems.IDENTIFIERS)) {
                Optional<OfferName> name = read(identifier.path("value").asText(""), part);
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "OfferName";
    }
}
