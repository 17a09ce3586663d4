package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.ApprovalRevoked;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.EvidenceEvent.FactSetAside;
import care.baton.evidence.EvidenceEvent.FlagCleared;
import care.baton.evidence.EvidenceEvent.FlagRaised;
import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final Instant NOW = Instant.parse("2024-03-04T09:00:00Z");
    private static final Code MOBILITY = Code.of("mobility-concern");
    private static final Code UNSAFE = Code.of("unsafe-mobility-support");
    private static final Code APPROVAL = Code.of("supervisor-approval");
    private static final Code WHY = Code.of("wrong-person");
    private static final Code RUN = Code.of("run-1");
    private static final Code ITEM = Code.of("staffing");
    private static final Holder NURSE = Holder.of(OrganizationId.of("hospital"), Code.of("nurse"));
    private static final Holder FAMILY = Holder.of(OrganizationId.of("home"), Code.of("family"));

    @Test
    void aFieldSaysWhatItsNewestVersionSays() {
        Evidence evidence = known(says(1, "one person"), says(2, "two persons"));

        assertThat(evidence.fact(MOBILITY)).map(Fact::version).contains(2);
        assertThat(evidence.versions(MOBILITY)).extracting(Fact::version).containsExactly(1, 2);
        assertThat(evidence.nextVersion(MOBILITY)).isEqualTo(3);
        assertThat(evidence.nextVersion(UNSAFE)).isEqualTo(1);
    }

    @Test
    void aFieldWhoseNewestVersionWasSetAsideSaysNothingAndAllItSaidStaysReadable() {
        Evidence evidence = known(says(1, "one person"), says(2, "two persons"), setAside(2, true));

        assertThat(evidence.fact(MOBILITY)).isEmpty();
        assertThat(evidence.versions(MOBILITY))
                .extracting(Fact::standing)
                .containsExactly(Fact.Standing.CURRENT, Fact.Standing.RECORDED_IN_ERROR);
    }

    @Test
    void whatIsKnownIsWhatEachFieldSaysNowAndNothingThatWasSetAside() {
        assertThat(known(says(1, "one person"), says(2, "two persons")).facts())
                .extracting(Fact::version)
                .containsExactly(2);
        assertThat(known(says(1, "one person"), setAside(1, true)).facts()).isEmpty();
    }

    @Test
    void whatWasLookedAtStandsUntilAnyOfItSaysSomethingElseOrIsSetAside() {
        Evidence seen = known(says(1, "one person"), new FlagRaised(UNSAFE, 1));
        List<Covered> both = List.of(new Covered(MOBILITY, 1), new Covered(UNSAFE, 1));

        assertThat(seen.stand(both)).isTrue();
        assertThat(seen.stand(List.of())).isTrue();
        assertThat(known(says(1, "one person"), new FlagRaised(UNSAFE, 2)).stand(both))
                .isFalse();
        assertThat(known(says(1, "one person"), says(2, "two persons"), new FlagRaised(UNSAFE, 1))
                        .stand(both))
                .isFalse();
        assertThat(known(says(1, "one person"), new FlagRaised(UNSAFE, 1), setAside(1, true))
                        .stand(both))
                .isFalse();
        assertThat(Evidence.nothing().stand(both)).isFalse();
    }

    @Test
    void settingAsideWhatWasNeverSaidChangesNothing() {
        assertThat(known(setAside(1, true))).isEqualTo(Evidence.nothing());
        assertThat(known(setAside(1, true)).fact(MOBILITY)).isEmpty();
        assertThat(known(says(1, "one person"), setAside(2, true))).isEqualTo(known(says(1, "one person")));
    }

    @Test
    void whatItsAuthorTookBackIsNotAnError() {
        assertThat(known(says(1, "one person"), setAside(1, false)).versions(MOBILITY))
                .extracting(Fact::standing)
                .containsExactly(Fact.Standing.REVOKED);
    }

    @Test
    void whoeverSaidItAnswersForItAndNotWhoeverWroteItDown() {
        Act relayed = new Act(
                CommandId.of("c1"), NURSE, Stamp.at(NOW), Optional.of(new Relayed(FAMILY, Channel.values()[0], NOW)));

        Evidence evidence = Evidence.nothing().evolve(relayed, says(1, "one person"));

        assertThat(evidence.fact(MOBILITY)).map(Fact::author).contains(FAMILY);
    }

    @Test
    void aWarningStandsUntilItIsClearedAndAgainWhenItIsRaisedAgain() {
        Evidence cleared = known(new FlagRaised(UNSAFE, 1), new FlagCleared(UNSAFE, 1, WHY));

        assertThat(known(new FlagRaised(UNSAFE, 1)).isRaised(UNSAFE)).isTrue();
        assertThat(cleared.isRaised(UNSAFE)).isFalse();
        assertThat(cleared.raised()).isEmpty();
        assertThat(cleared.evolve(act(), new FlagRaised(UNSAFE, 2)).raised())
                .extracting(Flag::version)
                .containsExactly(2);
    }

    @Test
    void clearingAnOldVersionOfAWarningDoesNotClearTheNewOne() {
        Evidence evidence =
                known(new FlagRaised(UNSAFE, 1), new FlagRaised(UNSAFE, 2), new FlagCleared(UNSAFE, 1, WHY));

        assertThat(evidence.isRaised(UNSAFE)).isTrue();
        assertThat(evidence.flag(UNSAFE)).map(Flag::version).contains(2);
    }

    @Test
    void anApprovalCoversExactlyTheVersionsItNamesUntilItIsRevoked() {
        Evidence evidence = known(new ApprovalGiven(APPROVAL, 1, List.of(new Covered(UNSAFE, 2))));

        assertThat(evidence.approvals()).hasSize(1).allMatch(a -> a.covers(UNSAFE, 2));
        assertThat(evidence.approvals()).noneMatch(a -> a.covers(UNSAFE, 1) || a.covers(UNSAFE, 3));
        assertThat(evidence.evolve(act(), new ApprovalRevoked(1, WHY)).approvals())
                .noneMatch(a -> a.covers(UNSAFE, 2));
    }

    @Test
    void whatIsCoveredIsOrderedByItsNameAndThenByItsVersion() {
        Covered old = new Covered(MOBILITY, 1);
        Covered corrected = new Covered(MOBILITY, 2);
        Covered warned = new Covered(UNSAFE, 1);

        assertThat(Stream.of(warned, corrected, old).sorted()).containsExactly(old, corrected, warned);
    }

    @Test
    void whatIsRecordedIsFirmEnoughWhereARelayedWordWouldDoAndNotWhereAConfirmationIsAskedFor() {
        assertThat(Grade.RECORDED.atLeast(Grade.RELAYED)).isTrue();
        assertThat(Grade.RECORDED.atLeast(Grade.RECORDED)).isTrue();
        assertThat(Grade.RECORDED.atLeast(Grade.CONFIRMED)).isFalse();
    }

    @Test
    void anApprovalOfNothingIsRefusedWhereItIsMade() {
        assertThatThrownBy(() -> new ApprovalGiven(APPROVAL, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("covers");
    }

    @Test
    void aShorterWaiverDoesNotCutALongerOneOff() {
        Evidence evidence = known(waiver(48), waiver(8));
        Instant tomorrow = NOW.plus(Duration.ofHours(24));

        assertThat(evidence.waivers(RUN, ITEM)).extracting(Waiver::until).endsWith(NOW.plus(Duration.ofHours(8)));
        assertThat(evidence.waiverInForce(Code.of("another-run"), ITEM, NOW)).isEmpty();
        assertThat(evidence.waiverInForce(RUN, ITEM, tomorrow))
                .map(Waiver::until)
                .contains(NOW.plus(Duration.ofHours(48)));
        assertThat(evidence.waiverInForce(RUN, ITEM, NOW)).map(Waiver::until).contains(NOW.plus(Duration.ofHours(48)));
        assertThat(evidence.waiversInForce(tomorrow)).hasSize(1);
        assertThat(evidence.waiversInForce(NOW.plus(Duration.ofHours(48)))).isEmpty();
    }

    @Test
    @Promise(43)
    void itPrintsNothingOfWhatIsKnown() {
        assertThat(known(says(1, "canary"))).hasToString("Evidence");
        assertThat(known(says(1, "canary")).fact(MOBILITY).orElseThrow().toString())
                .doesNotContain("canary");
    }

    @Test
    void theSameEventsMakeTheSameEvidence() {
        assertThat(known(says(1, "one person"), waiver(8)))
                .isEqualTo(known(says(1, "one person"), waiver(8)))
                .hasSameHashCodeAs(known(says(1, "one person"), waiver(8)))
                .isNotEqualTo(known(says(1, "one person")))
                .doesNotHaveSameHashCodeAs(known(says(1, "one person")));
    }

    @Test
    void thatAWaiverEndedIsSaidAndChangesNothingOfWhatIsKnown() {
        Evidence evidence = known(waiver(5));

        assertThat(known(waiver(5), new WaiverExpired(RUN, ITEM, NOW.plus(Duration.ofHours(5)))))
                .isEqualTo(evidence);
    }

    private static FactRecorded says(int version, String words) {
        return new FactRecorded(MOBILITY, version, Sensitive.of(words), Code.of("discharge-summary"), Grade.RECORDED);
    }

    private static FactSetAside setAside(int version, boolean inError) {
        return new FactSetAside(MOBILITY, version, inError, WHY);
    }

    private static WaiverGranted waiver(int hours) {
        return new WaiverGranted(RUN, ITEM, WHY, NOW.plus(Duration.ofHours(hours)));
    }

    private static Act act() {
        return Act.of(CommandId.of("c1"), NURSE, Stamp.at(NOW));
    }

    private static Evidence known(EvidenceEvent... events) {
        Evidence evidence = Evidence.nothing();
        for (EvidenceEvent event : events) {
            evidence = evidence.evolve(act(), event);
        }
        return evidence;
    }
}
