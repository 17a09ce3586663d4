package care.baton.risk;

import care.baton.history.Index;
import care.baton.outcome.Code;
import care.baton.outcome.State;
import care.baton.party.Act;
import care.baton.risk.RiskEvent.AcuityStated;
import care.baton.risk.RiskEvent.BaselineEstablished;
import care.baton.risk.RiskEvent.NeedMet;
import care.baton.risk.RiskEvent.ObservationRecorded;
import care.baton.risk.RiskEvent.PatternDecided;
import care.baton.risk.RiskEvent.PatternDetected;
import care.baton.risk.RiskEvent.ScoreRecorded;
import care.baton.risk.RiskEvent.SignMarkedInError;
import care.baton.risk.RiskEvent.UnmetNeedNamed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is known of a person's risks: what is usual, what was seen, what was scored, which patterns were found and what
 * became of them. It comes only from what was recorded.
 */
@State
@Value.Immutable
public sealed interface Risks permits ImmutableRisks {

    /**
     * What is usual, each subject with its versions in order.
     *
     * @return the baselines by subject
     */
    Index<Code, Index<Integer, Established>> established();

    /**
     * The observations by number, those marked in error too.
     *
     * @return each observation
     */
    Index<Integer, Observed> observed();

    /**
     * The scores by number, those marked in error too.
     *
     * @return each score
     */
    Index<Integer, Scored> scored();

    /**
     * How much the person depends on what is done for them, as was said last.
     *
     * @return the acuity; empty while nobody has said
     */
    Optional<Acuity> acuity();

    /**
     * The patterns by number.
     *
     * @return each pattern
     */
    Index<Integer, Pattern> found();

    /**
     * The needs by number.
     *
     * @return each need
     */
    Index<Integer, UnmetNeed> named();

    /**
     * Nothing is known yet.
     *
     * @return no risks
     */
    static Risks none() {
        return ImmutableRisks.builder()
                .established(Index.empty())
                .observed(Index.empty())
                .scored(Index.empty())
                .found(Index.empty())
                .named(Index.empty())
                .build();
    }

    /**
     * What is usual, as was said last.
     *
     * @param subject what it is about
     * @return the newest version; empty where none is known
     */
    default Optional<Established> baseline(Code subject) {
        return established().get(subject).flatMap(all -> all.get(all.size()));
    }

    /**
     * What was usual, in one version.
     *
     * @param subject what it is about
     * @param version which version
     * @return that version, if there is one
     */
    default Optional<Established> baseline(Code subject, int version) {
        return established().get(subject).flatMap(all -> all.get(version));
    }

    /**
     * All observations, those marked in error too.
     *
     * @return each, in the order in which they were recorded
     */
    default List<Observed> observations() {
        return observed().values();
    }

    /**
     * The observations about some subjects, those marked in error left out: failures, say, or one support task.
     *
     * @param subjects which subjects
     * @return each, in the order in which they were recorded
     */
    default List<Observed> observations(List<Code> subjects) {
        return observations().stream()
                .filter(o -> o.counts() && subjects.contains(o.observation().subject()))
                .toList();
    }

    /**
     * All scores, those marked in error too.
     *
     * @return each, in the order in which they were recorded
     */
    default List<Scored> scores() {
        return scored().values();
    }

    /**
     * All patterns, decided or not.
     *
     * @return each, in the order in which they were found
     */
    default List<Pattern> patterns() {
        return found().values();
    }

    /**
     * The patterns that nobody has decided yet.
     *
     * @return each hypothesis
     */
    default List<Pattern> hypotheses() {
        return patterns().stream().filter(Pattern::isHypothesis).toList();
    }

    /**
     * The patterns for which a referral is drafted and not decided.
     *
     * @return each, the service in its detection
     */
    default List<Pattern> drafts() {
        return hypotheses().stream()
                .filter(p -> p.detection().drafts().isPresent())
                .toList();
    }

    /**
     * What the person needs and does not have.
     *
     * @return the needs that are open
     */
    default List<UnmetNeed> unmet() {
        return named().values().stream().filter(UnmetNeed::isOpen).toList();
    }

    /**
     * How something went on from what was usual.
     *
     * @param subject what it is about
     * @return the newest baseline and what was seen against it; empty where none is known
     */
    default Optional<Progress> progress(Code subject) {
        return baseline(subject)
                .map(usual -> new Progress(
                        usual,
                        observations(List.of(subject)).stream()
                                .filter(o -> o.observation().baseline().equals(Optional.of(usual.version())))
                                .toList()));
    }

    /**
     * What is known after one more event.
     *
     * @param act who did it and when
     * @param event what happened
     * @return what stands then
     */
    default Risks evolve(Act act, RiskEvent event) {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(event, "event");
        ImmutableRisks.Builder next = ImmutableRisks.builder().from(this);
        if (event instanceof PatternDetected || event instanceof PatternDecided) {
            found(next, act, event);
        } else if (event instanceof UnmetNeedNamed e) {
            UnmetNeed need = new UnmetNeed(
                    e.number(),
                    e.run(),
                    e.need(),
                    e.owner(),
                    e.words(),
                    act.stamp().recordedAt(),
                    Optional.empty());
            next.named(named().with(e.number(), need));
        } else if (event instanceof NeedMet e) {
            named().get(e.number())
                    .map(n -> new UnmetNeed(
                            n.number(), n.run(), n.need(), n.owner(), n.words(), n.at(), Optional.of(e.how())))
                    .ifPresent(n -> next.named(named().with(n.number(), n)));
        } else {
            known(next, act, event);
        }
        return next.build();
    }

    private void known(ImmutableRisks.Builder next, Act act, RiskEvent event) {
        if (event instanceof BaselineEstablished e) {
            Code subject = e.baseline().subject();
            Index<Integer, Established> before = established().get(subject).orElse(Index.empty());
            Established now = new Established(e.version(), e.baseline(), act.speaker(), seen(act));
            next.established(established().with(subject, before.with(e.version(), now)));
        } else if (event instanceof ObservationRecorded e) {
            Observed one =
                    new Observed(e.number(), e.observation(), act.speaker(), act.by(), seen(act), Optional.empty());
            next.observed(observed().with(e.number(), one));
        } else if (event instanceof ScoreRecorded e) {
            next.scored(scored().with(
                            e.number(), new Scored(e.number(), e.score(), act.speaker(), seen(act), Optional.empty())));
        } else if (event instanceof AcuityStated e) {
            next.acuity(e.acuity());
        } else if (event instanceof SignMarkedInError e) {
            int number = e.what().number();
            if (e.what().kind() == Sign.Kind.OBSERVATION) {
                observed().get(number).ifPresent(o -> next.observed(observed().with(number, o.inError(e.reason()))));
            } else {
                scored().get(number).ifPresent(s -> next.scored(scored().with(number, s.inError(e.reason()))));
            }
        }
    }

    private void found(ImmutableRisks.Builder next, Act act, RiskEvent event) {
        Instant at = act.stamp().recordedAt();
        if (event instanceof PatternDetected e) {
            next.found(found().with(e.number(), new Pattern(e.number(), e.run(), e.detection(), at, Optional.empty())));
        } else if (event instanceof PatternDecided e) {
            Pattern.Decided decided = new Pattern.Decided(e.conclusion(), e.evidence(), e.action(), act.speaker(), at);
            found().get(e.number())
                    .map(p -> new Pattern(p.number(), p.run(), p.detection(), p.at(), Optional.of(decided)))
                    .ifPresent(p -> next.found(found().with(p.number(), p)));
        }
    }

    private static Instant seen(Act act) {
        return act.told().orElse(act.stamp().recordedAt());
    }
}
