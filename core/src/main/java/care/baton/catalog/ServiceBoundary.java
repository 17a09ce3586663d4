package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;
import static care.baton.catalog.Parts.notice;
import static care.baton.catalog.Referral.topic;
import static care.baton.catalog.Roles.on;

import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Label;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.Side;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who decides what between a provider and those around it: routine questions stay with the provider, and the
 * supervisor tells the case manager where authorization, safety, clinical change or repeated disruption is involved.
 */
public final class ServiceBoundary {

    /** The pathway's name. */
    public static final Code ID = Code.of("service-boundary");

    private static final FieldNeed ANSWER = said("boundary-decision", Roles.SUPERVISOR);

    private ServiceBoundary() {}

    /**
     * The definition, version 1.
     *
     * @return the pathway {@code service-boundary}
     */
    public static Pathway guide() {
        return Pathway.builder()
                .id(ID)
                .version(1)
                .title(new Label("Service boundary decision guide"))
                .owner(Roles.PROGRAM_MANAGER)
                .responsibilities(Parts.five(
                        Roles.SUPERVISOR,
                        Roles.SUPERVISOR,
                        Roles.PROGRAM_MANAGER,
                        Roles.SUPERVISOR,
                        Roles.CASE_MANAGER))
                .handoff(Defaults.handoff(Ladders.PROVIDER))
                .guide(decides())
                .review(new ReviewPoint(Roles.PROGRAM_MANAGER, Defaults.THIRTY_DAYS))
                .addRoles(
                        on(Side.PROVIDER, Roles.SUPERVISOR),
                        on(Side.PROVIDER, Roles.SCHEDULER),
                        on(Side.PROVIDER, Roles.PROGRAM_MANAGER),
                        on(Side.CLINICAL, Roles.NURSE_CONSULTANT),
                        on(Side.REFERRER, Roles.CASE_MANAGER),
                        on(Side.FUNDER, Roles.AUTHORIZATION_TEAM),
                        on(Side.FUNDER, Roles.ACCESS_LEAD))
                .addStages(question())
                .addLadders(Ladders.provider(Roles.CASE_MANAGER))
                .addClosure(ANSWER)
                .addAllFlags(Parts.flags(decides()))
                .addAllNotices(Stream.of("authorization", "safety", "clinical-change", "outcome-disruption")
                        .map(told -> notice(told, Roles.SUPERVISOR, Defaults.NEXT_BUSINESS_DAY, Roles.CASE_MANAGER))
                        .toList())
                .build();
    }

    private static DecisionGuide decides() {
        return new DecisionGuide(List.of(
                topic("transportation-readiness", Roles.SCHEDULER, "transport-not-confirmed", Side.PROVIDER),
                topic("staff-assignment", Roles.SCHEDULER, "no-staff-available", Side.PROVIDER),
                topic("family-update-timing", Roles.SUPERVISOR, "family-not-reached", Side.PROVIDER),
                topic("follow-up-after-missed-activities", Roles.SUPERVISOR, "activities-missed-again", Side.PROVIDER),
                topic("support-intensity", Roles.CASE_MANAGER, "intensity-disputed", Side.REFERRER),
                topic("authorization", Roles.AUTHORIZATION_TEAM, "hours-not-enough", Side.FUNDER),
                topic("safety", Roles.SUPERVISOR, "immediate-risk", Side.PROVIDER),
                topic("clinical-change", Roles.NURSE_CONSULTANT, "health-declining", Side.CLINICAL),
                topic("outcome-disruption", Roles.PROGRAM_MANAGER, "repeated-disruption", Side.PROVIDER)));
    }

    private static Stage question() {
        return Parts.stage(
                "question",
                Roles.SUPERVISOR,
                Stage.SBAR,
                "question-log",
                Defaults.NEXT_BUSINESS_DAY,
                Ladders.PROVIDER,
                List.of(
                        before(
                                Step.OPEN,
                                said("boundary-question", Roles.SUPERVISOR),
                                Roles.SUPERVISOR,
                                Defaults.SAME_DAY),
                        before(Step.CLOSE, ANSWER, Roles.SUPERVISOR, Defaults.NEXT_BUSINESS_DAY),
                        personImpact(Roles.SUPERVISOR)),
                List.of(),
                List.of());
    }
}
