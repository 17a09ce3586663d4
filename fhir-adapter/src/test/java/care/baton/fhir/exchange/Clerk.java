package care.baton.fhir.exchange;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.http.impl.client.HttpClients;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** A person with a plain R4 client, who knows of Tasks and of nothing of ours. */
final class Clerk {

    private static final List<TaskStatus> WORDS = List.of(
            TaskStatus.ACCEPTED,
            TaskStatus.ACCEPTED,
            TaskStatus.REJECTED,
            TaskStatus.CANCELLED,
            TaskStatus.INPROGRESS,
            TaskStatus.COMPLETED,
            TaskStatus.RECEIVED,
            TaskStatus.ONHOLD,
            TaskStatus.FAILED);

    /** A definition of the standard for this client alone: what it connects by is set on it. */
    private static final FhirContext CONTEXT = FhirContext.forR4();

    private final ApacheRestfulClientFactory factory;
    private final IGenericClient client;
    private Optional<Task> open = Optional.empty();
    int writes;

    Clerk(Cable cable) {
        this.factory = new ApacheRestfulClientFactory(CONTEXT);
        factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
        factory.setHttpClient(cable.on(HttpClients.custom()).build());
        this.client = factory.newGenericClient(HonestServer.BASE);
    }

    /** Opens one on the screen. */
    void reads(Random random) {
        CONTEXT.setRestfulClientFactory(factory);
        Bundle found = client.search()
                .forResource(Task.class)
                .returnBundle(Bundle.class)
                .execute();
        open = found.getEntry().isEmpty()
                ? Optional.empty()
                : Optional.of((Task) found.getEntry()
                        .get(random.nextInt(found.getEntry().size()))
                        .getResource());
    }

    /** Writes what it says into what is open, if nobody else has meanwhile; whether it speaks for somebody. */
    boolean writes(Random random, boolean speaks) {
        if (open.isEmpty()) {
            return false;
        }
        Task task = open.get();
        open = Optional.empty();
        int what = random.nextInt(speaks ? 4 : 2);
        switch (what) {
            case 0 -> task.addNote().setText("Called, no answer " + random.nextInt(100));
            case 1 -> task.setBusinessStatus(new CodeableConcept().setText("Seen by the desk " + random.nextInt(100)));
            default -> task.setStatus(WORDS.get(random.nextInt(WORDS.size())));
        }
        CONTEXT.setRestfulClientFactory(factory);
        try {
            client.update().resource(task).execute();
            writes++;
            return what > 1;
        } catch (PreconditionFailedException somebodyElseWasFirst) {
            return false;
        }
    }
}
