package care.baton.risk;

import care.baton.outcome.Code;
import care.baton.outcome.Near;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.risk.Trigger.Reached;
import care.baton.risk.Trigger.Repeated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether rules can be kept. Every fault is named. */
final class SoundRules {

    private final List<Refusal> faults = new ArrayList<>();

    private SoundRules() {}

    static List<Refusal> faults(
            List<Instrument> instruments,
            List<Code> subjects,
            List<Code> failures,
            List<Code> conclusions,
            List<PatternRule> patterns,
            Optional<Code> atStart) {
        SoundRules sound = new SoundRules();
        List<Code> scored = instruments.stream().map(Instrument::code).toList();
        List<Code> named = Stream.concat(subjects.stream(), scored.stream()).toList();
        sound.twice("instruments", scored);
        sound.twice("subjects", named);
        sound.twice("failures", failures);
        sound.twice("conclusions", conclusions);
        sound.twice("patterns", patterns.stream().map(PatternRule::code).toList());
        sound.listed("failures", failures, subjects);
        sound.listed("atStart", atStart.stream().toList(), subjects);
        for (int i = 0; i < patterns.size(); i++) {
            sound.pattern("patterns/" + i, patterns.get(i), named, conclusions);
        }
        return Collections.unmodifiableList(sound.faults);
    }

    private void pattern(String path, PatternRule rule, List<Code> named, List<Code> conclusions) {
        List<Source> sources = rule.counted().sources();
        listed(path + "/counted/subjects", rule.counted().subjects(), named);
        listed(path + "/proposal/hypotheses", rule.proposal().hypotheses(), conclusions);
        twice(path + "/proposal/hypotheses", rule.proposal().hypotheses());
        twice(path + "/proposal/tell", rule.proposal().tell());
        if (!rule.thresholds().areMonotone(rule.isFalling())) {
            faults.add(Refusal.of(Reason.VALUE_MALFORMED, path + "/thresholds"));
        }
        if (!(rule.trigger() instanceof Reached) && rule.thresholds().high() < 1) {
            faults.add(Refusal.of(Reason.VALUE_MALFORMED, path + "/thresholds/high"));
        }
        if (!rule.counted().contacts().isEmpty() && !sources.isEmpty() && !sources.contains(Source.CONTACT)) {
            faults.add(Refusal.of(Reason.VALUE_MALFORMED, path + "/counted/contacts"));
        }
        if (rule.trigger() instanceof Repeated how) {
            listed(path + "/trigger/steady", how.steady(), named);
            if (!sources.isEmpty()
                    && how.sources() > sources.stream().distinct().count()) {
                faults.add(Refusal.of(Reason.VALUE_MALFORMED, path + "/trigger/sources"));
            }
        }
    }

    private void listed(String path, List<Code> said, List<Code> declared) {
        said.stream()
                .filter(one -> !declared.contains(one))
                .forEach(one -> faults.add(
                        Refusal.of(Reason.NAME_UNKNOWN, path + "/" + one).instead(Near.to(one, declared))));
    }

    private void twice(String path, List<Code> codes) {
        if (codes.stream().distinct().count() != codes.size()) {
            faults.add(Refusal.of(Reason.NAME_TWICE, path));
        }
    }
}
