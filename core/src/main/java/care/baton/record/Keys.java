package care.baton.record;

import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The names of what is owed on a record, and the keys that they make: how a host names an obligation in a command
 * such as {@code Fulfil}, {@code Assign} or {@code AcceptAssignment}.
 *
 * <p>Each key here is the first occurrence. What has come round again has the next: take the key of what is open now
 * from {@link Work#list}, or ask for {@link Key#again()}.
 */
public final class Keys {

    /** The outcome as a whole, owned by the pathway's owner. */
    public static final Code OUTCOME = Code.of("outcome");

    /** A stage, owned by the stage's owner. */
    public static final Code STAGE = Code.of("stage");

    /** The regular look at the run as a whole. */
    public static final Code REVIEW = Code.of("review");

    /** Going after a field that is missing. */
    public static final Code SUPPLY = Code.of("supply");

    /** Handing a finished stage over to the next owner. */
    public static final Code HAND_OVER = Code.of("hand-over");

    /** Being seen at work on a stage that was entered without its owner. */
    public static final Code TAKE_UP = Code.of("take-up");

    /** Taking a topic further up, once the condition of its line in the guide is there. */
    public static final Code ESCALATE = Code.of("escalate");

    /** Telling somebody of a decision. */
    public static final Code NOTIFY = Code.of("notify");

    /** Deciding what becomes of an item whose waiver has ended: supplied, or let pass again. */
    public static final Code WAIVER_ENDED = Code.of("waiver-ended");

    /** Hearing that a role has lost a person. */
    public static final Code STAFFING = Code.of("staffing");

    /** Reviewing a note before anybody is told. */
    public static final Code NOTE_REVIEW = Code.of("note-review");

    /** Telling one recipient what a note says. */
    public static final Code INFORM = Code.of("inform");

    /** What has to come of telling one recipient. */
    public static final Code NOTE_FOLLOW_UP = Code.of("note-follow-up");

    /** Settling what two recipients were told that does not fit together. */
    public static final Code CONTRADICTION = Code.of("contradiction");

    /** What has to come of a contact. */
    public static final Code CONTACT_FOLLOW_UP = Code.of("contact-follow-up");

    /** Deciding what a pattern means. */
    public static final Code PATTERN_REVIEW = Code.of("pattern-review");

    /** Seeing to it that a need is met. */
    public static final Code UNMET_NEED = Code.of("unmet-need");

    /** Reviewing that somebody looked past what was closed to them. */
    public static final Code EMERGENCY_REVIEW = Code.of("emergency-review");

    /** An activity of a plan. */
    public static final Code ACTIVITY = Code.of("activity");

    /** Clearing what stands in the way of a plan. */
    public static final Code OBSTACLE = Code.of("obstacle");

    /** What a huddle agreed that somebody does. */
    public static final Code HUDDLE_ACTION = Code.of("huddle-action");

    /** Seeing to it that whoever owns an activity of a plan may be told of it. */
    public static final Code CONSENT_RENEWAL = Code.of("consent-renewal");

    private static final String RUN = "run:";
    private static final String WHOLE = "whole";
    static final Code DUTY = Code.of("duty");
    private static final Pattern CODES = Pattern.compile("[a-z][a-z0-9.:-]*");

    private Keys() {}

    /**
     * The cause of all that a run owes.
     *
     * @param run which run
     * @return the cause in the run's keys
     */
    public static String cause(Code run) {
        return RUN + Objects.requireNonNull(run, "run");
    }

    /** Where a key stands that nothing open bears: its kind and its subject, as far as that is made of codes. */
    static String path(Key key) {
        String path = "obligations/" + key.kind();
        return CODES.matcher(key.subject()).matches() ? path + "/" + key.subject() : path;
    }

    /** Whether a handoff bears a name that would be taken for a run's. */
    static boolean isRun(HandoffId handoff) {
        return handoff.value().startsWith(RUN);
    }

    /** Whether a run owes it, and not the parties of a handoff. */
    static boolean isRun(Key key) {
        return key.cause().startsWith(RUN);
    }

    /**
     * The outcome of a run as a whole.
     *
     * @param run which run
     * @return the key
     */
    public static Key outcome(Code run) {
        return Key.of(cause(run), OUTCOME, WHOLE);
    }

    /**
     * A stage of a run.
     *
     * @param run which run
     * @param stage which stage
     * @return the key
     */
    public static Key stage(Code run, Code stage) {
        return of(run, STAGE, Objects.requireNonNull(stage, "stage"));
    }

    /**
     * Anything that a run owes, by its kind and what it is about: the field for {@link #SUPPLY}, the stage for
     * {@link #HAND_OVER} and {@link #TAKE_UP}, the topic for {@link #ESCALATE}, the role for {@link #REVIEW} and
     * {@link #STAFFING}, the item for {@link #WAIVER_ENDED}.
     *
     * @param run which run
     * @param kind what is owed
     * @param subject what it is about
     * @return the key
     */
    public static Key of(Code run, Code kind, Code subject) {
        return Key.of(
                cause(run), kind, Objects.requireNonNull(subject, "subject").value());
    }

    /**
     * A piece of work that a stage's definition opens.
     *
     * @param run which run
     * @param kind which work, as the definition calls it
     * @return the key
     */
    public static Key duty(Code run, Code kind) {
        return of(run, kind, DUTY);
    }

    /**
     * Telling one role of a decision.
     *
     * @param run which run
     * @param topic what was decided
     * @param recipient the role that is told
     * @return the key
     */
    public static Key notice(Code run, Code topic, Code recipient) {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(recipient, "recipient");
        return Key.of(cause(run), NOTIFY, topic + ":" + recipient);
    }

    /**
     * Reviewing the note about a change.
     *
     * @param run which run
     * @param change which change
     * @return the key
     */
    public static Key noteReview(Code run, Code change) {
        Objects.requireNonNull(change, "change");
        return of(run, NOTE_REVIEW, change);
    }

    /**
     * Anything about a note that bears a number: {@link #INFORM} and {@link #NOTE_FOLLOW_UP} that of the recipient,
     * {@link #CONTRADICTION} that of the contradiction.
     *
     * @param run which run
     * @param kind what is owed
     * @param change which change
     * @param number the number, from 1
     * @return the key
     */
    public static Key ofNote(Code run, Code kind, Code change, int number) {
        Objects.requireNonNull(change, "change");
        return Key.of(cause(run), Objects.requireNonNull(kind, "kind"), change + ":" + number);
    }

    /**
     * What has to come of a contact.
     *
     * @param run which run
     * @param number which contact, from 1
     * @return the key
     */
    public static Key contactFollowUp(Code run, int number) {
        return Key.of(cause(run), CONTACT_FOLLOW_UP, "contact-" + number);
    }

    /**
     * Deciding what a pattern means.
     *
     * @param run which run
     * @param number which pattern, from 1
     * @return the key
     */
    public static Key patternReview(Code run, int number) {
        return Key.of(cause(run), PATTERN_REVIEW, "pattern-" + number);
    }

    /**
     * Seeing to it that a need is met.
     *
     * @param run which run
     * @param number which need, from 1
     * @return the key
     */
    public static Key unmetNeed(Code run, int number) {
        return Key.of(cause(run), UNMET_NEED, "need-" + number);
    }

    /**
     * Reviewing an emergency in which somebody looked past what was closed to them.
     *
     * @param run the run in whose course it happened
     * @param number which emergency, from 1
     * @return the key
     */
    public static Key emergencyReview(Code run, int number) {
        return Key.of(cause(run), EMERGENCY_REVIEW, "emergency-" + number);
    }

    /**
     * An activity of a plan.
     *
     * @param run the run that the plan serves
     * @param plan which plan
     * @param activity which activity
     * @return the key
     */
    public static Key activity(Code run, Code plan, Code activity) {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(activity, "activity");
        return Key.of(cause(run), ACTIVITY, plan + ":" + activity);
    }

    /**
     * Seeing to it that the person's consent covers a plan.
     *
     * @param run the run that the plan serves
     * @param plan which plan
     * @return the key
     */
    public static Key planConsent(Code run, Code plan) {
        Objects.requireNonNull(plan, "plan");
        return of(run, CONSENT_RENEWAL, plan);
    }

    /**
     * Clearing what stands in the way of a plan.
     *
     * @param run the run that the plan serves
     * @param plan which plan
     * @param number which obstacle, from 1
     * @return the key
     */
    public static Key obstacle(Code run, Code plan, int number) {
        Objects.requireNonNull(plan, "plan");
        return Key.of(cause(run), OBSTACLE, plan + ":" + number);
    }

    /**
     * What a huddle agreed that somebody does.
     *
     * @param run the run that the plan serves
     * @param plan which plan
     * @param huddle which huddle, from 1
     * @param action which of its actions, from 1
     * @return the key
     */
    public static Key huddleAction(Code run, Code plan, int huddle, int action) {
        Objects.requireNonNull(plan, "plan");
        return Key.of(cause(run), HUDDLE_ACTION, plan + ":" + huddle + ":" + action);
    }

    /**
     * What is handed over.
     *
     * @param handoff which handoff
     * @return the key
     */
    public static Key action(HandoffId handoff) {
        Objects.requireNonNull(handoff, "handoff");
        return Key.of(handoff.value(), Kinds.ACTION, WHOLE);
    }

    /**
     * The answer to an offer.
     *
     * @param handoff which handoff
     * @param offer which offer, from 1
     * @return the key
     */
    public static Key response(HandoffId handoff, int offer) {
        Objects.requireNonNull(handoff, "handoff");
        return Key.of(handoff.value(), Kinds.RESPONSE, "offer-" + offer);
    }
}
