package care.baton.record;

import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;

/** The names of what a running pathway owes. */
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

    private static final String RUN = "run:";

    private Keys() {}

    static String cause(Code run) {
        return RUN + run;
    }

    /** Whether a handoff bears a name that would be taken for a run's. */
    static boolean isRun(HandoffId handoff) {
        return handoff.value().startsWith(RUN);
    }

    static Key outcome(Code run) {
        return Key.of(cause(run), OUTCOME, "whole");
    }

    static Key stage(Code run, Code stage) {
        return Key.of(cause(run), STAGE, stage.value());
    }

    static Key of(Code run, Code kind, Code subject) {
        return Key.of(cause(run), kind, subject.value());
    }

    static Key duty(Code run, Code kind) {
        return of(run, kind, Code.of("duty"));
    }
}
