package care.baton.fhir.explorer;

import care.baton.fhir.explorer.World.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What must be true across the houses and the server. Never a gap (promise 1); nobody is owner whose acceptance the
 * server has not stored (2, 7, 8); from every state a fair path comes to rest, and there all say the same or one of
 * them has told a person why not (5, 6).
 */
final class Together {

    private static final int LONGEST = 400;

    private final World world;
    private final Visited ends = new Visited();

    Together(World world) {
        this.world = world;
    }

    /** The first law that does not hold; null when all do. */
    String wrong(State at) {
        int accepted = world.server(at.server()).accepted();
        int[] held = world.held(at.server());
        boolean started = false;
        boolean covered = false;
        boolean ended = false;
        boolean sends = false;
        for (Seat seat : world.setUp.seats()) {
            String alone = world.wrong(at.house(seat.index()));
            if (alone != null) {
                return alone;
            }
            Facts f = world.facts(at.house(seat.index()));
            if ((f.under() & ~accepted) != 0) {
                return seat.sends()
                        ? "ownership moved without a current acceptance by the addressed party"
                        : "a receiver shows itself as owner before the server has stored its acceptance";
            }
            sends |= seat.sends();
            started |= f.started() && seat.sends();
            ended |= f.ended();
            covered |= f.started() && f.holds();
            covered |= (f.intends() & held[seat.index()]) != 0;
            covered |= seat.sends() && isForeign(at, f) && (f.under() & f.shown()) != 0;
        }
        return !sends || !started || ended || covered ? null : "a gap: nobody holds it";
    }

    /** The receiver keeps no record of Baton's: what its Task says, as last read, is all there is. */
    private boolean isForeign(State at, Facts sender) {
        return sender.under() != 0
                && world.server(at.server()).tasks().stream()
                        .filter(t -> (sender.under() & (1 << Server.index(t.id()))) != 0)
                        .anyMatch(t -> world.setUp.receivers().stream().anyMatch(r -> world.setUp.isForeign(r)));
    }

    /** Where a fair path from here ends, and whether all agree there; null when they do. */
    String end(State from) {
        State at = from;
        List<State> passed = new ArrayList<>();
        String found = null;
        for (int i = 0; ; i++) {
            if (ends.has(at)) {
                break;
            }
            passed.add(at);
            String[] fault = {null};
            State next = fair(at, fault);
            if (fault[0] != null || next == null || i > LONGEST) {
                found = fault[0] != null ? fault[0] : next == null ? disagreement(at) : "it goes round and round";
                break;
            }
            at = next;
        }
        if (found == null) {
            passed.forEach(p -> ends.add(p, -1, 0));
        }
        return found;
    }

    List<Long> path(State from) {
        List<Long> moves = new ArrayList<>();
        State at = from;
        for (int i = 0; i < LONGEST && at != null; i++) {
            long[] move = new long[1];
            at = fair(at, new String[1], move);
            if (at != null) {
                moves.add(move[0]);
            }
        }
        return moves;
    }

    private State fair(State at, String[] fault) {
        return fair(at, fault, new long[1]);
    }

    /** The next step when everything arrives and everybody does what is owed, and nothing more is decided. */
    private State fair(State at, String[] fault, long[] move) {
        int[] bag = world.post.bag(at.post());
        State[] next = {null};
        Walk.Way first = (to, m, f) -> {
            if (next[0] == null) {
                next[0] = to;
                move[0] = m;
                fault[0] = f;
            }
        };
        Walk walk = new Walk(world);
        if (bag.length > 0) {
            walk.arrival(at, bag[0], first);
            return next[0];
        }
        for (Seat seat : world.setUp.seats()) {
            Step plan = world.plan(seat, at.house(seat.index()));
            if (plan != null && plan.sent().length > 0) {
                walk.sending(at, seat, plan, first);
                return next[0];
            }
        }
        for (Seat seat : world.setUp.seats()) {
            Step poll = world.poll(seat, at.house(seat.index()), at.server());
            if (poll != null && poll.next() != at.house(seat.index())) {
                walk.polling(at, seat, poll, first);
                return next[0];
            }
        }
        return null;
    }

    private int reported(State at) {
        return world.server(at.server()).tasks().stream()
                .filter(t -> Server.status(t).equals("completed"))
                .mapToInt(t -> 1 << Server.index(t.id()))
                .reduce(0, (a, b) -> a | b);
    }

    /** Nothing is under way and nothing is owed: do they say the same, or has one of them told a person why not? */
    private String disagreement(State at) {
        Seat sender =
                world.setUp.seats().stream().filter(Seat::sends).findFirst().orElse(null);
        int[] held = world.held(at.server());
        int pending = 0;
        int named = 0;
        int claimed = 0;
        int live = 0;
        int no = 0;
        int giving = 0;
        int told = 0;
        for (Seat seat : world.setUp.seats()) {
            Facts f = world.facts(at.house(seat.index()));
            pending |= f.pending();
            named |= f.named();
            if (!seat.sends()) {
                claimed |= f.holds() ? f.under() : 0;
                giving |= f.giving() ? f.under() : 0;
                told |= f.told();
                live |= f.live();
                no |= f.no();
            }
        }
        if ((pending & ~named) != 0) {
            return "a decision that never comes to an end";
        }
        int changed = told & world.server(at.server()).edited() & (held[0] | held[1] | held[2]);
        if ((changed & ~named) != 0) {
            return "what is asked was changed before the acceptance, and nobody is told";
        }
        if (sender == null) {
            int ours = Arrays.stream(held, 0, 3).reduce(0, (a, b) -> a | b);
            return ((claimed ^ ours) & ~named & ~giving) != 0
                    ? "the server and the record disagree on who holds it"
                    : null;
        }
        Facts s = world.facts(at.house(sender.index()));
        if (s.ended()) {
            return null;
        }
        int foreign = held[3] & ~(held[0] | held[1] | held[2]);
        int reported = reported(at) & foreign;
        if ((reported & ~s.yes() & ~named) != 0) {
            return "a completion that the sender does not know of, and nobody is told";
        }
        int theirs = claimed | (foreign & ~reported) | (reported & s.under());
        if (((theirs ^ s.under()) & ~named) != 0) {
            return "two houses disagree on who holds it, and nobody is told";
        }
        if ((giving & ~named) != 0 && s.under() == 0) {
            return "a giver that never learns that it was taken back";
        }
        return ((s.live() & no) | (s.no() & live)) != 0 && ((((s.live() & no) | (s.no() & live)) & ~named) != 0)
                ? "two houses disagree on an offer, and nobody is told"
                : null;
    }
}
