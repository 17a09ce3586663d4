package care.baton.handoff;

import care.baton.evidence.Event;
import care.baton.obligation.Ending;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Obligations;
import care.baton.obligation.Opening;
import care.baton.obligation.Passing;
import care.baton.outcome.Code;
import care.baton.outcome.Draft;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One party's turn to speak: what happens is gathered here, step by step. */
final class Turn {

    private final Draft<Proceedings, Event> draft;
    private final Act act;
    private final Practice practice;
    private final Optional<Key> parent;

    Turn(Draft<Proceedings, Event> draft, Act act, Practice practice, Optional<Key> parent) {
        this.draft = draft;
        this.act = act;
        this.practice = practice;
        this.parent = parent;
    }

    Negotiation talks() {
        return draft.state().negotiation();
    }

    Obligations owed() {
        return draft.state().obligations();
    }

    HandoffId id() {
        return talks().id();
    }

    Act act() {
        return act;
    }

    Practice practice() {
        return practice;
    }

    Instant now() {
        return act.stamp().recordedAt();
    }

    Holder speaker() {
        return act.speaker();
    }

    /** What the action itself serves in a larger record, while that is open. */
    Optional<Key> parent() {
        return parent.filter(owed()::isOpen);
    }

    Key key(Code kind, String subject) {
        return new Key(id().value(), kind, subject, talks().occurrence());
    }

    Key action() {
        return key(Kinds.ACTION, "whole");
    }

    Key response(int offer) {
        return key(Kinds.RESPONSE, "offer-" + offer);
    }

    Optional<Obligation> openAction() {
        return owed().get(action()).filter(Obligation::isOpen);
    }

    void happens(HandoffEvent event) {
        draft.add(event);
    }

    void owe(Opening opening) {
        draft.addAll(opening.on(owed(), now()));
    }

    /** Owed anew if the same was owed before and has ended: the next occurrence of it. */
    void oweAgain(Opening opening) {
        Opening next = opening;
        while (owed().get(next.key()).filter(o -> !o.isOpen()).isPresent()) {
            next = next.under(next.key().again());
        }
        owe(next);
    }

    void done(Key key) {
        draft.addAll(Ending.discharged(owed(), key, now(), practice.calendar()));
    }

    void released(Key key, Code reason) {
        draft.addAll(Ending.released(owed(), key, reason, now(), practice.calendar()));
    }

    void releasedAll(Code kind, Code reason) {
        ours(kind).forEach(o -> released(o.key(), reason));
    }

    void doneAll(Code kind) {
        ours(kind).forEach(o -> done(o.key()));
    }

    /** The open obligations of one kind around this handoff. */
    List<Obligation> ours(Code kind) {
        return owed().openOf(id().value(), kind);
    }

    void passes(Key key, Holder to, Code cause) {
        draft.addAll(Passing.to(owed(), key, to, cause, now(), practice.calendar()));
    }

    void waitsFor(Key key, Key by) {
        draft.addAll(Passing.suspended(owed(), key, by, now()));
    }

    void proposes(Key key, PersonId person) {
        draft.addAll(Passing.proposed(owed(), key, person));
    }

    void refuse(Reason reason, String path, Code... roles) {
        draft.refuse(Refusal.of(reason, path, List.of(roles)));
    }

    void refuse(Refusal refusal) {
        draft.refuse(refusal);
    }

    boolean isRefused() {
        return draft.isRefused();
    }

    /** Whether somebody of another organization speaks: they hear that it is not their turn, and no more. */
    boolean isOutside(Holder entitled) {
        return !speaker().organization().equals(entitled.organization());
    }

    /** Anybody of either organization may say it: refuses everybody else. */
    boolean isByEither(Offer offer, String path) {
        boolean party = !isOutside(offer.sender()) || !isOutside(offer.to());
        if (!party) {
            refuse(Reason.NOT_A_PARTY, path, offer.sender().role(), offer.to().role());
        }
        return party;
    }

    /** Only this role of this organization may do it: refuses anybody else. */
    boolean isBy(Holder entitled, String path) {
        if (isOutside(entitled)) {
            refuse(Reason.NOT_YOUR_TURN, path, entitled.role());
            return false;
        }
        if (!speaker().role().equals(entitled.role())) {
            refuse(Reason.ROLE_NOT_PERMITTED, path, entitled.role());
            return false;
        }
        return true;
    }
}
