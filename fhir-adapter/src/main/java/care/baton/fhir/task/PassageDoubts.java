package care.baton.fhir.task;

import static care.baton.fhir.task.Doubt.everything;
import static care.baton.fhir.task.Doubt.giving;
import static care.baton.fhir.task.Doubt.remark;
import static care.baton.fhir.task.Doubt.warning;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.Believed;
import care.baton.fhir.partner.Stated;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Writer;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.fhir.task.StatusTable.Passage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What may be said against a Task in the light of the version before, and of who wrote it. */
final class PassageDoubts {

    static final List<Doubt> LIST = Stream.of(
                    Stream.of(
                            everything("id-changed", "Task.id", Facts::ofAnother),
                            everything(
                                    "version-reused",
                                    "Task.meta",
                                    facts -> !facts.changed(SeenTask::version)
                                            && facts.now().version().isPresent()
                                            && facts.changed(SeenTask::json))),
                    life().map(Doubt::ofLife),
                    handoff().map(Doubt::ofHandoff))
            .flatMap(doubts -> doubts)
            .toList();

    private PassageDoubts() {}

    private static Stream<Doubt> life() {
        return Stream.of(
                everything("writer-not-entitled", "Task.status", Facts::writtenBySomeoneNotEntitled),
                giving("writer-unknown", "Task.status", facts -> unverified(facts) && isByNobody(facts)),
                remark(
                        "writer-taken-from-status",
                        "Task.status",
                        facts -> unverified(facts)
                                && facts.context().profile().parties().believed() == Believed.STATUS),
                everything("live-after-end", "Task.status", facts -> unstated(facts, Passage.REVIVED)),
                everything("ended-twice", "Task.status", facts -> unstated(facts, Passage.ENDED_TWICE)),
                everything(
                        "status-went-back",
                        "Task.status",
                        facts -> unstated(facts, Passage.BACK) && !offerOpenAgain(facts)),
                warning(
                        "offer-live-again",
                        "Task.status",
                        facts -> unstated(facts, Passage.BACK) && offerOpenAgain(facts)),
                warning("end-not-drawn-by-r4", "Task.status", facts -> unstated(facts, Passage.UNDRAWN_END)),
                remark("steps-not-seen", "Task.status", facts -> unstated(facts, Passage.SKIPPED)),
                remark(
                        "not-stated-by-guide",
                        "Task.status",
                        facts -> !facts.rules().isEmpty()
                                && !facts.follows(Passage.SAME)
                                && facts.rules().stream().allMatch(rule -> rule.stated() == Stated.BY_R4)));
    }

    private static Stream<Doubt> handoff() {
        return Stream.of(
                remark(
                        "acceptance-inferred",
                        "Task.status",
                        facts -> (facts.gives() && !facts.is(TaskStatus.ACCEPTED))
                                || (facts.is(TaskStatus.FAILED) && !facts.heldBefore() && !isByNobody(facts))),
                warning(
                        "may-hide-an-acceptance",
                        "Task.status",
                        facts -> facts.is(TaskStatus.REJECTED) && facts.first()),
                everything(
                        "ready-after-acceptance",
                        "Task.status",
                        facts -> facts.is(TaskStatus.READY) && facts.heldBefore()),
                warning(
                        "acceptance-taken-as-given",
                        "Task.status",
                        facts -> facts.is(TaskStatus.READY) && !facts.heldBefore()),
                names(Naming.OWNER, Facts::ownerIsAccountable),
                everything("owner-removed", "Task.owner", PassageDoubts::ownerRemoved),
                remark(
                        "owner-claimed",
                        "Task.owner",
                        facts -> !facts.first()
                                && facts.context()
                                        .last()
                                        .flatMap(SeenTask::owner)
                                        .isEmpty()
                                && facts.now().owner().isPresent()),
                giving(
                        "cannot-tell-if-owner-is-the-same",
                        "Task.owner",
                        facts -> facts.compares(SeenTask::owner, Sameness.CANNOT_TELL)),
                names(Naming.PERSON, facts -> true),
                giving(
                        "cannot-tell-if-person-is-the-same",
                        "Task.for",
                        facts -> facts.compares(SeenTask::person, Sameness.CANNOT_TELL)),
                names(Naming.FOCUS, facts -> true),
                names(Naming.REQUESTER, facts -> true),
                giving("asked-changed", "Task", Facts::askedChanged),
                warning(
                        "replaces-changed",
                        "Task.extension",
                        facts -> facts.changed(SeenTask::replaces)
                                && facts.context()
                                        .last()
                                        .filter(last -> !last.replaces().isEmpty())
                                        .isPresent()),
                warning("our-extensions-changed", "Task.extension", PassageDoubts::oursChanged));
    }

    /** It names another than before. */
    private static Doubt names(Naming who, Predicate<Facts> counts) {
        return everything(
                who.changed(), who.path(), facts -> counts.test(facts) && facts.compares(who::in, Sameness.DIFFERENT));
    }

    /** Who changes them as one of ours leaves a mark of its own beside; without a new one, somebody else did. */
    private static boolean oursChanged(Facts facts) {
        Optional<SeenTask> last = facts.context().last();
        Optional<String> mark = command(facts.now());
        return last.flatMap(SeenTask::ours).isPresent()
                && facts.changed(SeenTask::ours)
                && (mark.isEmpty() || mark.equals(last.flatMap(PassageDoubts::command)));
    }

    private static Optional<String> command(SeenTask task) {
        return TaskElements.items(task.json().element("extension"))
                .filter(extension -> TaskElements.text(extension, "url")
                        .filter(FhirSystems.COMMAND::equals)
                        .isPresent())
                .flatMap(extension -> TaskElements.text(extension, "valueString").stream())
                .findFirst();
    }

    static boolean ownerRemoved(Facts facts) {
        return facts.context().last().flatMap(SeenTask::owner).isPresent()
                && facts.now().owner().isEmpty();
    }

    private static boolean unverified(Facts facts) {
        return facts.context().writer() == Writer.UNVERIFIED
                && !facts.entitled().isEmpty();
    }

    private static boolean isByNobody(Facts facts) {
        return facts.context().writer() == Writer.UNVERIFIED
                && facts.context().profile().parties().believed() == Believed.NOBODY;
    }

    private static boolean unstated(Facts facts, Passage passage) {
        return facts.follows(passage) && facts.rules().isEmpty();
    }

    private static boolean offerOpenAgain(Facts facts) {
        return facts.is(TaskStatus.REQUESTED) || facts.is(TaskStatus.RECEIVED);
    }
}
