package care.baton.obligation;

import care.baton.evidence.AbsentReason;
import care.baton.evidence.Approval;
import care.baton.evidence.Covered;
import care.baton.evidence.Evidence;
import care.baton.evidence.Fact;
import care.baton.evidence.Flag;
import care.baton.evidence.Waiver;
import care.baton.obligation.Lack.Why;
import care.baton.pathway.Holds;
import care.baton.pathway.Need;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Need.StageNeed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is still missing of what is needed: every item, never only the first. */
public final class Lacking {

    private Lacking() {}

    /**
     * Everything that stands in the way. What a waiver in force lets pass does not.
     *
     * @param needs what is needed
     * @param known what is known
     * @param now the host's clock
     * @return every item that is lacking, in the order of the needs
     */
    public static List<Lack> of(List<Need> needs, Known known, Instant now) {
        return unmet(needs, known, now).filter(lack -> !isWaived(lack, now)).toList();
    }

    /**
     * What would stand in the way, had nobody let it pass for now: it shows wherever the gate shows.
     *
     * @param needs what is needed
     * @param known what is known
     * @param now the host's clock
     * @return every item that only a waiver in force lets pass, in the order of the needs
     */
    public static List<Lack> waived(List<Need> needs, Known known, Instant now) {
        return unmet(needs, known, now).filter(lack -> isWaived(lack, now)).toList();
    }

    private static Stream<Lack> unmet(List<Need> needs, Known known, Instant now) {
        Objects.requireNonNull(known, "known");
        return needs.stream().flatMap(need -> why(need, known).map(why -> lack(need, why, known, now)).stream());
    }

    private static Lack lack(Need need, Why why, Known known, Instant now) {
        Optional<Waiver> inForce = known.evidence().waiverInForce(known.run(), need.item(), now);
        List<Waiver> granted = known.evidence().waivers(known.run(), need.item());
        Optional<Waiver> last =
                granted.stream().skip(Math.max(0, granted.size() - 1)).findFirst();
        return new Lack(need, why, inForce.or(() -> last));
    }

    private static boolean isWaived(Lack lack, Instant now) {
        return lack.waiver().filter(w -> w.inForceAt(now)).isPresent();
    }

    private static Optional<Why> why(Need need, Known known) {
        if (need instanceof FieldNeed field) {
            return why(field, known);
        }
        if (need instanceof ApprovalNeed approval) {
            return why(approval, known);
        }
        if (need instanceof DutyNeed duty) {
            return known.done(duty.item()) ? Optional.empty() : Optional.of(Why.NOT_DONE);
        }
        StageNeed stage = (StageNeed) need;
        return known.left(stage.pathway(), stage.stage()) ? Optional.empty() : Optional.of(Why.STAGE_NOT_LEFT);
    }

    /** Declined is an answer where "none known" is one; what nobody asked or knows is missing still. */
    private static Optional<Why> why(FieldNeed need, Known known) {
        Optional<Fact> fact = known.evidence()
                .fact(need.item())
                .filter(f -> f.at().isAfter(known.since()))
                .filter(f -> need.noneKnown() || !f.value().isNone())
                .filter(f -> f.absent().map(AbsentReason::isAnswer).orElse(true))
                .filter(f -> isLater(need, f, known.evidence()))
                .filter(f -> f.value().isNone()
                        || need.holds().map(h -> h.fits(f.value(), f.at())).orElse(true));
        if (fact.isEmpty()) {
            return Optional.of(Why.MISSING);
        }
        if (!need.suppliers().contains(fact.get().author().role())) {
            return Optional.of(Why.BY_OTHER_ROLE);
        }
        return fact.get().grade().atLeast(need.atLeast()) ? Optional.empty() : Optional.of(Why.TOO_WEAK);
    }

    /** What looks at another field was not said before that was. */
    private static boolean isLater(FieldNeed need, Fact fact, Evidence evidence) {
        return need.holds()
                .filter(Holds.After.class::isInstance)
                .flatMap(holds -> evidence.fact(((Holds.After) holds).field()))
                .filter(other -> fact.at().isBefore(other.at()))
                .isEmpty();
    }

    private static Optional<Why> why(ApprovalNeed need, Known known) {
        Evidence evidence = known.evidence();
        List<Flag> raised = evidence.raised().stream()
                .filter(f -> need.flags().contains(f.code()))
                .toList();
        List<Approval> given = evidence.approvals().stream()
                .filter(a -> a.counts() && a.kind().equals(need.item()))
                .filter(a -> a.at().isAfter(known.since()))
                .filter(a -> need.suppliers().contains(a.by().role()))
                .toList();
        if (raised.isEmpty() || given.stream().anyMatch(a -> approves(a, raised, evidence))) {
            return Optional.empty();
        }
        return Optional.of(given.isEmpty() ? Why.NOT_APPROVED : Why.APPROVAL_OUTDATED);
    }

    private static boolean approves(Approval approval, List<Flag> raised, Evidence evidence) {
        return raised.stream().allMatch(f -> approval.covers(f.code(), f.version()))
                && approval.covers().stream().allMatch(c -> stands(c, evidence));
    }

    /** A fact must still say what was looked at; a flag counts only while it stands, and then in its version. */
    private static boolean stands(Covered covered, Evidence evidence) {
        Optional<Flag> flag = evidence.flag(covered.code());
        boolean isFact = !evidence.versions(covered.code()).isEmpty();
        return (flag.isPresent() && !isFact)
                || flag.map(Flag::version).equals(Optional.of(covered.version()))
                || evidence.fact(covered.code()).map(Fact::version).equals(Optional.of(covered.version()));
    }
}
