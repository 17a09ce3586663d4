package care.baton.record;

import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ends by itself does so in its turn, between what is late before it and what is late after it. */
class FallingTest {

    private final RecordFixture run = HomeVisits.run();

    private void done() {
        done(run);
    }

    private static void done(RecordFixture run) {
        run.given(NURSE, HomeStart.says(ROUTINES))
                .given(PLANNER, offer(INTAKE))
                .given(INTAKE, answer(1, new Answer.Accept()))
                .given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
    }

    @Test
    void whatIsDoneOnARecordClosesAsUnconfirmedAndTheSenderHasToBeTold() {
        done();
        assertThat(run.record().chart().foreseen().values())
                .containsExactly(new Foreseen(
                        START.plus(Duration.ofHours(5)),
                        Foreseen.What.HANDOFF_CLOSES,
                        HANDOFF.value(),
                        Kinds.VALIDATE));

        run.after(Duration.ofHours(9)).when(LEAD, new AdvanceTime()).thenHappened(CourseTaken.class);

        assertThat(run.record().chart().handoffs().get(HANDOFF).orElseThrow().course())
                .isEqualTo(Course.CLOSED);
        assertThat(run.record().chart().foreseen().isEmpty()).isTrue();
        Obligation told = run.record()
                .chart()
                .obligations()
                .openOf(HANDOFF.value(), Kinds.TELL)
                .get(0);
        assertThat(told.holder().sameRole(INTAKE)).isTrue();
        assertThat(told.owedTo().sameRole(PLANNER)).isTrue();
        assertThat(told.parent()).contains(Keys.outcome(RUN));
        assertThat(run.record()
                        .would(
                                new CloseRun(RUN),
                                Act.of(CommandId.of("w"), LEAD, Stamp.at(run.now())),
                                RecordWalk.salt(1),
                                HomeVisits.RULES)
                        .refusals())
                .anyMatch(r -> r.code() == Reason.STILL_OWED && r.path().endsWith("tell"));
        run.when(INTAKE, new Fulfil(told.key())).thenApplied();
    }

    @Test
    void whoeverKeepsTheRecordClosesNothingByKeepingSilentItself() {
        RecordFixture ours = RecordFixture.of(run.record().id(), HomeVisits.RULES, START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1));
        done(ours);

        ours.after(Duration.ofDays(9)).given(LEAD, new AdvanceTime());
        assertThat(ours.record().chart().handoffs().get(HANDOFF).orElseThrow().course())
                .isEqualTo(Course.DONE);
        assertThat(ours.record().chart().obligations().openOf(HANDOFF.value(), Kinds.VALIDATE))
                .singleElement()
                .matches(o -> o.raised() == 2);
    }

    @Test
    void inOneLookEverythingHappensInTheOrderInWhichItFellDue() {
        done();
        run.given(LEAD, new GrantWaiver(RUN, ROUTINES, Code.of("late"), START.plus(Duration.ofHours(3))))
                .after(Duration.ofDays(4));
        run.when(LEAD, new AdvanceTime());

        List<Instant> turns = new ArrayList<>();
        for (Entry entry : run.record().ledger().entries()) {
            if (entry.event() instanceof LevelRaised e && e.count() == 1) {
                turns.add(e.at());
            } else if (entry.event() instanceof CourseTaken e && e.course() == Course.CLOSED) {
                turns.add(e.at());
            } else if (entry.event() instanceof WaiverExpired e) {
                turns.add(e.at());
            }
        }
        assertThat(turns).isSorted().hasSizeGreaterThan(4).contains(START.plus(Duration.ofHours(5)));
    }
}
