package care.baton.fhir.task;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.R4;
import care.baton.fhir.RawDocument;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Writer;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.fhir.task.StatusTable.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a Task from elsewhere. Whatever the bytes are, there is an answer and never an exception:
 * a known step by a party that may take it, work of another kind, or named doubts.
 */
public final class TaskReader {

    private static final List<Doubt> DOUBTS = Stream.concat(ContentDoubts.LIST.stream(), PassageDoubts.LIST.stream())
            .toList();

    private TaskReader() {}

    /**
     * Reads one version of a Task. Where HAPI cannot be used as the program was started, each needs attention for {@link
     * R4#NO_PARSER} alone.
     *
     * @param bytes the document as it arrived
     * @param limits how large it may be
     * @param context what is known beside it
     * @return the reading
     */
    public static TaskReading read(byte[] bytes, Limits limits, TaskContext context) {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(context, "context");
        RawDocument raw = new RawDocument(bytes);
        Mapped<FhirJson> json = FhirJson.read(bytes, limits);
        return json.value().map(document -> read(raw, document, context)).orElseGet(() -> unread(raw, json.issues()));
    }

    private static TaskReading read(RawDocument raw, FhirJson json, TaskContext context) {
        if (!json.resourceType().equals(Optional.of("Task"))) {
            return unread(raw, List.of(MappingIssue.error("not-a-task", "")));
        }
        List<MappingIssue> shape = R4.shape(json);
        if (shape.contains(R4.NO_PARSER)) {
            return unread(raw, shape);
        }
        SeenTask task = SeenTask.of(json, context.focus());
        Facts facts = Facts.of(task, context);
        List<Doubt> raised =
                DOUBTS.stream().filter(doubt -> doubt.raised().test(facts)).toList();
        List<MappingIssue> issues = new ArrayList<>(shape);
        raised.stream().map(Doubt::issue).forEach(issues::add);
        Holding holding = holding(facts);
        boolean sound = shape.stream().allMatch(issue -> issue.severity() == MappingIssue.Severity.INFORMATION);
        if (!sound || raised.stream().anyMatch(doubt -> doubt.blocks(facts))) {
            return new TaskReading.NeedsAttention(raw, Optional.of(task), issues, holding);
        }
        Move move = move(facts);
        return facts.handoff()
                ? new TaskReading.KnownMove(raw, task, move, facts.entitled(), issues, holding)
                : new TaskReading.NotACareHandoff(
                        raw, task, facts.work(), facts.lives() ? Optional.of(move) : Optional.empty(), issues);
    }

    private static TaskReading unread(RawDocument raw, List<MappingIssue> issues) {
        return new TaskReading.NeedsAttention(raw, Optional.empty(), issues, Holding.SAYS_NOTHING);
    }

    private static Holding holding(Facts facts) {
        boolean another = !facts.lives() || facts.ofAnother();
        if (another || facts.asksToCancel()) {
            return Holding.SAYS_NOTHING;
        }
        boolean ownerGone = facts.now().owner().isEmpty()
                || (facts.ownerIsAccountable() && facts.compares(SeenTask::owner, Sameness.DIFFERENT));
        return facts.saysHeld() && !ownerGone ? Holding.SAYS_HELD : Holding.SAYS_NOT_HELD;
    }

    private static Move move(Facts facts) {
        boolean again = !facts.first() && !facts.changed(SeenTask::version) && !facts.changed(SeenTask::json);
        if (again && facts.now().version().isPresent()) {
            return Move.SEEN_BEFORE;
        }
        if (facts.asksToCancel()) {
            return Move.CANCELLATION_ASKED;
        }
        return facts.follows(Passage.SAME)
                ? Move.NOTED
                : facts.now().status().map(status -> step(status, facts)).orElse(Move.NOTED);
    }

    private static Move step(TaskStatus status, Facts facts) {
        return switch (status) {
            case DRAFT -> Move.DRAFTED;
            case REQUESTED -> facts.follows(Passage.BACK) ? Move.OFFERED_AGAIN : Move.OFFERED;
            case RECEIVED -> received(facts);
            case READY -> Move.ASSIGNED;
            case ACCEPTED -> Move.ACCEPTED;
            case REJECTED -> facts.heldBefore() ? Move.GIVEN_BACK : Move.DECLINED;
            case CANCELLED -> cancelled(facts);
            case IN_PROGRESS -> paused(facts) ? Move.RESUMED : Move.STARTED;
            case ON_HOLD -> Move.PAUSED;
            case FAILED -> Move.GIVEN_BACK;
            case COMPLETED -> facts.now().output() ? Move.COMPLETED : Move.REPORTED_COMPLETE;
            case ENTERED_IN_ERROR -> Move.RECORDED_IN_ERROR;
        };
    }

    /** Where a partner has no status requested, received is how an offer begins. */
    private static Move received(Facts facts) {
        boolean begins = !facts.context().profile().lifecycle().statuses().contains(TaskStatus.REQUESTED);
        Move open = begins ? Move.OFFERED : Move.RECEIVED;
        return facts.follows(Passage.BACK) ? Move.OFFERED_AGAIN : open;
    }

    private static boolean paused(Facts facts) {
        return facts.context().last().flatMap(SeenTask::status).equals(Optional.of(TaskStatus.ON_HOLD));
    }

    private static Move cancelled(Facts facts) {
        boolean asked = facts.context().last().filter(facts::asksToCancel).isPresent();
        boolean either = facts.context().writer() == Writer.UNVERIFIED
                && facts.entitled().size() > 1;
        boolean onlySender = facts.context().writer() == Writer.UNVERIFIED
                && facts.entitled().equals(List.of(Party.REQUESTER));
        boolean bySender = onlySender || facts.context().writer() == Writer.REQUESTER;
        if (asked || bySender) {
            return Move.WITHDRAWN;
        }
        Move byReceiver = facts.heldBefore() ? Move.GIVEN_BACK : Move.DECLINED;
        return either ? Move.CANCELLED : byReceiver;
    }
}
