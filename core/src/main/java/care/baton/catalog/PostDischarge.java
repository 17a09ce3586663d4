package care.baton.catalog;

import static care.baton.catalog.Referral.topic;
import static care.baton.catalog.Roles.on;

import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Label;
import care.baton.pathway.Notice;
import care.baton.pathway.Pathway;
import care.baton.pathway.Responsibilities;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.RoleDescription;
import care.baton.pathway.Side;
import care.baton.pathway.Topic;
import java.util.List;
import java.util.stream.Stream;

/**
 * Coordination after a discharge: what the hospital changed is known the same day, the threads of work
 * run side by side, and it closes only with evidence that the person is stable.
 */
public final class PostDischarge {

    /** The pathway's name. */
    public static final Code ID = Code.of("post-discharge-coordination");

    private PostDischarge() {}

    /**
     * The definition, version 1.
     *
     * @return the pathway {@code post-discharge-coordination}
     */
    public static Pathway coordination() {
        return Pathway.builder()
                .id(ID)
                .version(1)
                .title(new Label("Post-discharge coordination"))
                .owner(Roles.PROGRAM_MANAGER)
                .responsibilities(Responsibilities.builder()
                        .records(Roles.SUPERVISOR)
                        .decides(Roles.SUPERVISOR)
                        .escalates(Roles.PROGRAM_MANAGER)
                        .closes(Roles.SUPERVISOR)
                        .validates(Roles.CASE_MANAGER)
                        .apart(true)
                        .build())
                .handoff(Defaults.handoff(Ladders.PROVIDER))
                .guide(guide())
                .review(new ReviewPoint(Roles.PROGRAM_MANAGER, Defaults.WEEK))
                .addAllRoles(roles())
                .addAllStages(PostDischargeStages.all())
                .addLadders(
                        Ladders.provider(Roles.CASE_MANAGER),
                        Ladders.medication(),
                        Ladders.funder(Roles.PROGRAM_MANAGER))
                .addClosure(
                        Needs.said("closure-evidence", Roles.SUPERVISOR),
                        Needs.said("stabilization-outcome", Roles.SUPERVISOR))
                .addAllFlags(flags())
                .addNotices(new Notice(
                        Code.of("authorization"),
                        Roles.AUTHORIZATION_TEAM,
                        List.of(Roles.CASE_MANAGER, Roles.SUPERVISOR, Roles.PERSON),
                        Defaults.NEXT_BUSINESS_DAY))
                .build();
    }

    private static List<RoleDescription> roles() {
        return List.of(
                on(Side.PROVIDER, Roles.SUPERVISOR, "review-risk", "update-family", "plan-stabilization"),
                on(Side.PROVIDER, Roles.SCHEDULER, "confirm-staff-availability"),
                on(Side.PROVIDER, Roles.PROGRAM_MANAGER),
                on(Side.CLINICAL, Roles.NURSE_CONSULTANT, "clarify-health-instructions"),
                on(Side.REFERRER, Roles.CASE_MANAGER, "confirm-authorized-hours"),
                on(Side.FUNDER, Roles.AUTHORIZATION_TEAM),
                on(Side.FUNDER, Roles.ACCESS_LEAD),
                on(Side.PERSON, Roles.PERSON));
    }

    private static DecisionGuide guide() {
        return new DecisionGuide(List.of(
                topic("authorization", Roles.AUTHORIZATION_TEAM, "hours-not-enough", Side.FUNDER),
                topic("service-risk", Roles.SUPERVISOR, "immediate-risk", Side.PROVIDER),
                topic("staffing", Roles.SCHEDULER, "no-staff-available", Side.PROVIDER),
                topic("clinical-guidance", Roles.NURSE_CONSULTANT, "health-declining", Side.CLINICAL),
                topic("authorized-hours", Roles.CASE_MANAGER, "hours-disputed", Side.REFERRER),
                topic("access", Roles.ACCESS_LEAD, "urgent-undecided", Side.FUNDER),
                topic("service-recovery", Roles.PROGRAM_MANAGER, "repeated-disruption", Side.PROVIDER),
                topic("self-care", Roles.PERSON, "self-care-failing", Side.PERSON)));
    }

    private static List<Code> flags() {
        return Stream.concat(
                        Needs.APPROVAL_FLAGS.stream(), guide().topics().stream().map(Topic::escalatesWhen))
                .toList();
    }
}
