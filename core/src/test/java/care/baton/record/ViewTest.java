package care.baton.record;

import static care.baton.record.HomeConsents.allows;
import static care.baton.record.HomeConsents.allowsOnly;
import static care.baton.record.HomeConsents.seen;
import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.WHO;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.ConsentCommand.RevokeConsent;
import care.baton.consent.Purpose;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.Access;
import care.baton.disclosure.DisclosureCommand.KeepConfidential;
import care.baton.disclosure.DisclosureCommand.LiftConfidentiality;
import care.baton.disclosure.Part;
import care.baton.disclosure.RedisclosureNotice;
import care.baton.disclosure.Ruling;
import care.baton.disclosure.View;
import care.baton.evidence.Fact;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each audience sees of a record: by its list, by the person's leave, and by what was agreed. */
class ViewTest {

    private static final Holder HOUSING =
            Holder.of(OrganizationId.of("housing"), Code.of("adviser"), PersonId.of("adviser-1"));
    private static final Code WHY = Code.of("changed-mind");

    private final RecordFixture run =
            HomeStart.run().given(NURSE, HomeStart.says(ROUTINES), HomeStart.says(RISKS), new RaiseFlag(FALLS));

    @Test
    @Promise(40)
    void whoeverKeepsTheRecordSeesForEachPurposeWhatItsListNames() {
        View care = seen(run, PLANNER);
        assertThat(care.person()).contains(WHO);
        assertThat(fields(care)).containsExactly(RISKS, ROUTINES);
        assertThat(care.warnings()).containsExactly(FALLS);

        View operations = seen(run, PLANNER, Purpose.OPERATIONS);
        assertThat(operations.person()).isEmpty();
        assertThat(operations.facts()).isEmpty();
        assertThat(operations.warnings()).containsExactly(FALLS);
        assertThat(operations.more()).isTrue();
        assertThat(seen(run, PLANNER, Purpose.FAMILY).actions())
                .allMatch(a -> a.own().isPresent());
    }

    @Test
    @Promise(41)
    void othersSeeNothingUntilThePersonAllowsItAndNothingAgainOnceThatIsTakenBack() {
        View before = seen(run, INTAKE);
        assertThat(before.isTeaser()).isTrue();
        assertThat(before.facts()).isEmpty();
        assertThat(before.warnings()).isEmpty();

        run.given(PERSON, allows(INTAKE));
        View given = seen(run, INTAKE);
        assertThat(given.person()).contains(WHO);
        assertThat(fields(given)).containsExactly(RISKS, ROUTINES);

        run.after(Duration.ofHours(1)).given(PERSON, new OnSharing(new RevokeConsent(1, WHY)));
        assertThat(seen(run, INTAKE)).isEqualTo(before);
    }

    @Test
    @Requirement("OWN-51")
    void aSocialServiceSeesOnlyWhatTheConsentNames() {
        run.given(PLANNER, HomeStart.joins(HOUSING, OrganizationKind.SOCIAL_SERVICE));
        assertThat(seen(run, HOUSING).items()).isEmpty();

        run.given(PERSON, allowsOnly(HOUSING, Access.IDENTITY, ROUTINES));
        View view = seen(run, HOUSING);
        assertThat(fields(view)).containsExactly(ROUTINES);
        assertThat(view.warnings()).isEmpty();
        assertThat(view.actions()).isEmpty();
        assertThat(view.parties()).extracting(p -> p.seat().organization()).containsOnly(HOUSING.organization());
        assertThat(view.more()).isFalse();
        assertThat(view.withheld()).isEmpty();
    }

    @Test
    @Requirement("OWN-14")
    void whoeverSeesAFactSeesTheSameVersionOfIt() {
        run.given(NURSE, HomeStart.says(RISKS))
                .given(PERSON, allows(INTAKE), allowsOnly(FUNDER, Access.IDENTITY, RISKS));
        Fact known = run.record().chart().evidence().fact(RISKS).orElseThrow();
        View.Known shown = new View.Known(RISKS, 2, known.value(), known.grade(), known.at(), Optional.empty());

        for (Holder one : List.of(PLANNER, LEAD, INTAKE, FUNDER, PERSON)) {
            assertThat(seen(run, one).facts()).contains(shown);
        }
        assertThat(seen(run, FUNDER).facts()).isNotEqualTo(seen(run, INTAKE).facts());
    }

    @Test
    @Requirement("INT-16")
    void aMemberOfAnyDisciplineSeesTheOpenActionsOfTheOthersThatTheConsentReaches() {
        assertThat(kinds(seen(run, INTAKE))).isEmpty();
        run.given(PERSON, allows(INTAKE), allowsOnly(NURSE, REVIEW));

        assertThat(kinds(seen(run, INTAKE))).contains(HOURS, REVIEW, Keys.OUTCOME);
        assertThat(kinds(seen(run, NURSE))).containsOnlyOnce(REVIEW).doesNotContain(HOURS);
        assertThat(kinds(seen(run, PLANNER))).contains(HOURS, REVIEW, Keys.OUTCOME);
    }

    /** The tenth law of obligations. */
    @Test
    void whoHoldsItAndWhoItIsOwedToSeeThatItIsThereAndByWhenAndNobodyElse() {
        List<View.Action> own = seen(run, FUNDER).actions();
        assertThat(own).extracting(View.Action::kind).containsExactly(HOURS);
        assertThat(own.get(0).holder())
                .isEqualTo(FUNDER.heldBy(own.get(0).holder().person()));
        assertThat(own.get(0).own()).contains(Keys.duty(HomeStart.RUN, HOURS));
        assertThat(own.get(0).due())
                .isEqualTo(run.record()
                        .chart()
                        .obligations()
                        .get(Keys.duty(HomeStart.RUN, HOURS))
                        .orElseThrow()
                        .due());
        assertThat(kinds(seen(run, INTAKE))).doesNotContain(HOURS);
    }

    @Test
    void inTheActionsOfOthersNobodyIsNamedWhoMayNotSeeTheParties() {
        run.given(PERSON, allowsOnly(INTAKE, Access.IDENTITY, HOURS, Keys.OUTCOME));

        assertThat(seen(run, INTAKE).actions())
                .isNotEmpty()
                .allMatch(a -> a.holder().person().isEmpty() && a.own().isEmpty());
    }

    @Test
    @Requirement("PRV-01")
    void aPartyThatIsKeptConfidentialLeavesNoTraceForWhoeverHasNoRightToIt() {
        run.given(PERSON, allows(INTAKE), allowsOnly(NURSE, Access.IDENTITY));
        View before = seen(run, INTAKE);
        assertThat(organizations(before)).contains(FUNDER.organization());

        run.given(NURSE, new OnDisclosure(new KeepConfidential(FUNDER.organization())));
        View after = seen(run, INTAKE);
        assertThat(organizations(after)).doesNotContain(FUNDER.organization());
        assertThat(after.actions()).noneMatch(a -> a.holder().organization().equals(FUNDER.organization()));
        assertThat(organizations(seen(run, LEAD))).doesNotContain(FUNDER.organization());
        assertThat(seen(run, LEAD).withheld())
                .noneMatch(w -> w.part() == Part.PARTIES || w.part() == Part.CONFIDENTIAL_PARTIES);

        assertThat(organizations(seen(run, PERSON))).contains(FUNDER.organization());
        assertThat(organizations(seen(run, FUNDER))).contains(FUNDER.organization());
        assertThat(organizations(seen(run, officer()))).contains(FUNDER.organization());
    }

    @Test
    void aPartyIsConfidentialUntilItSaysItselfThatItNeedNotBe() {
        OrganizationId payer = FUNDER.organization();
        OnDisclosure lift = new OnDisclosure(new LiftConfidentiality(payer, WHY));
        run.when(FUNDER, lift).thenRefused(Reason.NOT_OPEN);
        run.when(LEAD, new OnDisclosure(new KeepConfidential(OrganizationId.of("elsewhere"))))
                .thenRefused(Reason.NOT_A_MEMBER);
        run.given(LEAD, new OnDisclosure(new KeepConfidential(payer)));
        run.when(LEAD, new OnDisclosure(new KeepConfidential(payer))).thenNothing();
        run.when(INTAKE, new OnDisclosure(new KeepConfidential(payer))).thenRefused(Reason.NOT_A_MEMBER);

        run.when(LEAD, lift).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(FUNDER, lift).thenApplied();
        assertThat(organizations(seen(run, LEAD))).contains(payer);
        run.given(LEAD, new OnDisclosure(new KeepConfidential(payer)));
        run.when(officer(), lift).thenApplied();
    }

    @Test
    @Requirement("PRV-03")
    void whomAVictimServiceProtectsIsATeaserToPartnersWithoutNameAndWithoutWords() {
        run.given(PERSON, allows(INTAKE))
                .given(PLANNER, new OnSharing(new LabelInformation(Access.IDENTITY, Sensitivity.VICTIM_SERVICE)));
        View teaser = seen(run, INTAKE);

        assertThat(teaser.isTeaser()).isTrue();
        assertThat(kinds(teaser)).contains(HOURS);
        assertThat(teaser.warnings()).containsExactly(FALLS);
        assertThat(teaser.facts()).isEmpty();
        assertThat(teaser.notes()).isEmpty();
        assertThat(organizations(teaser)).doesNotContain(PERSON.organization()).contains(FUNDER.organization());
        assertThat(teaser.parties())
                .allMatch(p ->
                        p.seat().person().isEmpty() || p.seat().organization().equals(INTAKE.organization()));
        assertThat(seen(run, PERSON).isTeaser()).isFalse();
    }

    @Test
    void whatAVictimServiceProtectsIsNeverCountedAndAtMostHintedAt() {
        run.given(PLANNER, new OnSharing(new LabelInformation(RISKS, Sensitivity.VICTIM_SERVICE)));
        View keeper = seen(run, PLANNER);

        assertThat(fields(keeper)).containsExactly(ROUTINES);
        assertThat(keeper.withheld()).isEmpty();
        assertThat(keeper.more()).isTrue();

        run.given(PLANNER, new OnSharing(new LabelInformation(ROUTINES, Sensitivity.SUBSTANCE_USE)));
        assertThat(seen(run, PLANNER).withheld()).containsExactly(new View.Withheld(Part.FACTS, 1));
        run.given(PERSON, allows(INTAKE));
        assertThat(seen(run, INTAKE).more()).isFalse();
    }

    @Test
    @Requirement({"PRV-09", "PRV-13"})
    void whatIsEspeciallyProtectedIsSeenByALeaveThatNamesItAndItsNoticeGoesWithIt() {
        run.given(PLANNER, new OnSharing(new LabelInformation(ROUTINES, Sensitivity.SUBSTANCE_USE)))
                .given(PLANNER, new OnSharing(new LabelInformation(RISKS, Sensitivity.BEHAVIORAL_HEALTH)))
                .given(
                        PERSON,
                        allows(INTAKE),
                        allows(FUNDER, Sensitivity.SUBSTANCE_USE),
                        allows(NURSE, Sensitivity.BEHAVIORAL_HEALTH));

        assertThat(fields(seen(run, INTAKE))).isEmpty();
        assertThat(seen(run, INTAKE).notice()).isEmpty();
        assertThat(fields(seen(run, FUNDER))).containsExactly(ROUTINES);
        assertThat(seen(run, FUNDER).notice())
                .contains("42 CFR part 2 prohibits unauthorized use or disclosure of these records.")
                .contains(RedisclosureNotice.TEXT);
        assertThat(fields(seen(run, NURSE))).containsExactly(RISKS);
        assertThat(seen(run, PERSON).notice()).isEmpty();
    }

    @Test
    void whereAnythingWasAgreedOnlyThatGoesAndNothingOnceItHasEnded() {
        run.given(PERSON, allows(INTAKE)).given(PLANNER, agreed(Code.of("person"), RISKS));
        assertThat(fields(seen(run, INTAKE))).containsExactly(RISKS);
        assertThat(seen(run, INTAKE).person()).contains(WHO);
        assertThat(seen(run, INTAKE).warnings()).isEmpty();

        run.after(Duration.ofHours(5));
        assertThat(fields(seen(run, INTAKE))).isEmpty();
        assertThat(seen(run, INTAKE).isTeaser()).isTrue();
    }

    @Test
    @Requirement("PLN-18")
    void whatIsPlannedIsThereForEverybodyOfTheTeamAndForThePerson() {
        run.given(INTAKE, HomeStart.says(HomeStart.PLAN));
        for (Holder one : List.of(NURSE, FUNDER, INTAKE)) {
            run.given(PERSON, allows(one));
        }
        for (Holder one : List.of(PLANNER, LEAD, NURSE, FUNDER, INTAKE, HomeStart.SCHEDULER, PERSON)) {
            assertThat(fields(seen(run, one))).contains(HomeStart.PLAN);
        }
    }

    @Test
    @Requirement("PRV-04")
    void whatOnePartyHoldsOnlyIsNamedWhereTheOpenActionOfAnotherNeedsIt() {
        assertThat(run.record().work().heldApart(run.now(), run.rules())).isEmpty();
        run.given(PLANNER, HomeStart.says(ROUTINES))
                .given(PLANNER, new OnSharing(new LabelInformation(ROUTINES, Sensitivity.SUBSTANCE_USE)))
                .given(PLANNER, new OnSharing(new LabelInformation(RISKS, Sensitivity.SUBSTANCE_USE)));

        List<HeldApart> apart = run.record().work().heldApart(run.now(), run.rules());
        assertThat(apart).extracting(HeldApart::field).containsOnly(RISKS);
        assertThat(apart)
                .extracting(HeldApart::action)
                .containsExactly(Keys.duty(HomeStart.RUN, REVIEW), Keys.stage(HomeStart.RUN, Code.of("refer")));
        assertThat(apart)
                .allMatch(a -> a.by().equals(NURSE)
                        && a.needs().organization().equals(LEAD.organization())
                        && a.why().why() == Ruling.Why.NOT_LISTED);
    }

    private static RecordAgreement agreed(Code... shares) {
        return new RecordAgreement(new Agreement(
                INTAKE.organization(),
                Channel.ELECTRONIC,
                HomeStart.hours(8),
                Optional.empty(),
                List.of(shares),
                HomeStart.START,
                Optional.of(HomeStart.START.plus(Duration.ofHours(5)))));
    }

    static Holder officer() {
        return Holder.of(PLANNER.organization(), Code.of("privacy-officer"), PersonId.of("officer-1"));
    }

    private static List<Code> fields(View view) {
        return view.facts().stream().map(View.Known::field).toList();
    }

    private static List<Code> kinds(View view) {
        return view.actions().stream().map(View.Action::kind).toList();
    }

    private static List<OrganizationId> organizations(View view) {
        return view.parties().stream().map(p -> p.seat().organization()).toList();
    }
}
