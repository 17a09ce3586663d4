package care.baton.fhir.exchange;

import ca.uhn.fhir.rest.client.api.IHttpResponse;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** How long a server asks us to wait, in seconds or until a date of its own clock, and never more than a day. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    static Optional<Duration> of(IHttpResponse response) {
        Optional<String> value = first(response, "Retry-After");
        Optional<Instant> here = first(response, "Date").flatMap(RetryAfter::date);
        return value.flatMap(text -> text.matches("[0-9]+")
                        ? Optional.of(seconds(text))
                        : date(text).map(until -> Duration.between(here.orElseGet(Instant::now), until)))
                .map(RetryAfter::within);
    }

    /** However many: no number is too large to be a long time. */
    private static Duration seconds(String text) {
        BigInteger longest = BigInteger.valueOf(LONGEST.toSeconds());
        return Duration.ofSeconds(new BigInteger(text).min(longest).longValue());
    }

    private static Duration within(Duration wait) {
        Duration longest = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        return longest.isNegative() ? Duration.ZERO : longest;
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(IHttpResponse response, String name) {
        List<String> values = response.getHeaders(name);
        return values == null || values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(0).trim());
    }
}
