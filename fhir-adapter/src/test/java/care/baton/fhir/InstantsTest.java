package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T15:00Z, 2026-03-02T15:00:00Z",
        "2026-03-02T15:00:00Z, 2026-03-02T15:00:00Z",
        "2026-03-02T15:00:00.25+14:00, 2026-03-02T01:00:00.25Z",
        "2026-03-02t15:00:00z, 2026-03-02T15:00:00Z",
        "1900-01-01T00:00:01Z, 1900-01-01T00:00:01Z",
        "9998-12-31T23:59:59.999999999Z, 9998-12-31T23:59:59.999999999Z"
    })
    void anInstantIsReadInWhateverZoneAndHoweverExactItIsWritten(String text, Instant at) {
        assertThat(Instants.of(text)).contains(at);
        assertThat(Instants.read(TextNode.valueOf(text))).contains(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-03-02",
                "2026-03-02T15:00",
                "2026-03-02 15:00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-06-30T23:59:60Z",
                "02-03-2026T15:00:00Z",
                "2026/03/02T15:00:00Z",
                "+12026-03-02T15:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "1899-12-31T23:59:59Z",
                "9999-12-31T23:59:59Z",
                "Home physiotherapy twice a week"
            })
    void whatIsNoneOrOutsideOfWhatARecordTakesIsNone(String text) {
        assertThat(Instants.of(text)).isEmpty();
    }

    @Test
    void aNumberIsNone() {
        assertThat(Instants.read(IntNode.valueOf(2026))).isEmpty();
    }
}
