package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.record.RecordCommand.ReportVisit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds however visits are planned, moved, made and cancelled, and in whatever order that is reported. */
class VisitProperties {

    @Property(tries = 300)
    void inWhateverOrderReportsComeTheSameIsDue(@ForAll long seed) {
        List<ReportVisit> reports = reports(new SplittableRandom(seed));
        List<ReportVisit> shuffled = new ArrayList<>(reports);
        shuffled.addAll(reports.subList(0, reports.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));

        RecordFixture one = told(HomeVisits.run(), reports);
        RecordFixture other = told(HomeVisits.run(), shuffled);

        assertThat(one.record().chart().visits())
                .isEqualTo(other.record().chart().visits());
        assertThat(one.record().chart().obligations())
                .isEqualTo(other.record().chart().obligations());
    }

    @Property(tries = 300)
    void whatIsDueIsWhatItsRuleSaysOfTheVisitsAndNeverLaterThanItsLatest(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RecordFixture run = HomeVisits.run();
        for (ReportVisit report : reports(random)) {
            run.after(Duration.ofHours(random.nextInt(12))).when(HomeStart.INTAKE, report);
            for (Key key : List.of(HomeVisits.HOURS, HomeVisits.RISKS)) {
                Obligation owed = run.record().chart().obligations().get(key).orElseThrow();
                List<Instant> starts = run.record().chart().visitStarts();
                assertThat(owed.due())
                        .isEqualTo(owed.visits().orElseThrow().due(owed.since(), HomeStart.CALENDAR, starts))
                        .isBeforeOrEqualTo(owed.latest().orElseThrow());
                assertThat(owed.next()).isAfterOrEqualTo(owed.due());
            }
        }
    }

    @Property(tries = 300)
    void dueMovesOnlyWhereVisitsAreCountedAndOnlyToAnotherInstant(@ForAll long seed) {
        RecordFixture run = told(HomeVisits.run(), reports(new SplittableRandom(seed)));
        SortedMap<Key, Instant> due = new TreeMap<>();
        for (Entry entry : run.record().ledger().entries()) {
            if (entry.event() instanceof ObligationOpened e) {
                due.put(e.key(), e.due());
            } else if (entry.event() instanceof DueMoved e) {
                assertThat(e.key()).isIn(HomeVisits.HOURS, HomeVisits.RISKS);
                assertThat(due.put(e.key(), e.due())).isNotEqualTo(e.due());
            }
        }
        assertThat(CoordinationRecord.restore(
                                run.record().id(),
                                run.record().ledger().entries().toList())
                        .isApplied())
                .isTrue();
    }

    private static RecordFixture told(RecordFixture run, List<ReportVisit> reports) {
        reports.forEach(report -> run.given(HomeStart.INTAKE, report));
        return run;
    }

    /** Up to five visits, each in a few revisions; planned or cancelled. */
    private static List<ReportVisit> reports(SplittableRandom random) {
        return Stream.iterate(0, visit -> visit + 1)
                .limit(1 + random.nextInt(5))
                .flatMap(visit -> Stream.iterate(0, revision -> revision + 1)
                        .limit(1 + random.nextInt(4))
                        .map(revision -> HomeVisits.report(
                                "v-" + visit,
                                revision,
                                random.nextInt(3) == 0 ? Visit.State.CANCELLED : Visit.State.PLANNED,
                                HomeVisits.at(random.nextInt(200) - 20))))
                .toList();
    }
}
