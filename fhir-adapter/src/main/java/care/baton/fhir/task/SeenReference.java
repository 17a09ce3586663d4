package care.baton.fhir.task;

import care.baton.fhir.Pointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom or what a Task points to: by address, by identifier, or both.
 *
 * @param reference the address as written, without a version; at least this or the identifier
 * @param identifier the identifier
 */
public record SeenReference(Optional<String> reference, Optional<SeenIdentifier> identifier) {

    /** What two references say of each other. */
    public enum Sameness {
        /** They point to the same. */
        SAME,
        /** They point to two. */
        DIFFERENT,
        /** One names by address and the other by identifier, or inside its own resource, or they stand on two servers. */
        CANNOT_TELL
    }

    /**
     * Refuses a reference to nothing.
     *
     * @throws IllegalArgumentException if there is neither address nor identifier
     */
    public SeenReference {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(identifier, "identifier");
        if (reference.isEmpty() && identifier.isEmpty()) {
            throw new IllegalArgumentException("reference: an address or an identifier");
        }
    }

    /**
     * Reads a reference as it stands in a resource.
     *
     * @param node the JSON of the reference
     * @return what it names; empty when that is nothing
     */
    public static Optional<SeenReference> read(JsonNode node) {
        Objects.requireNonNull(node, "node");
        Optional<String> address = TaskElements.text(node, "reference").map(SeenReference::withoutVersion);
        Optional<SeenIdentifier> identifier = TaskElements.identifier(node.path("identifier"));
        return address.isEmpty() && identifier.isEmpty()
                ? Optional.empty()
                : Optional.of(new SeenReference(address, identifier));
    }

    /**
     * A name of the host's, as Baton points to it: by address where the name is one, else by identifier.
     *
     * @param name the host's own name for whom or what it means
     * @return the reference
     * @throws IllegalArgumentException if the name is blank
     */
    public static SeenReference to(String name) {
        Objects.requireNonNull(name, "name");
        return new Pointer(name).isAddress()
                ? new SeenReference(Optional.of(name), Optional.empty())
                : new SeenReference(Optional.empty(), Optional.of(new SeenIdentifier("", name)));
    }

    private static String withoutVersion(String address) {
        int at = address.indexOf("/_history/");
        return at < 0 ? address : address.substring(0, at);
    }

    /**
     * Whether another points to the same.
     *
     * @param other the other
     * @return same, different, or that it cannot be told
     */
    public Sameness sameAs(SeenReference other) {
        if (agree(reference, other.reference) || agree(identifier, other.identifier)) {
            return Sameness.SAME;
        }
        boolean addresses = Stream.of(reference, other.reference)
                .allMatch(one -> one.filter(address -> !isInside(address)).isPresent());
        if (addresses) {
            return tail(reference.get()).equals(tail(other.reference.get()))
                    ? Sameness.CANNOT_TELL
                    : Sameness.DIFFERENT;
        }
        return identifier.isPresent() && other.identifier.isPresent() ? Sameness.DIFFERENT : Sameness.CANNOT_TELL;
    }

    /**
     * Whether it points to a resource of a type.
     *
     * @param type the resource type
     * @return true when the address says so
     */
    public boolean isA(String type) {
        return reference.map(address -> tail(address).startsWith(type + "/")).orElse(false);
    }

    private static <T> boolean agree(Optional<T> one, Optional<T> two) {
        return one.isPresent() && one.equals(two);
    }

    /** An address that means nothing outside the resource, or the bundle, that it stands in. */
    private static boolean isInside(String address) {
        return address.startsWith("#") || address.startsWith("urn:");
    }

    private static String tail(String address) {
        int last = address.lastIndexOf('/');
        int before = last < 0 ? -1 : address.lastIndexOf('/', last - 1);
        return address.substring(before + 1);
    }

    @Override
    public String toString() {
        return "SeenReference";
    }
}
