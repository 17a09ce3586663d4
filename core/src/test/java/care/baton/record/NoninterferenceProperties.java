package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.Purpose;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.Access;
import care.baton.disclosure.DisclosureRules;
import care.baton.disclosure.Holdings;
import care.baton.disclosure.View;
import care.baton.disclosure.Viewer;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.record.ConsentEvent.ConsentRecorded;
import care.baton.record.ConsentEvent.InformationLabelled;
import care.baton.record.DisclosureWalk.Stage;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Two records that differ only in what somebody may not see are one to them. {@code -Dbaton.pairs=N} compares so many
 * pairs of views, each of two records that differ in one thing.
 */
class NoninterferenceProperties {

    private static final int WALKS = 25;
    private static final long PAIRS = Long.getLong("baton.pairs", 10_000);
    private static final DisclosureRules RULES = DisclosureRules.standard();

    /** Of every kind that a record holds, at once: no count, order, number or time of what they see is otherwise. */
    @Property(tries = WALKS, shrinking = ShrinkingMode.OFF)
    @Promise(39)
    void whateverKindOfThingIsHiddenFromOthersItLeavesNoTrace(@ForAll long seed) {
        Stage stage = DisclosureWalk.of(seed).last();
        List<HiddenChange> changes = HiddenChange.all(stage.now());
        for (Chart chart : List.of(stage.record().chart(), halfProtected(stage))) {
            for (Viewer viewer : ViewProperties.others()) {
                Holdings held = chart.holdings().orElseThrow();
                View before = View.of(held, viewer, stage.now(), RULES, ViewProperties.notes());
                Access access = Access.of(held, viewer, stage.now(), RULES);
                Chart other = chart;
                for (HiddenChange change : changes) {
                    other = change.isSeen(access, before.isTeaser()) ? other : change.on(other, stage.now());
                }
                assertThat(View.of(other.holdings().orElseThrow(), viewer, stage.now(), RULES, ViewProperties.notes()))
                        .isEqualTo(before);
            }
        }
    }

    /** All is allowed, and half of what can be otherwise is especially protected. */
    private static Chart halfProtected(Stage stage) {
        Act act = Act.of(CommandId.of("protects"), HomeStart.PERSON, Stamp.at(stage.now()));
        Chart chart = stage.record().chart();
        int consents = chart.consents().all().size();
        Consent all = ((RecordConsent) HomeConsents.allowsAll().command()).consent();
        chart = chart.evolve(act, new ConsentRecorded(consents + 1, all, Optional.empty()));
        for (Code item :
                List.of(HomePlans.WALK, HomeRisks.APPETITE, HomeStart.FALLS, HomeStart.ROUTINES, HiddenChange.DETOX)) {
            chart = chart.evolve(act, new InformationLabelled(item, Sensitivity.SUBSTANCE_USE));
        }
        return chart;
    }

    /** What is changed there is something that somebody sees: without that the property above would say nothing. */
    @Example
    @Promise(39)
    void thePersonSeesEachOfTheseChangesThatAPartOfAViewTellsOf() {
        RecordFixture run = HomePlans.active();
        Viewer person = new Viewer(HomeStart.PERSON, Purpose.CARE_COORDINATION);
        Chart chart = run.record().chart();
        View before = View.of(chart.holdings().orElseThrow(), person, run.now(), RULES, ViewProperties.notes());
        for (HiddenChange change : HiddenChange.all(run.now())) {
            Holdings after = change.on(chart, run.now()).holdings().orElseThrow();
            boolean same = View.of(after, person, run.now(), RULES, ViewProperties.notes())
                    .equals(before);
            assertThat(same).as(change.says() + "").isEqualTo(change.part().isEmpty());
        }
    }

    /** One kind after the other, at every fourth step of each walk, to each of the others and for each purpose. */
    @Example
    @Promise(39)
    void eachThingThatIsHiddenFromSomebodyLeavesNoTraceInWhatTheySee() {
        long pairs = 0;
        for (long seed = 1; pairs < PAIRS; seed++) {
            for (Stage stage : DisclosureWalk.of(seed).stages()) {
                pairs += alike(stage.record().chart(), stage) + alike(halfProtected(stage), stage);
            }
        }
        System.out.println("views compared: " + pairs + " pairs");
    }

    /** How many pairs there were, each of the same view of two records. */
    private static long alike(Chart chart, Stage stage) {
        long pairs = 0;
        Holdings held = chart.holdings().orElseThrow();
        List<Holdings> otherwise = HiddenChange.all(stage.now()).stream()
                .map(change -> change.on(chart, stage.now()).holdings().orElseThrow())
                .toList();
        for (Viewer viewer : ViewProperties.others()) {
            View before = View.of(held, viewer, stage.now(), RULES, ViewProperties.notes());
            Access access = Access.of(held, viewer, stage.now(), RULES);
            List<HiddenChange> changes = HiddenChange.all(stage.now());
            for (int i = 0; i < changes.size(); i++) {
                if (!changes.get(i).isSeen(access, before.isTeaser())) {
                    assertThat(View.of(otherwise.get(i), viewer, stage.now(), RULES, ViewProperties.notes()))
                            .as(changes.get(i).says() + " for " + viewer.seat() + ", " + viewer.purpose())
                            .isEqualTo(before);
                    pairs++;
                }
            }
        }
        return pairs;
    }
}
