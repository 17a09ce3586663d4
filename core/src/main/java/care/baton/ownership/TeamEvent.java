package care.baton.ownership;

import care.baton.evidence.Event;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Agreement;
import care.baton.party.Credential;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import java.util.List;
import java.util.Objects;

/** What may happen to a team. */
public sealed interface TeamEvent extends Event {

    /**
     * Somebody takes part from now on.
     *
     * @param seat organization, role and person
     * @param kind what kind of organization it is
     * @param duties what they do here
     */
    record MemberJoined(Holder seat, OrganizationKind kind, List<Code> duties) implements TeamEvent {
        /** Copies the duties. */
        public MemberJoined {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(kind, "kind");
            duties = Copy.of(duties, "duties");
        }
    }

    /**
     * A member said that they know their duties.
     *
     * @param seat which member
     */
    record MemberAcknowledged(Holder seat) implements TeamEvent {
        /** Checks that nothing is absent. */
        public MemberAcknowledged {
            Objects.requireNonNull(seat, "seat");
        }
    }

    /**
     * A member will be away and is covered.
     *
     * @param seat which member
     * @param absence when, and who stands in
     */
    record AbsencePlanned(Holder seat, Absence absence) implements TeamEvent {
        /** Checks that nothing is absent. */
        public AbsencePlanned {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(absence, "absence");
        }
    }

    /**
     * A member is back: whatever was planned for now without a break ends now.
     *
     * @param seat which member
     */
    record AbsenceEnded(Holder seat) implements TeamEvent {
        /** Checks that nothing is absent. */
        public AbsenceEnded {
            Objects.requireNonNull(seat, "seat");
        }
    }

    /**
     * A member no longer takes part.
     *
     * @param seat which member
     */
    record MemberLeft(Holder seat) implements TeamEvent {
        /** Checks that nothing is absent. */
        public MemberLeft {
            Objects.requireNonNull(seat, "seat");
        }
    }

    /**
     * What a partner and we have agreed, from now on.
     *
     * @param agreement the terms
     */
    record AgreementRecorded(Agreement agreement) implements TeamEvent {
        /** Checks that nothing is absent. */
        public AgreementRecorded {
            Objects.requireNonNull(agreement, "agreement");
        }
    }

    /**
     * What an organization, or one person in it, holds from now on; a later end takes the place of an earlier one.
     *
     * @param credential whose, what kind, by whom attested, until when
     */
    record CredentialRecorded(Credential credential) implements TeamEvent {
        /** Checks that nothing is absent. */
        public CredentialRecorded {
            Objects.requireNonNull(credential, "credential");
        }
    }
}
