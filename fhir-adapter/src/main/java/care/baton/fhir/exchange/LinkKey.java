package care.baton.fhir.exchange;

import java.util.Objects;

/**
 * Which resource a link is about: what it stands for in the record, whatever number a server gives it.
 *
 * @param type the resource type
 * @param handoff the handoff it belongs to, by the host's identifier
 * @param part which part of the handoff: {@code offer-1}, {@code offer-1-round-1-medication-needs}
 */
public record LinkKey(String type, String handoff, String part) implements Comparable<LinkKey> {

    /** Checks that nothing is absent. */
    public LinkKey {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(part, "part");
    }

    static LinkKey task(String handoff, int offer) {
        return new LinkKey("Task", handoff, "offer-" + offer);
    }

    /** The value of the business identifier that we give the resource: the same however often it is worked out. */
    String identifier() {
        return handoff + "/" + part;
    }

    @Override
    public int compareTo(LinkKey other) {
        int order = handoff.compareTo(other.handoff);
        if (order == 0) {
            order = type.compareTo(other.type);
        }
        return order != 0 ? order : part.compareTo(other.part);
    }

    /** The resource type only. */
    @Override
    public String toString() {
        return "LinkKey[" + type + "]";
    }
}
