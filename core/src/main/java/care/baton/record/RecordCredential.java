package care.baton.record;

import care.baton.party.Credential;
import java.util.Objects;

/**
 * Record a credential of a member or an organization, or that it was renewed: whoever keeps the record has seen it.
 * Refuses with NOT_YOUR_TURN.
 *
 * @param credential whose, what kind, by whom attested, until when
 */
public record RecordCredential(Credential credential) implements RecordCommand {
    /** Checks that nothing is absent. */
    public RecordCredential {
        Objects.requireNonNull(credential, "credential");
    }
}
