package care.baton.fhir.task;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A fingerprint of what a Task asks: what it is about and the content of that, what it contains, whom it is for, what
 * is to be done, why, where, by which protocol and by whom, description, priority, inputs, restriction, who pays and conditions. Status, reasons, notes
 * and the server's own data leave it as it is, and so do what a server shows beside a code or an
 * address, and in which zone and how exactly it writes the same instant. SHA-256, as 64 hexadecimal digits, without a salt: whoever reads the Task must come to the same. It hides
 * nothing from somebody who can guess the whole of what is asked, so it is to be kept as the Task itself is kept.
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
            write(task.path(name), out.append('\n').append(name).append(' '));
        }
        WHERE_NAMED.stream()
                .filter(task::has)
                .forEach(name ->
                        write(task.path(name), out.append('\n').append(name).append(' ')));
        TaskElements.items(task.path("extension"))
                .filter(extension -> isAt(extension, FhirSystems.TERM))
                .forEach(term -> write(term, out.append("\nterm ")));
        return sha256(out);
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
                if (!isBeside(node, name)) {
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
            String text = Instants.read(node).map(Object::toString).orElseGet(node::asText);
            out.append(node.getNodeType()).append(text.length()).append(':').append(text);
        }
    }

    /** What a server shows beside an address or a code, and may leave out the next time. */
    private static boolean isBeside(JsonNode node, String name) {
        return switch (name) {
            case "display" -> node.has("reference") || node.has("code");
            case "type" -> node.has("reference");
            case "userSelected" -> node.has("code");
            default -> false;
        };
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
