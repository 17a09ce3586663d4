package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.partner.Party;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A link as one line of JSON, for the host's own store. It holds the resource as last seen, so it is kept as carefully
 * as the record. The same link gives the same text; what is wrong with a text comes back as issues, each with its
 * place, and never an exception.
 */
public final class LinkJson {

    private static final Limits LIMITS = new Limits(8 * 1024 * 1024, 8, 64, 1024 * 1024);
    private static final int FORM = 1;
    private static final Set<String> FIELDS = Set.of(
            "form",
            "type",
            "handoff",
            "part",
            "id",
            "version",
            "seen",
            "removed",
            "taken",
            "takenRemoved",
            "tried",
            "requests",
            "again",
            "asked",
            "ended",
            "endedBy",
            "beside",
            "failures",
            "notBefore",
            "refused",
            "read");

    private final ObjectNode tree;
    private final List<MappingIssue> issues = new ArrayList<>();

    private LinkJson(ObjectNode tree) {
        this.tree = tree;
    }

    /**
     * A link as JSON.
     *
     * @param link the link
     * @return one line
     */
    public static String write(Link link) {
        Objects.requireNonNull(link, "link");
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("form", FORM);
        out.put("type", link.key().type()).put("handoff", link.key().handoff());
        out.put("part", link.key().part());
        link.id().ifPresent(v -> out.put("id", v));
        link.version().ifPresent(v -> out.put("version", v));
        link.seen().text().ifPresent(v -> out.put("seen", v));
        link.seen().removed().ifPresent(v -> out.put("removed", v.hex()));
        link.taken().text().ifPresent(v -> {
            if (link.taken().equals(link.seen())) {
                out.put("taken", true);
            } else {
                out.put("taken", v);
            }
        });
        link.taken().removed().ifPresent(v -> out.put("takenRemoved", v.hex()));
        out.put("tried", link.tried()).put("requests", link.requests()).put("again", link.again());
        link.asked().ifPresent(v -> out.put("asked", v.hex()));
        link.ended().ifPresent(v -> out.put("ended", v));
        if (!link.endedBy().isEmpty()) {
            out.put(
                    "endedBy",
                    link.endedBy().stream()
                            .map(p -> p.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" ")));
        }
        out.put("beside", link.beside()).put("failures", link.failures());
        link.notBefore().ifPresent(v -> out.put("notBefore", v.toString()));
        link.refused().ifPresent(v -> out.put("refused", v.value()));
        link.read().ifPresent(v -> out.put("read", v.toString()));
        return out.toString();
    }

    /**
     * Reads a link back.
     *
     * @param text the JSON
     * @return the link, or everything that is wrong: {@code field-missing}, {@code field-unknown},
     *     {@code value-malformed}, {@code form-unknown}, or why it is no JSON within the limits
     */
    public static Mapped<Link> read(@Nullable String text) {
        if (text == null) {
            return new Mapped.Unreadable<>(List.of(MappingIssue.error("value-malformed", "")));
        }
        Mapped<FhirJson> json = FhirJson.read(text.getBytes(StandardCharsets.UTF_8), LIMITS);
        return json.value()
                .map(document -> new LinkJson(document.tree()).link())
                .orElseGet(() -> new Mapped.Unreadable<>(json.issues()));
    }

    private Mapped<Link> link() {
        if (tree.path("form").asInt() != FORM) {
            return new Mapped.Unreadable<>(List.of(MappingIssue.error("form-unknown", "form")));
        }
        boolean unknown = false;
        for (var names = tree.fieldNames(); names.hasNext(); ) {
            unknown |= !FIELDS.contains(names.next());
        }
        if (unknown) {
            issues.add(MappingIssue.error("field-unknown", ""));
        }
        String type = needed("type");
        String handoff = needed("handoff");
        String part = needed("part");
        Optional<String> id = text("id");
        Optional<String> version = text("version");
        Optional<Sensitive> seen = read("seen", Sensitive::of);
        Optional<Sensitive> removed = read("removed", hex -> Sensitive.removed(Digest.fromHex(hex)));
        Optional<Sensitive> taken = taken(seen);
        Optional<Sensitive> takenRemoved = read("takenRemoved", hex -> Sensitive.removed(Digest.fromHex(hex)));
        long tried = number("tried", Long.MAX_VALUE);
        long requests = number("requests", Long.MAX_VALUE);
        int again = (int) number("again", Integer.MAX_VALUE);
        Optional<Digest> asked = read("asked", Digest::fromHex);
        Optional<String> ended = text("ended");
        Optional<List<Party>> endedBy = read("endedBy", LinkJson::parties);
        long beside = number("beside", Long.MAX_VALUE);
        int failures = (int) number("failures", Integer.MAX_VALUE);
        Optional<Instant> notBefore = read("notBefore", Instant::parse);
        Optional<Code> refused = read("refused", Code::of);
        Optional<Instant> last = read("read", Instant::parse);
        if (seen.isPresent() && removed.isPresent()) {
            issues.add(MappingIssue.error("value-malformed", "removed"));
        }
        if (taken.isPresent() && takenRemoved.isPresent()) {
            issues.add(MappingIssue.error("value-malformed", "takenRemoved"));
        }
        if (!issues.isEmpty()) {
            return new Mapped.Unreadable<>(issues);
        }
        try {
            return new Mapped.Complete<>(new Link(
                    new LinkKey(type, handoff, part),
                    id,
                    version,
                    seen.or(() -> removed).orElse(Sensitive.none()),
                    taken.or(() -> takenRemoved).orElse(Sensitive.none()),
                    tried,
                    requests,
                    again,
                    asked,
                    ended,
                    endedBy.orElse(List.of()),
                    beside,
                    failures,
                    notBefore,
                    refused,
                    last));
        } catch (IllegalArgumentException doNotFit) {
            return new Mapped.Unreadable<>(List.of(MappingIssue.error("value-malformed", "")));
        }
    }

    /** The whole text, or true where it is the version last seen. */
    private Optional<Sensitive> taken(Optional<Sensitive> seen) {
        boolean same = tree.path("taken").isBoolean() && tree.path("taken").asBoolean() && seen.isPresent();
        return same ? seen : read("taken", Sensitive::of);
    }

    private static List<Party> parties(String names) {
        return Stream.of(names.split(" ", -1))
                .map(name -> Party.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private String needed(String name) {
        Optional<String> value = text(name);
        if (!tree.has(name)) {
            issues.add(MappingIssue.error("field-missing", name));
        }
        return value.orElse("");
    }

    private Optional<String> text(String name) {
        return read(name, text -> {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("empty");
            }
            return text;
        });
    }

    /** How one value is made of its text; what it throws is reported as malformed, and never passed on. */
    private interface Form<T> {
        T of(String text);
    }

    private <T> Optional<T> read(String name, Form<T> form) {
        JsonNode node = tree.path(name);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        try {
            if (node.isTextual()) {
                return Optional.of(form.of(node.asText()));
            }
        } catch (IllegalArgumentException | DateTimeException malformed) {
            // Named below, without what it said.
        }
        issues.add(MappingIssue.error("value-malformed", name));
        return Optional.empty();
    }

    private long number(String name, long most) {
        JsonNode node = tree.path(name);
        boolean fits =
                node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= 0 && node.asLong() <= most;
        if (!fits) {
            issues.add(MappingIssue.error(node.isMissingNode() ? "field-missing" : "value-malformed", name));
        }
        return fits ? node.asLong() : 0;
    }
}
