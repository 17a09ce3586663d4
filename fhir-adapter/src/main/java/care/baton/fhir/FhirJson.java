package care.baton.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * A resource exactly as somebody sent it, kept whole: nothing is dropped because we do not know it.
 * Two are equal when they say the same, whatever the order of their fields. It prints nothing of
 * what it holds.
 */
public final class FhirJson {

    private final ObjectNode tree;

    private FhirJson(ObjectNode tree) {
        this.tree = tree;
    }

    /**
     * Reads the bytes of one resource.
     *
     * @param bytes the document, as received
     * @param limits how large it may be
     * @return the resource, or the one reason why it was turned away
     */
    public static Mapped<FhirJson> read(byte[] bytes, Limits limits) {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(limits, "limits");
        return JsonDocument.read(bytes, limits);
    }

    /**
     * Reads the text of one resource, with the usual limits.
     *
     * @param text the document, as received
     * @return the resource, or the one reason why it was turned away
     */
    public static Mapped<FhirJson> read(String text) {
        Objects.requireNonNull(text, "text");
        return read(text.getBytes(StandardCharsets.UTF_8), Limits.standard());
    }

    /**
     * A resource made of a tree.
     *
     * @param tree the resource; copied
     * @return the resource
     */
    public static FhirJson of(ObjectNode tree) {
        Objects.requireNonNull(tree, "tree");
        return new FhirJson(tree.deepCopy());
    }

    /** Takes the tree over from the reader that has just built it. */
    static FhirJson owning(ObjectNode tree) {
        return new FhirJson(tree);
    }

    /** The tree itself, for readers of this package that do not change it. */
    ObjectNode peek() {
        return tree;
    }

    /**
     * The resource as a tree that the caller may change.
     *
     * @return a copy
     */
    public ObjectNode tree() {
        return tree.deepCopy();
    }

    /**
     * One element at its top.
     *
     * @param element the element's name
     * @return a copy of it that the caller may change; missing when it is not there
     */
    public JsonNode element(String element) {
        Objects.requireNonNull(element, "element");
        return tree.path(element).deepCopy();
    }

    /**
     * What kind of resource it says it is.
     *
     * @return the resource type; empty when it says none
     */
    public Optional<String> resourceType() {
        JsonNode type = tree.get("resourceType");
        return type != null && type.isTextual() ? Optional.of(type.textValue()) : Optional.empty();
    }

    /**
     * Whether it has an element at its top, in whatever shape.
     *
     * @param element the element's name
     * @return true when it is there
     */
    public boolean has(String element) {
        Objects.requireNonNull(element, "element");
        return tree.has(element);
    }

    /**
     * Whether the server says that this is a part of the resource (tag {@code SUBSETTED}): what is written over it would
     * lose the rest.
     *
     * @return true when it says so
     */
    public boolean isCutShort() {
        return tree.path("meta").path("tag").findValuesAsText("code").contains("SUBSETTED");
    }

    /**
     * The resource as JSON.
     *
     * @return the document; every field and value as it was read, spacing apart
     */
    public String text() {
        return tree.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FhirJson that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tree);
    }

    @Override
    public String toString() {
        return "FhirJson";
    }
}
