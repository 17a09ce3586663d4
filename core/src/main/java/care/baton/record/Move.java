package care.baton.record;

import care.baton.evidence.Canonical;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Digest;
import care.baton.pathway.Change;
import java.util.List;
import java.util.Objects;

/**
 * What moving a run to another version of its definition would change: in what is asked for from then on, and in what
 * is owed on the run now.
 *
 * @param run which run
 * @param from the version that it runs by
 * @param to the version that it would run by
 * @param definition the fingerprint of that version's content
 * @param changes where the two versions differ
 * @param effects what would become of what is owed, in the order in which it would happen
 */
public record Move(Code run, int from, int to, Digest definition, List<Change> changes, List<Effect> effects) {

    /**
     * What would become of one thing that is owed.
     *
     * @param key which
     * @param what what would become of it
     */
    public record Effect(Key key, What what) {
        /** Checks that nothing is absent. */
        public Effect {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(what, "what");
        }
    }

    /** What moving a run does to what is owed. */
    public enum What {
        /** It is owed from then on. */
        OPENED,
        /** Its due, its ladder or its proof changes; its holder does not. */
        TERMS_CHANGED,
        /** It is owed by another role, or comes round by another rule, under a key of its own. */
        REPLACED,
        /** What it asked for is there already. */
        DONE,
        /** It is no longer owed. */
        RELEASED
    }

    /** Copies the lists. */
    public Move {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(definition, "definition");
        changes = Copy.of(changes, "changes");
        effects = Copy.of(effects, "effects");
    }

    /**
     * The fingerprint of what was shown: a command that moves the run names it.
     *
     * @return changes with everything here
     */
    public Digest digest() {
        return Canonical.digest(this);
    }
}
