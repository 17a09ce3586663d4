package care.baton.record;

import care.baton.outcome.Code;
import care.baton.risk.Observed;
import care.baton.risk.Pattern;
import care.baton.risk.RiskEvent;
import care.baton.risk.RiskEvent.AcuityStated;
import care.baton.risk.RiskEvent.BaselineEstablished;
import care.baton.risk.RiskEvent.NeedMet;
import care.baton.risk.RiskEvent.ObservationRecorded;
import care.baton.risk.RiskEvent.PatternDecided;
import care.baton.risk.RiskEvent.PatternDetected;
import care.baton.risk.RiskEvent.ScoreRecorded;
import care.baton.risk.RiskEvent.SignMarkedInError;
import care.baton.risk.RiskEvent.UnmetNeedNamed;
import care.baton.risk.Risks;
import care.baton.risk.Scored;
import care.baton.risk.Sign;
import care.baton.risk.UnmetNeed;
import java.util.Optional;

/** What can follow on what is known of risks: numbers go up by one, and a pattern is made of what is there. */
final class PossibleRisk {

    private PossibleRisk() {}

    static boolean after(Chart before, RiskEvent event) {
        Risks known = before.risks();
        if (event instanceof BaselineEstablished e) {
            return e.version()
                    == 1
                            + known.established()
                                    .get(e.baseline().subject())
                                    .map(all -> all.size())
                                    .orElse(0);
        }
        if (event instanceof ObservationRecorded e) {
            Optional<Integer> newest = known.baseline(e.observation().subject()).map(b -> b.version());
            return e.number() == known.observations().size() + 1
                    && e.observation().baseline().equals(newest);
        }
        if (event instanceof ScoreRecorded e) {
            return e.number() == known.scores().size() + 1;
        }
        if (event instanceof SignMarkedInError e) {
            return e.what().kind() != Sign.Kind.CONTACT && counts(before, e.what());
        }
        return event instanceof AcuityStated || found(before, event);
    }

    private static boolean found(Chart before, RiskEvent event) {
        Risks known = before.risks();
        if (event instanceof PatternDetected e) {
            return e.number() == known.patterns().size() + 1
                    && isOpen(before, e.run())
                    && e.detection().crossing().evidence().stream().allMatch(ref -> counts(before, ref));
        }
        if (event instanceof PatternDecided e) {
            return !e.evidence().isEmpty()
                    && known.found()
                            .get(e.number())
                            .filter(Pattern::isHypothesis)
                            .isPresent();
        }
        if (event instanceof UnmetNeedNamed e) {
            return e.number() == known.named().size() + 1 && isOpen(before, e.run());
        }
        return event instanceof NeedMet e
                && known.named().get(e.number()).filter(UnmetNeed::isOpen).isPresent();
    }

    private static boolean counts(Chart before, Sign.Ref ref) {
        return switch (ref.kind()) {
            case OBSERVATION ->
                before.risks()
                        .observed()
                        .get(ref.number())
                        .filter(Observed::counts)
                        .isPresent();
            case SCORE ->
                before.risks().scored().get(ref.number()).filter(Scored::counts).isPresent();
            case CONTACT ->
                before.contacts().get(ref.number()).filter(l -> l.counts()).isPresent();
        };
    }

    private static boolean isOpen(Chart before, Code run) {
        return before.runs().get(run).filter(PathwayRun::isOpen).isPresent();
    }
}
