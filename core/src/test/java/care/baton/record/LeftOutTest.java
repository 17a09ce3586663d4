package care.baton.record;

import static care.baton.record.HomePlans.BED;
import static care.baton.record.HomePlans.RIDE;
import static care.baton.record.HomePlans.activities;
import static care.baton.record.HomePlans.activity;
import static care.baton.record.HomePlans.but;
import static care.baton.record.HomePlans.with;
import static care.baton.record.HomePlans.writes;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.Undone.Why.NOBODYS;
import static care.baton.record.Undone.Why.NOT_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.PlanCommand.CancelActivity;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.OpenRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What plans and notes leave open: each thing since it is so, on its own run, and only while somebody has to see to it. */
class LeftOutTest {

    private static final Code DRIVES = Code.of("who-drives");

    private final RecordFixture run = HomeStart.run();

    @Test
    void whatIsNobodysIsSoSinceTheVersionThatTookItFromItsOwner() {
        List<Activity> both = new ArrayList<>(but(nobodys(BED, "equipment")));
        both.replaceAll(a -> a.code().equals(RIDE) ? nobodys(RIDE, "transport") : a);
        versions(with(activities()), with(but(nobodys(BED, "equipment"))), with(both), with(both));

        assertThat(only(BED).since()).isEqualTo(hour(1));
        assertThat(only(RIDE).since()).isEqualTo(hour(2));
    }

    @Test
    void whatIsSkippedIsSoSinceTheVersionThatLeftItOut() {
        List<Activity> noRide = new ArrayList<>(activities());
        noRide.removeIf(a -> a.code().equals(RIDE));
        versions(with(activities()), with(noRide), with(noRide));

        assertThat(only(Code.of("transport")).since()).isEqualTo(hour(1));
    }

    @Test
    void whatNobodyDecidesIsSoSinceTheVersionThatAskedForIt() {
        CarePlan plain = CarePlan.builder()
                .protocol(HomePlans.PROTOCOL.id())
                .protocolVersion(1)
                .build();
        CarePlan asks = CarePlan.builder()
                .protocol(HomePlans.PROTOCOL.id())
                .protocolVersion(1)
                .addDecisions(DRIVES)
                .build();
        versions(plain, asks, asks);

        assertThat(only(DRIVES).since()).isEqualTo(hour(1));
    }

    @Test
    void whatWasCalledOffNeedsNoOwner() {
        RecordFixture active = HomePlans.active()
                .given(FUNDER, HomePlans.ask(new CancelActivity(BED, HomePlans.WHY)))
                .given(PLANNER, writes(1, with(but(nobodys(BED, "equipment")))));

        assertThat(gaps(active, BED)).isEmpty();
        active.given(PLANNER, writes(2, with(but(nobodys(RIDE, "transport")))));
        assertThat(gaps(active, RIDE)).extracting(Undone::why).contains(List.of(NOBODYS));
    }

    @Test
    void whatAPlanOrANoteOfOneRunLeavesOpenIsNoGapOfTheOther() {
        run.given(PLANNER, new OpenRun(Code.of("run-2"), Code.of("home-start"), 1))
                .given(PLANNER, writes(0, with(but(nobodys(RIDE, "transport")))))
                .given(PLANNER, HomeNotes.writes(HomeNotes.note("a grab rail")));

        assertThat(only(RIDE).run()).isEqualTo(RUN);
        assertThat(only(HomeNotes.CHANGE).run()).isEqualTo(RUN);
    }

    @Test
    void aNoteWhoseAuthorHasLeftIsNobodys() {
        run.given(NURSE, HomeNotes.writes(HomeNotes.note("a grab rail"))).given(PLANNER, new LeaveTeam(NURSE));

        assertThat(only(HomeNotes.CHANGE).why()).containsExactly(NOBODYS, NOT_STARTED);
        assertThat(only(HomeNotes.CHANGE).owner()).contains(NURSE);
    }

    private static Activity nobodys(Code code, String kind) {
        return activity(code, kind, HomePlans.HOME, Optional.empty()).build();
    }

    /** One version after the other, an hour between them. */
    private void versions(CarePlan... versions) {
        for (int on = 0; on < versions.length; on++) {
            run.given(PLANNER, writes(on, versions[on])).after(Duration.ofHours(1));
        }
    }

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private Undone only(Code thing) {
        List<Undone> found = gaps(run, thing);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Undone> gaps(RecordFixture run, Code thing) {
        return run.record().work().undone(run.now(), run.rules()).stream()
                .filter(u -> u.thing().equals(thing))
                .toList();
    }
}
