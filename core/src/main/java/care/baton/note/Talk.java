package care.baton.note;

import care.baton.outcome.Copy;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Objects;

/**
 * With whom a contact was, and how.
 *
 * @param parties with whom; at least one
 * @param channel how
 * @param reached whether anybody was reached; false for an attempt that failed
 * @param outside whether it was made outside the system, by telephone or fax, say, and written down afterwards
 * @param words what was said
 */
public record Talk(List<Holder> parties, Channel channel, boolean reached, boolean outside, Sensitive words) {

    /**
     * Copies the parties.
     *
     * @throws IllegalArgumentException if nobody is named, or somebody twice
     */
    public Talk {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(words, "words");
        parties = Copy.of(parties, "parties");
        if (parties.isEmpty() || parties.stream().distinct().count() != parties.size()) {
            throw new IllegalArgumentException("parties: at least one, each once");
        }
    }

    /**
     * Somebody was reached, from within the system.
     *
     * @param with with whom
     * @param channel how
     * @return the talk, without words
     */
    public static Talk with(Holder with, Channel channel) {
        Objects.requireNonNull(with, "with");
        return new Talk(List.of(with), channel, true, false, Sensitive.none());
    }
}
