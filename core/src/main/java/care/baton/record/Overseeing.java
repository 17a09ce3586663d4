package care.baton.record;

import care.baton.handoff.Course;
import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.pathway.Step;
import care.baton.plan.Arrangement;
import care.baton.plan.Plans;
import care.baton.record.Undone.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds what was owed on a record against what was done, run by run. */
final class Overseeing {

    private static final List<Step> STEPS = List.of(Step.OFFER, Step.ACCEPT, Step.DECIDE, Step.CLOSE);

    private static final Comparator<Undone> SOONEST = Comparator.comparing(
                    (Undone u) -> u.due().orElse(Instant.MAX))
            .thenComparing(Undone::run)
            .thenComparing(Undone::thing);

    private final Chart chart;
    private final Instant now;
    private final Rulebook rules;
    private final Gates gates;

    Overseeing(Chart chart, Instant now, Rulebook rules) {
        this.chart = chart;
        this.now = now;
        this.rules = rules;
        this.gates = new Gates(chart, rules);
    }

    List<Undone> all() {
        return chart.runs().values().stream().flatMap(this::of).sorted(SOONEST).toList();
    }

    private Stream<Undone> of(PathwayRun run) {
        Kinship kin = new Kinship(chart, run.run());
        List<Obligation> open = kin.all().stream().filter(Obligation::isOpen).toList();
        List<Blocked> steps = steps(step -> gates.whyBlocked(run.run(), step, now));
        Stream<Undone> owed = open.stream().flatMap(o -> owed(run.run(), o, kin, steps).stream());
        LeftOut left = new LeftOut(chart, rules);
        return run.isOpen()
                ? Stream.of(owed, lacking(run.run(), open, steps), left.plans(run), left.notes(run.run()))
                        .flatMap(all -> all)
                : owed;
    }

    private Optional<Undone> owed(Code run, Obligation o, Kinship kin, List<Blocked> steps) {
        List<Why> why = new ArrayList<>();
        if (isNobodys(o.holder())) {
            why.add(Why.NOBODYS);
        }
        if (o.isOverdue(now)) {
            why.add(Why.OVERDUE);
        }
        if (begins(o) && !isBegun(run, o)) {
            why.add(Why.NOT_STARTED);
        }
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(new Undone(
                        run,
                        activity(run, o).map(a -> a.activity().code()).orElse(Work.thing(o.key())),
                        why,
                        Optional.of(chart.team().acting(o.holder(), now)),
                        o.since(),
                        Optional.of(o.due()),
                        Optional.of(o.key()),
                        blocks(run, o, kin, steps)));
    }

    /** Nobody who takes part has the role; a house that was asked from outside, and has never taken part, has it. */
    private boolean isNobodys(Holder holder) {
        boolean asked = chart.handoffs().values().stream()
                .flatMap(t -> t.offers().values().stream())
                .anyMatch(offer -> offer.to().sameRole(holder));
        return !chart.team().holds(holder) && (!asked || chart.team().hasHad(holder));
    }

    /** What somebody begins, once: not what only stands over the work, nor what comes round for ever. */
    private static boolean begins(Obligation o) {
        Code kind = o.key().kind();
        return Kinship.isWork(o) || kind.equals(Keys.HAND_OVER) || kind.equals(Keys.TAKE_UP);
    }

    private boolean isBegun(Code run, Obligation o) {
        if (o.key().kind().equals(Kinds.ACTION)) {
            return chart.handoffs().values().stream()
                    .filter(t -> t.id().value().equals(o.key().cause()))
                    .anyMatch(t -> t.course() != Course.OFFERING && t.course() != Course.HELD);
        }
        return activity(run, o)
                .filter(owed -> chart.plans()
                        .get(owed.plan())
                        .flatMap(p -> p.progress().get(owed.activity().code()))
                        .isPresent())
                .isPresent();
    }

    private Optional<Plans.Owed> activity(Code run, Obligation o) {
        return o.key().kind().equals(Keys.ACTIVITY)
                ? chart.plans().open().stream()
                        .filter(owed -> Keys.activity(
                                        run, owed.plan(), owed.activity().code())
                                .subject()
                                .equals(o.key().subject()))
                        .findFirst()
                : Optional.empty();
    }

    private static List<Blocked> steps(Function<Step, Optional<Blocked>> gate) {
        return STEPS.stream().flatMap(step -> gate.apply(step).stream()).toList();
    }

    private List<Code> blocks(Code run, Obligation o, Kinship kin, List<Blocked> ofRun) {
        List<Blocked> steps = Keys.isRun(o.key())
                ? ofRun
                : steps(step -> gates.whyBlocked(HandoffId.of(o.key().cause()), step, now));
        Stream<Code> barred = steps.stream()
                .filter(b -> b.missing().stream().anyMatch(m -> m.item().equals(Work.thing(o.key()))))
                .map(b -> name(b.step()));
        Stream<Code> waiting = Stream.concat(
                        chart.obligations().waitingFor(o.key()).stream(),
                        kin.all().stream()
                                .filter(other -> other.isOpen() && !other.key().equals(o.key()))
                                .filter(other -> kin.awaited(other).contains(o)))
                .map(other -> Work.thing(other.key()));
        Stream<Code> windows = activity(run, o).stream()
                .flatMap(a -> a.activity().arrangement().flatMap(Arrangement::window).stream()
                        .filter(w -> chart.plans()
                                .get(a.plan())
                                .filter(p -> p.gaps(w).contains(a.activity()))
                                .isPresent()));
        Stream<Code> end = OnRun.hinders(chart, run, o) ? Stream.of(Keys.OUTCOME) : Stream.empty();
        return Stream.of(barred, waiting, windows, end)
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    private static Code name(Step step) {
        return Code.of(step.name().toLowerCase(Locale.ROOT));
    }

    /** What the gates of the stage ask for and nobody has been asked to bring. */
    private Stream<Undone> lacking(Code run, List<Obligation> open, List<Blocked> steps) {
        return steps.stream()
                .flatMap(b -> b.missing().stream())
                .filter(m -> open.stream().noneMatch(o -> Work.thing(o.key()).equals(m.item())))
                .map(Missing::item)
                .distinct()
                .map(item -> lacking(run, item, steps));
    }

    private Undone lacking(Code run, Code item, List<Blocked> steps) {
        List<Blocked> barred = steps.stream()
                .filter(b -> b.missing().stream().anyMatch(m -> m.item().equals(item)))
                .toList();
        Missing missing = barred.get(0).missing().stream()
                .filter(m -> m.item().equals(item))
                .findFirst()
                .orElseThrow();
        List<Holder> seats = missing.suppliers().stream().map(Supplier::seat).toList();
        List<Why> why = new ArrayList<>();
        if (seats.stream().noneMatch(chart.team()::holds)) {
            why.add(Why.NOBODYS);
        }
        if (missing.by().filter(by -> !now.isBefore(by)).isPresent()) {
            why.add(Why.OVERDUE);
        }
        why.add(Why.NOT_STARTED);
        Instant since = Stream.of(Keys.stage(run, barred.get(0).stage()), Keys.outcome(run))
                .flatMap(key -> chart.obligations().get(key).stream())
                .map(Obligation::since)
                .findFirst()
                .orElse(now);
        return new Undone(
                run,
                item,
                why,
                seats.stream()
                        .filter(chart.team()::holds)
                        .findFirst()
                        .or(() -> seats.stream().findFirst()),
                since,
                missing.by(),
                Optional.empty(),
                barred.stream().map(b -> name(b.step())).toList());
    }
}
