package care.baton.fhir.partner;

import care.baton.outcome.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which statuses a partner uses, and who may change which into which.
 *
 * @param statuses the statuses that Tasks of a handoff may have: {@code requested} or {@code received}, {@code accepted},
 *     {@code rejected}, and what else there is
 * @param moves the changes the guide states; where it is silent, FHIR's general diagram holds
 * @param businessStatuses the business statuses it lists
 * @param businessStatusClosed whether a business status not listed is a fault
 * @param cancellations how the sender takes a Task back, by status
 * @param reasonExpected the statuses that should come with a reason
 */
public record Lifecycle(
        List<TaskStatus> statuses,
        List<TaskMove> moves,
        List<BusinessStatus> businessStatuses,
        boolean businessStatusClosed,
        List<Cancellation> cancellations,
        List<TaskStatus> reasonExpected) {

    /**
     * Copies the lists, and checks that a handoff can go through them.
     *
     * @throws IllegalArgumentException if no status can be offered in, accepted or declined; one is named twice; a
     *     handoff's change leads to a status that is not used; or something is said twice of one business status, or of
     *     taking back in one status
     */
    public Lifecycle {
        statuses = Copy.of(statuses, "statuses");
        moves = Copy.of(moves, "moves");
        businessStatuses = Copy.of(businessStatuses, "businessStatuses");
        cancellations = Copy.of(cancellations, "cancellations");
        reasonExpected = Copy.of(reasonExpected, "reasonExpected");
        check(
                statuses.contains(TaskStatus.REQUESTED) || statuses.contains(TaskStatus.RECEIVED),
                "statuses: requested or received, in which an offer waits");
        check(
                statuses.contains(TaskStatus.ACCEPTED) && statuses.contains(TaskStatus.REJECTED),
                "statuses: accepted and rejected, by which an offer is answered");
        check(areApart(statuses, Function.identity()), "statuses: each once");
        check(areAmong(moves, statuses), "moves: to one of the statuses");
        check(
                areApart(businessStatuses, entry -> List.of(entry.system(), entry.code())),
                "businessStatuses: each code once");
        check(areApart(cancellations, Cancellation::during), "cancellations: one for each status");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean areAmong(List<TaskMove> moves, List<TaskStatus> statuses) {
        return moves.stream().allMatch(move -> move.work() != Work.HANDOFF || statuses.contains(move.to()));
    }

    /** Whether no two of them are the same in this. */
    static <T> boolean areApart(List<T> all, Function<T, ?> same) {
        return all.stream().map(same).distinct().count() == all.size();
    }

    /**
     * Whether the partner tells that it has seen an offer before it answers.
     *
     * @return true where the status received is used
     */
    public boolean received() {
        return statuses.contains(TaskStatus.RECEIVED);
    }

    /**
     * Everything known about one change of status: what the guide states, or else what FHIR's general
     * diagram shows, marked so.
     *
     * @param work the kind of Task
     * @param before the status it had
     * @param after the status it has
     * @param business the codes of the business status it has
     * @return the rules; none when neither knows the change
     */
    public List<TaskMove> between(Work work, TaskStatus before, TaskStatus after, List<String> business) {
        List<TaskMove> named = new ArrayList<>();
        List<TaskMove> plain = new ArrayList<>();
        for (TaskMove rule : moves) {
            if (rule.covers(work, before, after)) {
                if (business.contains(rule.business())) {
                    named.add(rule);
                } else if (rule.business().isEmpty()) {
                    plain.add(rule);
                }
            }
        }
        if (!named.isEmpty()) {
            return List.copyOf(named);
        }
        return plain.isEmpty() ? GeneralDiagram.between(before, after) : List.copyOf(plain);
    }

    /**
     * Who may bring a Task into a status, whatever it had before.
     *
     * @param work the kind of Task
     * @param after the status
     * @param business the codes of the business status it has
     * @return the parties, sender first; both where nothing is known
     */
    public List<Party> mayEnter(Work work, TaskStatus after, List<String> business) {
        List<TaskMove> rules = new ArrayList<>();
        for (TaskStatus before : TaskStatus.values()) {
            rules.addAll(between(work, before, after, business));
        }
        List<Party> who = new ArrayList<>();
        for (Party party : Party.values()) {
            if (rules.isEmpty() || rules.stream().anyMatch(rule -> rule.who().contains(party))) {
                who.add(party);
            }
        }
        return List.copyOf(who);
    }

    /**
     * A business status that the guide lists.
     *
     * @param system the code list
     * @param code the code
     * @return its entry; empty when the guide does not list it
     */
    public Optional<BusinessStatus> businessStatus(String system, String code) {
        return businessStatuses.stream()
                .filter(entry -> entry.system().equals(system) && entry.code().equals(code))
                .findFirst();
    }

    /**
     * Whether the sender asks by a second Task, in any status, to stop the first.
     *
     * @return true where the partner uses such Tasks
     */
    public boolean abortsByTask() {
        return cancellations.stream().anyMatch(entry -> entry.way() == CancelWay.ASKED_BY_ABORT_TASK);
    }

    /**
     * How the sender takes a Task back.
     *
     * @param during the status it has
     * @return the way; not stated where the guide is silent
     */
    public CancelWay cancellation(TaskStatus during) {
        return cancellations.stream()
                .filter(entry -> entry.during() == during)
                .map(Cancellation::way)
                .findFirst()
                .orElse(during.ended() ? CancelWay.NOT_POSSIBLE : CancelWay.NOT_STATED);
    }
}
