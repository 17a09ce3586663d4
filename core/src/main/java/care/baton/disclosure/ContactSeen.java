package care.baton.disclosure;

import care.baton.note.ContactType;
import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What an audience sees of a contact that coordination took: why, with whom, how long, and what was said. What it was
 * worth, what it supported and what is owed for it are not in it, nor its number, which would count what is not shown.
 *
 * @param kind what kind of coordination it was
 * @param reason why
 * @param change the change that it is about
 * @param services the services that it was about
 * @param by who made it, and the person where that may be seen
 * @param parties with whom, and the persons where that may be seen
 * @param channel how
 * @param reached whether anybody was reached
 * @param minutes how long it took, in minutes
 * @param at when it was made, by the host's clock or as told
 * @param words what was said
 */
@Built
@Value.Builder
public record ContactSeen(
        ContactType kind,
        Optional<Code> reason,
        Optional<Code> change,
        List<Code> services,
        Holder by,
        List<Holder> parties,
        Channel channel,
        boolean reached,
        int minutes,
        Instant at,
        Sensitive words) {

    /** Copies the lists. */
    public ContactSeen {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(words, "words");
        services = Copy.of(services, "services");
        parties = Copy.of(parties, "parties");
    }

    /**
     * What is seen of a contact, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static ContactSeenBuilderStages.BuildStart builder() {
        return ContactSeenBuilderStages.start();
    }
}
