package care.baton.record;

import care.baton.evidence.Event;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.PersonProposed;
import care.baton.ownership.Team;
import care.baton.ownership.TeamEvent;
import care.baton.ownership.TeamEvent.MemberJoined;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What lets something change hands: an acceptance, an acknowledgment, a giving back, a member's leaving, or a member's
 * joining in a role that nobody has any more where the work lies.
 */
final class Moves {

    private final SortedMap<CommandId, List<Event>> together = new TreeMap<>();
    private final SortedMap<Key, SortedSet<PersonId>> asked = new TreeMap<>();
    private final SortedMap<String, List<Holder>> senders = new TreeMap<>();
    private Team team = Team.nobody();

    /** Takes note of one event of the list, before any change of hands is judged. */
    void prepare(Act act, Event event) {
        together.computeIfAbsent(act.command(), c -> new ArrayList<>()).add(event);
        if (event instanceof PersonProposed e) {
            asked.computeIfAbsent(e.key(), k -> new TreeSet<>()).add(e.person());
        } else if (event instanceof OfferMade e) {
            senders.computeIfAbsent(e.handoff().value(), h -> new ArrayList<>()).add(e.from());
        }
    }

    /** Takes note of who takes part, as the list is read. */
    void follow(Act act, Event event) {
        if (event instanceof TeamEvent e) {
            team = team.evolve(e, act.stamp().recordedAt());
        }
    }

    boolean isExplained(Act act, HolderChanged moved, Optional<Holder> before) {
        List<Event> with = together.getOrDefault(act.command(), List.of());
        if (before.filter(moved.to()::sameRole).isPresent()) {
            return isAcknowledged(act, moved) || with.stream().anyMatch(e -> hasLeft(e, before.get()));
        }
        if (before.isPresent() && with.stream().anyMatch(e -> isTaken(e, moved, before.get()))) {
            return true;
        }
        return moved.key().kind().equals(Kinds.ACTION)
                && with.stream().anyMatch(e -> isAccepted(e, moved) || isGivenBack(e, moved));
    }

    private boolean isAcknowledged(Act act, HolderChanged moved) {
        Optional<PersonId> person = moved.to().person();
        return person.isPresent()
                && person.equals(act.speaker().person())
                && asked.getOrDefault(moved.key(), new TreeSet<>()).contains(person.get());
    }

    private static boolean hasLeft(Event event, Holder before) {
        return event instanceof MemberLeft left && left.seat().equals(before);
    }

    private boolean isTaken(Event event, HolderChanged moved, Holder before) {
        boolean changed = event instanceof MemberJoined joined
                ? joined.seat().sameRole(moved.to())
                : event instanceof MemberLeft left && left.seat().sameRole(before);
        return changed
                && moved.to().role().equals(before.role())
                && team.holds(moved.to())
                && Vacancy.passesOn(team, moved.key(), before);
    }

    private static boolean isAccepted(Event event, HolderChanged moved) {
        return event instanceof AnswerGiven given
                && given.answer() instanceof Answer.Accept
                && given.moves()
                && given.handoff().value().equals(moved.key().cause())
                && given.by().sameRole(moved.to());
    }

    private boolean isGivenBack(Event event, HolderChanged moved) {
        return event instanceof CourseTaken taken
                && (taken.course() == Course.OFFERING || taken.course() == Course.VALIDATING)
                && taken.handoff().value().equals(moved.key().cause())
                && senders.getOrDefault(moved.key().cause(), List.of()).stream().anyMatch(moved.to()::sameRole);
    }
}
