package care.baton.handoff;

import care.baton.outcome.Code;

/** What can be owed around a handoff. */
public final class Kinds {

    /** The action itself: what is handed over. */
    public static final Code ACTION = Code.of("action");

    /** An answer to an offer. */
    public static final Code RESPONSE = Code.of("response");

    /** An answer to one question of the receiver. */
    public static final Code CLARIFICATION = Code.of("clarification");

    /** Somebody's attention, because the receiver has had to ask many times. */
    public static final Code MANY_ROUNDS = Code.of("many-rounds");

    /** Seeing to it that a decision of ours is stored by the arbiter. */
    public static final Code CONFIRMATION = Code.of("confirmation");

    /** The sender's word on proposed conditions. */
    public static final Code AGREE = Code.of("agree");

    /** A precondition that somebody sees to. */
    public static final Code MEET = Code.of("meet");

    /** A limitation that somebody sees to after the acceptance. */
    public static final Code FOLLOW_UP = Code.of("follow-up");

    /** The look at an urgent offer, until it is decided. */
    public static final Code URGENT_LOOK = Code.of("urgent-look");

    /** Finding somebody to take it, after a "no" or a give-back. */
    public static final Code PLACE = Code.of("place");

    /** The receiver's report on how it goes. */
    public static final Code UPDATE = Code.of("update");

    /** The sender's confirmation of what was done. */
    public static final Code VALIDATE = Code.of("validate");

    /** The sender's taking back of what is being given back. */
    public static final Code TAKE_BACK = Code.of("take-back");

    /** Telling those who were told something that was never right. */
    public static final Code TELL = Code.of("tell");

    /** Looking into what the arbiter stores and what does not fit what is known here. */
    public static final Code LOOK_INTO = Code.of("look-into");

    private Kinds() {}
}
