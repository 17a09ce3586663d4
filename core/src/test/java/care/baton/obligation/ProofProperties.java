package care.baton.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Waiver;
import care.baton.obligation.Lack.Why;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.pathway.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The sixth law of the kernel, proof: done counts with its proof, and not without. */
class ProofProperties {

    @Property
    void proofIsThereWhenItIsDischargedAndWithoutItNothingHappens(@ForAll("proofs") Proofs known) {
        Key key = Story.key(1);
        Opening opening = Opening.of(
                        key,
                        Optional.empty(),
                        Story.HOLDERS.get(0),
                        Story.HOLDERS.get(2),
                        Proofs.NOW.plus(Duration.ofDays(1)),
                        Route.reminder(Story.RULES.get(0)))
                .proving(Proofs.ALL);
        Obligations open = Story.fold(Obligations.none(), opening.on(Obligations.none(), Proofs.NOW));

        Outcome<Obligations, ObligationEvent> outcome = Discharge.of(open, key, known, Proofs.NOW, Story.CALENDAR);

        List<Lack> lacks = Lacking.of(Proofs.ALL, known, Proofs.NOW);
        assertThat(outcome.isApplied()).isEqualTo(lacks.isEmpty());
        assertThat(outcome.refusals())
                .isEqualTo(lacks.stream().map(Lack::refusal).toList());
        outcome.fold(
                done -> assertThat(done.state().isOpen(key)).isFalse(),
                no -> assertThat(open.isOpen(key)).isTrue());
    }

    @Property
    void proofIsJudgedItemByItemAndEveryMissingOneIsNamed(@ForAll("proofs") Proofs known) {
        List<Lack> alone = Proofs.ALL.stream()
                .flatMap(need -> Lacking.of(List.of(need), known, Proofs.NOW).stream())
                .toList();
        List<Need> waived = needs(Lacking.waived(Proofs.ALL, known, Proofs.NOW));

        assertThat(Lacking.of(Proofs.ALL, known, Proofs.NOW)).isEqualTo(alone);
        assertThat(needs(alone)).noneMatch(waived::contains);
    }

    @Property
    void proofIsNeverUnsatisfiedByMoreSupport(
            @ForAll("proofs") Proofs known,
            @ForAll("support") UnaryOperator<Proofs> support,
            @ForAll("later") Duration later) {
        Instant then = Proofs.NOW.plus(later);

        List<Need> after = needs(Lacking.of(Proofs.ALL, support.apply(known), then));

        assertThat(needs(Lacking.of(Proofs.ALL, known, then))).containsAll(after);
    }

    @Property
    void proofIsLetPassByAWaiverUntilItsEndAndShownAllThatTime(
            @ForAll("proofs") Proofs known, @ForAll("later") Duration length) {
        Instant end = Proofs.NOW.plus(length);
        for (Lack lack : Lacking.of(Proofs.ALL, known, Proofs.NOW)) {
            Code item = lack.need().item();
            Instant last = end.minusNanos(1);

            Proofs waived = known.waived(item, length);

            assertThat(needs(Lacking.of(Proofs.ALL, waived, last))).doesNotContain(lack.need());
            assertThat(Lacking.waived(Proofs.ALL, waived, last))
                    .filteredOn(l -> l.need().equals(lack.need()))
                    .singleElement()
                    .satisfies(l -> assertThat(l.waiver()).map(Waiver::until).contains(end));
            assertThat(Lacking.of(Proofs.ALL, waived, end))
                    .filteredOn(l -> l.need().equals(lack.need()))
                    .singleElement()
                    .satisfies(l -> assertThat(l.refusal().at()).contains(end));
        }
    }

    @Property
    void proofByApprovalCountsOnlyForWhatWasApproved(
            @ForAll("proofs") Proofs known, @ForAll("flags") Code flag, @ForAll("flags") Code other) {
        Proofs approved = known.raises(flag).approved();
        List<Need> gate = List.of(Proofs.APPROVED);
        Instant unwaived = Proofs.NOW.plus(Duration.ofDays(30));

        assertThat(Lacking.of(gate, approved, unwaived)).isEmpty();
        assertThat(Lacking.of(gate, approved.raises(other), unwaived))
                .extracting(Lack::why)
                .containsExactly(Why.APPROVAL_OUTDATED);
    }

    private static List<Need> needs(List<Lack> lacks) {
        return lacks.stream().map(Lack::need).toList();
    }

    @Provide
    static Arbitrary<Proofs> proofs() {
        return ProofArbitraries.proofs();
    }

    @Provide
    static Arbitrary<UnaryOperator<Proofs>> support() {
        return ProofArbitraries.support();
    }

    @Provide
    static Arbitrary<Code> flags() {
        return ProofArbitraries.flags();
    }

    @Provide
    static Arbitrary<Duration> later() {
        return ProofArbitraries.later();
    }
}
