package care.baton.record;

import care.baton.evidence.Evidence;
import care.baton.obligation.Known;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;

/**
 * What is known on a chart where something has to be proven for one run.
 *
 * @param chart what stands on the record
 * @param run which run
 */
record OnChart(Chart chart, Code run) implements Known {

    @Override
    public Evidence evidence() {
        return chart.evidence();
    }

    @Override
    public boolean done(Code duty) {
        return chart.obligations().ended().stream()
                .anyMatch(o -> o.key().cause().equals(Keys.cause(run))
                        && o.key().kind().equals(duty)
                        && o.standing() instanceof Standing.Discharged);
    }

    @Override
    public boolean left(Code pathway, Code stage) {
        return chart.runs().values().stream()
                .anyMatch(r -> r.pathway().equals(pathway) && r.left().contains(stage));
    }
}
