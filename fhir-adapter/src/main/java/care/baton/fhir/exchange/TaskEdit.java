package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.ForeignEdit;
import care.baton.fhir.Instants;
import care.baton.fhir.Note;
import care.baton.fhir.OurExtension;
import care.baton.fhir.partner.BusinessStatus;
import care.baton.fhir.partner.TaskStatus;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Writes what we have to say into a Task that may be somebody else's: everything we do not own stays as it is. Status,
 * remarks and our extensions go in as on any resource of theirs; what only a Task has goes in here.
 */
final class TaskEdit {

    /** A narrative that was made from what stood there, and now tells of another status. */
    private static final Set<String> GENERATED = Set.of("generated", "extensions");

    private final ObjectNode tree;

    private TaskEdit(FhirJson task) {
        this.tree = task.tree();
    }

    /**
     * The next version.
     *
     * @param task the version that it is written over
     * @param face what it is to say
     * @param stance who says it
     * @param command the name of this write
     * @param focusRead the version of what it is about that was read
     * @param now the host's clock
     * @return the version; empty when the Task has no room for it, and then nothing may be written
     */
    static Optional<FhirJson> of(
            FhirJson task, Face face, Stance stance, String command, Optional<String> focusRead, Instant now) {
        if (!hasRoom(task, face)) {
            return Optional.empty();
        }
        String status = task.element("status").asText("");
        boolean moves = face.status().filter(s -> !s.code().equals(status)).isPresent();
        JsonNode notes = task.element("note");
        List<OurExtension> ours = new ArrayList<>();
        face.terms().ifPresent(terms -> terms.forEach(t -> ours.add(t.extension())));
        face.beside().ifPresent(ours::addAll);
        face.seen().ifPresent(version -> ours.add(text(FhirSystems.SEEN_BY_SENDER, version)));
        focusRead.ifPresent(version -> ours.add(text(FhirSystems.FOCUS_READ, version)));
        ours.add(text(FhirSystems.COMMAND, command));
        return new ForeignEdit(
                        face.status().map(TaskStatus::code),
                        face.notes().stream()
                                .filter(n -> !says(notes, n))
                                .distinct()
                                .map(n -> new Note(n, now.toString(), Optional.empty()))
                                .toList(),
                        ours,
                        Stream.of(
                                        face.terms().stream().map(t -> FhirSystems.TERM),
                                        face.beside().stream().map(w -> FhirSystems.ANSWER_WORDS),
                                        unseen(face, stance))
                                .flatMap(urls -> urls)
                                .toList())
                .applyTo(task)
                .value()
                .map(edited -> new TaskEdit(edited).say(face, moves, stance, now));
    }

    /** Where something stands in a shape that is not FHIR's, we do not know what it is that would be lost. */
    private static boolean hasRoom(FhirJson task, Face face) {
        return (face.output().isEmpty() || isAbsentOr(task.element("output"), JsonNode::isArray))
                && isAbsentOr(task.element("businessStatus"), JsonNode::isObject)
                && isAbsentOr(task.element("statusReason"), JsonNode::isObject);
    }

    private static boolean isAbsentOr(JsonNode there, Predicate<JsonNode> shape) {
        return there.isMissingNode() || shape.test(there);
    }

    /** Nobody has seen an end before it stands: a sender's mark from before is none on what we write now. */
    private static Stream<String> unseen(Face face, Stance stance) {
        return face.status().filter(TaskStatus::ended).filter(s -> !stance.sends()).stream()
                .map(s -> FhirSystems.SEEN_BY_SENDER);
    }

    private static OurExtension text(String url, String value) {
        return new OurExtension.Value(url, OurExtension.Kind.STRING, value);
    }

    private FhirJson say(Face face, boolean moves, Stance stance, Instant now) {
        Endpoint endpoint = stance.endpoint();
        face.status().ifPresent(s -> claim(s, endpoint));
        boolean speaks = moves || !face.business().isEmpty();
        Optional<BusinessStatus> coded = face.coded()
                .or(() -> face.status().filter(s -> speaks).flatMap(s -> Steps.beside(endpoint.profile(), s)));
        if (coded.isPresent() || !face.business().isEmpty()) {
            concept(
                    "businessStatus",
                    coded.map(BusinessStatus::system).orElse(""),
                    coded.map(BusinessStatus::code).orElse(""),
                    face.business(),
                    moves);
        } else if (stance.sends() && isAnswered() && OwnWords.isOffer(tree.path("businessStatus"))) {
            tree.remove("businessStatus");
        }
        if (moves && face.reason().isEmpty()) {
            tree.remove("statusReason");
        }
        if (moves && GENERATED.contains(tree.path("text").path("status").asText(""))) {
            tree.remove("text");
        }
        face.reason()
                .map(Code::value)
                .ifPresent(code -> concept("statusReason", FhirSystems.REASONS, code, code.replace('-', ' '), true));
        face.output().forEach(this::result);
        modified(now);
        return FhirJson.of(tree);
    }

    /** What we asked of its receiver in words is over, whether or not the receiver has changed the words. */
    private boolean isAnswered() {
        return TaskStatus.of(tree.path("status").asText(""))
                .filter(s -> s.ended() || s.saysHeld())
                .isPresent();
    }

    /**
     * What a code and words say of the Task now. What stood there spoke of what was before, in whatever codings and
     * languages, and goes; where it still speaks of now, the codings of other lists stay beside ours. Where it says the same
     * already, all of it stays.
     */
    private void concept(String name, String system, String code, String words, boolean another) {
        JsonNode there = tree.path(name);
        boolean saysCode = code.isEmpty();
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode coding : there.path("coding")) {
            boolean ours = !code.isEmpty() && coding.path("system").asText("").equals(system);
            saysCode |= ours && coding.path("code").asText("").equals(code);
            if (!another && !ours) {
                others.add(coding);
            }
        }
        if (saysCode && (words.isEmpty() || there.path("text").asText("").equals(words))) {
            return;
        }
        ObjectNode concept = tree.putObject(name);
        if (!code.isEmpty()) {
            concept.withArray("/coding").addObject().put("system", system).put("code", code);
        }
        others.forEach(coding -> concept.withArray("/coding").add(coding));
        if (!words.isEmpty()) {
            concept.put("text", words);
        }
    }

    /**
     * No Task was modified before it was authored, whatever the clocks of the two say. Where the day, month or year in
     * which it was authored is not over for us, nothing is said.
     */
    private void modified(Instant now) {
        JsonNode authored = tree.path("authoredOn");
        Optional<Instant> exact = Instants.read(authored);
        if (tree.get("_lastModified") instanceof ObjectNode said) {
            said.remove("extension");
            if (said.isEmpty()) {
                tree.remove("_lastModified");
            }
        }
        if (exact.isEmpty() && authored.isTextual() && !isOver(authored.textValue(), now)) {
            tree.remove("lastModified");
        } else {
            tree.put("lastModified", exact.filter(now::isBefore).isPresent() ? authored.textValue() : now.toString());
        }
    }

    /** Whether a date of FHIR, to the day or less exact, lies before today wherever on Earth it was written. */
    private static boolean isOver(String date, Instant now) {
        String yesterday = LocalDate.ofInstant(now, ZoneOffset.ofHours(-12)).toString();
        return date.compareTo(yesterday.substring(0, Math.min(date.length(), yesterday.length()))) < 0;
    }

    /** Who accepts a Task that is addressed to nobody claims it in the same write. */
    private void claim(TaskStatus status, Endpoint endpoint) {
        if (status == TaskStatus.ACCEPTED && !tree.has("owner")) {
            tree.putObject("owner").put("reference", endpoint.ownReference());
        }
    }

    /** One result, unless it stands there already: a write that is repeated doubles nothing. */
    private void result(Input result) {
        String text = result.value().text().orElseThrow();
        for (JsonNode one : tree.path("output")) {
            boolean same = one.path("type")
                            .path("text")
                            .asText("")
                            .equals(result.name().value())
                    && one.path("valueString").asText("").equals(text);
            if (same) {
                return;
            }
        }
        ObjectNode one = tree.withArray("/output").addObject();
        one.putObject("type").put("text", result.name().value());
        one.put("valueString", text);
    }

    static boolean says(JsonNode notes, String text) {
        for (JsonNode note : notes) {
            if (note.path("text").asText("").equals(text)) {
                return true;
            }
        }
        return false;
    }
}
