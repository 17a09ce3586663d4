package care.baton.record;

import care.baton.evidence.AbsentReason;
import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import java.util.Objects;

/**
 * Say that a field has no answer, and why: nobody asked, it is not known, or the person would rather not say. Refuses
 * with NAME_UNKNOWN, ROLE_NOT_PERMITTED, and NOT_AN_INSTANT for a kind of evidence, which always has a date.
 *
 * @param field which field: one that a definition in the rulebook asks for, or the profile of the person
 * @param reason why there is no answer
 * @param source where the evidence is held
 * @param grade how firmly it is known that there is none
 */
public record RecordNoAnswer(Code field, AbsentReason reason, Code source, Grade grade) implements RecordCommand {
    /** Checks that nothing is absent. */
    public RecordNoAnswer {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(grade, "grade");
    }
}
