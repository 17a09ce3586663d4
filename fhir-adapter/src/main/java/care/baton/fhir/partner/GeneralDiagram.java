package care.baton.fhir.partner;

import static care.baton.fhir.partner.TaskStatus.ACCEPTED;
import static care.baton.fhir.partner.TaskStatus.CANCELLED;
import static care.baton.fhir.partner.TaskStatus.COMPLETED;
import static care.baton.fhir.partner.TaskStatus.DRAFT;
import static care.baton.fhir.partner.TaskStatus.ENTERED_IN_ERROR;
import static care.baton.fhir.partner.TaskStatus.FAILED;
import static care.baton.fhir.partner.TaskStatus.IN_PROGRESS;
import static care.baton.fhir.partner.TaskStatus.ON_HOLD;
import static care.baton.fhir.partner.TaskStatus.READY;
import static care.baton.fhir.partner.TaskStatus.RECEIVED;
import static care.baton.fhir.partner.TaskStatus.REJECTED;
import static care.baton.fhir.partner.TaskStatus.REQUESTED;

import java.util.Arrays;
import java.util.List;

/**
 * The changes of status that FHIR shows for Tasks in general, for partners whose guide is silent. It
 * calls itself typical and binds nobody, so every use of it is marked. Source: FHIR R4 Task, state
 * machine; who may write is read from the definitions of the statuses.
 */
final class GeneralDiagram {

    private static final List<Party> SENDER = List.of(Party.REQUESTER);
    private static final List<Party> RECEIVER = List.of(Party.OWNER);
    private static final List<Party> EITHER = List.of(Party.REQUESTER, Party.OWNER);

    static final List<TaskMove> MOVES = List.of(
            move(REQUESTED, SENDER, DRAFT),
            move(RECEIVED, RECEIVER, REQUESTED),
            move(ACCEPTED, RECEIVER, REQUESTED, RECEIVED),
            move(REJECTED, RECEIVER, REQUESTED, RECEIVED),
            move(READY, EITHER, DRAFT, REQUESTED, RECEIVED, ACCEPTED),
            move(CANCELLED, SENDER, DRAFT),
            move(CANCELLED, EITHER, REQUESTED, RECEIVED, ACCEPTED, READY, IN_PROGRESS, ON_HOLD),
            move(IN_PROGRESS, RECEIVER, ACCEPTED, READY, ON_HOLD),
            move(ON_HOLD, RECEIVER, IN_PROGRESS),
            move(FAILED, RECEIVER, IN_PROGRESS, ON_HOLD),
            move(COMPLETED, RECEIVER, IN_PROGRESS),
            new TaskMove(
                    Work.HANDOFF,
                    Arrays.stream(TaskStatus.values())
                            .filter(status -> status != ENTERED_IN_ERROR)
                            .toList(),
                    ENTERED_IN_ERROR,
                    "",
                    SENDER,
                    Stated.BY_R4));

    private GeneralDiagram() {}

    static List<TaskMove> between(TaskStatus before, TaskStatus after) {
        return MOVES.stream()
                .filter(rule -> rule.covers(Work.HANDOFF, before, after))
                .toList();
    }

    private static TaskMove move(TaskStatus to, List<Party> who, TaskStatus... from) {
        return new TaskMove(Work.HANDOFF, List.of(from), to, "", who, Stated.BY_R4);
    }
}
