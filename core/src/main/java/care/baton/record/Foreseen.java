package care.baton.record;

import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.Kinds;
import care.baton.history.Index;
import care.baton.outcome.Code;
import care.baton.record.RecordEvent.RunClosed;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that time will bring about by itself, unless somebody speaks first.
 *
 * @param at when, by the host's clock
 * @param what what will happen
 * @param of what gave rise to it: the cause of the run, or the handoff
 * @param item the item that ends to be let pass; for a handoff, what is awaited
 */
public record Foreseen(Instant at, What what, String of, Code item) implements Comparable<Foreseen> {

    /** What time brings about. */
    public enum What {
        /** What let an item pass ends. */
        WAIVER_ENDS,
        /** What is done, and has not been confirmed, closes. */
        HANDOFF_CLOSES
    }

    /** Checks that nothing is absent. */
    public Foreseen {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(item, "item");
    }

    static Foreseen waiverEnds(Code run, Code item, Instant at) {
        return new Foreseen(at, What.WAIVER_ENDS, Keys.cause(run), item);
    }

    /** All that is foreseen after one more event: of several waivers of one item, the end of the last. */
    static Index<Foreseen, Foreseen> after(Index<Foreseen, Foreseen> before, Event event) {
        if (event instanceof WaiverGranted e) {
            Foreseen ends = waiverEnds(e.run(), e.item(), e.until());
            Optional<Foreseen> known = before.values().stream()
                    .filter(f -> f.isOf(What.WAIVER_ENDS, ends.of()) && f.item().equals(e.item()))
                    .findFirst();
            return known.filter(k -> !k.at().isBefore(e.until())).isPresent()
                    ? before
                    : known.map(before::without).orElse(before).with(ends, ends);
        }
        if (event instanceof WaiverExpired e) {
            return before.without(waiverEnds(e.run(), e.item(), e.at()));
        }
        if (event instanceof RunClosed e) {
            return without(before, What.WAIVER_ENDS, Keys.cause(e.run()));
        }
        if (event instanceof CourseTaken e) {
            String handoff = e.handoff().value();
            Index<Foreseen, Foreseen> rest = without(before, What.HANDOFF_CLOSES, handoff);
            return e.closesAt()
                    .map(at -> new Foreseen(at, What.HANDOFF_CLOSES, handoff, Kinds.VALIDATE))
                    .map(closes -> rest.with(closes, closes))
                    .orElse(rest);
        }
        return before;
    }

    private static Index<Foreseen, Foreseen> without(Index<Foreseen, Foreseen> all, What what, String of) {
        Index<Foreseen, Foreseen> rest = all;
        for (Foreseen one : all.values()) {
            rest = one.isOf(what, of) ? rest.without(one) : rest;
        }
        return rest;
    }

    private boolean isOf(What other, String whose) {
        return what == other && of.equals(whose);
    }

    @Override
    public int compareTo(Foreseen other) {
        int order = at.compareTo(other.at);
        if (order == 0) {
            order = what.compareTo(other.what);
        }
        if (order == 0) {
            order = of.compareTo(other.of);
        }
        return order != 0 ? order : item.compareTo(other.item);
    }

    /** What it is and when; not of whom. */
    @Override
    public String toString() {
        return "Foreseen[" + what + " " + at + "]";
    }
}
