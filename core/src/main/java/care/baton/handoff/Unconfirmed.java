package care.baton.handoff;

import care.baton.escalation.Escalation;
import care.baton.evidence.Event;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.obligation.Ending;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.outcome.Draft;
import care.baton.party.Holder;
import care.baton.time.ServiceCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is done waits for the sender's confirmation. Where the definition gives that a time and it passes, the handoff
 * closes as unconfirmed: that is recorded, and whoever held it owes the sender a word, unless the sender has taken back
 * what is left of it.
 */
public final class Unconfirmed {

    /** Why it closed and why nothing is owed on it any more: nobody confirmed it in time. */
    public static final Code UNCONFIRMED = Code.of("unconfirmed");

    private final Draft<Proceedings, Event> draft;
    private final Instant at;
    private final ServiceCalendar calendar;

    private Unconfirmed(Proceedings proceedings, Instant at, ServiceCalendar calendar) {
        this.draft = new Draft<>(proceedings, Proceedings::evolve);
        this.at = at;
        this.calendar = calendar;
    }

    /**
     * It closes. By when the word is owed, and who hears when it is late, is that of the confirmation.
     *
     * @param proceedings how it stands: done, and not confirmed
     * @param at when it closes, by the host's clock
     * @param calendar the service's calendar
     * @return what happens
     */
    public static List<Event> closed(Proceedings proceedings, Instant at, ServiceCalendar calendar) {
        Unconfirmed unconfirmed = new Unconfirmed(proceedings, at, calendar);
        unconfirmed.close(proceedings.negotiation());
        return unconfirmed.draft.events();
    }

    /** What has fallen due on a handoff by itself: lateness, and its closing. */
    static List<Event> due(Proceedings proceedings, Instant now, ServiceCalendar calendar) {
        Draft<Proceedings, Event> draft = new Draft<>(proceedings, Proceedings::evolve);
        Optional<Instant> closes = proceedings.negotiation().closesAt().filter(at -> !at.isAfter(now));
        if (closes.isPresent()) {
            draft.addAll(Escalation.due(proceedings.obligations(), closes.get(), calendar));
            draft.addAll(closed(draft.state(), closes.get(), calendar));
        }
        draft.addAll(Escalation.due(draft.state().obligations(), now, calendar));
        return draft.events();
    }

    private void close(Negotiation talks) {
        Optional<Obligation> action = open(talks, Kinds.ACTION);
        Optional<Obligation> awaited = open(talks, Kinds.VALIDATE);
        draft.add(new CourseTaken(talks.id(), Course.CLOSED, at, UNCONFIRMED, List.of()));
        talks.offers().values().forEach(this::withdraw);
        awaited.ifPresent(o -> released(o.key()));
        action.ifPresent(o -> released(o.key()));
        action.ifPresent(o -> tellAll(talks, o, awaited.orElse(o)));
    }

    private void tellAll(Negotiation talks, Obligation action, Obligation awaited) {
        if (!action.holder().sameRole(awaited.holder())) {
            tell("unconfirmed", action, action.holder(), awaited.holder(), awaited.route());
        }
        talks.offers().values().stream()
                .filter(o -> isOpen(o) && o.arbiter() == Arbiter.SERVER)
                .forEach(o -> tell("offer-" + o.number(), action, o.sender(), o.to(), awaited.route()));
    }

    private Optional<Obligation> open(Negotiation talks, Code kind) {
        return draft.state().obligations().openOf(talks.id().value(), kind).stream()
                .findFirst();
    }

    private static boolean isOpen(Offer offer) {
        return offer.isLive() || offer.withdrawing().isPresent();
    }

    private void withdraw(Offer offer) {
        if (isOpen(offer)) {
            if (offer.intended().isPresent()) {
                draft.add(new DecisionOvertaken(
                        draft.state().negotiation().id(), offer.number(), Decision.ANSWER, UNCONFIRMED));
            }
            draft.add(new OfferWithdrawn(draft.state().negotiation().id(), offer.number(), at, UNCONFIRMED));
        }
    }

    private void released(Key key) {
        draft.addAll(Ending.released(draft.state().obligations(), key, UNCONFIRMED, at, calendar));
    }

    private void tell(String subject, Obligation action, Holder who, Holder whom, Route route) {
        Key key = Key.of(action.key().cause(), Kinds.TELL, subject);
        while (draft.state().obligations().get(key).isPresent()) {
            key = key.again();
        }
        Optional<Key> parent = action.parent().filter(draft.state().obligations()::isOpen);
        Opening told = Opening.of(key, parent, who, whom, route.repeat().due(at, calendar), route);
        draft.addAll(told.on(draft.state().obligations(), at));
    }
}
