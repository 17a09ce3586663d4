package care.baton.record;

import static care.baton.record.HomeConsents.allows;
import static care.baton.record.HomeConsents.allowsOnly;
import static care.baton.record.HomeConsents.seen;
import static care.baton.record.HomePlans.BED;
import static care.baton.record.HomePlans.PLAN;
import static care.baton.record.HomePlans.REHAB;
import static care.baton.record.HomePlans.RIDE;
import static care.baton.record.HomePlans.TEXT;
import static care.baton.record.HomePlans.WALK;
import static care.baton.record.HomeRisks.APPETITE;
import static care.baton.record.HomeRisks.TIRED;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.ConsentCommand.RevokeConsent;
import care.baton.consent.Purpose;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.Access;
import care.baton.disclosure.ContactSeen;
import care.baton.disclosure.DisclosureCommand.KeepConfidential;
import care.baton.disclosure.Part;
import care.baton.disclosure.Piece;
import care.baton.disclosure.PlanSeen;
import care.baton.disclosure.RisksSeen;
import care.baton.disclosure.View;
import care.baton.note.ContactType;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.plan.Activity;
import care.baton.risk.Instrument;
import care.baton.risk.RiskCommand.NameUnmetNeed;
import care.baton.risk.Source;
import care.baton.trace.Promise;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each audience sees of plans, risks and contacts: by the same lists and the same leave as of all else. */
class ViewOfPlansTest {

    private static final Code SUGAR = Code.of("blood-sugar");
    private static final Code CALL = Code.of("family-call");
    private static final Code HOUSING = Code.of("housing");

    private final RecordFixture run =
            HomePlans.active().given(PERSON, new OnSharing(new RevokeConsent(1, HomePlans.WHY)));

    @Test
    @Promise(40)
    void thePersonAndWhoeverKeepsTheRecordSeeThePlanThatCounts() {
        for (Holder one : List.of(PERSON, PLANNER, LEAD)) {
            PlanSeen plan = seen(run, one).plans().get(0);
            assertThat(plan.plan()).isEqualTo(PLAN);
            assertThat(plan.goals()).extracting(PlanSeen.GoalSeen::code).containsExactly(WALK, SUGAR);
            assertThat(plan.goals().get(0).words()).isEqualTo(HomePlans.walk().words());
            assertThat(plan.goals().get(1).targets())
                    .isEqualTo(HomePlans.smart().targets());
            assertThat(plan.preferences()).hasSize(2);
            assertThat(activities(plan)).hasSize(5);
        }
        run.given(PLANNER, HomePlans.writes(1, HomePlans.with(List.of())));
        assertThat(activities(seen(run, PERSON).plans().get(0))).hasSize(5);
        assertThat(seen(run, PLANNER, Purpose.OPERATIONS).plans()).isEmpty();
    }

    @Test
    @Promise({40, 41})
    void othersSeeOfAPlanOnlyWhatTheConsentNames() {
        assertThat(seen(run, FUNDER).plans()).isEmpty();
        run.given(
                PERSON,
                allowsOnly(FUNDER, Access.IDENTITY, PLAN, BED, Code.of("equipment"), WALK, RIDE, Code.of("hba1c")));

        View view = seen(run, FUNDER);
        PlanSeen plan = view.plans().get(0);
        assertThat(plan.goals()).extracting(PlanSeen.GoalSeen::code).containsExactly(WALK);
        assertThat(plan.preferences()).isEmpty();
        assertThat(activities(plan)).containsExactly(BED);
        assertThat(plan.activities().get(0).state()).isEqualTo(Activity.State.PLANNED);
        assertThat(plan.activities().get(0).owner()).contains(FUNDER);
        assertThat(view.items())
                .filteredOn(p -> p.part() == Part.PLANS)
                .extracting(Piece::item)
                .containsExactlyInAnyOrder(PLAN, BED, Code.of("equipment"), WALK);
    }

    @Test
    @Promise(40)
    void whatIsEspeciallyProtectedTakesWithItWhatIsDoneForIt() {
        run.given(PERSON, allows(FUNDER))
                .given(PLANNER, new OnSharing(new LabelInformation(WALK, Sensitivity.SUBSTANCE_USE)));
        PlanSeen plan = seen(run, FUNDER).plans().get(0);
        assertThat(plan.goals()).extracting(PlanSeen.GoalSeen::code).containsExactly(SUGAR);
        assertThat(activities(plan)).isEmpty();

        run.given(PERSON, allows(FUNDER, Sensitivity.SUBSTANCE_USE));
        View told = seen(run, FUNDER);
        assertThat(activities(told.plans().get(0))).contains(REHAB, TEXT);
        assertThat(told.notice()).isPresent();

        run.given(PLANNER, new OnSharing(new LabelInformation(PLAN, Sensitivity.VICTIM_SERVICE)));
        assertThat(seen(run, FUNDER).plans()).isEmpty();
        assertThat(seen(run, PLANNER).plans()).isEmpty();
        assertThat(seen(run, PLANNER).withheld()).noneMatch(w -> w.part() == Part.PLANS);
        assertThat(seen(run, PERSON).plans()).hasSize(1);
    }

    @Test
    void whoOwnsAnActivityIsNamedOnlyWhereThePartiesMayBeSeenAndAConfidentialOneLeavesNoTrace() {
        run.given(PERSON, allowsOnly(FUNDER, Access.IDENTITY, PLAN, RIDE, Code.of("transport"), WALK));
        PlanSeen.ActivitySeen ride =
                seen(run, FUNDER).plans().get(0).activities().get(0);
        assertThat(ride.owner().orElseThrow().person()).isEmpty();

        run.given(FUNDER, new OnDisclosure(new KeepConfidential(FUNDER.organization())));
        assertThat(activities(seen(run, LEAD).plans().get(0))).doesNotContain(BED);
        assertThat(seen(run, LEAD).withheld()).noneMatch(w -> w.part() == Part.PLANS);
        assertThat(activities(seen(run, PERSON).plans().get(0))).contains(BED);
    }

    @Test
    @Promise({40, 41})
    void ofTheRisksEachSeesWhatIsUsualSeenScoredAndNeededAsFarAsItsLeaveGoes() {
        run.given(LEAD, HomeRisks.sees(APPETITE, Source.STAFF), HomeRisks.sees(TIRED, Source.FAMILY))
                .given(LEAD, HomeRisks.lace(9))
                .given(LEAD, HomeRisks.ask(new NameUnmetNeed(HOUSING, LEAD, Sensitive.of("a room"))));

        RisksSeen all = seen(run, PLANNER).risks();
        assertThat(subjects(all)).containsExactly(APPETITE, TIRED);
        assertThat(all.scores()).extracting(s -> s.instrument()).containsExactly(Instrument.LACE);
        assertThat(all.needs()).extracting(RisksSeen.NeedSeen::need).containsExactly(HOUSING);
        assertThat(seen(run, NURSE).risks().isEmpty()).isTrue();

        run.given(PERSON, allowsOnly(NURSE, Access.IDENTITY, TIRED, HOUSING));
        RisksSeen some = seen(run, NURSE).risks();
        assertThat(subjects(some)).containsExactly(TIRED);
        assertThat(some.observations().get(0).by().person()).isEmpty();
        assertThat(some.scores()).isEmpty();
        assertThat(some.needs()).hasSize(1);
        assertThat(seen(run, NURSE, Purpose.FAMILY).risks().isEmpty()).isTrue();
    }

    @Test
    @Promise({40, 41})
    void othersSeeOnlyTheContactsInWhichTheyTookPart() {
        run.given(LEAD, HomeNotes.calls(ContactType.FAMILY_CALL, 12));
        assertThat(seen(run, INTAKE).contacts()).isEmpty();
        run.given(PERSON, allows(INTAKE));
        assertThat(seen(run, INTAKE).contacts()).hasSize(1);
        assertThat(seen(run, NURSE).contacts()).isEmpty();
        run.given(PERSON, allows(NURSE));
        assertThat(seen(run, NURSE).contacts()).isEmpty();

        ContactSeen call = seen(run, PLANNER).contacts().get(0);
        assertThat(call.kind()).isEqualTo(ContactType.FAMILY_CALL);
        assertThat(call.minutes()).isEqualTo(12);
        assertThat(call.parties()).containsExactly(INTAKE);
        run.given(PLANNER, new OnSharing(new LabelInformation(CALL, Sensitivity.SUBSTANCE_USE)));
        assertThat(seen(run, PLANNER).contacts()).isEmpty();
        assertThat(seen(run, PERSON).contacts()).containsExactly(call);
    }

    @Test
    void aTeaserHoldsNeitherPlansNorRisksNorContacts() {
        run.given(LEAD, HomeRisks.sees(APPETITE, Source.STAFF), HomeNotes.calls(ContactType.FAMILY_CALL, 12))
                .given(PLANNER, new OnSharing(new LabelInformation(Access.IDENTITY, Sensitivity.VICTIM_SERVICE)));
        View teaser = seen(run, INTAKE);

        assertThat(teaser.isTeaser()).isTrue();
        assertThat(teaser.plans()).isEmpty();
        assertThat(teaser.risks().isEmpty()).isTrue();
        assertThat(teaser.contacts()).isEmpty();
    }

    private static List<Code> activities(PlanSeen plan) {
        return plan.activities().stream().map(PlanSeen.ActivitySeen::code).toList();
    }

    private static List<Code> subjects(RisksSeen risks) {
        return risks.observations().stream()
                .map(RisksSeen.ObservationSeen::subject)
                .toList();
    }
}
