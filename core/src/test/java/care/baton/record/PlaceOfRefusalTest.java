package care.baton.record;

import static care.baton.record.HomeStart.APPROVED;
import static care.baton.record.HomeStart.FALLS;
import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.evidence.Salt;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.outcome.Sentences;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.record.RecordCommand.AcceptAssignment;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.time.Stamp;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A refusal names what is wrong, not something beside it: a slip of the pen is not told as a lack of permission. */
class PlaceOfRefusalTest {

    private final RecordFixture run = HomeStart.run();

    @Test
    void ofAPathwayThatIsThereTheVersionsThatAreThereAreNamed() {
        Code home = Code.of("home-start");
        Code second = Code.of("run-2");

        assertThat(refused(run, PLANNER, new OpenRun(second, home, 7)))
                .isEqualTo(Refusal.of(Reason.DEFINITION_UNKNOWN, "runs/run-2/version")
                        .instead(codes("version-1", "version-2")));
        assertThat(refused(run, PLANNER, new OpenRun(second, Code.of("home-star"), 1)))
                .isEqualTo(Refusal.of(Reason.DEFINITION_UNKNOWN, "runs/run-2/pathway")
                        .instead(codes("home-start")));
    }

    @Test
    void anApprovalOfNoSuchKindIsNotARoleThatMayNot() {
        run.given(NURSE, new RaiseFlag(FALLS));

        assertThat(refused(run, LEAD, approves("risk-aproval", FALLS, 1)))
                .isEqualTo(Refusal.of(Reason.NAME_UNKNOWN, "approvals/risk-aproval")
                        .instead(List.of(APPROVED)));
        assertThat(refused(run, NURSE, approves("risk-approval", FALLS, 1)))
                .isEqualTo(Refusal.of(Reason.ROLE_NOT_PERMITTED, "approvals/risk-approval", List.of(LEAD.role())));
    }

    @Test
    void whatAnApprovalLookedAtHasChangedOrDoesNotStandOrHasNoSuchName() {
        run.given(NURSE, new RaiseFlag(FALLS));
        String approval = "approvals/risk-approval/";

        assertThat(refused(run, LEAD, approves("risk-approval", FALLS, 2)))
                .isEqualTo(Refusal.of(Reason.CONTENT_CHANGED, approval + FALLS));
        assertThat(refused(run, LEAD, approves("risk-approval", Code.of("worse"), 1)))
                .isEqualTo(Refusal.of(Reason.FLAG_NOT_RAISED, approval + "worse"));
        assertThat(refused(run, LEAD, approves("risk-approval", RISKS, 1)))
                .isEqualTo(Refusal.of(Reason.FACT_UNKNOWN, approval + RISKS));
        Refusal slip = refused(run, LEAD, approves("risk-approval", Code.of("falls-risk"), 1));
        assertThat(slip.code()).isEqualTo(Reason.NAME_UNKNOWN);
        assertThat(slip.path()).isEqualTo(approval + "falls-risk");
        assertThat(slip.names()).startsWith(FALLS);
        run.given(NURSE, says(RISKS))
                .when(LEAD, approves("risk-approval", RISKS, 1))
                .thenApplied();
    }

    @Test
    void anItemThatNobodyMayWaiveIsToldWithThoseThatMayBeAndASlipWithTheNearest() {
        assertThat(refused(run, LEAD, waives(RISKS)))
                .isEqualTo(Refusal.of(Reason.NOT_WAIVABLE, "waivers/risks").instead(List.of(ROUTINES)));
        Refusal slip = refused(run, LEAD, waives(Code.of("routine")));
        assertThat(slip.code()).isEqualTo(Reason.NAME_UNKNOWN);
        assertThat(slip.path()).isEqualTo("waivers/routine");
        assertThat(slip.names()).startsWith(ROUTINES).hasSize(5);
        assertThat(Sentences.english().of(refused(run, LEAD, waives(RISKS)))).endsWith("risks; it could be routines.");
    }

    @Test
    void whatWasNeverOwedIsToldByItsKindAndWhatItIsAbout() {
        assertThat(refused(run, FUNDER, new Fulfil(Keys.of(RUN, HOURS, Code.of("dutty")))))
                .isEqualTo(Refusal.of(Reason.NOT_OPEN, "obligations/confirm-hours/dutty"));
        assertThat(refused(run, FUNDER, new AcceptAssignment(Keys.notice(RUN, HOURS, LEAD.role()))))
                .isEqualTo(Refusal.of(Reason.NOT_OPEN, "obligations/notify/confirm-hours:lead"));
        assertThat(refused(run, FUNDER, new Fulfil(Key.of("run:run-1", HOURS, "Mr. Example"))))
                .isEqualTo(Refusal.of(Reason.NOT_OPEN, "obligations/confirm-hours"));
    }

    @Test
    void whoeverTakesNoPartIsNotSentToTheirOwnRole() {
        Holder stranger = Holder.of(OrganizationId.of("elsewhere"), Code.of("nurse"));

        assertThat(refused(run, stranger, new RaiseFlag(FALLS))).isEqualTo(Refusal.of(Reason.NOT_A_MEMBER, "act/by"));
    }

    private static Approve approves(String kind, Code what, int version) {
        return new Approve(Code.of(kind), List.of(new Covered(what, version)));
    }

    private static GrantWaiver waives(Code item) {
        return new GrantWaiver(RUN, item, Code.of("chart-down"), START.plusSeconds(3600));
    }

    private static List<Code> codes(String... words) {
        return Stream.of(words).map(Code::of).toList();
    }

    private static Refusal refused(RecordFixture run, Holder by, RecordCommand command) {
        Act act = Act.of(CommandId.of("would"), by, Stamp.at(run.now()));
        List<Refusal> refusals = run.record()
                .would(command, act, Salt.of(new byte[16]), run.rules())
                .refusals();
        assertThat(refusals).hasSize(1);
        return refusals.get(0);
    }
}
