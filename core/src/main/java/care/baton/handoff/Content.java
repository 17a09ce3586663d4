package care.baton.handoff;

/** What the sender tells the receiver, in one of the structured forms. */
public sealed interface Content permits Sbar, Ipass {}
