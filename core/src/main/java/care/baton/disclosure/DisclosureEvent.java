package care.baton.disclosure;

import care.baton.consent.Purpose;
import care.baton.evidence.Event;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What may happen around showing a record to others. */
public sealed interface DisclosureEvent extends Event {

    /**
     * Somebody was told something of the record.
     *
     * @param number 1 for the first on the record, one more for each
     * @param to to whom
     * @param purpose what for
     * @param shared what, each with the right by which
     * @param notice whether the notice of 42 CFR Part 2 went with it
     */
    record InformationDisclosed(int number, Holder to, Purpose purpose, List<Shared> shared, boolean notice)
            implements DisclosureEvent {
        /** Copies what was shared. */
        public InformationDisclosed {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(purpose, "purpose");
            shared = Copy.of(shared, "shared");
        }
    }

    /**
     * Somebody looks past what is closed to them, in an emergency.
     *
     * @param number 1 for the first on the record, one more for each
     * @param run the run in whose course it happens
     * @param by who
     * @param reason why
     * @param until until when, exclusive, by the host's clock
     */
    record GlassBroken(int number, Code run, Holder by, Code reason, Instant until) implements DisclosureEvent {
        /** Checks that nothing is absent. */
        public GlassBroken {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * An emergency was reviewed.
     *
     * @param number which emergency
     * @param finding what was found, in a code
     */
    record EmergencyReviewed(int number, Code finding) implements DisclosureEvent {
        /** Checks that nothing is absent. */
        public EmergencyReviewed {
            Objects.requireNonNull(finding, "finding");
        }
    }

    /**
     * That an organization takes part is kept from whoever has no right to it.
     *
     * @param party which organization
     */
    record PartyKeptConfidential(OrganizationId party) implements DisclosureEvent {
        /** Checks that nothing is absent. */
        public PartyKeptConfidential {
            Objects.requireNonNull(party, "party");
        }
    }

    /**
     * That an organization takes part need not be kept to oneself.
     *
     * @param party which organization
     * @param reason why
     */
    record ConfidentialityLifted(OrganizationId party, Code reason) implements DisclosureEvent {
        /** Checks that nothing is absent. */
        public ConfidentialityLifted {
            Objects.requireNonNull(party, "party");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
