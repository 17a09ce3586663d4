package care.baton.record;

import care.baton.evidence.Covered;
import care.baton.evidence.Grade;
import care.baton.handoff.HandoffCommand;
import care.baton.obligation.Key;
import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.ownership.Absence;
import care.baton.party.Agreement;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/** What somebody can ask of a record. Who asks, and when, goes beside it in the {@code Act}. */
public sealed interface RecordCommand permits RecordCommand.Own, RecordCredential, RecordNoAnswer, InPart {

    /** What is asked of the record itself, its runs and its handoffs. */
    sealed interface Own extends RecordCommand {}

    /**
     * Open the record. Refuses with RECORD_ALREADY_OPEN, TEAM_TOO_SMALL, PERSON_NOT_IN_TEAM, NOT_A_MEMBER.
     *
     * @param custodian the organization that keeps it ({@code Relation.KEEPER} in a view)
     * @param person whose care it is about
     * @param team who takes part from the start: at least two, the person among them
     * @param earlier earlier episodes of the same person
     */
    record OpenRecord(OrganizationId custodian, PersonId person, List<JoinTeam> team, List<RecordId> earlier)
            implements Own {
        /** Copies the lists. */
        public OpenRecord {
            Objects.requireNonNull(custodian, "custodian");
            Objects.requireNonNull(person, "person");
            team = Copy.of(team, "team");
            earlier = Copy.of(earlier, "earlier");
        }
    }

    /**
     * Let somebody take part. Whoever keeps the record gives the roles that a definition or a rule knows. Refuses with
     * NOT_YOUR_TURN, CREDENTIAL_MISSING, CREDENTIAL_EXPIRED.
     * @param seat organization, role and person
     * @param kind what kind of organization it is
     * @param duties what they do here
     */
    record JoinTeam(Holder seat, OrganizationKind kind, List<Code> duties) implements Own {
        /** Copies the duties. */
        public JoinTeam {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(kind, "kind");
            duties = Copy.of(duties, "duties");
        }
    }

    /** Say that one knows one's duties. Refuses with NOT_A_MEMBER. */
    record AcknowledgeDuties() implements Own {}

    /**
     * Say when a member is away and who stands in. Refuses with NOT_A_MEMBER, NOT_YOUR_TURN, VALUE_MALFORMED.
     *
     * @param seat which member
     * @param absence when, and who stands in: another person of the role, on the team or not
     */
    record PlanAbsence(Holder seat, Absence absence) implements Own {
        /** Checks that nothing is absent. */
        public PlanAbsence {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(absence, "absence");
        }
    }

    /**
     * Say that a member is back before it was planned; a later absence stays. Refuses with NOT_A_MEMBER, NOT_YOUR_TURN.
     *
     * @param seat which member
     */
    record EndAbsence(Holder seat) implements Own {
        /** Checks that nothing is absent. */
        public EndAbsence {
            Objects.requireNonNull(seat, "seat");
        }
    }

    /**
     * Let a member go: the role holds what they held. Refuses with NOT_A_MEMBER, NOT_YOUR_TURN, PERSON_NOT_IN_TEAM.
     *
     * @param seat which member
     */
    record LeaveTeam(Holder seat) implements Own {
        /** Checks that nothing is absent. */
        public LeaveTeam {
            Objects.requireNonNull(seat, "seat");
        }
    }

    /**
     * Record what whoever keeps the record and a partner have agreed: not the partner. Refuses with NOT_YOUR_TURN.
     * @param agreement the terms
     */
    record RecordAgreement(Agreement agreement) implements Own {
        /** Checks that nothing is absent. */
        public RecordAgreement {
            Objects.requireNonNull(agreement, "agreement");
        }
    }

    /**
     * Record or correct a field: NAME_UNKNOWN, ROLE_NOT_PERMITTED, NOT_AN_INSTANT, IN_THE_FUTURE, DUE_IN_THE_PAST.
     *
     * @param field one that a running definition asks for, or where none does, some definition or the person's profile
     * @param value what it says; none when it is expressly known that there is none
     * @param source where the evidence is held
     * @param grade how firmly it is known
     */
    record RecordFact(Code field, Sensitive value, Code source, Grade grade) implements Own {
        /** Checks that nothing is absent. */
        public RecordFact {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(grade, "grade");
        }
    }

    /**
     * Say that what a field said no longer counts. Refuses with FACT_UNKNOWN, ROLE_NOT_PERMITTED.
     *
     * @param field which field
     * @param version which version
     * @param inError whether it was never true here
     * @param reason why
     */
    record SetFactAside(Code field, int version, boolean inError, Code reason) implements Own {
        /** Checks that nothing is absent. */
        public SetFactAside {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Raise a warning: a flag. Refuses with NAME_UNKNOWN.
     *
     * @param flag which: one that a definition in the rulebook lists
     */
    record RaiseFlag(Code flag) implements Own {
        /** Checks that nothing is absent. */
        public RaiseFlag {
            Objects.requireNonNull(flag, "flag");
        }
    }

    /**
     * Clear a warning. Refuses with FLAG_NOT_RAISED, ROLE_NOT_PERMITTED, STILL_OWED while a pattern behind it is undecided.
     *
     * @param flag which
     * @param reason why
     */
    record ClearFlag(Code flag, Code reason) implements Own {
        /** Checks that nothing is absent. */
        public ClearFlag {
            Objects.requireNonNull(flag, "flag");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Approve, as the named facts and warnings stand. Refuses with NAME_UNKNOWN, ROLE_NOT_PERMITTED, CONTENT_CHANGED,
     * FLAG_NOT_RAISED, FACT_UNKNOWN, STILL_OWED as for {@link ClearFlag}.
     *
     * @param kind what is approved
     * @param covers what was looked at, each in its version
     */
    record Approve(Code kind, List<Covered> covers) implements Own {
        /**
         * Copies what is covered.
         *
         * @throws IllegalArgumentException if it covers nothing
         */
        public Approve {
            Objects.requireNonNull(kind, "kind");
            covers = Copy.of(covers, "covers");
            if (covers.isEmpty()) {
                throw new IllegalArgumentException("covers: at least one fact or flag");
            }
        }
    }

    /**
     * Take an approval back. Refuses with APPROVAL_UNKNOWN, ROLE_NOT_PERMITTED.
     *
     * @param number which approval
     * @param reason why
     */
    record RevokeApproval(int number, Code reason) implements Own {
        /** Checks that nothing is absent. */
        public RevokeApproval {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Let one item of a gate pass for a while, on one run. Refuses with NAME_UNKNOWN, NOT_WAIVABLE, DUE_IN_THE_PAST,
     * WAIVER_TOO_LONG, ROLE_NOT_PERMITTED.
     *
     * @param run on which run
     * @param item the item
     * @param reason why
     * @param until until when, by the host's clock
     */
    record GrantWaiver(Code run, Code item, Code reason, Instant until) implements Own {
        /** Checks that the end lies within the {@link Horizon}. */
        public GrantWaiver {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(reason, "reason");
            Horizon.check(until, "until");
        }
    }

    /**
     * Begin a pathway. Refuses with RUN_ALREADY_OPEN, DEFINITION_UNKNOWN, ROLE_NOT_PERMITTED, and what is lacking.
     *
     * @param run a name for it on this record
     * @param pathway the definition
     * @param version its version
     */
    record OpenRun(Code run, Code pathway, int version) implements Own {
        /** Checks that nothing is absent. */
        public OpenRun {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(pathway, "pathway");
        }
    }

    /**
     * Let a run go by another version of its definition. Refuses with CONTENT_CHANGED, ROLE_NOT_PERMITTED,
     * OWNER_WOULD_CHANGE, NAME_UNKNOWN, STAGE_ALREADY_LEFT, STEP_NOT_OPEN.
     *
     * @param run which run
     * @param version the version that it shall go by
     * @param shown the fingerprint of what was shown to change
     * @param reason why
     */
    record MoveRun(Code run, int version, Digest shown, Code reason) implements Own {
        /** Checks that nothing is absent. */
        public MoveRun {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(shown, "shown");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Take a decision. Refuses with TOPIC_UNKNOWN, ROLE_NOT_PERMITTED, and what is lacking for a stage to proceed.
     *
     * @param run on which run
     * @param topic what is decided
     * @param decision how, in a code
     * @param note in words
     * @param cause why it took as long as it did, where that is known
     */
    @Built
    @Value.Builder
    record TakeDecision(Code run, Code topic, Code decision, Sensitive note, Optional<Code> cause) implements Own {
        /** Checks that nothing is absent. */
        public TakeDecision {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(note, "note");
            Objects.requireNonNull(cause, "cause");
        }

        /** {@return a builder that asks for the decision part by part} */
        public static TakeDecisionBuilderStages.BuildStart builder() {
            return TakeDecisionBuilderStages.start();
        }
    }

    /**
     * Say that a stage is done. Refuses with STEP_NOT_OPEN, ROLE_NOT_PERMITTED, and what is lacking.
     *
     * @param run which run
     */
    record LeaveStage(Code run) implements Own {
        /** Checks that nothing is absent. */
        public LeaveStage {
            Objects.requireNonNull(run, "run");
        }
    }

    /**
     * Confirm the outcome. Refuses with ROLE_NOT_PERMITTED, FIELD_MISSING, STAGE_NOT_LEFT, and what is lacking.
     *
     * @param run which run
     */
    record ValidateOutcome(Code run) implements Own {
        /** Checks that nothing is absent. */
        public ValidateOutcome {
            Objects.requireNonNull(run, "run");
        }
    }

    /**
     * End a run. Refuses with ROLE_NOT_PERMITTED, STAGE_NOT_LEFT, FIELD_MISSING, OUTCOME_NOT_VALIDATED, SAME_PERSON,
     * STILL_OWED, and what is lacking.
     *
     * @param run which run
     */
    record CloseRun(Code run) implements Own {
        /** Checks that nothing is absent. */
        public CloseRun {
            Objects.requireNonNull(run, "run");
        }
    }

    /**
     * Say that what one owes is done. Refuses with NOT_OPEN, STEP_NOT_OPEN, ROLE_NOT_PERMITTED, and what is lacking.
     *
     * @param key which obligation
     */
    record Fulfil(Key key) implements Own {
        /** Checks that nothing is absent. */
        public Fulfil {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * Ask a person of the same role to take it over, once they acknowledge. Refuses with NOT_OPEN, ROLE_NOT_PERMITTED,
     * CREDENTIAL_MISSING, CREDENTIAL_EXPIRED.
     * @param key which obligation
     * @param person who is asked
     */
    record Assign(Key key, PersonId person) implements Own {
        /** Checks that nothing is absent. */
        public Assign {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(person, "person");
        }
    }

    /**
     * Acknowledge: from now on it is mine. Refuses with NOT_OPEN, ROLE_NOT_PERMITTED, NOT_PROPOSED,
     * CREDENTIAL_MISSING, CREDENTIAL_EXPIRED.
     * @param key which obligation
     */
    record AcceptAssignment(Key key) implements Own {
        /** Checks that nothing is absent. */
        public AcceptAssignment {
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * Ask something of a handoff. Refuses with HANDOFF_OF_ANOTHER_RUN, VALUE_MALFORMED, OTHER_PERSON, and as asked.
     *
     * @param handoff which handoff
     * @param run the run that it belongs to
     * @param command what is asked
     */
    record InHandoff(HandoffId handoff, Code run, HandoffCommand command) implements Own {
        /** Checks that nothing is absent. */
        public InHandoff {
            Objects.requireNonNull(handoff, "handoff");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(command, "command");
        }
    }

    /**
     * Report a visit as the schedule has it now: planned, made or cancelled. What is owed before the next visits
     * moves with it. Refuses with IN_THE_FUTURE, CONTENT_CHANGED.
     *
     * @param visit the visit
     */
    record ReportVisit(Visit visit) implements Own {
        /** Checks that nothing is absent. */
        public ReportVisit {
            Objects.requireNonNull(visit, "visit");
        }
    }

    /** Let time pass: everything that has fallen due happens. Refuses with nothing of its own. */
    record AdvanceTime() implements Own {}
}
