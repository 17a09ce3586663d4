package care.baton.record;

import care.baton.escalation.Escalation;
import care.baton.handoff.Kinds;
import care.baton.obligation.Ending;
import care.baton.obligation.Key;
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
import care.baton.obligation.ObligationEvent.TermsChanged;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a list of entries says of one action, however little sense it makes: nothing is left out for being impossible. */
final class Audited {

    /** How it ended, as far as the list says. */
    enum End {
        /** It has not. */
        NONE,
        /** Done. */
        DONE,
        /** No longer owed, for a reason of its own. */
        EXPLAINED,
        /** It fell away with what it served. */
        FELL
    }

    private static final List<Code> BOOKKEEPING = List.of(
            Keys.OUTCOME,
            Keys.STAGE,
            Keys.REVIEW,
            Keys.SUPPLY,
            Keys.HAND_OVER,
            Keys.NOTIFY,
            Keys.STAFFING,
            Keys.TAKE_UP,
            Keys.ESCALATE,
            Escalation.ESCALATION,
            Kinds.RESPONSE,
            Kinds.CLARIFICATION,
            Kinds.CONFIRMATION,
            Kinds.AGREE,
            Kinds.MEET,
            Kinds.FOLLOW_UP,
            Kinds.URGENT_LOOK,
            Kinds.PLACE,
            Kinds.UPDATE,
            Kinds.VALIDATE,
            Kinds.TAKE_BACK,
            Kinds.TELL,
            Kinds.LOOK_INTO,
            Kinds.MANY_ROUNDS);

    private final Key key;
    private final List<Long> entries = new ArrayList<>();
    private Optional<Holder> holder = Optional.empty();
    private Optional<Key> parent = Optional.empty();
    private Optional<Instant> hears = Optional.empty();
    private boolean suspended;
    private End end = End.NONE;

    Audited(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    List<Long> entries() {
        return entries;
    }

    Optional<Holder> holder() {
        return holder;
    }

    Optional<Key> parent() {
        return parent;
    }

    End end() {
        return end;
    }

    /** Whether this is a piece of coordination in its own right, not the machine's own bookkeeping around one. */
    boolean isAction() {
        return !BOOKKEEPING.contains(key.kind());
    }

    boolean wasAssigned() {
        return holder.isPresent();
    }

    /** Whether it was to be heard of by an instant and was not. */
    boolean isSilentAt(Instant instant) {
        return end == End.NONE
                && !suspended
                && hears.filter(h -> h.isBefore(instant)).isPresent();
    }

    void mentioned(long sequence) {
        entries.add(sequence);
    }

    void read(ObligationEvent event) {
        if (event instanceof ObligationOpened e) {
            holder = Optional.of(e.holder());
            parent = e.parent();
            hears = Optional.of(e.next());
        } else if (event instanceof HolderChanged e) {
            holder = Optional.of(e.to());
        } else if (event instanceof ObligationCarried e) {
            parent = Optional.of(e.parent());
        } else if (event instanceof ObligationSuspended) {
            suspended = true;
        } else {
            moved(event);
        }
    }

    private void moved(ObligationEvent event) {
        if (event instanceof ObligationResumed e) {
            suspended = false;
            hears = Optional.of(e.next());
        } else if (event instanceof DueMoved e) {
            hears = Optional.of(e.next());
        } else if (event instanceof TermsChanged e) {
            hears = Optional.of(e.next());
        } else if (event instanceof LevelRaised e) {
            hears = Optional.of(e.next());
        } else if (event instanceof ObligationDischarged || event instanceof ObligationReplaced) {
            end = End.DONE;
        } else if (event instanceof ObligationReleased e) {
            boolean fell = e.reason().equals(Ending.PARENT_ENDED);
            end = fell ? End.FELL : End.EXPLAINED;
        }
    }
}
