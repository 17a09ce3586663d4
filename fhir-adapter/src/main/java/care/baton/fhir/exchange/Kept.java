package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.task.SeenTask;
import care.baton.party.Sensitive;
import java.util.Optional;

/** What a link keeps of a resource, read again. */
final class Kept {

    private Kept() {}

    /** As it stood there; empty where nothing is kept, or it was erased. */
    static Optional<FhirJson> json(Sensitive kept) {
        return kept.text().flatMap(text -> FhirJson.read(text).value());
    }

    /** The same as a Task. */
    static Optional<SeenTask> task(Sensitive kept) {
        return json(kept).map(json -> SeenTask.of(json, Optional.empty()));
    }
}
