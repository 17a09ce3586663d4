package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.Answer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we write was not modified before it was authored, whatever the clock of whoever authored it says. */
class ModifiedTest extends TwoSites {

    /** We write on 2 March 2026 at 15:01, by our own clock. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T15:00:30Z, 2026-03-02T15:01:00Z",
        "2026-03-02T15:01:00.5Z, 2026-03-02T15:01:00.5Z",
        "2026-03-02T17:30:00+01:00, 2026-03-02T17:30:00+01:00",
        "2026-03-02T16:00:30+01:00, 2026-03-02T15:01:00Z",
        "2026-03-02,",
        "2026-03-03,",
        "2026-03,",
        "2026,",
        "2026-03-01, 2026-03-02T15:01:00Z",
        "2026-02, 2026-03-02T15:01:00Z",
        "2025, 2026-03-02T15:01:00Z"
    })
    void itIsTheLaterOfTheTwoOrNotSaid(String authored, String modified) {
        offer();
        foreign(t -> t.put("authoredOn", authored));
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("accepted");
        assertThat(Optional.ofNullable(task().get("lastModified")).map(m -> m.asText()))
                .isEqualTo(Optional.ofNullable(modified));
    }

    @Test
    void whatWasSaidBesideItGoesWithItAndLeavesNothingEmpty() {
        offer();
        foreign(t -> t.putObject("_lastModified")
                .putArray("extension")
                .addObject()
                .put("url", "http://other.example/precision")
                .put("valueString", "about"));
        answer(new Answer.Accept());
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("accepted");
        assertThat(task().has("_lastModified")).isFalse();
    }
}
