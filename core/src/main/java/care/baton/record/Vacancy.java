package care.baton.record;

import care.baton.escalation.Escalation;
import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.ownership.Team;
import care.baton.party.Holder;
import java.util.List;

/**
 * What stands open in a role that nobody has any more where it lies. Work that belongs to a role of the pathway goes to
 * whoever has the role on the record. What an organization answers for, and what the parties of a handoff owe one
 * another, stays with that organization: it comes to another by a handoff and by nothing else.
 */
final class Vacancy {

    /** What the owner of a run or of a stage answers for. */
    private static final List<Code> OWNED = List.of(Keys.OUTCOME, Keys.STAGE, Keys.TAKE_UP, Keys.HAND_OVER);

    /** What a role of the pathway does about a handoff, whoever its parties are. */
    private static final List<Code> ABOUT = List.of(Escalation.ESCALATION, Kinds.URGENT_LOOK, Kinds.MANY_ROUNDS);

    private Vacancy() {}

    /** Whether it goes to whoever has the role elsewhere: a place that nobody has had yet is filled, an owner stays. */
    static boolean passesOn(Team team, Key key, Holder holder) {
        if (team.holds(holder)) {
            return false;
        }
        return Keys.isRun(key) ? !OWNED.contains(key.kind()) || !team.hasHad(holder) : ABOUT.contains(key.kind());
    }

    /** Whether a role of an organization still holds something. */
    static boolean holdsAny(Chart chart, Holder role) {
        return chart.obligations().open().stream().anyMatch(o -> o.holder().sameRole(role));
    }
}
