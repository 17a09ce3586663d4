package care.baton.record;

import static care.baton.record.HomeNotes.CHANGE;
import static care.baton.record.HomeNotes.WHAT;
import static care.baton.record.HomeNotes.contact;
import static care.baton.record.HomeNotes.note;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Event;
import care.baton.note.Contact;
import care.baton.note.ContactEvent.ContactClassified;
import care.baton.note.ContactEvent.ContactMarkedInError;
import care.baton.note.ContactEvent.ContactRecorded;
import care.baton.note.ContactType;
import care.baton.note.Contacts;
import care.baton.note.NoteEvent;
import care.baton.note.NoteEvent.ContradictionFound;
import care.baton.note.NoteEvent.ContradictionSettled;
import care.baton.note.NoteEvent.FollowUpRecorded;
import care.baton.note.NoteEvent.NoteClosed;
import care.baton.note.NoteEvent.NoteReleased;
import care.baton.note.NoteEvent.NoteReviewed;
import care.baton.note.NoteEvent.NoteWritten;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.note.Stated;
import care.baton.note.Worth;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.time.Stamp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can have happened next to a note or a contact, one thing changed at a time. */
class PossibleNoteTest {

    private static final Code WHY = Code.of("why");
    private static final Chart OPEN =
            after(Chart.empty(), new RunOpened(RUN, Code.of("home-start"), 1, Digest.of(new byte[] {1})));
    private static final Chart WRITTEN = after(OPEN, written(1));
    private static final Chart RELEASED = after(WRITTEN, new NoteReleased(CHANGE, 1, false));
    private static final Chart REVIEWING = after(WRITTEN, new NoteReleased(CHANGE, 1, true));
    private static final Chart TOLD = after(RELEASED, sent(1, INTAKE, Optional.empty()));
    private static final Chart BOTH = after(TOLD, sent(1, NURSE, Optional.empty()));
    private static final ContradictionFound FOUND = new ContradictionFound(CHANGE, 1, WHAT, INTAKE, NURSE);

    @Test
    void versionsGoUpByOneOnTheirOwnRunWhileItIsOpen() {
        assertThat(possible(OPEN, written(1))).isTrue();
        assertThat(possible(OPEN, written(2))).isFalse();
        assertThat(possible(WRITTEN, written(2))).isTrue();
        assertThat(possible(WRITTEN, written(1))).isFalse();
        assertThat(possible(Chart.empty(), written(1))).isFalse();
        assertThat(possible(WRITTEN, new NoteWritten(CHANGE, Code.of("run-2"), 2, note("a"))))
                .isFalse();
        assertThat(possible(after(WRITTEN, new RunClosed(RUN, START)), new NoteReleased(CHANGE, 1, false)))
                .isFalse();
    }

    @Test
    void theNewestVersionIsReleasedOnceAndReviewedOnceWhereItHasToBe() {
        assertThat(possible(WRITTEN, new NoteReleased(CHANGE, 1, false))).isTrue();
        assertThat(possible(WRITTEN, new NoteReleased(CHANGE, 2, false))).isFalse();
        assertThat(possible(RELEASED, new NoteReleased(CHANGE, 1, false))).isFalse();
        assertThat(possible(OPEN, new NoteReleased(CHANGE, 1, false))).isFalse();
        assertThat(possible(REVIEWING, reviewed(1))).isTrue();
        assertThat(possible(REVIEWING, reviewed(2))).isFalse();
        assertThat(possible(RELEASED, reviewed(1))).isFalse();
        assertThat(possible(after(REVIEWING, reviewed(1)), reviewed(1))).isFalse();
    }

    @Test
    void nobodyIsToldTwiceWithoutAReasonNorBeforeTheReviewNorUnnamed() {
        assertThat(possible(RELEASED, sent(1, INTAKE, Optional.empty()))).isTrue();
        assertThat(possible(RELEASED, sent(2, INTAKE, Optional.empty()))).isFalse();
        assertThat(possible(RELEASED, sent(1, LEAD, Optional.empty()))).isFalse();
        assertThat(possible(RELEASED, sent(1, INTAKE, Optional.of(WHY)))).isFalse();
        assertThat(possible(TOLD, sent(1, INTAKE, Optional.empty()))).isFalse();
        assertThat(possible(TOLD, sent(1, INTAKE, Optional.of(WHY)))).isTrue();
        assertThat(possible(REVIEWING, sent(1, INTAKE, Optional.empty()))).isFalse();
    }

    @Test
    void whatCameOfItIsWrittenDownOnceByWhoOwedIt() {
        assertThat(possible(TOLD, followed(1, INTAKE))).isTrue();
        assertThat(possible(TOLD, followed(2, INTAKE))).isFalse();
        assertThat(possible(BOTH, followed(1, NURSE))).isFalse();
        assertThat(possible(after(TOLD, followed(1, INTAKE)), followed(1, INTAKE)))
                .isFalse();
    }

    @Test
    void contradictionsAreNumberedBetweenTwoWhoWereToldAndSettledOnce() {
        assertThat(possible(BOTH, FOUND)).isTrue();
        assertThat(possible(TOLD, FOUND)).isFalse();
        assertThat(possible(BOTH, new ContradictionFound(CHANGE, 1, WHAT, LEAD, NURSE)))
                .isFalse();
        assertThat(possible(BOTH, new ContradictionFound(CHANGE, 2, WHAT, INTAKE, NURSE)))
                .isFalse();
        assertThat(possible(BOTH, new ContradictionFound(CHANGE, 1, WHAT, NURSE, NURSE)))
                .isFalse();
        Chart standing = after(BOTH, FOUND);
        assertThat(possible(standing, new ContradictionSettled(CHANGE, 1, WHY))).isTrue();
        assertThat(possible(standing, new ContradictionSettled(CHANGE, 2, WHY))).isFalse();
        assertThat(possible(
                        after(standing, new ContradictionSettled(CHANGE, 1, WHY)),
                        new ContradictionSettled(CHANGE, 1, WHY)))
                .isFalse();
    }

    @Test
    void itClosesOnceWithNothingOwedAndNothingThatContradicts() {
        NoteClosed closes = new NoteClosed(CHANGE, List.of(), Optional.empty());

        assertThat(possible(RELEASED, closes)).isTrue();
        assertThat(possible(WRITTEN, closes)).isFalse();
        assertThat(possible(TOLD, closes)).isFalse();
        assertThat(possible(after(TOLD, followed(1, INTAKE)), closes)).isTrue();
        assertThat(possible(after(BOTH, followed(1, INTAKE), FOUND), closes)).isFalse();
        assertThat(possible(after(RELEASED, closes), closes)).isFalse();
        assertThat(possible(after(RELEASED, closes), written(2))).isFalse();
    }

    @Test
    void contactsAreNumberedWithAReasonAndOnlyOneThatCountsIsJudgedOrMarked() {
        Contact call = contact(ContactType.FAMILY_CALL, 4);
        Contact bare = new Contact(
                Optional.empty(),
                call.kind(),
                call.talk(),
                4,
                call.support(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Contacts none = Contacts.none();
        Contacts one = none.evolve(act(), new ContactRecorded(1, call));
        ContactClassified judged = new ContactClassified(1, new Worth.Undetermined(), Optional.empty(), WHY);
        ContactMarkedInError marked = new ContactMarkedInError(1, WHY);

        assertThat(PossibleNote.after(none, new ContactRecorded(1, call))).isTrue();
        assertThat(PossibleNote.after(none, new ContactRecorded(2, call))).isFalse();
        assertThat(PossibleNote.after(none, new ContactRecorded(1, bare))).isFalse();
        assertThat(PossibleNote.after(none, judged)).isFalse();
        assertThat(PossibleNote.after(one, judged)).isTrue();
        assertThat(PossibleNote.after(one, marked)).isTrue();
        assertThat(PossibleNote.after(one.evolve(act(), marked), marked)).isFalse();
        assertThat(PossibleNote.after(one.evolve(act(), marked), judged)).isFalse();
    }

    private static boolean possible(Chart before, NoteEvent event) {
        return PossibleNote.after(before, event);
    }

    private static Act act() {
        return Act.of(CommandId.of("c-1"), PLANNER, Stamp.at(START));
    }

    private static Chart after(Chart before, Event... events) {
        Chart chart = before;
        for (Event event : events) {
            chart = chart.evolve(act(), event);
        }
        return chart;
    }

    private static NoteWritten written(int version) {
        return new NoteWritten(CHANGE, RUN, version, note("a lamp"));
    }

    private static NoteReviewed reviewed(int version) {
        return new NoteReviewed(CHANGE, version, Sensitive.none());
    }

    private static UpdateSent sent(int version, Holder to, Optional<Code> again) {
        return new UpdateSent(CHANGE, version, to, Channel.PHONE, List.of(WHAT), Optional.empty(), again);
    }

    private static FollowUpRecorded followed(int version, Holder who) {
        return new FollowUpRecorded(CHANGE, version, who, new Stated.Nothing());
    }
}
