package care.baton.handoff;

import care.baton.handoff.HandoffCommand.AcknowledgeAssignment;
import care.baton.handoff.HandoffCommand.AssignPerson;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import java.util.List;

/** From person to person within one role: asked, then acknowledged; until then nothing changes. */
final class Staffing {

    private static final Code ACKNOWLEDGED = Code.of("acknowledged");

    private Staffing() {}

    static void assign(Turn turn, AssignPerson command) {
        List<Obligation> mine = mine(turn, command.kind());
        if (mine.isEmpty()) {
            refuse(turn, command.kind());
        }
        mine.forEach(o -> turn.proposes(o.key(), command.person()));
    }

    static void acknowledge(Turn turn, AcknowledgeAssignment command) {
        List<Obligation> proposed = mine(turn, command.kind()).stream()
                .filter(o -> o.proposed().isPresent()
                        && o.proposed().equals(turn.speaker().person()))
                .toList();
        if (proposed.isEmpty()) {
            turn.refuse(Reason.NOT_PROPOSED, "assignment/" + command.kind());
        }
        proposed.forEach(o -> turn.passes(o.key(), o.holder().heldBy(o.proposed()), ACKNOWLEDGED));
    }

    private static void refuse(Turn turn, Code kind) {
        List<Holder> holders = turn.ours(kind).stream().map(Obligation::holder).toList();
        boolean ours = holders.stream().anyMatch(h -> !turn.isOutside(h));
        Code[] roles = holders.stream()
                .filter(h -> !ours || !turn.isOutside(h))
                .map(Holder::role)
                .distinct()
                .sorted()
                .toArray(Code[]::new);
        turn.refuse(ours ? Reason.ROLE_NOT_PERMITTED : Reason.NOT_YOUR_TURN, "assignment/" + kind, roles);
    }

    private static List<Obligation> mine(Turn turn, Code kind) {
        return turn.ours(kind).stream()
                .filter(o -> o.holder().sameRole(turn.speaker()))
                .toList();
    }
}
