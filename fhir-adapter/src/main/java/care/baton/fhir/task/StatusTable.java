package care.baton.fhir.task;

import care.baton.fhir.partner.TaskStatus;
import java.util.List;
import java.util.Optional;

/**
 * How the status read stands to the status read before, for every pair and for the first reading.
 * The table is FHIR's; a partner's guide may state a pair as a step, and then it is one.
 */
final class StatusTable {

    /** How one status follows another. */
    enum Passage {
        /** Nothing was read before. */
        FIRST('f'),
        /** The status is the same. */
        SAME('='),
        /** One step of the general diagram. */
        STEP('s'),
        /** Further along: the steps between were not seen. */
        SKIPPED('>'),
        /** Back to an earlier status. */
        BACK('b'),
        /** An end that the diagram does not draw from there. */
        UNDRAWN_END('o'),
        /** Live again after an end. */
        REVIVED('r'),
        /** Another end after an end. */
        ENDED_TWICE('x');

        private final char letter;

        Passage(char letter) {
            this.letter = letter;
        }
    }

    /** The columns, and the rows after the first. */
    private static final List<TaskStatus> ORDER = List.of(
            TaskStatus.DRAFT,
            TaskStatus.REQUESTED,
            TaskStatus.RECEIVED,
            TaskStatus.ACCEPTED,
            TaskStatus.REJECTED,
            TaskStatus.READY,
            TaskStatus.CANCELLED,
            TaskStatus.IN_PROGRESS,
            TaskStatus.ON_HOLD,
            TaskStatus.FAILED,
            TaskStatus.COMPLETED,
            TaskStatus.ENTERED_IN_ERROR);

    private static final String[] ROWS = {
        /* first       */ "f f f f f f f f f f f f",
        /* draft       */ "= s > > > s s > > > > s",
        /* requested   */ "b = s s s s s > > > > s",
        /* received    */ "b b = s s s s > > > > s",
        /* accepted    */ "b b b = o s s s > > > s",
        /* rejected    */ "r r r r = r x r r x x s",
        /* ready       */ "b b b b o = s s > > > s",
        /* cancelled   */ "r r r r x r = r r x x s",
        /* in-progress */ "b b b b o b s = s s s s",
        /* on-hold     */ "b b b b o b s s = s > s",
        /* failed      */ "r r r r x r x r r = x s",
        /* completed   */ "r r r r x r x r r x = s",
        /* in error    */ "r r r r x r x r r x x =",
    };

    private StatusTable() {}

    /** The passage from the status read before, if any, to the one read now. */
    static Passage passage(Optional<TaskStatus> before, TaskStatus now) {
        String row = ROWS[before.map(status -> ORDER.indexOf(status) + 1).orElse(0)];
        char letter = row.charAt(ORDER.indexOf(now) * 2);
        for (Passage passage : Passage.values()) {
            if (passage.letter == letter) {
                return passage;
            }
        }
        throw new IllegalStateException("table: unknown letter");
    }
}
