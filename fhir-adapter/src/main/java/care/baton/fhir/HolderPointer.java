package care.baton.fhir;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who holds something, as FHIR points to it: the organization for everybody, the role and the person in an extension of
 * ours. Without the extension it is the organization's.
 *
 * @param holder who holds it
 */
public record HolderPointer(Holder holder) {

    private static final String ROLE = "role";
    private static final String PERSON = "person";

    /** Refuses nothing but absence. */
    public HolderPointer {
        Objects.requireNonNull(holder, "holder");
    }

    /**
     * Who a Reference of ours says holds it.
     *
     * @param reference the Reference, in whatever shape
     * @return the holder; empty when organization or role is missing
     */
    public static Optional<HolderPointer> read(JsonNode reference) {
        Objects.requireNonNull(reference, "reference");
        Optional<OrganizationId> organization = Pointer.read(reference).flatMap(name -> name.as(OrganizationId::of));
        JsonNode parts =
                OurExtension.in(reference.path("extension"), FhirSystems.HOLDER).path("extension");
        Optional<Code> role =
                Concepts.of(OurExtension.in(parts, ROLE).path("valueCode").asText(""));
        Optional<PersonId> person = Pointer.read(OurExtension.in(parts, PERSON).path("valueReference"))
                .flatMap(name -> name.as(PersonId::of));
        return organization.flatMap(house -> role.map(as -> new HolderPointer(new Holder(house, as, person))));
    }

    /**
     * It as FHIR writes it.
     *
     * @return a Reference to the organization
     */
    public ObjectNode json() {
        ObjectNode reference = new Pointer(holder.organization().value()).json();
        List<OurExtension> parts = new ArrayList<>();
        parts.add(new OurExtension.Value(
                ROLE, OurExtension.Kind.CODE, holder.role().value()));
        holder.person().ifPresent(person -> parts.add(new OurExtension.To(PERSON, person.value())));
        reference.putArray("extension").add(new OurExtension.Group(FhirSystems.HOLDER, parts).json());
        return reference;
    }

    @Override
    public String toString() {
        return "HolderPointer";
    }
}
