package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.note.NoteRules;
import care.baton.outcome.Code;
import care.baton.pathway.RoleDescription;
import care.baton.pathway.Side;
import care.baton.plan.Discipline;
import care.baton.plan.Protocol;
import care.baton.trace.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever the shipped definitions name on the clinical side is a clinician to the shipped rules as well. */
class ClinicalRolesTest {

    private static final List<Code> CLINICAL = Catalog.all().stream()
            .flatMap(pathway -> pathway.roles().stream())
            .filter(role -> role.side() == Side.CLINICAL)
            .map(RoleDescription::code)
            .filter(role -> !role.equals(Roles.CARE_COORDINATOR))
            .distinct()
            .sorted()
            .toList();

    @Test
    @Requirement("NOT-13")
    void eachIsShownWhatWasObserved() {
        List<Code> shown =
                NoteRules.standard().shown().stream().map(NoteRules.Shown::role).toList();
        assertThat(CLINICAL).isNotEmpty().allMatch(shown::contains);
    }

    @Test
    @Requirement({"OWN-47", "OWN-56"})
    void eachBelongsToADisciplineOfTheShippedProtocol() {
        List<Code> listed = Protocol.coordinatedCare().disciplines().stream()
                .map(Discipline::roles)
                .flatMap(List::stream)
                .toList();
        assertThat(CLINICAL).allMatch(listed::contains);
    }
}
