package care.baton.fhir.partner;

import care.baton.outcome.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which statuses a partner uses, and who may change which into which.
 *
 * @param statuses the statuses that Tasks of a handoff may have; at least one
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
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no status
     */
    public Lifecycle {
        statuses = Copy.of(statuses, "statuses");
        moves = Copy.of(moves, "moves");
        businessStatuses = Copy.of(businessStatuses, "businessStatuses");
        cancellations = Copy.of(cancellations, "cancellations");
        reasonExpected = Copy.of(reasonExpected, "reasonExpected");
        if (statuses.isEmpty()) {
            throw new IllegalArgumentException("statuses: at least one");
        }
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
