package care.baton.handoff;

import care.baton.evidence.Event;
import care.baton.party.Act;
import care.baton.party.Digest;
import java.util.Objects;

/**
 * One thing that happened to a lone handoff: who asked, when, for what, and what came of it. A host
 * keeps these and gives them back in order.
 *
 * @param act who asked and when
 * @param asked the fingerprint of what was asked for
 * @param event what happened
 */
public record Recorded(Act act, Digest asked, Event event) {

    /** Checks that nothing is absent. */
    public Recorded {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(event, "event");
    }

    /** What is asked for when nothing but time passes. */
    public record Advance() {}
}
