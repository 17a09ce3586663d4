package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.in;

import care.baton.handoff.Answer;
import care.baton.handoff.Content;
import care.baton.outcome.Refusal;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRun;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who is who in a referral, and the tables that the requirements give for it. */
abstract class ReferralCast extends Shipped {

    /** What a lateness is heard by: offset, role, by when it acts, then the reminders. */
    static final String DAILY = "then 03-03 09:00 and 03-09 09:00";

    static final String REFERRER = "+0h case-management-lead 03-03 17:00 +48h access-lead 03-03 17:00 " + DAILY;
    static final String PROVIDER = "+0h program-manager 03-03 17:00 +24h case-management-lead 03-03 17:00 " + DAILY;
    static final String STAFFING = "+0h supervisor 03-03 17:00 +24h program-manager 03-03 17:00 " + DAILY;
    static final String FUNDER = "+0h access-lead 03-03 17:00 +24h case-management-lead 03-03 17:00 " + DAILY;

    ReferralCast() {
        super(Referral.handoff());
    }

    @Override
    Scene offerable() {
        return ReferralRoad.profiled(pathway);
    }

    @Override
    String sender() {
        return "case-manager";
    }

    @Override
    String receiver() {
        return "intake-manager";
    }

    @Override
    Content form() {
        return ReferralRoad.SBAR;
    }

    @Override
    String route() {
        return REFERRER;
    }

    @Override
    String escalates() {
        return "supervisor";
    }

    @Override
    String guidance() {
        return "clinical-guidance";
    }

    @Override
    List<String> toldOfAuthorization() {
        return List.of("case-manager", "intake-manager", "person");
    }

    @Override
    List<String> suppliedByReceiver() {
        return List.of(
                "support-summary",
                "person-impact",
                "assigned-follow-up-owner",
                "provider-response-category",
                "referral-result");
    }

    @Override
    Map<String, Scene> stages() {
        return new TreeMap<>(Map.of(
                "referral", ReferralRoad.offered(pathway),
                "preparation", ReferralRoad.prepared(pathway),
                "start", ReferralRoad.ready(pathway)));
    }

    @Override
    Map<String, List<String>> places() {
        return Map.of(
                "referral", List.of("referral", "sbar", "referral-record", "access-lead"),
                "preparation", List.of("preparation", "sbar", "provider-record", "access-lead"),
                "start", List.of("start", "sbar", "service-record", "access-lead"),
                "outcome", List.of("outcome", "sbar", "outcome-report", "access-lead"));
    }

    @Override
    List<Refusal> tries(Scene scene, String stage) {
        return stage.equals("start")
                ? scene.refusals("intake-manager", ReferralNeeds.decision("proceed", "yes"))
                : scene.refusals(stage.equals("referral") ? "case-manager" : "intake-manager", new LeaveStage(RUN));
    }

    @Override
    Map<String, Scene> unattended() {
        return Map.of(
                "referral", Scene.of(pathway).system("case-manager", new OpenRun(RUN, Referral.ID, 1)),
                "preparation",
                        ReferralRoad.submitted(pathway)
                                .system("intake-manager", in(ReferralRoad.answer(new Answer.Accept()))),
                "start", ReferralRoad.prepared(pathway).system("intake-manager", new LeaveStage(RUN)),
                "outcome", ReferralRoad.started(pathway).system("intake-manager", new LeaveStage(RUN)));
    }

    @Override
    Map<String, Scene> everywhere() {
        Map<String, Scene> all = new TreeMap<>(stages());
        all.put("outcome", ReferralRoad.inOutcome(pathway));
        return all;
    }

    @Override
    List<String> everything() {
        return Asked.table(
                        PROFILE + START + "referral-result | - | recorded | said\nperson-impact | - | recorded | said")
                .stream()
                .map(Asked::field)
                .toList();
    }

    @Override
    Map<String, List<String>> steps() {
        String offer = "communication-preferences medication-needs risk-considerations support-routines"
                + " urgent-start-requirements";
        String accept = "communication-preferences medication-needs risk-considerations supervisor-approval"
                + " support-routines urgent-start-requirements";
        String start = "assigned-follow-up-owner authorization-status provider-response-category referral-profile"
                + " risk-information staffing-plan supervisor-approval support-summary";
        return Map.of(
                "referral", List.of(offer, accept, accept),
                "preparation", List.of(offer, accept, "supervisor-approval"),
                "start", List.of(offer, accept, start),
                "outcome", List.of(offer, accept, ""));
    }

    @Override
    Map<String, List<String>> guide() {
        return Map.of(
                "authorization", List.of("authorization-team", "hours-not-enough"),
                "service-risk", List.of("supervisor", "immediate-risk"),
                "staffing", List.of("scheduler", "no-staff-available"),
                "clinical-guidance", List.of("nurse-consultant", "health-declining"),
                "acceptance", List.of("intake-manager", "no-capacity"),
                "referral-content", List.of("case-manager", "information-missing"),
                "referral-outcome", List.of("case-management-lead", "outcome-at-risk"),
                "access", List.of("access-lead", "urgent-undecided"),
                "service-recovery", List.of("program-manager", "repeated-disruption"),
                "choice-of-provider", List.of("person", "choice-disputed"));
    }

    static final String PROFILE = """
            support-routines                | case-manager                | recorded  | none
            risk-considerations             | case-manager                | recorded  | none
            medication-needs                | case-manager                | recorded  | none
            communication-preferences       | case-manager                | recorded  | none
            urgent-start-requirements       | case-manager                | recorded  | none
            """;

    static final String START = """
            referral-profile                | case-manager                | recorded  | said
            authorization-status            | authorization-team          | confirmed | said
            support-summary                 | intake-manager case-manager | recorded  | said
            risk-information                | supervisor                  | recorded  | said
            staffing-plan                   | scheduler                   | recorded  | said
            assigned-follow-up-owner        | intake-manager              | recorded  | said
            provider-response-category      | intake-manager case-manager | recorded  | said
            """;
}
