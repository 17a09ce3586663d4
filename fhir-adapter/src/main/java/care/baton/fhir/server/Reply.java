package care.baton.fhir.server;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Response.Found;
import care.baton.outcome.Copy;
import care.baton.outcome.Refusal;
import java.util.List;
import java.util.Objects;

/** What comes of an edit: it is to be stored, it changes nothing, or it is turned away and leaves nothing behind. */
public sealed interface Reply {

    /**
     * It stands once the host has stored what it brought.
     *
     * @param after the record, its new entries and the links, to be stored in one transaction
     * @param task the Task as it stands then
     */
    record Stored(Absorbed after, Found task) implements Reply {
        /** Refuses nothing but absence. */
        public Stored {
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(task, "task");
        }

        /** The kind of value only. */
        @Override
        public String toString() {
            return "Stored";
        }
    }

    /**
     * It says what stands there already.
     *
     * @param task the Task as it stands
     */
    record Unchanged(Found task) implements Reply {
        /** Refuses nothing but absence. */
        public Unchanged {
            Objects.requireNonNull(task, "task");
        }

        /** The kind of value only. */
        @Override
        public String toString() {
            return "Unchanged";
        }
    }

    /**
     * It is not taken, and nothing is stored.
     *
     * @param why of what kind the hindrance is
     * @param issues what is wrong with the document, each with its place
     * @param refusals what the record misses before it takes the step
     */
    record Turned(Why why, List<MappingIssue> issues, List<Refusal> refusals) implements Reply {
        /** Copies the lists. */
        public Turned {
            Objects.requireNonNull(why, "why");
            issues = Copy.of(issues, "issues");
            refusals = Copy.of(refusals, "refusals");
        }

        static Turned away(Why why, List<MappingIssue> issues) {
            return new Turned(why, issues, List.of());
        }

        static Turned away(Why why, String code, String path) {
            return away(why, List.of(MappingIssue.error(code, path)));
        }

        /** The kind of hindrance and codes only. */
        @Override
        public String toString() {
            return "Turned " + why + issues;
        }
    }

    /** Of what kind the hindrance is. */
    enum Why {
        /** There is no such Task for whoever asks. */
        NOT_THERE,
        /** It names no version that it was made from. */
        NO_VERSION,
        /** Another version stands there by now. */
        OTHER_VERSION,
        /** It is more than is taken in. */
        TOO_LARGE,
        /** It is not a Task of FHIR R4, or another one. */
        MALFORMED,
        /** It is a Task, and what it says may not be said, or not now, or not by this partner. */
        NOT_ALLOWED
    }
}
