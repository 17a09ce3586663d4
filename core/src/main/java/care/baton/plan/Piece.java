package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.util.List;
import java.util.Objects;

/**
 * One piece of a plan, a stage of it or a service, with those who play a part in it.
 *
 * @param code its name in the plan
 * @param players who plays a part in it
 */
public record Piece(Code code, List<Holder> players) {
    /** Copies the list. */
    public Piece {
        Objects.requireNonNull(code, "code");
        players = Copy.of(players, "players");
    }
}
