package care.baton.handoff;

import care.baton.evidence.Canonical;
import care.baton.evidence.Event;
import care.baton.history.Index;
import care.baton.obligation.Next;
import care.baton.obligation.Obligation;
import care.baton.obligation.Obligations;
import care.baton.outcome.Copy;
import care.baton.outcome.Outcome;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.outcome.State;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.time.ServiceCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * One handoff by itself: who holds the care that is being handed over, what has been said, what is owed
 * and when it is late. It is a value: every operation gives a new one and what happened.
 */
@State
@Value.Immutable
public sealed interface Handoff permits ImmutableHandoff {

    /**
     * What the parties have said, and what is owed.
     *
     * @return both
     */
    Proceedings proceedings();

    /**
     * What has been asked of it before, by the host's identifiers.
     *
     * @return the fingerprint of each command
     */
    Index<CommandId, Digest> commands();

    /**
     * When something was recorded last, by the host's clock.
     *
     * @return the instant; empty before anything was
     */
    Optional<Instant> recordedAt();

    /**
     * A handoff in which nothing has been said yet.
     *
     * @param id which handoff
     * @return the handoff
     */
    static Handoff of(HandoffId id) {
        return ImmutableHandoff.builder()
                .proceedings(new Proceedings(Negotiation.of(id), Obligations.none()))
                .commands(Index.empty())
                .build();
    }

    /**
     * The handoff that these events tell of.
     *
     * @param id which handoff
     * @param recorded what happened, first to last
     * @return the handoff
     */
    static Handoff replay(HandoffId id, List<Recorded> recorded) {
        Handoff handoff = of(id);
        for (Recorded one : Copy.of(recorded, "recorded")) {
            handoff = handoff.evolve(one);
        }
        return handoff;
    }

    /**
     * Decides what a command does. What has fallen due by then happens first. Refuses with what each
     * {@link HandoffCommand} says, and with {@link Reason#COMMAND_ID_REUSED}.
     *
     * @param command what is asked for
     * @param act who asks and when, by the host's clock; an instant before the last recorded one is a claim only
     * @param practice how handoffs are run here
     * @return the handoff afterwards and what happened; or everything that stands in the way
     */
    default Outcome<Handoff, Recorded> decide(HandoffCommand command, Act act, Practice practice) {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(practice, "practice");
        Digest asked = Canonical.fingerprint((Record) Objects.requireNonNull(command, "command"));
        Optional<Outcome<Handoff, Recorded>> before = before(act, asked);
        if (before.isPresent()) {
            return before.get();
        }
        Act stamped = act.notBefore(recordedAt());
        Instant now = stamped.stamp().recordedAt();
        List<Event> due = new ArrayList<>(Unconfirmed.due(proceedings(), now, practice.calendar()));
        Proceedings then = proceedings();
        for (Event event : due) {
            then = then.evolve(event);
        }
        return HandoffDecision.decide(then, command, stamped, practice, Optional.empty())
                .fold(
                        done -> {
                            due.addAll(done.events());
                            return recorded(due, done.state(), stamped, asked);
                        },
                        Outcome::refused);
    }

    /**
     * Lets time pass: everything that has fallen due happens, each once, at the instant at which it fell due. Each time
     * that brought something about has an identifier of its own: the same again changes nothing.
     *
     * @param act on whose behalf time is asked for, and the host's clock
     * @param calendar the service's calendar
     * @return the handoff afterwards and what happened; refused only when the identifier was another command's
     */
    default Outcome<Handoff, Recorded> advance(Act act, ServiceCalendar calendar) {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(calendar, "calendar");
        Digest asked = Canonical.fingerprint(new Recorded.Advance());
        Optional<Outcome<Handoff, Recorded>> before = before(act, asked);
        if (before.isPresent()) {
            return before.get();
        }
        Act stamped = act.notBefore(recordedAt());
        List<Event> due =
                new ArrayList<>(Unconfirmed.due(proceedings(), stamped.stamp().recordedAt(), calendar));
        Proceedings then = proceedings();
        for (Event event : due) {
            then = then.evolve(event);
        }
        return recorded(due, then, stamped, asked);
    }

    /** The same command again changes nothing; its identifier for anything else is refused. */
    private Optional<Outcome<Handoff, Recorded>> before(Act act, Digest asked) {
        return commands()
                .get(act.command())
                .map(known -> known.equals(asked)
                        ? Outcome.applied(this, List.of())
                        : Outcome.refused(List.of(Refusal.of(Reason.COMMAND_ID_REUSED, "command"))));
    }

    private Outcome<Handoff, Recorded> recorded(List<Event> events, Proceedings then, Act act, Digest asked) {
        if (events.isEmpty()) {
            return Outcome.applied(this, List.of());
        }
        List<Recorded> recorded = new ArrayList<>(events.size());
        for (Event event : events) {
            recorded.add(new Recorded(act, asked, event));
        }
        return Outcome.applied(standing(then, act, asked), recorded);
    }

    private Handoff standing(Proceedings then, Act act, Digest asked) {
        return ImmutableHandoff.builder()
                .proceedings(then)
                .commands(commands().with(act.command(), asked))
                .recordedAt(act.stamp().recordedAt())
                .build();
    }

    /**
     * The handoff after one more thing that was recorded.
     *
     * @param recorded what happened
     * @return the handoff then
     */
    default Handoff evolve(Recorded recorded) {
        Objects.requireNonNull(recorded, "recorded");
        return standing(proceedings().evolve(recorded.event()), recorded.act(), recorded.asked());
    }

    /**
     * What the parties have said.
     *
     * @return the negotiation
     */
    default Negotiation negotiation() {
        return proceedings().negotiation();
    }

    /**
     * What is owed around it.
     *
     * @return the obligations
     */
    default Obligations obligations() {
        return proceedings().obligations();
    }

    /**
     * Who holds what is being handed over.
     *
     * @return the holder; empty before the first offer and after the end
     */
    default Optional<Holder> owner() {
        return obligations().openOf(negotiation().id().value(), Kinds.ACTION).stream()
                .findFirst()
                .map(Obligation::holder);
    }

    /**
     * Who held it at an instant.
     *
     * @param instant the host's clock
     * @return the holder then; empty when nobody did yet, or no longer
     */
    default Optional<Holder> ownerAt(Instant instant) {
        Objects.requireNonNull(instant, "instant");
        return obligations().heldAt(negotiation().id().value(), Kinds.ACTION, instant);
    }

    /**
     * What the newest offer shows, as of what was recorded last.
     *
     * @return exactly one; empty before the first offer
     */
    default Optional<Shown> shown() {
        return recordedAt().flatMap(this::shownAt);
    }

    /**
     * What the newest offer shows to somebody who looks at it now.
     *
     * @param now the host's clock
     * @return exactly one; empty before the first offer
     */
    default Optional<Shown> shownAt(Instant now) {
        Objects.requireNonNull(now, "now");
        return negotiation().current().map(o -> Shown.of(o, proceedings(), now));
    }

    /**
     * When something falls due next.
     *
     * @return the instant; empty when nothing is owed
     */
    default Optional<Instant> nextDue() {
        return Stream.concat(obligations().next().map(Next::at).stream(), negotiation().closesAt().stream())
                .min(Comparator.naturalOrder());
    }
}
