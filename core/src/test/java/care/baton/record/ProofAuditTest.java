package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLAN;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RESULT;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SCHEDULER;
import static care.baton.record.HomeStart.STAFF;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Altered;
import care.baton.pathway.Need;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Need.StageNeed;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.StageLeft;
import care.baton.time.Stamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** An audit asks of each run that was closed what the version asks by which it went, and looks at its own run alone. */
class ProofAuditTest {

    private static final Code SECOND = Code.of("run-2");
    private static final Code OTHER = Code.of("other-start");
    private static final Code REFERRED = Code.of("other-referred");
    private static final Code WHY = Code.of("asked-for");

    private static final Pathway FIRST = HomeStart.pathway();
    private static final Pathway BESIDE = Altered.with(FIRST, "id", OTHER);
    private static final Pathway NEXT = Altered.with(
            Altered.with(FIRST, "version", 2),
            "closure",
            List.<Need>of(
                    new FieldNeed(ROUTINES, List.of(NURSE.role()), Grade.RECORDED, true, Optional.empty()),
                    new DutyNeed(STAFF, List.of(SCHEDULER.role())),
                    new StageNeed(REFERRED, List.of(PLANNER.role()), OTHER, Code.of("refer"))));
    private static final List<Pathway> ALL = List.of(BESIDE, FIRST, NEXT);

    private final RecordFixture run = RecordFixture.of(
                    RecordId.of("record-1"), new Rulebook(ALL, HomeStart.CALENDAR), START)
            .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, FIRST.id(), 1), new OpenRun(SECOND, OTHER, 1));

    @Test
    void ofARunThatClosedAsItMustNothingIsMissing() {
        assertThat(lacking(e -> false)).isEmpty();
    }

    @Test
    void workThatWasNotDoneIsMissingThoughOtherWorkWas() {
        assertThat(lacking(e ->
                        e instanceof ObligationDischarged d && d.key().kind().equals(STAFF)))
                .containsExactly(STAFF);
    }

    @Test
    void aStageThatTheOtherPathwayDidNotLeaveIsMissingThoughThisOneLeftItsOwn() {
        assertThat(lacking(e -> e instanceof StageLeft left && left.run().equals(SECOND)))
                .containsExactly(REFERRED);
    }

    @Test
    void whatWasLetPassInTheOtherRunAloneIsMissing() {
        assertThat(lacking(e -> e instanceof WaiverGranted w && w.run().equals(RUN)))
                .containsExactly(ROUTINES);
    }

    @Test
    void aStageThatAnEarlierRunLeftIsMissingForALaterOne() {
        closed();
        List<Entry> entries = new ArrayList<>(run.record().ledger().entries().toList());
        Code third = Code.of("run-3");
        Entry last = entries.get(entries.size() - 1);
        List<Event> later = List.of(new RunOpened(third, FIRST.id(), 2, NEXT.hash()), new RunClosed(third, run.now()));
        List<Event> over = new ArrayList<>(later);
        over.add(0, new RunClosed(SECOND, run.now()));

        assertThat(missing(entries, last, later)).doesNotContain(REFERRED).contains(ROUTINES);
        assertThat(missing(entries, last, over)).contains(REFERRED, ROUTINES);
    }

    private static List<Code> missing(List<Entry> entries, Entry like, List<Event> then) {
        List<Entry> all = new ArrayList<>(entries);
        then.forEach(event -> all.add(new Entry(
                like.sequence(),
                like.act(),
                event,
                like.unread(),
                like.carried(),
                like.salt(),
                like.command(),
                like.chain())));
        return ProofAudit.of(all, ALL).stream()
                .map(found -> found.lack().need().item())
                .toList();
    }

    /** What is missing at the close of the run once some entries are left out. */
    private List<Code> lacking(Predicate<Event> leftOut) {
        closed();
        List<Entry> entries = run.record().ledger().entries().toList().stream()
                .filter(e -> !leftOut.test(e.event()))
                .toList();
        return ProofAudit.of(entries, ALL).stream()
                .map(found -> found.lack().need().item())
                .toList();
    }

    /** Moved to its next version, let pass what nobody has said, and gone to the end; beside it the other is referred. */
    private void closed() {
        Act act = Act.of(CommandId.of("shown"), LEAD, Stamp.at(run.now()));
        Move move = run.record().moving(RUN, 2, act, run.rules()).orThrow().state();
        run.given(LEAD, new MoveRun(RUN, 2, move.digest(), WHY));
        for (Code each : List.of(RUN, SECOND)) {
            run.given(LEAD, new GrantWaiver(each, ROUTINES, WHY, START.plus(Duration.ofHours(40))));
            run.given(NURSE, says(RISKS)).given(FUNDER, new Fulfil(Keys.duty(each, HOURS)));
            run.given(LEAD, new Fulfil(Keys.duty(each, REVIEW)));
        }
        run.given(PLANNER, offer(INTAKE)).given(INTAKE, answer(1, new Answer.Accept()));
        run.given(PLANNER, new LeaveStage(SECOND), new LeaveStage(RUN)).given(INTAKE, says(PLAN));
        run.given(SCHEDULER, new Fulfil(Keys.duty(RUN, STAFF)));
        run.given(INTAKE, new LeaveStage(RUN), new LeaveStage(RUN), says(RESULT), in(new StartAction()));
        run.given(INTAKE, in(new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("well"))))));
        run.given(PLANNER, in(new ValidateCompletion()), new ValidateOutcome(RUN));
        run.given(LEAD, new CloseRun(RUN));
    }
}
