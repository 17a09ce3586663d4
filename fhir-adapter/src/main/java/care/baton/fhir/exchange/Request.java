package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Instants;
import care.baton.outcome.Copy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One thing to ask of a partner's server. */
public sealed interface Request {

    /**
     * Put a resource there unless one of its identifier is there already.
     *
     * @param key what it stands for
     * @param number the number of the request on its link
     * @param body the resource, with the identifier
     */
    record Create(LinkKey key, long number, FhirJson body) implements Request {
        /** Checks that nothing is absent. */
        public Create {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(body, "body");
        }

        /** The kind of request only. */
        @Override
        public String toString() {
            return "Create";
        }
    }

    /**
     * Write a new version over the one that was read, and over no other.
     *
     * @param key what it stands for
     * @param number the number of the request on its link
     * @param id the server's id
     * @param version the version that was read
     * @param body the resource
     */
    record Update(LinkKey key, long number, String id, String version, FhirJson body) implements Request {
        /** Checks that nothing is absent. */
        public Update {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(body, "body");
        }

        /** The kind of request only. */
        @Override
        public String toString() {
            return "Update";
        }
    }

    /**
     * Read a resource as it stands now.
     *
     * @param key what it stands for
     * @param number the number of the request on its link
     * @param id the server's id
     * @param known the version last read or written, to read what was stored between the two as well; empty to read the
     *     present one alone
     */
    record Read(LinkKey key, long number, String id, Optional<String> known) implements Request {
        /** Checks that nothing is absent. */
        public Read {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(known, "known");
        }

        /**
         * Read a resource as it stands now, and nothing else.
         *
         * @param key what it stands for
         * @param number the number of the request on its link
         * @param id the server's id
         */
        public Read(LinkKey key, long number, String id) {
            this(key, number, id, Optional.empty());
        }

        /** The kind of request only. */
        @Override
        public String toString() {
            return "Read";
        }
    }

    /**
     * Look for the resource of an identifier: was it stored or not?
     *
     * @param key what it stands for
     * @param number the number of the request on its link
     */
    record Find(LinkKey key, long number) implements Request {
        /** Checks that nothing is absent. */
        public Find {
            Objects.requireNonNull(key, "key");
        }

        /** The kind of request only. */
        @Override
        public String toString() {
            return "Find";
        }
    }

    /**
     * Look for what is new: Tasks that are addressed to us or that we sent.
     *
     * @param since the server's own time up to which we have looked; empty the first time
     * @param now the host's clock, by which a server's time that is more than a day ahead is not asked from, nor given
     *     back to ask from; empty to take the server's at its word
     */
    record Poll(Optional<String> since, Optional<Instant> now) implements Request {

        private static final Duration AHEAD = Duration.ofDays(1);

        /** Checks that nothing is absent. */
        public Poll {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(now, "now");
        }

        /**
         * A search that takes the server's clock at its word.
         *
         * @param since the server's own time up to which we have looked; empty the first time
         */
        public Poll(Optional<String> since) {
            this(since, Optional.empty());
        }

        /**
         * A search that no server's clock leads past what is still to be stored.
         *
         * @param since the server's own time up to which we have looked; empty the first time
         * @param now the host's clock
         */
        public Poll(Optional<String> since, Instant now) {
            this(since, Optional.of(Objects.requireNonNull(now, "now")));
        }

        /** The latest time that is believed to be past. */
        Optional<Instant> latest() {
            return now.map(at -> at.plus(AHEAD));
        }

        /** From when on is asked: from the beginning where what was kept lies ahead. */
        Optional<String> from() {
            return since.filter(at -> latest().isEmpty()
                    || Instants.of(at)
                            .filter(time -> time.isAfter(latest().get()))
                            .isEmpty());
        }

        /** The kind of request only. */
        @Override
        public String toString() {
            return "Poll";
        }
    }

    /**
     * Look for messages that answer what we have asked.
     *
     * @param questions the server's ids of our CommunicationRequests
     */
    record Listen(List<String> questions) implements Request {
        /** Copies the list. */
        public Listen {
            questions = Copy.of(questions, "questions");
        }

        /** The kind of request only. */
        @Override
        public String toString() {
            return "Listen";
        }
    }
}
