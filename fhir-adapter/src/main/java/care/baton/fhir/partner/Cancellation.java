package care.baton.fhir.partner;

import java.util.Objects;

/**
 * How the sender takes a Task back while it stands in one status.
 *
 * @param during the status
 * @param way how
 */
public record Cancellation(TaskStatus during, CancelWay way) {

    /** Refuses nothing but absence. */
    public Cancellation {
        Objects.requireNonNull(during, "during");
        Objects.requireNonNull(way, "way");
    }
}
