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
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.Purpose;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.Accounting;
import care.baton.disclosure.Authority;
import care.baton.disclosure.Disclosed;
import care.baton.disclosure.DisclosureCommand.BreakGlass;
import care.baton.disclosure.DisclosureCommand.Disclose;
import care.baton.disclosure.DisclosureCommand.ReviewEmergency;
import care.baton.disclosure.DisclosureEvent.EmergencyReviewed;
import care.baton.disclosure.DisclosureEvent.GlassBroken;
import care.baton.disclosure.DisclosureEvent.InformationDisclosed;
import care.baton.disclosure.Part;
import care.baton.disclosure.Piece;
import care.baton.disclosure.Shared;
import care.baton.disclosure.View;
import care.baton.disclosure.Viewer;
import care.baton.note.ContactType;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.risk.Source;
import care.baton.trace.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody looks past what is closed to them in an emergency, and what goes out is accounted for. */
class EmergencyTest {

    private static final Code UNCONSCIOUS = Code.of("unconscious");
    private static final OnDisclosure BREAKS = new OnDisclosure(new BreakGlass(RUN, UNCONSCIOUS));
    private static final OnDisclosure REVIEWS = new OnDisclosure(new ReviewEmergency(1, Code.of("justified")));
    private static final Holder OFFICER = ViewTest.officer();

    private final RecordFixture run =
            HomeStart.run().given(NURSE, HomeStart.says(ROUTINES)).given(NURSE, HomeStart.says(RISKS));

    @Test
    @Promise(42)
    void inAnEmergencyAClinicianSeesWhatIsClosedToThemForAFewHoursAndTheViewSaysSo() {
        run.given(PLANNER, new OnSharing(new LabelInformation(RISKS, Sensitivity.SUBSTANCE_USE)));
        View before = seen(run, NURSE);
        assertThat(before.facts()).isEmpty();

        run.when(NURSE, BREAKS).thenHappened(GlassBroken.class, InformationDisclosed.class);
        View during = seen(run, NURSE);
        assertThat(during.facts()).extracting(View.Known::field).containsExactly(RISKS, ROUTINES);
        assertThat(during.person()).contains(HomeStart.WHO);
        assertThat(during.emergency()).contains(1);
        assertThat(during.notice()).isPresent();

        Instant end = START.plus(Duration.ofHours(4));
        assertThat(seen(run, NURSE, Purpose.CARE_COORDINATION, end.minusNanos(1))
                        .facts())
                .hasSize(2);
        assertThat(seen(run, NURSE, Purpose.CARE_COORDINATION, end)).isEqualTo(before);
    }

    @Test
    @Promise(42)
    void anEmergencyOpensNothingToAnybodyElseAndNothingThatAVictimServiceHolds() {
        run.given(PLANNER, new OnSharing(new LabelInformation(RISKS, Sensitivity.VICTIM_SERVICE)))
                .given(NURSE, BREAKS);

        assertThat(seen(run, NURSE).facts()).extracting(View.Known::field).containsExactly(ROUTINES);
        assertThat(seen(run, NURSE.heldBy(Optional.of(PersonId.of("nurse-2")))).facts())
                .isEmpty();
        assertThat(seen(run, INTAKE).facts()).isEmpty();
    }

    @Test
    @Promise(42)
    void onlyTheRolesOfTheRuleMayAndOnlyOnceAtATime() {
        run.when(INTAKE, BREAKS).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(NURSE, new OnDisclosure(new BreakGlass(Code.of("run-9"), UNCONSCIOUS)))
                .thenRefused(Reason.RUN_NOT_OPEN);
        run.given(NURSE, BREAKS);
        run.when(NURSE, BREAKS).thenRefused(Reason.STEP_NOT_OPEN);
        run.after(Duration.ofHours(4)).when(NURSE, BREAKS).thenApplied();
    }

    @Test
    @Promise(42)
    void everyEmergencyIsReviewedByThePrivacyRoleAndByNobodyWhoLooked() {
        run.given(NURSE, BREAKS);
        Obligation owed = run.record()
                .chart()
                .obligations()
                .get(Keys.emergencyReview(RUN, 1))
                .orElseThrow();
        assertThat(owed.holder()).isEqualTo(Holder.of(PLANNER.organization(), OFFICER.role()));
        assertThat(owed.due()).isEqualTo(Instant.parse("2026-03-04T16:00:00Z"));

        assertThat(OnRun.hinders(run.record().chart(), RUN, owed)).isTrue();
        run.when(LEAD, REVIEWS).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(OFFICER, new OnDisclosure(new ReviewEmergency(2, UNCONSCIOUS))).thenRefused(Reason.NOT_OPEN);
        run.when(OFFICER.heldBy(NURSE.person()), REVIEWS).thenRefused(Reason.SAME_PERSON);
        run.when(OFFICER, new RecordCommand.Fulfil(owed.key())).thenRefused(Reason.STEP_NOT_OPEN);
        run.when(OFFICER, REVIEWS).thenHappened(EmergencyReviewed.class);
        assertThat(run.record()
                        .chart()
                        .obligations()
                        .get(owed.key())
                        .orElseThrow()
                        .isOpen())
                .isFalse();
        assertThat(run.record().chart().disclosures().emergency(1).orElseThrow().finding())
                .contains(Code.of("justified"));
        run.when(OFFICER, REVIEWS).thenRefused(Reason.NOT_OPEN);
    }

    @Test
    void whatAnEmergencyOpensToAnotherOrganizationIsAccountedFor() {
        run.given(NURSE, BREAKS);
        Disclosed out = run.record().chart().disclosures().all().get(0);

        assertThat(out.to()).isEqualTo(NURSE);
        assertThat(out.at()).isEqualTo(START);
        assertThat(out.purpose()).isEqualTo(Purpose.TREATMENT);
        assertThat(out.shared())
                .contains(new Shared(Part.FACTS, RISKS, new Authority.InEmergency(1)))
                .allMatch(s -> s.authority().equals(new Authority.InEmergency(1)));
        assertThat(accounting(START, START.plusNanos(1)).emergencies()).hasSize(1);
    }

    @Test
    @Promise(42)
    void whatIsLookedAtLaterInAnEmergencyIsWrittenDownFromTheViewAndBelongsToTheEmergency() {
        run.given(NURSE, BREAKS).given(LEAD, HomeRisks.sees(HomeRisks.APPETITE, Source.STAFF));
        View later = seen(run, NURSE);
        assertThat(later.risks().observations()).hasSize(1);

        Viewer nurse = new Viewer(NURSE, Purpose.CARE_COORDINATION);
        run.given(LEAD, new OnDisclosure(Disclose.shown(nurse, later)));
        Disclosed out = run.record().chart().disclosures().all().get(1);
        assertThat(out.to()).isEqualTo(NURSE);
        assertThat(out.shared())
                .extracting(s -> new Piece(s.part(), s.item()))
                .isEqualTo(later.items())
                .contains(new Piece(Part.RISKS, HomeRisks.APPETITE));
        assertThat(out.shared()).allMatch(s -> s.authority().equals(new Authority.InEmergency(1)));
    }

    @Test
    @Promise(42)
    void ofOnesOwnPeopleOnlyWhatAnEmergencyOpensIsWrittenDown() {
        Holder clinician = Holder.of(PLANNER.organization(), Code.of("clinician"), PersonId.of("clinician-1"));
        run.given(PLANNER, new OnSharing(new LabelInformation(RISKS, Sensitivity.SUBSTANCE_USE)));
        run.when(LEAD, tells(clinician, Optional.empty(), RISKS)).thenRefused(Reason.VALUE_MALFORMED);

        run.when(clinician, BREAKS).thenHappened(GlassBroken.class, InformationDisclosed.class);
        Shared risks = new Shared(Part.FACTS, RISKS, new Authority.InEmergency(1));
        assertThat(run.record().chart().disclosures().all())
                .singleElement()
                .satisfies(d -> assertThat(d.shared()).containsExactly(risks));
        run.when(LEAD, tells(clinician, Optional.empty(), RISKS)).thenHappened(InformationDisclosed.class);
        run.when(LEAD, tells(clinician, Optional.empty(), ROUTINES)).thenRefused(Reason.VALUE_MALFORMED);
    }

    @Test
    void eachThingThatAViewShowsIsInTheAccountingOnceItsViewIsWrittenDown() {
        RecordFixture all = HomePlans.active()
                .given(NURSE, HomeStart.says(ROUTINES))
                .given(LEAD, HomeRisks.sees(HomeRisks.APPETITE, Source.STAFF))
                .given(LEAD, HomeNotes.calls(ContactType.FAMILY_CALL, 5));
        Viewer intake = new Viewer(INTAKE, Purpose.CARE_COORDINATION);
        View view = seen(all, INTAKE);
        all.given(LEAD, new OnDisclosure(Disclose.shown(intake, view)));

        assertThat(view.items())
                .extracting(Piece::part)
                .contains(Part.FACTS, Part.PLANS, Part.RISKS, Part.CONTACTS, Part.ACTIONS, Part.PARTIES, Part.PERSON);
        assertThat(all.record().chart().disclosures().all())
                .singleElement()
                .satisfies(d -> assertThat(d.shared())
                        .extracting(s -> new Piece(s.part(), s.item()))
                        .isEqualTo(view.items()));
    }

    @Test
    void whatGoesOutIsWrittenDownWithTheRightByWhichAndRefusedForEachThingThatHasNone() {
        OnDisclosure tells = tells(INTAKE, Optional.empty(), ROUTINES, RISKS);
        run.when(LEAD, tells).thenRefused(Reason.CONSENT_MISSING, Reason.CONSENT_MISSING);
        run.given(PERSON, allows(INTAKE)).given(PERSON, HomeConsents.refuses(INTAKE, RISKS));
        run.when(LEAD, tells).thenRefused(Reason.SHARING_REFUSED);
        run.when(LEAD, tells(INTAKE, Optional.empty(), ROUTINES)).thenHappened(InformationDisclosed.class);

        assertThat(run.record().chart().disclosures().all())
                .singleElement()
                .satisfies(d -> assertThat(d.shared())
                        .containsExactly(new Shared(Part.FACTS, ROUTINES, new Authority.ByConsent(1))));
    }

    @Test
    void onlyWhoeverKeepsTheRecordDisclosesAndOnlyToOthers() {
        run.given(PERSON, allows(INTAKE));
        run.when(INTAKE, tells(NURSE, Optional.empty(), ROUTINES)).thenRefused(Reason.NOT_YOUR_TURN);
        run.when(LEAD, tells(PERSON, Optional.empty(), ROUTINES)).thenRefused(Reason.VALUE_MALFORMED);
        run.when(LEAD, tells(PLANNER, Optional.empty(), ROUTINES)).thenRefused(Reason.VALUE_MALFORMED);
    }

    @Test
    void whatALawAsksForThePrivacyRoleDisclosesWhateverThePersonSays() {
        Optional<Code> law = Optional.of(Code.of("court-order"));
        run.when(LEAD, tells(INTAKE, law, ROUTINES)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(OFFICER, tells(INTAKE, law, ROUTINES)).thenApplied();

        assertThat(run.record().chart().disclosures().all().get(0).shared())
                .containsExactly(new Shared(Part.FACTS, ROUTINES, new Authority.ByLaw(law.get())));
    }

    @Test
    void theAccountingTellsForAPersonAndAPeriodWhatWentToWhomWhatForAndByWhatRight() {
        run.given(PERSON, allows(INTAKE, Sensitivity.SUBSTANCE_USE))
                .given(PLANNER, new OnSharing(new LabelInformation(ROUTINES, Sensitivity.SUBSTANCE_USE)))
                .given(LEAD, tells(INTAKE, Optional.empty(), ROUTINES))
                .after(Duration.ofDays(2))
                .given(LEAD, tells(INTAKE, Optional.empty(), RISKS));
        Instant second = run.now();
        Accounting all = accounting(START, second.plusNanos(1));

        assertThat(all.person()).isEqualTo(HomeStart.WHO);
        assertThat(all.disclosures()).extracting(Disclosed::at).containsExactly(START, second);
        assertThat(all.disclosures()).extracting(Disclosed::notice).containsExactly(true, false);
        assertThat(all.disclosures()).allMatch(d -> d.by().equals(LEAD) && d.to().equals(INTAKE));
        assertThat(accounting(START, second).disclosures()).hasSize(1);
        assertThat(accounting(START.plusNanos(1), second).disclosures()).isEmpty();
        assertThat(accounting(START, second).and(accounting(START, second)).disclosures())
                .hasSize(2);
    }

    private Accounting accounting(Instant from, Instant until) {
        return run.record().accounting(from, until).orElseThrow();
    }

    private static OnDisclosure tells(Holder to, Optional<Code> law, Code... fields) {
        List<Piece> items =
                List.of(fields).stream().map(f -> new Piece(Part.FACTS, f)).toList();
        return new OnDisclosure(new Disclose(to, Purpose.CARE_COORDINATION, items, law));
    }
}
