package care.baton.note;

import care.baton.party.Holder;
import java.time.Instant;
import java.util.Objects;

/**
 * One version of a note.
 *
 * @param version from 1
 * @param note what it says
 * @param by who wrote it
 * @param at when, by the host's clock
 */
public record Written(int version, CoordinationNote note, Holder by, Instant at) {

    /** Checks that nothing is absent. */
    public Written {
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
