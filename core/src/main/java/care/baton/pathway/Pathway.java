package care.baton.pathway;

import care.baton.evidence.Canonical;
import care.baton.evidence.Display;
import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.outcome.Refusal;
import care.baton.party.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A definition: how one kind of care moves from the first word to the outcome. It never changes under
 * its version; changed content is a new version.
 *
 * @param id the pathway
 * @param version from 1
 * @param title what people read
 * @param owner the role that owns the outcome as a whole
 * @param roles everybody who has a part
 * @param responsibilities who records, decides, escalates, closes and validates
 * @param stages the stages in order; at least one
 * @param ladders who hears when something is late
 * @param handoff how handoffs go
 * @param guide who decides what
 * @param review when it is looked at as a whole
 * @param closure what must be there before it closes; at least one
 * @param flags the warnings that may be raised
 * @param waivers what may be let pass for a while; none means that there is no override
 * @param notices who is told of a decision
 * @param evidence the kinds of evidence that are filed on it, piece by piece
 */
@Built
@Value.Builder
public record Pathway(
        Code id,
        int version,
        @Display Label title,
        Code owner,
        List<RoleDescription> roles,
        Responsibilities responsibilities,
        List<Stage> stages,
        List<Ladder> ladders,
        HandoffTerms handoff,
        DecisionGuide guide,
        ReviewPoint review,
        List<Need> closure,
        List<Code> flags,
        List<Waivable> waivers,
        List<Notice> notices,
        List<EvidenceKind> evidence) {

    /**
     * Copies the lists and checks the whole.
     *
     * @throws UnsoundPathwayException if it could not be run: every fault with its path
     */
    public Pathway {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(responsibilities, "responsibilities");
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(guide, "guide");
        Objects.requireNonNull(review, "review");
        roles = Copy.of(roles, "roles");
        stages = Copy.of(stages, "stages");
        ladders = Copy.of(ladders, "ladders");
        closure = Copy.of(closure, "closure");
        flags = Copy.of(flags, "flags");
        waivers = Copy.of(waivers, "waivers");
        notices = Copy.of(notices, "notices");
        evidence = Copy.of(evidence, "evidence");
        List<Refusal> faults = Soundness.faults(new Draft(
                id,
                version,
                owner,
                roles,
                responsibilities,
                stages,
                ladders,
                handoff,
                guide,
                review,
                closure,
                flags,
                waivers,
                notices,
                evidence));
        if (!faults.isEmpty()) {
            throw new UnsoundPathwayException(faults);
        }
    }

    /**
     * A definition, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static PathwayBuilderStages.BuildStart builder() {
        return PathwayBuilderStages.start();
    }

    /**
     * The fingerprint of what decides.
     *
     * @return changes with every datum but the titles
     */
    public Digest hash() {
        return Canonical.digest(this);
    }

    /**
     * One stage.
     *
     * @param code which
     * @return the stage, if it is one of these
     */
    public Optional<Stage> stage(Code code) {
        Objects.requireNonNull(code, "code");
        return stages.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /**
     * The stage after another.
     *
     * @param code the other
     * @return the next stage; empty after the last
     */
    public Optional<Stage> after(Code code) {
        Objects.requireNonNull(code, "code");
        for (int i = 0; i + 1 < stages.size(); i++) {
            if (stages.get(i).code().equals(code)) {
                return Optional.of(stages.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /**
     * One ladder.
     *
     * @param code which
     * @return the ladder
     * @throws IllegalArgumentException if it is not one of these
     */
    public Ladder ladder(Code code) {
        Objects.requireNonNull(code, "code");
        return ladders.stream()
                .filter(l -> l.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("ladder: not one of the pathway's"));
    }

    /**
     * Everything that is needed anywhere on it.
     *
     * @return the needs of every stage, duty and of the closure
     */
    public List<Need> needs() {
        return needs(stages, closure);
    }

    static List<Need> needs(List<Stage> stages, List<Need> closure) {
        List<Need> needs = new ArrayList<>(64);
        for (Stage stage : stages) {
            stage.fields().forEach(f -> needs.add(f.need()));
            stage.fields().forEach(f -> f.expiry().ifPresent(e -> needs.addAll(e.proof())));
            stage.gates().forEach(g -> g.needs().forEach(needs::add));
            stage.duties().forEach(d -> d.proof().forEach(needs::add));
        }
        needs.addAll(closure);
        return Collections.unmodifiableList(needs);
    }

    /** A definition that has not yet been seen to be sound. */
    record Draft(
            Code id,
            int version,
            Code owner,
            List<RoleDescription> roles,
            Responsibilities responsibilities,
            List<Stage> stages,
            List<Ladder> ladders,
            HandoffTerms handoff,
            DecisionGuide guide,
            ReviewPoint review,
            List<Need> closure,
            List<Code> flags,
            List<Waivable> waivers,
            List<Notice> notices,
            List<EvidenceKind> evidence) {}

    /** The pathway and its version. */
    @Override
    public String toString() {
        return "Pathway[" + id + "/" + version + "]";
    }
}
