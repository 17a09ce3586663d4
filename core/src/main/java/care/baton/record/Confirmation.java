package care.baton.record;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What confirms that something handed over is done.
 *
 * @param by who confirmed it
 * @param at when, by the host's clock
 * @param evidence what came back, by name
 */
public record Confirmation(Holder by, Instant at, List<Code> evidence) {

    /** Copies the evidence. */
    public Confirmation {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        evidence = Copy.of(evidence, "evidence");
    }
}
