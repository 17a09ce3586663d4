package care.baton.fhir.hostile;

import care.baton.fhir.Limits;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.task.TaskContext;
import care.baton.fhir.task.TaskReader;
import care.baton.fhir.task.TaskReading;

/** A resource as a partner's server sends it. */
public final class TaskTarget {

    private TaskTarget() {}

    /**
     * Reads it as a Task of every kind of partner.
     *
     * @param input any bytes
     */
    public static void fuzzerTestOneInput(byte[] input) {
        for (PartnerProfile profile : PartnerProfiles.all()) {
            TaskReading reading = TaskReader.read(input, Limits.standard(), TaskContext.firstSeen(profile));
            boolean doubted = reading instanceof TaskReading.NeedsAttention;
            if (doubted && reading.issues().isEmpty()) {
                throw new AssertionError("doubted without a reason");
            }
        }
    }
}
