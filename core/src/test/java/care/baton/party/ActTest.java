package care.baton.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.outcome.Code;
import care.baton.time.Horizon;
import care.baton.time.Stamp;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who does something, and when. */
class ActTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant SAID = NOON.minusSeconds(600);
    private static final CommandId COMMAND = CommandId.of("command-1");
    private static final Holder NURSE = Holder.of(OrganizationId.of("clinic"), Code.of("nurse"));
    private static final Holder DAUGHTER = Holder.of(OrganizationId.of("family"), Code.of("caregiver"));
    private static final Relayed BY_PHONE = new Relayed(DAUGHTER, Channel.PHONE, SAID);
    private static final Stamp TOLD = Stamp.at(NOON).withOccurred(SAID);

    @Test
    void whoActsAnswersForTheContentUnlessSomebodyElseSaidIt() {
        assertThat(Act.of(COMMAND, NURSE, TOLD)).isEqualTo(new Act(COMMAND, NURSE, TOLD, Optional.empty()));
        assertThat(Act.of(COMMAND, NURSE, TOLD).speaker()).isEqualTo(NURSE);
        assertThat(new Act(COMMAND, NURSE, TOLD, Optional.of(BY_PHONE)).speaker())
                .isEqualTo(DAUGHTER);
    }

    @Test
    void anActThatComesInOrderStaysAsItIs() {
        Act act = Act.of(COMMAND, NURSE, TOLD);

        assertThat(act.notBefore(Optional.empty())).isSameAs(act);
        assertThat(act.notBefore(Optional.of(NOON.minusNanos(1)))).isSameAs(act);
        assertThat(act.notBefore(Optional.of(NOON))).isSameAs(act);
    }

    @Test
    void anEarlierInstantBecomesAClaimAndTheRestOfTheActStays() {
        Instant last = NOON.plusNanos(1);

        assertThat(new Act(COMMAND, NURSE, TOLD, Optional.of(BY_PHONE)).notBefore(Optional.of(last)))
                .isEqualTo(new Act(
                        COMMAND, NURSE, new Stamp(last, Optional.of(SAID), Optional.of(NOON)), Optional.of(BY_PHONE)));
    }

    @Test
    void whatAnotherClockClaimedIsNotOverwritten() {
        Instant last = NOON.plusSeconds(1);
        Instant claimed = NOON.minusSeconds(30);

        assertThat(Act.of(COMMAND, NURSE, TOLD.withClaimed(claimed))
                        .notBefore(Optional.of(last))
                        .stamp())
                .isEqualTo(new Stamp(last, Optional.of(SAID), Optional.of(claimed)));
    }

    @Test
    void nothingWasSaidBeforeTheHorizon() {
        assertThat(new Relayed(DAUGHTER, Channel.FAX, Horizon.EARLIEST).saidAt())
                .isEqualTo(Horizon.EARLIEST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Relayed(DAUGHTER, Channel.FAX, Horizon.EARLIEST.minusNanos(1)))
                .withMessageStartingWith("saidAt:");
    }
}
