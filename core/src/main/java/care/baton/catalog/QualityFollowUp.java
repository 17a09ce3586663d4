package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;
import static care.baton.catalog.Parts.work;
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

/**
 * The follow-up of something that a quality review has found: its cause, what is improved, and whether that helped.
 */
public final class QualityFollowUp {

    /** The pathway's name. */
    public static final Code ID = Code.of("quality-follow-up");

    private static final FieldNeed OUTCOME = said("improvement-outcome", Roles.PROGRAM_MANAGER);

    private QualityFollowUp() {}

    /**
     * The definition, version 1.
     *
     * @return the pathway {@code quality-follow-up}
     */
    public static Pathway ofFinding() {
        return Pathway.builder()
                .id(ID)
                .version(1)
                .title(new Label("Quality follow-up"))
                .owner(Roles.PROGRAM_MANAGER)
                .responsibilities(Parts.five(
                        Roles.PROGRAM_MANAGER,
                        Roles.PROGRAM_MANAGER,
                        Roles.SUPERVISOR,
                        Roles.PROGRAM_MANAGER,
                        Roles.CASE_MANAGER))
                .handoff(Defaults.handoff(Ladders.PROVIDER))
                .guide(guide())
                .review(new ReviewPoint(Roles.ACCESS_LEAD, Defaults.THIRTY_DAYS))
                .addRoles(
                        on(Side.PROVIDER, Roles.PROGRAM_MANAGER),
                        on(Side.PROVIDER, Roles.SUPERVISOR, "improve"),
                        on(Side.REFERRER, Roles.CASE_MANAGER),
                        on(Side.FUNDER, Roles.ACCESS_LEAD))
                .addStages(finding(), result())
                .addLadders(Ladders.provider(Roles.CASE_MANAGER))
                .addClosure(OUTCOME)
                .addAllFlags(Parts.flags(guide()))
                .build();
    }

    private static DecisionGuide guide() {
        return new DecisionGuide(List.of(
                topic("improvement", Roles.PROGRAM_MANAGER, "finding-repeated", Side.PROVIDER),
                topic("practice", Roles.SUPERVISOR, "practice-unsafe", Side.PROVIDER),
                topic("support-plan", Roles.CASE_MANAGER, "plan-no-longer-fits", Side.REFERRER)));
    }

    private static Stage finding() {
        return Parts.stage(
                "finding",
                Roles.PROGRAM_MANAGER,
                Stage.SBAR,
                "quality-record",
                Defaults.FIVE_BUSINESS_DAYS,
                Ladders.PROVIDER,
                List.of(
                        before(
                                Step.OPEN,
                                said("quality-finding", Roles.PROGRAM_MANAGER),
                                Roles.PROGRAM_MANAGER,
                                Defaults.TWO_BUSINESS_DAYS),
                        before(
                                Step.DECIDE,
                                said("finding-cause", Roles.PROGRAM_MANAGER, Roles.SUPERVISOR),
                                Roles.PROGRAM_MANAGER,
                                Defaults.FIVE_BUSINESS_DAYS),
                        personImpact(Roles.PROGRAM_MANAGER)),
                List.of(),
                List.of(work(
                        "improve",
                        Roles.SUPERVISOR,
                        Defaults.FIVE_BUSINESS_DAYS,
                        Ladders.PROVIDER,
                        said("improvement-made", Roles.SUPERVISOR))));
    }

    private static Stage result() {
        return Parts.stage(
                "result",
                Roles.PROGRAM_MANAGER,
                Stage.SBAR,
                "outcome-record",
                Defaults.THIRTY_DAYS,
                Ladders.PROVIDER,
                List.of(
                        before(Step.CLOSE, OUTCOME, Roles.PROGRAM_MANAGER, Defaults.THIRTY_DAYS),
                        personImpact(Roles.PROGRAM_MANAGER)),
                List.of(),
                List.of());
    }
}
