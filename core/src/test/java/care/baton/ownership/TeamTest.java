package care.baton.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.ownership.TeamEvent.AbsencePlanned;
import care.baton.ownership.TeamEvent.MemberAcknowledged;
import care.baton.ownership.TeamEvent.MemberJoined;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TeamTest {

    private static final Instant NOW = Instant.parse("2024-03-04T09:00:00Z");
    private static final OrganizationId PROVIDER = OrganizationId.of("provider");
    private static final Code SUPERVISOR = Code.of("supervisor");
    private static final Code SAFE_SUPPORT = Code.of("safe-support");
    private static final Holder ANN = Holder.of(PROVIDER, SUPERVISOR, PersonId.of("ann"));
    private static final Holder BEN = Holder.of(PROVIDER, SUPERVISOR, PersonId.of("ben"));

    @Test
    void nobodyTakesPartAtFirst() {
        assertThat(Team.nobody().members()).isEmpty();
        assertThat(Team.nobody().includes(PROVIDER)).isFalse();
        assertThat(Team.nobody().seatOf(SUPERVISOR)).isEmpty();
    }

    @Test
    @Requirement("OWN-45")
    void eachMemberIsListedWithRoleDutiesAndWhetherTheyAcknowledgedThem() {
        Team team = team(joined(ANN), joined(BEN), new MemberAcknowledged(BEN));

        assertThat(team.members()).extracting(Member::seat).containsExactly(ANN, BEN);
        assertThat(team.members()).extracting(Member::acknowledged).containsExactly(false, true);
        assertThat(team.member(ANN).orElseThrow().duties()).containsExactly(SAFE_SUPPORT);
    }

    @Test
    void whoLeftStaysListedAndNoLongerTakesPart() {
        Team team = team(joined(ANN), new MemberLeft(ANN));

        assertThat(team.member(ANN)).map(Member::left).contains(true);
        assertThat(team.includes(PROVIDER)).isFalse();
        assertThat(team.seatOf(SUPERVISOR)).isEmpty();
    }

    @Test
    void aRoleHasOneSeatWhoeverIsInIt() {
        assertThat(team(joined(BEN), joined(ANN)).seatOf(SUPERVISOR)).contains(Holder.of(PROVIDER, SUPERVISOR));
    }

    @Test
    void whenAPersonIsGoneTheNextWhoKnowsTheRoleIsOnDuty() {
        Team team = team(joined(ANN), joined(BEN), new MemberAcknowledged(ANN), new MemberAcknowledged(BEN));

        assertThat(team.onDuty(ANN, NOW)).isEqualTo(BEN);
    }

    @Test
    @Requirement("NOT-24")
    void whoHasNotAcknowledgedIsAwayOrLeftIsNotOnDuty() {
        Holder role = Holder.of(PROVIDER, SUPERVISOR);

        assertThat(team(joined(BEN)).onDuty(ANN, NOW)).isEqualTo(role);
        assertThat(team(joined(BEN), new MemberAcknowledged(BEN), away(BEN)).onDuty(ANN, NOW))
                .isEqualTo(role);
        assertThat(team(joined(BEN), new MemberAcknowledged(BEN), new MemberLeft(BEN))
                        .onDuty(ANN, NOW))
                .isEqualTo(role);
    }

    @Test
    void theLastPersonHandsOverToTheRoleAndNotToNobody() {
        Team team = team(joined(ANN), new MemberAcknowledged(ANN));

        assertThat(team.onDuty(ANN, NOW)).isEqualTo(ANN.heldBy(Optional.empty()));
    }

    @Test
    void aCoverActsFromTheFirstInstantOfAnAbsenceUntilItsEnd() {
        Team team = team(joined(ANN), away(ANN));
        Instant back = NOW.plus(Duration.ofDays(3));
        Holder cover = ANN.heldBy(Optional.of(PersonId.of("cover")));

        assertThat(team.acting(ANN, NOW.minusNanos(1))).isEqualTo(ANN);
        assertThat(team.acting(ANN, NOW)).isEqualTo(cover);
        assertThat(team.acting(ANN, back.minusNanos(1))).isEqualTo(cover);
        assertThat(team.acting(ANN, back)).isEqualTo(ANN);
    }

    @Test
    void whatIsSaidOfAStrangerChangesNothing() {
        Team team = team(joined(ANN));

        assertThat(team.evolve(new MemberLeft(BEN))).isEqualTo(team);
        assertThat(team.evolve(new MemberAcknowledged(BEN))).isEqualTo(team);
        assertThat(team).hasToString("Team[1]");
    }

    private static MemberJoined joined(Holder seat) {
        return new MemberJoined(seat, OrganizationKind.values()[0], List.of(SAFE_SUPPORT));
    }

    private static AbsencePlanned away(Holder seat) {
        return new AbsencePlanned(seat, new Absence(PersonId.of("cover"), NOW, NOW.plus(Duration.ofDays(3))));
    }

    private static Team team(TeamEvent... events) {
        Team team = Team.nobody();
        for (TeamEvent event : events) {
            team = team.evolve(event);
        }
        return team;
    }
}
