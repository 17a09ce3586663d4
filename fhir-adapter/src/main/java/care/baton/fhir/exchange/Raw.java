package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.outcome.Code;
import java.time.Duration;
import java.util.Optional;

/**
 * What came back, before it is known what it means.
 *
 * @param status the HTTP status; -1 when there was no whole answer, -2 when nothing was sent
 * @param json the body, where it is JSON within the limits
 * @param after how long to wait, where the server says so
 * @param reason why there is no whole answer, or none that is taken in, where that is not the network's doing
 * @param bytes how long the body was
 */
record Raw(int status, Optional<FhirJson> json, Optional<Duration> after, Optional<Code> reason, int bytes) {

    private static final int UNSENT = -2;

    static Raw nothing() {
        return new Raw(-1, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    static Raw nothing(String reason) {
        return new Raw(-1, Optional.empty(), Optional.empty(), Optional.of(Code.of(reason)), 0);
    }

    /** Nothing has left. */
    static Raw unsent(String reason) {
        return new Raw(UNSENT, Optional.empty(), Optional.empty(), Optional.of(Code.of(reason)), 0);
    }

    boolean isUnsent() {
        return status == UNSENT;
    }

    boolean isConflict() {
        return status == 409 || status == 412;
    }

    boolean isGone() {
        return status == 404 || status == 410;
    }

    /** Whether the server may have carried it out all the same. */
    boolean isUnknown() {
        return status == 408 || (status >= 500 && status != 503 && status != 501);
    }

    /** Whether the server says that it is to be asked again later. */
    static boolean isLater(int status) {
        return status == 425 || status == 429 || status == 503;
    }

    /** Why it is no answer to what was asked. */
    Response fault(Optional<LinkKey> key, long number) {
        if (status < 0) {
            return reason.<Response>map(code -> new Response.Rejected(key, number, code))
                    .orElseGet(() -> new Response.Unknown(key, number));
        }
        return isUnknown() ? new Response.Unknown(key, number) : new Response.Refused(key, number, status, after);
    }
}
