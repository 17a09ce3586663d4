package care.baton.note;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.note.NoteEvent.ContradictionFound;
import care.baton.note.NoteEvent.ContradictionSettled;
import care.baton.note.NoteEvent.FollowUpRecorded;
import care.baton.note.NoteEvent.NoteReleased;
import care.baton.note.NoteEvent.NoteReviewed;
import care.baton.note.NoteEvent.NoteWritten;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Sensitive;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands of the notes of a record, one event after the other. */
class NotesTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Code FALLS = Code.of("more-falls");
    private static final Code SLEEP = Code.of("sleeps-badly");
    private static final Code WHAT = Code.of("what-we-do");
    private static final Code HOURS = Code.of("hours");
    private static final Code WHY = Code.of("explained");
    private static final Holder NURSE = holder("clinic", "nurse");
    private static final Holder LEAD = holder("hospital", "lead");
    private static final Holder PLANNER = holder("hospital", "planner");
    private static final Holder SCHOOL = holder("school", "teacher");

    @Test
    void twoAreTheSameWithTheSameNotesAndNoOtherwise() {
        Notes other = at(0, Notes.none(), written(SLEEP, 1, NURSE));

        assertThat(falls())
                .isEqualTo(falls())
                .hasSameHashCodeAs(falls())
                .isNotEqualTo(other)
                .doesNotHaveSameHashCodeAs(other)
                .isNotEqualTo(Notes.none())
                .isNotEqualTo(falls().all());
        assertThat(falls()).hasToString("Notes[1]");
    }

    @Test
    void whatIsSaidOfANoteOrOfSomethingInItThatIsNotThereChangesNothing() {
        assertThat(at(1, falls(), new NoteReleased(SLEEP, 1, true))).isEqualTo(falls());
        assertThat(at(1, falls(), new ContradictionSettled(FALLS, 1, WHY))).isEqualTo(falls());
        assertThat(at(1, falls(), new FollowUpRecorded(FALLS, 1, SCHOOL, new Stated.Nothing())))
                .isEqualTo(falls());
    }

    @Test
    void aRecipientKeepsItsNumberInEveryVersionThatFollows() {
        Note note = at(1, falls(), written(FALLS, 2, LEAD, NURSE)).get(FALLS).orElseThrow();

        assertThat(note.recipients().values()).containsExactly(NURSE, LEAD);
        assertThat(note.number(NURSE)).contains(1);
        assertThat(note.number(LEAD)).contains(2);
        assertThat(note.number(SCHOOL)).isEmpty();
        assertThat(note.newest().version()).isEqualTo(2);
        assertThat(note.newest().by()).isEqualTo(PLANNER);
        assertThat(note.newest().at()).isEqualTo(MONDAY.plus(Duration.ofHours(1)));
    }

    @Test
    void itIsHeldBackUntilItIsReleasedAndThenUntilItIsReviewedWhereThatIsCalledFor() {
        assertThat(falls().get(FALLS).orElseThrow().isHeldBack()).isTrue();
        assertThat(released(false).get(FALLS).orElseThrow().isHeldBack()).isFalse();
        assertThat(released(true).get(FALLS).orElseThrow().isHeldBack()).isTrue();

        Note reviewed = at(2, released(true), new NoteReviewed(FALLS, 1, Sensitive.none()))
                .get(FALLS)
                .orElseThrow();
        assertThat(reviewed.isHeldBack()).isFalse();
        assertThat(reviewed.reviews().get(1)).contains(Optional.of(PLANNER));
    }

    @Test
    void whenAnybodyWasLastToldIsTheNewestOfAllNotesAboutWhatItSupports() {
        Notes told = at(3, released(false), sent(FALLS, NURSE, Optional.empty()));
        Notes both = at(1, told, written(SLEEP, 1, NURSE));
        both = at(5, at(2, both, new NoteReleased(SLEEP, 1, false)), sent(SLEEP, NURSE, Optional.empty()));

        assertThat(told.lastTold(Code.of("run-1"), HOURS)).contains(MONDAY.plus(Duration.ofHours(3)));
        assertThat(both.lastTold(Code.of("run-1"), HOURS)).contains(MONDAY.plus(Duration.ofHours(5)));
        assertThat(both.lastTold(Code.of("run-1"), WHAT)).isEmpty();
        assertThat(both.told(NURSE)).extracting(Update::number).containsExactly(1, 1);
        assertThat(both.told(SCHOOL)).isEmpty();
    }

    @Test
    void whoeverIsToldOnceMoreIsARepeatAndWhatCameLastCounts() {
        Notes told = at(3, released(false), sent(FALLS, NURSE, Optional.empty()));
        Note again =
                at(4, told, sent(FALLS, NURSE, Optional.of(WHY))).get(FALLS).orElseThrow();

        assertThat(again.repeats()).extracting(Update::number).containsExactly(2);
        assertThat(again.lastTo(NURSE)).map(Update::at).contains(MONDAY.plus(Duration.ofHours(4)));
        assertThat(again.lastTo(SCHOOL)).isEmpty();
        assertThat(again.isTold(NURSE, 1)).isTrue();
        assertThat(again.isTold(NURSE, 2)).isFalse();
        assertThat(again.isTold(SCHOOL, 1)).isFalse();
        assertThat(again.unsent()).isEmpty();
    }

    @Test
    void aContradictionStandsBetweenTheTwoWhicheverIsNamedFirstUntilItIsSettled() {
        Notes found = at(2, released(false), new ContradictionFound(FALLS, 1, WHAT, NURSE, LEAD));
        Contradiction one = found.contradicting().get(0);

        assertThat(one.isBetween(NURSE, LEAD)).isTrue();
        assertThat(one.isBetween(LEAD, NURSE)).isTrue();
        assertThat(one.isBetween(NURSE, SCHOOL)).isFalse();
        assertThat(one.isBetween(SCHOOL, LEAD)).isFalse();
        assertThat(one.isBetween(LEAD, SCHOOL)).isFalse();
        assertThat(one.isBetween(SCHOOL, NURSE)).isFalse();
        Notes settled = at(3, found, new ContradictionSettled(FALLS, 1, WHY));
        assertThat(settled.contradicting()).isEmpty();
        assertThat(settled.get(FALLS).orElseThrow().contradictions().get(1))
                .contains(new Contradiction(1, WHAT, NURSE, LEAD, one.at(), Optional.of(WHY)));
    }

    private static Notes falls() {
        return at(0, Notes.none(), written(FALLS, 1, NURSE));
    }

    private static Notes released(boolean reviewed) {
        return at(1, falls(), new NoteReleased(FALLS, 1, reviewed));
    }

    private static Notes at(int hour, Notes before, NoteEvent event) {
        Stamp stamp = Stamp.at(MONDAY.plus(Duration.ofHours(hour)));
        return before.evolve(Act.of(CommandId.of("command-" + hour), PLANNER, stamp), event);
    }

    private static NoteWritten written(Code change, int version, Holder... recipients) {
        CoordinationNote content = CoordinationNote.builder()
                .change(Sensitive.of("as seen"))
                .impact(Sensitive.none())
                .priorities(Sensitive.none())
                .focus(Focus.RISK)
                .addAllRecipients(List.of(recipients).stream()
                        .map(one -> Addressee.told(one, PLANNER))
                        .toList())
                .supports(HOURS)
                .build();
        return new NoteWritten(change, Code.of("run-1"), version, content);
    }

    private static UpdateSent sent(Code change, Holder to, Optional<Code> again) {
        return new UpdateSent(change, 1, to, Channel.PHONE, List.of(WHAT), Optional.empty(), again);
    }

    private static Holder holder(String organization, String role) {
        return Holder.of(OrganizationId.of(organization), Code.of(role));
    }
}
