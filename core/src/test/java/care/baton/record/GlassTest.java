package care.baton.record;

import static care.baton.record.HomeConsents.allows;
import static care.baton.record.HomeConsents.seen;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.WHO;
import static care.baton.record.HomeStart.says;
import static care.baton.record.NoteTest.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.ConsentCommand.RevokeConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.DisclosureCommand.BreakGlass;
import care.baton.disclosure.DisclosureCommand.Disclose;
import care.baton.disclosure.DisclosureCommand.ReviewEmergency;
import care.baton.disclosure.View;
import care.baton.disclosure.Viewer;
import care.baton.evidence.Salt;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.party.Relayed;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who broke the glass is named, looks for care alone and while they are here, is reviewed by another, and accounted for. */
class GlassTest {

    private static final Code WHY = Code.of("unconscious");
    private static final Holder CLINICIAN =
            Holder.of(PLANNER.organization(), Code.of("clinician"), PersonId.of("clinician-1"));
    private static final OnDisclosure BREAKS = new OnDisclosure(new BreakGlass(RUN, WHY));
    private static final OnDisclosure REVIEWS = new OnDisclosure(new ReviewEmergency(1, WHY));

    private final RecordFixture run = HomeStart.run()
            .given(NURSE, says(ROUTINES), says(RISKS))
            .given(PLANNER, new OnSharing(new LabelInformation(RISKS, Sensitivity.SUBSTANCE_USE)));

    @Test
    @Promise(42)
    void nobodyInParticularNeitherBreaksTheGlassNorReviewsIt() {
        run.when(NURSE.heldBy(Optional.empty()), BREAKS).thenRefused(Reason.FIELD_MISSING);
        run.given(NURSE, BREAKS);
        run.when(ViewTest.officer().heldBy(Optional.empty()), REVIEWS).thenRefused(Reason.FIELD_MISSING);
    }

    @Test
    @Promise(42)
    void whoeverLookedDoesNotWriteDownTheReviewEither() {
        run.given(CLINICIAN, BREAKS);
        Relayed officer = new Relayed(ViewTest.officer(), Channel.PHONE, run.now());
        Act act = new Act(CommandId.of("heard"), CLINICIAN, Stamp.at(run.now()), Optional.of(officer));

        assertThat(run.record()
                        .would(REVIEWS, act, Salt.of(new byte[16]), run.rules())
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly(Reason.SAME_PERSON);
        run.when(ViewTest.officer(), REVIEWS).thenApplied();
    }

    @Test
    @Promise(42)
    void itOpensTheRecordForCareAndForNothingElse() {
        run.given(CLINICIAN, BREAKS);

        assertThat(seen(run, CLINICIAN, Purpose.TREATMENT).emergency()).contains(1);
        assertThat(seen(run, CLINICIAN, Purpose.CARE_COORDINATION).emergency()).contains(1);
        for (Purpose other : List.of(Purpose.PAYMENT, Purpose.OPERATIONS, Purpose.FAMILY)) {
            assertThat(seen(run, CLINICIAN, other).emergency()).isEmpty();
        }
    }

    @Test
    @Promise(42)
    void whoeverHasLeftLooksNoMore() {
        run.given(NURSE, BREAKS);
        assertThat(seen(run, NURSE).facts()).isNotEmpty();

        run.given(PLANNER, new LeaveTeam(NURSE));
        assertThat(seen(run, NURSE).facts()).isEmpty();
    }

    @Test
    void theFirstLookIsAccountedForWhateverItOpensForCare() {
        Consent treatment = new Consent(
                Consent.Choice.PERMIT,
                new Scope.Everything(List.of(Sensitivity.SUBSTANCE_USE)),
                List.of(Audience.of(NURSE.organization())),
                List.of(Purpose.TREATMENT),
                Giver.self(WHO),
                Consent.Form.WRITTEN,
                START,
                Optional.empty());
        run.given(PERSON, new OnSharing(new RecordConsent(treatment))).given(NURSE, BREAKS);

        assertThat(seen(run, NURSE).emergency()).contains(1);
        assertThat(run.record().chart().disclosures().all()).isNotEmpty();
    }

    @Test
    void aLaterLookOfOnesOwnIsWrittenDownAsWhatTheEmergencyOpened() {
        run.given(CLINICIAN, BREAKS);
        Viewer viewer = new Viewer(CLINICIAN, Purpose.CARE_COORDINATION);

        run.when(LEAD, new OnDisclosure(Disclose.shown(viewer, seen(run, CLINICIAN))))
                .thenApplied();
    }

    @Test
    void whatWasShownBeforeAConsentEndedIsWrittenDownAfterwards() {
        run.given(PERSON, allows(INTAKE));
        View view = seen(run, INTAKE);
        Instant then = run.now();
        run.after(Duration.ofMinutes(1)).given(PERSON, new OnSharing(new RevokeConsent(1, WHY)));
        OnDisclosure shown = new OnDisclosure(Disclose.shown(new Viewer(INTAKE, Purpose.CARE_COORDINATION), view));
        assertThat(refusals(run.after(Duration.ofMinutes(1)), LEAD, shown))
                .extracting(Refusal::code)
                .containsOnly(Reason.CONSENT_ENDED);

        Act act = Act.of(CommandId.of("late"), LEAD, Stamp.at(run.now()).withOccurred(then));
        assertThat(run.record()
                        .would(shown, act, Salt.of(new byte[16]), run.rules())
                        .refusals())
                .isEmpty();
    }
}
