package care.baton.obligation;

import care.baton.evidence.Event;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.pathway.Need;
import care.baton.time.BeforeVisits;
import care.baton.time.DueRule;
import care.baton.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What may happen to an obligation. Every instant is the host's clock, worked out when decided. */
public sealed interface ObligationEvent extends Event {

    /**
     * Which obligation.
     *
     * @return its key
     */
    Key key();

    /**
     * Something is owed from now on.
     *
     * @param key which
     * @param parent what it serves: when that ends, this ends
     * @param holder who owes it
     * @param owedTo to whom
     * @param at since when
     * @param due by when
     * @param next when lateness is heard first
     * @param latest the latest that a moved due may become
     * @param least what is left at least when a clock that stood still goes on
     * @param route where lateness is heard
     * @param proof what must be there before it counts as done
     * @param each when it comes round again, once done
     * @param missed how many slots had been missed before
     * @param visits before which visits it is owed, where its due moves with them
     */
    record ObligationOpened(
            Key key,
            Optional<Key> parent,
            Holder holder,
            Holder owedTo,
            Instant at,
            Instant due,
            Instant next,
            Optional<Instant> latest,
            Duration least,
            Route route,
            List<Need> proof,
            Optional<DueRule> each,
            long missed,
            Optional<BeforeVisits> visits)
            implements ObligationEvent {
        /**
         * Copies the proof.
         *
         * @throws IllegalArgumentException if an instant is outside the {@link Horizon}
         */
        public ObligationOpened {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(parent, "parent");
            Objects.requireNonNull(holder, "holder");
            Objects.requireNonNull(owedTo, "owedTo");
            Horizon.check(at, "at");
            Horizon.check(due, "due");
            Horizon.check(next, "next");
            Objects.requireNonNull(latest, "latest").ifPresent(last -> Horizon.check(last, "latest"));
            Objects.requireNonNull(least, "least");
            Objects.requireNonNull(route, "route");
            Objects.requireNonNull(each, "each");
            Objects.requireNonNull(visits, "visits");
            proof = Copy.of(proof, "proof");
        }

        /**
         * Something is owed from now on, with a due that no visit moves.
         *
         * @param key which
         * @param parent what it serves
         * @param holder who owes it
         * @param owedTo to whom
         * @param at since when
         * @param due by when
         * @param next when lateness is heard first
         * @param latest the latest that a moved due may become
         * @param least what is left at least when a clock that stood still goes on
         * @param route where lateness is heard
         * @param proof what must be there before it counts as done
         * @param each when it comes round again, once done
         * @param missed how many slots had been missed before
         */
        public ObligationOpened(
                Key key,
                Optional<Key> parent,
                Holder holder,
                Holder owedTo,
                Instant at,
                Instant due,
                Instant next,
                Optional<Instant> latest,
                Duration least,
                Route route,
                List<Need> proof,
                Optional<DueRule> each,
                long missed) {
            this(
                    key,
                    parent,
                    holder,
                    owedTo,
                    at,
                    due,
                    next,
                    latest,
                    least,
                    route,
                    proof,
                    each,
                    missed,
                    Optional.empty());
        }
    }

    /**
     * Its clock stands still while somebody else owes something first.
     *
     * @param key which
     * @param by what it waits for
     * @param at since when
     */
    record ObligationSuspended(Key key, Key by, Instant at) implements ObligationEvent {
        /**
         * Checks the instants.
         *
         * @throws IllegalArgumentException if one is outside the {@link Horizon}
         */
        public ObligationSuspended {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(by, "by");
            Horizon.check(at, "at");
        }
    }

    /**
     * One of the things it waited for has ended; it still waits for another.
     *
     * @param key which
     * @param by what has ended
     * @param at since when
     */
    record SuspensionLifted(Key key, Key by, Instant at) implements ObligationEvent {
        /**
         * Checks the instants.
         *
         * @throws IllegalArgumentException if one is outside the {@link Horizon}
         */
        public SuspensionLifted {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(by, "by");
            Horizon.check(at, "at");
        }
    }

    /**
     * The last thing it waited for has ended; its clock goes on with what was left.
     *
     * @param key which
     * @param by what has ended
     * @param at since when
     * @param due by when it is owed now
     * @param next when lateness is heard next
     */
    record ObligationResumed(Key key, Key by, Instant at, Instant due, Instant next) implements ObligationEvent {
        /**
         * Checks the instants.
         *
         * @throws IllegalArgumentException if one is outside the {@link Horizon}
         */
        public ObligationResumed {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(by, "by");
            Horizon.check(at, "at");
            Horizon.check(due, "due");
            Horizon.check(next, "next");
        }
    }

    /**
     * It is late, and that was heard: a level was raised, or the last one was reminded.
     *
     * @param key which
     * @param level the level, from 1; 0 when only its own holder is reminded
     * @param at when it fell due, whenever it was recorded
     * @param count how many reminders fell together; 1 for a level
     * @param next when lateness is heard next
     */
    record LevelRaised(Key key, int level, Instant at, long count, Instant next) implements ObligationEvent {
        /**
         * Checks the instants.
         *
         * @throws IllegalArgumentException if one is outside the {@link Horizon}
         */
        public LevelRaised {
            Objects.requireNonNull(key, "key");
            Horizon.check(at, "at");
            Horizon.check(next, "next");
        }
    }

    /**
     * A person was asked to take it over in the same role; until they acknowledge, nothing changes.
     *
     * @param key which
     * @param person who was asked
     */
    record PersonProposed(Key key, PersonId person) implements ObligationEvent {
        /** Checks that nothing is absent. */
        public PersonProposed {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(person, "person");
        }
    }

    /**
     * Somebody else holds it from now on; its clock goes on as it was.
     *
     * @param key which
     * @param to who holds it
     * @param at since when
     * @param cause what moved it, such as {@code acknowledged} or {@code accepted}
     */
    record HolderChanged(Key key, Holder to, Instant at, Code cause) implements ObligationEvent {
        /**
         * Checks the instants.
         *
         * @throws IllegalArgumentException if one is outside the {@link Horizon}
         */
        public HolderChanged {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(to, "to");
            Horizon.check(at, "at");
            Objects.requireNonNull(cause, "cause");
        }
    }

    /**
     * Its due moved, because what it was reckoned from moved.
     *
     * @param key which
     * @param due by when it is owed now
     * @param next when lateness is heard next
     * @param reason why, such as {@code visit-reported}
     */
    record DueMoved(Key key, Instant due, Instant next, Code reason) implements ObligationEvent {
        /**
         * Checks the instants.
         *
         * @throws IllegalArgumentException if one is outside the {@link Horizon}
         */
        public DueMoved {
            Objects.requireNonNull(key, "key");
            Horizon.check(due, "due");
            Horizon.check(next, "next");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * It is owed by other terms from now on, because the definition that they came from was left for another. Its
     * holder, its beginning and what was heard so far stay.
     *
     * @param key which
     * @param due by when it is owed now
     * @param next when lateness is heard next
     * @param latest the latest that a moved due may become now
     * @param visits before which visits it is owed now, where its due moves with them
     * @param route where lateness is heard now
     * @param proof what must be there now before it counts as done
     */
    record TermsChanged(
            Key key,
            Instant due,
            Instant next,
            Optional<Instant> latest,
            Optional<BeforeVisits> visits,
            Route route,
            List<Need> proof)
            implements ObligationEvent {
        /**
         * Copies the proof.
         *
         * @throws IllegalArgumentException if an instant is outside the {@link Horizon}
         */
        public TermsChanged {
            Objects.requireNonNull(key, "key");
            Horizon.check(due, "due");
            Horizon.check(next, "next");
            Objects.requireNonNull(latest, "latest").ifPresent(last -> Horizon.check(last, "latest"));
            Objects.requireNonNull(visits, "visits");
            Objects.requireNonNull(route, "route");
            proof = Copy.of(proof, "proof");
        }
    }

    /**
     * What it served has ended, and it goes on in the service of something else, holder unchanged.
     *
     * @param key which
     * @param parent what it serves now
     */
    record ObligationCarried(Key key, Key parent) implements ObligationEvent {
        /** Checks that nothing is absent. */
        public ObligationCarried {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(parent, "parent");
        }
    }

    /**
     * It was done, with its proof.
     *
     * @param key which
     * @param at when
     */
    record ObligationDischarged(Key key, Instant at) implements ObligationEvent {
        /**
         * Checks the instants.
         *
         * @throws IllegalArgumentException if one is outside the {@link Horizon}
         */
        public ObligationDischarged {
            Objects.requireNonNull(key, "key");
            Horizon.check(at, "at");
        }
    }

    /**
     * It is no longer owed.
     *
     * @param key which
     * @param at when
     * @param reason why
     */
    record ObligationReleased(Key key, Instant at, Code reason) implements ObligationEvent {
        /**
         * Checks the instants.
         *
         * @throws IllegalArgumentException if one is outside the {@link Horizon}
         */
        public ObligationReleased {
            Objects.requireNonNull(key, "key");
            Horizon.check(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Something else is owed in its place.
     *
     * @param key which
     * @param at when
     * @param by what is owed now
     */
    record ObligationReplaced(Key key, Instant at, Key by) implements ObligationEvent {
        /**
         * Checks the instants.
         *
         * @throws IllegalArgumentException if one is outside the {@link Horizon}
         */
        public ObligationReplaced {
            Objects.requireNonNull(key, "key");
            Horizon.check(at, "at");
            Objects.requireNonNull(by, "by");
        }
    }
}
