package care.baton.record;

import care.baton.handoff.Kinds;
import care.baton.obligation.Lack;
import care.baton.obligation.Lacking;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.pathway.Need;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands before each step on a record: what is missing, who can supply it, where the evidence is and by when. */
public final class Gates {

    /** Where a run stands. */
    private record At(PathwayRun run, Pathway pathway, Stage stage) {}

    private final Chart chart;
    private final Rulebook rules;

    Gates(Chart chart, Rulebook rules) {
        this.chart = chart;
        this.rules = rules;
    }

    /**
     * Why a step of a run cannot be taken now.
     *
     * @param run which run
     * @param step which step of the stage that it is in
     * @param now the host's clock
     * @return every missing item; empty when there is no such open run or its definition is not known
     */
    public Optional<Blocked> whyBlocked(Code run, Step step, Instant now) {
        return at(run).map(at -> {
            Stream<Need> next = step == Step.CLOSE
                    ? at.pathway().after(at.stage().code()).stream().flatMap(s -> s.needs(Step.OPEN).stream())
                    : Stream.empty();
            List<Need> needs = Stream.concat(at.stage().needs(step).stream(), next)
                    .distinct()
                    .toList();
            Stream<Missing> undone = step == Step.CLOSE ? undone(at).map(o -> owed(o, at.stage())) : Stream.empty();
            return blocked(at, step, needs, undone, now);
        });
    }

    /**
     * Why a step of a handoff cannot be taken now: what its run asks for, and the words that the parties still owe
     * each other.
     *
     * @param handoff which handoff
     * @param step which step: offering, accepting, starting ({@code DECIDE}) or confirming ({@code CLOSE})
     * @param now the host's clock
     * @return every missing item; empty when the handoff is on no open run
     */
    public Optional<Blocked> whyBlocked(HandoffId handoff, Step step, Instant now) {
        return chart.places().get(handoff).flatMap(this::at).map(at -> {
            Stream<Missing> words = step == Step.ACCEPT
                    ? Stream.of(Kinds.AGREE, Kinds.MEET)
                            .flatMap(kind -> chart.obligations().openOf(handoff.value(), kind).stream())
                            .map(o -> owed(o, at.stage()))
                    : Stream.empty();
            return blocked(at, step, ofHandoff(at, step), words, now);
        });
    }

    private static List<Need> ofHandoff(At at, Step step) {
        return switch (step) {
            case OFFER, ACCEPT -> AtTheGate.reached(at.run(), at.pathway(), step);
            case DECIDE -> AtTheGate.needs(at.pathway().stages().stream(), step);
            default -> at.stage().needs(step);
        };
    }

    private Blocked blocked(At at, Step step, List<Need> needs, Stream<Missing> owed, Instant now) {
        Code run = at.run().run();
        OnChart known = new OnChart(chart, run);
        List<Missing> missing = new ArrayList<>();
        Lacking.of(needs, known, now).forEach(lack -> missing.add(missing(at, lack, now)));
        owed.filter(o -> missing.stream().noneMatch(m -> m.item().equals(o.item())))
                .forEach(missing::add);
        List<Missing> waived = Lacking.waived(needs, known, now).stream()
                .map(lack -> missing(at, lack, now))
                .toList();
        return new Blocked(run, at.stage().code(), step, missing, waived);
    }

    private Optional<At> at(Code run) {
        Optional<PathwayRun> found = chart.runs().get(run).filter(PathwayRun::isOpen);
        return found.flatMap(r ->
                rules.of(r).flatMap(p -> r.stage().flatMap(p::stage).map(s -> new At(r, p, s))));
    }

    private Stream<Obligation> undone(At at) {
        return chart
                .obligations()
                .openChildren(Keys.stage(at.run().run(), at.stage().code()))
                .stream()
                .filter(o -> at.stage().duties().stream()
                        .anyMatch(d -> d.kind().equals(o.key().kind())));
    }

    private static Missing owed(Obligation o, Stage stage) {
        Supplier holder = new Supplier(o.holder().role(), o.holder());
        return new Missing(
                o.key().kind(),
                Lack.Why.NOT_DONE,
                List.of(holder),
                stage.evidence(),
                Optional.of(o.due()),
                Optional.empty());
    }

    private Missing missing(At at, Lack lack, Instant now) {
        Code run = at.run().run();
        Stage stage = at.stage();
        Code item = lack.need().item();
        Stream<Obligation> work = Stream.concat(
                chart.obligations().openOf(Keys.cause(run), Keys.SUPPLY).stream()
                        .filter(o -> o.key().subject().equals(item.value())),
                chart.obligations().openOf(Keys.cause(run), item).stream());
        Optional<Instant> due = work.map(Obligation::due).sorted().findFirst();
        Optional<Instant> gate = chart.obligations()
                .get(Keys.stage(run, stage.code()))
                .filter(Obligation::isOpen)
                .map(Obligation::due);
        List<Supplier> suppliers = lack.need().suppliers().stream()
                .map(role -> new Supplier(role, seat(role, now)))
                .toList();
        return new Missing(item, lack.why(), suppliers, stage.evidence(), due.or(() -> gate), lack.waiver());
    }

    private Holder seat(Code role, Instant now) {
        return chart.team()
                .seatOf(role)
                .map(s -> chart.team().onDuty(s, now))
                .orElseGet(() -> Holder.of(chart.custodian().orElseThrow(), role));
    }
}
