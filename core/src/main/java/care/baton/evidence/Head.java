package care.baton.evidence;

import care.baton.party.Digest;
import java.util.Objects;

/**
 * Where a record stands: how many entries it has, and the fingerprint of all of them. Kept outside,
 * with a notary, a printed report or another organization, it shows later that nothing before it was
 * taken away or rewritten. It is the custodian's own and never part of a view.
 *
 * @param sequence the number of the last entry; 0 when there is none
 * @param digest the last link of the chain
 */
public record Head(long sequence, Digest digest) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public Head {
        Objects.requireNonNull(digest, "digest");
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence: 0 or more");
        }
    }
}
