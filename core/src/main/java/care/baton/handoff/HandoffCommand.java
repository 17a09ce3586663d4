package care.baton.handoff;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/** What somebody can ask of a handoff. Who asks, and when, goes beside it in the {@code Act}. */
public sealed interface HandoffCommand {

    /**
     * Offer it to a party. Refuses with HANDOFF_NOT_ON_OFFER, NOT_YOUR_TURN, ROLE_NOT_PERMITTED, OFFER_TO_OWN_ROLE,
     * OFFER_ALREADY_LIVE, DUE_IN_THE_PAST; on a record also with what is lacking, the form of the content among it,
     * NOTHING_AGREED, NOT_A_MEMBER, CREDENTIAL_MISSING, CREDENTIAL_EXPIRED; a part with OFFER_UNKNOWN, STEP_NOT_OPEN.
     *
     * @param kind whether an acceptance binds
     * @param to to whom: organization and role. On a record, one that takes part in it; or one of an organization with
     *     which an agreement holds, whose answer comes through a server or is written down by somebody who takes part
     * @param ask what is asked
     * @param content what the sender tells the receiver
     * @param arbiter where it is settled whose decision came first
     * @param respondBy by when it is to be answered; else as agreed with the partner, else as the definition says
     * @param partOf on a record, the handoff to us of which this passes something on, said with the first offer: a yes to
     *     that waits for the yes to each part, and once it is over, somebody looks ({@code whole-ended}) whether the part
     *     goes on. Source: FHIR Task.partOf, SDOH Clinical Care's indirect referral
     */
    @Built
    @Value.Builder
    record OfferHandoff(
            OfferKind kind,
            Holder to,
            Ask ask,
            Optional<Content> content,
            Arbiter arbiter,
            Optional<Instant> respondBy,
            Optional<HandoffId> partOf)
            implements HandoffCommand {
        /**
         * Checks that nothing is absent.
         *
         * @throws IllegalArgumentException if the respond-by lies outside the {@link Horizon}
         */
        public OfferHandoff {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(ask, "ask");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(arbiter, "arbiter");
            Objects.requireNonNull(respondBy, "respondBy").ifPresent(by -> Horizon.check(by, "respondBy"));
            Objects.requireNonNull(partOf, "partOf");
        }

        /** {@return a builder that asks for each part of the offer in turn} */
        public static OfferHandoffBuilderStages.BuildStart builder() {
            return OfferHandoffBuilderStages.start();
        }

        /**
         * A firm offer that is settled in the record itself, without content: a stage whose definition asks for
         * SBAR or I-PASS needs the builder.
         *
         * @param to to whom
         * @param ask what is asked
         * @return the command
         */
        public static OfferHandoff firm(Holder to, Ask ask) {
            return new OfferHandoff(
                    OfferKind.FIRM, to, ask, Optional.empty(), Arbiter.RECORD, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Give one of the four answers to an offer. An answer to one that is not open (never made, ended, answered before) is
     * applied and moves nothing: it is set aside, with the reason ({@link HandoffEvent.AnswerSetAside}). Refuses with
     * OFFER_UNKNOWN, NOT_YOUR_TURN, ROLE_NOT_PERMITTED, CONTENT_CHANGED, DECISION_PENDING; an acceptance also with
     * FIELD_MISSING, CONDITIONS_NOT_AGREED, CONDITION_NOT_MET, conditions with CLARIFICATION_OPEN, DUE_IN_THE_PAST, a
     * clarification with CLARIFICATION_NOT_NOW, ITEM_ALREADY_ANSWERED, a decline with REASON_NOT_LISTED; on a record
     * also with what an acceptance lacks, PART_NOT_ACCEPTED, CREDENTIAL_MISSING, CREDENTIAL_EXPIRED, and
     * NOTHING_AGREED, NOT_A_MEMBER for whoever is to meet a condition.
     *
     * @param offer which offer, from 1
     * @param asked the fingerprint of what was read
     * @param answer the answer
     */
    record AnswerOffer(int offer, Digest asked, Answer answer) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public AnswerOffer {
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * Record an answer of the receiver as the arbiter stores it: read there, and so it stands, whatever was still open
     * between the two. Only for what the arbiter says; an answer that somebody here gives is an {@link AnswerOffer}.
     * Refuses with OFFER_UNKNOWN, NOT_YOUR_TURN, ROLE_NOT_PERMITTED, STEP_NOT_OPEN, OFFER_ALREADY_ENDED.
     *
     * @param offer which offer, from 1
     * @param answer an acceptance, or a refusal for any reason
     * @param terms the conditions that stand beside an acceptance there; empty for those that were proposed here
     */
    record ReadAnswer(int offer, Answer answer, List<Condition> terms) implements HandoffCommand {
        /**
         * Copies the conditions.
         *
         * @throws IllegalArgumentException if it is another answer, or there are conditions beside a refusal
         */
        public ReadAnswer {
            terms = Copy.of(terms, "terms");
            boolean accepts = Objects.requireNonNull(answer, "answer") instanceof Answer.Accept;
            if (!accepts && !(answer instanceof Answer.Decline)) {
                throw new IllegalArgumentException("answer: an acceptance or a refusal");
            }
            if (!accepts && !terms.isEmpty()) {
                throw new IllegalArgumentException("terms: beside an acceptance only");
            }
        }
    }

    /**
     * Answer one question of the receiver, or say that it cannot be answered.
     * Refuses with OFFER_UNKNOWN, NOT_YOUR_TURN, ROLE_NOT_PERMITTED, ITEM_NOT_ASKED.
     *
     * @param offer which offer
     * @param item the field or topic
     * @param reply the answer; none when it is not available
     * @param notAvailable why it is not available; empty when there is an answer
     */
    record AnswerClarification(int offer, Code item, Sensitive reply, Optional<Code> notAvailable)
            implements HandoffCommand {
        /**
         * Checks that there is an answer or a reason why there is none.
         *
         * @throws IllegalArgumentException if there is neither or both
         */
        public AnswerClarification {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(notAvailable, "notAvailable");
            if (Objects.requireNonNull(reply, "reply").isNone() == notAvailable.isEmpty()) {
                throw new IllegalArgumentException("reply: an answer, or a reason why there is none");
            }
        }
    }

    /**
     * Agree to the proposed conditions. To say no, withdraw the offer with a reason.
     * Refuses with OFFER_UNKNOWN, NOT_YOUR_TURN, ROLE_NOT_PERMITTED, NOTHING_PROPOSED, CONTENT_CHANGED.
     *
     * @param offer which offer
     * @param terms the fingerprint of the conditions that were read; empty to agree to those that stand now
     */
    record AgreeConditions(int offer, Optional<Digest> terms) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public AgreeConditions {
            Objects.requireNonNull(terms, "terms");
        }

        /**
         * Agree to the conditions that stand now.
         *
         * @param offer which offer
         */
        public AgreeConditions(int offer) {
            this(offer, Optional.empty());
        }
    }

    /**
     * Say that a precondition is met, or that a limitation was seen to after the acceptance.
     * Refuses with CONDITION_UNKNOWN, NOT_YOUR_TURN, ROLE_NOT_PERMITTED.
     *
     * @param offer which offer
     * @param condition which condition, from 1
     */
    record MeetCondition(int offer, int condition) implements HandoffCommand {}

    /**
     * Take an offer back before it is accepted.
     * Refuses with OFFER_UNKNOWN, NOT_YOUR_TURN, ROLE_NOT_PERMITTED, OFFER_ALREADY_ACCEPTED, OFFER_ALREADY_ENDED,
     * DECISION_PENDING.
     *
     * @param offer which offer
     * @param reason why
     */
    record WithdrawOffer(int offer, Code reason) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public WithdrawOffer {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Say that the arbiter has stored what we intended. Refuses with NOTHING_PENDING, NOT_A_PARTY.
     *
     * @param offer which offer
     */
    record ConfirmDecision(int offer) implements HandoffCommand {}

    /**
     * Say that the arbiter has stored something else first. Refuses with NOTHING_PENDING, NOT_A_PARTY.
     *
     * @param offer which offer
     * @param reason what came first
     */
    record OvertakeDecision(int offer, Code reason) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public OvertakeDecision {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Say that what the arbiter stores does not fit what is known here. It changes nothing by itself; somebody of the
     * organization that says so has to look into it. Refuses with OFFER_UNKNOWN, STEP_NOT_OPEN, NOT_A_PARTY.
     *
     * @param offer which offer
     * @param what what does not fit, such as {@code for-another-person}
     */
    record NameDiscrepancy(int offer, Code what) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public NameDiscrepancy {
            Objects.requireNonNull(what, "what");
        }
    }

    /**
     * Record that the two persons spoke to each other. Refuses with NOT_A_PARTY, IN_THE_FUTURE.
     *
     * @param giver who handed over, by name
     * @param taker who took over, by name
     * @param at when they spoke
     */
    record HoldWarmHandoff(Holder giver, Holder taker, Instant at) implements HandoffCommand {
        /**
         * Checks that both persons are named.
         *
         * @throws IllegalArgumentException if a person is not named, or they spoke outside the {@link Horizon}
         */
        public HoldWarmHandoff {
            Objects.requireNonNull(giver, "giver");
            Objects.requireNonNull(taker, "taker");
            Horizon.check(at, "at");
            if (giver.person().isEmpty()) {
                throw new IllegalArgumentException("giver: a named person");
            }
            if (taker.person().isEmpty()) {
                throw new IllegalArgumentException("taker: a named person");
            }
        }
    }

    /**
     * Begin with what was accepted. Refuses with STEP_NOT_OPEN, NOT_YOUR_TURN, ROLE_NOT_PERMITTED, STILL_OWED,
     * CONDITIONS_NOT_AGREED; on a record also with what is lacking.
     */
    record StartAction() implements HandoffCommand {}

    /**
     * Report how it goes. Refuses with STEP_NOT_OPEN, NOT_YOUR_TURN, ROLE_NOT_PERMITTED.
     *
     * @param note how it goes
     */
    record ReportProgress(Sensitive note) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public ReportProgress {
            Objects.requireNonNull(note, "note");
        }
    }

    /**
     * Say that it is done, with what goes back to the sender. Refuses with STEP_NOT_OPEN, NOT_YOUR_TURN,
     * ROLE_NOT_PERMITTED, RESULT_MISSING; on a record also with what a start lacks, where there was none.
     *
     * @param output what goes back; empty when a partner says "done" and nothing more
     */
    record CompleteAction(List<Input> output) implements HandoffCommand {
        /** Copies the output. */
        public CompleteAction {
            output = Copy.of(output, "output");
        }
    }

    /**
     * Confirm that what was done is what was asked. Refuses with NOT_YOUR_TURN, ROLE_NOT_PERMITTED, STEP_NOT_OPEN,
     * RESULT_MISSING; on a record also with what is lacking.
     */
    record ValidateCompletion() implements HandoffCommand {}

    /**
     * Say that what was done is not what was asked: the sender holds what is left.
     * Refuses with NOT_YOUR_TURN, ROLE_NOT_PERMITTED, STEP_NOT_OPEN.
     *
     * @param reason why
     */
    record RefuseCompletion(Code reason) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public RefuseCompletion {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Give it back. The giver holds it until the sender has taken it.
     * Refuses with STEP_NOT_OPEN, NOT_YOUR_TURN, ROLE_NOT_PERMITTED.
     *
     * @param reason why
     */
    record GiveBack(Code reason) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public GiveBack {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Take back what is being given back; or, where a server settles it, what is left of what is done, which is to
     * confirm it, and what the server no longer says the receiver holds.
     * Refuses with NOT_YOUR_TURN, ROLE_NOT_PERMITTED, STEP_NOT_OPEN.
     *
     * @param unasked why, when nobody has given it back; empty when somebody has
     */
    record TakeBack(Optional<Code> unasked) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public TakeBack {
            Objects.requireNonNull(unasked, "unasked");
        }

        /** Take back what is being given back, or what is left of what is done. */
        public TakeBack() {
            this(Optional.empty());
        }
    }

    /**
     * Ask a person to take something over in the same role. Until they acknowledge, nothing changes.
     * Refuses with NOT_YOUR_TURN, ROLE_NOT_PERMITTED.
     *
     * @param kind what is owed, such as {@code action} or {@code response}
     * @param person who is asked
     */
    record AssignPerson(Code kind, PersonId person) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public AssignPerson {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(person, "person");
        }
    }

    /**
     * Acknowledge: from now on it is mine. Refuses with NOT_PROPOSED.
     *
     * @param kind what is owed
     */
    record AcknowledgeAssignment(Code kind) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public AcknowledgeAssignment {
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * Take up again what was closed. All that happened stays. Refuses with NOT_YOUR_TURN, ROLE_NOT_PERMITTED,
     * STEP_NOT_OPEN.
     *
     * @param note why
     */
    record ReopenHandoff(Sensitive note) implements HandoffCommand {
        /**
         * Checks that there is a note.
         *
         * @throws IllegalArgumentException if the note is empty
         */
        public ReopenHandoff {
            Parts.say(note, "note");
        }
    }

    /**
     * Say that it was never right: wrong person or wrong entry.
     * Refuses with NOT_YOUR_TURN, ROLE_NOT_PERMITTED, STEP_NOT_OPEN.
     *
     * @param reason why
     */
    record MarkInError(Code reason) implements HandoffCommand {
        /** Checks that nothing is absent. */
        public MarkInError {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
