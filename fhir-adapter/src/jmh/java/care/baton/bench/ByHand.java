package care.baton.bench;

import care.baton.fhir.FhirSystems;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** The offered Task as somebody would set it by hand, element by element. */
final class ByHand {

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
    private static final Instant RESPOND_BY = Instant.parse("2026-03-04T22:00:00Z");

    private ByHand() {}

    static Task task() {
        Task task = new Task();
        task.addIdentifier().setSystem(FhirSystems.IDENTIFIERS).setValue("handoff-1/offer-1");
        task.addExtension(FhirSystems.RESPOND_BY, time(RESPOND_BY));
        task.setGroupIdentifier(
                new Identifier().setSystem(FhirSystems.IDENTIFIERS).setValue("handoff-1"));
        task.setStatus(Task.TaskStatus.REQUESTED);
        task.setIntent(Task.TaskIntent.ORDER);
        task.setPriority(Task.TaskPriority.ROUTINE);
        task.setBusinessStatus(new CodeableConcept().setText("Offered, please answer by " + RESPOND_BY));
        task.setCode(new CodeableConcept()
                .addCoding(new Coding().setSystem(FhirSystems.TASK_CODE).setCode("fulfill")));
        task.setDescription(Talk.ASK.description().text().orElseThrow());
        task.setFocus(new Reference(Talk.ASK.focus().text().orElseThrow()));
        task.setFor(new Reference()
                .setIdentifier(new Identifier().setValue(Talk.ASK.person().value())));
        task.setAuthoredOnElement(time(MappingBenchmark.NOW));
        task.setLastModifiedElement(time(MappingBenchmark.NOW));
        task.setRequester(new Reference("Organization/hospital"));
        task.setOwner(new Reference().setIdentifier(new Identifier().setValue(Seats.PROVIDER.value())));
        task.addInput()
                .setType(new CodeableConcept()
                        .setText("Situation, background, assessment, recommendation")
                        .addCoding(new Coding().setSystem(FhirSystems.REPORTS).setCode("sbar")))
                .setValue(new Reference()
                        .setType("Communication")
                        .setIdentifier(new Identifier()
                                .setSystem(FhirSystems.IDENTIFIERS)
                                .setValue("handoff-1/offer-1-report")));
        return task;
    }

    private static DateTimeType time(Instant instant) {
        DateTimeType time = new DateTimeType(Date.from(instant));
        time.setTimeZone(UTC);
        return time;
    }
}
