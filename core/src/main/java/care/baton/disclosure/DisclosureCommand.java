package care.baton.disclosure;

import care.baton.consent.Purpose;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What somebody can ask about showing a record to others. Who asks, and when, goes beside it in the {@code Act}. */
public sealed interface DisclosureCommand {

    /**
     * Write down that somebody was told something of the record, or is about to be. To the person and to one's own
     * people nothing is disclosed, but for what only an emergency opens to them, which alone is then written down. What
     * was shown a while ago ({@code Stamp.occurredAt} of the act) went by the right of then. Refuses with NOT_YOUR_TURN,
     * VALUE_MALFORMED, ROLE_NOT_PERMITTED, NOT_FOR_AUDIENCE, SHARING_NOT_AGREED, CONSENT_MISSING, CONSENT_ENDED, SHARING_REFUSED.
     *
     * @param to to whom
     * @param purpose what for
     * @param items what; at least one, each once
     * @param law the law that asks for it, whatever the person says; only the role that answers for privacy names one
     */
    record Disclose(Holder to, Purpose purpose, List<Piece> items, Optional<Code> law) implements DisclosureCommand {
        /**
         * Copies the items.
         *
         * @throws IllegalArgumentException if there is none, or one is named twice
         */
        public Disclose {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(law, "law");
            items = Copy.of(items, "items");
            if (items.isEmpty() || items.stream().distinct().count() != items.size()) {
                throw new IllegalArgumentException("items: at least one, each once");
            }
        }

        /**
         * That somebody was shown a view: all that it shows, but for their own work.
         *
         * @param to who was shown it, and what for
         * @param view what they were shown
         * @return what a host asks to write down
         * @throws IllegalArgumentException if it shows nothing
         */
        public static Disclose shown(Viewer to, View view) {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(view, "view");
            return new Disclose(to.seat(), to.purpose(), view.items(), Optional.empty());
        }
    }

    /**
     * Look past what is closed to one, in an emergency, for as long as the rules allow, for treatment or for care
     * coordination. Whoever looks says who they are. Refuses with ROLE_NOT_PERMITTED, FIELD_MISSING, RUN_NOT_OPEN,
     * STEP_NOT_OPEN.
     *
     * @param run the run in whose course it happens: it does not end before this was reviewed
     * @param reason why
     */
    record BreakGlass(Code run, Code reason) implements DisclosureCommand {
        /** Checks that nothing is absent. */
        public BreakGlass {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Say what the review of an emergency found: somebody who says who they are, and whoever looked neither says it nor
     * writes it down. Refuses with NOT_OPEN, ROLE_NOT_PERMITTED, FIELD_MISSING, SAME_PERSON.
     *
     * @param number which emergency
     * @param finding what was found, in a code
     */
    record ReviewEmergency(int number, Code finding) implements DisclosureCommand {
        /** Checks that nothing is absent. */
        public ReviewEmergency {
            Objects.requireNonNull(finding, "finding");
        }
    }

    /**
     * Keep it to oneself that an organization takes part. Refuses with NOT_A_MEMBER, also where it is kept so already
     * from whoever asks.
     *
     * @param party which organization
     */
    record KeepConfidential(OrganizationId party) implements DisclosureCommand {
        /** Checks that nothing is absent. */
        public KeepConfidential {
            Objects.requireNonNull(party, "party");
        }
    }

    /**
     * Say that an organization's part in it need not be kept to oneself. Refuses with NOT_OPEN, ROLE_NOT_PERMITTED.
     *
     * @param party which organization
     * @param reason why
     */
    record LiftConfidentiality(OrganizationId party, Code reason) implements DisclosureCommand {
        /** Checks that nothing is absent. */
        public LiftConfidentiality {
            Objects.requireNonNull(party, "party");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
