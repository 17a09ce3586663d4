package care.baton.record;

import care.baton.handoff.Arbiter;
import care.baton.handoff.Course;
import care.baton.handoff.Ipass;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands before each step on a record: what is missing, who can supply it, where the evidence is and by when. */
public final class Gates {

    /** Where a run stands. */
    private record At(PathwayRun run, Pathway pathway, Stage stage) {}

    private static final Code OUTPUT = Code.of("output");
    private static final Code VALIDATION = Code.of("outcome-validation");
    private static final Code SYNTHESIS = Code.of("synthesis");

    private final Chart chart;
    private final Rulebook rules;

    Gates(Chart chart, Rulebook rules) {
        this.chart = chart;
        this.rules = rules;
    }

    /**
     * Why a step of a run cannot be taken now. At the close: why the stage cannot be left; between two stages, who owes
     * it that the next is taken over; after the last stage, why the run cannot be closed.
     *
     * @param run which run
     * @param step which step of the stage that it is in
     * @param now the host's clock
     * @return every missing item; empty when there is no such open run or its definition is not known
     */
    public Optional<Blocked> whyBlocked(Code run, Step step, Instant now) {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(now, "now");
        return at(run).map(at -> {
            List<Missing> brings = step == Step.OFFER ? form(at) : List.of();
            if (step != Step.CLOSE) {
                boolean gate = step == Step.OFFER || step == Step.ACCEPT;
                return blocked(
                        at, step, gate ? ofHandoff(at, step) : at.stage().needs(step), Stream.empty(), brings, now);
            }
            Optional<Stage> next = at.pathway().after(at.stage().code());
            if (!at.run().gap()) {
                Stream<Need> opens = next.stream().flatMap(s -> s.needs(Step.OPEN).stream());
                List<Need> needs = Stream.concat(at.stage().needs(step).stream(), opens)
                        .distinct()
                        .toList();
                return blocked(at, step, needs, undone(at).map(o -> owed(o, at.stage())), brings, now);
            }
            return next.isPresent()
                    ? blocked(at, step, List.of(), owed(at, Keys.cause(run), Keys.HAND_OVER), brings, now)
                    : blocked(at, step, at.pathway().closure(), unclosed(at, now), brings, now);
        });
    }

    /**
     * Why a step of a handoff cannot be taken now: what its run asks for, the words that the parties still owe each
     * other and, at the close, what has not come back with what was done. Before its first offer a handoff is on no run:
     * ask for the run's step then.
     *
     * @param handoff which handoff
     * @param step which step: offering, accepting, starting ({@code DECIDE}) or confirming ({@code CLOSE})
     * @param now the host's clock
     * @return every missing item; empty when the handoff is on no open run
     */
    public Optional<Blocked> whyBlocked(HandoffId handoff, Step step, Instant now) {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(now, "now");
        return chart.places().get(handoff).flatMap(this::at).map(at -> {
            Negotiation talks = chart.handoffs().get(handoff).orElseGet(() -> Negotiation.of(handoff));
            List<Missing> brings =
                    switch (step) {
                        case OFFER -> form(at);
                        case ACCEPT -> synthesis(at, talks);
                        default -> List.of();
                    };
            return blocked(at, step, ofHandoff(at, step), words(at, talks, step), brings, now);
        });
    }

    private Stream<Missing> words(At at, Negotiation talks, Step step) {
        String id = talks.id().value();
        return switch (step) {
            case ACCEPT ->
                Stream.of(
                                owed(at, id, Kinds.AGREE),
                                owed(at, id, Kinds.MEET),
                                Parts.sought(chart, talks.id()).flatMap(part -> sought(at, part)))
                        .flatMap(missing -> missing);
            case DECIDE -> owed(at, id, Kinds.AGREE);
            case CLOSE -> undone(at, talks);
            default -> Stream.empty();
        };
    }

    /** Whoever was asked for a part has not answered, or somebody has still to be asked. */
    private Stream<Missing> sought(At at, Negotiation part) {
        String id = part.id().value();
        return Stream.of(Kinds.RESPONSE, Kinds.PLACE, Kinds.TAKE_BACK).flatMap(kind -> owed(at, id, kind));
    }

    /** What is asked is not done; or it is said to be, and nothing came back. */
    private Stream<Missing> undone(At at, Negotiation talks) {
        List<Obligation> action = chart.obligations().openOf(talks.id().value(), Kinds.ACTION);
        boolean told = talks.course() == Course.DONE || talks.course() == Course.VALIDATING;
        Stream<Obligation> doing = told ? Stream.empty() : action.stream();
        Stream<Obligation> telling = talks.output().isEmpty() ? action.stream() : Stream.empty();
        return Stream.concat(
                doing.map(o -> owed(o, at.stage())),
                telling.map(o -> missing(
                        OUTPUT, told ? doer(talks, o) : o.holder(), at.stage().evidence(), Optional.of(o.due()))));
    }

    /** Whoever has done it says what came of it, though the sender holds what is left. */
    private static Holder doer(Negotiation talks, Obligation action) {
        return talks.taken().map(Offer::to).orElse(action.holder());
    }

    /** The parts of the form that an offer from the stage has: they come with the offer itself. */
    private List<Missing> form(At at) {
        return at.run().owner().stream()
                .flatMap(sender -> AtTheGate.parts(at.stage().handoff()).stream()
                        .map(part -> missing(part, sender, at.stage().evidence(), due(at))))
                .toList();
    }

    /** The receiver's own words for what was told, where the form asks for them: they come with the acceptance. */
    private List<Missing> synthesis(At at, Negotiation talks) {
        return talks.current().stream()
                .filter(o -> o.arbiter() == Arbiter.RECORD)
                .filter(o -> o.content().filter(Ipass.class::isInstance).isPresent())
                .map(o -> missing(SYNTHESIS, o.to(), at.stage().evidence(), due(at)))
                .toList();
    }

    private static List<Need> ofHandoff(At at, Step step) {
        return switch (step) {
            case OFFER, ACCEPT -> AtTheGate.reached(at.run(), at.pathway(), step);
            case DECIDE -> AtTheGate.needs(at.pathway().stages().stream(), step);
            default -> at.stage().needs(step);
        };
    }

    private Blocked blocked(
            At at, Step step, List<Need> needs, Stream<Missing> owed, List<Missing> brings, Instant now) {
        Code run = at.run().run();
        OnChart known = new OnChart(chart, run);
        List<Missing> missing = new ArrayList<>();
        Lacking.of(needs, known, now).forEach(lack -> missing.add(missing(at, lack, now)));
        owed.filter(o -> missing.stream().noneMatch(m -> m.item().equals(o.item())))
                .forEach(missing::add);
        List<Missing> waived = Lacking.waived(needs, known, now).stream()
                .map(lack -> missing(at, lack, now))
                .toList();
        return new Blocked(run, at.stage().code(), step, missing, waived, brings);
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

    /** What stands in the way of closing a run whose last stage is left, but for what its closure asks for. */
    private Stream<Missing> unclosed(At at, Instant now) {
        Code validates = at.pathway().responsibilities().validates();
        Supplier validator = new Supplier(validates, seat(validates, now));
        Stream<Missing> unvalidated =
                OnRun.validator(chart, at.run(), at.pathway()).isPresent()
                        ? Stream.empty()
                        : Stream.of(new Missing(
                                VALIDATION,
                                Lack.Why.NOT_DONE,
                                List.of(validator),
                                at.stage().evidence(),
                                due(at),
                                Optional.empty()));
        return Stream.concat(
                unvalidated,
                chart.obligations().open().stream()
                        .filter(o -> OnRun.hinders(chart, at.run().run(), o))
                        .map(o -> owed(o, at.stage())));
    }

    private Stream<Missing> owed(At at, String cause, Code kind) {
        return chart.obligations().openOf(cause, kind).stream().map(o -> owed(o, at.stage()));
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

    private static Missing missing(Code item, Holder from, Code evidence, Optional<Instant> by) {
        return new Missing(
                item, Lack.Why.MISSING, List.of(new Supplier(from.role(), from)), evidence, by, Optional.empty());
    }

    private Missing missing(At at, Lack lack, Instant now) {
        Code run = at.run().run();
        Code item = lack.need().item();
        Stream<Obligation> work = Stream.concat(
                chart.obligations().openOf(Keys.cause(run), Keys.SUPPLY).stream()
                        .filter(o -> o.key().subject().equals(item.value())),
                chart.obligations().openOf(Keys.cause(run), item).stream());
        Optional<Instant> due = work.map(Obligation::due).sorted().findFirst();
        List<Supplier> suppliers = lack.need().suppliers().stream()
                .map(role -> new Supplier(role, seat(role, now)))
                .toList();
        return new Missing(
                item, lack.why(), suppliers, evidence(at, lack.need()), due.or(() -> due(at)), lack.waiver());
    }

    /** Where the stage that asks for it keeps its evidence: the present one, if it does. */
    private static Code evidence(At at, Need need) {
        return Stream.concat(Stream.of(at.stage()), at.pathway().stages().stream())
                .filter(stage -> stage.needs(Step.CLOSE).contains(need))
                .map(Stage::evidence)
                .findFirst()
                .orElse(at.stage().evidence());
    }

    /** By when the stage is owed; between stages, that it is handed over; after the last one, the outcome. */
    private Optional<Instant> due(At at) {
        Code run = at.run().run();
        Optional<Obligation> stage =
                chart.obligations().get(Keys.stage(run, at.stage().code()));
        return Stream.of(
                        stage.stream(),
                        chart.obligations().openOf(Keys.cause(run), Keys.HAND_OVER).stream(),
                        chart.obligations().get(Keys.outcome(run)).stream())
                .flatMap(owed -> owed)
                .filter(Obligation::isOpen)
                .map(Obligation::due)
                .findFirst();
    }

    private Holder seat(Code role, Instant now) {
        return chart.team()
                .seatOf(role)
                .map(s -> chart.team().onDuty(s, now))
                .orElseGet(() -> Holder.of(chart.custodian().orElseThrow(), role));
    }

    /** How many runs there are. */
    @Override
    public String toString() {
        return "Gates[" + chart.runs().size() + "]";
    }
}
