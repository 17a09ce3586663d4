package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.handoff.HandoffEvent;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.ClarificationGiven;
import care.baton.handoff.HandoffEvent.ConditionMet;
import care.baton.handoff.HandoffEvent.ConditionsAgreed;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.DiscrepancyNamed;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.HandoffEvent.ProgressReported;
import care.baton.handoff.HandoffEvent.WarmHandoffHeld;
import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationDischarged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationReleased;
import care.baton.obligation.ObligationEvent.ObligationReplaced;
import care.baton.obligation.ObligationEvent.PersonProposed;
import care.baton.obligation.ObligationEvent.TermsChanged;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.pathway.Need;
import care.baton.record.Moment.Aspect;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What happened to one action, in order: who was responsible, what was written down, who heard, how it ended. */
public final class Timeline {

    private static final Code OPENED = Code.of("opened");
    private static final Code PROPOSED = Code.of("proposed");
    private static final Code OFFERED = Code.of("offered");
    private static final Code CLARIFIED = Code.of("clarified");
    private static final Code AGREED = Code.of("conditions-agreed");
    private static final Code MET = Code.of("condition-met");
    private static final Code REPORTED = Code.of("reported");
    private static final Code SPOKEN = Code.of("warm-handoff");
    private static final Code LEVEL = Code.of("level-raised");
    private static final Code REMINDED = Code.of("reminded");
    private static final Code DISCHARGED = Code.of("discharged");
    private static final Code TERMS = Code.of("terms-changed");
    private static final Code REPLACED = Code.of("replaced");

    private final CoordinationRecord record;

    Timeline(CoordinationRecord record) {
        this.record = record;
    }

    /**
     * What happened to one action. For what is handed over that is also what was said of it: the offers and the
     * answers, conditions agreed and met, questions answered, reports.
     *
     * @param key which obligation
     * @return the lines, first to last; none when it was never opened
     */
    public List<Moment> of(Key key) {
        Objects.requireNonNull(key, "key");
        Optional<Obligation> owed = record.chart().obligations().get(key);
        return owed.map(o -> StreamSupport.stream(record.ledger().entries().spliterator(), false)
                        .flatMap(entry -> line(entry, o).stream())
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Moment> line(Entry entry, Obligation action) {
        Event event = entry.event();
        if (event instanceof ObligationEvent e && e.key().equals(action.key())) {
            return owed(entry, e, action);
        }
        if (event instanceof HandoffEvent e
                && action.key().kind().equals(Kinds.ACTION)
                && action.key().cause().equals(e.handoff().value())) {
            return said(entry, e);
        }
        return proof(event)
                .filter(item -> action.proof().stream().map(Need::item).anyMatch(item::equals))
                .map(item -> moment(entry, Aspect.DOCUMENTATION, item, Optional.empty()));
    }

    private static Optional<Code> proof(Event event) {
        if (event instanceof FactRecorded e) {
            return Optional.of(e.field());
        }
        if (event instanceof ApprovalGiven e) {
            return Optional.of(e.kind());
        }
        if (event instanceof WaiverGranted e) {
            return Optional.of(e.item());
        }
        return event instanceof WaiverExpired e ? Optional.of(e.item()) : Optional.empty();
    }

    private static Optional<Moment> owed(Entry entry, ObligationEvent event, Obligation action) {
        if (event instanceof ObligationOpened e) {
            return Optional.of(moment(entry, Aspect.RESPONSIBILITY, OPENED, Optional.of(e.holder())));
        }
        if (event instanceof PersonProposed e) {
            Holder asked = action.tenure()
                    .holderAt(entry.act().stamp().recordedAt())
                    .orElse(action.holder())
                    .heldBy(Optional.of(e.person()));
            return Optional.of(moment(entry, Aspect.RESPONSIBILITY, PROPOSED, Optional.of(asked)));
        }
        if (event instanceof HolderChanged e) {
            return Optional.of(moment(entry, Aspect.RESPONSIBILITY, e.cause(), Optional.of(e.to())));
        }
        if (event instanceof LevelRaised e) {
            boolean hears =
                    e.level() >= 1 && e.level() <= action.route().levels().size();
            Optional<Holder> to = hears
                    ? Optional.of(action.route().levels().get(e.level() - 1).to())
                    : Optional.of(action.holder());
            return Optional.of(moment(entry, Aspect.ESCALATION, hears ? LEVEL : REMINDED, to));
        }
        if (event instanceof TermsChanged) {
            return Optional.of(moment(entry, Aspect.DOCUMENTATION, TERMS, Optional.empty()));
        }
        if (event instanceof DueMoved e) {
            return Optional.of(moment(entry, Aspect.DOCUMENTATION, e.reason(), Optional.empty()));
        }
        if (event instanceof ObligationDischarged) {
            return Optional.of(moment(entry, Aspect.CLOSURE, DISCHARGED, Optional.empty()));
        }
        if (event instanceof ObligationReleased e) {
            return Optional.of(moment(entry, Aspect.CLOSURE, e.reason(), Optional.empty()));
        }
        return event instanceof ObligationReplaced
                ? Optional.of(moment(entry, Aspect.CLOSURE, REPLACED, Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Moment> said(Entry entry, HandoffEvent event) {
        if (event instanceof OfferMade e) {
            return Optional.of(moment(entry, Aspect.DOCUMENTATION, OFFERED, Optional.of(e.to())));
        }
        if (event instanceof CourseTaken e) {
            Aspect aspect = e.course().isEnded() ? Aspect.CLOSURE : Aspect.DOCUMENTATION;
            return Optional.of(moment(entry, aspect, e.reason(), Optional.empty()));
        }
        return word(event).map(what -> moment(entry, Aspect.DOCUMENTATION, what, Optional.empty()));
    }

    private static Optional<Code> word(HandoffEvent event) {
        if (event instanceof AnswerGiven e) {
            return Optional.of(e.answer().category());
        }
        if (event instanceof ClarificationGiven) {
            return Optional.of(CLARIFIED);
        }
        if (event instanceof ConditionsAgreed) {
            return Optional.of(AGREED);
        }
        if (event instanceof ConditionMet) {
            return Optional.of(MET);
        }
        if (event instanceof DiscrepancyNamed e) {
            return Optional.of(e.what());
        }
        if (event instanceof ProgressReported) {
            return Optional.of(REPORTED);
        }
        return event instanceof WarmHandoffHeld ? Optional.of(SPOKEN) : Optional.empty();
    }

    private static Moment moment(Entry entry, Aspect aspect, Code what, Optional<Holder> to) {
        return new Moment(
                entry.sequence(),
                entry.act().stamp().recordedAt(),
                aspect,
                what,
                entry.act().speaker(),
                to);
    }

    /** How many entries it is read from. */
    @Override
    public String toString() {
        return "Timeline[" + record.ledger().size() + "]";
    }
}
