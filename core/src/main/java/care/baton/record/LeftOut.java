package care.baton.record;

import care.baton.note.Note;
import care.baton.note.Written;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.pathway.Pathway;
import care.baton.plan.CarePlan;
import care.baton.plan.Check;
import care.baton.plan.Plan;
import care.baton.plan.Protocol;
import care.baton.plan.Version;
import care.baton.record.Undone.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What plans and notes leave open and nobody owes yet: they have been written and do not count, or say too little. */
final class LeftOut {

    private final Chart chart;
    private final Rulebook rules;

    LeftOut(Chart chart, Rulebook rules) {
        this.chart = chart;
        this.rules = rules;
    }

    /** What the newest version of a plan leaves to nobody, and what it leaves out of its protocol unsaid. */
    Stream<Undone> plans(PathwayRun run) {
        Optional<Pathway> pathway = rules.of(run);
        return chart.plans().all().stream()
                .filter(p -> p.run().equals(run.run()) && p.dischargedAt().isEmpty())
                .flatMap(plan -> Stream.of(
                                unowned(plan), skipped(plan), pathway.stream().flatMap(p -> undecided(plan, p)))
                        .flatMap(all -> all));
    }

    private static Stream<Undone> unowned(Plan plan) {
        return plan.newest().content().unowned().stream()
                .filter(a -> plan.state(a.code()).isOpen())
                .map(a -> ofPlan(
                        plan,
                        a.code(),
                        Why.NOBODYS,
                        Optional.of(a.due()),
                        c -> c.unowned().stream().anyMatch(other -> other.code().equals(a.code()))));
    }

    private Stream<Undone> skipped(Plan plan) {
        CarePlan content = plan.newest().content();
        Optional<Protocol> protocol = OnPlans.protocol(rules, content);
        return protocol.stream()
                .flatMap(p -> Check.unexplained(content, p).stream()
                        .map(kind -> ofPlan(
                                plan,
                                kind,
                                Why.SKIPPED,
                                Optional.empty(),
                                c -> Check.unexplained(c, p).contains(kind))));
    }

    private static Stream<Undone> undecided(Plan plan, Pathway pathway) {
        return Check.undefined(plan.newest().content(), pathway.guide()).stream()
                .map(topic -> ofPlan(
                        plan,
                        topic,
                        Why.NOBODYS,
                        Optional.empty(),
                        c -> c.decisions().contains(topic)));
    }

    /** It has been so since the first of the versions that follow one another to the newest and all leave it so. */
    private static Undone ofPlan(
            Plan plan, Code thing, Why why, Optional<Instant> due, Predicate<CarePlan> leavesItSo) {
        Version newest = plan.newest();
        Version first = newest;
        for (int number = newest.number(); number > 0; number--) {
            Version one = plan.versions().get(number).orElseThrow();
            if (!leavesItSo.test(one.content())) {
                break;
            }
            first = one;
        }
        boolean counts = plan.active().equals(Optional.of(newest.number()));
        return new Undone(
                plan.run(),
                thing,
                List.of(why),
                why == Why.NOBODYS ? Optional.empty() : Optional.of(newest.by()),
                first.at(),
                due,
                Optional.empty(),
                counts ? List.of() : List.of(plan.code()));
    }

    /** What was written about a change and not let go: whoever wrote it first goes on with it, and nobody is told. */
    Stream<Undone> notes(Code run) {
        return chart.notes().all().stream()
                .filter(n -> n.run().equals(run) && n.closedAt().isEmpty())
                .filter(n -> n.released().orElse(0) < n.newest().version())
                .map(this::held);
    }

    private Undone held(Note note) {
        Written first = note.versions().get(note.released().orElse(0) + 1).orElseThrow();
        Holder author = note.versions().get(1).orElseThrow().by();
        List<Why> why = new ArrayList<>();
        if (!chart.team().holds(author)) {
            why.add(Why.NOBODYS);
        }
        why.add(Why.NOT_STARTED);
        return new Undone(
                note.run(),
                note.change(),
                why,
                Optional.of(author),
                first.at(),
                Optional.empty(),
                Optional.empty(),
                List.of(Keys.INFORM));
    }
}
