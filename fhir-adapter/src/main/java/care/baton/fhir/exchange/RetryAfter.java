package care.baton.fhir.exchange;

import ca.uhn.fhir.rest.client.api.IHttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a server asks us to wait, in seconds, and never more than a day. */
final class RetryAfter {

    private static final long LONGEST = Duration.ofDays(1).toSeconds();

    private RetryAfter() {}

    static Optional<Duration> of(IHttpResponse response) {
        List<String> values = response.getHeaders("Retry-After");
        if (values == null || values.isEmpty() || !values.get(0).matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Math.min(LONGEST, Long.parseLong(values.get(0)))));
    }
}
