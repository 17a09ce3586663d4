package care.baton.obligation;

import care.baton.obligation.ObligationEvent.TermsChanged;
import care.baton.pathway.Need;
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
 * @param route where lateness is heard
 * @param proof what must be there before it counts as done
 */
public record Terms(Instant due, Route route, List<Need> proof) {

    /**
     * Copies the proof and checks the due.
     *
     * @throws IllegalArgumentException if the due lies outside the {@link Horizon}
     */
    public Terms {
        Horizon.check(due, "due");
        Objects.requireNonNull(route, "route");
        proof = List.copyOf(proof);
    }

    /**
     * The terms by which something is owed now.
     *
     * @param owed what is owed
     * @return its terms
     */
    public static Terms of(Obligation owed) {
        return new Terms(owed.due(), owed.route(), owed.proof());
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
        Optional<Obligation> owed = obligations.get(key).filter(Obligation::isOpen);
        return owed.filter(o -> !of(o).equals(bounded(o)))
                .map(o -> List.<ObligationEvent>of(changed(o, bounded(o), now, calendar)))
                .orElse(List.of());
    }

    private Terms bounded(Obligation owed) {
        return new Terms(owed.latest().filter(due::isAfter).orElse(due), route, proof);
    }

    private static TermsChanged changed(Obligation owed, Terms terms, Instant now, ServiceCalendar calendar) {
        Obligation after =
                ImmutableObligation.builder().from(owed).route(terms.route()).build();
        Instant next = Lateness.next(after, terms.due(), now, calendar);
        return new TermsChanged(owed.key(), terms.due(), next, terms.route(), terms.proof());
    }
}
