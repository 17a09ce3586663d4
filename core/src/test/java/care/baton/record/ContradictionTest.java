package care.baton.record;

import static care.baton.record.HomeNotes.CHANGE;
import static care.baton.record.HomeNotes.WHAT;
import static care.baton.record.HomeNotes.ask;
import static care.baton.record.HomeNotes.note;
import static care.baton.record.HomeNotes.released;
import static care.baton.record.HomeNotes.tells;
import static care.baton.record.HomeNotes.writes;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.NoteTest.held;
import static care.baton.record.NoteTest.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.EraseContent;
import care.baton.note.Contradiction;
import care.baton.note.NoteCommand.CloseNote;
import care.baton.note.NoteCommand.NameContradiction;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.note.NoteCommand.SettleContradiction;
import care.baton.note.NoteEvent.ContradictionFound;
import care.baton.note.NoteEvent.ContradictionSettled;
import care.baton.note.NoteEvent.NoteWritten;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What two recipients hold that does not fit together shows, and somebody owes it, until it is settled. */
class ContradictionTest {

    private static final Code WHY = Code.of("explained");

    /** The intake and the funder hold the first version, and the second says something else. */
    private static RecordFixture changed() {
        return released()
                .given(PLANNER, tells(1, INTAKE), tells(1, FUNDER), tells(1, NURSE))
                .given(PLANNER, writes(note("no grab rail")), ask(new ReleaseNote(2)));
    }

    @Test
    @Requirement("NOT-23")
    void whoIsToldOtherwiseThanAnotherContradictsUntilBothAreToldTheSame() {
        RecordFixture run = changed();
        assertThat(run.record().notes().contradicting()).isEmpty();

        run.when(PLANNER, tells(2, INTAKE)).thenHappened(ContradictionFound.class);
        Contradiction found = run.record().notes().contradicting().get(0);
        assertThat(found.item()).isEqualTo(WHAT);
        assertThat(found.isBetween(FUNDER, INTAKE)).isTrue();
        assertThat(run.record().notes().contradicting()).hasSize(1);
        assertThat(held(run, Keys.CONTRADICTION)).containsExactly(PLANNER);

        run.when(PLANNER, tells(2, FUNDER)).thenHappened(ContradictionSettled.class, ObligationDischarged.class);
        assertThat(run.record().notes().contradicting()).isEmpty();
        assertThat(held(run, Keys.CONTRADICTION)).isEmpty();
        run.when(PLANNER, tells(2, NURSE)).thenApplied();
        assertThat(run.record()
                        .notes()
                        .get(CHANGE)
                        .orElseThrow()
                        .contradictions()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aContradictionThatIsNotSettledInTimeIsHeard() {
        RecordFixture run = changed().given(PLANNER, tells(2, INTAKE)).after(Duration.ofHours(25));

        run.when(LEAD, new AdvanceTime()).thenHappened(LevelRaised.class);
        assertThat(run.record()
                        .chart()
                        .obligations()
                        .get(Keys.ofNote(HomeStart.RUN, Keys.CONTRADICTION, CHANGE, 1))
                        .orElseThrow()
                        .raised())
                .isEqualTo(1);
    }

    @Test
    void anybodySaysOnceThatTwoWereToldWhatDoesNotFitAndTheReviewerOrTheAuthorSettlesIt() {
        RecordFixture run = released().given(PLANNER, tells(1, INTAKE), tells(1, NURSE));
        NameContradiction named = new NameContradiction(WHAT, INTAKE, NURSE);

        run.when(NURSE, ask(new NameContradiction(WHAT, INTAKE, PERSON))).thenRefused(Reason.RECIPIENT_UNKNOWN);
        run.when(NURSE, ask(new NameContradiction(WHAT, INTAKE, INTAKE))).thenRefused(Reason.VALUE_MALFORMED);
        run.when(NURSE, ask(named)).thenHappened(ContradictionFound.class);
        run.when(INTAKE, ask(new NameContradiction(WHAT, NURSE, INTAKE))).thenNothing();
        run.given(PLANNER, HomeNotes.tellsAgain(1, NURSE));
        assertThat(run.record().notes().contradicting()).hasSize(1);
        run.when(INTAKE, ask(new SettleContradiction(1, WHY))).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(LEAD, ask(new SettleContradiction(2, WHY))).thenRefused(Reason.NOT_OPEN);
        run.when(LEAD, ask(new SettleContradiction(1, WHY))).thenHappened(ContradictionSettled.class);
        run.when(LEAD, ask(new SettleContradiction(1, WHY))).thenRefused(Reason.NOT_OPEN);
    }

    @Test
    void aNoteThatContradictsItselfIsNotClosed() {
        RecordFixture run = changed().given(PLANNER, tells(2, INTAKE));

        assertThat(refusals(run, PLANNER, ask(new CloseNote(Optional.of(WHY)))))
                .extracting(r -> r.code() + " " + r.path())
                .contains("STATEMENTS_CONTRADICT notes/more-falls/contradictions/1");
    }

    @Test
    @Requirement("NOT-06")
    void whatWasErasedStaysFoundAndFindsNothingMore() {
        RecordFixture run = changed().given(PLANNER, tells(2, INTAKE));
        CoordinationRecord record = run.record();
        Entry first = record.ledger().entries().toList().stream()
                .filter(e -> e.event() instanceof NoteWritten)
                .findFirst()
                .orElseThrow();
        Act act = Act.of(CommandId.of("erases"), PLANNER, Stamp.at(run.now()));
        CoordinationRecord erased = CoordinationRecord.replay(
                record.id(),
                record.ledger()
                        .erase(act, new EraseContent(first.sequence(), WHY, WHY), RecordWalk.salt(5))
                        .orThrow()
                        .state()
                        .entries()
                        .toList());

        assertThat(erased.ledger().verify().isIntact()).isTrue();
        assertThat(erased.notes().contradicting()).hasSize(1);
        var note = erased.notes().get(CHANGE).orElseThrow();
        assertThat(note.versions().get(1).orElseThrow().note().change().text()).isEmpty();
        assertThat(note.versions().get(2).orElseThrow().note().change().text()).isPresent();
        Act again = Act.of(CommandId.of("tells"), PLANNER, Stamp.at(run.now()));
        CoordinationRecord told = erased.decide(tells(2, PERSON), again, RecordWalk.salt(6), run.rules())
                .orThrow()
                .state();
        assertThat(told.notes().contradicting()).hasSize(1);
        assertThat(List.of(told.notes().told(PERSON).get(0).version())).containsExactly(2);
    }
}
