package care.baton.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.baton.note.ContactType;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.party.Sensitive;
import care.baton.risk.Trigger.Adds;
import care.baton.risk.Trigger.Reached;
import care.baton.risk.Trigger.Repeated;
import care.baton.time.BusinessDays;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Rules for risks hold together, or every fault is named with its place. */
class RiskRulesTest {

    private static final List<Code> SUBJECTS = codes("appetite", "weight");
    private static final List<Code> CONCLUSIONS = codes("need-changed", "no-concern");
    private static final Counted ALL = Counted.from();
    private static final Thresholds ONE = Thresholds.same(1);
    private static final Repeated OFTEN = Repeated.any(Adds.TIMES);

    @Test
    void eachNameStandsOnceAndSubjectsAndInstrumentsShareTheirNames() {
        assertThat(faults(List.of(Instrument.LACE, Instrument.LACE), SUBJECTS, List.of(), CONCLUSIONS))
                .containsExactly("NAME_TWICE instruments", "NAME_TWICE subjects");
        assertThat(faults(List.of(Instrument.LACE), codes("lace"), List.of(), CONCLUSIONS))
                .containsExactly("NAME_TWICE subjects");
        assertThat(faults(List.of(), SUBJECTS, codes("weight", "weight"), CONCLUSIONS))
                .containsExactly("NAME_TWICE failures");
        assertThat(faults(List.of(), SUBJECTS, List.of(), codes("need-changed", "need-changed")))
                .containsExactly("NAME_TWICE conclusions");
        assertThat(faults(Optional.empty(), pattern(OFTEN, ALL, ONE), pattern(OFTEN, ALL, ONE)))
                .containsExactly("NAME_TWICE patterns");
    }

    @Test
    void whatIsNamedIsDeclared() {
        assertThat(faults(List.of(), SUBJECTS, codes("fall"), CONCLUSIONS))
                .containsExactly("NAME_UNKNOWN failures/fall");
        assertThat(faults(Optional.of(Code.of("start")))).containsExactly("NAME_UNKNOWN atStart/start");
        assertThat(faults(Optional.of(SUBJECTS.get(0)))).isEmpty();
        assertThat(faults(Optional.empty(), pattern(OFTEN, Counted.about(Code.of("mood")), ONE)))
                .containsExactly("NAME_UNKNOWN patterns/0/counted/subjects/mood");
        Repeated steady = new Repeated(Adds.TIMES, false, 1, 1, 0, 0, codes("hours"));
        assertThat(faults(Optional.empty(), pattern(steady, ALL, ONE)))
                .containsExactly("NAME_UNKNOWN patterns/0/trigger/steady/hours");
    }

    @Test
    void aProposalNamesEachHypothesisAndEachRoleOnce() {
        Code changed = CONCLUSIONS.get(0);

        assertThat(faults(Optional.empty(), proposing(List.of(changed, changed), List.of())))
                .containsExactly("NAME_TWICE patterns/0/proposal/hypotheses");
        assertThat(faults(Optional.empty(), proposing(List.of(changed), codes("nurse", "nurse"))))
                .containsExactly("NAME_TWICE patterns/0/proposal/tell");
        assertThat(faults(Optional.empty(), proposing(codes("strain"), List.of())))
                .containsExactly("NAME_UNKNOWN patterns/0/proposal/hypotheses/strain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proposing(List.of(), List.of()))
                .withMessageStartingWith("hypotheses:");
    }

    @Test
    void thresholdsFallAsAcuityRisesAndForAFigureThatFallsTheyRise() {
        Reached light = new Reached(Code.of("g"), false, true);

        for (Thresholds falls : List.of(new Thresholds(3, 2, 1), new Thresholds(2, 2, 1), new Thresholds(2, 1, 1))) {
            assertThat(faults(Optional.empty(), pattern(OFTEN, ALL, falls))).isEmpty();
            assertThat(faults(Optional.empty(), pattern(light, ALL, falls)))
                    .containsExactly("VALUE_MALFORMED patterns/0/thresholds");
        }
        for (Thresholds rises : List.of(new Thresholds(1, 2, 3), new Thresholds(1, 1, 2), new Thresholds(1, 2, 2))) {
            assertThat(faults(Optional.empty(), pattern(OFTEN, ALL, rises)))
                    .containsExactly("VALUE_MALFORMED patterns/0/thresholds");
            assertThat(faults(Optional.empty(), pattern(light, ALL, rises))).isEmpty();
        }
    }

    @Test
    void whatIsAddedUpNeedsOneAndAFigureMayReachNothing() {
        assertThat(faults(Optional.empty(), pattern(OFTEN, ALL, Thresholds.same(0))))
                .containsExactly("VALUE_MALFORMED patterns/0/thresholds/high");
        assertThat(faults(Optional.empty(), pattern(new Reached(Code.of("g"), true, false), ALL, Thresholds.same(0))))
                .isEmpty();
    }

    @Test
    void contactsAreCountedWhereContactsAreASource() {
        List<ContactType> calls = List.of(ContactType.FAMILY_CALL);
        Counted noSource = new Counted(List.of(Source.NOTE), List.of(), calls, false);
        Counted anySource = new Counted(List.of(), List.of(), calls, false);

        assertThat(faults(Optional.empty(), pattern(OFTEN, noSource, ONE)))
                .containsExactly("VALUE_MALFORMED patterns/0/counted/contacts");
        assertThat(faults(Optional.empty(), pattern(OFTEN, anySource, ONE))).isEmpty();
        assertThat(faults(Optional.empty(), pattern(OFTEN, Counted.ofContacts(ContactType.FAMILY_CALL), ONE)))
                .isEmpty();
    }

    @Test
    void noMoreSourcesAreAskedForThanCount() {
        Repeated two = new Repeated(Adds.TIMES, false, 2, 1, 0, 0, List.of());

        assertThat(faults(Optional.empty(), pattern(two, Counted.from(Source.NOTE, Source.NOTE), ONE)))
                .containsExactly("VALUE_MALFORMED patterns/0/trigger/sources");
        assertThat(faults(Optional.empty(), pattern(two, Counted.from(Source.NOTE, Source.STAFF), ONE)))
                .isEmpty();
        assertThat(faults(Optional.empty(), pattern(two, ALL, ONE))).isEmpty();
    }

    @Test
    void aTriggerThatCannotComeAboutIsRefusedByName() {
        refused(() -> repeated(0, 1, 0, 0), "sources:");
        refused(() -> repeated(Source.values().length + 1, 1, 0, 0), "sources:");
        refused(() -> repeated(1, 0, 0, 0), "parties:");
        refused(() -> repeated(1, 1, -1, 1), "priors:");
        refused(() -> repeated(1, 1, 25, 1), "priors:");
        refused(() -> repeated(1, 1, 0, 1), "rise:");
        refused(() -> repeated(1, 1, 1, 0), "rise:");
        refused(() -> repeated(1, 1, 1, -1), "rise:");
        assertThat(repeated(Source.values().length, 1, 24, 1).priors()).isEqualTo(24);
    }

    @Test
    void whatCannotBeSaidOfASignIsRefusedByName() {
        long most = 1_000_000_000_000L;
        assertThat(List.of(
                        Measured.of(most, "g").value(), Measured.of(-most, "g").value()))
                .containsExactly(most, -most);
        assertThat(List.of(new Effort(0, 1).complexity(), new Effort(1_440, 5).complexity()))
                .containsExactly(1, 5);
        assertThat(new Instrument(Code.of("scale"), Code.of("v1"), -1, 0, 6).places())
                .isEqualTo(6);
        refused(() -> seen(0), "times:");
        refused(() -> seen(1_001), "times:");
        assertThat(List.of(seen(1).times(), seen(1_000).times())).containsExactly(1, 1_000);
    }

    @Test
    void aPatternIsFoundByItsName() {
        RiskRules shipped = RiskRules.standard();

        assertThat(shipped.pattern(Code.of("weight-gain")).orElseThrow().code()).isEqualTo(Code.of("weight-gain"));
        assertThat(shipped.pattern(Code.of("weight-loss"))).isEmpty();
    }

    private static void refused(ThrowingCallable made, String field) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessageStartingWith(field);
    }

    private static Repeated repeated(int sources, int parties, int priors, int rise) {
        return new Repeated(Adds.TIMES, false, sources, parties, priors, rise, List.of());
    }

    private static Observation seen(int times) {
        return Observation.builder()
                .subject(SUBJECTS.get(0))
                .source(Source.NOTE)
                .low(true)
                .times(times)
                .words(Sensitive.none())
                .build();
    }

    private static PatternRule pattern(Trigger trigger, Counted counted, Thresholds thresholds) {
        return Signs.rule(trigger, counted, thresholds, Duration.ofHours(1));
    }

    private static PatternRule proposing(List<Code> hypotheses, List<Code> tell) {
        Proposal proposal = Proposal.builder()
                .action(Code.of("look-closer"))
                .reviewer(Code.of("supervisor"))
                .within(new BusinessDays(1))
                .addAllHypotheses(hypotheses)
                .addAllTell(tell)
                .build();
        return new PatternRule(Code.of("rule"), ALL, OFTEN, Duration.ofHours(1), ONE, proposal);
    }

    private static List<String> faults(Optional<Code> atStart, PatternRule... patterns) {
        return faults(() -> RiskRules.builder()
                .needWithin(new BusinessDays(2))
                .addInstruments(Instrument.LACE)
                .addAllSubjects(SUBJECTS)
                .addAllConclusions(CONCLUSIONS)
                .addPatterns(patterns)
                .atStart(atStart)
                .build());
    }

    private static List<String> faults(
            List<Instrument> instruments, List<Code> subjects, List<Code> failures, List<Code> conclusions) {
        return faults(() -> new RiskRules(
                instruments, subjects, failures, conclusions, List.of(), new BusinessDays(2), Optional.empty()));
    }

    private static List<String> faults(ThrowingCallable made) {
        UnsoundRulesException unsound = catchThrowableOfType(UnsoundRulesException.class, made);
        return unsound == null ? List.of() : told(unsound);
    }

    private static List<String> told(UnsoundRulesException unsound) {
        List<String> faults =
                unsound.faults().stream().map(f -> f.code() + " " + f.path()).toList();
        List<String> told = unsound.faults().stream()
                .map((Refusal f) -> f.path() + ": " + f.code())
                .toList();
        assertThat(unsound).hasMessage(String.join(", ", told));
        return faults;
    }

    private static List<Code> codes(String... words) {
        return Stream.of(words).map(Code::of).toList();
    }
}
