package care.baton.risk;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.risk.Trigger.Repeated;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds of every pattern, whatever the rule and whatever was seen. */
class PatternProperties {

    private static final int TRIES = 400;
    private static final Instant END = Signs.START.plus(Duration.ofHours(240));

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Requirement({"RSK-21", "RSK-34"})
    void inWhateverOrderAndHoweverOftenSignsComeThePatternIsTheSame(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PatternRule rule = Signs.rule(random);
        List<Sign> signs = Signs.any(random);
        List<Sign> again = new ArrayList<>(signs);
        again.addAll(signs.subList(0, signs.size() / 2));
        Collections.shuffle(again, new Random(seed));

        assertThat(rule.crossings(again, Acuity.MODERATE)).isEqualTo(rule.crossings(signs, Acuity.MODERATE));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Requirement("FAI-13")
    void whatIsAPatternAtOneAcuityIsOneAtEachHigherAndNoLessSignificant(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PatternRule rule = Signs.rule(random);
        List<Sign> signs = Signs.any(random);
        for (int i = 1; i < Acuity.values().length; i++) {
            Acuity lower = Acuity.values()[i - 1];
            Acuity higher = Acuity.values()[i];
            List<Crossing> found = rule.crossings(signs, higher);
            for (Crossing one : rule.crossings(signs, lower)) {
                assertThat(found).anyMatch(other -> covers(other, one));
                long measured = one.measured().value();
                assertThat(rule.significance(measured, higher))
                        .isGreaterThanOrEqualTo(rule.significance(measured, lower));
            }
        }
    }

    private static boolean covers(Crossing whole, Crossing part) {
        boolean ends = whole.until().isEmpty()
                || part.until().filter(end -> !end.isAfter(whole.until().get())).isPresent();
        return whole.subject().equals(part.subject()) && !whole.from().isAfter(part.from()) && ends;
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void inWindowsItIsThereWhereCountingOneByOneSaysSoFromASignOn(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PatternRule rule = Signs.rule(random);
        if (!(rule.trigger() instanceof Repeated how)) {
            return;
        }
        List<Sign> signs = Signs.any(random);
        long threshold = rule.thresholds().at(Acuity.MODERATE);
        PatternOracle oracle = new PatternOracle(rule, signs);
        List<Crossing> found = rule.crossings(signs, Acuity.MODERATE);
        List<Code> subjects =
                signs.stream().map(Sign::subject).distinct().sorted().toList();
        List<Optional<Code>> groups =
                how.bySubject() ? subjects.stream().map(Optional::of).toList() : List.of(Optional.empty());
        for (Optional<Code> subject : groups) {
            boolean on = false;
            for (int hour = -1; hour < 500; hour++) {
                Instant at = Signs.START.plus(Duration.ofHours(hour));
                boolean seen = signs.stream()
                        .anyMatch(s -> s.at().equals(at)
                                && rule.counted().counts(s)
                                && (subject.isEmpty() || subject.get().equals(s.subject())));
                on = oracle.isThere(subject, at, threshold) && (on || seen);
                boolean told = found.stream()
                        .anyMatch(c -> c.subject().equals(subject)
                                && !c.from().isAfter(at)
                                && c.until().map(at::isBefore).orElse(true));
                assertThat(told).as("hour " + hour).isEqualTo(on);
            }
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Requirement("ESC-15")
    void asTimeGoesOnEachCrossingIsRaisedOnceAndLookingAgainRaisesNothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PatternRule rule = Signs.rule(random);
        List<Sign> signs = Sign.sorted(Signs.any(random));
        List<Pattern> raised = new ArrayList<>();
        for (int i = 1; i <= signs.size(); i++) {
            Instant now = signs.get(i - 1).at();
            boolean last = i == signs.size() || signs.get(i).at().isAfter(now);
            if (last) {
                raise(rule, signs.subList(0, i), now, raised);
            }
        }
        List<Crossing> whole = rule.crossings(signs, Acuity.MODERATE);
        assertThat(raised)
                .extracting(p -> p.detection().crossing().from())
                .containsExactlyInAnyOrderElementsOf(
                        whole.stream().map(Crossing::from).toList());
        assertThat(rule.unraised(signs, Acuity.MODERATE, END, raised)).isEmpty();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whateverComesLateEachCrossingThatIsRecentHasBeenRaised(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PatternRule rule = Signs.rule(random);
        List<Sign> told = new ArrayList<>(Signs.any(random));
        Collections.shuffle(told, new Random(seed));
        List<Pattern> raised = new ArrayList<>();
        for (int i = 1; i <= told.size(); i++) {
            raise(rule, told.subList(0, i), END, raised);
            assertThat(rule.unraised(told.subList(0, i), Acuity.MODERATE, END, raised))
                    .isEmpty();
        }
        for (Crossing one : rule.crossings(told, Acuity.MODERATE)) {
            boolean recent =
                    one.until().map(end -> end.plus(rule.window()).isAfter(END)).orElse(true);
            assertThat(!recent
                            || raised.stream()
                                    .anyMatch(p ->
                                            p.detection().crossing().subject().equals(one.subject())))
                    .isTrue();
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Requirement({"ESC-15", "ESC-16"})
    void laceIsHeardOfEachTimeItComesToTenFromBelow(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PatternRule rule =
                RiskRules.standard().pattern(Code.of("readmission-risk")).orElseThrow();
        List<Sign> signs = new ArrayList<>();
        long crossed = 0;
        int before = 0;
        for (int i = 1; i < 20; i++) {
            int points = 7 + random.nextInt(6);
            crossed += before < 10 && points >= 10 ? 1 : 0;
            before = points;
            signs.add(Signs.score(i, points));
        }
        assertThat(rule.crossings(signs, Acuity.MODERATE)).hasSize((int) crossed);
    }

    private static void raise(PatternRule rule, List<Sign> signs, Instant now, List<Pattern> raised) {
        for (Crossing one : rule.unraised(signs, Acuity.MODERATE, now, List.copyOf(raised))) {
            Detection found = new Detection(
                    rule.code(),
                    one,
                    Acuity.MODERATE,
                    rule.proposal().hypotheses(),
                    rule.proposal().action(),
                    Holder.of(OrganizationId.of("house"), Code.of("supervisor")),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
            raised.add(new Pattern(raised.size() + 1, Code.of("run-1"), found, now, Optional.empty()));
        }
    }
}
