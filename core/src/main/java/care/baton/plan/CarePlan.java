package care.baton.plan;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a plan says in one version. Source: FHIR R4 CarePlan.
 *
 * @param protocol the protocol that it follows
 * @param protocolVersion the protocol's version
 * @param goals what is to be reached
 * @param preferences what matters to the person and what cannot be otherwise
 * @param pieces its pieces, each with its own players
 * @param activities what is done, by whom and by when
 * @param windows into which arrangements fall together
 * @param deviations what it leaves out of its protocol, and why
 * @param decisions what will have to be decided, by the topics of the decision guide
 */
@Built
@Value.Builder
public record CarePlan(
        Code protocol,
        int protocolVersion,
        List<Goal> goals,
        List<Preference> preferences,
        List<Piece> pieces,
        List<Activity> activities,
        List<Window> windows,
        List<Deviation> deviations,
        List<Code> decisions) {

    /** Copies the lists. */
    public CarePlan {
        Objects.requireNonNull(protocol, "protocol");
        goals = Copy.of(goals, "goals");
        preferences = Copy.of(preferences, "preferences");
        pieces = Copy.of(pieces, "pieces");
        activities = Copy.of(activities, "activities");
        windows = Copy.of(windows, "windows");
        deviations = Copy.of(deviations, "deviations");
        decisions = Copy.of(decisions, "decisions");
    }

    /**
     * A plan, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static CarePlanBuilderStages.BuildStart builder() {
        return CarePlanBuilderStages.start();
    }

    /**
     * One activity.
     *
     * @param code its name
     * @return the activity, if it is in here
     */
    public Optional<Activity> activity(Code code) {
        Objects.requireNonNull(code, "code");
        return activities.stream().filter(a -> a.code().equals(code)).findFirst();
    }

    /**
     * One window.
     *
     * @param code its name
     * @return the window, if it is in here
     */
    public Optional<Window> window(Code code) {
        Objects.requireNonNull(code, "code");
        return windows.stream().filter(w -> w.code().equals(code)).findFirst();
    }

    /**
     * The arrangements that have to fall into a window.
     *
     * @param window which window
     * @return those activities, in the order of the plan
     */
    public List<Activity> linked(Code window) {
        Objects.requireNonNull(window, "window");
        return activities.stream()
                .filter(a -> a.arrangement().flatMap(Arrangement::window).equals(Optional.of(window)))
                .toList();
    }

    /**
     * Each activity that does not fit what the person prefers or cannot do otherwise.
     *
     * @return each conflict, in the order of the activities
     */
    public List<Conflict> conflicts() {
        return activities.stream()
                .flatMap(a -> preferences.stream()
                        .flatMap(p -> p.excludes().stream()
                                .filter(a.involves()::contains)
                                .map(involved -> new Conflict(a.code(), p.code(), involved))))
                .distinct()
                .toList();
    }

    /**
     * The activities that nobody owns.
     *
     * @return those activities, in the order of the plan
     */
    public List<Activity> unowned() {
        return activities.stream().filter(a -> a.owner().isEmpty()).toList();
    }
}
