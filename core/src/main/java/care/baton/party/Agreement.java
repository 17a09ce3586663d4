package care.baton.party;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.DueRule;
import care.baton.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a partner and we have agreed: how they are reached, by when they answer, what may be shared,
 * and from when until when that holds. A handoff takes its respond-by from here.
 *
 * @param partner the other organization
 * @param channel how they are reached; recorded, not enforced
 * @param respondWithin by when they answer an offer
 * @param polled how often we look when we read their answers from a server; lateness is told one such
 *     interval after it is due, so that nobody is called late before we have looked
 * @param shares what the agreement lets us share: parts of the record or single items of it; nothing else goes to them
 * @param from from when it holds, by the host's clock
 * @param until until when, exclusive; empty while open-ended
 */
@Built
@Value.Builder
public record Agreement(
        OrganizationId partner,
        Channel channel,
        DueRule respondWithin,
        Optional<Duration> polled,
        List<Code> shares,
        Instant from,
        Optional<Instant> until) {

    /**
     * Checks the interval and the dates.
     *
     * @throws IllegalArgumentException if the polling interval is not positive or longer than 3,653 days, a date lies
     *     outside the {@link Horizon}, or the end is not after the start
     */
    public Agreement {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(respondWithin, "respondWithin");
        Horizon.check(from, "from");
        Objects.requireNonNull(until, "until").ifPresent(end -> Horizon.check(end, "until"));
        shares = Copy.of(shares, "shares");
        Objects.requireNonNull(polled, "polled").ifPresent(interval -> Horizon.check(interval, "polled"));
        if (until.isPresent() && !until.get().isAfter(from)) {
            throw new IllegalArgumentException("until: after from");
        }
    }

    /**
     * An agreement, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static AgreementBuilderStages.BuildStart builder() {
        return AgreementBuilderStages.start();
    }

    /**
     * Whether it holds at an instant.
     *
     * @param instant the host's clock
     * @return true from its start until before its end
     */
    public boolean holdsAt(Instant instant) {
        return !instant.isBefore(from) && until.map(instant::isBefore).orElse(true);
    }
}
