package care.baton.catalog;

import static care.baton.catalog.Parts.filed;
import static care.baton.catalog.Roles.on;

import care.baton.outcome.Code;
import care.baton.pathway.Attachment;
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
 * A referral handed from a case manager to a provider: a complete profile, one of four answers, several
 * decisions at once, a start that waits for its evidence, and a result that goes back to the referrer.
 */
public final class Referral {

    /** The pathway's name. */
    public static final Code ID = Code.of("referral-handoff");

    private Referral() {}

    /**
     * The definition, version 1.
     *
     * @return the pathway {@code referral-handoff}
     */
    public static Pathway handoff() {
        return Pathway.builder()
                .id(ID)
                .version(1)
                .title(new Label("Referral handoff"))
                .owner(Roles.CASE_MANAGEMENT_LEAD)
                .responsibilities(Responsibilities.builder()
                        .records(Roles.CASE_MANAGER)
                        .decides(Roles.INTAKE_MANAGER)
                        .escalates(Roles.SUPERVISOR)
                        .closes(Roles.CASE_MANAGEMENT_LEAD)
                        .validates(Roles.CASE_MANAGER)
                        .apart(true)
                        .build())
                .handoff(Defaults.attaching(
                        Ladders.REFERRER,
                        new Attachment(
                                Code.of("specialist-consultation"),
                                Needs.codes("laboratory-results", "imaging-results"))))
                .guide(guide())
                .review(new ReviewPoint(Roles.ACCESS_LEAD, Defaults.THIRTY_DAYS))
                .addAllRoles(roles())
                .addAllStages(ReferralStages.all())
                .addLadders(
                        Ladders.referrer(),
                        Ladders.provider(Roles.CASE_MANAGEMENT_LEAD),
                        Ladders.staffing(),
                        Ladders.funder(Roles.CASE_MANAGEMENT_LEAD))
                .addClosure(
                        Needs.said("referral-result", Roles.INTAKE_MANAGER),
                        Needs.confirmed("outcome", Roles.CASE_MANAGER))
                .addAllFlags(flags())
                .addNotices(new Notice(
                        Code.of("authorization"),
                        Roles.AUTHORIZATION_TEAM,
                        List.of(Roles.CASE_MANAGER, Roles.INTAKE_MANAGER, Roles.PERSON),
                        Defaults.NEXT_BUSINESS_DAY))
                .addEvidence(
                        filed("referral-profiles", Roles.CASE_MANAGER),
                        filed("provider-response-logs", Roles.INTAKE_MANAGER),
                        filed("clarification-requests", Roles.INTAKE_MANAGER),
                        filed("case-manager-replies", Roles.CASE_MANAGER),
                        filed("authorization-records", Roles.AUTHORIZATION_TEAM),
                        filed("start-date-outcomes", Roles.INTAKE_MANAGER))
                .build();
    }

    private static List<RoleDescription> roles() {
        return List.of(
                on(Side.REFERRER, Roles.CASE_MANAGER),
                on(Side.REFERRER, Roles.CASE_MANAGEMENT_LEAD),
                on(Side.PROVIDER, Roles.INTAKE_MANAGER),
                on(Side.PROVIDER, Roles.SUPERVISOR, "review-service-risk", "follow-up-visit"),
                on(Side.PROVIDER, Roles.SCHEDULER, "test-staffing"),
                on(Side.PROVIDER, Roles.PROGRAM_MANAGER),
                on(Side.CLINICAL, Roles.NURSE_CONSULTANT, "record-clinical-guidance"),
                on(Side.FUNDER, Roles.AUTHORIZATION_TEAM, "decide-authorization"),
                on(Side.FUNDER, Roles.ACCESS_LEAD),
                on(Side.PERSON, Roles.PERSON));
    }

    private static DecisionGuide guide() {
        return new DecisionGuide(List.of(
                topic("authorization", Roles.AUTHORIZATION_TEAM, "hours-not-enough", Side.FUNDER),
                topic("service-risk", Roles.SUPERVISOR, "immediate-risk", Side.PROVIDER),
                topic("staffing", Roles.SCHEDULER, "no-staff-available", Side.PROVIDER),
                topic("clinical-guidance", Roles.NURSE_CONSULTANT, "health-declining", Side.CLINICAL),
                topic("acceptance", Roles.INTAKE_MANAGER, "no-capacity", Side.PROVIDER),
                topic("referral-content", Roles.CASE_MANAGER, "information-missing", Side.REFERRER),
                topic("referral-outcome", Roles.CASE_MANAGEMENT_LEAD, "outcome-at-risk", Side.REFERRER),
                topic("access", Roles.ACCESS_LEAD, "urgent-undecided", Side.FUNDER),
                topic("service-recovery", Roles.PROGRAM_MANAGER, "repeated-disruption", Side.PROVIDER),
                topic("choice-of-provider", Roles.PERSON, "choice-disputed", Side.PERSON)));
    }

    private static List<Code> flags() {
        return Stream.concat(
                        Needs.APPROVAL_FLAGS.stream(), guide().topics().stream().map(Topic::escalatesWhen))
                .toList();
    }

    static Topic topic(String topic, Code owner, String escalatesWhen, Side side) {
        return new Topic(Code.of(topic), owner, Code.of(escalatesWhen), side);
    }
}
