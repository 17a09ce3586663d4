package care.baton.fhir.server;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Instants;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.outcome.Copy;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a partner's system looks for. A host may use as much of it as its store has an index for: all of it is checked
 * again.
 *
 * @param ids the ids, one of which it has; empty for any
 * @param identifiers the identifiers, one of which it bears; empty for any
 * @param owner who is asked; empty for anybody
 * @param requester who asks; empty for anybody
 * @param statuses the statuses, one of which it has; empty for any
 * @param from last updated then or later, by the host's clock
 * @param to last updated then or earlier, by the host's clock
 */
public record Query(
        List<String> ids,
        List<Token> identifiers,
        Optional<SeenReference> owner,
        Optional<SeenReference> requester,
        List<String> statuses,
        Optional<Instant> from,
        Optional<Instant> to) {

    /**
     * An identifier, or as much of it as is known.
     *
     * @param system whose number it is; empty for anybody's, an empty text for one of which that is not said
     * @param value the number; an empty text for any
     */
    public record Token(Optional<String> system, String value) {

        /** Refuses nothing but absence. */
        public Token {
            Objects.requireNonNull(system, "system");
            Objects.requireNonNull(value, "value");
        }

        private boolean names(JsonNode identifier) {
            return (value.isEmpty() || identifier.path("value").asText("").equals(value))
                    && system.filter(s -> !identifier.path("system").asText("").equals(s))
                            .isEmpty();
        }

        /** The kind of value only. */
        @Override
        public String toString() {
            return "Token";
        }
    }

    /** Copies the lists. */
    public Query {
        ids = Copy.of(ids, "ids");
        identifiers = Copy.of(identifiers, "identifiers");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(requester, "requester");
        statuses = Copy.of(statuses, "statuses");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /**
     * Whether a resource is one of those that are looked for.
     *
     * @param found the resource
     * @return true when it answers all that is asked
     */
    public boolean matches(Found found) {
        FhirJson json = Objects.requireNonNull(found, "found").json();
        Instant updated = updated(found);
        return (ids.isEmpty() || ids.contains(found.id()))
                && (identifiers.isEmpty() || isNamed(json.element("identifier")))
                && isIt(owner, json.element("owner"))
                && isIt(requester, json.element("requester"))
                && (statuses.isEmpty()
                        || statuses.contains(json.element("status").asText("")))
                && from.filter(updated::isBefore).isEmpty()
                && to.filter(updated::isAfter).isEmpty();
    }

    private boolean isNamed(JsonNode theirs) {
        for (JsonNode one : theirs) {
            if (identifiers.stream().anyMatch(token -> token.names(one))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIt(Optional<SeenReference> wanted, JsonNode reference) {
        return wanted.isEmpty()
                || SeenReference.read(reference)
                        .filter(seen -> seen.sameAs(wanted.get()) == Sameness.SAME)
                        .isPresent();
    }

    /** When it was laid out as it stands now. */
    static Instant updated(Found found) {
        return Instants.read(found.json().element("meta").path("lastUpdated")).orElse(Instant.EPOCH);
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Query";
    }
}
