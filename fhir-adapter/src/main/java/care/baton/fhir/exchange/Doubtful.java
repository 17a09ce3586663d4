package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * A Task that lies on the partner's server for us, that no record holds, and that cannot be taken in as an offer: a
 * person looks at it, or asks the partner.
 *
 * @param found the Task, whole
 * @param issues why it cannot, at least one: the doubts of reading it, or {@code too-large},
 *     {@code requester-not-the-partner}, {@code owner-not-known} (named by an identifier, and none is known to be
 *     ours; by one of ours beside an address that is not; or by an address that nobody can tell from ours),
 *     {@code accepted-in-our-name} or {@code no-longer-new}
 */
public record Doubtful(Found found, List<MappingIssue> issues) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no issue
     */
    public Doubtful {
        Objects.requireNonNull(found, "found");
        issues = Copy.of(issues, "issues");
        if (issues.isEmpty()) {
            throw new IllegalArgumentException("issues: at least one");
        }
    }

    /** The issues only. */
    @Override
    public String toString() {
        return "Doubtful" + issues;
    }
}
