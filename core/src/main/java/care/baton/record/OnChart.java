package care.baton.record;

import care.baton.evidence.Evidence;
import care.baton.obligation.Key;
import care.baton.obligation.Known;
import care.baton.obligation.Obligation;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known on a chart where something has to be proven for one run.
 *
 * @param chart what stands on the record
 * @param run which run
 * @param opening what is about to run; empty once it does
 * @param said what was said by then proves nothing
 */
record OnChart(Chart chart, Code run, Optional<Code> opening, Instant said) implements Known {

    OnChart(Chart chart, Code run) {
        this(chart, run, Optional.empty(), Instant.MIN);
    }

    /** For a run that is about to be opened. */
    static OnChart opening(Chart chart, Code run, Code pathway) {
        return new OnChart(chart, run, Optional.of(pathway), Instant.MIN);
    }

    /** For what somebody owes: what ends work that falls due at a date was not said before that date was. */
    static OnChart proving(Chart chart, Obligation owed) {
        Instant said = owed.proof().isEmpty() ? Instant.MIN : OnExpiry.beforeSaid(chart, owed);
        return new OnChart(chart, ByHand.run(chart, owed), Optional.empty(), said);
    }

    @Override
    public Instant since() {
        boolean alone = chart.runs().size() == (chart.runs().has(run) ? 1 : 0);
        Instant closed = alone ? Instant.MIN : lastClosed();
        return closed.isAfter(said) ? closed : said;
    }

    private Instant lastClosed() {
        Optional<Code> pathway = opening.or(() -> chart.runs().get(run).map(PathwayRun::pathway));
        Instant latest = Instant.MIN;
        for (PathwayRun other : chart.runs().values()) {
            Instant closed = other.closedAt().orElse(Instant.MIN);
            if (closed.isAfter(latest)
                    && !other.run().equals(run)
                    && pathway.filter(other.pathway()::equals).isPresent()
                    && !closed.isAfter(began())) {
                latest = closed;
            }
        }
        return latest;
    }

    private Instant began() {
        return chart.obligations().get(Keys.outcome(run)).map(Obligation::since).orElse(Instant.MAX);
    }

    @Override
    public Evidence evidence() {
        return chart.evidence();
    }

    @Override
    public boolean done(Code duty) {
        Optional<Obligation> newest = Optional.empty();
        for (Key key = Keys.duty(run, duty); chart.obligations().get(key).isPresent(); key = key.again()) {
            newest = chart.obligations().get(key);
        }
        return newest.filter(o -> o.standing() instanceof Standing.Discharged).isPresent();
    }

    @Override
    public boolean left(Code pathway, Code stage) {
        return chart.runs().values().stream()
                .filter(r -> r.pathway().equals(pathway) && r.left().contains(stage))
                .anyMatch(r -> r.closedAt().orElse(Instant.MAX).isAfter(since()));
    }
}
