package care.baton.disclosure;

/** How somebody who would see a record stands to it. */
public enum Relation {
    /** The person whose care it is. */
    PERSON,
    /** Somebody of the organization that keeps the record. */
    KEEPER,
    /** Anybody else, of health or of social care, and the family: they see by the person's leave only. */
    OTHER
}
