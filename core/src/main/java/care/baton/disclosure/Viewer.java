package care.baton.disclosure;

import care.baton.consent.Audience;
import care.baton.consent.Purpose;
import care.baton.party.Holder;
import java.util.Objects;

/**
 * Who would see a record, and what for. That it is who it says, the host knows.
 *
 * @param seat organization, role and person
 * @param purpose what for
 */
public record Viewer(Holder seat, Purpose purpose) {

    /** Checks that nothing is absent. */
    public Viewer {
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(purpose, "purpose");
    }

    /**
     * Who it is to a consent.
     *
     * @return the organization and the role
     */
    public Audience audience() {
        return Audience.of(seat);
    }
}
