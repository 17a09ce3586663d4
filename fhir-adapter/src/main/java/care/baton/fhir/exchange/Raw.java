package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.outcome.Code;
import java.time.Duration;
import java.util.Optional;

/**
 * What came back, before it is known what it means.
 *
 * @param status the HTTP status; -1 when there was no whole answer
 * @param json the body, where it is JSON within the limits
 * @param after how long to wait, where the server says so
 * @param reason why there is no whole answer, where that is not the network's doing
 */
record Raw(int status, Optional<FhirJson> json, Optional<Duration> after, Optional<Code> reason) {

    static Raw nothing() {
        return new Raw(-1, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Raw nothing(String reason) {
        return new Raw(-1, Optional.empty(), Optional.empty(), Optional.of(Code.of(reason)));
    }

    boolean isConflict() {
        return status == 409 || status == 412;
    }

    /** Whether the server may have carried it out all the same. */
    boolean isUnknown() {
        return status == 408 || (status >= 500 && status != 503 && status != 501);
    }
}
