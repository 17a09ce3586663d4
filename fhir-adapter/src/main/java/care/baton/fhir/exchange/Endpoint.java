package care.baton.fhir.exchange;

import care.baton.fhir.Pointer;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.task.SeenIdentifier;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * One partner's FHIR server, and who is who on it.
 *
 * <p>An organization's name of the form type and id, such as {@code OrganizationId.of("Organization/13")}, is an address
 * on this server; any other is an identifier without a system (see {@link Pointer}). A Task of ours names the partner in
 * that way, and a Task of the partner is compared with it: a partner known there by an address needs that address as its
 * name here.
 *
 * @param base the server's base address; nothing of ours is ever sent anywhere else
 * @param profile how this partner uses Tasks
 * @param partner the partner's organization and the role that speaks for it
 * @param own our organization and the role that handoffs are addressed to
 * @param ownReference our organization as the server numbers it, such as {@code Organization/12}
 * @param ownIdentifiers the identifiers by which Tasks there may name our organization without an address; a Task that
 *     is addressed by an identifier only is ours by one of these, or by the value of our organization's own name
 */
public record Endpoint(
        URI base,
        PartnerProfile profile,
        Holder partner,
        Holder own,
        String ownReference,
        List<SeenIdentifier> ownIdentifiers) {

    /** What a Task there may name as whoever asks, and as whoever is asked. */
    private static final List<String> PARTIES = List.of("Organization", "Practitioner", "PractitionerRole");

    /**
     * Checks the address, the reference and that there are two organizations.
     *
     * @throws IllegalArgumentException if the base is not an absolute http or https address without query, fragment or
     *     user, the reference is not a relative reference to one Organization, Practitioner or PractitionerRole, or the
     *     partner's organization is our own, by its name or by that reference
     */
    public Endpoint {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(ownReference, "ownReference");
        ownIdentifiers = Copy.of(ownIdentifiers, "ownIdentifiers");
        if (partner.organization().equals(own.organization())) {
            throw new IllegalArgumentException("partner: another organization than our own");
        }
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!web
                || base.getHost() == null
                || base.getRawQuery() != null
                || base.getRawFragment() != null
                || base.getRawUserInfo() != null) {
            throw new IllegalArgumentException("base: an http or https address without query, fragment or user");
        }
        if (ownReference.isBlank() || !new Pointer(ownReference).isAddress()) {
            throw new IllegalArgumentException("ownReference: a type and an id");
        }
        if (!PARTIES.contains(ownReference.substring(0, ownReference.indexOf('/')))) {
            throw new IllegalArgumentException("ownReference: one of " + PARTIES);
        }
        if (ownReference.equals(partner.organization().value())) {
            throw new IllegalArgumentException("ownReference: another organization than the partner");
        }
    }

    /**
     * A server on which our organization is named by its address alone.
     *
     * @param base the server's base address
     * @param profile how this partner uses Tasks
     * @param partner the partner's organization and the role that speaks for it
     * @param own our organization and the role that handoffs are addressed to
     * @param ownReference our organization as the server numbers it
     * @throws IllegalArgumentException as the whole form does
     */
    public Endpoint(URI base, PartnerProfile profile, Holder partner, Holder own, String ownReference) {
        this(base, profile, partner, own, ownReference, List.of());
    }

    /** The role only. */
    @Override
    public String toString() {
        return "Endpoint[" + partner.role() + "]";
    }
}
