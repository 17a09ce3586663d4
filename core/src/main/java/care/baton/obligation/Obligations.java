package care.baton.obligation;

import care.baton.history.History;
import care.baton.history.Index;
import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationCarried;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.obligation.ObligationEvent.ObligationReplaced;
import care.baton.obligation.ObligationEvent.ObligationResumed;
import care.baton.obligation.ObligationEvent.ObligationSuspended;
import care.baton.obligation.ObligationEvent.PersonProposed;
import care.baton.obligation.ObligationEvent.SuspensionLifted;
import care.baton.obligation.ObligationEvent.TermsChanged;
import care.baton.outcome.Code;
import care.baton.ownership.Tenure;
import care.baton.party.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is owed or was owed in one place, with what falls due next at hand. A state: it comes
 * only from events.
 */
public final class Obligations {

    private static final Obligations NONE =
            new Obligations(Index.empty(), Index.empty(), Index.empty(), Index.empty(), Index.empty());

    private final Index<Key, Obligation> open;
    private final Index<Key, Obligation> ended;
    private final Index<Next, Key> running;
    private final Index<Key, History<Key>> children;
    private final Index<Key, History<Key>> waiters;

    private Obligations(
            Index<Key, Obligation> open,
            Index<Key, Obligation> ended,
            Index<Next, Key> running,
            Index<Key, History<Key>> children,
            Index<Key, History<Key>> waiters) {
        this.open = open;
        this.ended = ended;
        this.running = running;
        this.children = children;
        this.waiters = waiters;
    }

    /**
     * Nothing is owed.
     *
     * @return no obligations
     */
    public static Obligations none() {
        return NONE;
    }

    /**
     * One obligation, open or ended.
     *
     * @param key which
     * @return it, if it was ever opened
     */
    public Optional<Obligation> get(Key key) {
        Optional<Obligation> found = open.get(key);
        return found.isPresent() ? found : ended.get(key);
    }

    /**
     * Whether something is still owed.
     *
     * @param key which
     * @return true while open
     */
    public boolean isOpen(Key key) {
        return open.has(key);
    }

    /**
     * Everything that is owed.
     *
     * @return the open obligations, in the order of their keys
     */
    public List<Obligation> open() {
        return open.values();
    }

    /**
     * Everything that was owed and has ended.
     *
     * @return the ended obligations, in the order of their keys
     */
    public List<Obligation> ended() {
        return ended.values();
    }

    /**
     * The next instant at which lateness of something is heard.
     *
     * @return the instant and what it concerns; empty when nothing runs
     */
    public Optional<Next> next() {
        return running.first().map(Index.Row::key);
    }

    /**
     * The open obligations that serve another.
     *
     * @param parent the other
     * @return those still open, in the order they were opened
     */
    public List<Obligation> openChildren(Key parent) {
        return openOf(children, parent, o -> o.parent().equals(Optional.of(parent)));
    }

    /**
     * The open obligations whose clock waits for another.
     *
     * @param suspender the other
     * @return those still waiting for it
     */
    public List<Obligation> waitingFor(Key suspender) {
        return openOf(waiters, suspender, o -> o.suspendedBy().contains(suspender));
    }

    /**
     * The open obligations of one cause and kind.
     *
     * @param cause what gave rise to them
     * @param kind what is owed
     * @return those still open, in the order of their keys
     */
    public List<Obligation> openOf(String cause, Code kind) {
        List<Obligation> found = new ArrayList<>();
        for (Index.Row<Key, Obligation> row : open.from(Key.of(cause, kind, "!"))) {
            if (!row.key().cause().equals(cause) || !row.key().kind().equals(kind)) {
                break;
            }
            found.add(row.value());
        }
        return found;
    }

    /**
     * Whether something of one cause and kind was ever done.
     *
     * @param cause what gave rise to it
     * @param kind what is owed
     * @return true when at least one was discharged
     */
    public boolean isDischarged(String cause, Code kind) {
        for (Index.Row<Key, Obligation> row : ended.from(Key.of(cause, kind, "!"))) {
            if (!row.key().cause().equals(cause) || !row.key().kind().equals(kind)) {
                return false;
            }
            if (row.value().standing() instanceof Standing.Discharged) {
                return true;
            }
        }
        return false;
    }

    /**
     * Who held something of one cause and kind at an instant.
     *
     * @param cause what gave rise to it
     * @param kind what is owed
     * @param instant the host's clock
     * @return the holder then; empty when nobody did yet, or no longer
     */
    public Optional<Holder> heldAt(String cause, Code kind, Instant instant) {
        return List.of(open, ended).stream()
                .flatMap(book -> StreamSupport.stream(
                                book.from(Key.of(cause, kind, "!")).spliterator(), false)
                        .takeWhile(row -> row.key().cause().equals(cause)
                                && row.key().kind().equals(kind)))
                .map(Index.Row::value)
                .filter(o -> o.endedAt().map(instant::isBefore).orElse(true))
                .flatMap(o -> o.tenure().holderAt(instant).stream())
                .findFirst();
    }

    /** Each once: the same edge may have been drawn again. */
    private List<Obligation> openOf(Index<Key, History<Key>> edges, Key from, Predicate<Obligation> which) {
        Optional<History<Key>> drawn = edges.get(from);
        if (drawn.isEmpty()) {
            return List.of();
        }
        List<Obligation> found = new ArrayList<>();
        for (Key key : drawn.get()) {
            Optional<Obligation> one = open.get(key);
            if (one.isPresent() && which.test(one.get()) && !found.contains(one.get())) {
                found.add(one.get());
            }
        }
        return Collections.unmodifiableList(found);
    }

    /**
     * What is owed after one more event.
     *
     * @param event what happened
     * @return what is owed then
     */
    public Obligations evolve(ObligationEvent event) {
        if (event instanceof ObligationOpened e) {
            return opened(e);
        }
        if (event instanceof ObligationSuspended e) {
            return suspended(e);
        }
        if (event instanceof SuspensionLifted e) {
            return change(e.key(), (o, b) -> waits(o, b, e.at(), without(o.suspendedBy(), e.by())));
        }
        if (event instanceof ObligationResumed e) {
            return resumed(e);
        }
        if (event instanceof LevelRaised e) {
            return raised(e);
        }
        if (event instanceof PersonProposed e) {
            return change(e.key(), (o, b) -> b.proposed(e.person()));
        }
        if (event instanceof HolderChanged e) {
            return change(
                    e.key(),
                    (o, b) -> b.tenure(o.tenure().passedTo(e.to(), e.at())).proposed(Optional.empty()));
        }
        if (event instanceof DueMoved e) {
            return change(e.key(), (o, b) -> b.due(e.due()).next(e.next()));
        }
        if (event instanceof TermsChanged e) {
            return change(
                    e.key(),
                    (o, b) -> b.due(e.due())
                            .next(e.next())
                            .latest(e.latest())
                            .visits(e.visits())
                            .route(e.route())
                            .proof(e.proof()));
        }
        if (event instanceof ObligationCarried e) {
            return new Obligations(open, ended, running, edge(children, e.parent(), e.key()), waiters)
                    .change(e.key(), (o, b) -> b.parent(e.parent()));
        }
        if (event instanceof ObligationDischarged e) {
            return end(e.key(), new Standing.Discharged(e.at()));
        }
        if (event instanceof ObligationReleased e) {
            return end(e.key(), new Standing.Released(e.at(), e.reason()));
        }
        ObligationReplaced e = (ObligationReplaced) event;
        return end(e.key(), new Standing.Replaced(e.at(), e.by()));
    }

    private Obligations opened(ObligationOpened e) {
        if (get(e.key()).isPresent()) {
            return this;
        }
        Obligation obligation = ImmutableObligation.builder()
                .key(e.key())
                .parent(e.parent())
                .owedTo(e.owedTo())
                .tenure(Tenure.begins(e.holder(), e.at()))
                .due(e.due())
                .latest(e.latest())
                .next(e.next())
                .least(e.least())
                .route(e.route())
                .raised(0)
                .reminders(0)
                .proof(e.proof())
                .each(e.each())
                .missed(e.missed())
                .visits(e.visits())
                .suspensions(History.empty())
                .stood(Duration.ZERO)
                .standing(new Standing.Open())
                .build();
        return new Obligations(
                open.with(e.key(), obligation),
                ended,
                running.with(new Next(e.next(), e.key()), e.key()),
                e.parent().map(p -> edge(children, p, e.key())).orElse(children),
                waiters);
    }

    private Obligations suspended(ObligationSuspended e) {
        return new Obligations(open, ended, running, children, edge(waiters, e.by(), e.key()))
                .change(
                        e.key(),
                        (o, b) -> waits(o, b, e.at(), with(o.suspendedBy(), e.by()))
                                .suspendedAt(o.suspendedAt().orElse(e.at())));
    }

    private static ImmutableObligation.Builder waits(
            Obligation before, ImmutableObligation.Builder b, Instant at, List<Key> by) {
        return b.suspensions(before.suspensions().plus(new Suspension(at, by)));
    }

    private Obligations resumed(ObligationResumed e) {
        return change(e.key(), (before, b) -> {
            Duration pause = Duration.between(before.suspendedAt().orElse(e.at()), e.at());
            return waits(before, b, e.at(), List.of())
                    .suspendedAt(Optional.empty())
                    .stood(before.stood().plus(pause))
                    .due(e.due())
                    .next(e.next());
        });
    }

    private Obligations raised(LevelRaised e) {
        return change(e.key(), (before, b) -> {
            boolean isLevel = e.level() > before.raised();
            return b.raised(Math.max(before.raised(), e.level()))
                    .reminders(isLevel ? before.reminders() : before.reminders() + e.count())
                    .next(e.next());
        });
    }

    private Obligations change(
            Key key, BiFunction<Obligation, ImmutableObligation.Builder, ImmutableObligation.Builder> how) {
        Optional<Obligation> found = open.get(key);
        if (found.isEmpty()) {
            return this;
        }
        Obligation before = found.get();
        Obligation after =
                how.apply(before, ImmutableObligation.builder().from(before)).build();
        return new Obligations(open.with(key, after), ended, rescheduled(before, after), children, waiters);
    }

    private Obligations end(Key key, Standing how) {
        Optional<Obligation> found = open.get(key);
        if (found.isEmpty()) {
            return this;
        }
        Obligation before = found.get();
        Obligation after =
                ImmutableObligation.builder().from(before).standing(how).build();
        return new Obligations(
                open.without(key), ended.with(key, after), rescheduled(before, after), children, waiters);
    }

    private Index<Next, Key> rescheduled(Obligation before, Obligation after) {
        @Nullable Next was = scheduled(before);
        @Nullable Next is = scheduled(after);
        Index<Next, Key> kept = was != null && !was.equals(is) ? running.without(was) : running;
        return is != null && !is.equals(was) ? kept.with(is, after.key()) : kept;
    }

    private static @Nullable Next scheduled(Obligation obligation) {
        return obligation.isOpen() && !obligation.isSuspended() ? new Next(obligation.next(), obligation.key()) : null;
    }

    private static Index<Key, History<Key>> edge(Index<Key, History<Key>> edges, Key from, Key to) {
        return edges.with(from, edges.get(from).orElse(History.empty()).plus(to));
    }

    private static List<Key> with(List<Key> keys, Key key) {
        List<Key> copy = new ArrayList<>(keys);
        if (!copy.contains(key)) {
            copy.add(key);
        }
        Collections.sort(copy);
        return copy;
    }

    private static List<Key> without(List<Key> keys, Key key) {
        return keys.stream().filter(k -> !k.equals(key)).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Obligations that && open.equals(that.open) && ended.equals(that.ended);
    }

    @Override
    public int hashCode() {
        return Objects.hash(open, ended);
    }

    /** How many are open and ended. */
    @Override
    public String toString() {
        return "Obligations[" + open.size() + " open, " + ended.size() + " ended]";
    }
}
