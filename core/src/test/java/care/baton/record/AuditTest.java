package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.SECOND_PLANNER;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.catalog.Referral;
import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Recorded;
import care.baton.obligation.Ending;
import care.baton.obligation.Key;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.AcceptAssignment;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Assign;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunMoved;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.StageEntered;
import care.baton.record.Violation.Check;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The audit reads any list: most of these no operation could have made. */
class AuditTest {

    private static final Key ACTION = Key.of(HANDOFF.value(), Kinds.ACTION, "whole");
    private static final Key DUTY = Keys.duty(RUN, HOURS);

    private final List<Event> events = new ArrayList<>();

    @Test
    void whatOperationsMadeIsClean() {
        RecordFixture run = HomeStart.run().given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
        run.after(Duration.ofHours(30)).given(INTAKE, answer(1, new Answer.Accept()));
        run.given(
                PLANNER,
                new Assign(
                        Keys.stage(RUN, Code.of("refer")),
                        SECOND_PLANNER.person().orElseThrow()));
        run.given(SECOND_PLANNER, new AcceptAssignment(Keys.stage(RUN, Code.of("refer"))));
        run.given(PLANNER, new AdvanceTime());

        assertThat(audit(run)).isEmpty();
    }

    @Test
    @Requirement("AUD-10")
    void anActionThatNeverHadAnOwnerIsListedWithTheEntriesThatSpeakOfIt() {
        running();
        happened(new LevelRaised(DUTY, 1, START, 1, START.plusSeconds(1)), new ObligationDischarged(DUTY, START));

        assertThat(found(Check.NEVER_ASSIGNED))
                .containsExactly(new Violation(Check.NEVER_ASSIGNED, DUTY, List.of(3L, 4L)));
    }

    @Test
    @Requirement("AUD-10")
    void workThatAStageShouldHaveOpenedAndDidNotIsListedToo() {
        RecordFixture run = HomeStart.run();
        List<Entry> without = run.record().ledger().entries().toList().stream()
                .filter(e ->
                        !(e.event() instanceof ObligationOpened o && o.key().equals(DUTY)))
                .toList();

        assertThat(Audit.of(without, HomeStart.rules().pathways()))
                .filteredOn(v -> v.check() == Check.NEVER_ASSIGNED)
                .extracting(Violation::key)
                .containsExactly(DUTY);
        assertThat(Audit.of(without, List.of())).isEmpty();
    }

    @Test
    @Requirement("AUD-10")
    void aStageThatNobodyEverOwnedIsListed() {
        running();
        happened(new StageEntered(RUN, Code.of("refer"), PLANNER, START));

        assertThat(found(Check.NEVER_ASSIGNED))
                .extracting(Violation::key)
                .containsExactly(Keys.stage(RUN, Code.of("refer")));
    }

    @Test
    @Requirement("AUD-11")
    void workThatFellAwayWithItsStageWasSilentlyDropped() {
        running();
        happened(
                opened(DUTY, FUNDER, Optional.of(Keys.outcome(RUN)), 9),
                new ObligationReleased(DUTY, START, Ending.PARENT_ENDED));

        assertThat(found(Check.SILENTLY_DROPPED)).extracting(Violation::key).containsExactly(DUTY);
    }

    @Test
    @Requirement("AUD-11")
    void workThatIsLateAndOfWhichNobodyHeardWasSilentlyDropped() {
        running();
        happened(opened(DUTY, FUNDER, Optional.of(Keys.outcome(RUN)), 1));
        assertThat(found(Check.SILENTLY_DROPPED)).isEmpty();
        happened(new RecordEvent.HandoffPlaced(HANDOFF, RUN));
        List<Entry> later = new ArrayList<>(entries());
        later.add(Listed.entry(
                later.size(), START.plus(Duration.ofHours(2)), new RecordEvent.HandoffPlaced(HANDOFF, RUN)));

        assertThat(Audit.of(later, List.of())).extracting(Violation::check).containsExactly(Check.SILENTLY_DROPPED);
    }

    @Test
    @Requirement("AUD-11")
    void workThatOutlivedTheEndOfItsRunWasSilentlyDropped() {
        running();
        happened(
                opened(DUTY, FUNDER, Optional.of(Keys.outcome(RUN)), 9),
                new ObligationDischarged(Keys.outcome(RUN), START));
        happened(new RunClosed(RUN, START));

        assertThat(found(Check.SILENTLY_DROPPED)).extracting(Violation::key).containsExactly(DUTY);
    }

    @Test
    @Requirement("AUD-11")
    void workThatIsDoneOrEndedForAReasonIsNotDropped() {
        running();
        happened(opened(DUTY, FUNDER, Optional.of(Keys.outcome(RUN)), 1), new ObligationDischarged(DUTY, START));
        happened(opened(ACTION, PLANNER, Optional.of(Keys.outcome(RUN)), 1));
        happened(new ObligationReleased(ACTION, START, Code.of("wrong-person")));

        assertThat(Audit.of(entries(), List.of())).isEmpty();
    }

    @Test
    @Requirement("AUD-12")
    void anActionThatServesNoOutcomeOfThePersonIsListed() {
        running();
        happened(
                opened(DUTY, FUNDER, Optional.empty(), 9),
                opened(ACTION, PLANNER, Optional.of(Keys.outcome(Code.of("run-9"))), 9));

        assertThat(found(Check.NOT_LINKED)).extracting(Violation::key).containsExactly(ACTION, DUTY);
    }

    @Test
    @Requirement("AUD-12")
    void aRingOfActionsServesNothing() {
        running();
        happened(opened(DUTY, FUNDER, Optional.of(ACTION), 9), opened(ACTION, PLANNER, Optional.of(DUTY), 9));

        assertThat(found(Check.NOT_LINKED)).hasSize(2);
    }

    @Test
    @Requirement("OWN-40")
    void anOwnerThatChangedWithoutAnAcceptanceIsListed() {
        running();
        happened(opened(ACTION, PLANNER, Optional.of(Keys.outcome(RUN)), 9));
        happened(new HolderChanged(ACTION, INTAKE, START, Code.of("accepted")));

        assertThat(found(Check.OWNER_MOVED)).containsExactly(new Violation(Check.OWNER_MOVED, ACTION, List.of(4L)));
    }

    @Test
    @Requirement("OWN-40")
    void anAcceptanceBySomebodyElseOrOneThatMovesNothingExplainsNothing() {
        running();
        happened(opened(ACTION, PLANNER, Optional.of(Keys.outcome(RUN)), 9));
        happened(accept(HomeStart.SCHEDULER, true), accept(INTAKE, false));
        happened(new HolderChanged(ACTION, INTAKE, START, Code.of("accepted")));
        assertThat(found(Check.OWNER_MOVED)).hasSize(1);

        events.add(accept(INTAKE, true));
        assertThat(found(Check.OWNER_MOVED)).isEmpty();
    }

    @Test
    @Requirement("OWN-40")
    void aPersonOfTheSameRoleWhoNeverAcknowledgedIsListed() {
        running();
        happened(opened(DUTY, PLANNER, Optional.of(Keys.outcome(RUN)), 9));
        happened(new HolderChanged(DUTY, SECOND_PLANNER, START, Code.of("acknowledged")));

        assertThat(found(Check.OWNER_MOVED)).hasSize(1);
    }

    @Test
    void aHandoffByItselfIsAuditedToo() {
        Act act = act(START);
        Digest asked = Digest.of(new byte[] {1});
        List<Recorded> recorded = List.of(
                new Recorded(act, asked, opened(ACTION, PLANNER, Optional.empty(), 9)),
                new Recorded(act, asked, new HolderChanged(ACTION, INTAKE, START, Code.of("accepted"))));

        assertThat(Audit.of(recorded)).containsExactly(new Violation(Check.OWNER_MOVED, ACTION, List.of(2L)));

        Recorded accepted = new Recorded(act, asked, accept(INTAKE, true));
        assertThat(Audit.of(List.of(recorded.get(0), recorded.get(1), accepted)))
                .as("accepted by the same command")
                .isEmpty();
    }

    @Test
    void aRunThatMovedIsAuditedByTheDefinitionThatItMovedTo() {
        running();
        happened(
                new StageEntered(RUN, Code.of("refer"), PLANNER, START),
                new RunMoved(RUN, 2, Digest.of(new byte[] {3}), Code.of("revised"), List.of()),
                new StageEntered(RUN, Code.of("serve"), INTAKE, START));

        List<Pathway> pathways = List.of(Referral.handoff(), HomeStart.pathway(), NextHomeStart.second());
        assertThat(Audit.of(entries(), pathways))
                .filteredOn(v -> v.check() == Check.NEVER_ASSIGNED)
                .extracting(Violation::key)
                .contains(DUTY, Keys.duty(RUN, HomeStart.STAFF))
                .doesNotContain(Keys.duty(RUN, NextHomeStart.CALL));
    }

    @Test
    void whatIsOfferedOnceItWasClosedIsAnotherAction() {
        running();
        happened(
                Listed.offered(1, OfferKind.FIRM, Arbiter.RECORD),
                course(Course.HELD),
                Listed.offered(2, OfferKind.FIRM, Arbiter.RECORD),
                course(Course.CLOSED));
        happened(
                Listed.offered(3, OfferKind.FIRM, Arbiter.RECORD),
                course(Course.CLOSED),
                Listed.offered(4, OfferKind.FIRM, Arbiter.RECORD));

        assertThat(found(Check.NEVER_ASSIGNED))
                .extracting(Violation::key)
                .containsExactly(ACTION, ACTION.again(), ACTION.again().again());
        assertThat(found(Check.NEVER_ASSIGNED).get(0).entries()).containsExactly(3L, 5L);
    }

    @Test
    void theEndOfOneRunEndsNothingOfAnother() {
        running();
        Code other = Code.of("run-9");
        happened(
                opened(DUTY, FUNDER, Optional.of(Keys.outcome(RUN)), 9),
                opened(Keys.outcome(other), PLANNER, Optional.empty(), 900),
                new ObligationDischarged(Keys.outcome(other), START),
                new RunClosed(other, START));

        assertThat(found(Check.SILENTLY_DROPPED)).isEmpty();
    }

    @Test
    void nothingIsWrongWithNothing() {
        assertThat(Audit.of(List.of(), List.of())).isEmpty();
    }

    /** A run that is open, and its outcome owned: entries 1 and 2. */
    private void running() {
        happened(
                new RunOpened(RUN, Code.of("home-start"), 1, Digest.of(new byte[] {2})),
                opened(Keys.outcome(RUN), PLANNER, Optional.empty(), 900));
    }

    private void happened(Event... more) {
        events.addAll(List.of(more));
    }

    private static ObligationOpened opened(Key key, Holder holder, Optional<Key> parent, int hours) {
        return Listed.owed(key, holder, parent, START.plus(Duration.ofHours(hours)));
    }

    private static CourseTaken course(Course course) {
        return new CourseTaken(HANDOFF, course, START, Code.of("because"), List.of(), Optional.empty());
    }

    private static AnswerGiven accept(Holder by, boolean moves) {
        return new AnswerGiven(HANDOFF, 1, new Answer.Accept(), by, START, false, !moves, moves);
    }

    private List<Violation> found(Check check) {
        return Audit.of(entries(), List.of()).stream()
                .filter(v -> v.check() == check)
                .toList();
    }

    private static List<Violation> audit(RecordFixture run) {
        return Audit.of(
                run.record().ledger().entries().toList(), HomeStart.rules().pathways());
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Event event : events) {
            entries.add(Listed.entry(entries.size(), act(START), event));
        }
        return entries;
    }

    private static Act act(Instant at) {
        return Act.of(CommandId.of("c-1"), PLANNER, Stamp.at(at));
    }
}
