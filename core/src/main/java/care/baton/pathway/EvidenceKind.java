package care.baton.pathway;

import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of evidence that is filed on a pathway, piece by piece: meeting logs, say, or authorization records. Each piece
 * has a date, somebody who answers for it and a place where it is held; the pieces can be counted.
 *
 * @param kind what kind
 * @param suppliers the roles that file it; at least one
 */
public record EvidenceKind(Code kind, List<Code> suppliers) {

    /**
     * Copies the suppliers.
     *
     * @throws IllegalArgumentException if nobody can file it
     */
    public EvidenceKind {
        Objects.requireNonNull(kind, "kind");
        suppliers = Copy.of(suppliers, "suppliers");
        if (suppliers.isEmpty()) {
            throw new IllegalArgumentException("suppliers: at least one role");
        }
    }

    /**
     * What each piece says: its date, which is no later than its entry.
     *
     * @return the need that a piece of this kind meets
     */
    public Need.FieldNeed piece() {
        return new Need.FieldNeed(kind, suppliers, Grade.REPORTED_BY_PERSON, false, Optional.of(new Holds.Happened()));
    }
}
