package care.baton.examples.day;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** What the referral carries: the provider reads what the Task points to, and files it under the profile's fields. */
final class ReferralContent {

    /** One part of the referral's profile. */
    record Part(String field, String text) {
        /** The field only. */
        @Override
        public String toString() {
            return "Part[" + field + "]";
        }
    }

    private final IGenericClient client;
    private final String owner;

    ReferralContent(IGenericClient client, String owner) {
        this.client = client;
        this.owner = owner;
    }

    List<Part> parts() {
        Task task = (Task) client.search()
                .forResource(Task.class)
                .where(Task.OWNER.hasId(owner))
                .returnBundle(Bundle.class)
                .execute()
                .getEntryFirstRep()
                .getResource();
        List<Part> parts = new ArrayList<>();
        for (Task.ParameterComponent input : task.getInput()) {
            if (input.getValue() instanceof Reference reference) {
                part(read(reference)).ifPresent(parts::add);
            }
        }
        parts.add(new Part("urgent-start-requirements", start((ServiceRequest) read(task.getFocus()))));
        parts.add(new Part("communication-preferences", language((Patient) read(task.getFor()))));
        return together(parts);
    }

    /** What stands in several resources under one name of the definition, as one. */
    private static List<Part> together(List<Part> parts) {
        Map<String, String> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.merge(part.field(), part.text(), (first, more) -> first + "; " + more));
        return byName.entrySet().stream()
                .map(one -> new Part(one.getKey(), one.getValue()))
                .toList();
    }

    private static Optional<Part> part(Resource resource) {
        if (resource instanceof MedicationRequest medication) {
            return Optional.of(new Part(
                    "medication-needs",
                    medication.getDosageInstructionFirstRep().getText()));
        }
        if (resource instanceof CarePlan plan) {
            return Optional.of(new Part("support-routines", plan.getDescription()));
        }
        if (resource instanceof Condition condition) {
            return Optional.of(
                    new Part("risk-considerations", condition.getNoteFirstRep().getText()));
        }
        return resource instanceof Observation observation
                ? Optional.of(new Part(
                        "risk-considerations", observation.getNoteFirstRep().getText()))
                : Optional.empty();
    }

    private static String start(ServiceRequest request) {
        return request.getOccurrence() instanceof Period period
                ? "First visit from " + period.getStartElement().getValueAsString()
                : "As soon as possible";
    }

    private static String language(Patient patient) {
        return "Speaks "
                + patient.getCommunicationFirstRep()
                        .getLanguage()
                        .getCodingFirstRep()
                        .getDisplay();
    }

    private Resource read(Reference reference) {
        IdType id = new IdType(reference.getReference());
        return (Resource) client.read()
                .resource(id.getResourceType())
                .withId(id.getIdPart())
                .execute();
    }
}
