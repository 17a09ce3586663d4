package care.baton.handoff;

import care.baton.obligation.Level;
import care.baton.obligation.Route;
import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Agreement;
import care.baton.party.Holder;
import care.baton.pathway.HandoffTerms;
import care.baton.time.DueRule;
import care.baton.time.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How handoffs are run here: by when each word is owed, who hears when it is late, by which calendar,
 * and what has been agreed with the partner.
 *
 * @param terms by when each side owes its next word
 * @param route who hears when it is late
 * @param calendar the service's calendar
 * @param agreement what has been agreed with the partner, if anything
 * @param seats where each role of ours is held; a role that is not listed is the sender's own
 */
@Built
@Value.Builder
public record Practice(
        HandoffTerms terms, Route route, ServiceCalendar calendar, Optional<Agreement> agreement, List<Holder> seats) {

    /** Copies the seats. */
    public Practice {
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(agreement, "agreement");
        seats = Copy.of(seats, "seats");
    }

    /**
     * A practice, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static PracticeBuilderStages.BuildStart builder() {
        return PracticeBuilderStages.start();
    }

    /**
     * A practice without agreements or seats of its own.
     *
     * @param terms by when each side owes its next word
     * @param route who hears when it is late
     * @param calendar the service's calendar
     * @return the practice
     */
    public static Practice of(HandoffTerms terms, Route route, ServiceCalendar calendar) {
        return new Practice(terms, route, calendar, Optional.empty(), List.of());
    }

    Instant due(DueRule rule, Instant from) {
        return rule.due(from, calendar);
    }

    /**
     * By when an action is to be finished that was asked for without a word on it: within the definition's time, counted
     * from when the answer is due; else not before the receiver's first report would be due.
     */
    Instant finishBy(Instant respondBy) {
        return due(terms.finishWithin().orElse(terms.updates()), respondBy);
    }

    Optional<Instant> closesAt(Instant done) {
        return terms.unconfirmedAfter().map(rule -> due(rule, done));
    }

    Optional<Agreement> agreementWith(Holder partner, Instant at) {
        return agreement.filter(a -> a.partner().equals(partner.organization()) && a.holdsAt(at));
    }

    /** The route for what a partner owes: one polling interval later where we read their answers from a server. */
    Route routeFor(Holder holder, Instant at) {
        Optional<Duration> polled = agreementWith(holder, at).flatMap(Agreement::polled);
        return polled.map(p -> new Route(
                        route.levels().stream()
                                .map(l -> new Level(l.after().plus(p), l.to(), l.within()))
                                .toList(),
                        route.repeat()))
                .orElse(route);
    }

    Holder seat(Code role, Holder sender) {
        return seats.stream()
                .filter(s -> s.role().equals(role))
                .findFirst()
                .orElseGet(() -> Holder.of(sender.organization(), role));
    }
}
