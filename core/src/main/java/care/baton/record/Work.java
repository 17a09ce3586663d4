package care.baton.record;

import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.obligation.Lacking;
import care.baton.obligation.Level;
import care.baton.obligation.Next;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
        return Stream.concat(
                        chart.obligations().next().map(Next::at).stream(),
                        chart.foreseen().first().map(row -> row.key().at()).stream())
                .min(Comparator.naturalOrder());
    }

    /**
     * Everything that is owed, soonest due first.
     *
     * @param now the host's clock
     * @return one row for each open obligation
     */
    public List<WorkItem> list(Instant now) {
        Objects.requireNonNull(now, "now");
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
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(now, "now");
        return list(now).stream()
                .filter(i -> i.holder().sameRole(seat))
                .filter(i -> seat.person().isEmpty()
                        || seat.person().equals(i.holder().person()))
                .toList();
    }

    private WorkItem row(Obligation o, Instant now) {
        List<Code> missing = Lacking.of(o.proof(), OnChart.proving(chart, o), now).stream()
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
                Stream.concat(missing.stream(), waits.stream()).distinct().toList(),
                lastTold(o));
    }

    /** By the kind of work; for an activity of a plan by its own code too. */
    private Optional<Instant> lastTold(Obligation o) {
        String subject = o.key().subject();
        String own = subject.substring(subject.lastIndexOf(':') + 1);
        Stream<Code> supported = o.key().kind().equals(Keys.ACTIVITY) && Code.isCode(own)
                ? Stream.of(Code.of(own), o.key().kind())
                : Stream.of(o.key().kind());
        Code run = ByHand.run(chart, o);
        return supported
                .flatMap(code -> chart.notes().lastTold(run, code).stream())
                .max(Instant::compareTo);
    }

    /**
     * Who held what is being handed over, at an instant: whoever stood in, while the holder was away.
     *
     * @param handoff which handoff
     * @param instant the host's clock
     * @return the holder then, with the person who acted; empty when nobody held it yet, or no longer
     */
    public Optional<Holder> ownerAt(HandoffId handoff, Instant instant) {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(instant, "instant");
        return actingAt(handoff.value(), Kinds.ACTION, instant);
    }

    /**
     * Who owned a run's outcome at an instant: whoever stood in, while the owner was away.
     *
     * @param run which run
     * @param instant the host's clock
     * @return the owner then, with the person who acted; empty before the run began and after its end
     */
    public Optional<Holder> outcomeOwnerAt(Code run, Instant instant) {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(instant, "instant");
        return actingAt(Keys.cause(run), Keys.OUTCOME, instant);
    }

    private Optional<Holder> actingAt(String cause, Code kind, Instant instant) {
        return chart.obligations()
                .heldAt(cause, kind, instant)
                .map(h -> chart.team().acting(h, instant));
    }

    /**
     * Everything of a run that is still missing, soonest due first: who owes it, who waits for it, and what must
     * come first. What needs nothing first can be done side by side.
     *
     * @param run which run
     * @return one line for each open piece of work and each word that is owed
     */
    public List<Awaited> waitingOn(Code run) {
        Objects.requireNonNull(run, "run");
        Kinship kin = new Kinship(chart, run);
        return kin.all().stream()
                .filter(Obligation::isOpen)
                .filter(Kinship::isWork)
                .map(o -> awaited(o, kin))
                .sorted(Comparator.comparing(Awaited::due).thenComparing(Awaited::key))
                .toList();
    }

    /**
     * The next step of a run: of all that can be done now, what is due first; when only the step itself is left,
     * that step.
     *
     * @param run which run
     * @param rules the definitions: they say where the evidence is held
     * @return the step; empty when there is no such open run
     */
    public Optional<NextStep> nextStep(Code run, Rulebook rules) {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(rules, "rules");
        Optional<PathwayRun> open = chart.runs().get(run).filter(PathwayRun::isOpen);
        Optional<Pathway> pathway = open.flatMap(rules::of);
        Optional<Instant> stageDue = open.flatMap(PathwayRun::stage)
                .flatMap(stage -> chart.obligations().get(Keys.stage(run, stage)))
                .filter(Obligation::isOpen)
                .map(Obligation::due);
        Optional<Code> evidence =
                pathway.flatMap(p -> open.get().stage().flatMap(p::stage)).map(Stage::evidence);
        Optional<Obligation> work = waitingOn(run).stream()
                .filter(a -> a.after().isEmpty())
                .flatMap(a -> chart.obligations().get(a.key()).stream())
                .filter(o -> !o.key().kind().equals(Kinds.ACTION))
                .filter(o -> pathway.isEmpty()
                        || !OnExpiry.isDated(pathway.get(), o.key())
                        || stageDue.map(due -> !o.due().isAfter(due)).orElse(true))
                .findFirst();
        Stream<Key> steps = Stream.concat(
                handOvers(run).map(Obligation::key),
                Stream.concat(
                        open.stream().flatMap(r -> r.stage().stream()).map(stage -> Keys.stage(run, stage)),
                        Stream.of(Keys.outcome(run))));
        return open.flatMap(r -> work.or(() -> steps.flatMap(k -> chart.obligations().get(k).stream())
                        .filter(Obligation::isOpen)
                        .findFirst()))
                .map(o -> new NextStep(run, awaited(o, new Kinship(chart, run)), evidence, stall(o)));
    }

    /**
     * Who hears, and when, if nothing more is done about something.
     *
     * @param key which obligation
     * @return who and when; empty when it is not open
     */
    public Optional<Stall> ifStalled(Key key) {
        Objects.requireNonNull(key, "key");
        return chart.obligations().get(key).filter(Obligation::isOpen).map(this::stall);
    }

    /**
     * The stages that are done by their owner and not received by the next.
     *
     * @return one for each, in the order of the runs
     */
    public List<Gap> gaps() {
        return chart.runs().values().stream()
                .flatMap(r -> handOvers(r.run())
                        .map(o -> new Gap(
                                r.run(),
                                r.stage().orElseThrow(),
                                Code.of(o.key().subject()),
                                o.holder(),
                                o.since())))
                .toList();
    }

    /**
     * What is undone: everything that was owed and is undone, before it harms the person: not started, overdue, left out
     * without a reason, or nobody's. What is under way and in time is none.
     *
     * @param now the host's clock
     * @param rules the definitions and the protocols; what goes by one that they do not hold is told as far as the
     *     record alone can tell
     * @return one row for each, soonest due first and what has no due last
     */
    public List<Undone> undone(Instant now, Rulebook rules) {
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(rules, "rules");
        return new Overseeing(chart, now, rules).all();
    }

    /**
     * The facts that one party holds only, though an open action of another needs them.
     *
     * @param now the host's clock
     * @param rules the definitions: they say what each stage needs; and the rules of disclosure
     * @return one row for each fact and action, in the order of the actions
     */
    public List<HeldApart> heldApart(Instant now, Rulebook rules) {
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(rules, "rules");
        return HeldApart.on(chart, now, rules);
    }

    private Stream<Obligation> handOvers(Code run) {
        return chart.obligations().openOf(Keys.cause(run), Keys.HAND_OVER).stream();
    }

    private Awaited awaited(Obligation o, Kinship kin) {
        List<Holder> waiting = Stream.concat(
                        Stream.of(o.owedTo()),
                        chart.obligations().waitingFor(o.key()).stream().map(Obligation::holder))
                .distinct()
                .sorted()
                .toList();
        List<Code> after = Stream.concat(
                        o.suspendedBy().stream().map(Key::kind),
                        kin.awaited(o).stream().filter(Obligation::isOpen).map(other -> thing(other.key())))
                .distinct()
                .sorted()
                .toList();
        return new Awaited(o.key(), thing(o.key()), o.holder(), waiting, o.since(), o.due(), after);
    }

    /** The field that is gone after, else the kind of work or of word. */
    static Code thing(Key key) {
        return key.kind().equals(Keys.SUPPLY) ? Code.of(key.subject()) : key.kind();
    }

    /** While its clock stands still, that of what it waits for goes on. */
    Stall stall(Obligation o) {
        if (o.isSuspended()) {
            return o.suspendedBy().stream()
                    .flatMap(k -> chart.obligations().get(k).stream())
                    .filter(Obligation::isOpen)
                    .map(this::stall)
                    .min(Comparator.comparing(Stall::at))
                    .orElse(new Stall(o.raised(), o.holder(), o.next()));
        }
        List<Level> levels = o.route().levels();
        if (levels.isEmpty()) {
            return new Stall(0, o.holder(), o.next());
        }
        int level = Math.min(o.raised() + 1, levels.size());
        return new Stall(level, levels.get(level - 1).to(), o.next());
    }

    /** How much is open. */
    @Override
    public String toString() {
        return "Work[" + chart.obligations().open().size() + "]";
    }
}
