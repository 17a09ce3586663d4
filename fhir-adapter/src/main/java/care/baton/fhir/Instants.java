package care.baton.fhir;

import care.baton.time.Horizon;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** Points in time as FHIR writes them. */
public final class Instants {

    private static final int SHORTEST = "1900-01-01T00:00Z".length();

    private Instants() {}

    /**
     * A point in time.
     *
     * @param node the element, in whatever shape
     * @return the instant; empty when it is none, is less exact than a second, or lies outside what a record takes
     */
    public static Optional<Instant> read(JsonNode node) {
        Objects.requireNonNull(node, "node");
        return node.isTextual() ? of(node.textValue()) : Optional.empty();
    }

    /**
     * A point in time.
     *
     * @param text as written
     * @return the instant; empty when it is none, is less exact than a second, or lies outside what a record takes
     */
    public static Optional<Instant> of(String text) {
        Objects.requireNonNull(text, "text");
        if (!looksLikeOne(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(at -> at.isAfter(Horizon.EARLIEST) && at.isBefore(Horizon.LATEST));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    /**
     * A point in time as we write it where the other side may store it: in whole seconds, for a server that keeps less than
     * it is given would change what we said.
     *
     * @param at the point in time
     * @return it as FHIR writes it
     */
    public static String written(Instant at) {
        return Objects.requireNonNull(at, "at").truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Most words are no instant, and that is seen sooner than by trying: a date of ten characters, a T, a time. */
    private static boolean looksLikeOne(String text) {
        return text.length() >= SHORTEST
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.charAt(10) == 'T' || text.charAt(10) == 't');
    }
}
