package care.baton.record;

import care.baton.evidence.Fact;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.pathway.EvidenceKind;
import care.baton.pathway.Holds;
import care.baton.pathway.Pathway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One piece of evidence as it was filed. Each piece counts until it is set aside, and none takes the place of another.
 *
 * @param kind what kind of evidence
 * @param source who answers for it
 * @param date of when it is; empty once it was erased
 * @param location where it is held
 */
public record Filed(Code kind, Holder source, Optional<Instant> date, Code location) {

    /** Checks that nothing is absent. */
    public Filed {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(location, "location");
    }

    /** What kind it is, and nothing of what it says. */
    @Override
    public String toString() {
        return "Filed[" + kind + "]";
    }

    /**
     * Every piece of a pathway's kinds that counts.
     *
     * @param chart what stands on a record
     * @param pathway the pathway's definition
     * @return the pieces, kind by kind as the definition lists them, each kind's in the order in which they were filed
     */
    public static List<Filed> on(Chart chart, Pathway pathway) {
        Objects.requireNonNull(chart, "chart");
        List<Filed> pieces = new ArrayList<>();
        for (EvidenceKind kind : Objects.requireNonNull(pathway, "pathway").evidence()) {
            chart.evidence().versions(kind.kind()).stream()
                    .filter(Fact::counts)
                    .map(Filed::of)
                    .forEach(pieces::add);
        }
        return Collections.unmodifiableList(pieces);
    }

    /**
     * How many pieces there are of each of a pathway's kinds. Counts of several records add up.
     *
     * @param chart what stands on a record
     * @param pathway the pathway's definition
     * @return every kind of the definition, with 0 where none was filed
     */
    public static SortedMap<Code, Long> count(Chart chart, Pathway pathway) {
        SortedMap<Code, Long> counts = new TreeMap<>();
        pathway.evidence().forEach(kind -> counts.put(kind.kind(), 0L));
        on(chart, pathway).forEach(piece -> counts.merge(piece.kind(), 1L, Long::sum));
        return Collections.unmodifiableSortedMap(counts);
    }

    private static Filed of(Fact fact) {
        return new Filed(fact.field(), fact.author(), fact.value().text().flatMap(Holds::instant), fact.source());
    }
}
