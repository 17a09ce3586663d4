package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.Kinds;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What we have declined, given back or reported as done is open again on the same Task, by somebody who knows nothing of
 * Baton: a person hears of it, and until then nothing of ours is written over it.
 */
class OpenAgainTest extends TwoSites {

    private void open(String status) {
        foreign(task -> task.put("status", status));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
    }

    private void givesBack() {
        accepted();
        assertThat(receiver.says(new GiveBack(Code.of("no-staff")), now)).isEmpty();
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("failed");
    }

    private List<String> looks() {
        return receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    private void looked() {
        receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key())
                .toList()
                .forEach(key -> assertThat(receiver.does(new Fulfil(key), now)).isEmpty());
        receiver.settles(server, now);
    }

    @Test
    void whatWeHaveDeclinedAndIsAskedAgainIsHeard() {
        offer();
        answer(new Answer.Decline(Two.REASON, Sensitive.none()));
        receiver.settles(server, now);
        open("requested");

        assertThat(looks()).containsExactly("offer-1-asked-again-after-end");
        assertThat(status()).isEqualTo("requested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "accepted", "in-progress", "on-hold"})
    void whatWeGaveBackAndWasTakenBackIsHeard(String status) {
        givesBack();
        bothRead();
        open(status);

        assertThat(looks()).containsExactly("offer-1-asked-again-after-end");
        assertThat(status()).isEqualTo(status);
        assertThat(holds(receiver)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "accepted", "in-progress", "on-hold"})
    void whatWeGiveBackIsNotGivenBackOverItAgainUntilSomebodyHasLooked(String status) {
        givesBack();
        open(status);
        open(status);

        assertThat(looks()).contains("offer-1-asked-again-after-end");
        assertThat(status()).isEqualTo(status);
        assertThat(holds(receiver)).isTrue();

        looked();
        assertThat(status()).isIn("failed", "rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "accepted", "in-progress", "on-hold"})
    void whatWeHaveReportedAsDoneIsNotReportedOverItAgainUntilSomebodyHasLooked(String status) {
        accepted();
        done();
        open(status);
        open(status);

        assertThat(looks()).contains("offer-1-asked-again-after-end");
        assertThat(status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "accepted", "in-progress", "on-hold"})
    void whatIsDoneAndWaitsToBeConfirmedIsNotReportedOverItAgainUntilSomebodyHasLooked(String status) {
        accepted();
        done();
        bothRead();
        open(status);

        assertThat(looks()).contains("offer-1-asked-again-after-end");
        assertThat(status()).isEqualTo(status);
    }

    @Test
    void whoeverLooksAndStandsByItSaysSoOnceAndHearsOfItTheNextTime() {
        accepted();
        done();
        open("in-progress");
        looked();
        assertThat(status()).isEqualTo("completed");
        assertThat(looks()).isEmpty();

        open("in-progress");
        assertThat(status()).isEqualTo("in-progress");
        assertThat(looks()).containsExactly("offer-1-asked-again-after-end");
    }
}
