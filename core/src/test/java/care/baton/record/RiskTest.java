package care.baton.record;

import static care.baton.record.HomeRisks.APPETITE;
import static care.baton.record.HomeRisks.CHANGED;
import static care.baton.record.HomeRisks.SOCIAL;
import static care.baton.record.HomeRisks.TIRED;
import static care.baton.record.HomeRisks.WEIGHT;
import static care.baton.record.HomeRisks.ask;
import static care.baton.record.HomeRisks.decides;
import static care.baton.record.HomeRisks.lace;
import static care.baton.record.HomeRisks.sees;
import static care.baton.record.HomeStart.APPROVED;
import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.NoteTest.held;
import static care.baton.record.NoteTest.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.FlagRaised;
import care.baton.note.Contact;
import care.baton.note.ContactType;
import care.baton.note.Stated;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.party.VisitId;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.ClearFlag;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.risk.Acuity;
import care.baton.risk.Baseline;
import care.baton.risk.Established;
import care.baton.risk.Instrument;
import care.baton.risk.Observation;
import care.baton.risk.Pattern;
import care.baton.risk.RiskCommand.EstablishBaseline;
import care.baton.risk.RiskCommand.MarkSignInError;
import care.baton.risk.RiskCommand.MeetNeed;
import care.baton.risk.RiskCommand.NameUnmetNeed;
import care.baton.risk.RiskCommand.RecordScore;
import care.baton.risk.RiskCommand.StateAcuity;
import care.baton.risk.RiskEvent.PatternDecided;
import care.baton.risk.RiskEvent.PatternDetected;
import care.baton.risk.RiskEvent.SignMarkedInError;
import care.baton.risk.Score;
import care.baton.risk.Sign;
import care.baton.risk.Source;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is seen of a person's risks, what it raises on the record, and who owes a look at it. */
class RiskTest {

    private static final Code WHY = Code.of("wrong-person");

    private final RecordFixture run = HomeStart.run();

    @Test
    void whatWasSeenAheadOfTimeOrIsOnNoListIsRefusedWithWhatItMayHaveMeant() {
        Stamp ahead = Stamp.at(run.now()).withOccurred(run.now().plusSeconds(1));
        run.when(NURSE, ahead, sees(APPETITE, Source.NOTE)).thenRefused(Reason.IN_THE_FUTURE);
        run.when(NURSE, ahead, lace(9)).thenRefused(Reason.IN_THE_FUTURE);
        run.when(LEAD, ahead, usual(WEIGHT)).thenRefused(Reason.IN_THE_FUTURE);

        List<Refusal> unknown = refusals(run, NURSE, sees(Code.of("reduced-apetite"), Source.NOTE));
        assertThat(unknown).extracting(Refusal::path).containsExactly("observations/1/subject");
        assertThat(unknown.get(0).names()).startsWith(APPETITE);
        assertThat(refusals(run, LEAD, usual(Code.of("wait"))))
                .extracting(Refusal::path)
                .containsExactly("baselines/wait");
        Score hcc = new Score(Instrument.HCC, 1, WHY, HomeRisks.DAY);
        assertThat(refusals(run, LEAD, ask(new RecordScore(hcc))))
                .extracting(Refusal::path)
                .containsExactly("scores/1/instrument");
        run.when(NURSE, new OnRisk(Code.of("run-9"), sees(APPETITE, Source.NOTE).command()))
                .thenRefused(Reason.RUN_NOT_OPEN);
        run.when(NURSE, Stamp.at(run.now()).withOccurred(run.now()), sees(APPETITE, Source.NOTE))
                .thenApplied();
    }

    @Test
    void aScoreHoldsForADayThatHasBegun() {
        LocalDate today = HomeStart.CALENDAR.dateOf(run.now());
        Score tomorrow = new Score(Instrument.LACE, 9, WHY, today.plusDays(1));

        run.when(NURSE, ask(new RecordScore(new Score(Instrument.LACE, 9, WHY, today))))
                .thenApplied();
        run.when(NURSE, ask(new RecordScore(tomorrow))).thenRefused(Reason.IN_THE_FUTURE);
        assertThat(refusals(run, NURSE, ask(new RecordScore(tomorrow))))
                .extracting(Refusal::path)
                .containsExactly("scores/2/date");
    }

    @Test
    void whatIsUsualIsSaidAnewAsItsNextVersion() {
        run.given(LEAD, usual(WEIGHT), usual(APPETITE), usual(WEIGHT));

        assertThat(run.record().risks().baseline(WEIGHT).map(Established::version))
                .contains(2);
        assertThat(run.record().risks().baseline(APPETITE).map(Established::version))
                .contains(1);
    }

    @Test
    void whatIsSaidToBeAboutANoteOrAVisitIsAboutOneThatIsThere() {
        Observation seen = Observation.builder()
                .subject(APPETITE)
                .source(Source.NOTE)
                .low(true)
                .times(1)
                .words(Sensitive.none())
                .change(HomeNotes.CHANGE)
                .build();

        assertThat(refusals(run, NURSE, sees(seen)))
                .containsExactly(Refusal.of(Reason.NOTE_UNKNOWN, "notes/more-falls"));
        run.given(PLANNER, HomeNotes.writes(HomeNotes.note("a lamp"))).given(NURSE, sees(seen));
    }

    @Test
    void whetherItBeganSafelyIsSeenAtTheVisitThatWasMadeFirst() {
        run.after(Duration.ofHours(9))
                .given(INTAKE, HomeVisits.report("called-off", 1, Visit.State.CANCELLED, HomeVisits.at(1)))
                .given(INTAKE, HomeVisits.report("evening", 1, Visit.State.MADE, HomeVisits.at(8)))
                .given(INTAKE, HomeVisits.report("morning", 1, Visit.State.MADE, HomeVisits.at(2)));

        run.when(INTAKE, began("called-off")).thenRefused(Reason.STEP_NOT_OPEN);
        run.when(INTAKE, began("evening")).thenRefused(Reason.STEP_NOT_OPEN);
        run.when(INTAKE, began("morning")).thenApplied();
    }

    @Test
    @Requirement("TRN-15")
    void whereServiceBeginsAnewItIsTheFirstVisitOfThatTime() {
        Code second = Code.of("run-2");
        run.after(Duration.ofHours(9)).given(INTAKE, HomeVisits.report("first", 1, Visit.State.MADE, HomeVisits.at(8)));
        HomeEnd.validated(run).given(LEAD, new CloseRun(RUN)).after(Duration.ofHours(20));
        run.given(PLANNER, new OpenRun(second, Code.of("home-start"), 1))
                .given(
                        INTAKE,
                        HomeVisits.report("next", 1, Visit.State.MADE, run.now().minusSeconds(60)));

        run.when(INTAKE, new OnRisk(second, began("first").command())).thenRefused(Reason.STEP_NOT_OPEN);
        run.given(INTAKE, new OnRisk(second, began("next").command()));
    }

    private static OnRisk began(String visit) {
        return sees(Observation.builder()
                .subject(HomeRisks.START_CHECK)
                .source(Source.STAFF)
                .low(false)
                .times(1)
                .words(Sensitive.none())
                .visit(VisitId.of(visit))
                .build());
    }

    @Test
    void aSignIsTakenBackOnceByTheRoleThatGaveIt() {
        run.given(NURSE, sees(APPETITE, Source.NOTE)).given(LEAD, lace(9));

        assertThat(refusals(run, LEAD, errs(Sign.Kind.OBSERVATION, 1)))
                .containsExactly(Refusal.of(Reason.ROLE_NOT_PERMITTED, "observations/1", List.of(NURSE.role())));
        assertThat(refusals(run, NURSE, errs(Sign.Kind.SCORE, 1)))
                .containsExactly(Refusal.of(Reason.ROLE_NOT_PERMITTED, "scores/1", List.of(LEAD.role())));
        assertThat(refusals(run, NURSE, errs(Sign.Kind.OBSERVATION, 2)))
                .containsExactly(Refusal.of(Reason.OBSERVATION_UNKNOWN, "observations/2"));
        run.when(NURSE, errs(Sign.Kind.OBSERVATION, 1)).thenHappened(SignMarkedInError.class);
        run.when(NURSE, errs(Sign.Kind.OBSERVATION, 1)).thenRefused(Reason.OBSERVATION_UNKNOWN);
        run.when(LEAD, errs(Sign.Kind.SCORE, 1)).thenHappened(SignMarkedInError.class);
        run.when(LEAD, errs(Sign.Kind.SCORE, 1)).thenRefused(Reason.OBSERVATION_UNKNOWN);
        run.given(NURSE, HomeNotes.calls(ContactType.FAMILY_CALL, 5));
        run.when(NURSE, errs(Sign.Kind.CONTACT, 1)).thenRefused(Reason.OBSERVATION_UNKNOWN);
    }

    @Test
    void aPatternIsLookedAtByOneAnotherHearsOfItAndTheWarningOfTheGateIsRaised() {
        run.given(NURSE, sees(APPETITE, Source.NOTE));
        run.when(INTAKE, sees(TIRED, Source.STAFF)).thenHappened(PatternDetected.class, FlagRaised.class);

        Pattern found = run.record().risks().patterns().get(0);
        assertThat(found.detection().acuity()).isEqualTo(Acuity.MODERATE);
        assertThat(held(run, Keys.PATTERN_REVIEW)).extracting(Holder::role).containsExactly(LEAD.role());
        Obligation review = run.record()
                .chart()
                .obligations()
                .get(Keys.patternReview(RUN, 1))
                .orElseThrow();
        assertThat(review.due()).isEqualTo(run.now().plus(Duration.ofHours(6)));
        assertThat(review.owedTo()).isEqualTo(INTAKE);
        Obligation notice = run.record()
                .chart()
                .obligations()
                .get(Keys.notice(RUN, Code.of("pattern-1"), FUNDER.role()))
                .orElseThrow();
        assertThat(notice.holder().sameRole(LEAD)).isTrue();
        assertThat(notice.owedTo().sameRole(FUNDER)).isTrue();
        assertThat(notice.due()).isEqualTo(review.due());
        run.when(INTAKE, sees(TIRED, Source.STAFF)).thenApplied();
        assertThat(run.record().risks().patterns()).hasSize(1);
    }

    @Test
    void whoeverDecidesOnItApprovesInTheSameBreathWhatTheGateWaitsFor() {
        run.given(NURSE, HomeStart.says(RISKS), sees(APPETITE, Source.NOTE)).given(INTAKE, sees(TIRED, Source.STAFF));

        run.when(LEAD, decides(1, CHANGED, RISKS))
                .thenHappened(PatternDecided.class, ObligationDischarged.class, ApprovalGiven.class);
        assertThat(run.record().chart().evidence().approvals()).singleElement().satisfies(given -> {
            assertThat(given.kind()).isEqualTo(APPROVED);
            assertThat(given.covers()).containsExactly(new Covered(RISKS, 1), new Covered(FALLS, 1));
        });
        assertThat(held(run, Keys.PATTERN_REVIEW)).isEmpty();
    }

    @Test
    @Requirement("GAT-12")
    void theWarningOfAPatternIsNotClearedBeforeSomebodyHasDecidedWhatItMeans() {
        run.given(NURSE, sees(APPETITE, Source.FAMILY)).given(INTAKE, sees(TIRED, Source.STAFF));
        ClearFlag clears = new ClearFlag(HomeStart.FALLS, WHY);

        assertThat(refusals(run, LEAD, clears))
                .containsExactly(Refusal.of(Reason.STILL_OWED, "runs/run-1/pattern-review/1", List.of(LEAD.role())));
        run.when(LEAD, new Approve(APPROVED, List.of(new Covered(FALLS, 1)))).thenRefused(Reason.STILL_OWED);
        run.given(NURSE, HomeStart.says(RISKS)).given(LEAD, decides(1, CHANGED, RISKS), clears);
    }

    @Test
    void aPatternThatRaisesNoWarningIsDecidedAndApprovesNothing() {
        run.given(NURSE, HomeStart.says(RISKS), sees(SOCIAL, Source.NOTE));

        run.when(LEAD, decides(1, CHANGED, RISKS)).thenHappened(PatternDecided.class);
        assertThat(run.record().chart().evidence().approvals()).isEmpty();
        assertThat(run.record().chart().evidence().raised()).isEmpty();
    }

    @Test
    void aPatternThatProposesAReferralIsADraftUntilItIsDecided() {
        run.given(NURSE, HomeStart.says(RISKS), sees(SOCIAL, Source.NOTE), lace(10));

        assertThat(run.record().risks().hypotheses()).hasSize(2);
        assertThat(run.record().risks().drafts()).extracting(Pattern::number).containsExactly(2);
        run.given(LEAD, decides(2, CHANGED, RISKS));
        assertThat(run.record().risks().drafts()).isEmpty();
    }

    @Test
    void contactsMakeAPatternOnTheRunThatTheyServeOrOnTheFirstThatIsOpen() {
        Code second = Code.of("run-2");
        run.given(PLANNER, new OpenRun(second, Code.of("home-start"), 1));
        run.given(LEAD, ask(new StateAcuity(Acuity.HIGH, WHY)));
        run.given(NURSE, calls(Optional.empty()));
        assertThat(run.record().risks().patterns()).isEmpty();
        run.when(NURSE, calls(Optional.of(second))).thenHappened(PatternDetected.class);
        assertThat(run.record().risks().patterns()).extracting(Pattern::run).containsExactly(second);

        RecordFixture other = HomeStart.run().given(LEAD, ask(new StateAcuity(Acuity.HIGH, WHY)));
        other.given(NURSE, calls(Optional.empty())).when(NURSE, calls(Optional.empty()));
        assertThat(other.record().risks().patterns()).extracting(Pattern::run).containsExactly(RUN);
    }

    @Test
    void aRunThatOpensHearsTheWarningOfEveryPatternThatNobodyHasDecided() {
        run.given(NURSE, sees(APPETITE, Source.NOTE)).given(INTAKE, sees(TIRED, Source.STAFF));
        run.when(PLANNER, new OpenRun(Code.of("run-2"), Code.of("home-start"), 1))
                .thenHappened(FlagRaised.class);

        RecordFixture decided = HomeStart.run()
                .given(NURSE, HomeStart.says(RISKS), sees(APPETITE, Source.NOTE))
                .given(INTAKE, sees(TIRED, Source.STAFF))
                .given(LEAD, decides(1, CHANGED, RISKS))
                .given(PLANNER, new OpenRun(Code.of("run-2"), Code.of("home-start"), 1));
        assertThat(decided.record().ledger().entries().toList().stream().filter(e -> e.event() instanceof FlagRaised))
                .hasSize(1);
    }

    @Test
    void aNeedIsOwedByWhoeverIsNamedAndMetByThemAlone() {
        run.given(NURSE, ask(new NameUnmetNeed(Code.of("housing"), PLANNER, Sensitive.none())));
        Obligation need =
                run.record().chart().obligations().get(Keys.unmetNeed(RUN, 1)).orElseThrow();
        MeetNeed met = new MeetNeed(1, new Stated.Said(Sensitive.of("a room")));

        assertThat(need.holder()).isEqualTo(PLANNER);
        assertThat(need.owedTo()).isEqualTo(NURSE);
        assertThat(need.due()).isEqualTo(run.now().plus(Duration.ofHours(30)));
        run.when(NURSE, ask(met)).thenRefused(Reason.ROLE_NOT_PERMITTED);
        run.when(PLANNER, ask(met)).thenHappened(ObligationDischarged.class);
        run.when(PLANNER, ask(met)).thenRefused(Reason.NEED_UNKNOWN);
        run.given(NURSE, ask(new NameUnmetNeed(Code.of("meals"), PLANNER, Sensitive.none())));
        assertThat(run.record().risks().unmet()).extracting(n -> n.number()).containsExactly(2);
    }

    private static OnRisk usual(Code subject) {
        return ask(new EstablishBaseline(new Baseline(subject, Optional.empty(), Sensitive.none(), HomeStart.CHART)));
    }

    private static OnRisk errs(Sign.Kind kind, int number) {
        return ask(new MarkSignInError(new Sign.Ref(kind, number), WHY));
    }

    private static OnContact calls(Optional<Code> on) {
        Contact call = HomeNotes.contact(ContactType.FAMILY_CALL, 5);
        return HomeNotes.calls(new Contact(
                call.reason(),
                call.kind(),
                call.talk(),
                call.minutes(),
                call.support(),
                call.followUp(),
                call.change(),
                on));
    }
}
