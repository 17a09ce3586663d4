package care.baton.record;

import static care.baton.record.HomeConsents.allows;
import static care.baton.record.HomeConsents.allowsOnly;
import static care.baton.record.HomeNotes.CHANGE;
import static care.baton.record.HomeNotes.COUNT;
import static care.baton.record.HomeNotes.WHAT;
import static care.baton.record.HomeNotes.tells;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.ConsentCommand.RevokeConsent;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.Authority;
import care.baton.disclosure.Disclosed;
import care.baton.disclosure.DisclosureEvent.InformationDisclosed;
import care.baton.disclosure.Part;
import care.baton.disclosure.Shared;
import care.baton.disclosure.View;
import care.baton.note.Addressee;
import care.baton.note.Checked;
import care.baton.note.Item;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.note.NoteCommand.SendUpdate;
import care.baton.note.NoteEvent.UpdateSent;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No note reaches anybody whom the person, the rules or the agreement do not allow; what does is accounted for. */
class NoteConsentTest {

    private static final Code WHY = Code.of("changed-mind");
    private static final String FIRST = "notes/more-falls/recipients/1/notes/";

    private final RecordFixture run = HomeStart.run()
            .given(PLANNER, HomeNotes.writes(HomeNotes.note("a grab rail")))
            .given(PLANNER, HomeNotes.ask(new ReleaseNote(1)));

    @Test
    @Promise(41)
    void nobodyIsToldWithoutConsentAndTheRefusalNamesEachPiece() {
        assertThat(refusals(INTAKE))
                .containsExactly(
                        Refusal.of(Reason.CONSENT_MISSING, FIRST + CHANGE),
                        Refusal.of(Reason.CONSENT_MISSING, FIRST + WHAT));
        run.given(PERSON, allowsOnly(INTAKE, CHANGE));
        assertThat(refusals(INTAKE)).containsExactly(Refusal.of(Reason.CONSENT_MISSING, FIRST + WHAT));
        run.when(PLANNER, tells(1, PERSON)).thenHappened(UpdateSent.class);
        assertThat(run.record().chart().disclosures().all()).isEmpty();
    }

    @Test
    @Requirement("PRV-12")
    @Promise(41)
    void aConsentThatWasTakenBackOrRefusedClosesAtOnce() {
        run.given(PERSON, allows(INTAKE)).given(PERSON, HomeConsents.refuses(INTAKE, WHAT));
        assertThat(refusals(INTAKE)).containsExactly(Refusal.of(Reason.SHARING_REFUSED, FIRST + WHAT));
        run.given(PERSON, new OnSharing(new RevokeConsent(1, WHY)));
        assertThat(refusals(INTAKE))
                .containsExactly(
                        Refusal.of(Reason.CONSENT_ENDED, FIRST + CHANGE),
                        Refusal.of(Reason.SHARING_REFUSED, FIRST + WHAT));
    }

    @Test
    @Requirement({"PRV-09", "PRV-10"})
    void aPieceThatIsEspeciallyProtectedNeedsAConsentThatNamesItAndARoleThatMaySeeIt() {
        run.given(PERSON, allows(INTAKE))
                .given(PLANNER, new OnSharing(new LabelInformation(WHAT, Sensitivity.SUBSTANCE_USE)))
                .given(
                        PLANNER,
                        HomeNotes.writes(HomeNotes.of(
                                "a lamp",
                                List.of(),
                                List.of(Addressee.told(INTAKE, PLANNER), Addressee.told(LEAD, PLANNER)))))
                .given(PLANNER, HomeNotes.ask(new ReleaseNote(2)));

        run.when(PLANNER, tells(2, INTAKE)).thenRefused(Reason.CONSENT_MISSING);
        run.when(PLANNER, tells(2, LEAD)).thenRefused(Reason.NOT_FOR_AUDIENCE);
        run.given(PERSON, allows(INTAKE, Sensitivity.SUBSTANCE_USE));
        run.when(PLANNER, tells(2, INTAKE)).thenHappened(UpdateSent.class, InformationDisclosed.class);
        assertThat(run.record().chart().disclosures().all().get(0).notice()).isTrue();
    }

    @Test
    void aPartnerIsToldOnlyWhatTheAgreementLetsUsShare() {
        run.given(PERSON, allows(INTAKE)).given(PLANNER, agreed(CHANGE));
        assertThat(refusals(INTAKE)).containsExactly(Refusal.of(Reason.SHARING_NOT_AGREED, FIRST + WHAT));
        run.given(PLANNER, agreed(Part.NOTES.code()));
        run.when(PLANNER, tells(1, INTAKE)).thenApplied();
        run.after(Duration.ofHours(9));
        assertThat(refusals(FUNDER)).extracting(Refusal::code).containsOnly(Reason.CONSENT_MISSING);
        run.when(PLANNER, HomeNotes.tellsAgain(1, INTAKE))
                .thenRefused(Reason.SHARING_NOT_AGREED, Reason.SHARING_NOT_AGREED);
    }

    @Test
    void everyUpdateToAnotherOrganizationIsAccountedForWithTheConsentThatAllowedIt() {
        run.given(PERSON, allows(FUNDER)).given(PLANNER, tells(1, FUNDER));

        Disclosed out = run.record().chart().disclosures().all().get(0);
        assertThat(out.to()).isEqualTo(FUNDER);
        assertThat(out.by()).isEqualTo(PLANNER);
        assertThat(out.shared()).containsExactly(shared(CHANGE), shared(WHAT), shared(COUNT));
    }

    @Test
    void theFamilyIsToldByTheLeaveToInvolveIt() {
        Holder daughter = Holder.of(PERSON.organization(), Code.of("family"), PersonId.of("relative-1"));
        run.given(PERSON, HomeStart.joins(daughter, OrganizationKind.PERSON_AND_FAMILY))
                .given(PERSON, allows(daughter))
                .given(
                        PLANNER,
                        HomeNotes.writes(HomeNotes.of("a lamp", List.of(), List.of(Addressee.told(daughter, PLANNER)))))
                .given(PLANNER, HomeNotes.ask(new ReleaseNote(2)));

        run.when(
                        PLANNER,
                        HomeNotes.ask(new SendUpdate(
                                2,
                                daughter,
                                Channel.PHONE,
                                Optional.of(new Checked(Checked.Interpreter.NOT_NEEDED, Optional.empty())),
                                Optional.empty())))
                .thenRefused(Reason.CONSENT_MISSING, Reason.CONSENT_MISSING);
    }

    @Test
    @Requirement({"NOT-12", "NOT-13"})
    void aViewShowsEachRoleOfANoteWhatItWasToldAndNoMore() {
        run.given(PERSON, HomeConsents.allowsAll());
        assertThat(HomeConsents.seen(run, FUNDER).notes()).isEmpty();
        assertThat(items(PLANNER)).containsExactly(WHAT);
        run.given(PLANNER, tells(1, FUNDER), tells(1, NURSE));

        assertThat(items(FUNDER)).containsExactly(WHAT, COUNT);
        assertThat(items(NURSE)).containsExactly(HomeNotes.SEEN);
        assertThat(HomeConsents.seen(run, INTAKE).notes()).isEmpty();
        run.given(PERSON, HomeConsents.refuses(FUNDER, COUNT));
        assertThat(items(FUNDER)).containsExactly(WHAT);
    }

    private List<Code> items(Holder who) {
        return HomeConsents.seen(run, who).notes().stream()
                .map(View.Told::items)
                .flatMap(List::stream)
                .map(Item::name)
                .toList();
    }

    private List<Refusal> refusals(Holder to) {
        Act act = Act.of(CommandId.of("would"), PLANNER, Stamp.at(run.now()));
        return run.record()
                .would(tells(1, to), act, RecordWalk.salt(1), run.rules())
                .refusals();
    }

    private static Shared shared(Code item) {
        return new Shared(Part.NOTES, item, new Authority.ByConsent(1));
    }

    private static RecordAgreement agreed(Code... shares) {
        return new RecordAgreement(new Agreement(
                INTAKE.organization(),
                Channel.ELECTRONIC,
                HomeStart.hours(8),
                Optional.empty(),
                List.of(shares),
                START,
                Optional.of(START.plus(Duration.ofHours(9)))));
    }
}
