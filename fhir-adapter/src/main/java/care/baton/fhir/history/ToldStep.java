package care.baton.fhir.history;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Mapped;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.OfferName;
import care.baton.fhir.R4;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.party.Digest;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One step as a FHIR server keeps it: tied to the version of the Task that it made.
 *
 * <p>Source: FHIR R4 Provenance.
 *
 * @param step the step
 * @param task the server's id of the Task
 * @param version the version of the Task that the step made
 */
public record ToldStep(Transition step, String task, String version) {

    /**
     * Checks the address of the version.
     *
     * @throws IllegalArgumentException if id or version is none that FHIR knows
     */
    public ToldStep {
        Objects.requireNonNull(step, "step");
        if (!R4.isId(task) || !R4.isId(version)) {
            throw new IllegalArgumentException("task, version: 1 to 64 of A-Z, a-z, 0-9, '-' and '.'");
        }
    }

    /**
     * The Provenances to send to a partner, one for each step.
     *
     * @param profile what is agreed with that partner
     * @param steps the steps
     * @return the resources; none where the partner takes none
     */
    public static List<FhirJson> planned(PartnerProfile profile, List<ToldStep> steps) {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(steps, "steps");
        return profile.channels().provenance()
                ? steps.stream().map(ToldStep::provenance).toList()
                : List.of();
    }

    /**
     * It as FHIR writes it. Its id is worked out from what it tells, so that the same step written twice under its id is
     * one.
     *
     * @return a Provenance
     */
    public FhirJson provenance() {
        ObjectNode provenance = JsonNodeFactory.instance.objectNode().put("resourceType", "Provenance");
        ObjectNode target = provenance.putArray("target").addObject();
        target.put("reference", "Task/" + task + "/_history/" + version);
        target.putObject("identifier")
                .put("system", FhirSystems.IDENTIFIERS)
                .put("value", new OfferName(step.handoff(), step.offer(), "").value());
        step.occurred().ifPresent(at -> provenance.put("occurredDateTime", at.toString()));
        provenance.put("recorded", step.recorded().toString());
        provenance
                .putObject("activity")
                .put("text", step.activity().value().replace('-', ' '))
                .putArray("coding")
                .addObject()
                .put("system", FhirSystems.ACTIVITIES)
                .put("code", step.activity().value());
        ArrayNode agents = provenance.putArray("agent");
        agents.add(Agent.AUTHOR.json(step.by()));
        step.writtenBy().ifPresent(writer -> agents.add(Agent.ENTERER.json(writer)));
        String told = provenance.toString();
        provenance.put("id", Digest.of(told.getBytes(StandardCharsets.UTF_8)).hex());
        return FhirJson.of(provenance);
    }

    /**
     * Reads a step back from a Provenance of ours.
     *
     * @param provenance the Provenance
     * @return the step; unreadable, with what is missing, when it is another system's or of something else
     */
    public static Mapped<ToldStep> read(FhirJson provenance) {
        Objects.requireNonNull(provenance, "provenance");
        List<MappingIssue> shape = R4.shape(provenance);
        return new ProvenanceReader(provenance.tree()).read(shape);
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "ToldStep";
    }
}
