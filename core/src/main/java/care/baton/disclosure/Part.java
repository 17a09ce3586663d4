package care.baton.disclosure;

import care.baton.outcome.Code;

/**
 * A part of a record that an audience may be shown. What is none of these is in no view. Each says by which codes its
 * items go in a consent, a label, an agreement and a disclosure; a code means the same item in every part.
 */
public enum Part {
    /** Who the person is: {@link Access#IDENTITY}. */
    PERSON("person"),
    /** Who takes part, but for those whose part in it is confidential: the part itself. */
    PARTIES("parties"),
    /** That somebody takes part whose part in it is confidential, and what they owe: the part itself. */
    CONFIDENTIAL_PARTIES("confidential-parties"),
    /** Everything that is owed, by whom and by when, not only what is handed over: the kind of what is owed. */
    ACTIONS("actions"),
    /** What each field says: the field. */
    FACTS("facts"),
    /** The warnings that stand: the flag. */
    WARNINGS("warnings"),
    /** What the notes say: the change, and each piece of information. */
    NOTES("notes"),
    /**
     * What the plans say that count, and how far they have come: the plan, its phase, each goal, what a target measures,
     * each preference, and of an activity its code, kind, subject and purpose.
     */
    PLANS("plans"),
    /** What is usual for the person, what was seen, scored and is needed: the subject, the instrument, the need. */
    RISKS("risks"),
    /** The contacts that coordination took: kind, reason, change and services. */
    CONTACTS("contacts"),
    /** What is handed over, by whom to whom, and how that stands: what is asked, its reason, questions, conditions. */
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
