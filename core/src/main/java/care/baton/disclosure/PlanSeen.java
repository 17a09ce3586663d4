package care.baton.disclosure;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.plan.Activity;
import care.baton.plan.Goal;
import care.baton.plan.Preference;
import care.baton.plan.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an audience sees of a plan: of the version that counts, what it may see of the goals, of what matters to the
 * person and of the activities. Which version it is, it does not say: the number would count what is not shown.
 *
 * @param plan which plan
 * @param phase where it stands; empty before it begins, and where that may not be seen
 * @param goals what is to be reached, in the order of the plan
 * @param preferences what matters to the person, in the order of the plan
 * @param activities what is done, in the order of the plan
 */
public record PlanSeen(
        Code plan,
        Optional<Code> phase,
        List<GoalSeen> goals,
        List<PreferenceSeen> preferences,
        List<ActivitySeen> activities) {

    /**
     * What is to be reached.
     *
     * @param code its name in the plan
     * @param author whose goal it is
     * @param words in words; the person's own where it is theirs
     * @param targets what is measured, as far as that may be seen
     * @param due the last day on which it is reached in time, in the service's zone; empty where none is set
     */
    public record GoalSeen(
            Code code, Goal.Author author, Sensitive words, List<Target> targets, Optional<LocalDate> due) {
        /** Copies the targets. */
        public GoalSeen {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(due, "due");
            targets = Copy.of(targets, "targets");
        }
    }

    /**
     * What matters to the person, or what cannot be otherwise.
     *
     * @param code its name in the plan
     * @param kind what kind of thing it is
     * @param words in words
     */
    public record PreferenceSeen(Code code, Preference.Kind kind, Sensitive words) {
        /** Checks that nothing is absent. */
        public PreferenceSeen {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(words, "words");
        }
    }

    /**
     * What somebody does towards a goal.
     *
     * @param code its name in the plan
     * @param kind what kind of work
     * @param subject what it is about
     * @param purpose what for: the goal, mostly
     * @param owner who owns it by the plan, and the person where that may be seen
     * @param due by when, by the host's clock
     * @param state how far it has come
     * @param slot for when it is booked, by the host's clock; empty where it is not
     */
    public record ActivitySeen(
            Code code,
            Code kind,
            Code subject,
            Code purpose,
            Optional<Holder> owner,
            Instant due,
            Activity.State state,
            Optional<Instant> slot) {
        /** Checks that nothing is absent. */
        public ActivitySeen {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(slot, "slot");
        }
    }

    /** Copies the lists. */
    public PlanSeen {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(phase, "phase");
        goals = Copy.of(goals, "goals");
        preferences = Copy.of(preferences, "preferences");
        activities = Copy.of(activities, "activities");
    }
}
