package care.baton.record;

import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationCarried;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.obligation.ObligationEvent.ObligationReplaced;
import care.baton.obligation.ObligationEvent.ObligationResumed;
import care.baton.obligation.ObligationEvent.ObligationSuspended;
import care.baton.obligation.ObligationEvent.SuspensionLifted;
import care.baton.obligation.ObligationEvent.TermsChanged;
import care.baton.obligation.Obligations;
import care.baton.outcome.Code;
import java.time.Instant;
import java.util.List;

/** Which event of an obligation can follow on what is owed: an ended one never changes, an unknown one never moves. */
final class PossibleDuty {

    /** Whose due the parties name themselves: it may have passed by the time that it is owed. */
    private static final List<Code> BY_WORD = List.of(Kinds.MEET, Kinds.FOLLOW_UP, Keys.NOTE_FOLLOW_UP);

    private PossibleDuty() {}

    static boolean after(Obligations owed, ObligationEvent event, Instant now) {
        if (event instanceof ObligationOpened e) {
            return owed.get(e.key()).isEmpty()
                    && e.parent().map(p -> owed.isOpen(p) && !p.equals(e.key())).orElse(true)
                    && !e.at().isAfter(now)
                    && (BY_WORD.contains(e.key().kind()) || !e.due().isBefore(e.at()))
                    && !e.next().isBefore(e.at());
        }
        return owed.get(event.key())
                .filter(Obligation::isOpen)
                .filter(o -> changes(owed, o, event, now))
                .isPresent();
    }

    private static boolean changes(Obligations owed, Obligation o, ObligationEvent event, Instant now) {
        if (event instanceof ObligationSuspended e) {
            return owed.isOpen(e.by())
                    && !e.by().equals(e.key())
                    && !o.suspendedBy().contains(e.by())
                    && fits(o, e.at(), now);
        }
        if (event instanceof SuspensionLifted e) {
            return o.suspendedBy().size() > 1 && o.suspendedBy().contains(e.by()) && fits(o, e.at(), now);
        }
        if (event instanceof ObligationResumed e) {
            List<Key> one = List.of(e.by());
            return o.suspendedBy().equals(one) && !e.next().isBefore(e.at()) && fits(o, e.at(), now);
        }
        if (event instanceof LevelRaised e) {
            boolean level = e.level() == o.raised() + 1 && e.count() == 1;
            boolean reminder = e.level() == o.raised() && e.count() >= 1;
            return !o.isSuspended() && (level || reminder) && !e.at().isAfter(now);
        }
        if (event instanceof HolderChanged e) {
            return !o.holder().equals(e.to()) && fits(o, e.at(), now);
        }
        if (event instanceof ObligationCarried e) {
            return owed.isOpen(e.parent()) && !e.parent().equals(e.key());
        }
        return ends(owed, o, event, now);
    }

    private static boolean ends(Obligations owed, Obligation o, ObligationEvent event, Instant now) {
        if (event instanceof ObligationDischarged e) {
            return fits(o, e.at(), now);
        }
        if (event instanceof ObligationReleased e) {
            return fits(o, e.at(), now);
        }
        if (event instanceof ObligationReplaced e) {
            return owed.isOpen(e.by()) && !e.by().equals(e.key()) && fits(o, e.at(), now);
        }
        if (event instanceof TermsChanged e) {
            return !e.due().isBefore(o.since())
                    && e.latest()
                            .map(latest -> !e.due().isAfter(latest))
                            .orElse(e.visits().isEmpty());
        }
        return !(event instanceof DueMoved e)
                || (!e.due().isBefore(o.since())
                        && !e.next().isBefore(e.due())
                        && o.visits().isPresent()
                        && o.latest().map(latest -> !e.due().isAfter(latest)).orElse(true));
    }

    /** Not before the last thing that happened to it, and not in the future. */
    private static boolean fits(Obligation o, Instant at, Instant now) {
        return o.notBefore(at).equals(at) && !at.isAfter(now);
    }
}
