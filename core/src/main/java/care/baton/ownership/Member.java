package care.baton.ownership;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who takes part: in which role of which organization, with which duties, and whether they
 * have said that they know.
 *
 * @param seat organization, role and person
 * @param kind what kind of organization it is
 * @param duties what they do here
 * @param acknowledged whether they have acknowledged their duties
 * @param absence when they are away, if that is known
 * @param left whether they have left; a member who left stays listed
 */
public record Member(
        Holder seat,
        OrganizationKind kind,
        List<Code> duties,
        boolean acknowledged,
        Optional<Absence> absence,
        boolean left) {

    /** Copies the duties. */
    public Member {
        Objects.requireNonNull(seat, "seat");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(absence, "absence");
        duties = Copy.of(duties, "duties");
    }

    Member knows() {
        return new Member(seat, kind, duties, true, absence, left);
    }

    Member away(Absence time) {
        return new Member(seat, kind, duties, acknowledged, Optional.of(time), left);
    }

    Member gone() {
        return new Member(seat, kind, duties, acknowledged, absence, true);
    }
}
