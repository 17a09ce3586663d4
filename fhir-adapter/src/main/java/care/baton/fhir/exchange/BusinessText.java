package care.baton.fhir.exchange;

import care.baton.fhir.task.SeenTask;

/** The words of a Task's business status. */
final class BusinessText {

    private BusinessText() {}

    static String of(SeenTask task) {
        return task.json().tree().path("businessStatus").path("text").asText("");
    }
}
