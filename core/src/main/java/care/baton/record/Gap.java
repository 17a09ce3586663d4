package care.baton.record;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;

/**
 * A stage that its owner has done and the next has not yet received.
 *
 * @param run which run
 * @param left the stage that is done
 * @param next the stage that nobody has received
 * @param holder who owes it that it is received
 * @param since since when, by the host's clock
 */
public record Gap(Code run, Code left, Code next, Holder holder, Instant since) {

    /** Checks that nothing is absent. */
    public Gap {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(since, "since");
    }
}
