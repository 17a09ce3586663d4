package care.baton.handoff;

import care.baton.outcome.Copy;
import care.baton.party.Sensitive;
import java.util.List;

/**
 * Illness severity, patient summary, action list, situation awareness and contingency. The fifth part,
 * the synthesis by the receiver, belongs to the receiver's answer.
 *
 * <p>Source: I-PASS.
 *
 * @param severity how ill the person is
 * @param summary the person in brief
 * @param actions what is to be done; at least one
 * @param contingency what may happen and what to do then
 */
public record Ipass(Sensitive severity, Sensitive summary, List<Sensitive> actions, Sensitive contingency)
        implements Content {

    /**
     * Checks that every part says something.
     *
     * @throws IllegalArgumentException if a part is empty or there is no action
     */
    public Ipass {
        Parts.say(severity, "severity");
        Parts.say(summary, "summary");
        Parts.say(contingency, "contingency");
        actions = Copy.of(actions, "actions");
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("actions: at least one");
        }
        actions.forEach(action -> Parts.say(action, "actions"));
    }
}
