package care.baton.obligation;

import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.pathway.Need;
import care.baton.time.BeforeVisits;
import care.baton.time.DueRule;
import care.baton.time.Horizon;
import care.baton.time.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be owed: by whom, to whom, by when, with what proof, and who hears when it is late.
 *
 * @param key which obligation
 * @param parent what it serves, if anything
 * @param holder who owes it
 * @param owedTo to whom
 * @param due by when
 * @param latest the latest that a moved due may become, where it can move
 * @param least what is left at least when a clock that stood still goes on
 * @param route where lateness is heard
 * @param proof what must be there before it counts as done
 * @param each when it comes round again, once done
 * @param visits before which visits it is owed, where its due moves with them
 */
public record Opening(
        Key key,
        Optional<Key> parent,
        Holder holder,
        Holder owedTo,
        Instant due,
        Optional<Instant> latest,
        Duration least,
        Route route,
        List<Need> proof,
        Optional<DueRule> each,
        Optional<BeforeVisits> visits) {

    private static final int LONGEST_SUBJECT = 160;

    /**
     * Copies the proof and checks the instants.
     *
     * @throws IllegalArgumentException if an instant lies outside the horizon, what is left at least is
     *     negative, it would serve itself, it counts visits but has no latest instant, or the subject is too long to
     *     be named again when its lateness climbs
     */
    public Opening {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(owedTo, "owedTo");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(latest, "latest");
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(each, "each");
        Objects.requireNonNull(visits, "visits");
        proof = Copy.of(proof, "proof");
        Horizon.check(due, "due");
        latest.ifPresent(instant -> Horizon.check(instant, "latest"));
        if (least.isNegative()) {
            throw new IllegalArgumentException("least: not negative");
        }
        if (visits.isPresent() && latest.isEmpty()) {
            throw new IllegalArgumentException("latest: needed where visits are counted");
        }
        if (parent.equals(Optional.of(key))) {
            throw new IllegalArgumentException("parent: not itself");
        }
        if (!route.levels().isEmpty() && key.subject().length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("subject: at most 160 characters where lateness climbs");
        }
    }

    /**
     * What is to be owed, with a due that no visit moves.
     *
     * @param key which obligation
     * @param parent what it serves, if anything
     * @param holder who owes it
     * @param owedTo to whom
     * @param due by when
     * @param latest the latest that a moved due may become, where it can move
     * @param least what is left at least when a clock that stood still goes on
     * @param route where lateness is heard
     * @param proof what must be there before it counts as done
     * @param each when it comes round again, once done
     * @throws IllegalArgumentException as with visits
     */
    public Opening(
            Key key,
            Optional<Key> parent,
            Holder holder,
            Holder owedTo,
            Instant due,
            Optional<Instant> latest,
            Duration least,
            Route route,
            List<Need> proof,
            Optional<DueRule> each) {
        this(key, parent, holder, owedTo, due, latest, least, route, proof, each, Optional.empty());
    }

    /**
     * Something owed once, by an instant, that serves something else.
     *
     * @param key which obligation
     * @param parent what it serves
     * @param holder who owes it
     * @param owedTo to whom
     * @param due by when
     * @param route where lateness is heard
     * @return the opening
     */
    public static Opening of(Key key, Optional<Key> parent, Holder holder, Holder owedTo, Instant due, Route route) {
        return new Opening(
                key, parent, holder, owedTo, due, Optional.empty(), Duration.ZERO, route, List.of(), Optional.empty());
    }

    /**
     * The same, with something left at least when its clock stood still and goes on.
     *
     * @param length what is left at least
     * @return the opening
     */
    public Opening leaving(Duration length) {
        return new Opening(key, parent, holder, owedTo, due, latest, length, route, proof, each, visits);
    }

    /**
     * The same, done only with this proof.
     *
     * @param needs what must be there
     * @return the opening
     */
    public Opening proving(List<Need> needs) {
        return new Opening(key, parent, holder, owedTo, due, latest, least, route, needs, each, visits);
    }

    /**
     * The same, coming round again by a rule once it is done.
     *
     * @param rule when it comes round
     * @return the opening
     */
    public Opening recurring(DueRule rule) {
        return new Opening(key, parent, holder, owedTo, due, latest, least, route, proof, Optional.of(rule), visits);
    }

    /**
     * The same, with a due that may move but never beyond an instant.
     *
     * @param instant the latest
     * @return the opening
     */
    public Opening notAfter(Instant instant) {
        return new Opening(key, parent, holder, owedTo, due, Optional.of(instant), least, route, proof, each, visits);
    }

    /**
     * The same, with a due that moves as visits are reported.
     *
     * @param rule before which visits
     * @param instant the latest it may become, whatever is planned
     * @return the opening
     */
    public Opening counting(BeforeVisits rule, Instant instant) {
        return new Opening(
                key, parent, holder, owedTo, due, Optional.of(instant), least, route, proof, each, Optional.of(rule));
    }

    /**
     * The same, under another key.
     *
     * @param other which obligation
     * @return the opening
     */
    public Opening under(Key other) {
        return new Opening(other, parent, holder, owedTo, due, latest, least, route, proof, each, visits);
    }

    /**
     * What happens when it is opened. Nothing, when the same was opened before: the same cause, kind,
     * subject and occurrence are the same obligation. Nothing either, when what it would serve has ended.
     *
     * @param obligations what is owed so far
     * @param at since when, by the host's clock
     * @return one event, or none
     */
    public List<ObligationEvent> on(Obligations obligations, Instant at) {
        return on(obligations, at, 0);
    }

    List<ObligationEvent> on(Obligations obligations, Instant at, long missed) {
        boolean orphan = parent.flatMap(obligations::get)
                .filter(served -> !served.isOpen())
                .isPresent();
        if (orphan || obligations.get(key).isPresent()) {
            return List.of();
        }
        return List.of(new ObligationOpened(
                key,
                parent,
                holder,
                owedTo,
                at,
                due,
                Lateness.first(due, route, at),
                latest,
                least,
                route,
                proof,
                each,
                missed,
                visits));
    }

    static Opening again(Obligation done, Instant at, ServiceCalendar calendar, DueRule rule) {
        return new Opening(
                done.key().again(),
                done.parent(),
                done.holder(),
                done.owedTo(),
                following(done.due(), at, calendar, rule),
                Optional.empty(),
                done.least(),
                done.route(),
                done.proof(),
                Optional.of(rule));
    }

    /** The next slot; done early, it does not come round again for the slot that it was done for. */
    private static Instant following(Instant slot, Instant done, ServiceCalendar calendar, DueRule rule) {
        Instant next = rule.due(done, calendar);
        return next.isAfter(slot) ? next : rule.due(slot, calendar);
    }
}
