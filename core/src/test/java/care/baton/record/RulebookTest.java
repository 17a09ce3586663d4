package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import care.baton.catalog.Catalog;
import care.baton.catalog.Referral;
import care.baton.note.NoteRules;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.pathway.Pathway;
import care.baton.risk.PatternRule;
import care.baton.risk.Proposal;
import care.baton.risk.RiskRules;
import care.baton.time.ServiceCalendar;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The definitions that a host has, and its calendar. */
class RulebookTest {

    private static final Rulebook RULES = HomeStart.rules();
    private static final Pathway FIRST = RULES.pathways().get(0);
    private static final Pathway SECOND = RULES.pathways().get(1);

    @Test
    void twoAreTheSameWithTheSameDefinitionsCalendarAndRules() {
        ServiceCalendar elsewhere = new ServiceCalendar(
                ZoneId.of("America/New_York"),
                RULES.calendar().workingDays(),
                RULES.calendar().opens(),
                RULES.calendar().closes(),
                List.of());

        assertThat(RULES)
                .isEqualTo(ours(new Rulebook(List.of(FIRST, SECOND), RULES.calendar())))
                .hasSameHashCodeAs(HomeStart.rules())
                .isNotEqualTo(ours(new Rulebook(List.of(FIRST), RULES.calendar())))
                .isNotEqualTo(ours(new Rulebook(List.of(FIRST, SECOND), elsewhere)))
                .isNotEqualTo(RULES.with(NoteRules.standard()))
                .isNotEqualTo(RULES.with(RiskRules.standard()))
                .isNotEqualTo(RULES.with(List.of()))
                .isNotEqualTo(FIRST);
        assertThat(RULES.hashCode())
                .isNotEqualTo(
                        ours(new Rulebook(List.of(FIRST), RULES.calendar())).hashCode())
                .isNotEqualTo(RULES.with(NoteRules.standard()).hashCode())
                .isNotEqualTo(RULES.with(RiskRules.standard()).hashCode())
                .isNotEqualTo(RULES.with(List.of()).hashCode());
        assertThat(RULES).hasToString("Rulebook[2]");
    }

    @Test
    void eachVersionIsFoundByItsIdAndItsNumber() {
        assertThat(RULES.pathway(FIRST.id(), FIRST.version())).contains(FIRST);
        assertThat(RULES.pathway(SECOND.id(), SECOND.version())).contains(SECOND);
        assertThat(RULES.pathway(FIRST.id(), 9)).isEmpty();
        assertThat(RULES.pathway(Referral.handoff().id(), 1)).isEmpty();
    }

    @Test
    void whoReviewsAPatternIsARoleOfSomeDefinitionOrIsNamedAsAFault() {
        RiskRules shipped = RiskRules.standard();
        PatternRule rule = shipped.patterns().get(0);
        Proposal p = rule.proposal();
        Proposal slip = new Proposal(
                p.hypotheses(), p.action(), Code.of("supervisr"), p.within(), p.tell(), p.flag(), p.drafts());
        List<PatternRule> patterns = new ArrayList<>(shipped.patterns());
        patterns.set(
                0,
                new PatternRule(rule.code(), rule.counted(), rule.trigger(), rule.window(), rule.thresholds(), slip));
        RiskRules own = new RiskRules(
                shipped.instruments(),
                shipped.subjects(),
                shipped.failures(),
                shipped.conclusions(),
                patterns,
                shipped.needWithin(),
                shipped.atStart());

        assertThat(new Rulebook(Catalog.all(), RULES.calendar()).faults()).isEmpty();
        assertThat(new Rulebook(Catalog.all(), RULES.calendar()).with(own).faults())
                .extracting(
                        Refusal::code, Refusal::path, refusal -> refusal.names().get(0))
                .containsExactly(tuple(
                        Reason.NAME_UNKNOWN, "rules/patterns/" + rule.code() + "/supervisr", Code.of("supervisor")));
    }

    @Test
    void theFingerprintOfADefinitionIsItsOwnWhetherItIsInHereOrNot() {
        Pathway other = Referral.handoff();

        assertThat(RULES.hash(FIRST)).isEqualTo(FIRST.hash());
        assertThat(RULES.hash(SECOND)).isEqualTo(SECOND.hash());
        assertThat(RULES.hash(other)).isEqualTo(other.hash());
    }

    @Test
    void aRunIsReadByTheDefinitionThatItWasOpenedWith() {
        PathwayRun run =
                HomeStart.run().record().chart().runs().get(HomeStart.RUN).orElseThrow();

        assertThat(RULES.of(run)).contains(FIRST);
        assertThat(RULES.of(run.evolve(new RecordEvent.RunMoved(
                        run.run(), SECOND.version(), SECOND.hash(), HomeStart.CHART, List.of()))))
                .contains(SECOND);
        assertThat(RULES.of(run.evolve(new RecordEvent.RunMoved(
                        run.run(), SECOND.version(), FIRST.hash(), HomeStart.CHART, List.of()))))
                .isEmpty();
        assertThat(RULES.of(
                        run.evolve(new RecordEvent.RunMoved(run.run(), 1, SECOND.hash(), HomeStart.CHART, List.of()))))
                .isEmpty();
        assertThat(new Rulebook(List.of(SECOND), RULES.calendar()).of(run)).isEmpty();
    }

    private static Rulebook ours(Rulebook rules) {
        return rules.with(HomeNotes.RULES).with(HomeRisks.RULES).with(List.of(HomePlans.PROTOCOL));
    }
}
