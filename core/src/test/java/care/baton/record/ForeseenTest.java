package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.history.Index;
import care.baton.outcome.Code;
import care.baton.record.Foreseen.What;
import care.baton.record.RecordEvent.RunClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeseenTest {

    private static final Code RUN = HomeStart.RUN;
    private static final Code OTHER = Code.of("run-2");
    private static final Code ROUTINES = HomeStart.ROUTINES;
    private static final Code RISKS = HomeStart.RISKS;

    @Test
    void ofEachItemOfEachRunTheLastWaiverIsTheOneWhoseEndIsForeseen() {
        Index<Foreseen, Foreseen> all =
                after(granted(RUN, ROUTINES, 9), granted(RUN, RISKS, 3), granted(OTHER, ROUTINES, 5));
        assertThat(all.values()).containsExactly(ends(RUN, RISKS, 3), ends(OTHER, ROUTINES, 5), ends(RUN, ROUTINES, 9));

        assertThat(Foreseen.after(all, granted(RUN, ROUTINES, 8))).isEqualTo(all);
        assertThat(Foreseen.after(all, granted(RUN, ROUTINES, 9))).isEqualTo(all);
        assertThat(Foreseen.after(all, granted(RUN, ROUTINES, 10)).values())
                .containsExactly(ends(RUN, RISKS, 3), ends(OTHER, ROUTINES, 5), ends(RUN, ROUTINES, 10));
        assertThat(Foreseen.after(all, new WaiverExpired(RUN, RISKS, at(3))).values())
                .containsExactly(ends(OTHER, ROUTINES, 5), ends(RUN, ROUTINES, 9));
        assertThat(Foreseen.after(all, new RunClosed(RUN, at(1))).values()).containsExactly(ends(OTHER, ROUTINES, 5));
    }

    @Test
    void theNextComesFirstAndAtOneInstantEachHasItsPlace() {
        List<Foreseen> ordered = List.of(
                ends(OTHER, RISKS, 1),
                ends(RUN, RISKS, 2),
                ends(RUN, ROUTINES, 2),
                ends(OTHER, RISKS, 2),
                new Foreseen(at(2), What.HANDOFF_CLOSES, Keys.cause(RUN), RISKS));
        List<Foreseen> turned = new ArrayList<>(ordered);
        Collections.reverse(turned);
        Collections.sort(turned);

        assertThat(turned).isEqualTo(ordered);
        assertThat(ordered.get(0).compareTo(ends(OTHER, RISKS, 1))).isZero();
        assertThat(ordered.get(0)).hasToString("Foreseen[WAIVER_ENDS " + at(1) + "]");
    }

    private static Index<Foreseen, Foreseen> after(Event... events) {
        Index<Foreseen, Foreseen> all = Index.empty();
        for (Event event : events) {
            all = Foreseen.after(all, event);
        }
        return all;
    }

    private static WaiverGranted granted(Code run, Code item, int hours) {
        return new WaiverGranted(run, item, Code.of("chart-down"), at(hours));
    }

    private static Foreseen ends(Code run, Code item, int hours) {
        return Foreseen.waiverEnds(run, item, at(hours));
    }

    private static Instant at(int hours) {
        return HomeStart.START.plus(Duration.ofHours(hours));
    }
}
