package care.baton.disclosure;

import care.baton.outcome.Code;

/** A part of a record that an audience may be shown. What is none of these is in no view. */
public enum Part {
    /** Who the person is. */
    PERSON("person"),
    /** Who takes part, but for those whose part in it is confidential. */
    PARTIES("parties"),
    /** That somebody takes part whose part in it is confidential, and what they owe. */
    CONFIDENTIAL_PARTIES("confidential-parties"),
    /** What is owed, by whom and by when. */
    ACTIONS("actions"),
    /** What each field says. */
    FACTS("facts"),
    /** The warnings that stand. */
    WARNINGS("warnings"),
    /** What the notes say. */
    NOTES("notes"),
    /** What the plans say that count, and how far they have come. */
    PLANS("plans"),
    /** What is usual for the person, what was seen, scored and is needed. */
    RISKS("risks"),
    /** The contacts that coordination took. */
    CONTACTS("contacts"),
    /** What is handed over, by whom to whom, and how that stands. */
    HANDOFFS("handoffs");

    private final String code;

    Part(String code) {
        this.code = code;
    }

    /**
     * How an agreement with a partner names it.
     *
     * @return the code
     */
    public Code code() {
        return Code.of(code);
    }
}
