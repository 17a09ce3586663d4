package care.baton.note;

import care.baton.outcome.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a note must say before it is released, by the names of its fields. */
final class Lacks {

    private Lacks() {}

    static List<Code> of(CoordinationNote note) {
        List<Code> missing = new ArrayList<>();
        lacks(missing, note.change().isNone(), "change-identified");
        lacks(missing, note.impact().isNone(), "participant-impact");
        lacks(missing, note.recipients().isEmpty(), "communication-recipient");
        lacks(missing, note.information().isEmpty(), "information-shared");
        lacks(missing, note.decision().isEmpty(), "decision-requested");
        lacks(missing, note.recipients().stream().anyMatch(a -> a.owner().isEmpty()), "action-owner");
        lacks(missing, note.escalation().isEmpty(), "escalation-need");
        lacks(missing, note.recipients().stream().anyMatch(a -> a.followUp().isEmpty()), "follow-up");
        return Collections.unmodifiableList(missing);
    }

    private static void lacks(List<Code> missing, boolean absent, String field) {
        if (absent) {
            missing.add(Code.of(field));
        }
    }
}
