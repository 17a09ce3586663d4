package care.baton.note;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Channel;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One recipient was told, once.
 *
 * @param number 1 for the first of the note, one more for each
 * @param version in which version
 * @param recipient who was told
 * @param by who told them
 * @param channel how
 * @param items what they were shown, by name
 * @param checked what was looked at before
 * @param again why they were told the same once more; empty the first time
 * @param at when it was recorded, by the host's clock
 */
public record Update(
        int number,
        int version,
        Holder recipient,
        Holder by,
        Channel channel,
        List<Code> items,
        Optional<Checked> checked,
        Optional<Code> again,
        Instant at) {

    /** Copies the names. */
    public Update {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(checked, "checked");
        Objects.requireNonNull(again, "again");
        Objects.requireNonNull(at, "at");
        items = Copy.of(items, "items");
    }

    /**
     * Whether they had been told the same before.
     *
     * @return true for every time but the first in this version
     */
    public boolean isRepeat() {
        return again.isPresent();
    }
}
