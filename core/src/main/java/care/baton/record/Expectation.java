package care.baton.record;

import care.baton.handoff.Offer;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import care.baton.time.DueRule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is expected of one party to one handoff, so that a partner need not guess: by when it owes what and when its
 * lateness is heard, how often it reports, what it has to supply and in which form it is offered.
 *
 * @param handoff which handoff
 * @param party the sender or the receiver of its newest offer
 * @param words what the party owes on it now, soonest first
 * @param updates how often whoever holds it reports
 * @param fields what the party's role supplies on the pathway, in the order of the stages
 * @param stage the stage that the run is in
 * @param form the form that an offer from this stage has
 * @param evidence where the stage's evidence is held
 * @param reviewer the role on the funder's side that reviews the stage
 */
public record Expectation(
        HandoffId handoff,
        Holder party,
        List<Word> words,
        DueRule updates,
        List<Code> fields,
        Code stage,
        Code form,
        Code evidence,
        Code reviewer) {

    /**
     * One thing that the party owes on the handoff.
     *
     * @param kind what it is
     * @param due by when, by the host's clock
     * @param escalateAt when its lateness is heard next
     */
    public record Word(Code kind, Instant due, Instant escalateAt) {
        /** Checks that nothing is absent. */
        public Word {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(escalateAt, "escalateAt");
        }
    }

    /** Copies the lists. */
    public Expectation {
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(updates, "updates");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(reviewer, "reviewer");
        words = Copy.of(words, "words");
        fields = Copy.of(fields, "fields");
    }

    /**
     * What is expected of a party to a handoff as things stand.
     *
     * @param chart what stands on the record
     * @param rules the definitions that run
     * @param handoff which handoff
     * @param party who asks: the sender or the receiver of its newest offer, whoever is in that role
     * @return the expectations; empty for anybody else, so that nobody learns that there is such a handoff
     */
    public static Optional<Expectation> of(Chart chart, Rulebook rules, HandoffId handoff, Holder party) {
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(party, "party");
        Optional<PathwayRun> run = chart.places().get(handoff).flatMap(chart.runs()::get);
        Optional<Pathway> pathway = run.flatMap(rules::of);
        Optional<Stage> stage =
                pathway.flatMap(p -> run.flatMap(PathwayRun::stage).flatMap(p::stage));
        return chart.handoffs()
                .get(handoff)
                .flatMap(t -> t.current())
                .filter(o -> isParty(o, party))
                .flatMap(o -> stage.map(s -> at(chart, pathway.orElseThrow(), s, handoff, party)));
    }

    private static boolean isParty(Offer offer, Holder party) {
        return offer.sender().sameRole(party) || offer.to().sameRole(party);
    }

    private static Expectation at(Chart chart, Pathway pathway, Stage stage, HandoffId handoff, Holder party) {
        List<Word> words = chart.obligations().open().stream()
                .filter(o ->
                        o.key().cause().equals(handoff.value()) && o.holder().sameRole(party))
                .sorted(Comparator.comparing(Obligation::due).thenComparing(Obligation::key))
                .map(o -> new Word(o.key().kind(), o.due(), o.next()))
                .toList();
        List<Code> fields = pathway.needs().stream()
                .filter(n -> n instanceof FieldNeed && n.suppliers().contains(party.role()))
                .map(n -> n.item())
                .distinct()
                .toList();
        return new Expectation(
                handoff,
                party.heldBy(Optional.empty()),
                words,
                pathway.handoff().updates(),
                fields,
                stage.code(),
                stage.handoff(),
                stage.evidence(),
                stage.reviewer());
    }
}
