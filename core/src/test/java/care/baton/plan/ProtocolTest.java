package care.baton.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.trace.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who takes part by a protocol, and whose turn it is. */
class ProtocolTest {

    private static final Protocol SHIPPED = Protocol.coordinatedCare();
    private static final List<Holder> TEAM =
            Stream.of("nurse", "therapist", "dietitian").map(ProtocolTest::seat).toList();

    @Test
    @Requirement({"OWN-47", "OWN-56"})
    void aTeamOfMedicalBehavioralAndSocialMembersIsCompleteAndAMissingOneIsNamed() {
        Completeness all = Completeness.of(SHIPPED, roles("nurse", "psychologist", "social-worker"));
        Completeness two = Completeness.of(SHIPPED, roles("nurse", "cardiologist", "community-health-worker"));

        assertThat(all.isComplete()).isTrue();
        assertThat(all.involved()).isEqualTo(roles("medical", "behavioral", "social"));
        assertThat(two.isComplete()).isFalse();
        assertThat(two.involved()).isEqualTo(roles("medical", "social"));
        assertThat(two.missing()).isEqualTo(roles("behavioral"));
    }

    @Test
    @Requirement("PLN-24")
    void itHasFivePhasesOneAfterTheOther() {
        assertThat(SHIPPED.phases())
                .extracting(Code::value)
                .containsExactly(
                        "assessment-and-goal-setting",
                        "care-plan-development",
                        "execution",
                        "monitoring-feedback-adjustment",
                        "transitions-and-closure");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Protocol(
                        Code.of("p"),
                        1,
                        roles("assess", "assess"),
                        List.of(),
                        List.of(),
                        List.of(),
                        Code.of("c"),
                        List.of()))
                .withMessageContaining("phases");
    }

    @Test
    @Requirement("GOV-107")
    void whoLeadsTheNextHuddleTurnsAndTheSameQuestionGetsTheSameAnswer() {
        assertThat(Rotation.schedule(TEAM, 5))
                .containsExactly(TEAM.get(0), TEAM.get(1), TEAM.get(2), TEAM.get(0), TEAM.get(1))
                .isEqualTo(Rotation.schedule(TEAM, 5));
        Optional<Holder> last = Optional.empty();
        for (Holder next : Rotation.schedule(TEAM, 5)) {
            assertThat(Rotation.next(TEAM, last)).isEqualTo(next);
            last = Optional.of(next);
        }
        assertThat(Rotation.next(TEAM, Optional.of(seat("gone")))).isEqualTo(TEAM.get(0));
    }

    private static List<Code> roles(String... roles) {
        return Stream.of(roles).map(Code::of).toList();
    }

    private static Holder seat(String role) {
        return Holder.of(OrganizationId.of("clinic"), Code.of(role), PersonId.of(role + "-1"));
    }
}
