package care.baton.fhir.history;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Pointer;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** In which part somebody had a hand in a step, and how FHIR names them: the person on behalf of the organization. */
enum Agent {
    /** Whose word it is. */
    AUTHOR("author"),
    /** Who wrote it down. */
    ENTERER("enterer");

    private final String code;

    Agent(String code) {
        this.code = code;
    }

    ObjectNode json(Holder holder) {
        ObjectNode agent = JsonNodeFactory.instance.objectNode();
        Concepts.put(agent.putObject("type"), FhirSystems.PROVENANCE_PARTICIPANT, code);
        Concepts.put(
                agent.putArray("role").addObject(),
                FhirSystems.ROLES,
                holder.role().value());
        ObjectNode house = new Pointer(holder.organization().value()).json();
        if (holder.person().isPresent()) {
            agent.set("who", new Pointer(holder.person().get().value()).json());
            agent.set("onBehalfOf", house);
        } else {
            agent.set("who", house);
        }
        return agent;
    }

    /** Who had this part; empty when organization or role is not said as we say it. */
    Optional<Holder> read(JsonNode agents) {
        for (JsonNode agent : agents) {
            if (Concepts.code(agent.path("type"), FhirSystems.PROVENANCE_PARTICIPANT)
                    .equals(Optional.of(code))) {
                return holder(agent);
            }
        }
        return Optional.empty();
    }

    private static Optional<Holder> holder(JsonNode agent) {
        boolean behalf = agent.path("onBehalfOf").isObject();
        Optional<PersonId> person =
                behalf ? Pointer.read(agent.path("who")).flatMap(name -> name.as(PersonId::of)) : Optional.empty();
        Optional<Code> role =
                Concepts.code(agent.path("role").path(0), FhirSystems.ROLES).flatMap(Concepts::of);
        return Pointer.read(agent.path(behalf ? "onBehalfOf" : "who"))
                .flatMap(name -> name.as(OrganizationId::of))
                .flatMap(house -> role.map(as -> new Holder(house, as, person)));
    }
}
