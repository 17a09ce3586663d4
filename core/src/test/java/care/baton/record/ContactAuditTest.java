package care.baton.record;

import static care.baton.record.HomeNotes.CHANGE;
import static care.baton.record.HomeNotes.owed;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.note.Contact;
import care.baton.note.ContactAudit;
import care.baton.note.ContactAudit.Check;
import care.baton.note.ContactAudit.Finding;
import care.baton.note.ContactEvent.ContactMarkedInError;
import care.baton.note.ContactEvent.ContactRecorded;
import care.baton.note.ContactType;
import care.baton.note.FollowUp;
import care.baton.note.NoteEvent.ContradictionFound;
import care.baton.note.NoteEvent.ContradictionSettled;
import care.baton.note.NoteEvent.NoteReleased;
import care.baton.note.NoteEvent.NoteReviewed;
import care.baton.note.Stated;
import care.baton.note.Support;
import care.baton.note.Talk;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Sensitive;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import care.baton.trace.Requirements;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit of contacts reads any list: most of these no operation could have made. */
class ContactAuditTest {

    private static final Code WHY = Code.of("looked-at");
    private static final Event REVIEWED = new NoteReviewed(CHANGE, 1, Sensitive.none());
    private static final Support WHOLE = new Support(
            Optional.of(new Stated.Nothing()),
            Optional.of(new Stated.Nothing()),
            Optional.of(HomeStart.RESULT),
            Optional.of(Support.NO_CHANGE));

    @Test
    void aContactThatWasReviewedFirstAndSaysAllIsClean() {
        assertThat(audit(REVIEWED, made(1, contact(ContactType.CASE_MANAGER, Optional.of(WHY), WHOLE, true))))
                .isEmpty();
        assertThat(ContactAudit.of(List.of())).isEmpty();
    }

    @Test
    @Requirement("AUD-04")
    void theReviewComesBeforeTheContactAsTheyWereAndNotAsTheyWereWrittenDown() {
        Act late = Act.of(
                CommandId.of("late"),
                HomeStart.PLANNER,
                Stamp.at(HomeStart.START.plusSeconds(60)).withOccurred(HomeStart.START.minusSeconds(9_000)));
        Event call = made(1, contact(ContactType.CASE_MANAGER, Optional.of(WHY), WHOLE, true));

        assertThat(ContactAudit.of(List.of(Listed.entry(0, HomeStart.START, REVIEWED), Listed.entry(1, late, call))))
                .extracting(ContactAudit.Finding::check)
                .containsExactly(Check.NOT_REVIEWED_FIRST);
    }

    static Stream<Arguments> lacking() {
        return Stream.of(
                Arguments.of(row("AUD-02"), Check.REASON_MISSING, lacks(Optional.empty(), WHOLE, true)),
                Arguments.of(
                        row("AUD-03"),
                        Check.DECISION_NOT_STATED,
                        lacks(
                                Optional.of(WHY),
                                new Support(Optional.empty(), WHOLE.agreed(), WHOLE.outcome(), WHOLE.plan()),
                                true)),
                Arguments.of(
                        row("AUD-05"),
                        Check.OUTCOME_NOT_LINKED,
                        lacks(
                                Optional.of(WHY),
                                new Support(WHOLE.decision(), WHOLE.agreed(), Optional.empty(), WHOLE.plan()),
                                true)),
                Arguments.of(
                        row("AUD-06"),
                        Check.ACTION_NOT_AGREED,
                        lacks(
                                Optional.of(WHY),
                                new Support(WHOLE.decision(), Optional.empty(), WHOLE.outcome(), WHOLE.plan()),
                                true)),
                Arguments.of(row("AUD-07"), Check.FOLLOW_UP_NOT_OWNED, lacks(Optional.of(WHY), WHOLE, false)),
                Arguments.of(
                        row("AUD-16"),
                        Check.PLAN_NOT_CONSIDERED,
                        lacks(
                                Optional.of(WHY),
                                new Support(WHOLE.decision(), WHOLE.agreed(), WHOLE.outcome(), Optional.empty()),
                                true)));
    }

    @RowTest
    @MethodSource("lacking")
    void whatACaseManagerContactLacksIsNamedWithItsEntry(Row row, Check check, Contact contact) {
        assertThat(audit(REVIEWED, made(1, contact))).as(row.id()).containsExactly(new Finding(check, 2));
        assertThat(audit(REVIEWED, made(1, contact), new ContactMarkedInError(1, WHY)))
                .isEmpty();
    }

    @Test
    @Requirement("AUD-04")
    void theReviewComesBeforeTheContact() {
        Event call = made(1, contact(ContactType.CASE_MANAGER, Optional.of(WHY), WHOLE, true));
        Event review = made(1, contact(ContactType.SUPERVISOR_REVIEW, Optional.of(WHY), Support.unsaid(), false));

        assertThat(audit(call, REVIEWED)).containsExactly(new Finding(Check.NOT_REVIEWED_FIRST, 1));
        assertThat(audit(new NoteReviewed(Code.of("other"), 1, Sensitive.none()), call))
                .containsExactly(new Finding(Check.NOT_REVIEWED_FIRST, 2));
        assertThat(audit(review, call)).isEmpty();
    }

    @Test
    @Requirement("AUD-04")
    void theReviewOfOneVersionIsNoneOfTheNext() {
        Event call = made(1, contact(ContactType.CASE_MANAGER, Optional.of(WHY), WHOLE, true));
        Event again = new NoteReleased(CHANGE, 2, true);

        assertThat(audit(REVIEWED, again, call)).containsExactly(new Finding(Check.NOT_REVIEWED_FIRST, 3));
        assertThat(audit(REVIEWED, again, new NoteReviewed(CHANGE, 2, Sensitive.none()), call))
                .isEmpty();
        assertThat(audit(REVIEWED, new NoteReleased(CHANGE, 2, false), call)).isEmpty();
    }

    @Test
    void otherKindsOfContactAndAttemptsThatFailedAreNotAsked() {
        Talk failed = new Talk(List.of(INTAKE), Channel.PHONE, false, false, Sensitive.none());
        Contact attempt = new Contact(
                Optional.empty(),
                ContactType.CASE_MANAGER,
                failed,
                1,
                Support.unsaid(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(audit(
                        made(1, contact(ContactType.FAMILY_CALL, Optional.empty(), Support.unsaid(), false)),
                        made(2, attempt)))
                .isEmpty();
    }

    @Test
    @Requirement("AUD-14")
    void whatTwoWereLeftWithThatDoesNotFitIsNamed() {
        Event found = new ContradictionFound(CHANGE, 1, HomeNotes.WHAT, INTAKE, FUNDER);
        Event other = new ContradictionFound(CHANGE, 2, HomeNotes.WHAT, INTAKE, NURSE);

        assertThat(audit(found, other)).extracting(Finding::entry).containsExactly(1L, 2L);
        assertThat(audit(found, other, new ContradictionSettled(CHANGE, 1, WHY)))
                .containsExactly(new Finding(Check.CONTRADICTION_LEFT, 2));
    }

    @Test
    void whatIsFoundStandsInTheOrderOfTheEntriesThatShowIt() {
        Event found = new ContradictionFound(CHANGE, 1, HomeNotes.WHAT, INTAKE, FUNDER);
        Event call = made(1, contact(ContactType.CASE_MANAGER, Optional.of(WHY), WHOLE, true));

        assertThat(audit(found, call))
                .containsExactly(new Finding(Check.CONTRADICTION_LEFT, 1), new Finding(Check.NOT_REVIEWED_FIRST, 2));
        assertThat(audit(call, found))
                .containsExactly(new Finding(Check.NOT_REVIEWED_FIRST, 1), new Finding(Check.CONTRADICTION_LEFT, 2));
    }

    private static Row row(String id) {
        return Requirements.find(id).orElseThrow();
    }

    private static Contact lacks(Optional<Code> reason, Support support, boolean owned) {
        return contact(ContactType.CASE_MANAGER, reason, support, owned);
    }

    private static Contact contact(ContactType kind, Optional<Code> reason, Support support, boolean owned) {
        Optional<FollowUp> followUp = owned ? Optional.of(owed(48)) : Optional.empty();
        return new Contact(
                reason,
                kind,
                Talk.with(INTAKE, Channel.PHONE),
                5,
                support,
                followUp,
                Optional.of(CHANGE),
                Optional.of(RUN));
    }

    private static Event made(int number, Contact contact) {
        return new ContactRecorded(number, contact);
    }

    private static List<Finding> audit(Event... events) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            entries.add(Listed.entry(i, HomeStart.START, events[i]));
        }
        return ContactAudit.of(entries);
    }
}
