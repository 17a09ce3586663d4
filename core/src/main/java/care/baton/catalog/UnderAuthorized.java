package care.baton.catalog;

import static care.baton.catalog.Needs.before;
import static care.baton.catalog.Needs.confirmed;
import static care.baton.catalog.Needs.holding;
import static care.baton.catalog.Needs.personImpact;
import static care.baton.catalog.Needs.said;
import static care.baton.catalog.Parts.gate;
import static care.baton.catalog.Parts.work;
import static care.baton.catalog.Referral.topic;
import static care.baton.catalog.Roles.on;

import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Expiry;
import care.baton.pathway.Holds;
import care.baton.pathway.Label;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.Side;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import java.util.List;
import java.util.Optional;

/**
 * Support that has outgrown its authorization: the need is shown, other causes are ruled out, the request names its
 * windows and risks, and every change of the authorization is reviewed against what came of it.
 */
public final class UnderAuthorized {

    /** The pathway's name. */
    public static final Code ID = Code.of("under-authorized-support");

    private static final FieldNeed DECISION = confirmed("authorization-decision", Roles.AUTHORIZATION_TEAM);
    /** Until when it is authorized, where that is for a while; expressly none where it is not. */
    private static final FieldNeed UNTIL = new FieldNeed(
            Code.of("authorized-until"),
            Roles.only(Roles.AUTHORIZATION_TEAM),
            Grade.CONFIRMED,
            true,
            Optional.of(new Holds.Deadline()));

    private static final Holds AT_RISK = new Holds.Linked(
            Needs.codes("transfer-safety", "missed-routines", "caregiver-strain", "medication-error", "falls"));

    /** How often somebody was called says nothing: each activity that counts names the risk that it bears on. */
    private static final FieldNeed COUNTED = holding(AT_RISK, "counted-activities", Roles.SUPERVISOR);

    /** More hours alone is no request: each window of support names what is at risk in it. */
    private static final FieldNeed WINDOWS = holding(AT_RISK, "support-windows", Roles.SUPERVISOR);

    private static final FieldNeed REASSESSED = said("authorization-reassessment", Roles.CASE_MANAGER);
    private static final FieldNeed REVIEW = holding(
            new Holds.After(Code.of("authorization-decision")), "authorization-outcome-review", Roles.CASE_MANAGER);

    private UnderAuthorized() {}

    /**
     * The definition, version 1.
     *
     * @return the pathway {@code under-authorized-support}
     */
    public static Pathway reassessment() {
        return Pathway.builder()
                .id(ID)
                .version(1)
                .title(new Label("Under-authorized support"))
                .owner(Roles.PROGRAM_MANAGER)
                .responsibilities(Parts.five(
                        Roles.SUPERVISOR,
                        Roles.SUPERVISOR,
                        Roles.PROGRAM_MANAGER,
                        Roles.CASE_MANAGER,
                        Roles.SUPERVISOR))
                .handoff(Defaults.handoff(Ladders.PROVIDER))
                .guide(guide())
                .review(new ReviewPoint(Roles.PROGRAM_MANAGER, Defaults.THIRTY_DAYS))
                .addRoles(
                        on(Side.PROVIDER, Roles.SUPERVISOR),
                        on(Side.PROVIDER, Roles.PROGRAM_MANAGER),
                        on(Side.REFERRER, Roles.CASE_MANAGER, "reassess-authorization"),
                        on(Side.FUNDER, Roles.AUTHORIZATION_TEAM, "decide-authorization"),
                        on(Side.FUNDER, Roles.ACCESS_LEAD))
                .addStages(request(), decision(), outcome())
                .addLadders(Ladders.provider(Roles.CASE_MANAGER), Ladders.funder(Roles.PROGRAM_MANAGER))
                .addClosure(DECISION, REVIEW)
                .addAllFlags(Parts.flags(guide()))
                .build();
    }

    private static DecisionGuide guide() {
        return new DecisionGuide(List.of(
                topic("support-need", Roles.SUPERVISOR, "need-rising", Side.PROVIDER),
                topic("documentation", Roles.PROGRAM_MANAGER, "documentation-unclear", Side.PROVIDER),
                topic("support-plan", Roles.CASE_MANAGER, "hours-disputed", Side.REFERRER),
                topic("authorization", Roles.AUTHORIZATION_TEAM, "hours-not-enough", Side.FUNDER)));
    }

    /** The request goes out with its evidence, or not at all. */
    private static Stage request() {
        return Parts.stage(
                "request",
                Roles.SUPERVISOR,
                Stage.SBAR,
                "load-record",
                Defaults.FIVE_BUSINESS_DAYS,
                Ladders.PROVIDER,
                List.of(
                        before(
                                Step.OPEN,
                                said("coordination-trigger", Roles.SUPERVISOR),
                                Roles.SUPERVISOR,
                                Defaults.SAME_DAY),
                        before(Step.OFFER, WINDOWS, Roles.SUPERVISOR, Defaults.TWO_BUSINESS_DAYS),
                        personImpact(Roles.SUPERVISOR)),
                List.of(gate(
                        "request",
                        Step.OFFER,
                        COUNTED,
                        said("need-change-evidence", Roles.SUPERVISOR),
                        confirmed("provider-delay-ruled-out", Roles.PROGRAM_MANAGER),
                        confirmed("unclear-documentation-ruled-out", Roles.PROGRAM_MANAGER))),
                List.of());
    }

    /** The case manager has taken the request on; the authorization team decides, and says for how long. */
    private static Stage decision() {
        return Parts.stage(
                "decision",
                Roles.CASE_MANAGER,
                Stage.SBAR,
                "authorization-record",
                Defaults.FIVE_BUSINESS_DAYS,
                Ladders.FUNDER,
                List.of(
                        before(Step.CLOSE, UNTIL, Roles.AUTHORIZATION_TEAM, Defaults.THREE_BUSINESS_DAYS)
                                .expiring(new Expiry(
                                        Code.of("reassess-authorization"),
                                        Roles.CASE_MANAGER,
                                        Ladders.FUNDER,
                                        List.of(REASSESSED))),
                        personImpact(Roles.CASE_MANAGER)),
                List.of(),
                List.of(work(
                        "decide-authorization",
                        Roles.AUTHORIZATION_TEAM,
                        Defaults.THREE_BUSINESS_DAYS,
                        Ladders.FUNDER,
                        DECISION)));
    }

    /** What the change of authorization has done for the person. */
    private static Stage outcome() {
        return Parts.stage(
                "outcome-review",
                Roles.CASE_MANAGER,
                Stage.SBAR,
                "outcome-record",
                Defaults.THIRTY_DAYS,
                Ladders.PROVIDER,
                List.of(
                        before(Step.CLOSE, REVIEW, Roles.CASE_MANAGER, Defaults.THIRTY_DAYS),
                        personImpact(Roles.CASE_MANAGER)),
                List.of(),
                List.of());
    }
}
