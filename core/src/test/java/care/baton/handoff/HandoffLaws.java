package care.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.escalation.Escalation;
import care.baton.evidence.Event;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.AnswerSetAside;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.Obligations;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What holds at every step of every walk, said with plain assertions. */
final class HandoffLaws {

    private HandoffLaws() {}

    private static List<Obligation> owed(Handoff handoff, Code kind) {
        return handoff.obligations().openOf(handoff.negotiation().id().value(), kind);
    }

    static void oneOwner(Step step) {
        Handoff after = step.after();
        boolean begun = !after.negotiation().offers().values().isEmpty();
        boolean ended = after.negotiation().course().isEnded();
        assertThat(owed(after, Kinds.ACTION)).hasSize(begun && !ended ? 1 : 0);
        Optional<Instant> earlier = step.before().recordedAt();
        Optional<Instant> later = after.recordedAt();
        if (earlier.isPresent() && later.get().isAfter(earlier.get())) {
            assertThat(after.ownerAt(later.get().minusNanos(1)))
                    .isEqualTo(step.before().owner());
        }
        if (later.isPresent()) {
            assertThat(after.ownerAt(later.get())).isEqualTo(after.owner());
        }
    }

    static void moveIsExplained(Step step) {
        List<Event> events = step.events();
        for (Event event : events) {
            if (event instanceof HolderChanged moved && moved.key().kind().equals(Kinds.ACTION)) {
                assertThat(accepted(step, moved) || takenBack(step, moved) || acknowledged(step, moved))
                        .as("%s of %s", moved.cause(), step.command().map(Object::getClass))
                        .isTrue();
            }
        }
    }

    private static boolean accepted(Step step, HolderChanged moved) {
        return step.events().stream()
                .filter(AnswerGiven.class::isInstance)
                .map(AnswerGiven.class::cast)
                .anyMatch(given -> isCurrentAccept(step, given) && moved.to().equals(given.by()));
    }

    private static boolean isCurrentAccept(Step step, AnswerGiven given) {
        Offer offer = step.before().negotiation().offers().get(given.number()).orElseThrow();
        boolean ready = !(offer.state() instanceof OfferState.Proposed p) || p.isReady() || isRead(step);
        boolean byTelephone = given.relayed() && !step.practice().terms().relayedMoves();
        return given.answer() instanceof Answer.Accept
                && given.by().sameRole(offer.to())
                && offer.kind() == OfferKind.FIRM
                && offer.isLive()
                && ready
                && isSettled(step, offer, given)
                && !byTelephone
                && step.before().negotiation().liveFirm().equals(Optional.of(offer));
    }

    /** Where a server arbitrates, only what was intended before and is now stored counts. */
    private static boolean isSettled(Step step, Offer offer, AnswerGiven given) {
        return offer.arbiter() == Arbiter.RECORD
                || isRead(step)
                || (step.command()
                                .filter(HandoffCommand.ConfirmDecision.class::isInstance)
                                .isPresent()
                        && offer.intended()
                                .filter(i -> i.answer().equals(given.answer()) && i.by().equals(given.by()))
                                .isPresent());
    }

    /** Where a server arbitrates, what was read there counts, whatever was still open. */
    private static boolean isRead(Step step) {
        return step.command()
                .filter(HandoffCommand.ReadAnswer.class::isInstance)
                .map(c -> ((HandoffCommand.ReadAnswer) c).offer())
                .flatMap(number -> step.before().negotiation().offers().get(number))
                .filter(offer -> offer.arbiter() == Arbiter.SERVER)
                .isPresent();
    }

    private static boolean isUnasked(Step step) {
        return step.command()
                        .filter(c -> c instanceof HandoffCommand.TakeBack t
                                && t.unasked().isPresent())
                        .isPresent()
                && step.before()
                        .negotiation()
                        .binding()
                        .filter(offer -> offer.arbiter() == Arbiter.SERVER)
                        .isPresent();
    }

    private static boolean takenBack(Step step, HolderChanged moved) {
        Course before = step.before().negotiation().course();
        Holder sender = step.before().negotiation().sender().orElseThrow();
        boolean open = before == Course.GIVING_BACK || before == Course.DONE || before == Course.VALIDATING;
        return (open || isUnasked(step))
                && step.act().speaker().sameRole(sender)
                && moved.to().equals(step.act().speaker())
                && step.events().stream()
                        .anyMatch(e -> e instanceof CourseTaken c
                                && c.course() == (isReadAsDone(step, before) ? Course.VALIDATING : Course.OFFERING));
    }

    /** Where a server arbitrates, the sender takes back what is left of what is done, and has yet to confirm it. */
    private static boolean isReadAsDone(Step step, Course before) {
        return before == Course.DONE
                && step.command()
                        .filter(HandoffCommand.TakeBack.class::isInstance)
                        .isPresent()
                && step.before()
                        .negotiation()
                        .binding()
                        .filter(offer -> offer.arbiter() == Arbiter.SERVER)
                        .isPresent();
    }

    private static boolean acknowledged(Step step, HolderChanged moved) {
        Obligation action = owed(step.before(), Kinds.ACTION).get(0);
        return action.holder().sameRole(moved.to())
                && action.proposed().equals(moved.to().person())
                && step.act().speaker().equals(moved.to());
    }

    /** Whatever happens because of time alone: somebody hears, and nothing else. */
    static void silenceIsOnlyHeard(Step step) {
        Handoff due = step.due();
        assertThat(due.negotiation()).isEqualTo(step.before().negotiation());
        for (Obligation open : step.before().obligations().open()) {
            Obligation then = due.obligations().get(open.key()).orElseThrow();
            assertThat(then.isOpen()).isTrue();
            assertThat(then.tenure()).isEqualTo(open.tenure());
            assertThat(then.due()).isEqualTo(open.due());
        }
        if (step.command().isEmpty()) {
            assertThat(step.events())
                    .allMatch(e -> e instanceof LevelRaised
                            || e instanceof ObligationOpened o && o.key().kind().equals(Escalation.ESCALATION));
        }
    }

    static void staleChangesNothing(Step step) {
        Optional<HandoffCommand.AnswerOffer> answer = step.command()
                .filter(HandoffCommand.AnswerOffer.class::isInstance)
                .map(HandoffCommand.AnswerOffer.class::cast);
        if (answer.isEmpty()) {
            return;
        }
        Optional<Offer> offer =
                step.before().negotiation().offers().get(answer.get().offer());
        boolean current = offer.filter(Offer::isLive)
                .filter(o -> o.asked().equals(answer.get().asked()))
                .isPresent();
        if (current) {
            assertThat(step.events()).as("a current answer").noneMatch(AnswerSetAside.class::isInstance);
        }
        if (current || step.recorded().isEmpty()) {
            return;
        }
        assertThat(step.after().owner()).isEqualTo(step.before().owner());
        assertThat(step.after().negotiation().offers())
                .isEqualTo(step.before().negotiation().offers());
        assertThat(step.after().obligations()).isEqualTo(step.due().obligations());
        Act again =
                Act.of(CommandId.of("again"), step.act().speaker(), step.act().stamp());
        assertThat(Step.of(step.after(), answer.get(), again, step.practice()).events())
                .noneMatch(AnswerSetAside.class::isInstance);
    }

    static void onceOnly(Step step, Handoff later, Instant at) {
        if (step.command().isEmpty() || step.recorded().isEmpty()) {
            return;
        }
        HandoffCommand command = step.command().get();
        Act again = new Act(
                step.act().command(), step.act().by(), Stamp.at(at), step.act().relayed());
        Step second = Step.of(later, command, again, step.practice());
        assertThat(second.outcome().isApplied()).isTrue();
        assertThat(second.events()).isEmpty();
        assertThat(second.after()).isSameAs(later);
        HandoffCommand other = new HandoffCommand.WithdrawOffer(77, Parties.OTHER_PLAN);
        assertThat(Step.of(later, other, again, step.practice()).outcome().refusals())
                .extracting(Refusal::code)
                .containsExactly(Reason.COMMAND_ID_REUSED);
    }

    static void refusalLeavesNothing(Step step) {
        List<Refusal> refusals = step.outcome().refusals();
        if (refusals.isEmpty()) {
            return;
        }
        assertThat(step.after()).isSameAs(step.before());
        assertThat(refusals).doesNotHaveDuplicates();
        boolean reused = refusals.get(0).code() == Reason.COMMAND_ID_REUSED;
        assertThat(step.before().commands().has(step.act().command())).isEqualTo(reused);
        if (!reused && step.command().isPresent()) {
            Step again = Step.of(step.before(), step.command().get(), step.act(), step.practice());
            assertThat(again.outcome().refusals()).isEqualTo(refusals);
        }
    }

    static void hasNextInstant(Step step) {
        Handoff after = step.after();
        Negotiation talks = after.negotiation();
        Obligations owed = after.obligations();
        owed.open().forEach(o -> assertThat(wakes(owed, o, 9)).as("%s", o.key()).isTrue());
        if (!talks.offers().values().isEmpty()) {
            assertThat(awaited(after)).as("step awaited in %s", talks.course()).isTrue();
        }
        talks.offers().values().forEach(o -> {
            long pending = (o.intended().isPresent() ? 1 : 0) + (o.withdrawing().isPresent() ? 1 : 0);
            assertThat(owed(after, Kinds.CONFIRMATION))
                    .filteredOn(c -> c.key().subject().startsWith("offer-" + o.number() + "-"))
                    .hasSize((int) pending);
        });
    }

    private static boolean wakes(Obligations owed, Obligation open, int depth) {
        if (!open.isSuspended()) {
            return !owed.next().orElseThrow().at().isAfter(open.next());
        }
        return depth > 0
                && open.suspendedBy().stream()
                        .allMatch(by -> owed.get(by)
                                .filter(Obligation::isOpen)
                                .filter(o -> !o.holder().sameRole(open.holder()))
                                .filter(o -> wakes(owed, o, depth - 1))
                                .isPresent());
    }

    /** Not the action's own time, but that of the step that is waited for. */
    private static boolean awaited(Handoff handoff) {
        return switch (handoff.negotiation().course()) {
            case OFFERING ->
                !owed(handoff, Kinds.RESPONSE).isEmpty()
                        || !owed(handoff, Kinds.PLACE).isEmpty();
            case HELD, STARTED -> !owed(handoff, Kinds.UPDATE).isEmpty();
            case GIVING_BACK -> !owed(handoff, Kinds.TAKE_BACK).isEmpty();
            case DONE, VALIDATING -> !owed(handoff, Kinds.VALIDATE).isEmpty();
            default -> true;
        };
    }

    /** If everybody falls silent from here on, somebody hears of everything that is owed. */
    static void silenceIsHeard(Handoff end, Practice practice) {
        Instant far = end.recordedAt().orElse(Parties.MONDAY).plus(Duration.ofDays(3650));
        Handoff later = end.advance(Act.of(CommandId.of("far"), Moves.CLOCK, Stamp.at(far)), practice.calendar())
                .orThrow()
                .state();
        for (Obligation open : end.obligations().open()) {
            Obligation then = later.obligations().get(open.key()).orElseThrow();
            assertThat(then.isSuspended() || then.raised() + then.reminders() > 0)
                    .as("%s", open.key())
                    .isTrue();
        }
    }

    static void clausesComplete(Step step) {
        for (Event event : step.events()) {
            if (!(event instanceof AnswerGiven given)) {
                continue;
            }
            String offer = "offer-" + given.number();
            if (given.answer() instanceof Answer.Decline declined) {
                assertThat(step.practice().terms().reasons()).contains(declined.reason());
            } else if (given.answer() instanceof Answer.AcceptWithConditions proposed) {
                assertThat(proposed.conditions()).isNotEmpty();
                assertThat(owed(step.after(), Kinds.AGREE))
                        .filteredOn(o -> o.key().subject().equals(offer))
                        .hasSize(1);
                assertThat(owed(step.after(), Kinds.MEET))
                        .filteredOn(o -> o.key().subject().startsWith(offer + "-"))
                        .extracting(Obligation::holder)
                        .containsExactlyElementsOf(proposed.conditions().stream()
                                .filter(c -> c.kind() == Condition.Kind.PRECONDITION)
                                .map(Condition::holder)
                                .toList());
            } else if (given.answer() instanceof Answer.RequestClarification asked) {
                assertThat(owed(step.after(), Kinds.CLARIFICATION))
                        .filteredOn(o -> o.key().subject().startsWith(offer + "-"))
                        .hasSameSizeAs(asked.questions());
                assertThat(owed(step.after(), Kinds.RESPONSE))
                        .filteredOn(o -> o.key().subject().equals(offer))
                        .allMatch(Obligation::isSuspended);
            }
        }
    }

    static void noOrphans(Handoff handoff) {
        Obligations owed = handoff.obligations();
        for (Obligation open : owed.open()) {
            open.parent()
                    .ifPresent(p -> assertThat(owed.isOpen(p))
                            .as("%s serves %s", open.key(), p)
                            .isTrue());
        }
        boolean ended = handoff.negotiation().course().isEnded();
        for (Offer offer : handoff.negotiation().offers().values()) {
            if (offer.isLive()) {
                assertThat(ended).as("live after the end").isFalse();
                assertThat(owed(handoff, Kinds.RESPONSE))
                        .extracting(o -> o.key().subject())
                        .contains("offer-" + offer.number());
            }
        }
        if (ended) {
            assertThat(owed.open())
                    .extracting(o -> o.key().kind())
                    .allMatch(
                            k -> k.equals(Kinds.TELL) || k.equals(Kinds.LOOK_INTO) || k.equals(Escalation.ESCALATION));
        }
    }

    static void timeFirst(Step step) {
        if (step.command().isEmpty() || step.recorded().isEmpty()) {
            return;
        }
        Act tick = Act.of(CommandId.of("tick"), Moves.CLOCK, step.act().stamp());
        Handoff due = step.before()
                .advance(tick, step.practice().calendar())
                .orThrow()
                .state();
        Step then = Step.of(due, step.command().get(), step.act(), step.practice());
        assertThat(then.outcome().isApplied()).isTrue();
        assertThat(then.after().proceedings()).isEqualTo(step.after().proceedings());
    }

    static void onlyThoseConcerned(Step step) {
        Negotiation talks = step.before().negotiation();
        Holder speaker = step.act().speaker();
        boolean concerned = talks.offers().values().isEmpty()
                || talks.offers().values().stream()
                        .flatMap(o -> List.of(o.sender(), o.to()).stream())
                        .anyMatch(p -> p.organization().equals(speaker.organization()))
                || step.before().obligations().open().stream()
                        .anyMatch(o -> o.holder().sameRole(speaker));
        if (!concerned) {
            assertThat(step.events()).noneMatch(HandoffEvent.class::isInstance);
        }
    }
}
