package care.baton.risk;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.risk.Trigger.Adds;
import care.baton.risk.Trigger.Each;
import care.baton.risk.Trigger.Reached;
import care.baton.risk.Trigger.Repeated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which patterns nobody has heard of yet, however late the signs come and whatever turns out not to have been. */
class UnraisedTest {

    private static final Code GRAMS = Code.of("g");
    private static final Code APPETITE = Code.of("appetite");
    private static final Code MOOD = Code.of("mood");
    private static final Holder NURSE = Holder.of(OrganizationId.of("clinic"), Code.of("nurse"));
    private static final PatternRule TWICE = rule(Repeated.any(Adds.TIMES), 2);
    private static final PatternRule EACH = rule(new Each(), 1);
    private static final PatternRule HEAVY = rule(new Reached(GRAMS, false, false), 70);
    private static final Code OTHER = Code.of("another-rule");

    private final List<Pattern> raised = new ArrayList<>();

    @Test
    void whatWasHeardOfIsNotRaisedAgainByAnEarlierSignOrByOneOfTheSameMoment() {
        hears(TWICE, 20, 1, 2);

        assertThat(unraised(TWICE, 21, note(1, 10), note(2, 20))).isEmpty();
        assertThat(unraised(TWICE, 21, note(1, 10), note(2, 20), note(3, 5))).isEmpty();
        assertThat(unraised(TWICE, 21, note(1, 10), note(2, 20), note(3, 20))).isEmpty();
    }

    @Test
    void whatAnotherRuleHeardOfOrWhatRestedOnNothingButMistakesIsNotHeardOf() {
        raised.add(pattern(OTHER, 20, Optional.empty(), List.of(ref(1), ref(2))));
        assertThat(unraised(TWICE, 21, note(1, 10), note(2, 20))).hasSize(1);

        hears(TWICE, 20, 8, 9);
        assertThat(unraised(TWICE, 21, note(1, 10), note(2, 20)))
                .as("eight and nine never were")
                .hasSize(1);
    }

    @Test
    void anEarlierPatternOfWhichWeHearLateIsRaisedAndTheLaterOneIsNot() {
        Sign[] all = {note(1, 10), note(2, 20), note(8, 69), note(9, 70)};
        hears(TWICE, 70, 8, 9);

        assertThat(unraised(TWICE, 71, all)).extracting(Crossing::from).containsExactly(hour(20));
        hears(TWICE, 20, 1, 2);
        assertThat(unraised(TWICE, 71, all)).isEmpty();
    }

    @Test
    void whatWasHeardOfAsTheOneBeforeIsNotHeardOfAsTheNext() {
        hears(TWICE, 20, 1, 2);

        assertThat(unraised(TWICE, 66, note(3, 5), note(1, 10), note(2, 20), note(8, 65)))
                .extracting(Crossing::from)
                .containsExactly(hour(65));
    }

    @Test
    void whatWasHeardOfMoreThanAWindowBeforeIsNotThatWhichBeginsNow() {
        hears(TWICE, 20, 1, 2);

        assertThat(unraised(TWICE, 82, note(2, 20), note(8, 80), note(9, 81)))
                .as("the first was a mistake")
                .extracting(Crossing::from)
                .containsExactly(hour(81));
    }

    @Test
    void eachOneIsHeardOfByItselfWhateverElseOfItsSubjectWas() {
        raised.add(pattern(EACH.code(), 0, Optional.of(APPETITE), List.of(ref(1))));
        raised.add(pattern(EACH.code(), 1, Optional.of(MOOD), List.of(ref(2))));

        assertThat(unraised(EACH, 6, note(1, 0), sign(2, 1, MOOD, Optional.empty()), note(3, 5)))
                .extracting(Crossing::evidence)
                .containsExactly(List.of(ref(3)));
        assertThat(unraised(EACH, 6, note(1, 0), note(4, 0)))
                .extracting(Crossing::evidence)
                .containsExactly(List.of(ref(4)));
    }

    @Test
    void aFigureThatComesBackIsRaisedAgainHoweverShortItWasGone() {
        raised.add(pattern(HEAVY.code(), 0, Optional.of(Code.of("weight")), List.of(ref(1))));

        assertThat(unraised(HEAVY, 6, weighs(1, 0, 70), weighs(3, -5, 71))).isEmpty();
        assertThat(unraised(HEAVY, 6, weighs(1, 0, 70), weighs(2, 0, 69), weighs(3, 5, 70)))
                .extracting(Crossing::from)
                .containsExactly(hour(5));
    }

    @Test
    void whatIsOverForAWindowOrHasNotBegunIsRaisedNoMoreAndNotYet() {
        assertThat(unraised(TWICE, 19, note(1, 10), note(2, 20))).isEmpty();
        assertThat(unraised(TWICE, 20, note(1, 10), note(2, 20))).hasSize(1);
        assertThat(unraised(TWICE, 105, note(1, 10), note(2, 20))).hasSize(1);
        assertThat(unraised(TWICE, 106, note(1, 10), note(2, 20))).isEmpty();
    }

    private List<Crossing> unraised(PatternRule rule, int now, Sign... signs) {
        return rule.unraised(List.of(signs), Acuity.MODERATE, hour(now), raised);
    }

    private void hears(PatternRule rule, int from, int... signs) {
        List<Sign.Ref> evidence = new ArrayList<>();
        for (int sign : signs) {
            evidence.add(ref(sign));
        }
        raised.add(pattern(rule.code(), from, Optional.empty(), evidence));
    }

    private Pattern pattern(Code rule, int from, Optional<Code> subject, List<Sign.Ref> evidence) {
        Crossing crossing = new Crossing(subject, hour(from), Optional.empty(), Measured.of(2, "times"), evidence);
        Detection detection = new Detection(
                rule,
                crossing,
                Acuity.MODERATE,
                List.of(),
                Code.of("look-closer"),
                NURSE,
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new Pattern(raised.size() + 1, Code.of("run-1"), detection, hour(from), Optional.empty());
    }

    private static PatternRule rule(Trigger trigger, long threshold) {
        return Signs.rule(trigger, Counted.from(), Thresholds.same(threshold), Duration.ofDays(2));
    }

    private static Sign note(int number, int hour) {
        return sign(number, hour, APPETITE, Optional.empty());
    }

    private static Sign weighs(int number, int hour, long grams) {
        return sign(number, hour, Code.of("weight"), Optional.of(new Measured(grams, GRAMS)));
    }

    private static Sign sign(int number, int hour, Code subject, Optional<Measured> measured) {
        return new Sign(
                ref(number),
                subject,
                Source.NOTE,
                Optional.empty(),
                List.of(NURSE),
                hour(hour),
                1,
                0,
                true,
                measured,
                Optional.empty());
    }

    private static Sign.Ref ref(int number) {
        return new Sign.Ref(Sign.Kind.OBSERVATION, number);
    }

    private static Instant hour(int hour) {
        return Signs.START.plus(Duration.ofHours(hour));
    }
}
