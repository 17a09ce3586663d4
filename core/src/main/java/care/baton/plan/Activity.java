package care.baton.plan;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What somebody does towards a goal. Its owner owes it from the moment the plan is active. Source: FHIR R4
 * CarePlan.activity.
 *
 * @param code its name in the plan
 * @param kind what kind of work, such as {@code transport}, {@code equipment} or {@link #REMINDER}
 * @param piece the piece of the plan that it belongs to
 * @param subject what it is about
 * @param purpose what for: the goal, mostly
 * @param owner who owes it; empty while nobody is named
 * @param due by when, by the host's clock
 * @param involves what it involves, so that it can be held against what the person prefers
 * @param arrangement how it is arranged; empty where nothing has to be
 */
@Built
@Value.Builder
public record Activity(
        Code code,
        Code kind,
        Code piece,
        Code subject,
        Code purpose,
        Optional<Holder> owner,
        Instant due,
        List<Code> involves,
        Optional<Arrangement> arrangement) {

    /** Reminding the person, by text or as they wish. */
    public static final Code REMINDER = Code.of("reminder");

    /** How far it has come. */
    public enum State {
        /** Nothing has been done yet. */
        PLANNED,
        /** It is arranged for a time. */
        BOOKED,
        /** Who was booked has said that it stands. */
        CONFIRMED,
        /** It was done. */
        COMPLETED,
        /** It will not be done. */
        CANCELLED;

        /**
         * Whether something is left to do.
         *
         * @return false once it was done or will not be
         */
        public boolean isOpen() {
            return this != COMPLETED && this != CANCELLED;
        }
    }

    /** Copies the list and checks the due. */
    public Activity {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(piece, "piece");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(owner, "owner");
        Horizon.check(due, "due");
        Objects.requireNonNull(arrangement, "arrangement");
        involves = Copy.of(involves, "involves");
    }

    /**
     * An activity, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static ActivityBuilderStages.BuildStart builder() {
        return ActivityBuilderStages.start();
    }
}
