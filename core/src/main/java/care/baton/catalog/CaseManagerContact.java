package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.confirmed;
import static care.baton.catalog.Needs.holding;
import static care.baton.catalog.Needs.orNone;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;
import static care.baton.catalog.Parts.gate;
import static care.baton.catalog.Referral.topic;
import static care.baton.catalog.Roles.on;

import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Holds;
import care.baton.pathway.Label;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.Side;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import java.util.List;
import java.util.stream.Stream;

/**
 * A contact with the case manager: why, which decision the provider needed, what was reviewed inside first, which
 * outcome it touches, what was agreed, and the one who follows it up.
 */
public final class CaseManagerContact {

    /** The pathway's name. */
    public static final Code ID = Code.of("case-manager-contact");

    private static final FieldNeed REASON = said("case-manager-contact-reason", Roles.SUPERVISOR);
    private static final FieldNeed DECISION = said("provider-decision-needed", Roles.SUPERVISOR);
    private static final FieldNeed REVIEWED = confirmed("internal-review-completed", Roles.SUPERVISOR);
    private static final FieldNeed OUTCOME = said("outcome-affected", Roles.SUPERVISOR);
    private static final FieldNeed AGREED = orNone("action-agreed", Roles.SUPERVISOR, Roles.CASE_MANAGER);
    private static final FieldNeed OWNER = holding(new Holds.Role(), "follow-up-owner", Roles.SUPERVISOR);
    private static final FieldNeed PLAN = orNone("plan-change", Roles.CASE_MANAGER);

    /** What the supervisor reviews before anything about it goes out. */
    private static final List<Code> CONCERNS = Needs.codes(
            "risk-escalation", "service-intensity", "family-concern", "clinical-input", "potential-care-plan-change");

    private CaseManagerContact() {}

    /**
     * The definition, version 1.
     *
     * @return the pathway {@code case-manager-contact}
     */
    public static Pathway reviewed() {
        return Pathway.builder()
                .id(ID)
                .version(1)
                .title(new Label("Case manager contact"))
                .owner(Roles.PROGRAM_MANAGER)
                .responsibilities(Parts.five(
                        Roles.SUPERVISOR,
                        Roles.SUPERVISOR,
                        Roles.PROGRAM_MANAGER,
                        Roles.SUPERVISOR,
                        Roles.PROGRAM_MANAGER))
                .handoff(Defaults.handoff(Ladders.PROVIDER))
                .guide(guide())
                .review(new ReviewPoint(Roles.PROGRAM_MANAGER, Defaults.THIRTY_DAYS))
                .addRoles(
                        on(Side.PROVIDER, Roles.SUPERVISOR),
                        on(Side.PROVIDER, Roles.PROGRAM_MANAGER),
                        on(Side.REFERRER, Roles.CASE_MANAGER),
                        on(Side.FUNDER, Roles.ACCESS_LEAD))
                .addStages(contact())
                .addLadders(Ladders.provider(Roles.CASE_MANAGER))
                .addClosure(REASON, DECISION, REVIEWED, OUTCOME, AGREED, OWNER, PLAN)
                .addAllFlags(Stream.concat(CONCERNS.stream(), Parts.flags(guide()).stream())
                        .toList())
                .build();
    }

    private static DecisionGuide guide() {
        return new DecisionGuide(List.of(
                topic("communication", Roles.SUPERVISOR, "contact-repeated", Side.PROVIDER),
                topic("service-recovery", Roles.PROGRAM_MANAGER, "repeated-disruption", Side.PROVIDER),
                topic("support-plan", Roles.CASE_MANAGER, "plan-no-longer-fits", Side.REFERRER)));
    }

    /** Nothing goes out before it was reviewed inside. */
    private static Stage contact() {
        return Parts.stage(
                "contact",
                Roles.SUPERVISOR,
                Stage.SBAR,
                "contact-log",
                Defaults.TWO_BUSINESS_DAYS,
                Ladders.PROVIDER,
                List.of(
                        before(Step.OPEN, REASON, Roles.SUPERVISOR, Defaults.SAME_DAY),
                        before(Step.OFFER, DECISION, Roles.SUPERVISOR, Defaults.NEXT_BUSINESS_DAY),
                        before(Step.OFFER, REVIEWED, Roles.SUPERVISOR, Defaults.NEXT_BUSINESS_DAY),
                        before(Step.CLOSE, OUTCOME, Roles.SUPERVISOR, Defaults.TWO_BUSINESS_DAYS),
                        before(Step.CLOSE, AGREED, Roles.SUPERVISOR, Defaults.TWO_BUSINESS_DAYS),
                        before(Step.CLOSE, OWNER, Roles.SUPERVISOR, Defaults.TWO_BUSINESS_DAYS),
                        before(Step.CLOSE, PLAN, Roles.CASE_MANAGER, Defaults.FIVE_BUSINESS_DAYS),
                        personImpact(Roles.SUPERVISOR)),
                List.of(gate(
                        "supervisor-review",
                        Step.OFFER,
                        new ApprovalNeed(Code.of("supervisor-review"), Roles.only(Roles.SUPERVISOR), CONCERNS))),
                List.of());
    }
}
