package care.baton.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
import care.baton.ownership.TeamEvent.AbsenceEnded;
import care.baton.ownership.TeamEvent.AbsencePlanned;
import care.baton.ownership.TeamEvent.AgreementRecorded;
import care.baton.ownership.TeamEvent.MemberAcknowledged;
import care.baton.ownership.TeamEvent.MemberJoined;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.time.Elapsed;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    void aRoleIsHeldByWhoeverIsInItUntilTheLastOfThemHasLeft() {
        Holder role = Holder.of(PROVIDER, SUPERVISOR);
        Team both = team(joined(ANN), joined(BEN), new MemberLeft(ANN));

        assertThat(Team.nobody().holds(role)).isFalse();
        assertThat(both.holds(role)).isTrue();
        assertThat(both.holds(ANN)).isTrue();
        assertThat(both.holds(Holder.of(PROVIDER, Code.of("scheduler")))).isFalse();
        assertThat(both.holds(Holder.of(OrganizationId.of("hospital"), SUPERVISOR)))
                .isFalse();
        assertThat(both.evolve(new MemberLeft(BEN), NOW).holds(role)).isFalse();
    }

    @Test
    void aRoleThatSomebodyHadHereHasBeenHadWhenTheyLeftToo() {
        Holder role = Holder.of(PROVIDER, SUPERVISOR);
        Team left = team(joined(ANN), new MemberLeft(ANN));

        assertThat(Team.nobody().hasHad(role)).isFalse();
        assertThat(team(joined(ANN)).hasHad(role)).isTrue();
        assertThat(left.holds(role)).isFalse();
        assertThat(left.hasHad(role)).isTrue();
        assertThat(left.hasHad(Holder.of(PROVIDER, Code.of("scheduler")))).isFalse();
        assertThat(left.hasHad(Holder.of(OrganizationId.of("hospital"), SUPERVISOR)))
                .isFalse();
    }

    @Test
    void whenAPersonIsGoneTheNextWhoKnowsTheRoleIsOnDuty() {
        Team team = team(joined(ANN), joined(BEN), new MemberAcknowledged(ANN), new MemberAcknowledged(BEN));

        assertThat(team.onDuty(ANN, NOW)).isEqualTo(BEN);
    }

    @Test
    void aSeatThatNamesNobodyIsPassedOverForAPersonWhoIsThere() {
        Holder role = Holder.of(PROVIDER, SUPERVISOR);
        Team team = team(joined(role), joined(BEN), new MemberAcknowledged(role), new MemberAcknowledged(BEN));

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
    void aCoverWhoLeftStoodInUntilThenAndTheRoleDoesFromThenOn() {
        Team both = team(joined(ANN), joined(BEN), away(ANN, "ben", NOW, days(9)));
        Team left = both.evolve(new MemberLeft(BEN), days(4));

        assertThat(left.acting(ANN, days(4).minusNanos(1))).isEqualTo(BEN);
        assertThat(left.acting(ANN, days(4))).isEqualTo(ANN.heldBy(Optional.empty()));
        assertThat(left.acting(ANN, days(9))).isEqualTo(ANN);
        assertThat(left).isNotEqualTo(both.evolve(new MemberLeft(BEN), days(5)));
        assertThat(left.evolve(joined(BEN), days(5)).acting(ANN, days(5))).isEqualTo(BEN);
    }

    @Test
    void aCoverWhoIsAwayAsWellDoesNotStandIn() {
        Team both = team(joined(ANN), joined(BEN), away(ANN, "ben", NOW, days(9)), away(BEN, "ann", days(2), days(3)));

        assertThat(both.acting(ANN, days(1))).isEqualTo(BEN);
        assertThat(both.acting(ANN, days(2))).isEqualTo(ANN.heldBy(Optional.empty()));
        assertThat(both.acting(BEN, days(2))).isEqualTo(ANN.heldBy(Optional.empty()));
        assertThat(both.acting(ANN, days(3))).isEqualTo(BEN);
        Holder third = ANN.heldBy(Optional.of(PersonId.of("cy")));
        Team more = both.evolve(joined(third), NOW).evolve(new MemberAcknowledged(third), NOW);
        assertThat(more.acting(ANN, days(2))).isEqualTo(third);
    }

    @Test
    void whatIsPlannedForLaterLeavesTodaysCoverAndWhatIsPast() {
        Team away = team(joined(ANN), away(ANN));
        Team again = away.evolve(away(ANN, "other", days(30), days(40)), NOW);

        for (int day = -1; day < 29; day++) {
            assertThat(again.acting(ANN, days(day))).isEqualTo(away.acting(ANN, days(day)));
        }
        assertThat(again.acting(ANN, days(30))).isEqualTo(ANN.heldBy(Optional.of(PersonId.of("other"))));
        assertThat(again.acting(ANN, days(40))).isEqualTo(ANN);
        assertThat(again).isEqualTo(team(joined(ANN), away(ANN, "other", days(30), days(40)), away(ANN)));
    }

    @Test
    void whoeverIsNamedLastStandsInForTheTimeThatTwoAbsencesShareAndTheRestStays() {
        Team inside = team(joined(ANN), away(ANN, "ada", days(1), days(9)), away(ANN, "bo", days(3), days(5)));
        assertThat(covers(inside)).isEqualTo("-aabbaaaa--");

        assertThat(covers(inside.evolve(away(ANN, "cy", days(0), days(2)), NOW)))
                .isEqualTo("ccabbaaaa--");
        assertThat(covers(inside.evolve(away(ANN, "cy", days(8), days(10)), NOW)))
                .isEqualTo("-aabbaaacc-");
        assertThat(covers(inside.evolve(away(ANN, "cy", days(0), days(10)), NOW)))
                .isEqualTo("cccccccccc-");
        assertThat(covers(inside.evolve(away(ANN, "cy", days(9), days(10)), NOW)))
                .isEqualTo("-aabbaaaac-");
        assertThat(inside.member(ANN).orElseThrow().absences())
                .extracting(Absence::from)
                .containsExactly(days(1), days(3), days(5));
    }

    @Test
    void anAbsenceThatBeginsWhenAnotherDoesIsThatOnePlannedAnew() {
        Team team = team(joined(ANN), away(ANN, "ada", days(1), days(9)), away(ANN, "bo", days(1), days(3)));

        assertThat(covers(team)).isEqualTo("-bb--------");
        assertThat(covers(team.evolve(away(ANN, "bo", days(1), days(6)), NOW))).isEqualTo("-bbbbb-----");
    }

    @Test
    void whoStoodInUntilNowHasStoodInWhateverIsPlannedAnew() {
        Team team = team(joined(ANN), away(ANN, "ada", days(1), days(9)));
        Team shorter = team.evolve(away(ANN, "bo", days(1), days(7)), days(5));

        assertThat(covers(shorter)).isEqualTo("-aaaabb----");
        assertThat(covers(shorter.evolve(away(ANN, "cy", days(0), days(8)), days(6))))
                .isEqualTo("caaaabcc---");
        assertThat(covers(team.evolve(away(ANN, "bo", days(3), days(7)), days(5))))
                .isEqualTo("-aaaabbaa--");
        assertThat(covers(team.evolve(away(ANN, "bo", days(9), days(10)), days(5))))
                .isEqualTo("-aaaaaaaab-");
    }

    @Test
    void whoIsBackIsThereThroughAllThatWasPlannedWithoutABreakAndAwayAgainWhenPlannedForLater() {
        Team team = team(
                joined(ANN),
                away(ANN, "ada", days(1), days(7)),
                away(ANN, "bo", days(4), days(6)),
                away(ANN, "cy", days(8), days(10)));
        assertThat(covers(team)).isEqualTo("-aaabba-cc-");

        assertThat(covers(team.evolve(new AbsenceEnded(ANN), days(3)))).isEqualTo("-aa-----cc-");
        assertThat(covers(team.evolve(new AbsenceEnded(ANN), days(5)))).isEqualTo("-aaab---cc-");
        assertThat(covers(team.evolve(new AbsenceEnded(ANN), days(1)))).isEqualTo("--------cc-");
        assertThat(team.evolve(new AbsenceEnded(ANN), days(7))).isEqualTo(team);
    }

    @Test
    void whoTakesPartAgainWasAwayWhenTheyWere() {
        Team team = team(joined(ANN), away(ANN), new MemberAcknowledged(ANN), new MemberLeft(ANN));
        Team again = team.evolve(new MemberJoined(ANN, OrganizationKind.values()[1], List.of()), NOW);

        assertThat(again.acting(ANN, NOW)).isEqualTo(team.acting(ANN, NOW));
        assertThat(again.member(ANN).orElseThrow())
                .isEqualTo(new Member(
                        ANN,
                        OrganizationKind.values()[1],
                        List.of(),
                        false,
                        team.member(ANN).orElseThrow().absences(),
                        false));
    }

    @Test
    void anOrganizationTakesPartWhileOneOfItsPeopleDoes() {
        Team team = team(joined(ANN), joined(BEN), new MemberLeft(ANN));

        assertThat(team.includes(PROVIDER)).isTrue();
        assertThat(team.includes(OrganizationId.of("hospital"))).isFalse();
    }

    @Test
    void anAgreementHoldsFromItsFirstInstantUntilItsEnd() {
        OrganizationId hospital = OrganizationId.of("hospital");
        Instant end = NOW.plus(Duration.ofDays(30));
        Agreement agreed = agreement(hospital, end);
        Team team = team(joined(ANN), new AgreementRecorded(agreed));

        assertThat(team.agreement(hospital, NOW.minusNanos(1))).isEmpty();
        assertThat(team.agreement(hospital, NOW)).contains(agreed);
        assertThat(team.agreement(hospital, end)).isEmpty();
        assertThat(team.agreement(PROVIDER, NOW)).isEmpty();
        assertThat(team.hasAgreed(hospital)).isTrue();
        assertThat(team.hasAgreed(PROVIDER)).isFalse();
        assertThat(team.members()).extracting(Member::seat).containsExactly(ANN);
    }

    @Test
    void aTeamIsTheSameWithTheSameMembersAndTheSameAgreements() {
        AgreementRecorded agreed =
                new AgreementRecorded(agreement(OrganizationId.of("hospital"), NOW.plus(Duration.ofDays(30))));

        assertThat(team(joined(ANN), agreed))
                .isEqualTo(team(agreed, joined(ANN)))
                .hasSameHashCodeAs(team(agreed, joined(ANN)))
                .isNotEqualTo(team(joined(ANN)))
                .isNotEqualTo(team(joined(BEN), agreed))
                .doesNotHaveSameHashCodeAs(team(joined(BEN), agreed));
    }

    @Test
    void whatIsSaidOfAStrangerChangesNothing() {
        Team team = team(joined(ANN));

        assertThat(team.evolve(new MemberLeft(BEN), NOW)).isEqualTo(team);
        assertThat(team.evolve(new MemberAcknowledged(BEN), NOW)).isEqualTo(team);
        assertThat(team).hasToString("Team[1]");
    }

    private static MemberJoined joined(Holder seat) {
        return new MemberJoined(seat, OrganizationKind.values()[0], List.of(SAFE_SUPPORT));
    }

    private static Agreement agreement(OrganizationId partner, Instant end) {
        return new Agreement(
                partner,
                Channel.ELECTRONIC,
                new Elapsed(Duration.ofHours(4)),
                Optional.empty(),
                List.of(),
                NOW,
                Optional.of(end));
    }

    private static AbsencePlanned away(Holder seat) {
        return away(seat, "cover", NOW, days(3));
    }

    private static AbsencePlanned away(Holder seat, String cover, Instant from, Instant until) {
        return new AbsencePlanned(seat, new Absence(PersonId.of(cover), from, until));
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    /** Who stands in for Ann on each of eleven days, by the first letter; a dash where she is there. */
    private static String covers(Team team) {
        return IntStream.range(0, 11)
                .mapToObj(day -> team.acting(ANN, days(day)).person().orElseThrow())
                .map(person -> person.equals(ANN.person().orElseThrow())
                        ? "-"
                        : person.value().substring(0, 1))
                .collect(Collectors.joining());
    }

    private static Team team(TeamEvent... events) {
        Team team = Team.nobody();
        for (TeamEvent event : events) {
            team = team.evolve(event, NOW);
        }
        return team;
    }
}
