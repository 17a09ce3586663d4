package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.request.RequestReader;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenTask;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a Task is about, as it points to it: on the partner's own server, inside the Task, or nowhere that we read.
 *
 * @param stance how we stand to the offer
 * @param task the Task
 */
record Focus(Stance stance, SeenTask task) {

    static final Code IN_DOUBT = Code.of("focus-in-doubt");
    static final Code FOR_ANOTHER = Code.of("focus-for-another");

    private static final Code NOT_ACTIVE = Code.of("focus-not-active");
    private static final Code NOT_AN_ORDER = Code.of("focus-not-an-order");

    /** The type of a link to what has no place of its own on the server: none that a resource has. */
    private static final String NO_TYPE = "Reference";

    private static final Map<String, Code> HINDRANCES = Map.of(
            "asks-not-to-do-it",
            Code.of("focus-not-to-be-done"),
            "request-not-active",
            NOT_ACTIVE,
            "intent-not-an-order",
            NOT_AN_ORDER,
            "person-missing",
            Code.of("focus-without-person"));
    private static final Set<String> REVOKED = Set.of("revoked", "entered-in-error");

    /** Where it stands on the partner's own server, by whichever address. */
    Optional<LinkKey> key() {
        return Optional.of(parts())
                .filter(parts -> parts.length == 2 && LinkKey.isType(parts[0]) && Response.Found.isId(parts[1]))
                .map(parts -> LinkKey.focus(
                        parts[0], stance.talks().id().value(), stance.offer().number()));
    }

    /** Its id there. */
    String id() {
        return parts()[1];
    }

    /** The version of it that was read, by its address. */
    Optional<String> read(Links links) {
        return key().flatMap(links::get)
                .flatMap(link -> link.version()
                        .map(version -> link.key().type() + "/" + link.id().orElse("") + "/_history/" + version));
    }

    private String[] parts() {
        return task.focus()
                .flatMap(SeenReference::reference)
                .map(new WhoIsWho(stance.endpoint())::local)
                .orElse("")
                .split("/", 3);
    }

    /** Whether it is there and has no place of its own on the partner's server. */
    boolean isElsewhere() {
        return !task.json().element("focus").isMissingNode() && key().isEmpty();
    }

    /** By which we keep what a person was told of one that is elsewhere. */
    LinkKey note() {
        return LinkKey.focus(
                NO_TYPE, stance.talks().id().value(), stance.offer().number());
    }

    /** What the Task itself contains, where that is what it is about. */
    Optional<FhirJson> inside() {
        String named = task.json().element("focus").path("reference").asText("");
        for (JsonNode one : task.json().element("contained")) {
            if (one instanceof ObjectNode resource
                    && named.equals("#" + resource.path("id").asText(""))) {
                return Optional.of(FhirJson.of(resource));
            }
        }
        return Optional.empty();
    }

    /** Whether somebody has to hear of one that is elsewhere before a yes leaves. */
    boolean holdsBack(Optional<Link> note) {
        return inside().map(inside -> !hindrances(stance, inside).isEmpty())
                .orElseGet(() -> note.flatMap(Link::asked)
                        .filter(OurMarks.UNREADABLE::equals)
                        .isEmpty());
    }

    /** Why nobody says yes to it, the gravest first. */
    static List<Code> hindrances(Stance stance, FhirJson about) {
        Set<Code> why = new LinkedHashSet<>();
        boolean revoked = REVOKED.contains(about.element("status").asText(""));
        if (revoked) {
            why.add(AsReceiver.FOCUS_REVOKED);
        }
        if (new WhoIsWho(stance.endpoint()).isAboutAnother(stance, about)) {
            why.add(FOR_ANOTHER);
        }
        RequestReader.hindrances(about).stream()
                .map(issue -> HINDRANCES.getOrDefault(issue.code().value(), IN_DOUBT))
                .forEach(why::add);
        why.removeIf(code -> (revoked && code.equals(NOT_ACTIVE)) || (stance.invites() && code.equals(NOT_AN_ORDER)));
        return List.copyOf(why);
    }

    /** What in it is not understood, by its place. */
    static List<MappingIssue> doubts(FhirJson about) {
        List<MappingIssue> doubts = new ArrayList<>(RequestReader.hindrances(about));
        doubts.removeIf(issue -> HINDRANCES.containsKey(issue.code().value()));
        return List.copyOf(doubts);
    }
}
