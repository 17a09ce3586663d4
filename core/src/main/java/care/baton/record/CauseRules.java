package care.baton.record;

import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which written rules the time of a kind of work, or a coded reason, counts as one of the causes. What
 * no rule speaks of stays undetermined.
 *
 * @param rules the rules; the first that fits decides
 */
public record CauseRules(List<Rule> rules) {

    /** What a rule looks at. */
    public enum On {
        /** The kind of what was owed, such as {@code clarification}. */
        KIND,
        /** What it was about, such as the name of a missing field. */
        SUBJECT,
        /** A coded reason that somebody gave, such as why an offer was declined. */
        REASON
    }

    /**
     * One rule.
     *
     * @param on what it looks at
     * @param code the kind, subject or reason
     * @param cause what it counts as
     */
    public record Rule(On on, Code code, Cause cause) {
        /** Checks that nothing is absent. */
        public Rule {
            Objects.requireNonNull(on, "on");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(cause, "cause");
        }
    }

    /** Copies the rules. */
    public CauseRules {
        rules = Copy.of(rules, "rules");
    }

    /**
     * The rules that go without saying: a missing field and an open question are incomplete information.
     *
     * @return the rules
     */
    public static CauseRules standard() {
        return new CauseRules(List.of(
                new Rule(On.KIND, Keys.SUPPLY, Cause.INCOMPLETE_INFORMATION),
                new Rule(On.KIND, Kinds.CLARIFICATION, Cause.INCOMPLETE_INFORMATION)));
    }

    /**
     * These rules and one more, which comes after them.
     *
     * @param on what it looks at
     * @param code the kind, subject or reason
     * @param cause what it counts as
     * @return the rules with it
     */
    public CauseRules with(On on, Code code, Cause cause) {
        return new CauseRules(Stream.concat(rules.stream(), Stream.of(new Rule(on, code, cause)))
                .toList());
    }

    /** What somebody said comes first; a code that is a cause by name needs no rule. */
    Cause of(Key key, List<Code> reasons) {
        return reasons.stream()
                .flatMap(reason -> Cause.of(reason).or(() -> rule(On.REASON, reason.value())).stream())
                .findFirst()
                .or(() -> rule(On.SUBJECT, key.subject()))
                .or(() -> rule(On.KIND, key.kind().value()))
                .orElse(Cause.UNDETERMINED);
    }

    private Optional<Cause> rule(On on, String word) {
        return rules.stream()
                .filter(r -> r.on() == on && r.code().value().equals(word))
                .map(Rule::cause)
                .findFirst();
    }
}
