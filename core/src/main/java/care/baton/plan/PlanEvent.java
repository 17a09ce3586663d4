package care.baton.plan;

import care.baton.evidence.Event;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What may happen to a plan. */
public sealed interface PlanEvent extends Event {

    /**
     * Which plan.
     *
     * @return its name on the record
     */
    Code plan();

    /**
     * A version was written.
     *
     * @param plan which plan
     * @param run the run that it serves
     * @param version from 1
     * @param phases the phases of its protocol, in their order
     * @param content what it says
     * @param reason why
     */
    record PlanWritten(Code plan, Code run, int version, List<Code> phases, CarePlan content, Code reason)
            implements PlanEvent {
        /** Copies the phases. */
        public PlanWritten {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(reason, "reason");
            phases = Copy.of(phases, "phases");
        }
    }

    /**
     * A version counts from now on.
     *
     * @param plan which plan
     * @param version which version
     * @param conflicts each activity that does not fit what the person prefers
     * @param despite why it counts all the same
     */
    record PlanActivated(Code plan, int version, List<Conflict> conflicts, Optional<Code> despite)
            implements PlanEvent {
        /** Copies the list. */
        public PlanActivated {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(despite, "despite");
            conflicts = Copy.of(conflicts, "conflicts");
        }
    }

    /**
     * Another phase began.
     *
     * @param plan which plan
     * @param phase which phase
     * @param skipped the phases that were skipped on the way, in their order
     * @param reason why, where it was not the next one
     */
    record PhaseEntered(Code plan, Code phase, List<Code> skipped, Optional<Code> reason) implements PlanEvent {
        /** Copies the list. */
        public PhaseEntered {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(phase, "phase");
            Objects.requireNonNull(reason, "reason");
            skipped = Copy.of(skipped, "skipped");
        }
    }

    /**
     * An arrangement was booked.
     *
     * @param plan which plan
     * @param activity which activity
     * @param slot for when, by the host's clock
     */
    record ArrangementBooked(Code plan, Code activity, Instant slot) implements PlanEvent {
        /** Checks that nothing is absent. */
        public ArrangementBooked {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(activity, "activity");
            Objects.requireNonNull(slot, "slot");
        }
    }

    /**
     * A booked arrangement stands.
     *
     * @param plan which plan
     * @param activity which activity
     */
    record ArrangementConfirmed(Code plan, Code activity) implements PlanEvent {
        /** Checks that nothing is absent. */
        public ArrangementConfirmed {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(activity, "activity");
        }
    }

    /**
     * An activity was done.
     *
     * @param plan which plan
     * @param activity which activity
     * @param outcome what came of it
     */
    record ActivityCompleted(Code plan, Code activity, Sensitive outcome) implements PlanEvent {
        /** Checks that nothing is absent. */
        public ActivityCompleted {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(activity, "activity");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /**
     * An activity will not be done.
     *
     * @param plan which plan
     * @param activity which activity
     * @param reason why
     */
    record ActivityCancelled(Code plan, Code activity, Code reason) implements PlanEvent {
        /** Checks that nothing is absent. */
        public ActivityCancelled {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(activity, "activity");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The person took part.
     *
     * @param plan which plan
     * @param number 1 for the first of the plan, one more for each
     * @param engagement in what
     */
    record EngagementRecorded(Code plan, int number, Engagement engagement) implements PlanEvent {
        /** Checks that nothing is absent. */
        public EngagementRecorded {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(engagement, "engagement");
        }
    }

    /**
     * Something stands in the way.
     *
     * @param plan which plan
     * @param number 1 for the first of the plan, one more for each
     * @param obstacle what, and who clears it
     */
    record ObstacleNamed(Code plan, int number, Obstacle obstacle) implements PlanEvent {
        /** Checks that nothing is absent. */
        public ObstacleNamed {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(obstacle, "obstacle");
        }
    }

    /**
     * An obstacle is out of the way.
     *
     * @param plan which plan
     * @param number which obstacle
     * @param how how it was cleared
     */
    record ObstacleCleared(Code plan, int number, Code how) implements PlanEvent {
        /** Checks that nothing is absent. */
        public ObstacleCleared {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(how, "how");
        }
    }

    /**
     * A huddle was held.
     *
     * @param plan which plan
     * @param number 1 for the first of the plan, one more for each
     * @param huddle the huddle
     */
    record HuddleHeld(Code plan, int number, Huddle huddle) implements PlanEvent {
        /** Checks that nothing is absent. */
        public HuddleHeld {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(huddle, "huddle");
        }
    }

    /**
     * The person left, with everything in place.
     *
     * @param plan which plan
     * @param window the window into which all that had to be in place falls
     */
    record PersonDischarged(Code plan, Code window) implements PlanEvent {
        /** Checks that nothing is absent. */
        public PersonDischarged {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(window, "window");
        }
    }
}
