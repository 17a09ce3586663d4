package care.baton.record;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.outcome.Table;
import care.baton.party.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Whose time a pathway took. The pieces make up the time from its beginning to its end, or until now,
 * exactly: no gap, no overlap. Beside them stands how long each party owed something in all.
 *
 * <p>While it runs, the stages that are left are told as they were when the next began, where what is waited for now
 * began with that; what was owed before and is still waited for, or is waited for by the end, has the time since it
 * was owed.
 *
 * @param run which run
 * @param from when it began, by the host's clock
 * @param until when it ended, or now
 * @param provisional whether it still runs: what is waited for last can still change
 * @param pieces the time, first to last
 * @param totals how long each party owed something, in the order of the parties
 */
public record Waiting(
        Code run, Instant from, Instant until, boolean provisional, List<Wait> pieces, List<PartyWait> totals) {

    /** Copies the lists. */
    public Waiting {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        pieces = Copy.of(pieces, "pieces");
        totals = Copy.of(totals, "totals");
    }

    /**
     * The whole time.
     *
     * @return from its beginning to its end, or until now
     */
    public Duration elapsed() {
        return Duration.between(from, until);
    }

    /**
     * The time charged to one party.
     *
     * @param party organization and role; whoever is in it
     * @return the sum of its pieces
     */
    public Duration chargedTo(Holder party) {
        return sum(pieces.stream()
                .filter(p -> p.holder().filter(party::sameRole).isPresent())
                .toList());
    }

    /**
     * The time that one cause took. The sums of all causes are the whole time.
     *
     * @param cause the cause
     * @return the sum of its pieces
     */
    public Duration because(Cause cause) {
        return sum(pieces.stream().filter(p -> p.cause() == cause).toList());
    }

    /**
     * The time in which everything that was waited for was there and only the next step was to be taken:
     * where a pathway loses time although each party met its own step.
     *
     * @return the pieces, first to last
     */
    public List<Wait> betweenSteps() {
        return pieces.stream().filter(Wait::between).toList();
    }

    /**
     * The pieces as rows, for a spreadsheet or a page: whose time it was, what they owed, why, from when until when, and
     * how many seconds. Names of organizations, and codes; which person it was is left out.
     *
     * @return a row for each piece, first to last
     */
    public Table table() {
        return new Table(
                List.of(
                        "organization",
                        "role",
                        "kind",
                        "subject",
                        "cause",
                        "between-steps",
                        "from",
                        "until",
                        "seconds"),
                pieces.stream().map(Waiting::row).toList());
    }

    private static List<String> row(Wait wait) {
        return List.of(
                wait.holder().map(holder -> holder.organization().value()).orElse(""),
                wait.holder().map(holder -> holder.role().value()).orElse(""),
                wait.key().kind().value(),
                wait.key().subject(),
                wait.cause().code().value(),
                String.valueOf(wait.between()),
                wait.from().toString(),
                wait.until().toString(),
                String.valueOf(wait.length().toSeconds()));
    }

    private static Duration sum(List<Wait> waits) {
        return waits.stream().map(Wait::length).reduce(Duration.ZERO, Duration::plus);
    }
}
