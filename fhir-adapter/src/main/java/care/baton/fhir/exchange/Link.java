package care.baton.fhir.exchange;

import care.baton.party.Sensitive;
import java.util.Objects;
import java.util.Optional;

/**
 * What we know of one resource on a partner's server. The host stores it in the transaction with the entries of the
 * record; it is all that a restart needs.
 *
 * @param key what it stands for
 * @param id the server's id, once known
 * @param version the version last read or written; compared for equality only
 * @param seen the resource as last read or written, whole
 * @param tried the number of the request that may have left and has no answer yet; 0 when there is none
 * @param requests how many requests there have been: an answer to any other than the last is dropped
 * @param again how often the last write met another version
 */
public record Link(
        LinkKey key,
        Optional<String> id,
        Optional<String> version,
        Sensitive seen,
        long tried,
        long requests,
        int again) {

    /** Checks that nothing is absent. */
    public Link {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(seen, "seen");
    }

    static Link unknown(LinkKey key) {
        return new Link(key, Optional.empty(), Optional.empty(), Sensitive.none(), 0, 0, 0);
    }

    /** About to be sent: stored before it leaves. */
    Link trying() {
        return new Link(key, id, version, seen, requests + 1, requests + 1, again);
    }

    /** This version stands on the server. */
    Link at(String newId, String newVersion, String json) {
        return new Link(key, Optional.of(newId), Optional.of(newVersion), Sensitive.of(json), 0, requests, 0);
    }

    /** The last request came to nothing that we know of; what stands there must be read. */
    Link unresolved(boolean conflict) {
        return new Link(key, id, version, seen, requests, requests, conflict ? again + 1 : again);
    }

    /** The server answered, and nothing of ours is under way. */
    Link resolved() {
        return new Link(key, id, version, seen, 0, requests, again);
    }

    /** The resource type only. */
    @Override
    public String toString() {
        return "Link[" + key.type() + "]";
    }
}
