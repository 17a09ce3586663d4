package care.baton.evidence;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A decision by somebody entitled to it that something may go on, as the named facts and flags stand.
 * When one of them changes, the approval no longer covers it.
 *
 * @param kind what is approved, such as {@code supervisor-approval}
 * @param covers what was looked at, each in its version; at least one
 * @param by who decided
 * @param at when, by the host's clock
 * @param counts false once it was revoked or found to be recorded in error
 */
public record Approval(Code kind, List<Covered> covers, Holder by, Instant at, boolean counts) {

    /**
     * Copies and checks what it covers.
     *
     * @throws IllegalArgumentException if it covers nothing
     */
    public Approval {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        covers = Copy.of(covers, "covers");
        if (covers.isEmpty()) {
            throw new IllegalArgumentException("covers: at least one fact or flag");
        }
    }

    /**
     * Whether it covers a fact or flag in this version.
     *
     * @param code the field or flag
     * @param version the version that stands now
     * @return true when it counts and names exactly that version
     */
    public boolean covers(Code code, int version) {
        return counts && covers.contains(new Covered(code, version));
    }
}
