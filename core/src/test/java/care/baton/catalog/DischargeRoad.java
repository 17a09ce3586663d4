package care.baton.catalog;

import care.baton.handoff.Content;
import care.baton.handoff.Ipass;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.ValidateOutcome;
import java.util.List;

/** The coordination after a discharge on its way, stopped where a test wants to look. */
final class DischargeRoad {

    static final Content IPASS = new Ipass(
            ReferralRoad.words("i"),
            ReferralRoad.words("p"),
            List.of(ReferralRoad.words("a")),
            ReferralRoad.words("s"));

    static final OpenRun OPEN = new OpenRun(Scene.RUN, PostDischarge.ID, 1);

    private DischargeRoad() {}

    static Scene known(Pathway pathway) {
        return Scene.of(pathway).says("supervisor", "discharge-source").says("supervisor", "participant-acuity");
    }

    static Scene opened(Pathway pathway) {
        return known(pathway).does("supervisor", OPEN);
    }

    /** The discharge action record is complete. */
    static Scene found(Pathway pathway) {
        return opened(pathway)
                .says("supervisor", "medication-change")
                .says("supervisor", "mobility-concern")
                .says("supervisor", "case-manager-contact")
                .knows("supervisor", "action-owner")
                .knows("supervisor", "deadline")
                .says("supervisor", "person-impact");
    }

    static Scene inCoordination(Pathway pathway) {
        return found(pathway).does("supervisor", new LeaveStage(Scene.RUN));
    }

    /** The five threads are done. */
    static Scene threaded(Pathway pathway) {
        return inCoordination(pathway)
                .says("scheduler", "staffing-readiness")
                .fulfils("scheduler", "confirm-staff-availability", "duty")
                .says("nurse-consultant", "clinical-advice")
                .fulfils("nurse-consultant", "clarify-health-instructions", "duty")
                .says("supervisor", "risk-review")
                .fulfils("supervisor", "review-risk", "duty")
                .says("case-manager", "authorized-hours")
                .fulfils("case-manager", "confirm-authorized-hours", "duty")
                .says("supervisor", "family-update")
                .fulfils("supervisor", "update-family", "duty");
    }

    static Scene planned(Pathway pathway) {
        return threaded(pathway)
                .says("supervisor", "stabilization-goal")
                .fulfils("supervisor", "plan-stabilization", "duty");
    }

    static Scene inStabilization(Pathway pathway) {
        return planned(pathway).does("supervisor", new LeaveStage(Scene.RUN));
    }

    static Scene stable(Pathway pathway) {
        return inStabilization(pathway)
                .says("supervisor", "stabilization-outcome")
                .says("supervisor", "closure-evidence");
    }

    static Scene validated(Pathway pathway) {
        return stable(pathway)
                .does("supervisor", new LeaveStage(Scene.RUN))
                .does("case-manager", new ValidateOutcome(Scene.RUN));
    }
}
