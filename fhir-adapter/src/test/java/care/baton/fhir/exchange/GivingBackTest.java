package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.outcome.Code;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a partner's table knows no giving back but the cancellation that its sender may write too. */
class GivingBackTest extends TwoSites {

    @BeforeEach
    void held() {
        with(PartnerProfiles.plainR4());
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(receiver.talks().orElseThrow().course()).isEqualTo(Course.HELD);
    }

    @Test
    void theAnswerToOurOwnGivingBackReleasesNobodyOnAServerThatKeepsNoExtensions() {
        server.clock = stored -> stored.remove("extension");
        givesBack();

        assertThat(status()).isEqualTo("cancelled");
        stillHolds();
    }

    @Test
    void aNoteByAClientThatDropsOurMarkIsNoCancellationByTheSender() {
        givesBack();
        foreign(t -> {
            t.remove("extension");
            t.withArray("/note").addObject().put("text", "Seen by the clerk");
        });
        reads();

        stillHolds();
    }

    @Test
    void aGivingBackWhoseAnswerWasLostIsOursAlsoWithoutOurMark() {
        assertThat(receiver.says(new GiveBack(Code.of("no-staff")), now)).isEmpty();
        receiver.plans(now).forEach(r -> {
            server.perform(r);
            foreign(t -> t.remove("extension"));
            Request.Update write = (Request.Update) r;
            receiver.absorbs(new Response.Unknown(Optional.of(write.key()), write.number()), now);
        });
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("cancelled");
        stillHolds();
    }

    @Test
    void theSendersMarkReleasesIt() {
        givesBack();
        bothRead();

        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
    }

    @Test
    void aCancellationThatCameBeforeOursHadLeftReleasesIt() {
        assertThat(receiver.says(new GiveBack(Code.of("no-staff")), now)).isEmpty();
        foreign(t -> t.put("status", "cancelled"));
        reads();

        assertThat(holds(receiver)).isFalse();
    }

    private void givesBack() {
        assertThat(receiver.says(new GiveBack(Code.of("no-staff")), now)).isEmpty();
        receiver.settles(server, now);
    }

    private void reads() {
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
    }

    private void stillHolds() {
        assertThat(receiver.talks().orElseThrow().course()).isEqualTo(Course.GIVING_BACK);
        assertThat(holds(receiver)).isTrue();
    }
}
