package care.baton.record;

import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.answer;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.DisclosureCommand.BreakGlass;
import care.baton.disclosure.DisclosureEvent.EmergencyReviewed;
import care.baton.evidence.ContentErased;
import care.baton.evidence.Covered;
import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.ApprovalRevoked;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.EvidenceEvent.FactSetAside;
import care.baton.evidence.EvidenceEvent.FlagCleared;
import care.baton.evidence.EvidenceEvent.FlagRaised;
import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Course;
import care.baton.handoff.Decision;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.ClarificationGiven;
import care.baton.handoff.HandoffEvent.ConditionMet;
import care.baton.handoff.HandoffEvent.ConditionsAgreed;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.json.Json;
import care.baton.note.ContactEvent.ContactMarkedInError;
import care.baton.note.ContactType;
import care.baton.note.NoteEvent.NoteReleased;
import care.baton.note.Stated;
import care.baton.obligation.Key;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationCarried;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReplaced;
import care.baton.obligation.ObligationEvent.ObligationResumed;
import care.baton.obligation.ObligationEvent.ObligationSuspended;
import care.baton.obligation.ObligationEvent.SuspensionLifted;
import care.baton.obligation.ObligationEvent.TermsChanged;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.ownership.Absence;
import care.baton.ownership.TeamEvent.AbsencePlanned;
import care.baton.ownership.TeamEvent.MemberAcknowledged;
import care.baton.ownership.TeamEvent.MemberJoined;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.plan.PlanEvent.PlanActivated;
import care.baton.record.ConsentEvent.ConsentMarkedInError;
import care.baton.record.ConsentEvent.ConsentRecorded;
import care.baton.record.ConsentEvent.ConsentRevoked;
import care.baton.record.ConsentEvent.LabelRemoved;
import care.baton.record.RecordEvent.RecordOpened;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunMoved;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.StageEntered;
import care.baton.record.RecordEvent.StageLeft;
import care.baton.risk.RiskEvent.NeedMet;
import care.baton.risk.Source;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A list that no operation could have made is refused, with the place of the first entry that could not have come. */
class RestoreTest {

    private static final Key DUTY = Keys.duty(RUN, HOURS);
    private static final Key ENDED = Keys.of(RUN, Keys.SUPPLY, ROUTINES);
    private static final Key UNKNOWN = Keys.duty(RUN, Code.of("never-opened"));
    private static final Key RESPONSE = Key.of(HANDOFF.value(), Kinds.RESPONSE, "offer-1");

    /** A stage, a missing field that was supplied, and an offer that awaits its answer. */
    private static RecordFixture stands() {
        return HomeStart.run().given(NURSE, says(ROUTINES)).given(PLANNER, offer(INTAKE));
    }

    @Test
    void whatOperationsMadeIsRestoredAsItWas() {
        CoordinationRecord record = stands().after(Duration.ofHours(30))
                .given(INTAKE, answer(1, new Answer.Accept()))
                .record();

        assertThat(CoordinationRecord.restore(
                                record.id(), record.ledger().entries().toList())
                        .orThrow()
                        .state())
                .isEqualTo(record);
        assertThat(CoordinationRecord.restore(record.id(), List.of()).orThrow().state())
                .isEqualTo(CoordinationRecord.of(record.id()));
    }

    @Test
    void whatPlansNotesContactsRisksAndEmergenciesMadeIsRestoredToo() {
        CoordinationRecord record = HomePlans.active()
                .given(PLANNER, HomeNotes.writes(HomeNotes.note("a grab rail")))
                .given(NURSE, HomeNotes.calls(ContactType.FAMILY_CALL, 5))
                .given(NURSE, HomeRisks.sees(HomeRisks.APPETITE, Source.NOTE))
                .given(NURSE, new OnDisclosure(new BreakGlass(RUN, Code.of("unconscious"))))
                .record();

        assertThat(CoordinationRecord.restore(
                                record.id(), record.ledger().entries().toList())
                        .orThrow()
                        .state())
                .isEqualTo(record);
    }

    /** Where nobody has planned, written, counted, seen or opened anything. */
    static Stream<Event> impossibleOfParts() {
        Code unheard = Code.of("unheard-of");
        return Stream.of(
                new PlanActivated(unheard, 1, List.of(), Optional.empty()),
                new NoteReleased(unheard, 1, false),
                new ContactMarkedInError(1, unheard),
                new NeedMet(1, new Stated.Said(Sensitive.of("a room"))),
                new EmergencyReviewed(1, unheard),
                new ContentErased(stands().record().version() + 1, unheard, Code.of("content-erased")));
    }

    static Stream<Event> impossible() {
        Instant late = START.plus(Duration.ofHours(1));
        Holder nobody = Holder.of(OrganizationId.of("nobody"), Code.of("nobody"));
        Code first = Code.of("refer");
        return Stream.of(
                new RecordOpened(RecordId.of("record-1"), PLANNER.organization(), HomeStart.WHO, List.of()),
                Listed.owed(UNKNOWN, PLANNER, Optional.empty(), START.minusSeconds(1)),
                Listed.owed(DUTY, PLANNER, Optional.empty(), late),
                Listed.owed(ENDED, PLANNER, Optional.empty(), late),
                new ObligationDischarged(ENDED, START),
                new ObligationDischarged(UNKNOWN, START),
                new ObligationDischarged(DUTY, late),
                new ObligationDischarged(DUTY, START.minusSeconds(1)),
                new HolderChanged(DUTY, HomeStart.FUNDER.heldBy(Optional.empty()), START, Code.of("moved")),
                new HolderChanged(DUTY, PLANNER, START.minusSeconds(1), Code.of("moved")),
                new LevelRaised(DUTY, 2, START, 1, late),
                new LevelRaised(DUTY, 0, START, 0, late),
                new ObligationSuspended(DUTY, ENDED, START),
                new ObligationSuspended(DUTY, DUTY, START),
                new SuspensionLifted(DUTY, RESPONSE, START),
                new ObligationResumed(DUTY, RESPONSE, START, late, late),
                new ObligationCarried(DUTY, ENDED),
                new ObligationReplaced(DUTY, START, UNKNOWN),
                Listed.offered(3, OfferKind.FIRM, Arbiter.RECORD),
                Listed.offered(2, OfferKind.FIRM, Arbiter.RECORD),
                new AnswerGiven(HANDOFF, 2, new Answer.Accept(), INTAKE, START, false, false, true),
                new AnswerGiven(HANDOFF, 1, new Answer.Accept(), PLANNER, START, false, false, true),
                new AnswerGiven(HandoffId.of("handoff-9"), 1, new Answer.Accept(), INTAKE, START, false, false, true),
                new ClarificationGiven(HANDOFF, 1, ROUTINES, Sensitive.of("at eight"), Optional.empty()),
                new ConditionsAgreed(HANDOFF, 1),
                new ConditionMet(HANDOFF, 1, 1),
                new DecisionOvertaken(HANDOFF, 1, Decision.ANSWER, Code.of("first")),
                new OfferWithdrawn(HANDOFF, 4, START, Code.of("first")),
                new CourseTaken(HANDOFF, Course.CLOSED, START, Code.of("done"), List.of()),
                new FactRecorded(ROUTINES, 3, Sensitive.none(), HomeStart.CHART, Grade.RECORDED),
                new FactSetAside(ROUTINES, 2, true, Code.of("wrong")),
                new FlagRaised(HomeStart.FALLS, 2),
                new FlagCleared(HomeStart.FALLS, 1, Code.of("checked")),
                new ApprovalGiven(HomeStart.APPROVED, 2, List.of(new Covered(ROUTINES, 1))),
                new ApprovalRevoked(1, Code.of("wrong")),
                new WaiverGranted(RUN, ROUTINES, Code.of("late"), START),
                new MemberJoined(PLANNER, OrganizationKind.HOSPITAL, List.of()),
                new MemberLeft(nobody),
                new MemberAcknowledged(nobody),
                new AbsencePlanned(nobody, new Absence(HomeStart.WHO, START, late)),
                new ContentErased(10_000, Code.of("wrong"), Code.of("fact-recorded")),
                new WaiverExpired(RUN, ROUTINES, START),
                new WaiverGranted(Code.of("run-9"), ROUTINES, Code.of("late"), late),
                new RunOpened(RUN, Code.of("home-start"), 1, HomeStart.pathway().hash()),
                new RunMoved(RUN, 1, HomeStart.pathway().hash(), Code.of("wrong"), List.of()),
                new RunMoved(RUN, 0, HomeStart.pathway().hash(), Code.of("wrong"), List.of()),
                new RunMoved(Code.of("run-9"), 2, HomeStart.pathway().hash(), Code.of("wrong"), List.of()),
                terms(DUTY, START.minusSeconds(1), Optional.empty()),
                terms(DUTY, late, Optional.of(START)),
                terms(ENDED, late, Optional.empty()),
                new StageEntered(RUN, Code.of("prepare"), INTAKE, START),
                new StageEntered(Code.of("run-9"), first, INTAKE, START),
                new StageLeft(RUN, Code.of("prepare"), START),
                new RunClosed(RUN, START));
    }

    private static TermsChanged terms(Key key, Instant due, Optional<Instant> latest) {
        Route route = Route.reminder(HomeStart.hours(24));
        return new TermsChanged(key, due, due, latest, Optional.empty(), route, List.of());
    }

    /** Where nobody has decided anything about sharing. */
    static Stream<Event> impossibleToShare() {
        Code reason = Code.of("wrong");
        return Stream.of(
                new ConsentRecorded(2, consent(), Optional.empty()),
                new ConsentRecorded(1, consent(), Optional.of(1)),
                new ConsentRevoked(1, START, reason),
                new ConsentMarkedInError(1, reason),
                new LabelRemoved(ROUTINES, Sensitivity.BEHAVIORAL_HEALTH, reason));
    }

    static Consent consent() {
        return Consent.permit(
                new Scope.Everything(List.of()),
                Audience.of(INTAKE),
                Purpose.TREATMENT,
                Giver.self(HomeStart.WHO),
                Consent.Form.WRITTEN,
                START);
    }

    @ParameterizedTest
    @MethodSource({"impossible", "impossibleToShare", "impossibleOfParts"})
    void whatCouldNotHaveComeIsRefusedAtItsPlace(Event event) {
        CoordinationRecord record = stands().record();
        List<Entry> entries = new ArrayList<>(record.ledger().entries().toList());
        entries.add(next(record, event));

        assertThat(CoordinationRecord.restore(record.id(), entries).refusals())
                .containsExactly(Refusal.of(Reason.EVENT_IMPOSSIBLE, "entries[" + (entries.size() - 1) + "]/event"));
    }

    @Test
    void theFirstEntryOpensThisRecordAndNoOther() {
        List<Entry> entries = stands().record().ledger().entries().toList();

        assertThat(CoordinationRecord.restore(RecordId.of("record-2"), entries).refusals())
                .containsExactly(Refusal.of(Reason.EVENT_IMPOSSIBLE, "entries[0]/event/record"));
        assertThat(CoordinationRecord.restore(RecordId.of("record-1"), entries.subList(1, 3))
                        .refusals())
                .containsExactly(Refusal.of(Reason.SEQUENCE_BROKEN, "entries[0]/sequence"));
        CoordinationRecord none = CoordinationRecord.of(RecordId.of("record-1"));
        assertThat(refused(List.of(next(none, new FlagRaised(HomeStart.FALLS, 1)))))
                .containsExactly(Refusal.of(Reason.EVENT_IMPOSSIBLE, "entries[0]/event"));
    }

    @Test
    void anInstantOutsideAllTimeInAStoredEntryIsRefusedWhenItIsRead() {
        Json json = Json.ofRecords();
        Entry owed = HomeStart.run().record().ledger().entries().toList().stream()
                .filter(e -> e.event() instanceof ObligationOpened)
                .findFirst()
                .orElseThrow();
        String text = json.write(owed);
        for (String field : List.of("at", "due", "next")) {
            String early = text.replaceFirst(
                    "(\"event\":.*)\"" + field + "\":\"[^\"]*\"",
                    "$1\"" + field + "\":\"-1000000000-01-01T00:00:00Z\"");

            assertThat(early).isNotEqualTo(text);
            assertThat(json.readEntry(early).refusals())
                    .extracting(Refusal::code)
                    .containsExactly(Reason.VALUE_MALFORMED);
        }
    }

    @Test
    void anEntryThatIsMissingOrDoubledBreaksTheSequence() {
        List<Entry> entries = stands().record().ledger().entries().toList();
        List<Entry> doubled = new ArrayList<>(entries);
        doubled.add(5, entries.get(5));
        List<Entry> fewer = new ArrayList<>(entries);
        fewer.remove(7);

        assertThat(refused(doubled)).containsExactly(Refusal.of(Reason.SEQUENCE_BROKEN, "entries[6]/sequence"));
        assertThat(refused(fewer)).containsExactly(Refusal.of(Reason.SEQUENCE_BROKEN, "entries[7]/sequence"));
    }

    @Test
    void timeThatRunsBackwardsAndCommandsThatAreTornApartBreakTheSequence() {
        CoordinationRecord record = stands().record();
        List<Entry> entries = new ArrayList<>(record.ledger().entries().toList());
        Entry last = entries.get(entries.size() - 1);
        Event harmless = new FlagRaised(HomeStart.FALLS, 1);

        entries.add(entry(record, harmless, "c-new", START.minusSeconds(1), true));
        assertThat(refused(entries)).extracting(Refusal::path).containsExactly(place(entries, "act/recordedAt"));
        entries.set(entries.size() - 1, entry(record, harmless, "c-new", START, false));
        assertThat(refused(entries)).extracting(Refusal::path).containsExactly(place(entries, "command"));
        entries.set(entries.size() - 1, entry(record, harmless, "record-1-1", START, true));
        assertThat(refused(entries)).extracting(Refusal::path).containsExactly(place(entries, "command"));
        entries.set(
                entries.size() - 1, entry(record, harmless, last.act().command().value(), START, true));
        assertThat(refused(entries)).extracting(Refusal::path).containsExactly(place(entries, "command"));
        entries.set(entries.size() - 1, entry(record, harmless, "c-new", START, true));
        assertThat(refused(entries)).isEmpty();
    }

    @Test
    void theEntriesOfACommandAreOfOneAct() {
        CoordinationRecord record = stands().record();
        List<Entry> entries = new ArrayList<>(record.ledger().entries().toList());
        Entry last = entries.get(entries.size() - 1);
        Event harmless = new FlagRaised(HomeStart.FALLS, 1);
        Entry other = entry(record, harmless, last.act().command().value(), START, false);

        entries.add(other);
        assertThat(other.act()).isEqualTo(last.act());
        assertThat(refused(entries)).isEmpty();
        entries.set(
                entries.size() - 1, entry(record, harmless, last.act().command().value(), START.plusNanos(1), false));
        assertThat(refused(entries)).extracting(Refusal::path).containsExactly(place(entries, "command"));
    }

    private static String place(List<Entry> entries, String what) {
        return "entries[" + (entries.size() - 1) + "]/" + what;
    }

    private static List<Refusal> refused(List<Entry> entries) {
        return CoordinationRecord.restore(RecordId.of("record-1"), entries).refusals();
    }

    private static Entry next(CoordinationRecord record, Event event) {
        return entry(record, event, "c-next", START, true);
    }

    /** The next entry as a ledger would number it. */
    private static Entry entry(CoordinationRecord record, Event event, String command, Instant at, boolean first) {
        Entry one = Listed.entry(record.version(), Act.of(CommandId.of(command), PLANNER, Stamp.at(at)), event);
        return first
                ? one
                : new Entry(one.sequence(), one.act(), event, List.of(), 0, one.salt(), Optional.empty(), one.chain());
    }
}
