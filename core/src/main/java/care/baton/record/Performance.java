package care.baton.record;

import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.obligation.Obligation;
import care.baton.obligation.Standing;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a party has answered what it was offered, from what happened and nothing else. What was withdrawn before an
 * answer, and what is not due yet, counts nowhere. Those of several records add up.
 *
 * @param party organization and role, nobody named
 * @param inTime the final answers given by when they were due
 * @param late the final answers given after that
 * @param declined how many of those answers were "no"
 * @param overdue the offers that are past due and not answered yet
 */
public record Performance(Holder party, long inTime, long late, long declined, long overdue) {

    /** Checks that nothing is absent. */
    public Performance {
        Objects.requireNonNull(party, "party");
    }

    /**
     * Every party that answered, or is late to.
     *
     * @param chart what stands on a record
     * @param now the host's clock
     * @return one line for each party, in their order
     */
    public static List<Performance> of(Chart chart, Instant now) {
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(now, "now");
        SortedMap<Holder, Performance> lines = new TreeMap<>();
        for (Negotiation talks : chart.handoffs().values()) {
            for (Offer offer : talks.offers().values()) {
                chart.obligations()
                        .get(Keys.response(talks.id(), offer.number()))
                        .flatMap(response -> line(offer, response, now))
                        .ifPresent(line -> lines.merge(line.party, line, Performance::combine));
            }
        }
        return List.copyOf(lines.values());
    }

    private static Optional<Performance> line(Offer offer, Obligation response, Instant now) {
        Holder party = offer.to().heldBy(Optional.empty());
        if (response.standing() instanceof Standing.Discharged done) {
            boolean late = done.at().isAfter(response.due());
            boolean declined = offer.state() instanceof OfferState.Declined;
            return Optional.of(new Performance(party, late ? 0 : 1, late ? 1 : 0, declined ? 1 : 0, 0));
        }
        return response.isOpen() && response.isOverdue(now)
                ? Optional.of(new Performance(party, 0, 0, 0, 1))
                : Optional.empty();
    }

    /**
     * Both together.
     *
     * @param other the same party's on another record
     * @return the sums
     * @throws IllegalArgumentException if it is another party's
     */
    public Performance combine(Performance other) {
        if (!party.equals(other.party)) {
            throw new IllegalArgumentException("party: the same");
        }
        return new Performance(
                party, inTime + other.inTime, late + other.late, declined + other.declined, overdue + other.overdue);
    }
}
