package care.baton.fhir.exchange;

import care.baton.fhir.partner.BusinessStatus;
import care.baton.fhir.partner.CancelWay;
import care.baton.fhir.partner.Lifecycle;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Work;
import care.baton.fhir.task.SeenCode;
import care.baton.fhir.task.SeenTask;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which status a party may write next, by the partner's table. A status that the partner does not use is never written. */
final class Steps {

    private static final List<TaskStatus> GIVING_BACK =
            List.of(TaskStatus.FAILED, TaskStatus.REJECTED, TaskStatus.CANCELLED);

    private Steps() {}

    static Optional<TaskStatus> next(PartnerProfile profile, Party party, SeenTask task, TaskStatus from, Face face) {
        TaskStatus wanted = face.status().orElse(from);
        if (face.coded().isPresent()
                && asked(profile, party, from, wanted, face.coded().get())) {
            return Optional.of(wanted);
        }
        if (may(profile, party, task, from, wanted)) {
            return Optional.of(wanted);
        }
        boolean between = wanted == TaskStatus.COMPLETED
                && may(profile, party, task, from, TaskStatus.IN_PROGRESS)
                && may(profile, party, task, TaskStatus.IN_PROGRESS, wanted);
        return between ? Optional.of(TaskStatus.IN_PROGRESS) : Optional.empty();
    }

    /** A change that the partner's table allows beside one word of its own, such as asking to cancel. */
    private static boolean asked(
            PartnerProfile profile, Party party, TaskStatus from, TaskStatus wanted, BusinessStatus word) {
        return profile.lifecycle().between(Work.HANDOFF, from, wanted, List.of(word.code())).stream()
                .anyMatch(rule ->
                        rule.business().equals(word.code()) && rule.who().contains(party));
    }

    /**
     * The status by which this partner says "given back" from where the Task stands: where its sender asks to cancel it,
     * that it is cancelled.
     */
    static Optional<TaskStatus> givingBack(PartnerProfile profile, SeenTask task) {
        Stream<TaskStatus> asked = asksToCancel(profile, task) ? Stream.of(TaskStatus.CANCELLED) : Stream.empty();
        return task.status()
                .flatMap(from -> GIVING_BACK.contains(from)
                        ? Optional.of(from)
                        : Stream.concat(asked, GIVING_BACK.stream())
                                .filter(to -> may(profile, Party.OWNER, task, from, to))
                                .findFirst());
    }

    /** Whether the sender asks for its cancellation, from where the Task stands, by a word of the partner's. */
    static boolean isAskedByStatus(PartnerProfile profile, SeenTask task) {
        return cancelling(profile, task) == CancelWay.ASKED_BY_BUSINESS_STATUS
                && askingToCancel(profile).isPresent();
    }

    /** How the sender takes it back from where the Task stands. */
    static CancelWay cancelling(PartnerProfile profile, SeenTask task) {
        return task.status()
                .map(profile.lifecycle()::cancellation)
                .map(way -> way == CancelWay.NOT_STATED ? CancelWay.DIRECT : way)
                .orElse(CancelWay.NOT_POSSIBLE);
    }

    /** Whether the partner knows no way to ask, and states that the sender cancels what is held by itself. */
    static boolean isStoppedByCancelling(PartnerProfile profile, SeenTask task) {
        return task.status()
                .filter(status -> !profile.lifecycle().abortsByTask())
                .filter(status -> status.saysHeld() && !status.ended())
                .filter(status -> profile.lifecycle().cancellation(status) == CancelWay.DIRECT)
                .isPresent();
    }

    /** Whether the Task says, in the partner's own word, that its sender asks to cancel it. */
    static boolean asksToCancel(PartnerProfile profile, SeenTask task) {
        return task.businessStatus().stream()
                .flatMap(code -> profile.lifecycle().businessStatus(code.system(), code.code()).stream())
                .anyMatch(BusinessStatus::asksToCancel);
    }

    /** The partner's own word for asking to cancel. */
    static Optional<BusinessStatus> askingToCancel(PartnerProfile profile) {
        return profile.lifecycle().businessStatuses().stream()
                .filter(BusinessStatus::asksToCancel)
                .findFirst();
    }

    /** The partner's own word for where a Task stands, where it has a list of them. */
    static Optional<BusinessStatus> beside(PartnerProfile profile, TaskStatus status) {
        return profile.lifecycle().businessStatuses().stream()
                .filter(entry -> !entry.asksToCancel() && entry.beside().contains(status))
                .findFirst();
    }

    static boolean may(PartnerProfile profile, Party party, SeenTask task, TaskStatus from, TaskStatus to) {
        Lifecycle lifecycle = profile.lifecycle();
        if (from == to || !lifecycle.statuses().contains(to)) {
            return false;
        }
        List<String> business = Stream.concat(
                        task.businessStatus().stream().map(SeenCode::code),
                        beside(profile, to).map(BusinessStatus::code).stream())
                .toList();
        return lifecycle.between(Work.HANDOFF, from, to, business).stream()
                .anyMatch(rule -> rule.who().contains(party));
    }
}
