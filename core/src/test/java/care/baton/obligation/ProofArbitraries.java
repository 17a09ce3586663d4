package care.baton.obligation;

import care.baton.evidence.Covered;
import care.baton.evidence.EvidenceEvent.ApprovalRevoked;
import care.baton.evidence.EvidenceEvent.FactSetAside;
import care.baton.evidence.EvidenceEvent.FlagCleared;
import care.baton.evidence.Flag;
import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What may be known, grown step by step: told, approved, contradicted, taken back. */
final class ProofArbitraries {

    private static final Code REASON = Code.of("corrected");

    private ProofArbitraries() {}

    static Arbitrary<Proofs> proofs() {
        return Arbitraries.oneOf(support(), harm()).list().ofMaxSize(12).map(steps -> {
            Proofs known = Proofs.none();
            for (UnaryOperator<Proofs> step : steps) {
                known = step.apply(known);
            }
            return known;
        });
    }

    /** What adds and takes nothing away: a field that said nothing, approvals, work, stages, waivers, warnings cleared. */
    static Arbitrary<UnaryOperator<Proofs>> support() {
        return Arbitraries.oneOf(
                Arbitraries.just(p -> p.evidence().fact(Proofs.MEDICATION).isPresent()
                        ? p
                        : p.says(Proofs.MEDICATION, "stopped", Grade.CONFIRMED)),
                Arbitraries.just(Proofs::approved),
                Arbitraries.just(p -> p.approvedBy(Proofs.NURSE, new Covered(Proofs.UNCERTAIN, 1))),
                Arbitraries.just(p -> p.doing(Proofs.STAFFING)),
                Arbitraries.just(p -> p.leaving(Proofs.OTHER_PATHWAY, Proofs.OTHER_STAGE)),
                Combinators.combine(
                                Arbitraries.of(Proofs.MEDICATION, Proofs.APPROVAL, Proofs.STAFFING, Proofs.OTHER_DONE),
                                Arbitraries.integers().between(1, 72))
                        .as((item, hours) -> p -> p.waived(item, Duration.ofHours(hours))),
                flags().map(flag -> p -> cleared(p, flag)));
    }

    /** What may take away: a warning, a weaker or empty word, a fact or an approval taken back. */
    static Arbitrary<UnaryOperator<Proofs>> harm() {
        return Arbitraries.oneOf(
                flags().map(flag -> p -> p.raises(flag)),
                Combinators.combine(Arbitraries.of("", "doubled"), Arbitraries.of(Grade.values()))
                        .as((words, grade) -> p -> p.says(Proofs.MEDICATION, words, grade)),
                Arbitraries.integers()
                        .between(1, 3)
                        .map(version -> p -> p.with(
                                Proofs.NURSE, Proofs.NOW, new FactSetAside(Proofs.MEDICATION, version, true, REASON))),
                Arbitraries.integers()
                        .between(1, 3)
                        .map(n -> p -> p.with(Proofs.SUPERVISOR, Proofs.NOW, new ApprovalRevoked(n, REASON))));
    }

    static Arbitrary<Code> flags() {
        return Arbitraries.of(List.of(Proofs.UNCERTAIN, Proofs.UNSAFE));
    }

    /** Beyond the longest waiver too. */
    static Arbitrary<Duration> later() {
        return Arbitraries.integers().between(1, 100).map(Duration::ofHours);
    }

    private static Proofs cleared(Proofs known, Code flag) {
        return known.evidence()
                .flag(flag)
                .map(Flag::version)
                .map(version -> known.with(Proofs.NURSE, Proofs.NOW, new FlagCleared(flag, version, REASON)))
                .orElse(known);
    }
}
