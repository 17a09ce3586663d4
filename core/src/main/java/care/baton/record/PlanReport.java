package care.baton.record;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.ownership.Member;
import care.baton.pathway.Pathway;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.Check;
import care.baton.plan.Completeness;
import care.baton.plan.Conflict;
import care.baton.plan.Goal;
import care.baton.plan.Plan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is still open in the newest version of a plan: who is missing in the team, what goals do not say, what nobody
 * owns, what does not fit the person, what was left out unexplained, what nobody is there to decide.
 *
 * @param team who takes part of those that the protocol asks for
 * @param goals the goals that do not say everything
 * @param unowned the activities that nobody owns
 * @param conflicts the activities that do not fit what the person prefers
 * @param unexplained what the protocol asks for and the plan leaves out without a reason
 * @param undefined what will have to be decided and the run's guide gives to nobody
 */
public record PlanReport(
        Completeness team,
        List<Unclear> goals,
        List<Code> unowned,
        List<Conflict> conflicts,
        List<Code> unexplained,
        List<Code> undefined) {

    /**
     * A goal that does not say everything.
     *
     * @param goal which goal
     * @param missing the parts that it does not have, of {@link Goal#PARTS}
     */
    public record Unclear(Code goal, List<Code> missing) {
        /** Copies the list. */
        public Unclear {
            Objects.requireNonNull(goal, "goal");
            missing = Copy.of(missing, "missing");
        }
    }

    /** Copies the lists. */
    public PlanReport {
        Objects.requireNonNull(team, "team");
        goals = Copy.of(goals, "goals");
        unowned = Copy.of(unowned, "unowned");
        conflicts = Copy.of(conflicts, "conflicts");
        unexplained = Copy.of(unexplained, "unexplained");
        undefined = Copy.of(undefined, "undefined");
    }

    static Optional<PlanReport> of(Chart chart, Code code, Rulebook rules) {
        Optional<Plan> plan = chart.plans().get(code);
        Optional<Pathway> pathway = plan.flatMap(p -> chart.runs().get(p.run())).flatMap(rules::of);
        Optional<CarePlan> content = plan.map(p -> p.newest().content());
        return pathway.flatMap(guided -> content.flatMap(c -> OnPlans.protocol(rules, c)
                .map(protocol -> new PlanReport(
                        Completeness.of(protocol, present(chart)),
                        c.goals().stream()
                                .filter(g -> !g.missing().isEmpty())
                                .map(g -> new Unclear(g.code(), g.missing()))
                                .toList(),
                        c.unowned().stream().map(Activity::code).toList(),
                        c.conflicts(),
                        Check.unexplained(c, protocol),
                        Check.undefined(c, guided.guide())))));
    }

    private static List<Code> present(Chart chart) {
        return chart.team().members().stream()
                .filter(m -> !m.left())
                .map(Member::seat)
                .map(seat -> seat.role())
                .distinct()
                .toList();
    }
}
