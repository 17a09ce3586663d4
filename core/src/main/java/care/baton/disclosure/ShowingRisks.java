package care.baton.disclosure;

import care.baton.disclosure.RisksSeen.NeedSeen;
import care.baton.disclosure.RisksSeen.ObservationSeen;
import care.baton.disclosure.RisksSeen.Usual;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.risk.Established;
import care.baton.risk.Observation;
import care.baton.risk.Observed;
import care.baton.risk.Risks;
import care.baton.risk.Score;
import care.baton.risk.Scored;
import care.baton.risk.UnmetNeed;
import java.util.List;
import java.util.stream.Stream;

/** What of the person's risks goes into a view. */
final class ShowingRisks {

    private final Sight sight;

    ShowingRisks(Sight sight) {
        this.sight = sight;
    }

    RisksSeen of(Risks risks) {
        return new RisksSeen(usual(risks), observations(risks), scores(risks), needs(risks));
    }

    private List<Usual> usual(Risks risks) {
        return risks.established().values().stream()
                .flatMap(versions ->
                        versions.values().stream()
                                .filter(e -> !sight.isSecret(e.by()))
                                .reduce((first, last) -> last)
                                .stream())
                .filter(e -> opens(e.by(), List.of(e.baseline().subject())))
                .map(this::usual)
                .toList();
    }

    private Usual usual(Established one) {
        return new Usual(
                one.baseline().subject(),
                one.baseline().measured(),
                one.baseline().words(),
                sight.named(one.by()),
                one.at());
    }

    /** What was read in the note about a change is open where that change is. */
    private List<ObservationSeen> observations(Risks risks) {
        return risks.observations().stream()
                .filter(Observed::counts)
                .filter(o -> opens(
                        o.by(),
                        Stream.concat(Stream.of(o.observation().subject()), o.observation().change().stream())
                                .toList()))
                .map(this::observation)
                .toList();
    }

    private ObservationSeen observation(Observed one) {
        Observation seen = one.observation();
        return new ObservationSeen(
                seen.subject(),
                seen.source(),
                seen.times(),
                seen.measured(),
                seen.words(),
                sight.named(one.by()),
                one.at());
    }

    private List<Score> scores(Risks risks) {
        return risks.scores().stream()
                .filter(Scored::counts)
                .filter(s -> opens(s.by(), List.of(s.score().instrument().code())))
                .map(Scored::score)
                .toList();
    }

    private List<NeedSeen> needs(Risks risks) {
        return risks.unmet().stream()
                .filter(n -> opens(n.owner(), List.of(n.need())))
                .map(ShowingRisks::need)
                .toList();
    }

    private static NeedSeen need(UnmetNeed one) {
        return new NeedSeen(one.need(), one.words(), one.at());
    }

    private boolean opens(Holder by, List<Code> items) {
        if (sight.isSecret(by)) {
            return false;
        }
        if (sight.isTeaser()) {
            sight.hide(Part.RISKS, items);
            return false;
        }
        return sight.opens(Part.RISKS, items);
    }
}
