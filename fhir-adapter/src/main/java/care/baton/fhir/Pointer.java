package care.baton.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom or what a host names, as FHIR points to it: an address where the name is one, else an identifier. Written and
 * read again it is the same name. It prints nothing.
 *
 * @param name the host's own identifier, such as {@code Organization/12}
 */
public record Pointer(String name) {

    private static final Pattern ADDRESS = Pattern.compile("([A-Z][A-Za-z]{1,63})/(.{1,64})");
    private static final String VERSION = "/_history/";

    /**
     * Refuses a pointer to nothing.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Pointer {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: not blank");
        }
    }

    /**
     * What a Reference points to, in the host's own words.
     *
     * @param reference the Reference, in whatever shape
     * @return its address without a version, else its identifier; empty when it has neither
     */
    public static Optional<Pointer> read(JsonNode reference) {
        Objects.requireNonNull(reference, "reference");
        return Stream.of(
                        reference.path("reference"),
                        reference.path("identifier").path("value"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .map(text -> text.indexOf(VERSION) > 0 ? text.substring(0, text.indexOf(VERSION)) : text)
                .filter(text -> !text.isBlank())
                .map(Pointer::new)
                .findFirst();
    }

    /**
     * It as FHIR writes it.
     *
     * @return a Reference
     */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (isAddress()) {
            node.put("reference", name);
        } else {
            node.putObject("identifier").put("value", name);
        }
        return node;
    }

    /**
     * The name as an identifier of the record.
     *
     * @param form how such an identifier is made
     * @param <T> the kind of identifier
     * @return the identifier; empty when a record may not have such a one
     */
    public <T> Optional<T> as(Function<String, T> form) {
        try {
            return Optional.of(form.apply(name));
        } catch (IllegalArgumentException words) {
            return Optional.empty();
        }
    }

    /**
     * Whether the name is an address on a server.
     *
     * @return true for the name of an R4 resource and an id
     */
    public boolean isAddress() {
        Matcher parts = ADDRESS.matcher(name);
        return parts.matches() && R4.isResource(parts.group(1)) && R4.isId(parts.group(2));
    }

    @Override
    public String toString() {
        return "Pointer";
    }
}
