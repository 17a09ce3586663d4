package care.baton.fhir.server;

import care.baton.evidence.Salt;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Link;
import care.baton.party.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the providers need of the host: its store, its clock and its random bytes. Safe for use by several threads, as
 * the server is that calls it.
 */
public interface Records {

    /**
     * The record that a resource belongs to.
     *
     * @param partner the partner whose desk it stands on
     * @param type the resource type
     * @param id the id, as {@link Link#id} has it
     * @return the record with its links to that desk; empty where there is none
     */
    Optional<Folder> holding(OrganizationId partner, String type, String id);

    /**
     * What stands on the desk of one partner, over all records. It may be more than is asked for: what does not answer
     * the query, and what is not between us and this partner, is left out afterwards.
     *
     * @param partner the partner
     * @param type the resource type
     * @param query what is looked for
     * @return at least every link that answers it
     */
    List<Link> standing(OrganizationId partner, String type, Query query);

    /**
     * Stores the entries, the links and the messages, in one transaction, if nobody has stored anything of the record or
     * of these links since.
     *
     * @param before what was decided on
     * @param after what it has become
     * @return whether it is stored; where not, it is decided again on what stands there by then
     */
    boolean store(Folder before, Absorbed after);

    /**
     * The host's clock.
     *
     * @return now
     */
    Instant now();

    /**
     * Random bytes.
     *
     * @return fresh ones each time
     */
    Salt salt();
}
