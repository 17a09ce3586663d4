package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;

import care.baton.handoff.Content;
import care.baton.outcome.Refusal;
import care.baton.record.RecordCommand.LeaveStage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who is who after a discharge, and the tables that the requirements give for it. */
abstract class PostDischargeCast extends Shipped {

    static final String DAILY = "then 03-03 09:00 and 03-09 09:00";
    static final String PROVIDER = "+0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00 " + DAILY;
    static final String FUNDER = "+0h access-lead 03-03 17:00 +24h program-manager 03-03 17:00 " + DAILY;
    static final String MEDICATION = "+0h supervisor 03-03 17:00 +4h program-manager 03-03 17:00 " + DAILY;

    static final String OPENING = """
            discharge-source      | supervisor                  | recorded | said
            participant-acuity    | supervisor                  | recorded | said
            """;
    static final String FOUND = OPENING + """
            medication-change     | supervisor nurse-consultant | recorded | none
            mobility-concern      | supervisor                  | recorded | none
            case-manager-contact  | supervisor case-manager     | recorded | said
            action-owner          | supervisor                  | recorded | said
            deadline              | supervisor                  | recorded | said
            """;
    static final String THREADS = """
            staffing-readiness    | scheduler                   | recorded | said
            clinical-advice       | nurse-consultant            | recorded | said
            """;
    static final String IMPACT = "person-impact | supervisor | recorded | said\n";
    static final String STABLE = """
            stabilization-outcome | supervisor                  | recorded | said
            closure-evidence      | supervisor                  | recorded | said
            """;

    PostDischargeCast() {
        super(PostDischarge.coordination());
    }

    @Override
    Scene offerable() {
        return DischargeRoad.found(pathway);
    }

    @Override
    String sender() {
        return "supervisor";
    }

    @Override
    String receiver() {
        return "case-manager";
    }

    @Override
    Content form() {
        return DischargeRoad.IPASS;
    }

    @Override
    String route() {
        return PROVIDER;
    }

    @Override
    String escalates() {
        return "program-manager";
    }

    @Override
    String guidance() {
        return "clinical-advice";
    }

    @Override
    List<String> toldOfAuthorization() {
        return List.of("case-manager", "supervisor", "person");
    }

    @Override
    List<String> suppliedByReceiver() {
        return List.of("case-manager-contact", "authorized-hours");
    }

    @Override
    Map<String, Scene> stages() {
        return new TreeMap<>(Map.of(
                "discharge", DischargeRoad.found(pathway),
                "coordination", DischargeRoad.planned(pathway),
                "stabilization", DischargeRoad.stable(pathway)));
    }

    @Override
    Map<String, Scene> everywhere() {
        return stages();
    }

    @Override
    List<Refusal> tries(Scene scene, String stage) {
        return scene.refusals("supervisor", ReferralTest.decision("proceed", "yes"));
    }

    @Override
    Map<String, Scene> unattended() {
        return Map.of(
                "discharge", DischargeRoad.known(pathway).system("supervisor", DischargeRoad.OPEN),
                "coordination", DischargeRoad.found(pathway).system("supervisor", new LeaveStage(RUN)),
                "stabilization", DischargeRoad.planned(pathway).system("supervisor", new LeaveStage(RUN)));
    }

    @Override
    Map<String, List<String>> places() {
        return Map.of(
                "discharge", List.of("discharge", "i-pass", "discharge-summary", "access-lead"),
                "coordination", List.of("coordination", "i-pass", "provider-record", "access-lead"),
                "stabilization", List.of("stabilization", "i-pass", "service-record", "access-lead"));
    }

    @Override
    List<String> everything() {
        return Asked.table(FOUND + THREADS + STABLE + IMPACT).stream()
                .map(Asked::field)
                .toList();
    }

    @Override
    Map<String, List<String>> steps() {
        String offer = "discharge-source participant-acuity";
        String accept = "discharge-source participant-acuity supervisor-approval";
        String found = "action-owner case-manager-contact deadline discharge-source medication-change"
                + " mobility-concern participant-acuity supervisor-approval";
        return Map.of(
                "discharge", List.of(offer, accept, found),
                "coordination", List.of(offer, accept, "clinical-advice staffing-readiness supervisor-approval"),
                "stabilization", List.of(offer, accept, "supervisor-approval"));
    }

    @Override
    Map<String, List<String>> guide() {
        return Map.of(
                "authorization", List.of("authorization-team", "hours-not-enough"),
                "service-risk", List.of("supervisor", "immediate-risk"),
                "staffing", List.of("scheduler", "no-staff-available"),
                "clinical-guidance", List.of("nurse-consultant", "health-declining"),
                "authorized-hours", List.of("case-manager", "hours-disputed"),
                "access", List.of("access-lead", "urgent-undecided"),
                "service-recovery", List.of("program-manager", "repeated-disruption"),
                "self-care", List.of("person", "self-care-failing"));
    }
}
