package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What somebody can ask about a plan. Who asks, and when, goes beside it in the {@code Act}. */
public sealed interface PlanCommand {

    /**
     * Write a plan, or its next version. Said by anybody who takes part. Refuses with PLAN_OF_ANOTHER_RUN,
     * CONTENT_CHANGED for each part that another has changed since and that the speaker may be told, NAME_TWICE,
     * NAME_UNKNOWN, and DEFINITION_UNKNOWN where the rulebook has no such protocol in that version.
     *
     * @param run the run that it serves
     * @param on the version that it was made on; 0 for the first
     * @param content what the plan says now
     * @param reason why
     */
    record WritePlan(Code run, int on, CarePlan content, Code reason) implements PlanCommand {
        /** Checks that nothing is absent. */
        public WritePlan {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Let a version count, said by anybody who takes part: each activity is owed from now on. What was done or
     * cancelled before stays so while the plan holds it, and is nothing else then (CONTENT_CHANGED); what was booked
     * stands while it is the same. Nothing passes to another owner: that is cancelled, or handed on. Whoever owns an
     * activity, and is neither the person nor of the house that keeps the record, must be let know it by a consent in
     * force and by what was agreed with their house: the plan, and the activity, its kind, its subject and its purpose,
     * for care coordination. Whoever owns what, somebody must have said yes to the plan (its code, for care
     * coordination): else CONSENT_UNKNOWN. Refuses also with CONTENT_CHANGED, STEP_NOT_OPEN, CONSENT_MISSING,
     * CONSENT_ENDED, SHARING_REFUSED, SHARING_NOT_AGREED, ACTIVITY_UNOWNED, NOT_A_MEMBER, DUE_IN_THE_PAST,
     * OWNER_WOULD_CHANGE, FIELD_MISSING, ACTIVITY_CONFLICTS, CREDENTIAL_MISSING, CREDENTIAL_EXPIRED, ROLE_NOT_PERMITTED
     * where services are to be authorized by nobody of the funder's side, and DEFINITION_UNKNOWN for its protocol.
     *
     * @param version the newest version
     * @param despite why it counts although an activity does not fit what the person prefers
     */
    record ActivatePlan(int version, Optional<Code> despite) implements PlanCommand {
        /** Checks that nothing is absent. */
        public ActivatePlan {
            Objects.requireNonNull(despite, "despite");
        }
    }

    /**
     * Say that another phase begins; said by anybody who takes part. Refuses with NAME_UNKNOWN, STEP_NOT_OPEN,
     * FIELD_MISSING.
     *
     * @param phase which phase of the protocol
     * @param reason why, where it is not the next one
     */
    record EnterPhase(Code phase, Optional<Code> reason) implements PlanCommand {
        /** Checks that nothing is absent. */
        public EnterPhase {
            Objects.requireNonNull(phase, "phase");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Say for when an arrangement is booked; again, to book it anew. Said by whoever owes it. Refuses with
     * ACTIVITY_UNKNOWN, STEP_NOT_OPEN, ROLE_NOT_PERMITTED.
     *
     * @param activity which activity
     * @param slot for when, by the host's clock
     */
    record BookArrangement(Code activity, Instant slot) implements PlanCommand {
        /** Checks that the slot lies within the {@link Horizon}. */
        public BookArrangement {
            Objects.requireNonNull(activity, "activity");
            Horizon.check(slot, "slot");
        }
    }

    /**
     * Say that a booked arrangement stands. Said by whoever owes it. Refuses with ACTIVITY_UNKNOWN, STEP_NOT_OPEN,
     * ROLE_NOT_PERMITTED.
     *
     * @param activity which activity
     */
    record ConfirmArrangement(Code activity) implements PlanCommand {
        /** Checks that nothing is absent. */
        public ConfirmArrangement {
            Objects.requireNonNull(activity, "activity");
        }
    }

    /**
     * Say that an activity is done, by whoever owes it. An arrangement is confirmed first. Refuses with
     * ACTIVITY_UNKNOWN, STEP_NOT_OPEN, ROLE_NOT_PERMITTED.
     *
     * @param activity which activity
     * @param outcome what came of it
     */
    record CompleteActivity(Code activity, Sensitive outcome) implements PlanCommand {
        /** Checks that nothing is absent. */
        public CompleteActivity {
            Objects.requireNonNull(activity, "activity");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /**
     * Say that an activity will not be done, by whoever owes it or to whom it is owed. Refuses with ACTIVITY_UNKNOWN,
     * STEP_NOT_OPEN, ROLE_NOT_PERMITTED.
     *
     * @param activity which activity
     * @param reason why
     */
    record CancelActivity(Code activity, Code reason) implements PlanCommand {
        /** Checks that nothing is absent. */
        public CancelActivity {
            Objects.requireNonNull(activity, "activity");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Write down that the person took part. Refuses with IN_THE_FUTURE, NOT_A_MEMBER, NAME_UNKNOWN.
     *
     * @param engagement a decision that was shared, or what was taught back
     */
    record RecordEngagement(Engagement engagement) implements PlanCommand {
        /** Checks that nothing is absent. */
        public RecordEngagement {
            Objects.requireNonNull(engagement, "engagement");
        }
    }

    /**
     * Say what stands in the way and who clears it. Refuses with NOT_A_MEMBER, DUE_IN_THE_PAST.
     *
     * @param obstacle the obstacle
     */
    record NameObstacle(Obstacle obstacle) implements PlanCommand {
        /** Checks that nothing is absent. */
        public NameObstacle {
            Objects.requireNonNull(obstacle, "obstacle");
        }
    }

    /**
     * Say that an obstacle is out of the way. Refuses with NOT_OPEN, ROLE_NOT_PERMITTED.
     *
     * @param number which obstacle
     * @param how how it was cleared
     */
    record ClearObstacle(int number, Code how) implements PlanCommand {
        /** Checks that nothing is absent. */
        public ClearObstacle {
            Objects.requireNonNull(how, "how");
        }
    }

    /**
     * Write down a huddle; each action is owed from now on. A topic that was led before goes round among those who are
     * there, in their order ({@link Rotation}). Refuses with NOT_A_MEMBER, NOT_YOUR_TURN, DUE_IN_THE_PAST.
     *
     * @param huddle the huddle
     */
    record RecordHuddle(Huddle huddle) implements PlanCommand {
        /** Checks that nothing is absent. */
        public RecordHuddle {
            Objects.requireNonNull(huddle, "huddle");
        }
    }

    /**
     * Let the person go, said by anybody who takes part: everything that has to fall into a window, this or another of
     * this plan, or one of another plan that begins before this one ends, is confirmed within it. Refuses with
     * NAME_UNKNOWN, STEP_NOT_OPEN, ARRANGEMENT_NOT_CONFIRMED, OUTSIDE_WINDOW.
     *
     * @param window the window in which they leave
     */
    record DischargePerson(Code window) implements PlanCommand {
        /** Checks that nothing is absent. */
        public DischargePerson {
            Objects.requireNonNull(window, "window");
        }
    }
}
