package care.baton.obligation;

import care.baton.obligation.ObligationEvent.TermsChanged;
import care.baton.outcome.Copy;
import care.baton.pathway.Need;
import care.baton.time.BeforeVisits;
import care.baton.time.Horizon;
import care.baton.time.ServiceCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * By what terms something is owed: by when, where lateness is heard, with what proof. They change only where the
 * definition that they came from is left for another; who holds it, since when and what was heard so far stay.
 *
 * @param due by when
 * @param latest the latest that a moved due may become, where it can move
 * @param visits before which visits it is owed, where its due moves with them
 * @param route where lateness is heard
 * @param proof what must be there before it counts as done
 */
public record Terms(
        Instant due, Optional<Instant> latest, Optional<BeforeVisits> visits, Route route, List<Need> proof) {

    /**
     * Copies the proof and checks the instants.
     *
     * @throws IllegalArgumentException if the due lies outside the {@link Horizon} or after the latest, or visits are
     *     counted without a latest instant
     */
    public Terms {
        Horizon.check(due, "due");
        Objects.requireNonNull(latest, "latest");
        Objects.requireNonNull(visits, "visits");
        Objects.requireNonNull(route, "route");
        proof = Copy.of(proof, "proof");
        if (latest.map(due::isAfter).orElse(visits.isPresent())) {
            throw new IllegalArgumentException("latest: not before due, and needed where visits are counted");
        }
    }

    /**
     * The terms by which something is owed now.
     *
     * @param owed what is owed
     * @return its terms
     */
    public static Terms of(Obligation owed) {
        Objects.requireNonNull(owed, "owed");
        Optional<Instant> latest = owed.latest().map(l -> l.isBefore(owed.due()) ? owed.due() : l);
        return new Terms(owed.due(), latest, owed.visits(), owed.route(), owed.proof());
    }

    /**
     * The same due, heard of elsewhere and proven otherwise.
     *
     * @param other where lateness is heard
     * @param needs what must be there
     * @return the terms
     */
    public Terms with(Route other, List<Need> needs) {
        return new Terms(due, latest, visits, other, needs);
    }

    /**
     * The same with a due that nothing moves.
     *
     * @param instant by when
     * @return the terms
     */
    public Terms due(Instant instant) {
        return new Terms(instant, Optional.empty(), Optional.empty(), route, proof);
    }

    /**
     * The same with a due that moves as visits are reported.
     *
     * @param instant by when
     * @param rule before which visits
     * @param last the latest it may become; the due itself where that comes later
     * @return the terms
     */
    public Terms counting(Instant instant, BeforeVisits rule, Instant last) {
        Instant bound = last.isBefore(instant) ? instant : last;
        return new Terms(instant, Optional.of(bound), Optional.of(rule), route, proof);
    }

    /**
     * What happens when something is owed by these terms from now on. The levels that were raised stay raised.
     *
     * @param obligations what is owed so far
     * @param key which
     * @param now the host's clock
     * @param calendar the service's calendar
     * @return one event; none when it is not open or is owed by these terms already
     */
    public List<ObligationEvent> on(Obligations obligations, Key key, Instant now, ServiceCalendar calendar) {
        return obligations
                .get(key)
                .filter(o -> o.isOpen() && !of(o).equals(this))
                .map(o -> List.<ObligationEvent>of(changed(o, now, calendar)))
                .orElse(List.of());
    }

    private TermsChanged changed(Obligation owed, Instant now, ServiceCalendar calendar) {
        Obligation after = ImmutableObligation.builder().from(owed).route(route).build();
        Instant next = Lateness.next(after, due, now, calendar);
        return new TermsChanged(owed.key(), due, next, latest, visits, route, proof);
    }
}
