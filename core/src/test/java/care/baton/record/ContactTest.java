package care.baton.record;

import static care.baton.record.HomeNotes.CHANGE;
import static care.baton.record.HomeNotes.calls;
import static care.baton.record.HomeNotes.contact;
import static care.baton.record.HomeNotes.owed;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.NoteTest.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.note.Contact;
import care.baton.note.ContactCommand.ClassifyContact;
import care.baton.note.ContactCommand.MarkContactInError;
import care.baton.note.ContactEvent.ContactMarkedInError;
import care.baton.note.ContactEvent.ContactRecorded;
import care.baton.note.ContactType;
import care.baton.note.Contacts;
import care.baton.note.Coordination;
import care.baton.note.Coordination.Area;
import care.baton.note.FollowUp;
import care.baton.note.Logged;
import care.baton.note.Stated;
import care.baton.note.Support;
import care.baton.note.Talk;
import care.baton.note.Tally;
import care.baton.note.Worth;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Channel;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every contact that coordination takes, with its reason, its minutes and what it was worth. */
class ContactTest {

    private static final Code WHY = Code.of("looked-at");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Map<String, ContactType> TYPES = Map.of(
            "case manager contact", ContactType.CASE_MANAGER,
            "clinical clarification", ContactType.CLINICAL_CLARIFICATION,
            "family call", ContactType.FAMILY_CALL,
            "supervisor review", ContactType.SUPERVISOR_REVIEW,
            "care plan update", ContactType.CARE_PLAN_UPDATE,
            "appointment coordination", ContactType.APPOINTMENT_COORDINATION,
            "transportation problem-solving", ContactType.TRANSPORTATION,
            "medication question", ContactType.MEDICATION_QUESTION,
            "staff guidance", ContactType.STAFF_GUIDANCE);

    private final RecordFixture run = HomeStart.run();

    @RowTest
    @Rows("LOD-09..LOD-17")
    void eachKindIsAcceptedCountedApartAndInTheTotal(Row row) {
        Matcher quoted = QUOTED.matcher(row.statement());
        assertThat(quoted.find()).isTrue();
        ContactType type = Optional.ofNullable(TYPES.get(quoted.group(1))).orElseThrow();
        ContactType other = ContactType.values()[(type.ordinal() + 1) % ContactType.values().length];
        run.given(NURSE, calls(type, 12), calls(type, 3), calls(other, 40));

        assertThat(contacts().of(type).tally()).isEqualTo(new Tally(2, 15));
        assertThat(contacts().of(other).tally()).isEqualTo(new Tally(1, 40));
        assertThat(contacts().tally()).isEqualTo(new Tally(3, 55));
    }

    @RowTest
    @Rows({"INT-17..INT-20", "INT-42"})
    void eachKindOfCoordinationCanBeTaggedCoversOneAreaAndTheReportByKindPartitionsTheTotal(Row row) {
        Map<String, Coordination> types = Map.of(
                "Information coordination", Coordination.INFORMATION,
                "Clinical management coordination", Coordination.CLINICAL_MANAGEMENT,
                "Coordination of support services", Coordination.SUPPORT_SERVICES,
                "Self-management support", Coordination.SELF_MANAGEMENT);
        assertThat(Stream.of(Coordination.values()).map(Coordination::area))
                .containsExactly(Area.DATA, Area.TREATMENT, Area.SOCIAL_NEEDS, Area.PATIENT_SKILLS);
        List<Coordination> tagged =
                types.containsKey(row.term()) ? List.of(types.get(row.term())) : List.of(Coordination.values());
        run.given(NURSE, calls(ContactType.FAMILY_CALL, 5));
        for (Coordination type : tagged) {
            run.given(NURSE, calls(contact(ContactType.FAMILY_CALL, 7).tagged(type, List.of())));
        }

        Tally sum = contacts().coordinating(Optional.empty()).tally();
        assertThat(sum).isEqualTo(new Tally(1, 5));
        for (Coordination type : Coordination.values()) {
            Tally one = contacts().coordinating(Optional.of(type)).tally();
            assertThat(one).isEqualTo(tagged.contains(type) ? new Tally(1, 7) : Tally.NONE);
            sum = sum.plus(one);
        }
        assertThat(sum).isEqualTo(contacts().tally());
    }

    @Test
    @Requirement({"INT-12", "INT-13"})
    void anEntryIsTaggedWithTheServicesThatItIsAbout() {
        List<Code> services = Stream.of("clinical", "behavioral-health", "transportation", "housing", "meal-delivery")
                .map(Code::of)
                .toList();
        for (Code service : services) {
            run.given(
                    NURSE,
                    calls(contact(ContactType.STAFF_GUIDANCE, 4)
                            .tagged(Coordination.SUPPORT_SERVICES, List.of(service))));
        }
        run.given(NURSE, calls(ContactType.STAFF_GUIDANCE, 9));

        for (Code service : services) {
            assertThat(contacts().concerning(service).tally()).isEqualTo(new Tally(1, 4));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contact(ContactType.STAFF_GUIDANCE, 4)
                        .tagged(Coordination.INFORMATION, List.of(services.get(0), services.get(0))))
                .withMessageContaining("services");
    }

    @Test
    @Requirement({"LOD-24", "LOD-54"})
    void aContactWithoutAReasonIsRefused() {
        Contact call = contact(ContactType.STAFF_GUIDANCE, 5);
        Contact unexplained = new Contact(
                Optional.empty(),
                call.kind(),
                call.talk(),
                call.minutes(),
                call.support(),
                call.followUp(),
                call.change(),
                call.run());

        run.when(NURSE, calls(unexplained)).thenRefused(Reason.FIELD_MISSING);
        run.when(NURSE, calls(call)).thenHappened(ContactRecorded.class);
        assertThat(contacts().get(1).orElseThrow().contact().reason()).contains(Code.of("task-boundary"));
    }

    @Test
    @Requirement({"LOD-18", "LOD-45", "LOD-46"})
    void whatAContactWasWorthIsSaidByARuleOrAPersonForAReasonAndNumberAloneSaysNothing() {
        for (int i = 0; i < 5; i++) {
            run.given(NURSE, calls(ContactType.FAMILY_CALL, 10));
        }
        assertThat(contacts().worth(Worth.Category.UNDETERMINED).tally()).isEqualTo(new Tally(5, 50));

        Code rule = Code.of("three-in-a-week");
        run.given(LEAD, judges(1, new Worth.Valuable(HomeStart.FALLS), Optional.empty()))
                .given(LEAD, judges(2, new Worth.Avoidable(Worth.Cause.LATE), Optional.of(rule)))
                .given(NURSE, judges(2, new Worth.Avoidable(Worth.Cause.UNCLEAR), Optional.empty()));
        assertThat(contacts().worth(Worth.Category.VALUABLE).tally()).isEqualTo(new Tally(1, 10));
        assertThat(contacts().avoidable(Worth.Cause.UNCLEAR).tally()).isEqualTo(new Tally(1, 10));
        assertThat(contacts().avoidable(Worth.Cause.LATE).tally()).isEqualTo(Tally.NONE);
        List<Logged.Judged> said = contacts().get(2).orElseThrow().judged();
        assertThat(said).extracting(Logged.Judged::rule).containsExactly(Optional.of(rule), Optional.empty());
        assertThat(said).extracting(Logged.Judged::by).containsExactly(LEAD, NURSE);
        run.when(LEAD, judges(9, new Worth.Undetermined(), Optional.empty())).thenRefused(Reason.CONTACT_UNKNOWN);
    }

    @Test
    @Requirement("INT-40")
    void attemptsThatFailedAndContactsMadeOutsideTheSystemAreKeptAndCounted() {
        run.given(NURSE, calls(talking(new Talk(List.of(PERSON), Channel.PHONE, false, false, Sensitive.none()))))
                .given(NURSE, calls(talking(new Talk(List.of(PERSON), Channel.FAX, true, true, Sensitive.none()))))
                .given(NURSE, calls(ContactType.FAMILY_CALL, 7));

        assertThat(contacts().failed().all()).extracting(Logged::number).containsExactly(1);
        assertThat(contacts().outside().all())
                .extracting(l -> l.contact().talk().channel())
                .containsExactly(Channel.FAX);
        assertThat(contacts().with(PERSON.role()).tally().contacts()).isEqualTo(2);
        assertThat(contacts().tally().contacts()).isEqualTo(3);
    }

    @Test
    void aContactCountsWhenItWasMadeAndNotWhenItWasWrittenDown() {
        Stamp told = Stamp.at(run.now()).withOccurred(run.now().minus(Duration.ofDays(3)));
        run.when(NURSE, told, calls(ContactType.FAMILY_CALL, 7)).thenApplied();
        run.when(NURSE, Stamp.at(run.now()).withOccurred(run.now().plusSeconds(1)), calls(ContactType.FAMILY_CALL, 7))
                .thenRefused(Reason.IN_THE_FUTURE);

        assertThat(contacts()
                        .between(run.now().minus(Duration.ofDays(3)), run.now())
                        .tally())
                .isEqualTo(new Tally(1, 7));
        assertThat(contacts().between(run.now(), run.now().plusSeconds(9)).tally())
                .isEqualTo(Tally.NONE);
    }

    @Test
    void whatHasToComeOfItIsOwedByOneAndHeardWhenLate() {
        run.given(NURSE, calls(following(Optional.of(owed(2)), Optional.of(RUN))));
        assertThat(held(run, Keys.CONTACT_FOLLOW_UP)).containsExactly(INTAKE);
        run.after(Duration.ofHours(3)).when(LEAD, new AdvanceTime()).thenHappened(LevelRaised.class);
        run.when(INTAKE, new Fulfil(Keys.contactFollowUp(RUN, 1))).thenApplied();
        assertThat(held(run, Keys.CONTACT_FOLLOW_UP)).isEmpty();

        run.when(NURSE, calls(following(Optional.of(owed(48)), Optional.empty())))
                .thenRefused(Reason.FIELD_MISSING);
        run.when(NURSE, calls(following(Optional.of(owed(3)), Optional.of(RUN))))
                .thenRefused(Reason.DUE_IN_THE_PAST);
        run.when(NURSE, calls(following(Optional.of(owed(48)), Optional.of(Code.of("run-9")))))
                .thenRefused(Reason.RUN_NOT_OPEN);
    }

    @Test
    void whatNeverWasIsKeptCountsNowhereAndNothingIsOwedForItAnyMore() {
        run.given(NURSE, calls(following(Optional.of(owed(48)), Optional.of(RUN))));

        run.when(LEAD, errs(1)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(NURSE, errs(1)).thenHappened(ContactMarkedInError.class, ObligationReleased.class);
        run.when(NURSE, errs(1)).thenRefused(Reason.CONTACT_UNKNOWN);
        assertThat(contacts().tally()).isEqualTo(Tally.NONE);
        assertThat(contacts().of(ContactType.CASE_MANAGER).all()).isEmpty();
        assertThat(contacts().all()).hasSize(1);
        assertThat(held(run, Keys.CONTACT_FOLLOW_UP)).isEmpty();
    }

    @Test
    @Requirement({"LOD-08", "LOD-47"})
    void itsFourPartsStandApartAndTheQuestionsThatItLeavesOpenAreListed() {
        Contact open = contact(ContactType.CASE_MANAGER, 5);
        assertThat(open.open()).extracting(Code::value).containsExactly("follow-up", "decision", "outcome");
        Contact whole = new Contact(
                open.reason(),
                open.kind(),
                open.talk(),
                5,
                new Support(
                        Optional.of(new Stated.Nothing()),
                        Optional.empty(),
                        Optional.of(HomeStart.RESULT),
                        Optional.empty()),
                Optional.of(new FollowUp.NothingOwed()),
                Optional.empty(),
                Optional.empty());
        run.given(NURSE, calls(open), calls(whole));

        assertThat(whole.open()).isEmpty();
        assertThat(contacts().incomplete().all()).extracting(Logged::number).containsExactly(1);
        Contact built = Contact.builder()
                .kind(ContactType.CASE_MANAGER)
                .talk(Talk.with(INTAKE, Channel.PHONE))
                .minutes(5)
                .support(Support.unsaid())
                .build();
        assertThat(built.open()).extracting(Code::value).contains("reason");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contact(ContactType.FAMILY_CALL, 1441))
                .withMessageContaining("minutes");
    }

    @Test
    @Requirement("TRN-27")
    void aLaterContactIsAttachedToTheChangeThatANoteWasWrittenAbout() {
        Contact call = contact(ContactType.CASE_MANAGER, 5);
        Contact about = new Contact(
                call.reason(),
                call.kind(),
                call.talk(),
                5,
                call.support(),
                call.followUp(),
                Optional.of(CHANGE),
                call.run());
        run.when(NURSE, calls(about)).thenRefused(Reason.NOTE_UNKNOWN);
        run.given(PLANNER, HomeNotes.writes(HomeNotes.note("a lamp"))).given(NURSE, calls(about), calls(call));

        assertThat(contacts().about(CHANGE).all()).extracting(Logged::number).containsExactly(1);
    }

    private Contacts contacts() {
        return run.record().contacts();
    }

    private static Contact talking(Talk talk) {
        return new Contact(
                Optional.of(WHY),
                ContactType.FAMILY_CALL,
                talk,
                3,
                Support.unsaid(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Contact following(Optional<FollowUp> followUp, Optional<Code> run) {
        return new Contact(
                Optional.of(WHY),
                ContactType.CASE_MANAGER,
                Talk.with(INTAKE, Channel.PHONE),
                4,
                Support.unsaid(),
                followUp,
                Optional.empty(),
                run);
    }

    private static OnContact judges(int number, Worth worth, Optional<Code> rule) {
        return new OnContact(new ClassifyContact(number, worth, rule, WHY));
    }

    private static OnContact errs(int number) {
        return new OnContact(new MarkContactInError(number, WHY));
    }
}
