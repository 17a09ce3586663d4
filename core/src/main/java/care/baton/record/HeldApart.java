package care.baton.record;

import care.baton.consent.Purpose;
import care.baton.disclosure.Access;
import care.baton.disclosure.Holdings;
import care.baton.disclosure.Part;
import care.baton.disclosure.Ruling;
import care.baton.disclosure.Viewer;
import care.baton.evidence.Fact;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.pathway.Need;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Stage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fact that one party holds and that another, whose open action needs it, may not see. It says which fact and why
 * not, and nothing of what the fact says.
 *
 * @param field which fact
 * @param by who holds it
 * @param action the action that needs it
 * @param needs who holds the action
 * @param why why they do not see it
 */
public record HeldApart(Code field, Holder by, Key action, Holder needs, Ruling why) {

    /** Checks that nothing is absent. */
    public HeldApart {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(needs, "needs");
        Objects.requireNonNull(why, "why");
    }

    static List<HeldApart> on(Chart chart, Instant now, Rulebook rules) {
        return chart.holdings().stream()
                .flatMap(held -> chart.obligations().open().stream().flatMap(o -> of(chart, held, o, now, rules)))
                .sorted(Comparator.comparing(HeldApart::action).thenComparing(HeldApart::field))
                .toList();
    }

    private static Stream<HeldApart> of(Chart chart, Holdings held, Obligation owed, Instant now, Rulebook rules) {
        Holder needs = owed.holder();
        Access access = Access.of(held, new Viewer(needs, Purpose.CARE_COORDINATION), now, rules.disclosure());
        return Stream.concat(owed.proof().stream(), ofStage(chart, owed, rules))
                .filter(FieldNeed.class::isInstance)
                .map(Need::item)
                .distinct()
                .flatMap(field -> chart.evidence().fact(field).stream())
                .filter(fact -> !fact.author().organization().equals(needs.organization()))
                .filter(fact -> !access.sees(Part.FACTS, fact.field()))
                .map(fact -> row(fact, owed, access));
    }

    private static HeldApart row(Fact fact, Obligation owed, Access access) {
        return new HeldApart(
                fact.field(), fact.author(), owed.key(), owed.holder(), access.ruling(Part.FACTS, fact.field()));
    }

    /** What the stage of a run asks for, its owner needs. */
    private static Stream<Need> ofStage(Chart chart, Obligation owed, Rulebook rules) {
        Optional<PathwayRun> run = chart.runs().get(ByHand.run(chart, owed));
        return owed.key().kind().equals(Keys.STAGE)
                ? run.flatMap(rules::of).flatMap(p -> p.stage(Code.of(owed.key().subject()))).stream()
                        .map(Stage::fields)
                        .flatMap(List::stream)
                        .map(field -> field.need())
                : Stream.empty();
    }

    /** The field and the kinds only. */
    @Override
    public String toString() {
        return "HeldApart[" + field + ", " + action.kind() + "]";
    }
}
