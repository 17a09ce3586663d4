package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffEvent;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.outcome.Code;
import care.baton.record.RecordEvent.DecisionTaken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The coded reasons that people gave, and the time that each speaks of: what had gone by when it was given. */
final class Reasons {

    /** A reason, when it was given, and what it speaks of: one cause, one obligation, or whatever was waited for. */
    private record Given(Instant at, Optional<String> cause, Optional<Key> key, Code reason) {}

    private final List<Given> given = new ArrayList<>();

    Reasons(Code run, Iterable<Entry> entries) {
        for (Entry entry : entries) {
            Instant at = entry.act().stamp().recordedAt();
            if (entry.event() instanceof DecisionTaken e && e.run().equals(run)) {
                e.cause().ifPresent(c -> given.add(new Given(at, Optional.empty(), Optional.empty(), c)));
            } else if (entry.event() instanceof ObligationReleased e) {
                given.add(new Given(at, Optional.empty(), Optional.of(e.key()), e.reason()));
            } else if (entry.event() instanceof HandoffEvent e) {
                reason(e)
                        .ifPresent(r ->
                                given.add(new Given(at, Optional.of(e.handoff().value()), Optional.empty(), r)));
            }
        }
    }

    private static Optional<Code> reason(HandoffEvent event) {
        if (event instanceof AnswerGiven e && e.answer() instanceof Answer.Decline declined) {
            return Optional.of(declined.reason());
        }
        if (event instanceof OfferWithdrawn e) {
            return Optional.of(e.reason());
        }
        return event instanceof CourseTaken e ? Optional.of(e.reason()) : Optional.empty();
    }

    List<Wait> explain(List<Wait> pieces, CauseRules causes) {
        return pieces.stream()
                .map(p -> p.cause() == Cause.EXCHANGE ? p : p.because(causes.of(p.key(), of(p))))
                .toList();
    }

    private List<Code> of(Wait piece) {
        return given.stream().filter(g -> speaksOf(g, piece)).map(Given::reason).toList();
    }

    private static boolean speaksOf(Given given, Wait piece) {
        boolean meant = given.cause().map(piece.key().cause()::equals).orElse(true)
                && given.key().map(piece.key()::equals).orElse(true);
        boolean within = given.at().isAfter(piece.from()) && !given.at().isAfter(piece.until());
        boolean place = piece.key().kind().equals(Kinds.PLACE)
                && given.cause().isPresent()
                && given.at().equals(piece.from());
        return meant && (within || place);
    }
}
