package care.baton.record;

import care.baton.outcome.Code;
import care.baton.pathway.Pathway;
import care.baton.time.ServiceCalendar;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The definitions and the calendar by which a host runs its records. A running pathway keeps the version
 * it began with, so every version that still runs is in here.
 *
 * @param pathways the definitions, each version once
 * @param calendar the service's calendar
 */
public record Rulebook(List<Pathway> pathways, ServiceCalendar calendar) {

    /**
     * Copies the definitions.
     *
     * @throws IllegalArgumentException if a version of a definition is there twice
     */
    public Rulebook {
        Objects.requireNonNull(calendar, "calendar");
        pathways = List.copyOf(pathways);
        long distinct = pathways.stream()
                .map(p -> List.of(p.id(), p.version()))
                .distinct()
                .count();
        if (distinct != pathways.size()) {
            throw new IllegalArgumentException("pathways: each version once");
        }
    }

    /**
     * One version of one definition.
     *
     * @param id the pathway
     * @param version its version
     * @return the definition, if it is in here
     */
    public Optional<Pathway> pathway(Code id, int version) {
        return pathways.stream()
                .filter(p -> p.id().equals(id) && p.version() == version)
                .findFirst();
    }

    Optional<Pathway> of(PathwayRun run) {
        return pathway(run.pathway(), run.version()).filter(p -> p.hash().equals(run.hash()));
    }
}
