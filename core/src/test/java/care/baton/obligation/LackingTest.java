package care.baton.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.AbsentReason;
import care.baton.evidence.Covered;
import care.baton.evidence.EvidenceEvent.ApprovalRevoked;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.EvidenceEvent.FactSetAside;
import care.baton.evidence.EvidenceEvent.FlagCleared;
import care.baton.evidence.Grade;
import care.baton.obligation.Lack.Why;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Sensitive;
import care.baton.pathway.Holds;
import care.baton.pathway.Need;
import care.baton.pathway.Need.FieldNeed;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LackingTest {

    private static final Code WHY = Code.of("entered-twice");

    @Test
    void everythingThatIsMissingIsNamedAtOnceWithWhoCanSupplyIt() {
        List<Refusal> refusals = Lacking.of(Proofs.ALL, Proofs.none().raises(Proofs.UNCERTAIN), Proofs.NOW).stream()
                .map(Lack::refusal)
                .toList();

        assertThat(refusals)
                .containsExactly(
                        Refusal.of(Reason.FIELD_MISSING, "medication-change", List.of(Proofs.NURSE)),
                        Refusal.of(Reason.APPROVAL_MISSING, "supervisor-approval", List.of(Proofs.SUPERVISOR)),
                        Refusal.of(Reason.DUTY_NOT_DONE, "confirm-staff-availability", List.of(Code.of("scheduler"))),
                        Refusal.of(Reason.STAGE_NOT_LEFT, "authorization-reviewed", List.of(Code.of("case-manager"))));
    }

    @Test
    void nothingIsLackingWhenAllOfItIsThere() {
        Proofs known = Proofs.none()
                .says(Proofs.MEDICATION, "stopped", Grade.RECORDED)
                .raises(Proofs.UNCERTAIN)
                .approved()
                .doing(Proofs.STAFFING)
                .leaving(Proofs.OTHER_PATHWAY, Proofs.OTHER_STAGE);

        assertThat(Lacking.of(Proofs.ALL, known, Proofs.NOW)).isEmpty();
    }

    @Test
    void aFieldMustBeKnownFirmlyEnough() {
        Proofs known = Proofs.none().says(Proofs.MEDICATION, "stopped", Grade.RELAYED);

        assertThat(why(Proofs.FIELD, known)).contains(Why.TOO_WEAK);
    }

    @Test
    @Requirement("AUD-09")
    void whatLooksAtAnotherFieldIsSaidNoEarlierThanThatIs() {
        Code review = Code.of("review-of-it");
        Need looked = new FieldNeed(
                review, List.of(Proofs.NURSE), Grade.RECORDED, false, Optional.of(new Holds.After(Proofs.MEDICATION)));
        Proofs reviewed = Proofs.none().says(review, "as it should be", Grade.RECORDED);
        Proofs decided = reviewed.says(Proofs.MEDICATION, "stopped", Grade.RECORDED);
        Instant later = Proofs.NOW.plusSeconds(1);
        Proofs changed = decided.with(
                Proofs.NURSE,
                later,
                new FactRecorded(Proofs.MEDICATION, 2, Sensitive.of("halved"), Code.of("chart"), Grade.RECORDED));

        assertThat(why(looked, reviewed)).isEmpty();
        assertThat(why(looked, decided)).as("in the same instant").isEmpty();
        assertThat(why(looked, changed)).contains(Why.MISSING);
    }

    @Test
    void noneKnownCountsOnlyWhereTheNeedSaysSo() {
        Proofs known = Proofs.none().says(Proofs.MEDICATION, "", Grade.RECORDED);
        Need orNone = new FieldNeed(Proofs.MEDICATION, List.of(Proofs.NURSE), Grade.RECORDED, true);

        assertThat(why(Proofs.FIELD, known)).contains(Why.MISSING);
        assertThat(why(orNone, known)).isEmpty();
        assertThat(why(orNone, Proofs.none())).contains(Why.MISSING);
    }

    @Test
    void declinedIsAnAnswerWhereNoneIsOneAndWhatNobodyKnowsOrAskedIsNot() {
        Need orNone = new FieldNeed(Proofs.MEDICATION, List.of(Proofs.NURSE), Grade.RECORDED, true);
        for (AbsentReason reason : AbsentReason.values()) {
            Proofs known = Proofs.none()
                    .with(
                            Proofs.NURSE,
                            Proofs.NOW,
                            new FactRecorded(
                                    Proofs.MEDICATION,
                                    1,
                                    Sensitive.none(),
                                    Code.of("chart"),
                                    Grade.RECORDED,
                                    Optional.of(reason)));
            boolean declined = reason == AbsentReason.ASKED_DECLINED;
            assertThat(why(orNone, known)).isEqualTo(declined ? Optional.empty() : Optional.of(Why.MISSING));
            assertThat(why(Proofs.FIELD, known)).contains(Why.MISSING);
        }
    }

    @Test
    void aFactRecordedInErrorIsMissingAgain() {
        Proofs known = Proofs.none()
                .says(Proofs.MEDICATION, "stopped", Grade.RECORDED)
                .with(Proofs.NURSE, Proofs.NOW, new FactSetAside(Proofs.MEDICATION, 1, true, WHY));

        assertThat(why(Proofs.FIELD, known)).contains(Why.MISSING);
    }

    @Test
    void noApprovalIsNeededWhileNoWarningStands() {
        Proofs cleared = Proofs.none()
                .raises(Proofs.UNSAFE)
                .with(Proofs.NURSE, Proofs.NOW, new FlagCleared(Proofs.UNSAFE, 1, WHY));

        assertThat(why(Proofs.APPROVED, Proofs.none())).isEmpty();
        assertThat(why(Proofs.APPROVED, Proofs.none().raises(Code.of("another-warning"))))
                .isEmpty();
        assertThat(why(Proofs.APPROVED, cleared)).isEmpty();
    }

    @Test
    void anApprovalByARoleThatMayNotGiveItIsNone() {
        Proofs known =
                Proofs.none().raises(Proofs.UNCERTAIN).approvedBy(Proofs.NURSE, new Covered(Proofs.UNCERTAIN, 1));

        assertThat(why(Proofs.APPROVED, known)).contains(Why.NOT_APPROVED);
    }

    @Test
    void oneApprovalMustCoverEveryWarningThatStands() {
        Proofs known = Proofs.none().raises(Proofs.UNCERTAIN).raises(Proofs.UNSAFE);
        Proofs halves = known.approvedBy(Proofs.SUPERVISOR, new Covered(Proofs.UNCERTAIN, 1))
                .approvedBy(Proofs.SUPERVISOR, new Covered(Proofs.UNSAFE, 1));

        assertThat(why(Proofs.APPROVED, halves)).contains(Why.APPROVAL_OUTDATED);
        assertThat(why(Proofs.APPROVED, known.approved())).isEmpty();
    }

    @Test
    void aWarningRaisedAgainNeedsANewApproval() {
        Proofs again = Proofs.none().raises(Proofs.UNCERTAIN).approved().raises(Proofs.UNCERTAIN);

        assertThat(why(Proofs.APPROVED, again)).contains(Why.APPROVAL_OUTDATED);
        assertThat(why(Proofs.APPROVED, again.approved())).isEmpty();
    }

    @Test
    void aFactThatWasCorrectedSinceNeedsANewApproval() {
        Proofs corrected = Proofs.none()
                .says(Proofs.MEDICATION, "stopped", Grade.RECORDED)
                .raises(Proofs.UNCERTAIN)
                .approved()
                .says(Proofs.MEDICATION, "halved", Grade.RECORDED);

        assertThat(why(Proofs.APPROVED, corrected)).contains(Why.APPROVAL_OUTDATED);
        assertThat(why(Proofs.APPROVED, corrected.approved())).isEmpty();
    }

    @Test
    void anApprovalOfAFactThatNobodyRecordedCountsForNothing() {
        Proofs known = Proofs.none()
                .raises(Proofs.UNCERTAIN)
                .approvedBy(Proofs.SUPERVISOR, new Covered(Proofs.UNCERTAIN, 1), new Covered(Proofs.MEDICATION, 1));

        assertThat(why(Proofs.APPROVED, known)).contains(Why.APPROVAL_OUTDATED);
    }

    @Test
    void anApprovalThatWasTakenBackIsNone() {
        Proofs known = Proofs.none()
                .raises(Proofs.UNCERTAIN)
                .approved()
                .with(Proofs.SUPERVISOR, Proofs.NOW, new ApprovalRevoked(1, WHY));

        assertThat(why(Proofs.APPROVED, known)).contains(Why.NOT_APPROVED);
    }

    @Test
    void whatIsLetPassShowsWhileItIsAndIsMissingAgainAtItsEnd() {
        Proofs known = Proofs.none().waived(Proofs.STAFFING, Duration.ofHours(8));
        List<Need> needs = List.of(Proofs.DUTY);

        assertThat(Lacking.of(needs, known, Proofs.NOW)).isEmpty();
        assertThat(Lacking.waived(needs, known, Proofs.NOW))
                .extracting(Lack::why)
                .containsExactly(Why.NOT_DONE);
        assertThat(Lacking.waived(needs, known, Proofs.NOW.plus(Duration.ofHours(8))))
                .isEmpty();
        assertThat(Lacking.of(needs, known, Proofs.NOW.plus(Duration.ofHours(8))))
                .extracting(l -> l.refusal().at())
                .containsExactly(Optional.of(Proofs.NOW.plus(Duration.ofHours(8))));
    }

    @Test
    void whatIsThereAnywayIsNotShownAsLetPass() {
        Proofs known =
                Proofs.none().waived(Proofs.STAFFING, Duration.ofHours(8)).doing(Proofs.STAFFING);

        assertThat(Lacking.waived(List.of(Proofs.DUTY), known, Proofs.NOW)).isEmpty();
    }

    @Test
    void aFieldFromARoleThatMayNotSupplyItIsSaidToBeThat() {
        Need byTheSupervisor = new FieldNeed(Proofs.MEDICATION, List.of(Proofs.SUPERVISOR), Grade.RECORDED, false);
        Proofs known = Proofs.none().says(Proofs.MEDICATION, "stopped", Grade.RECORDED);

        assertThat(why(byTheSupervisor, known)).contains(Why.BY_OTHER_ROLE);
    }

    @Test
    void aFieldThatMustNameARoleIsMissingWhileItHoldsOtherWords() {
        Need role = holding(new Holds.Role(), false);

        assertThat(why(role, Proofs.none().says(Proofs.MEDICATION, "supervisor", Grade.RECORDED)))
                .isEmpty();
        assertThat(why(role, Proofs.none().says(Proofs.MEDICATION, "ask Maria!", Grade.RECORDED)))
                .contains(Why.MISSING);
        assertThat(why(role, Proofs.none().says(Proofs.MEDICATION, " supervisor", Grade.RECORDED)))
                .contains(Why.MISSING);
    }

    @Test
    void aFieldThatMustNameADeadlineIsMissingWhereTheDeadlineHadPassedWhenItWasWritten() {
        Need deadline = holding(new Holds.Deadline(), false);
        String past = Proofs.NOW.minusSeconds(1).toString();

        assertThat(why(deadline, Proofs.none().says(Proofs.MEDICATION, Proofs.NOW.toString(), Grade.RECORDED)))
                .isEmpty();
        assertThat(why(deadline, Proofs.none().says(Proofs.MEDICATION, past, Grade.RECORDED)))
                .contains(Why.MISSING);
        assertThat(why(deadline, Proofs.none().says(Proofs.MEDICATION, "soon", Grade.RECORDED)))
                .contains(Why.MISSING);
    }

    @Test
    void noneKnownNeedsNoRoleAndNoDeadlineWhereItIsAllowed() {
        Proofs none = Proofs.none().says(Proofs.MEDICATION, "", Grade.RECORDED);

        assertThat(why(holding(new Holds.Role(), true), none)).isEmpty();
        assertThat(why(holding(new Holds.Role(), false), none)).contains(Why.MISSING);
    }

    @Test
    void aWarningThatCameAndWentAgainSinceTheApprovalNeedsNoNewOne() {
        Proofs approved =
                Proofs.none().raises(Proofs.UNCERTAIN).raises(Proofs.UNSAFE).approved();
        Proofs cleared = approved.with(Proofs.NURSE, Proofs.NOW, new FlagCleared(Proofs.UNSAFE, 1, WHY));
        Proofs again =
                cleared.raises(Proofs.UNSAFE).with(Proofs.NURSE, Proofs.NOW, new FlagCleared(Proofs.UNSAFE, 2, WHY));

        assertThat(why(Proofs.APPROVED, cleared)).isEmpty();
        assertThat(why(Proofs.APPROVED, again)).isEmpty();
    }

    @Test
    void whatIsBothAWarningAndAFieldMustStillSayWhatWasApproved() {
        Proofs approved = Proofs.none()
                .says(Proofs.MEDICATION, "stopped", Grade.RECORDED)
                .raises(Proofs.MEDICATION)
                .raises(Proofs.UNCERTAIN)
                .approved()
                .with(Proofs.NURSE, Proofs.NOW, new FlagCleared(Proofs.MEDICATION, 1, WHY));
        Proofs corrected = approved.raises(Proofs.MEDICATION)
                .with(Proofs.NURSE, Proofs.NOW, new FlagCleared(Proofs.MEDICATION, 2, WHY))
                .says(Proofs.MEDICATION, "halved", Grade.RECORDED);

        assertThat(why(Proofs.APPROVED, approved)).isEmpty();
        assertThat(why(Proofs.APPROVED, corrected)).contains(Why.APPROVAL_OUTDATED);
    }

    private static Need holding(Holds holds, boolean noneKnown) {
        return new FieldNeed(Proofs.MEDICATION, List.of(Proofs.NURSE), Grade.RECORDED, noneKnown, Optional.of(holds));
    }

    private static Optional<Why> why(Need need, Proofs known) {
        return Lacking.of(List.of(need), known, Proofs.NOW).stream()
                .map(Lack::why)
                .findFirst();
    }
}
