package care.baton.obligation;

import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.ObligationSuspended;
import care.baton.obligation.ObligationEvent.PersonProposed;
import care.baton.obligation.ObligationEvent.SuspensionLifted;
import care.baton.outcome.Code;
import care.baton.outcome.Draft;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.time.ServiceCalendar;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** How something that is owed passes to another holder, or waits for what another holder owes. */
public final class Passing {

    private Passing() {}

    /**
     * It passes to another holder at once. Its clock goes on as it was.
     *
     * @param obligations what is owed so far
     * @param key what passes
     * @param to who holds it from now on
     * @param cause what moves it
     * @param at when, by the host's clock
     * @param calendar the service's calendar
     * @return what happens; nothing when it is not open or that holder has it already
     */
    public static List<ObligationEvent> to(
            Obligations obligations, Key key, Holder to, Code cause, Instant at, ServiceCalendar calendar) {
        Optional<Obligation> found = obligations.get(key).filter(Obligation::isOpen);
        if (found.isEmpty() || found.get().holder().equals(to)) {
            return List.of();
        }
        Draft<Obligations, ObligationEvent> draft = new Draft<>(obligations, Obligations::evolve);
        draft.add(new HolderChanged(key, to, found.get().notBefore(at), cause));
        liftOwn(draft, found.get().suspendedBy(), key, at, calendar);
        for (Obligation waiter : draft.state().waitingFor(key)) {
            liftOwn(draft, List.of(key), waiter.key(), at, calendar);
        }
        return draft.events();
    }

    /** Nothing waits for what its own holder owes: such a wait ends when the holders become one. */
    private static void liftOwn(
            Draft<Obligations, ObligationEvent> draft,
            List<Key> suspenders,
            Key waiting,
            Instant at,
            ServiceCalendar calendar) {
        for (Key by : suspenders) {
            Optional<Obligation> waiter = draft.state().get(waiting);
            Optional<Obligation> suspender = draft.state().get(by);
            if (waiter.isPresent()
                    && suspender.isPresent()
                    && waiter.get().suspendedBy().contains(by)
                    && waiter.get().holder().sameRole(suspender.get().holder())) {
                draft.add(
                        waiter.get().suspendedBy().size() > 1
                                ? new SuspensionLifted(waiting, by, waiter.get().notBefore(at))
                                : Ending.resumed(waiter.get(), by, at, calendar));
            }
        }
    }

    /**
     * A person is asked to take it over in the same role. Until they acknowledge, the present holder
     * holds it.
     *
     * @param obligations what is owed so far
     * @param key what is to pass
     * @param person who is asked
     * @return what happens; nothing when it is not open, or that person holds it or was asked already
     */
    public static List<ObligationEvent> proposed(Obligations obligations, Key key, PersonId person) {
        return obligations
                .get(key)
                .filter(Obligation::isOpen)
                .filter(o -> !o.proposed().equals(Optional.of(person)))
                .filter(o -> !o.holder().person().equals(Optional.of(person)))
                .<List<ObligationEvent>>map(o -> List.of(new PersonProposed(key, person)))
                .orElse(List.of());
    }

    /**
     * Its clock stands still until another obligation ends.
     *
     * @param obligations what is owed so far
     * @param key what waits
     * @param by what it waits for
     * @param at since when, by the host's clock
     * @return what happens; nothing when either is not open, when the same role holds both, or when the
     *     other waits for this one
     */
    public static List<ObligationEvent> suspended(Obligations obligations, Key key, Key by, Instant at) {
        Optional<Obligation> waiter = obligations.get(key).filter(Obligation::isOpen);
        Optional<Obligation> other = obligations.get(by).filter(Obligation::isOpen);
        if (waiter.isEmpty()
                || other.isEmpty()
                || waiter.get().suspendedBy().contains(by)
                || waiter.get().holder().sameRole(other.get().holder())
                || waitsFor(obligations, by, key)) {
            return List.of();
        }
        Instant from = other.get().notBefore(waiter.get().notBefore(at));
        return List.of(new ObligationSuspended(key, by, from));
    }

    private static boolean waitsFor(Obligations obligations, Key from, Key target) {
        SortedSet<Key> met = new TreeSet<>();
        Deque<Key> ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty()) {
            Key key = ahead.pop();
            if (met.add(key)) {
                obligations.get(key).filter(Obligation::isOpen).ifPresent(o -> ahead.addAll(o.suspendedBy()));
            }
        }
        return met.contains(target);
    }
}
