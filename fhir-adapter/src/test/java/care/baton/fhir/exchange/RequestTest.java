package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From when on is asked, and that a request prints nothing of what it carries. */
class RequestTest {

    private static final Instant NOW = Two.START;

    @Test
    void whatWasKeptIsAskedFromUnlessItLiesMoreThanADayAhead() {
        assertThat(from("2026-03-01T15:00:00Z")).hasValue("2026-03-01T15:00:00Z");
        assertThat(from("2026-03-03T15:00:00Z")).hasValue("2026-03-03T15:00:00Z");
        assertThat(from("2026-03-03T15:00:01Z")).isEmpty();
        assertThat(new Request.Poll(Optional.empty(), NOW).from()).isEmpty();
    }

    @Test
    void withoutAClockWhateverWasKeptIsAskedFrom() {
        assertThat(new Request.Poll(Optional.of("2126-03-03T15:00:01Z")).from()).hasValue("2126-03-03T15:00:01Z");
    }

    @Test
    void itPrintsItsKindAndNothingElse() {
        assertThat(List.of(
                        WireTest.CREATE,
                        WireTest.UPDATE,
                        WireTest.READ,
                        WireTest.FIND,
                        WireTest.POLL,
                        new Request.Listen(List.of("q1"))))
                .extracting(Object::toString)
                .containsExactly("Create", "Update", "Read", "Find", "Poll", "Listen");
    }

    private static Optional<String> from(String since) {
        return new Request.Poll(Optional.of(since), NOW).from();
    }
}
