package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Canonical;
import care.baton.evidence.ContentErased;
import care.baton.evidence.EraseContent;
import care.baton.evidence.Ledger;
import care.baton.evidence.LedgerArbitraries;
import care.baton.evidence.Ward;
import care.baton.outcome.Code;
import care.baton.trace.Promise;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** One ledger as it was stored once: every release reads it, verifies it and writes the same bytes again. */
@Promise(23)
class GoldenLedgerTest {

    private static final Json JSON = Json.of(List.of(Ward.class));
    private static final String HEAD = "7841b30e33c59731d746a15927a3cc804b1de55876752b64a1fcbbd4cfd64e67";

    @Test
    void whatWasStoredOnceIsReadVerifiesAndIsWrittenTheSame() throws IOException {
        String stored = stored();
        Ledger read = Ledger.of(ledger().record(), JSON.readEntries(stored).orThrow());

        assertThat(read.verify().isIntact()).isTrue();
        assertThat(read.head().digest().hex()).isEqualTo(HEAD);
        assertThat(JSON.writeEntries(read.entries().toList())).isEqualTo(stored);
    }

    @Test
    void theSameCommandsGiveTheSameBytesOnEveryMachine() throws IOException {
        assertThat(JSON.writeEntries(ledger().entries().toList())).isEqualTo(stored());
    }

    @Test
    void theFingerprintOfADefinitionIsTheSameOnEveryMachine() {
        assertThat(Canonical.digest(new ContentErased(1, Code.of("law"), Code.of("note")))
                        .hex())
                .isEqualTo("983bf267d7e28e53b56ff2984e781d96e553e4c79e19e424b74e6de410e5ee13");
    }

    private static Ledger ledger() {
        SplittableRandom random = new SplittableRandom(2026);
        Ledger ledger = LedgerArbitraries.ledger(random, "golden", 12);
        Instant now = Instant.parse("2026-03-03T08:00:00Z");
        return ledger.erase(
                        LedgerArbitraries.act(random, "erase", now),
                        new EraseContent(4, Code.of("law"), Code.of("note")),
                        LedgerArbitraries.salt(random))
                .orThrow()
                .state();
    }

    private static String stored() throws IOException {
        try (InputStream stream = GoldenLedgerTest.class.getResourceAsStream("golden-ledger.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
