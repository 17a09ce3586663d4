package care.baton.record;

import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import java.util.List;

/** Which obligations their holder may say are done, and which end only by what they are about. */
final class ByHand {

    private static final List<Code> BY_EVENT = List.of(
            Keys.OUTCOME,
            Keys.STAGE,
            Keys.SUPPLY,
            Keys.HAND_OVER,
            Keys.TAKE_UP,
            Keys.NOTE_REVIEW,
            Keys.INFORM,
            Keys.NOTE_FOLLOW_UP,
            Keys.CONTRADICTION,
            Keys.PATTERN_REVIEW,
            Keys.UNMET_NEED,
            Keys.EMERGENCY_REVIEW,
            Keys.ACTIVITY,
            Keys.OBSTACLE,
            Keys.CONSENT_RENEWAL,
            Kinds.ACTION,
            Kinds.RESPONSE,
            Kinds.CLARIFICATION,
            Kinds.AGREE,
            Kinds.MEET,
            Kinds.PLACE,
            Kinds.UPDATE,
            Kinds.VALIDATE,
            Kinds.TAKE_BACK);

    private ByHand() {}

    static boolean not(Obligation obligation) {
        return BY_EVENT.contains(obligation.key().kind());
    }

    /** Whose run it is proven for; what a handoff asks for is proven for no run, and no waiver of a run fits it. */
    static Code run(Chart chart, Obligation obligation) {
        return chart.runs().values().stream()
                .map(PathwayRun::run)
                .filter(r -> Keys.cause(r).equals(obligation.key().cause()))
                .findFirst()
                .orElse(Keys.OUTCOME);
    }
}
