package care.baton.obligation;

import care.baton.outcome.Code;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** How an obligation stands: open, or ended in one of three ways, once. */
public sealed interface Standing {

    /**
     * When it ended.
     *
     * @return the instant, by the host's clock; empty while open
     */
    Optional<Instant> endedAt();

    /** Still owed. */
    record Open() implements Standing {
        @Override
        public Optional<Instant> endedAt() {
            return Optional.empty();
        }
    }

    /**
     * Done, with its proof.
     *
     * @param at when, by the host's clock
     */
    record Discharged(Instant at) implements Standing {
        /** Checks that nothing is absent. */
        public Discharged {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Optional<Instant> endedAt() {
            return Optional.of(at);
        }
    }

    /**
     * No longer owed.
     *
     * @param at when, by the host's clock
     * @param reason why
     */
    record Released(Instant at, Code reason) implements Standing {
        /** Checks that nothing is absent. */
        public Released {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Optional<Instant> endedAt() {
            return Optional.of(at);
        }
    }

    /**
     * Something else is owed in its place.
     *
     * @param at when, by the host's clock
     * @param by what is owed now
     */
    record Replaced(Instant at, Key by) implements Standing {
        /** Checks that nothing is absent. */
        public Replaced {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(by, "by");
        }

        @Override
        public Optional<Instant> endedAt() {
            return Optional.of(at);
        }
    }
}
