package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.R4;
import care.baton.outcome.Code;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What came of a request. There is always one of these; a fault of the network is a value too. */
public sealed interface Response {

    /**
     * A resource as it stands on the server now.
     *
     * @param key what it stands for
     * @param number the number of the request
     * @param found the resource
     * @param between the versions stored since the one that was known, the earliest first, as far as the server tells
     *     them
     * @param gap whether there may be others between, which it does not tell
     */
    record Stands(LinkKey key, long number, Found found, List<Found> between, boolean gap) implements Response {
        /** Checks that nothing is absent, and copies the list. */
        public Stands {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(found, "found");
            between = List.copyOf(between);
        }

        /**
         * A resource as it stands on the server now, with nothing to tell of what stood there before.
         *
         * @param key what it stands for
         * @param number the number of the request
         * @param found the resource
         */
        public Stands(LinkKey key, long number, Found found) {
            this(key, number, found, List.of(), false);
        }
    }

    /**
     * Nothing of that id or identifier is there.
     *
     * @param key what it stands for
     * @param number the number of the request
     */
    record Absent(LinkKey key, long number) implements Response {
        /** Checks that nothing is absent. */
        public Absent {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * Another version stands there than the one that was to be written over (409 and 412 alike), or the write was
     * answered with the very version that it was to replace. What stands there has to be read.
     *
     * @param key what it stands for
     * @param number the number of the request
     */
    record Conflict(LinkKey key, long number) implements Response {
        /** Checks that nothing is absent. */
        public Conflict {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * It is not known whether the request was carried out: no answer, or half of one.
     *
     * @param key what it stands for; empty for a search
     * @param number the number of the request
     */
    record Unknown(Optional<LinkKey> key, long number) implements Response {
        /** Checks that nothing is absent. */
        public Unknown {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * A write did not leave, so nothing of it can stand there: it is written again, later and later.
     *
     * @param key what it stands for
     * @param number the number of the request
     * @param reason why, in a code: {@code token-malformed}, {@code token-not-available} or {@code wire-closed}
     */
    record NotSent(LinkKey key, long number, Code reason) implements Response {
        /** Checks that nothing is absent. */
        public NotSent {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The server said no, or said later.
     *
     * @param key what it stands for; empty for a search
     * @param number the number of the request
     * @param status the HTTP status
     * @param after how long to wait before asking again, where the server says so
     */
    record Refused(Optional<LinkKey> key, long number, int status, Optional<Duration> after) implements Response {
        /** Checks that nothing is absent. */
        public Refused {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(after, "after");
        }
    }

    /**
     * What came back could not be taken in: too large, not FHIR, another resource than was asked for, or from
     * elsewhere. Or a search or a read was not sent, for a reason that {@link NotSent} has for a write.
     *
     * @param key what it stands for; empty for a search
     * @param number the number of the request
     * @param reason why, in a code
     */
    record Rejected(Optional<LinkKey> key, long number, Code reason) implements Response {
        /** Checks that nothing is absent. */
        public Rejected {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * What a search found, all pages together.
     *
     * @param resources the resources, each once
     * @param until the server's own time up to which this holds: ask from there the next time; empty to ask from where
     *     this one did
     * @param whole whether all was read; else the rest is asked for the next time
     * @param issues what a person may have to look at: {@code search-incomplete} where the server says itself that
     *     something is missing, {@code fewer-than-counted} where it counts more than it brings and names no next page,
     *     {@code server-time-ahead} where a time of its own lies more than a day ahead of the host's, if that was given,
     *     {@code entry-not-read} where a resource that was asked for came without an id and a
     *     version, {@code search-by-identifier-refused} where the server does not search by the identifiers of ours
     */
    record Page(List<Found> resources, Optional<String> until, boolean whole, List<MappingIssue> issues)
            implements Response {
        /** Copies the lists. */
        public Page {
            resources = List.copyOf(resources);
            Objects.requireNonNull(until, "until");
            issues = List.copyOf(issues);
        }

        /**
         * What a search found, with nothing to remark.
         *
         * @param resources the resources, each once
         * @param until the server's own time up to which this holds
         * @param whole whether all was read
         */
        public Page(List<Found> resources, Optional<String> until, boolean whole) {
            this(resources, until, whole, List.of());
        }

        /**
         * All that a search found.
         *
         * @param resources the resources, each once
         * @param until the server's own time up to which this holds
         */
        public Page(List<Found> resources, Optional<String> until) {
            this(resources, until, true);
        }

        /** How many there are. */
        @Override
        public String toString() {
            return "Page[" + resources.size() + "]";
        }
    }

    /**
     * One resource as it stands on the server.
     *
     * @param type its type
     * @param id its id
     * @param version its version
     * @param json the resource, whole
     */
    record Found(String type, String id, String version, FhirJson json) {
        /**
         * Checks that it can be addressed.
         *
         * @throws IllegalArgumentException if the id or the version is none of FHIR's
         */
        public Found {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(json, "json");
            if (!isId(id) || !isId(version)) {
                throw new IllegalArgumentException("id, version: letters, digits, dots and hyphens, at most 64");
            }
        }

        /** Whether FHIR would have it as an id: nothing in it leads anywhere else. */
        static boolean isId(String text) {
            return R4.isId(text);
        }

        /** The kind of value only. */
        @Override
        public String toString() {
            return "Found";
        }
    }
}
