package care.baton.record;

import static care.baton.record.Evolved.after;
import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.consent.Sensitivity;
import care.baton.evidence.Covered;
import care.baton.evidence.EvidenceEvent;
import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.ApprovalRevoked;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.EvidenceEvent.FactSetAside;
import care.baton.evidence.EvidenceEvent.FlagCleared;
import care.baton.evidence.EvidenceEvent.FlagRaised;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Sensitive;
import care.baton.party.VisitId;
import care.baton.record.ConsentEvent.ConsentMarkedInError;
import care.baton.record.ConsentEvent.ConsentRecorded;
import care.baton.record.ConsentEvent.ConsentRevoked;
import care.baton.record.ConsentEvent.InformationLabelled;
import care.baton.record.ConsentEvent.LabelRemoved;
import care.baton.record.RecordEvent.DecisionTaken;
import care.baton.record.RecordEvent.HandoffPlaced;
import care.baton.record.RecordEvent.OutcomeValidated;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunMoved;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordEvent.StageEntered;
import care.baton.record.RecordEvent.StageLeft;
import care.baton.record.RecordEvent.VisitReported;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can have changed next in evidence, consents and runs, one thing changed at a time. */
class PossibleChangeTest {

    private static final Instant LATER = START.plusNanos(1);
    private static final Code WHY = Code.of("why");
    private static final Code REFER = Code.of("refer");
    private static final Code PREPARE = Code.of("prepare");
    private static final Digest HASH = Digest.of(new byte[] {1});
    private static final Chart NOTHING = Chart.empty();
    private static final Chart OPEN = after(NOTHING, opened(1));
    private static final Chart REFERRING = after(OPEN, entered(REFER));
    private static final Chart BETWEEN = after(REFERRING, new StageLeft(RUN, REFER, START));
    private static final Chart CLOSED = after(BETWEEN, new RunClosed(RUN, START));

    @Test
    void factsAndFlagsAreCountedOneByOne() {
        Chart known = after(NOTHING, fact(1));

        assertThat(known(NOTHING, fact(1))).isTrue();
        assertThat(known(NOTHING, fact(2))).isFalse();
        assertThat(known(known, fact(2))).isTrue();
        assertThat(known(known, fact(1))).isFalse();
        assertThat(known(NOTHING, new FlagRaised(FALLS, 1))).isTrue();
        assertThat(known(NOTHING, new FlagRaised(FALLS, 0))).isFalse();
        assertThat(known(after(NOTHING, new FlagRaised(FALLS, 1)), new FlagRaised(FALLS, 2)))
                .isTrue();
    }

    @Test
    void onlyAFactThatCountsIsSetAsideAndOnlyTheFlagThatIsRaisedIsCleared() {
        Chart known = after(NOTHING, fact(1), fact(2));
        Chart raised = after(NOTHING, new FlagRaised(FALLS, 1));
        Chart cleared = after(raised, new FlagCleared(FALLS, 1, WHY));

        assertThat(known(known, aside(2))).isTrue();
        assertThat(known(known, aside(3))).isFalse();
        assertThat(known(after(known, aside(2)), aside(2))).isFalse();
        assertThat(known(raised, new FlagCleared(FALLS, 1, WHY))).isTrue();
        assertThat(known(raised, new FlagCleared(FALLS, 2, WHY))).isFalse();
        assertThat(known(cleared, new FlagCleared(FALLS, 1, WHY))).isFalse();
        assertThat(known(NOTHING, new FlagCleared(FALLS, 1, WHY))).isFalse();
    }

    @Test
    void anApprovalNamesWhatItCoversAndIsRevokedOnce() {
        List<Covered> covers = List.of(new Covered(ROUTINES, 1));
        Chart approved = after(NOTHING, new ApprovalGiven(WHY, 1, covers));

        assertThat(known(NOTHING, new ApprovalGiven(WHY, 1, covers))).isTrue();
        assertThat(known(NOTHING, new ApprovalGiven(WHY, 2, covers))).isFalse();
        assertThat(known(approved, new ApprovalGiven(WHY, 2, covers))).isTrue();
        assertThat(known(approved, new ApprovalRevoked(1, WHY))).isTrue();
        assertThat(known(approved, new ApprovalRevoked(0, WHY))).isFalse();
        assertThat(known(approved, new ApprovalRevoked(2, WHY))).isFalse();
        assertThat(known(after(approved, new ApprovalRevoked(1, WHY)), new ApprovalRevoked(1, WHY)))
                .isFalse();
    }

    @Test
    void aWaiverEndsInTheFuture() {
        assertThat(known(NOTHING, new WaiverGranted(RUN, ROUTINES, WHY, LATER))).isTrue();
        assertThat(known(NOTHING, new WaiverGranted(RUN, ROUTINES, WHY, START))).isFalse();
    }

    @Test
    void consentsAreNumberedAndOnlyOneThatCountsIsReplaced() {
        Chart one = after(NOTHING, consents(1, permit()));
        Chart revoked = after(one, new ConsentRevoked(1, START, WHY));

        assertThat(shared(NOTHING, consents(1, permit()))).isTrue();
        assertThat(shared(NOTHING, consents(2, permit()))).isFalse();
        assertThat(shared(one, consents(2, permit()))).isTrue();
        assertThat(shared(one, new ConsentRecorded(2, permit(), Optional.of(1))))
                .isTrue();
        assertThat(shared(one, new ConsentRecorded(2, permit(), Optional.of(2))))
                .isFalse();
        assertThat(shared(revoked, new ConsentRecorded(2, permit(), Optional.of(1))))
                .isFalse();
    }

    @Test
    void onlyAPermissionThatCountsIsRevokedAndNotInTheFuture() {
        Chart one = after(NOTHING, consents(1, permit()));
        Chart refused = after(NOTHING, consents(1, refuse()));

        assertThat(shared(one, new ConsentRevoked(1, START, WHY))).isTrue();
        assertThat(shared(one, new ConsentRevoked(1, LATER, WHY))).isFalse();
        assertThat(shared(one, new ConsentRevoked(2, START, WHY))).isFalse();
        assertThat(shared(refused, new ConsentRevoked(1, START, WHY))).isFalse();
        assertThat(shared(after(one, new ConsentRevoked(1, START, WHY)), new ConsentRevoked(1, START, WHY)))
                .isFalse();
    }

    @Test
    void aConsentIsMarkedInErrorOnce() {
        Chart one = after(NOTHING, consents(1, refuse()));
        ConsentMarkedInError marked = new ConsentMarkedInError(1, WHY);

        assertThat(shared(one, marked)).isTrue();
        assertThat(shared(NOTHING, marked)).isFalse();
        assertThat(shared(after(one, marked), marked)).isFalse();
    }

    @Test
    void aLabelIsPutOnOnceAndTakenOffWhereItIs() {
        InformationLabelled on = new InformationLabelled(ROUTINES, Sensitivity.BEHAVIORAL_HEALTH);
        LabelRemoved off = new LabelRemoved(ROUTINES, Sensitivity.BEHAVIORAL_HEALTH, WHY);
        Chart labelled = after(NOTHING, on);

        assertThat(shared(NOTHING, on)).isTrue();
        assertThat(shared(NOTHING, off)).isFalse();
        assertThat(shared(labelled, on)).isFalse();
        assertThat(shared(labelled, off)).isTrue();
        assertThat(shared(labelled, new LabelRemoved(ROUTINES, Sensitivity.SUBSTANCE_USE, WHY)))
                .isFalse();
        assertThat(shared(after(labelled, off), on)).isTrue();
    }

    @Test
    void aRunIsOpenedOnceInAVersionThatThereCanBe() {
        assertThat(run(NOTHING, opened(1))).isTrue();
        assertThat(run(NOTHING, opened(0))).isFalse();
        assertThat(run(OPEN, opened(1))).isFalse();
    }

    @Test
    void aVisitIsReportedInALaterRevisionThanBefore() {
        Chart one = after(NOTHING, visit(1));

        assertThat(run(NOTHING, visit(1))).isTrue();
        assertThat(run(one, visit(1))).isFalse();
        assertThat(run(one, visit(0))).isFalse();
        assertThat(run(one, visit(2))).isTrue();
    }

    @Test
    void nothingHappensToARunThatIsUnknownOrClosed() {
        DecisionTaken decision = new DecisionTaken(RUN, WHY, WHY, Sensitive.none(), Optional.empty());

        assertThat(run(OPEN, decision)).isTrue();
        assertThat(run(NOTHING, decision)).isFalse();
        assertThat(run(CLOSED, decision)).isFalse();
    }

    @Test
    void aRunMovesToAnotherVersionOnceItIsUnderWay() {
        assertThat(run(REFERRING, moved(2))).isTrue();
        assertThat(run(REFERRING, moved(1))).isFalse();
        assertThat(run(REFERRING, moved(0))).isFalse();
        assertThat(run(OPEN, moved(2))).isFalse();
    }

    @Test
    void aStageIsEnteredWhereNoneIsAndNoneIsEnteredTwice() {
        assertThat(run(OPEN, entered(REFER))).isTrue();
        assertThat(run(OPEN, new StageEntered(RUN, REFER, INTAKE, LATER))).isFalse();
        assertThat(run(REFERRING, entered(PREPARE))).isFalse();
        assertThat(run(BETWEEN, entered(PREPARE))).isTrue();
        assertThat(run(BETWEEN, entered(REFER))).isFalse();
    }

    @Test
    void onlyTheStageThatRunsIsLeftAndOnce() {
        assertThat(run(REFERRING, new StageLeft(RUN, REFER, START))).isTrue();
        assertThat(run(REFERRING, new StageLeft(RUN, REFER, LATER))).isFalse();
        assertThat(run(REFERRING, new StageLeft(RUN, PREPARE, START))).isFalse();
        assertThat(run(BETWEEN, new StageLeft(RUN, REFER, START))).isFalse();
        assertThat(run(OPEN, new StageLeft(RUN, REFER, START))).isFalse();
    }

    @Test
    void aHandoffHasOnePlace() {
        Chart placed = after(OPEN, new HandoffPlaced(HANDOFF, RUN));

        assertThat(run(OPEN, new HandoffPlaced(HANDOFF, RUN))).isTrue();
        assertThat(run(placed, new HandoffPlaced(HANDOFF, RUN))).isFalse();
        assertThat(run(placed, new HandoffPlaced(HandoffId.of("handoff-2"), RUN)))
                .isTrue();
    }

    @Test
    void anOutcomeIsValidatedOnceAndARunClosesBetweenStages() {
        OutcomeValidated validated = new OutcomeValidated(RUN, PLANNER, START, List.of());
        OutcomeValidated onAnotherVersion =
                new OutcomeValidated(RUN, PLANNER, START, List.of(new Covered(Code.of("result"), 2)));

        assertThat(run(REFERRING, validated)).isTrue();
        assertThat(run(REFERRING, new OutcomeValidated(RUN, PLANNER, LATER, List.of())))
                .isFalse();
        assertThat(run(after(REFERRING, validated), validated)).isFalse();
        assertThat(run(after(REFERRING, onAnotherVersion), validated)).isTrue();
        assertThat(run(BETWEEN, new RunClosed(RUN, START))).isTrue();
        assertThat(run(BETWEEN, new RunClosed(RUN, LATER))).isFalse();
        assertThat(run(REFERRING, new RunClosed(RUN, START))).isFalse();
    }

    private static boolean known(Chart before, EvidenceEvent event) {
        return PossibleEvidence.after(before.evidence(), event, START);
    }

    private static boolean shared(Chart before, ConsentEvent event) {
        return PossibleConsent.after(before.consents(), event, START);
    }

    private static boolean run(Chart before, RecordEvent event) {
        return PossibleRun.after(before, event, START);
    }

    private static FactRecorded fact(int version) {
        return new FactRecorded(ROUTINES, version, Sensitive.none(), HomeStart.CHART, Grade.RECORDED);
    }

    private static FactSetAside aside(int version) {
        return new FactSetAside(ROUTINES, version, true, WHY);
    }

    private static ConsentRecorded consents(int number, Consent consent) {
        return new ConsentRecorded(number, consent, Optional.empty());
    }

    private static Consent permit() {
        return RestoreTest.consent();
    }

    private static Consent refuse() {
        return Consent.refuse(
                new Scope.Everything(List.of()),
                Audience.of(INTAKE),
                Purpose.TREATMENT,
                Giver.self(HomeStart.WHO),
                Consent.Form.WRITTEN,
                START);
    }

    private static RunOpened opened(int version) {
        return new RunOpened(RUN, Code.of("home-start"), version, HASH);
    }

    private static RunMoved moved(int version) {
        return new RunMoved(RUN, version, HASH, WHY, List.of());
    }

    private static StageEntered entered(Code stage) {
        return new StageEntered(RUN, stage, INTAKE, START);
    }

    private static VisitReported visit(long revision) {
        return new VisitReported(new Visit(VisitId.of("visit-1"), revision, Visit.State.PLANNED, START));
    }
}
