package care.baton.record;

import care.baton.handoff.Kinds;
import care.baton.obligation.Lack;
import care.baton.obligation.Lacking;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.pathway.Need;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands before each step on a record: what is missing, who can supply it, where the evidence is and by when. */
public final class Gates {

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
        return stage(run).map(stage -> {
            OnChart known = new OnChart(chart, Keys.cause(run));
            List<Need> needs = stage.needs(step);
            List<Missing> missing = new ArrayList<>(Lacking.of(needs, known, now).stream()
                    .map(lack -> missing(run, stage, lack, now))
                    .toList());
            if (step == Step.CLOSE) {
                undone(run, stage)
                        .filter(o -> missing.stream()
                                .noneMatch(m -> m.item().equals(o.key().kind())))
                        .map(o -> owed(o, stage))
                        .forEach(missing::add);
            }
            List<Missing> waived = Lacking.waived(needs, known, now).stream()
                    .map(lack -> missing(run, stage, lack, now))
                    .toList();
            return new Blocked(run, stage.code(), step, missing, waived);
        });
    }

    /**
     * Why a step of a handoff cannot be taken now: what its run's stage asks for, and the words that the parties
     * still owe each other.
     *
     * @param handoff which handoff
     * @param step which step
     * @param now the host's clock
     * @return every missing item; empty when the handoff is on no open run
     */
    public Optional<Blocked> whyBlocked(HandoffId handoff, Step step, Instant now) {
        Optional<Code> run = chart.places().get(handoff);
        Optional<Stage> stage = run.flatMap(this::stage);
        return run.flatMap(r -> whyBlocked(r, step, now)).map(gate -> {
            List<Missing> words = step != Step.ACCEPT
                    ? List.of()
                    : Stream.of(Kinds.AGREE, Kinds.MEET)
                            .flatMap(kind -> chart.obligations().openOf(handoff.value(), kind).stream())
                            .map(o -> owed(o, stage.orElseThrow()))
                            .toList();
            return new Blocked(
                    gate.run(),
                    gate.stage(),
                    step,
                    Stream.concat(gate.missing().stream(), words.stream()).toList(),
                    gate.waived());
        });
    }

    private Optional<Stage> stage(Code run) {
        Optional<PathwayRun> found = chart.runs().get(run).filter(PathwayRun::isOpen);
        return found.flatMap(rules::of).flatMap(p -> found.get().stage().flatMap(p::stage));
    }

    private Stream<Obligation> undone(Code run, Stage stage) {
        return chart.obligations().openChildren(Keys.stage(run, stage.code())).stream()
                .filter(o -> stage.duties().stream()
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

    private Missing missing(Code run, Stage stage, Lack lack, Instant now) {
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
