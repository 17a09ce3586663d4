package care.baton.fhir.history;

import care.baton.evidence.Entry;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffEvent;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.ClarificationGiven;
import care.baton.handoff.HandoffEvent.ConditionMet;
import care.baton.handoff.HandoffEvent.ConditionsAgreed;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.Relayed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The steps that a record tells of, first to last. What is only intended, set aside or overtaken is no step: nothing
 * changed by it.
 */
public final class Transitions {

    private static final Code OFFER = Code.of("offer");
    private static final Code CLARIFY = Code.of("clarify");
    private static final Code AGREE = Code.of("agree");
    private static final Code MEET = Code.of("meet");
    private static final Code WITHDRAW = Code.of("withdraw");

    /** Of which offer a turn of the work is: the one last accepted, else the one last made. */
    private final Map<HandoffId, Integer> current = new HashMap<>();

    private final List<Transition> steps = new ArrayList<>();

    private Transitions() {}

    /**
     * The steps of every handoff in a record.
     *
     * @param entries the entries, first to last
     * @return the steps, in the same order
     */
    public static List<Transition> of(List<Entry> entries) {
        Objects.requireNonNull(entries, "entries");
        Transitions transitions = new Transitions();
        for (Entry entry : entries) {
            if (entry.event() instanceof HandoffEvent event) {
                transitions.take(entry, event);
            }
        }
        return List.copyOf(transitions.steps);
    }

    private void take(Entry entry, HandoffEvent event) {
        if (event instanceof OfferMade made) {
            current.put(made.handoff(), made.number());
            add(entry, made.handoff(), made.number(), OFFER, made.from());
        } else if (event instanceof AnswerGiven given) {
            if (given.answer() instanceof Answer.Accept) {
                current.put(given.handoff(), given.number());
            }
            add(entry, given.handoff(), given.number(), given.answer().category(), given.by());
        } else if (event instanceof ClarificationGiven given) {
            add(entry, given.handoff(), given.number(), CLARIFY);
        } else if (event instanceof ConditionsAgreed agreed) {
            add(entry, agreed.handoff(), agreed.number(), AGREE);
        } else if (event instanceof ConditionMet met) {
            add(entry, met.handoff(), met.number(), MEET);
        } else if (event instanceof OfferWithdrawn withdrawn) {
            add(entry, withdrawn.handoff(), withdrawn.number(), WITHDRAW);
        } else if (event instanceof CourseTaken taken) {
            Code activity =
                    Code.of(taken.course().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            add(entry, taken.handoff(), current.getOrDefault(taken.handoff(), 1), activity);
        }
    }

    private void add(Entry entry, HandoffId handoff, int offer, Code activity) {
        add(entry, handoff, offer, activity, entry.act().speaker());
    }

    private void add(Entry entry, HandoffId handoff, int offer, Code activity, Holder by) {
        steps.add(new Transition(
                handoff,
                offer,
                activity,
                by,
                entry.act().relayed().map(told -> entry.act().by()),
                entry.act().stamp().recordedAt(),
                entry.act().stamp().occurredAt().or(() -> entry.act().relayed().map(Relayed::saidAt))));
    }
}
