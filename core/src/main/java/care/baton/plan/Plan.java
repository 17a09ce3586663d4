package care.baton.plan;

import care.baton.history.Index;
import care.baton.outcome.Code;
import care.baton.outcome.State;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/** One plan as it stands: its versions, which counts, how far each activity has come, and what stands beside it. */
@State
@Value.Immutable
public sealed interface Plan permits ImmutablePlan {

    /**
     * Which plan.
     *
     * @return its name on the record
     */
    Code code();

    /**
     * The run that it serves.
     *
     * @return the run
     */
    Code run();

    /**
     * Everything that was written.
     *
     * @return its versions, from 1
     */
    Index<Integer, Version> versions();

    /**
     * The version that counts.
     *
     * @return the version that was activated last; empty before one was
     */
    Optional<Integer> active();

    /**
     * The phases of its protocol.
     *
     * @return the phases, in their order
     */
    List<Code> phases();

    /**
     * Where it stands.
     *
     * @return the phase; empty before the first began
     */
    Optional<Code> phase();

    /**
     * What was done about its activities.
     *
     * @return for each activity about which anything was, how far it has come
     */
    Index<Code, Progress> progress();

    /**
     * Where the person took part.
     *
     * @return each, from 1
     */
    Index<Integer, Engagement> engagements();

    /**
     * What stands or stood in the way.
     *
     * @return each obstacle, from 1
     */
    Index<Integer, Obstacle> obstacles();

    /**
     * What is out of the way.
     *
     * @return by the number of the obstacle, how it was cleared
     */
    Index<Integer, Code> cleared();

    /**
     * The huddles.
     *
     * @return each, from 1
     */
    Index<Integer, Huddle> huddles();

    /**
     * When the person was let go.
     *
     * @return the instant, by the host's clock; empty while they were not
     */
    Optional<Instant> dischargedAt();

    /**
     * The newest version.
     *
     * @return what was written last
     */
    default Version newest() {
        return versions().get(versions().size()).orElseThrow();
    }

    /**
     * What counts.
     *
     * @return the version that is active, as it was written; empty before one was
     */
    default Optional<Version> current() {
        return active().flatMap(versions()::get);
    }

    /**
     * How far an activity has come.
     *
     * @param activity which activity
     * @return planned where nothing was done about it yet
     */
    default Activity.State state(Code activity) {
        return progress()
                .get(Objects.requireNonNull(activity, "activity"))
                .map(Progress::state)
                .orElse(Activity.State.PLANNED);
    }

    /**
     * What is left to do of the version that counts.
     *
     * @return the activities that are neither done nor cancelled, in the order of the plan
     */
    default List<Activity> open() {
        return current().map(v -> v.content().activities()).orElse(Collections.emptyList()).stream()
                .filter(a -> state(a.code()).isOpen())
                .toList();
    }

    /**
     * Who plays a part in one piece of the version that counts: those who are named, and who owns an activity of it.
     *
     * @param piece which piece
     * @return each once
     */
    default List<Holder> players(Code piece) {
        Objects.requireNonNull(piece, "piece");
        List<Holder> all = new ArrayList<>();
        current().map(Version::content).ifPresent(plan -> {
            plan.pieces().stream().filter(p -> p.code().equals(piece)).forEach(p -> all.addAll(p.players()));
            plan.activities().stream()
                    .filter(a -> a.piece().equals(piece))
                    .flatMap(a -> a.owner().stream())
                    .forEach(all::add);
        });
        return all.stream().distinct().toList();
    }

    /**
     * What is not in place yet of all that has to fall into a window.
     *
     * @param window which window of the version that counts
     * @return the arrangements that are not confirmed for a time within it, in the order of the plan
     */
    default List<Activity> gaps(Code window) {
        Objects.requireNonNull(window, "window");
        return current().map(v -> v.content().linked(window)).orElse(Collections.emptyList()).stream()
                .filter(a -> state(a.code()) != Activity.State.CANCELLED)
                .filter(a -> !isConfirmed(a.code()) || !isWithin(a.code(), window))
                .toList();
    }

    /**
     * What is not in place yet of all that has to fall into any window: nobody leaves before it is.
     *
     * @return the arrangements that are not confirmed for a time within their window
     */
    default List<Activity> gaps() {
        return gapsBefore(Instant.MAX);
    }

    /**
     * What is not in place yet of all that has to fall into a window that has begun by an instant.
     *
     * @param until the instant, by the host's clock
     * @return the arrangements that are not confirmed for a time within their window
     */
    default List<Activity> gapsBefore(Instant until) {
        Objects.requireNonNull(until, "until");
        return current().stream()
                .flatMap(v -> v.content().windows().stream())
                .filter(w -> !w.from().isAfter(until))
                .flatMap(w -> gaps(w.code()).stream())
                .toList();
    }

    /**
     * Whether an arrangement stands.
     *
     * @param activity which activity
     * @return true once it was confirmed, as it is booked now
     */
    default boolean isConfirmed(Code activity) {
        Activity.State state = state(activity);
        return state == Activity.State.CONFIRMED || state == Activity.State.COMPLETED;
    }

    /**
     * Whether an arrangement is booked for a time within a window.
     *
     * @param activity which activity
     * @param window which window of the version that counts
     * @return false when it is not booked, or for another time
     */
    default boolean isWithin(Code activity, Code window) {
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(window, "window");
        return progress()
                .get(activity)
                .flatMap(Progress::slot)
                .filter(slot -> current()
                        .flatMap(v -> v.content().window(window))
                        .filter(w -> w.holds(slot))
                        .isPresent())
                .isPresent();
    }

    /**
     * Who led a topic last.
     *
     * @param topic which topic of the huddles
     * @return who; empty before it was talked about
     */
    default Optional<Holder> lastLed(Code topic) {
        Objects.requireNonNull(topic, "topic");
        return huddles().values().stream().flatMap(h -> h.led(topic).stream()).reduce((earlier, later) -> later);
    }

    /**
     * Whose turn it is to lead a topic: whoever comes after the one who led it last.
     *
     * @param topic which topic of the huddles
     * @param attendees who is there, in the order in which they take turns
     * @return who; empty where nobody led it yet, or whoever did is not there: then anybody may
     */
    default Optional<Holder> turn(Code topic, List<Holder> attendees) {
        Objects.requireNonNull(attendees, "attendees");
        return lastLed(topic).filter(attendees::contains).map(last -> Rotation.next(attendees, Optional.of(last)));
    }
}
