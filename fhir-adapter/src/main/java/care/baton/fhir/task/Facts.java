package care.baton.fhir.task;

import care.baton.fhir.partner.Needed;
import care.baton.fhir.partner.OwnerMeans;
import care.baton.fhir.partner.OwnerRule;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.TaskMove;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Work;
import care.baton.fhir.partner.Writer;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.fhir.task.StatusTable.Passage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything a doubt may look at: the Task, the version before, the partner's table, and what the
 * table of statuses says of the two.
 *
 * @param now the Task
 * @param context what is known beside it
 * @param works what its codes mean to the partner; more than one is a contradiction
 * @param passage how its status follows the one before; empty when it has none
 * @param rules the partner's rules for that passage
 * @param entitled who may write this status; empty when anybody may
 */
record Facts(
        SeenTask now,
        TaskContext context,
        List<Work> works,
        Optional<Passage> passage,
        List<TaskMove> rules,
        List<Party> entitled) {

    static Facts of(SeenTask now, TaskContext context) {
        PartnerProfile profile = context.profile();
        List<Work> works = now.code().stream()
                .flatMap(code -> profile.work(code.system(), code.code()).stream())
                .distinct()
                .toList();
        Work work = works.isEmpty() ? Work.HANDOFF : works.get(0);
        List<String> business =
                now.businessStatus().stream().map(SeenCode::code).toList();
        Optional<TaskStatus> before = context.last().flatMap(SeenTask::status);
        Optional<Passage> passage = now.status().map(status -> StatusTable.passage(before, status));
        List<TaskMove> rules = now.status()
                .flatMap(status -> before.map(from -> profile.lifecycle().between(work, from, status, business)))
                .orElse(List.of());
        boolean steady = passage.equals(Optional.of(Passage.SAME)) && rules.isEmpty();
        List<Party> entitled = now.status()
                .filter(status -> !steady)
                .map(status -> rules.isEmpty() ? profile.lifecycle().mayEnter(work, status, business) : parties(rules))
                .orElse(List.of());
        return new Facts(now, context, works, passage, rules, entitled);
    }

    private static List<Party> parties(List<TaskMove> rules) {
        return List.of(Party.values()).stream()
                .filter(party -> rules.stream().anyMatch(rule -> rule.who().contains(party)))
                .toList();
    }

    Work work() {
        return works.isEmpty() ? Work.HANDOFF : works.get(0);
    }

    boolean handoff() {
        return work() == Work.HANDOFF;
    }

    boolean lives() {
        return work() == Work.HANDOFF || work() == Work.PATIENT_TASK;
    }

    boolean first() {
        return context.last().isEmpty();
    }

    boolean is(TaskStatus status) {
        return now.status().equals(Optional.of(status));
    }

    boolean follows(Passage kind) {
        return passage.equals(Optional.of(kind));
    }

    boolean heldBefore() {
        return context.held();
    }

    /** Whether it is the version of another Task; one that was never stored has no id yet. */
    boolean ofAnother() {
        return context.last().flatMap(SeenTask::id).isPresent() && changed(SeenTask::id);
    }

    boolean saysHeld() {
        return now.status().map(TaskStatus::saysHeld).orElse(false);
    }

    /** Whether this version would let work leave the sender. */
    boolean gives() {
        return saysHeld() && !heldBefore() && !asksToCancel();
    }

    boolean asksToCancel() {
        return asksToCancel(now);
    }

    boolean asksToCancel(SeenTask task) {
        return task.businessStatus().stream()
                .flatMap(code -> context.profile().lifecycle().businessStatus(code.system(), code.code()).stream())
                .anyMatch(entry -> entry.asksToCancel());
    }

    boolean needs(Needed needed) {
        return context.profile().parties().needed().contains(needed);
    }

    boolean ownerIsRequired() {
        return context.profile().parties().owner() != OwnerRule.OPTIONAL;
    }

    /** Whether what is asked differs from before, as far as both versions were read with its content. */
    boolean askedChanged() {
        Optional<String> before = context.last().flatMap(SeenTask::focusContent);
        boolean content = before.isPresent() && now.focusContent().isPresent() && !before.equals(now.focusContent());
        return content || changed(SeenTask::asked);
    }

    boolean ownerIsAccountable() {
        return context.profile().parties().ownerMeans() == OwnerMeans.ACCOUNTABLE;
    }

    boolean writtenBySomeoneNotEntitled() {
        Writer writer = context.writer();
        boolean entitledWriter =
                entitled.stream().anyMatch(party -> party.name().equals(writer.name()));
        return !entitled.isEmpty() && writer != Writer.UNVERIFIED && !entitledWriter;
    }

    /** Whether an element points elsewhere than in the version before. */
    boolean compares(Function<SeenTask, Optional<SeenReference>> element, Sameness sameness) {
        Optional<SeenReference> before = context.last().flatMap(element);
        Optional<SeenReference> after = element.apply(now);
        return before.isPresent() && after.isPresent() && before.get().sameAs(after.get()) == sameness;
    }

    boolean changed(Function<SeenTask, ?> element) {
        return context.last().isPresent()
                && !element.apply(context.last().get()).equals(element.apply(now));
    }
}
