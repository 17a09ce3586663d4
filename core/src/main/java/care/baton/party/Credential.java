package care.baton.party;

import care.baton.outcome.Code;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What an organization, or one person in it, is licensed, insured or trained to do: by whom that is attested, and
 * until when. Source: FHIR R4 Practitioner.qualification, Organization.
 *
 * @param organization whose it is, or whose the person is
 * @param person whose it is; empty when it is the organization's own and covers everybody in it
 * @param kind what kind, such as {@code vendor-insurance}
 * @param issuer who attests it
 * @param until until when it is valid, exclusive, by the host's clock
 */
public record Credential(
        OrganizationId organization, Optional<PersonId> person, Code kind, OrganizationId issuer, Instant until) {

    /** Checks that nothing is absent, and that the end lies within the {@link Horizon}. */
    public Credential {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(issuer, "issuer");
        Horizon.check(until, "until");
    }

    /**
     * Whether it is valid at an instant.
     *
     * @param instant the host's clock
     * @return true before its end
     */
    public boolean holdsAt(Instant instant) {
        return instant.isBefore(until);
    }

    /**
     * Whether it speaks for somebody.
     *
     * @param holder who is asked for it
     * @return true for everybody in the organization, or for the one person whose it is
     */
    public boolean covers(Holder holder) {
        return organization.equals(holder.organization()) && (person.isEmpty() || person.equals(holder.person()));
    }
}
