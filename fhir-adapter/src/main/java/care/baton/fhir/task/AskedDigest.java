package care.baton.fhir.task;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A fingerprint of what a Task asks: what it is about and the content of that, what it contains, whom it is for, what is
 * to be done, why, where, by which protocol and by whom, description, priority, inputs, restriction, who pays and
 * conditions. SHA-256, as 64 hexadecimal digits, without a salt: whoever reads the Task must come to the same. It hides
 * nothing from somebody who can guess the whole of what is asked, so it is to be kept as the Task itself is kept.
 *
 * <p>Status, reasons, notes and the server's own data leave it as it is, and so does how a server writes the same down:
 *
 * <ul>
 *   <li>in which zone an instant stands, and in more than milliseconds;
 *   <li>what it shows beside an address (display, type, an identifier) or a code (display, the version of its system),
 *       and the ids of elements; a list that is empty is none;
 *   <li>which version of whom it is for and of what it is about the address names: that is read by itself;
 *   <li>words for what is to be done that say its code or its display once more. Any others beside a code may say more
 *       than the code does, so they count; and so do all words beside any other code;
 *   <li>what it contains and only a remark, a result, its owner or its history points to.
 * </ul>
 */
public final class AskedDigest {

    private static final List<String> ALWAYS =
            List.of("basedOn", "encounter", "performerType", "location", "reasonCode", "reasonReference", "insurance");

    /** By which protocol and as part of what. Where none is named it adds nothing, so that a fingerprint from before stays. */
    private static final List<String> WHERE_NAMED = List.of("instantiatesCanonical", "instantiatesUri", "partOf");

    /** What is asked and has no place in an ask of the record: why, where, how, by whom and on whose account. */
    public static final List<String> LEFT_ASIDE =
            Stream.concat(ALWAYS.stream(), WHERE_NAMED.stream()).toList();

    private static final List<String> ASKED = Stream.concat(
                    Stream.of(
                            "focus",
                            "for",
                            "code",
                            "description",
                            "_description",
                            "priority",
                            "input",
                            "restriction",
                            "contained"),
                    ALWAYS.stream())
            .toList();

    /** All of a Task that the fingerprint covers, beside the conditions. */
    public static final List<String> ELEMENTS =
            Stream.concat(ASKED.stream(), WHERE_NAMED.stream()).toList();

    private static final List<String> NOT_CONTENT = List.of("meta", "text", "status", "statusReason", "note");

    private AskedDigest() {}

    /**
     * What a Task asks, as it stands.
     *
     * @param task the Task
     * @return its fingerprint
     */
    public static String of(ObjectNode task) {
        Objects.requireNonNull(task, "task");
        StringBuilder out = new StringBuilder();
        for (String name : ASKED) {
            write(asked(task, name), out.append('\n').append(name).append(' '));
        }
        for (String name : WHERE_NAMED) {
            JsonNode named = asked(task, name);
            if (!named.isMissingNode()) {
                write(named, out.append('\n').append(name).append(' '));
            }
        }
        TaskElements.items(task.path("extension"))
                .filter(extension -> isAt(extension, FhirSystems.TERM))
                .forEach(term -> write(term, out.append("\nterm ")));
        return sha256(out);
    }

    private static JsonNode asked(ObjectNode task, String name) {
        JsonNode value =
                switch (name) {
                    case "contained" -> AskedInside.of(task);
                    case "code" -> withoutItsOwnWords(task.path(name));
                    case "focus", "for" -> withoutVersion(task.path(name));
                    default -> task.path(name);
                };
        return saysNothing(value) ? MissingNode.getInstance() : value;
    }

    /** Where the words for a code are those of one of its codings, they say nothing more. */
    private static JsonNode withoutItsOwnWords(JsonNode code) {
        String words = plain(code.path("text"));
        boolean own = TaskElements.items(code.path("coding"))
                .anyMatch(coding -> plain(coding.path("code")).equals(words)
                        || plain(coding.path("display")).equals(words));
        return own && code instanceof ObjectNode object ? object.deepCopy().without(List.of("text")) : code;
    }

    private static String plain(JsonNode words) {
        return words.asText("").strip().replace('-', ' ').toLowerCase(Locale.ROOT);
    }

    private static JsonNode withoutVersion(JsonNode reference) {
        String address = reference.path("reference").asText("");
        int at = address.indexOf("/_history/");
        return at >= 0 && reference instanceof ObjectNode object
                ? object.deepCopy().put("reference", address.substring(0, at))
                : reference;
    }

    /**
     * Whether two elements say the same: but for what a server shows beside a code or an address, and in which zone and
     * how exactly it writes the same instant.
     *
     * @param one an element of a Task, in whatever shape
     * @param other the element of another version
     * @return true where neither changes what is asked into something else
     */
    public static boolean saysTheSame(JsonNode one, JsonNode other) {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        write(one, first);
        write(other, second);
        return first.compareTo(second) == 0;
    }

    static String content(ObjectNode focus) {
        StringBuilder out = new StringBuilder();
        write(focus.without(NOT_CONTENT), out);
        return sha256(out);
    }

    static Optional<String> ours(ObjectNode task) {
        StringBuilder out = new StringBuilder();
        TaskElements.items(task.path("extension"))
                .filter(extension -> isAt(extension, FhirSystems.OURS))
                .forEach(extension -> write(extension, out.append('\n')));
        return out.isEmpty() ? Optional.empty() : Optional.of(sha256(out));
    }

    private static boolean isAt(JsonNode extension, String url) {
        return TaskElements.text(extension, "url")
                .filter(address -> address.equals(url) || address.startsWith(url + "/"))
                .isPresent();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            out.append('{');
            sorted.forEach((name, value) -> {
                if (!isBeside(node, name) && !saysNothing(value)) {
                    out.append(name.length()).append(':').append(name).append('=');
                    write(value, out);
                }
            });
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            node.forEach(item -> write(item, out));
            out.append(']');
        } else {
            String text = Instants.read(node)
                    .map(at -> at.truncatedTo(ChronoUnit.MILLIS).toString())
                    .orElseGet(node::asText);
            out.append(node.getNodeType()).append(text.length()).append(':').append(text);
        }
    }

    /** An empty list, and what has an id and nothing else. */
    private static boolean saysNothing(JsonNode node) {
        return node.isArray() ? node.isEmpty() : node.size() == 1 && node.has("id");
    }

    /** What a server shows beside an address or a code, or numbers its elements by, and may leave out the next time. */
    private static boolean isBeside(JsonNode node, String name) {
        return switch (name) {
            case "id" -> !node.has("resourceType");
            case "display" -> node.has("reference") || node.has("code");
            case "type" -> node.has("reference");
            case "identifier" -> isOutside(node.path("reference").asText(""));
            case "userSelected" -> node.has("code");
            case "version" -> node.has("code") && !node.has("resourceType");
            default -> false;
        };
    }

    /** An address that means something outside the resource, or the bundle, that it stands in. */
    private static boolean isOutside(String address) {
        return !address.isBlank() && !address.startsWith("#") && !address.startsWith("urn:");
    }

    private static String sha256(CharSequence text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
