package care.baton.fhir.communication;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Made;
import care.baton.fhir.Mapped;
import care.baton.fhir.R4;
import care.baton.handoff.Priority;
import care.baton.party.HandoffId;
import care.baton.party.PersonId;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

@Promise(15)
class InvitationProperties {

    private static Optional<Instant> perhaps(Random random) {
        return random.nextBoolean() ? Optional.of(Made.instant(random)) : Optional.empty();
    }

    private static Invitation invitation(Random random) {
        return new Invitation(
                HandoffId.of("h-" + random.nextInt(9)),
                1 + random.nextInt(9),
                PersonId.of(random.nextBoolean() ? "Patient/p1" : "p-1"),
                Made.holder(random),
                Made.holder(random),
                Made.instant(random),
                Made.code(random, "service"),
                Priority.values()[random.nextInt(Priority.values().length)],
                Made.maybe(random),
                perhaps(random),
                perhaps(random));
    }

    @Example
    void anInvitationReadBackIsTheSame() {
        Made.trips(random -> {
            Invitation invitation = invitation(random);

            FhirJson sent =
                    FhirJson.read(invitation.communication().text()).value().orElseThrow();

            assertThat(Invitation.read(sent)).isEqualTo(new Mapped.Complete<>(invitation));
            assertThat(Report.read(sent).value()).isEmpty();
        });
    }

    /** It is no Task: nobody can accept it in the sense of holding it. */
    @Property
    void nothingOfAnInvitationCanBeAccepted(@ForAll long seed) {
        FhirJson sent = invitation(new Random(seed)).communication();

        assertThat(sent.resourceType()).hasValue("Communication");
        assertThat(R4.shape(sent)).isEmpty();
        assertThat(sent.has("basedOn")).isFalse();
    }

    @Property
    void anInvitationWithAPartMissingIsNamedNotGuessed(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode tree = invitation(random).communication().tree();
        String gone = List.of("identifier", "category", "subject", "sent", "sender", "recipient", "payload", "priority")
                .get(random.nextInt(8));
        tree.remove(gone);

        Mapped<Invitation> read = Invitation.read(FhirJson.of(tree));

        assertThat(read.value()).isEmpty();
        assertThat(read.issues()).anyMatch(issue -> issue.path().equals("Communication." + gone));
    }
}
