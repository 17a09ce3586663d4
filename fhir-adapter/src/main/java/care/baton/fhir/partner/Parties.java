package care.baton.fhir.partner;

import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;

/**
 * Who stands where on this partner's Tasks.
 *
 * @param home whose server holds the Task
 * @param ownerMeans what the owner on it says
 * @param owner how the owner is filled
 * @param needed what a Task must name before it is read as a handoff
 * @param believed whose word is taken when the channel does not tell who wrote
 */
public record Parties(TaskHome home, OwnerMeans ownerMeans, OwnerRule owner, List<Needed> needed, Believed believed) {

    /** Copies the list. */
    public Parties {
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(ownerMeans, "ownerMeans");
        Objects.requireNonNull(owner, "owner");
        needed = Copy.of(needed, "needed");
        Objects.requireNonNull(believed, "believed");
    }
}
