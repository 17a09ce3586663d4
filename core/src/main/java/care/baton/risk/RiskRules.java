package care.baton.risk;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.outcome.Refusal;
import care.baton.time.DueRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * By what rules risks are seen: what can be observed and scored, which patterns are found and who looks at them.
 *
 * @param instruments what can be scored
 * @param subjects what can be observed, and what contacts are about that a rule counts
 * @param failures the subjects that are a failure of care when they happen
 * @param conclusions what a pattern can be found to mean
 * @param patterns the rules by which patterns are found, each name once
 * @param needWithin by when an unmet need is to be met, from when it was named
 * @param atStart the subject that is looked at once, at the first visit that is made
 */
@Built
@Value.Builder
public record RiskRules(
        List<Instrument> instruments,
        List<Code> subjects,
        List<Code> failures,
        List<Code> conclusions,
        List<PatternRule> patterns,
        DueRule needWithin,
        Optional<Code> atStart) {

    /**
     * Copies the lists and checks that nothing dangles and nothing is there twice, that every pattern can come up, and
     * that none weighs less where acuity is higher.
     *
     * @throws UnsoundRulesException if the rules cannot be kept; it names every fault with its path
     */
    public RiskRules {
        Objects.requireNonNull(needWithin, "needWithin");
        Objects.requireNonNull(atStart, "atStart");
        instruments = Copy.of(instruments, "instruments");
        subjects = Copy.of(subjects, "subjects");
        failures = Copy.of(failures, "failures");
        conclusions = Copy.of(conclusions, "conclusions");
        patterns = Copy.of(patterns, "patterns");
        List<Refusal> faults = SoundRules.faults(instruments, subjects, failures, conclusions, patterns, atStart);
        if (!faults.isEmpty()) {
            throw new UnsoundRulesException(faults);
        }
    }

    /**
     * In which units a figure is read that some rule holds against a threshold: in another it would never be compared.
     *
     * @param subject what the figure is about
     * @return the units, each once; none where no rule reads a figure of it
     */
    public List<Code> units(Code subject) {
        Objects.requireNonNull(subject, "subject");
        return patterns.stream()
                .filter(p -> p.counted().subjects().contains(subject))
                .map(PatternRule::trigger)
                .filter(Trigger.Reached.class::isInstance)
                .map(trigger -> ((Trigger.Reached) trigger).unit())
                .distinct()
                .toList();
    }

    /**
     * Rules, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static RiskRulesBuilderStages.BuildStart builder() {
        return RiskRulesBuilderStages.start();
    }

    /**
     * What we ship. What is looked at, and what it may mean, is the sources'; that two changes from two sources call for
     * a review, and the threshold of LACE, are theirs too; the other thresholds, the windows and the times are ours.
     *
     * @return the rules
     */
    public static RiskRules standard() {
        return StandardRules.RULES;
    }

    /**
     * One rule.
     *
     * @param code its name
     * @return the rule, if there is one of that name
     */
    public Optional<PatternRule> pattern(Code code) {
        Objects.requireNonNull(code, "code");
        return patterns.stream().filter(p -> p.code().equals(code)).findFirst();
    }
}
