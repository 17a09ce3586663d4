package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.OurExtension;
import care.baton.fhir.task.AskedDigest;
import care.baton.fhir.task.SeenTask;
import care.baton.party.Digest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What Baton leaves on a Task for itself to find again, and what is left of it without that. */
public final class OurMarks {

    /** Stands where there is no fingerprint, because what a Task is about could not be read. */
    static final Digest UNREADABLE = Digest.of("unreadable".getBytes(StandardCharsets.US_ASCII));

    private OurMarks() {}

    /** The words of its business status. */
    static String business(SeenTask task) {
        return task.json().element("businessStatus").path("text").asText("");
    }

    /**
     * Whether its business status says that what was done is confirmed, as we write it: in its words, or as they are shown
     * beside a code, however they are spelled. What is no letter makes no other words of it.
     *
     * @param task the Task
     * @return true where somebody reads there that it is confirmed
     */
    public static boolean saysConfirmed(FhirJson task) {
        JsonNode business = Objects.requireNonNull(task, "task").element("businessStatus");
        return Stream.concat(
                        business.path("coding").findValuesAsText("display").stream(),
                        Stream.of(business.path("text").asText("")))
                .anyMatch(words -> letters(words).equals(letters(Faces.CONFIRMED)));
    }

    private static String letters(String words) {
        return words.replaceAll("[^\\p{L}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** Which write of Baton's was the last on it; empty when there was none. */
    static String command(SeenTask task) {
        return value(task.json().tree(), FhirSystems.COMMAND);
    }

    /** Which version of the ended Task its sender has seen. */
    static Optional<String> seenBySender(SeenTask task) {
        return Optional.of(value(task.json().tree(), FhirSystems.SEEN_BY_SENDER))
                .filter(Response.Found::isId);
    }

    /** What is asked, without the conditions: they are the receiver's own words. */
    static Digest asked(FhirJson task, Endpoint endpoint) {
        ObjectNode tree = task.tree();
        OurExtension.remove(tree, FhirSystems.TERM);
        shorten(tree, new WhoIsWho(endpoint));
        return Digest.fromHex(AskedDigest.of(tree));
    }

    /**
     * What a Task of ours asks: where and by whom it is done, why, and who pays for it, we never say on it; whoever takes
     * the work may add that for itself.
     */
    static Digest askedByUs(FhirJson task, Endpoint endpoint) {
        return asked(withoutAdded(task), endpoint);
    }

    /** A Task as two versions of it are compared, by whoever stands so to it. */
    static FhirJson compared(FhirJson task, Stance stance) {
        return plain(stance.sends() ? withoutAdded(task) : task, stance.endpoint());
    }

    private static FhirJson withoutAdded(FhirJson task) {
        return FhirJson.of(task.tree().without(AskedDigest.LEFT_ASIDE));
    }

    /**
     * A Task as two versions of it are compared: without the receiver's conditions, which are its own words, and with the
     * addresses on this server as its own.
     *
     * @param task the Task
     * @param endpoint the server
     * @return what is left of it
     */
    public static FhirJson plain(FhirJson task, Endpoint endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        ObjectNode tree = OurExtension.without(Objects.requireNonNull(task, "task"), FhirSystems.TERM)
                .tree();
        shorten(tree, new WhoIsWho(endpoint));
        return FhirJson.of(tree);
    }

    /**
     * An address as this server's own: with or without the server before it, it is the same place.
     *
     * @param address the address
     * @param endpoint the server
     * @return without the server where it is this one; as it is where it is another
     */
    public static String local(String address, Endpoint endpoint) {
        Objects.requireNonNull(address, "address");
        return new WhoIsWho(Objects.requireNonNull(endpoint, "endpoint")).local(address);
    }

    private static void shorten(JsonNode node, WhoIsWho who) {
        if (node instanceof ObjectNode object && object.path("reference").isTextual()) {
            object.put("reference", who.local(object.path("reference").textValue()));
        }
        node.forEach(child -> shorten(child, who));
    }

    /** What the resource says that a Task is about. */
    static Digest content(FhirJson focus) {
        ObjectNode task = focus.tree().objectNode().put("resourceType", "Task");
        return Digest.fromHex(SeenTask.of(FhirJson.of(task), Optional.of(focus))
                .focusContent()
                .orElseThrow());
    }

    private static String value(JsonNode tree, String url) {
        for (JsonNode extension : tree.path("extension")) {
            if (extension.path("url").asText("").equals(url)) {
                return extension.path("valueString").asText("");
            }
        }
        return "";
    }
}
