package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.confirmed;
import static care.baton.catalog.Needs.done;
import static care.baton.catalog.Needs.orNone;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;
import static care.baton.catalog.Parts.filed;
import static care.baton.catalog.Parts.work;
import static care.baton.catalog.Referral.topic;
import static care.baton.catalog.Roles.on;

import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Field;
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
 * The funding of a complex pathway, looked at with what its coordination has taken: the effort is gathered under seven
 * headings, the funder concludes, and the commissioner decides what follows.
 */
public final class FundingReview {

    /** The pathway's name. */
    public static final Code ID = Code.of("complex-pathway-funding-review");

    /** Where the effort of a complex pathway goes. */
    private static final List<String> EFFORT = List.of(
            "meeting-time",
            "transition-planning-activity",
            "case-manager-communication",
            "supervisor-preparation",
            "staff-briefing",
            "family-contact",
            "post-start-follow-up");

    private static final FieldNeed CONCLUSION = confirmed("funding-conclusion", Roles.AUTHORIZATION_TEAM);
    private static final FieldNeed DECISION = confirmed("review-decision", Roles.OPERATIONS_LEAD);

    private FundingReview() {}

    /**
     * The definition, version 1.
     *
     * @return the pathway {@code complex-pathway-funding-review}
     */
    public static Pathway complexPathway() {
        return Pathway.builder()
                .id(ID)
                .version(1)
                .title(new Label("Complex-pathway funding review"))
                .owner(Roles.PROGRAM_MANAGER)
                .responsibilities(Parts.five(
                        Roles.PROGRAM_MANAGER,
                        Roles.PROGRAM_MANAGER,
                        Roles.PROGRAM_MANAGER,
                        Roles.OPERATIONS_LEAD,
                        Roles.CASE_MANAGER))
                .handoff(Defaults.handoff(Ladders.FUNDER))
                .guide(guide())
                .review(new ReviewPoint(Roles.ACCESS_LEAD, Defaults.THIRTY_DAYS))
                .addRoles(
                        on(Side.PROVIDER, Roles.PROGRAM_MANAGER),
                        on(Side.REFERRER, Roles.CASE_MANAGER),
                        on(Side.FUNDER, Roles.AUTHORIZATION_TEAM, "conclude-funding"),
                        on(Side.FUNDER, Roles.OPERATIONS_LEAD, "decide-review"),
                        on(Side.FUNDER, Roles.ACCESS_LEAD))
                .addStages(effort(), conclusion())
                .addLadders(Ladders.provider(Roles.CASE_MANAGER), Ladders.funder(Roles.PROGRAM_MANAGER))
                .addClosure(CONCLUSION, DECISION)
                .addAllFlags(Parts.flags(guide()))
                .addEvidence(
                        filed("quality-committee-minutes", Roles.PROGRAM_MANAGER),
                        filed("meeting-logs", Roles.PROGRAM_MANAGER, Roles.CASE_MANAGER),
                        filed("transition-plans", Roles.PROGRAM_MANAGER, Roles.CASE_MANAGER),
                        filed("staff-preparation-records", Roles.PROGRAM_MANAGER),
                        filed("communication-notes", Roles.PROGRAM_MANAGER, Roles.CASE_MANAGER),
                        filed("rate-assumptions", Roles.AUTHORIZATION_TEAM),
                        filed("start-outcomes", Roles.PROGRAM_MANAGER),
                        filed("incident-trends-after-service-begins", Roles.PROGRAM_MANAGER))
                .build();
    }

    private static DecisionGuide guide() {
        return new DecisionGuide(List.of(
                topic("effort", Roles.PROGRAM_MANAGER, "effort-unrecorded", Side.PROVIDER),
                topic("support-plan", Roles.CASE_MANAGER, "plan-disputed", Side.REFERRER),
                topic("authorization", Roles.AUTHORIZATION_TEAM, "hours-not-enough", Side.FUNDER),
                topic("commissioning", Roles.OPERATIONS_LEAD, "service-not-commissioned", Side.FUNDER)));
    }

    /** Every heading is answered, if only with "none". */
    private static Stage effort() {
        Stream<Field> headings = EFFORT.stream()
                .map(heading -> before(
                        Step.OFFER,
                        orNone(heading, Roles.PROGRAM_MANAGER),
                        Roles.PROGRAM_MANAGER,
                        Defaults.FIVE_BUSINESS_DAYS));
        Field pathway = before(
                Step.OPEN,
                said("pathway-under-review", Roles.PROGRAM_MANAGER),
                Roles.PROGRAM_MANAGER,
                Defaults.TWO_BUSINESS_DAYS);
        return Parts.stage(
                "effort",
                Roles.PROGRAM_MANAGER,
                Stage.SBAR,
                "time-record",
                Defaults.FIVE_BUSINESS_DAYS,
                Ladders.PROVIDER,
                Stream.concat(Stream.of(pathway, personImpact(Roles.PROGRAM_MANAGER)), headings)
                        .toList(),
                List.of(),
                List.of());
    }

    /** The funder has taken the review on. */
    private static Stage conclusion() {
        return Parts.stage(
                "conclusion",
                Roles.OPERATIONS_LEAD,
                Stage.SBAR,
                "funding-record",
                Defaults.THIRTY_DAYS,
                Ladders.FUNDER,
                List.of(personImpact(Roles.OPERATIONS_LEAD)),
                List.of(),
                List.of(
                        work(
                                "conclude-funding",
                                Roles.AUTHORIZATION_TEAM,
                                Defaults.FIVE_BUSINESS_DAYS,
                                Ladders.FUNDER,
                                CONCLUSION),
                        work(
                                "decide-review",
                                Roles.OPERATIONS_LEAD,
                                Defaults.THIRTY_DAYS,
                                Ladders.FUNDER,
                                DECISION,
                                done("conclude-funding", Roles.AUTHORIZATION_TEAM))));
    }
}
