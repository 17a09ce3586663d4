package care.baton.fhir.task;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.Writer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tasks to read in tests: one sound offer, and changes to it. */
final class Tasks {

    private static final String OFFER = """
        {"resourceType":"Task","id":"t1","meta":{"versionId":"1"},
         "status":"requested","intent":"order","priority":"routine",
         "code":{"coding":[{"system":"http://hl7.org/fhir/CodeSystem/task-code","code":"fulfill"}]},
         "description":"Home physiotherapy twice a week",
         "focus":{"reference":"ServiceRequest/s1"},"for":{"reference":"Patient/p1"},
         "requester":{"reference":"Organization/sender"},"owner":{"reference":"Organization/receiver"},
         "restriction":{"period":{"end":"2026-02-01"}},
         "note":[{"text":"Rings twice"}]}
        """;

    private static final ObjectNode READ = read();

    private Tasks() {}

    private static ObjectNode read() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(OFFER);
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ObjectNode offer() {
        return READ.deepCopy();
    }

    /** The offer in a later version, changed. */
    static ObjectNode with(String status, Consumer<ObjectNode> change) {
        ObjectNode task = offer().put("status", status);
        task.putObject("meta").put("versionId", "2");
        change.accept(task);
        return task;
    }

    static ObjectNode with(String status) {
        return with(status, task -> {});
    }

    static SeenTask seen(ObjectNode task) {
        return SeenTask.of(FhirJson.of(task), Optional.empty());
    }

    static TaskReading read(ObjectNode task, TaskContext context) {
        return TaskReader.read(task.toString().getBytes(StandardCharsets.UTF_8), Limits.standard(), context);
    }

    static TaskReading first(PartnerProfile profile, ObjectNode task) {
        return read(task, TaskContext.firstSeen(profile));
    }

    static TaskReading after(PartnerProfile profile, Writer writer, String before, ObjectNode task) {
        return read(task, TaskContext.after(profile, writer, seen(offer().put("status", before))));
    }

    static List<String> codes(TaskReading reading) {
        return reading.issues().stream().map(issue -> issue.code().value()).toList();
    }

    static String verdict(TaskReading reading) {
        if (reading instanceof TaskReading.KnownMove known) {
            return known.move().name();
        }
        return reading.getClass().getSimpleName();
    }
}
