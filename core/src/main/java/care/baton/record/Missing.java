package care.baton.record;

import care.baton.evidence.Waiver;
import care.baton.obligation.Lack.Why;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that a step cannot do without, and how to get it.
 *
 * @param item what is missing: a field, an approval, a piece of work
 * @param why what is wrong with it
 * @param suppliers who can supply it, each with the seat that holds the role
 * @param evidence where the evidence is held
 * @param by by when it is owed: the due of whoever goes after it, else of the stage; by the host's clock
 * @param waiver what lets it pass now, or let it pass once and has ended
 */
public record Missing(
        Code item, Why why, List<Supplier> suppliers, Code evidence, Optional<Instant> by, Optional<Waiver> waiver) {

    /** Copies the suppliers. */
    public Missing {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(why, "why");
        suppliers = Copy.of(suppliers, "suppliers");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(waiver, "waiver");
    }
}
