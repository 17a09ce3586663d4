package care.baton.record;

import static care.baton.record.HomeConsents.allows;
import static care.baton.record.HomeConsents.allowsAll;
import static care.baton.record.HomeConsents.refuses;
import static care.baton.record.HomePlans.BED;
import static care.baton.record.HomePlans.PLAN;
import static care.baton.record.HomePlans.WHY;
import static care.baton.record.HomePlans.activates;
import static care.baton.record.HomePlans.ask;
import static care.baton.record.HomePlans.consents;
import static care.baton.record.HomePlans.writes;
import static care.baton.record.HomePlans.written;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
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
import care.baton.disclosure.Part;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.plan.Plan;
import care.baton.plan.PlanCommand.CancelActivity;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a plan rests on: that who owes something by it may be told what it is. */
class PlanConsentTest {

    private static final Instant END = START.plus(Duration.ofDays(3));

    @Test
    @Requirement("PRV-05")
    void itDoesNotCountWithoutAConsentThatStands() {
        written()
                .when(PLANNER, activates(1))
                .thenRefused(Reason.CONSENT_UNKNOWN)
                .given(PERSON, consents())
                .given(PLANNER, activates(1));
    }

    @Test
    @Requirement("PRV-05")
    void aYesForSomebodyElseIsNotAYesForWhoeverOwesAnActivity() {
        written()
                .given(PERSON, allows(INTAKE))
                .when(PLANNER, activates(1))
                .thenRefused(Reason.CONSENT_MISSING, Reason.CONSENT_MISSING)
                .given(PERSON, allows(FUNDER), allows(NURSE))
                .given(PLANNER, activates(1));
    }

    @Test
    void aNoOverrulesItAndWhatIsEspeciallyProtectedHasToBeNamed() {
        RecordFixture run = written().given(PERSON, consents(), refuses(FUNDER, BED));
        run.when(PLANNER, activates(1)).thenRefused(Reason.SHARING_REFUSED);

        run = written()
                .given(PERSON, consents())
                .given(PLANNER, new OnSharing(new LabelInformation(PLAN, Sensitivity.SUBSTANCE_USE)));
        run.when(PLANNER, activates(1)).thenRefused(Reason.CONSENT_UNKNOWN);
    }

    @Test
    void anAgreementThatLeavesPlansOutLetsNobodyOfThatHouseBeToldWhatTheyWouldOwe() {
        written()
                .given(PERSON, consents())
                .given(PLANNER, agreed(INTAKE, Part.FACTS.code()))
                .when(PLANNER, activates(1))
                .thenRefused(Reason.SHARING_NOT_AGREED, Reason.SHARING_NOT_AGREED)
                .given(PLANNER, agreed(INTAKE, Part.PLANS.code()))
                .given(PLANNER, activates(1));
    }

    private static Consent no(Instant from, Code item, OrganizationId whom, Purpose purpose) {
        return Consent.refuse(
                new Scope.Items(List.of(item), List.of()),
                Audience.of(whom),
                purpose,
                Giver.self(HomeStart.WHO),
                Consent.Form.WRITTEN,
                from);
    }

    private static RecordAgreement agreed(Holder with, Code... shares) {
        return new RecordAgreement(new Agreement(
                with.organization(),
                Channel.ELECTRONIC,
                HomeStart.hours(8),
                Optional.empty(),
                List.of(shares),
                HomeStart.START,
                Optional.empty()));
    }

    @Test
    void aNoThatBeginsLaterAnAgreementThatEndsAndAnotherHouseAreSeenToInTime() {
        Instant later = START.plus(Duration.ofDays(5));
        RecordFixture refused = HomePlans.active()
                .given(
                        PERSON,
                        new OnSharing(
                                new RecordConsent(no(later, BED, FUNDER.organization(), Purpose.CARE_COORDINATION))));
        assertThat(renewal(refused).orElseThrow().due()).isEqualTo(later);

        for (Consent elsewhere : List.of(
                no(later, Code.of("money"), FUNDER.organization(), Purpose.CARE_COORDINATION),
                no(later, BED, OrganizationId.of("bank"), Purpose.CARE_COORDINATION),
                no(later, BED, FUNDER.organization(), Purpose.PAYMENT))) {
            RecordFixture run = HomePlans.active().given(PERSON, new OnSharing(new RecordConsent(elsewhere)));
            assertThat(renewal(run)).isEmpty();
        }

        RecordFixture labelled = HomePlans.active()
                .given(
                        PERSON,
                        new OnSharing(new RecordConsent(Consent.refuse(
                                new Scope.Everything(List.of(Sensitivity.SUBSTANCE_USE)),
                                Audience.of(FUNDER.organization()),
                                Purpose.CARE_COORDINATION,
                                Giver.self(HomeStart.WHO),
                                Consent.Form.WRITTEN,
                                later))));
        assertThat(renewal(labelled)).as("nothing is labelled").isEmpty();

        RecordFixture ends = HomePlans.active()
                .given(
                        PLANNER,
                        new RecordAgreement(new Agreement(
                                INTAKE.organization(),
                                Channel.ELECTRONIC,
                                HomeStart.hours(8),
                                Optional.empty(),
                                List.of(Part.PLANS.code()),
                                HomeStart.START,
                                Optional.of(later))));
        assertThat(renewal(ends).orElseThrow().due()).isEqualTo(later);

        RecordFixture narrowed = HomePlans.active().given(PLANNER, agreed(INTAKE, Part.FACTS.code()));
        assertThat(renewal(narrowed).orElseThrow().due()).isEqualTo(narrowed.now());
        narrowed.given(PLANNER, agreed(INTAKE, Part.PLANS.code()));
        assertThat(renewal(narrowed)).isEmpty();
    }

    @Test
    void aYesThatHasEndedIsNone() {
        written()
                .given(PERSON, allowsAll(Optional.of(END)))
                .after(Duration.ofDays(3))
                .when(PLANNER, activates(1))
                .thenRefused(Reason.CONSENT_UNKNOWN);
    }

    @Test
    void whenItIsTakenBackWhatIsOwedStaysOwedAndSomebodyOwesALookAtItAtOnce() {
        RecordFixture run = HomePlans.active();
        List<Obligation> before = activities(run);
        assertThat(renewal(run)).isEmpty();
        run.after(Duration.ofHours(2)).given(PERSON, new OnSharing(new RevokeConsent(1, WHY)));

        assertThat(activities(run)).isEqualTo(before);
        Obligation owed = renewal(run).orElseThrow();
        assertThat(owed.due()).isEqualTo(run.now());
        assertThat(owed.holder().role()).isEqualTo(LEAD.role());
        run.when(LEAD, new Fulfil(owed.key())).thenRefused(Reason.STEP_NOT_OPEN);
        run.given(PLANNER, writes(1, HomePlans.plan()))
                .when(PLANNER, activates(2))
                .thenRefused(Reason.CONSENT_UNKNOWN);
        assertThat(renewal(run).orElseThrow().key()).isEqualTo(owed.key());

        run.given(PERSON, consents());
        assertThat(renewal(run)).isEmpty();
        run.given(PLANNER, activates(2));
        assertThat(renewal(run)).isEmpty();
    }

    @Test
    void oneThatEndsIsLookedAtByThenAndALaterEndIsALaterDue() {
        RecordFixture run = written().given(PERSON, allowsAll(Optional.of(END))).given(PLANNER, activates(1));
        Obligation first = renewal(run).orElseThrow();
        assertThat(first.due()).isEqualTo(END);

        run.given(PERSON, allowsAll(Optional.of(END.plus(Duration.ofDays(7)))));
        assertThat(renewal(run).orElseThrow().due()).isEqualTo(END.plus(Duration.ofDays(7)));
        run.given(PERSON, consents());
        assertThat(renewal(run)).isEmpty();
    }

    @Test
    void whereNothingIsOwedByOthersAnyMoreNothingHasToBeAllowed() {
        RecordFixture run = HomePlans.active().given(PERSON, new OnSharing(new RevokeConsent(1, WHY)));
        assertThat(renewal(run)).isPresent();
        for (Obligation owed : activities(run)) {
            Code one = Code.of(owed.key().subject().substring((PLAN + ":").length()));
            run.given(PLANNER, ask(new CancelActivity(one, WHY)));
        }
        assertThat(renewal(run)).isEmpty();
    }

    @Test
    void whoNoLongerMaySeeItSeesNothingOfItButTheirOwnWork() {
        RecordFixture run = HomePlans.active();
        assertThat(HomeConsents.seen(run, FUNDER).plans()).hasSize(1);
        run.given(PERSON, new OnSharing(new RevokeConsent(1, WHY)));

        assertThat(HomeConsents.seen(run, FUNDER).plans()).isEmpty();
        assertThat(HomeConsents.seen(run, FUNDER).actions())
                .extracting(a -> a.own().map(Key::kind))
                .contains(Optional.of(Keys.ACTIVITY));
    }

    private static List<Obligation> activities(RecordFixture run) {
        Plan plan = run.record().plans().get(PLAN).orElseThrow();
        return plan.open().stream()
                .flatMap(a -> run.record().chart().obligations().get(Keys.activity(RUN, PLAN, a.code())).stream())
                .toList();
    }

    private static Optional<Obligation> renewal(RecordFixture run) {
        return run.record().chart().obligations().openOf(Keys.cause(RUN), Keys.CONSENT_RENEWAL).stream()
                .findFirst();
    }
}
