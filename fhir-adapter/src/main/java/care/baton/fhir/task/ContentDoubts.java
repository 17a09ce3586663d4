package care.baton.fhir.task;

import static care.baton.fhir.task.Doubt.everything;
import static care.baton.fhir.task.Doubt.giving;
import static care.baton.fhir.task.Doubt.remark;
import static care.baton.fhir.task.Doubt.warning;

import care.baton.fhir.partner.BusinessStatus;
import care.baton.fhir.partner.Needed;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Work;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What may be said against a Task as it stands, whatever stood there before. */
final class ContentDoubts {

    private static final Set<String> ORDERS =
            Set.of("order", "original-order", "reflex-order", "filler-order", "instance-order");
    private static final Set<String> OTHER_INTENTS = Set.of("unknown", "proposal", "plan", "option");

    static final List<Doubt> LIST = Stream.concat(
                    Stream.of(
                            everything(
                                    "status-missing",
                                    "Task.status",
                                    facts -> facts.now().statusText().isEmpty()),
                            everything(
                                    "status-unknown",
                                    "Task.status",
                                    facts -> facts.now().statusText().isPresent()
                                            && facts.now().status().isEmpty()),
                            everything(
                                    "code-contradicts",
                                    "Task.code",
                                    facts -> facts.works().size() > 1),
                            everything(
                                    "asks-to-change-a-request",
                                    "Task.code",
                                    facts -> facts.work() == Work.CHANGE_REQUEST),
                            remark(
                                    "version-missing",
                                    "Task.meta",
                                    facts -> facts.now().version().isEmpty())),
                    handoff().map(Doubt::ofHandoff))
            .toList();

    private ContentDoubts() {}

    private static Stream<Doubt> handoff() {
        return Stream.of(
                everything(
                        "status-not-used-here",
                        "Task.status",
                        facts -> facts.now().status().isPresent()
                                && !facts.context()
                                        .profile()
                                        .lifecycle()
                                        .statuses()
                                        .contains(facts.now().status().get())),
                everything(
                        "intent-missing",
                        "Task.intent",
                        facts -> facts.now().intent().isEmpty()),
                everything(
                        "intent-unknown",
                        "Task.intent",
                        facts -> facts.now()
                                .intent()
                                .filter(intent -> !ORDERS.contains(intent) && !OTHER_INTENTS.contains(intent))
                                .isPresent()),
                everything(
                        "intent-not-an-order",
                        "Task.intent",
                        facts -> facts.now()
                                        .intent()
                                        .filter(OTHER_INTENTS::contains)
                                        .isPresent()
                                && !invitation(facts)),
                giving("answer-is-a-bid", "Task.intent", ContentDoubts::invitation),
                everything(
                        "code-missing",
                        "Task.code",
                        facts -> facts.now().code().isEmpty()
                                && !facts.now().json().has("code")),
                everything(
                        "code-unknown",
                        "Task.code",
                        facts -> facts.works().isEmpty() && facts.now().json().has("code")),
                everything(
                        "person-missing",
                        "Task.for",
                        facts -> facts.needs(Needed.PERSON)
                                && facts.now().person().isEmpty()),
                everything(
                        "requester-missing",
                        "Task.requester",
                        facts -> facts.needs(Needed.REQUESTER)
                                && facts.now().requester().isEmpty()),
                everything(
                        "focus-missing",
                        "Task.focus",
                        facts ->
                                facts.needs(Needed.FOCUS) && facts.now().focus().isEmpty()),
                everything(
                        "owner-missing",
                        "Task.owner",
                        facts -> facts.now().owner().isEmpty() && (facts.ownerIsRequired() || facts.gives())),
                remark(
                        "holder-derived-from-requester",
                        "Task.owner",
                        facts -> facts.now().owner().isEmpty()
                                && facts.now().requester().isPresent()
                                && !facts.saysHeld()),
                remark(
                        "owner-by-identifier-only",
                        "Task.owner",
                        facts -> facts.now()
                                .owner()
                                .filter(owner -> owner.reference().isEmpty())
                                .isPresent()),
                giving("owner-is-the-person", "Task.owner", ContentDoubts::ownedByThePerson),
                warning(
                        "owner-is-requester",
                        "Task.owner",
                        facts -> facts.now().owner().isPresent()
                                && facts.now().owner().equals(facts.now().requester())),
                warning(
                        "reason-missing",
                        "Task.statusReason",
                        facts -> facts.now()
                                        .status()
                                        .filter(facts.context()
                                                .profile()
                                                .lifecycle()
                                                .reasonExpected()::contains)
                                        .isPresent()
                                && facts.now().reason().isEmpty()
                                && !facts.now().reasonText()),
                warning(
                        "completed-without-output",
                        "Task.output",
                        facts -> facts.is(TaskStatus.COMPLETED) && !facts.now().output()),
                warning(
                        "terms-still-open",
                        "Task.extension",
                        facts ->
                                facts.saysHeld() && facts.now().terms().stream().anyMatch(term -> !term.agreed())),
                everything(
                        "business-status-unknown",
                        "Task.businessStatus",
                        facts -> !understood(facts)
                                && facts.context().profile().lifecycle().businessStatusClosed()),
                remark(
                        "business-status-not-understood",
                        "Task.businessStatus",
                        facts -> !understood(facts)
                                && !facts.context().profile().lifecycle().businessStatusClosed()),
                everything(
                        "business-status-contradicts",
                        "Task.businessStatus",
                        facts -> listed(facts)
                                .anyMatch(entry -> facts.now()
                                        .status()
                                        .filter(status -> !entry.beside().contains(status))
                                        .isPresent())));
    }

    private static boolean invitation(Facts facts) {
        return facts.now().invites(facts.context().profile());
    }

    private static boolean ownedByThePerson(Facts facts) {
        return facts.now()
                .owner()
                .filter(owner -> owner.isA("Patient")
                        || owner.isA("RelatedPerson")
                        || facts.now().person().filter(owner::equals).isPresent())
                .isPresent();
    }

    private static Stream<BusinessStatus> listed(Facts facts) {
        return facts.now().businessStatus().stream()
                .flatMap(code ->
                        facts.context().profile().lifecycle().businessStatus(code.system(), code.code()).stream());
    }

    /** One coding that the partner lists is enough: others may stand beside it. */
    private static boolean understood(Facts facts) {
        return !facts.now().json().has("businessStatus")
                || listed(facts).findAny().isPresent();
    }
}
