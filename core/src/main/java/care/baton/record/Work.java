package care.baton.record;

import care.baton.evidence.Evidence;
import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.obligation.Known;
import care.baton.obligation.Lacking;
import care.baton.obligation.Next;
import care.baton.obligation.Obligation;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is owed on a record: rows for a worklist, what is due next, and who held what when. Nothing here is stored. */
public final class Work {

    private final Chart chart;

    Work(Chart chart) {
        this.chart = chart;
    }

    /**
     * When something falls due next.
     *
     * @return the instant, by the host's clock; empty when nothing is owed
     */
    public Optional<Instant> nextDue() {
        return chart.obligations().next().map(Next::at);
    }

    /**
     * Everything that is owed, soonest due first.
     *
     * @param now the host's clock
     * @return one row for each open obligation
     */
    public List<WorkItem> list(Instant now) {
        return chart.obligations().open().stream()
                .map(o -> row(o, now))
                .sorted(Comparator.comparing(WorkItem::due).thenComparing(WorkItem::key))
                .toList();
    }

    /**
     * What one role owes, soonest due first.
     *
     * @param seat organization and role; with a person, only what that person holds or stands in for
     * @param now the host's clock
     * @return the rows
     */
    public List<WorkItem> of(Holder seat, Instant now) {
        return list(now).stream()
                .filter(i -> i.holder().sameRole(seat))
                .filter(i -> seat.person().isEmpty()
                        || seat.person().equals(i.holder().person()))
                .toList();
    }

    private WorkItem row(Obligation o, Instant now) {
        List<Code> missing = Lacking.of(o.proof(), known(o.key().cause()), now).stream()
                .map(l -> l.need().item())
                .toList();
        List<Code> waits = o.suspendedBy().stream().map(Key::kind).toList();
        return new WorkItem(
                o.key(),
                chart.team().acting(o.holder(), now),
                o.owedTo(),
                o.due(),
                o.next(),
                o.raised(),
                Stream.concat(missing.stream(), waits.stream()).distinct().toList());
    }

    /**
     * Who held what is being handed over, at an instant.
     *
     * @param handoff which handoff
     * @param instant the host's clock
     * @return the holder then; empty when nobody did yet, or no longer
     */
    public Optional<Holder> ownerAt(HandoffId handoff, Instant instant) {
        return chart.obligations()
                .heldAt(handoff.value(), Kinds.ACTION, instant)
                .map(h -> chart.team().acting(h, instant));
    }

    /**
     * Who owned a run's outcome at an instant.
     *
     * @param run which run
     * @param instant the host's clock
     * @return the owner then
     */
    public Optional<Holder> outcomeOwnerAt(Code run, Instant instant) {
        return chart.obligations().heldAt(Keys.cause(run), Keys.OUTCOME, instant);
    }

    private Known known(String cause) {
        return new Known() {
            @Override
            public Evidence evidence() {
                return chart.evidence();
            }

            @Override
            public boolean done(Code duty) {
                return chart.obligations().ended().stream()
                        .anyMatch(o -> o.key().cause().equals(cause)
                                && o.key().kind().equals(duty)
                                && o.standing() instanceof Standing.Discharged);
            }

            @Override
            public boolean left(Code pathway, Code stage) {
                return chart.runs().values().stream()
                        .anyMatch(r -> r.pathway().equals(pathway) && r.left().contains(stage));
            }
        };
    }
}
