package care.baton.record;

import static care.baton.record.HomeConsents.allows;
import static care.baton.record.HomeConsents.seen;
import static care.baton.record.HomeNotes.ask;
import static care.baton.record.HomeNotes.writes;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.WHO;
import static care.baton.record.HomeStart.says;
import static care.baton.record.NoteTest.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.Access;
import care.baton.disclosure.Part;
import care.baton.evidence.Grade;
import care.baton.note.Addressee;
import care.baton.note.Checked;
import care.baton.note.CoordinationNote;
import care.baton.note.Delivery;
import care.baton.note.EscalationNeed;
import care.baton.note.Focus;
import care.baton.note.NoteCommand.RecordFollowUp;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.note.NoteCommand.SendUpdate;
import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.trace.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** To whom a change is told, what is asked before, and what they are shown beside it. */
class ToldToWhomTest {

    private static final Holder SEAT_OF_THE_PERSON = PERSON.heldBy(Optional.empty());
    private static final Holder PERSON_ELSEWHERE = Holder.of(INTAKE.organization(), Code.of("client"), WHO);

    @Test
    @Requirement({"EQU-01", "EQU-05"})
    void thePersonIsThePersonInWhateverSeat() {
        RecordFixture seat = released(SEAT_OF_THE_PERSON)
                .given(
                        PERSON,
                        profile("interpreter-need", "needed"),
                        profile("literacy-level", "limited"),
                        profile("preferred-channel", "in-person"));
        Checked none = new Checked(Checked.Interpreter.NOT_NEEDED, Optional.empty());
        assertThat(refusals(seat, PLANNER, tells(SEAT_OF_THE_PERSON, Optional.of(none))))
                .hasSize(3);
        assertThat(refusals(released(PERSON_ELSEWHERE), PLANNER, tells(PERSON_ELSEWHERE, Optional.empty())))
                .extracting(Refusal::path)
                .containsExactly("notes/more-falls/recipients/1/interpreter-need");
    }

    @Test
    @Requirement({"NOT-11", "NOT-17"})
    void aSeatAndWhoeverHasItAreOneRecipient() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HomeNotes.of(
                        "a rail",
                        List.of(),
                        List.of(
                                Addressee.told(INTAKE, PLANNER),
                                Addressee.told(INTAKE.heldBy(Optional.empty()), PLANNER))))
                .withMessageContaining("recipients");
    }

    @Test
    @Requirement("GAT-07")
    void aReviewThatIsOwedIsOwedByTheNextVersionToo() {
        RecordFixture run = HomeNotes.released(HomeNotes.CONCERN)
                .given(PLANNER, writes(HomeNotes.note("a grab rail")), ask(new ReleaseNote(2)));

        run.when(PLANNER, HomeNotes.tells(2, INTAKE)).thenRefused(Reason.REVIEW_MISSING);
    }

    @Test
    @Requirement("GAT-07")
    void aRiskThatHasToGoFurtherUpIsReviewedWhetherItIsNamedAConcernOrNot() {
        CoordinationNote n = HomeNotes.note("a rail");
        CoordinationNote rises = new CoordinationNote(
                n.change(),
                n.impact(),
                n.priorities(),
                Focus.RISK,
                List.of(),
                n.information(),
                n.decision(),
                n.recipients(),
                Optional.of(new EscalationNeed(true, Code.of("falls-daily"))),
                n.supports());
        RecordFixture run = HomeNotes.run().given(PLANNER, writes(rises), ask(new ReleaseNote(1)));

        run.when(PLANNER, HomeNotes.tells(1, INTAKE)).thenRefused(Reason.REVIEW_MISSING);
    }

    @Test
    void whoAcknowledgedTheOldWordHasNotBeenToldTheNew() {
        RecordFixture run = HomeNotes.released()
                .given(PLANNER, HomeNotes.tells(1, INTAKE))
                .given(INTAKE, ask(new RecordFollowUp(INTAKE, new Stated.Said(Sensitive.of("ok")))))
                .given(PLANNER, writes(HomeNotes.note("half a dose only")), ask(new ReleaseNote(2)));

        assertThat(run.record().notes().get(HomeNotes.CHANGE).orElseThrow().deliveries())
                .extracting(Delivery::state)
                .containsOnly(Delivery.State.NOT_TOLD);
    }

    @Test
    @Requirement("PRV-03")
    void noNoteGoesToWhomAVictimServiceKeepsThePersonFrom() {
        RecordFixture run = HomeNotes.released()
                .given(PLANNER, new OnSharing(new LabelInformation(Access.IDENTITY, Sensitivity.VICTIM_SERVICE)));

        assertThat(seen(run, INTAKE).isTeaser()).isTrue();
        assertThat(refusals(run, PLANNER, HomeNotes.tells(1, INTAKE)))
                .extracting(Refusal::path)
                .anyMatch(path -> path.endsWith("/person/identity"));
    }

    @Test
    void theNoticeStandsBesideOnesOwnWorkToo() {
        RecordFixture run =
                HomeStart.run().given(PLANNER, new OnSharing(new LabelInformation(HOURS, Sensitivity.SUBSTANCE_USE)));

        assertThat(seen(run, FUNDER).actions()).isNotEmpty();
        assertThat(seen(run, FUNDER).notice()).isPresent();
    }

    @Test
    void anActivityThatIsHiddenIsNoActionOfOthersEither() {
        RecordFixture run = HomePlans.written()
                .given(PERSON, allows(FUNDER, Sensitivity.SUBSTANCE_USE), HomePlans.consents())
                .given(
                        PLANNER,
                        new OnSharing(new LabelInformation(HomePlans.BED, Sensitivity.SUBSTANCE_USE)),
                        HomePlans.activates(1));

        assertThat(seen(run, NURSE).plans().get(0).activities())
                .noneMatch(a -> a.code().equals(HomePlans.BED));
        assertThat(seen(run, NURSE).actions())
                .noneMatch(a -> a.kind().equals(Keys.ACTIVITY) && a.holder().sameRole(FUNDER));
    }

    @Test
    void nobodyButWhoeverKeepsTheRecordWidensWhatAPartnerIsShown() {
        RecordFixture run = HomeStart.run()
                .given(NURSE, says(RISKS))
                .given(PERSON, allows(INTAKE))
                .given(PLANNER, agreed(Part.PERSON));

        Part[] all = Part.values();
        run.when(FUNDER, agreed(all)).thenRefused(Reason.NOT_YOUR_TURN);
        assertThat(seen(run, INTAKE).facts()).isEmpty();
    }

    private static RecordAgreement agreed(Part... shared) {
        return new RecordAgreement(new Agreement(
                INTAKE.organization(),
                Channel.ELECTRONIC,
                HomeStart.hours(8),
                Optional.empty(),
                Stream.of(shared).map(Part::code).toList(),
                START,
                Optional.empty()));
    }

    private static RecordFact profile(String field, String words) {
        return new RecordFact(Code.of(field), Sensitive.of(words), HomeStart.CHART, Grade.REPORTED_BY_PERSON);
    }

    private static RecordFixture released(Holder to) {
        return HomeNotes.run()
                .given(
                        PLANNER,
                        writes(HomeNotes.of("a rail", List.of(), List.of(Addressee.told(to, PLANNER)))),
                        ask(new ReleaseNote(1)));
    }

    private static InNote tells(Holder to, Optional<Checked> checked) {
        return ask(new SendUpdate(1, to, Channel.PHONE, checked, Optional.empty()));
    }
}
