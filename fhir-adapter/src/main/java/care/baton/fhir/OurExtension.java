package care.baton.fhir;

import care.baton.outcome.Copy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * Something of ours that stands on a resource beside what FHIR has room for: one value, or a group
 * of named parts. It prints nothing.
 */
public sealed interface OurExtension {

    /** The kinds of value an extension of ours may have. */
    enum Kind {
        /** Free text. */
        STRING("valueString"),
        /** A word from an agreed list. */
        CODE("valueCode"),
        /** A point in time, as FHIR writes it. */
        DATE_TIME("valueDateTime"),
        /** True or false. */
        BOOLEAN("valueBoolean");

        private final String element;

        Kind(String element) {
            this.element = element;
        }
    }

    /**
     * Its address, or the name of a part.
     *
     * @return the address
     */
    String url();

    /**
     * One value.
     *
     * @param url its address, or the name of a part
     * @param kind the kind of value
     * @param value the value, as FHIR writes it
     */
    record Value(String url, Kind kind, String value) implements OurExtension {

        /**
         * Refuses what FHIR would refuse.
         *
         * @throws IllegalArgumentException if url or value is blank, or a truth value is neither true
         *     nor false
         */
        public Value {
            notBlank(url, "url");
            Objects.requireNonNull(kind, "kind");
            notBlank(value, "value");
            if (kind == Kind.BOOLEAN && !value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException("value: true or false");
            }
        }

        @Override
        public String toString() {
            return "Value";
        }
    }

    /**
     * One extension among many.
     *
     * @param extensions the extensions, in whatever shape
     * @param url its address, or the name of a part
     * @return the first of that address; a missing node when there is none
     */
    static JsonNode in(JsonNode extensions, String url) {
        for (JsonNode extension : extensions) {
            if (extension.path("url").asText("").equals(url)) {
                return extension;
            }
        }
        return MissingNode.getInstance();
    }

    /**
     * A resource without the extensions of one address.
     *
     * @param resource the resource
     * @param url the address
     * @return the resource, all else as it was
     */
    static FhirJson without(FhirJson resource, String url) {
        ObjectNode tree = resource.tree();
        remove(tree, url);
        return FhirJson.of(tree);
    }

    /**
     * Takes the extensions of one address out of a resource.
     *
     * @param resource the resource, changed
     * @param url the address
     */
    static void remove(ObjectNode resource, String url) {
        if (resource.get("extension") instanceof ArrayNode extensions) {
            for (int i = extensions.size() - 1; i >= 0; i--) {
                if (extensions.get(i).path("url").asText("").equals(url)) {
                    extensions.remove(i);
                }
            }
        }
    }

    /**
     * Whom or what it points to.
     *
     * @param url its address, or the name of a part
     * @param name what the host calls it
     */
    record To(String url, String name) implements OurExtension {

        /**
         * Refuses what FHIR would refuse.
         *
         * @throws IllegalArgumentException if url or name is blank
         */
        public To {
            notBlank(url, "url");
            notBlank(name, "name");
        }

        @Override
        public String toString() {
            return "To";
        }
    }

    /**
     * A group of parts.
     *
     * @param url its address
     * @param parts the parts; at least one
     */
    record Group(String url, List<OurExtension> parts) implements OurExtension {

        /**
         * Copies the parts.
         *
         * @throws IllegalArgumentException if url is blank or there is no part
         */
        public Group {
            notBlank(url, "url");
            parts = Copy.of(parts, "parts");
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("parts: at least one");
            }
        }

        @Override
        public String toString() {
            return "Group";
        }
    }

    /** The extension as FHIR writes it. */
    private static ObjectNode json(OurExtension extension) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("url", extension.url());
        if (extension instanceof Value one) {
            return one.kind() == Kind.BOOLEAN
                    ? node.put(one.kind().element, Boolean.parseBoolean(one.value()))
                    : node.put(one.kind().element, one.value());
        }
        if (extension instanceof To to) {
            node.set("valueReference", new Pointer(to.name()).json());
        }
        if (extension instanceof Group group) {
            group.parts().forEach(part -> node.withArray("/extension").add(json(part)));
        }
        return node;
    }

    /**
     * The extension as FHIR writes it.
     *
     * @return the tree
     */
    default ObjectNode json() {
        return json(this);
    }

    private static void notBlank(String text, String field) {
        Objects.requireNonNull(text, field);
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + ": not blank");
        }
    }
}
