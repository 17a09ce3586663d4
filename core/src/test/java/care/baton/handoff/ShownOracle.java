package care.baton.handoff;

import care.baton.evidence.Event;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.HandoffEvent.ClarificationGiven;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationResumed;
import care.baton.obligation.ObligationEvent.ObligationSuspended;
import care.baton.outcome.Code;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one offer should show, told from the events alone and in another way: by the last word that was said. */
final class ShownOracle {

    private final int number;
    private final SortedSet<Code> asked = new TreeSet<>();
    private Shown last = Shown.AWAITING;
    private boolean invitation;
    private boolean accepting;
    private boolean running = true;
    private boolean heard;
    private Instant due = Instant.MIN;

    ShownOracle(int number) {
        this.number = number;
    }

    Shown after(List<Recorded> events, Instant now) {
        events.stream().map(Recorded::event).forEach(this::hear);
        boolean live = last == Shown.AWAITING || last == Shown.PROPOSED || last == Shown.CLARIFICATION_REQUESTED;
        if (live && accepting) {
            return Shown.ACCEPTED_AWAITING_CONFIRMATION;
        }
        boolean silent = running && heard && !now.isBefore(due);
        return live && silent && last != Shown.CLARIFICATION_REQUESTED ? Shown.NO_RESPONSE : last;
    }

    private void hear(Event event) {
        if (event instanceof ObligationEvent e && isResponse(e)) {
            clock(e);
        } else if (event instanceof OfferMade e && e.number() == number) {
            invitation = e.kind() == OfferKind.INVITATION;
        } else if (event instanceof AnswerIntended e && e.number() == number) {
            accepting = e.answer() instanceof Answer.Accept;
        } else if (event instanceof AnswerGiven e && e.number() == number) {
            accepting = false;
            given(e);
        } else if (event instanceof ClarificationGiven e && e.number() == number) {
            asked.remove(e.item());
            last = asked.isEmpty() ? Shown.AWAITING : last;
        } else if (event instanceof DecisionOvertaken e && e.number() == number) {
            accepting = accepting && e.decision() != Decision.ANSWER;
        } else if (event instanceof OfferWithdrawn e && e.number() == number) {
            last = Shown.WITHDRAWN;
        }
    }

    private boolean isResponse(ObligationEvent e) {
        return e.key().kind().equals(Kinds.RESPONSE) && e.key().subject().equals("offer-" + number);
    }

    private void clock(ObligationEvent event) {
        if (event instanceof ObligationOpened e) {
            due = e.due();
        } else if (event instanceof ObligationSuspended) {
            running = false;
        } else if (event instanceof ObligationResumed e) {
            running = true;
            due = e.due();
        } else if (event instanceof LevelRaised) {
            heard = true;
        }
    }

    private void given(AnswerGiven e) {
        if (e.answer() instanceof Answer.RequestClarification questions) {
            questions.questions().forEach(q -> asked.add(q.item()));
            last = Shown.CLARIFICATION_REQUESTED;
        } else if (e.answer() instanceof Answer.AcceptWithConditions) {
            last = Shown.PROPOSED;
        } else if (e.answer() instanceof Answer.Decline) {
            last = Shown.DECLINED;
        } else if (invitation || e.moves()) {
            last = Shown.ACCEPTED;
        }
    }
}
