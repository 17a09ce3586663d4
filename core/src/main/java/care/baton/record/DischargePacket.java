package care.baton.record;

import care.baton.evidence.Covered;
import care.baton.evidence.Fact;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.plan.Activity;
import care.baton.plan.Engagement.TeachBack;
import care.baton.plan.Plan;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What goes with the person to the next setting, put together from the record: where each piece of it stands there, in
 * which version, and what is missing. It holds no copy of anything.
 *
 * @param run the run that it is put together for
 * @param facts what is known of all that the definition asks for, each field in its version
 * @param plans the plans, each in the version that counts
 * @param arrangements what is arranged, and how far that has come
 * @param taught what was understood when it was taught back: the plan, and the number there
 * @param owed what is still owed
 * @param missing the fields that the definition asks for and that nothing is known of
 */
public record DischargePacket(
        Code run,
        List<Covered> facts,
        List<Covered> plans,
        List<Arranged> arrangements,
        List<Covered> taught,
        List<Key> owed,
        List<Code> missing) {

    /**
     * One arrangement.
     *
     * @param plan on which plan
     * @param activity which activity of it
     * @param state how far it has come
     */
    public record Arranged(Code plan, Code activity, Activity.State state) {
        /** Checks that nothing is absent. */
        public Arranged {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(activity, "activity");
            Objects.requireNonNull(state, "state");
        }
    }

    /** Copies the lists. */
    public DischargePacket {
        Objects.requireNonNull(run, "run");
        facts = Copy.of(facts, "facts");
        plans = Copy.of(plans, "plans");
        arrangements = Copy.of(arrangements, "arrangements");
        taught = Copy.of(taught, "taught");
        owed = Copy.of(owed, "owed");
        missing = Copy.of(missing, "missing");
    }

    static Optional<DischargePacket> of(Chart chart, Code run, Rulebook rules) {
        return chart.runs().get(run).flatMap(rules::of).map(pathway -> of(chart, run, pathway));
    }

    private static DischargePacket of(Chart chart, Code run, Pathway pathway) {
        List<Code> asked = pathway.needs().stream()
                .filter(FieldNeed.class::isInstance)
                .map(need -> need.item())
                .distinct()
                .sorted()
                .toList();
        List<Plan> plans = chart.plans().all().stream()
                .filter(p -> p.run().equals(run) && p.active().isPresent())
                .toList();
        return new DischargePacket(
                run,
                asked.stream()
                        .flatMap(field -> known(chart, run, field).stream())
                        .map(fact -> new Covered(fact.field(), fact.version()))
                        .toList(),
                plans.stream()
                        .map(p -> new Covered(p.code(), p.active().orElseThrow()))
                        .toList(),
                plans.stream().flatMap(p -> arranged(p).stream()).toList(),
                plans.stream().flatMap(p -> taught(p).stream()).toList(),
                chart.obligations().open().stream()
                        .map(Obligation::key)
                        .filter(key -> key.cause().equals(Keys.cause(run)))
                        .toList(),
                asked.stream()
                        .filter(field -> known(chart, run, field).isEmpty())
                        .toList());
    }

    /** What was said since the last run of the same pathway was closed. */
    private static Optional<Fact> known(Chart chart, Code run, Code field) {
        Instant since = new OnChart(chart, run).since();
        return chart.evidence().fact(field).filter(fact -> fact.at().isAfter(since));
    }

    private static List<Arranged> arranged(Plan plan) {
        return plan.current().map(v -> v.content().activities()).orElse(Collections.emptyList()).stream()
                .filter(a -> a.arrangement().isPresent())
                .map(a -> new Arranged(plan.code(), a.code(), plan.state(a.code())))
                .toList();
    }

    private static List<Covered> taught(Plan plan) {
        return IntStream.rangeClosed(1, plan.engagements().size())
                .filter(n -> plan.engagements()
                        .get(n)
                        .filter(e -> e instanceof TeachBack t && t.understood())
                        .isPresent())
                .mapToObj(n -> new Covered(plan.code(), n))
                .toList();
    }
}
