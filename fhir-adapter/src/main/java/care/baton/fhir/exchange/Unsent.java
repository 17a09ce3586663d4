package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.MappingIssue.Severity;
import care.baton.fhir.Pointer;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a live offer of ours to this partner does not say there, so that nobody waits for an answer to what never left. */
final class Unsent {

    private static final MappingIssue SETTLED =
            new MappingIssue(Severity.INFORMATION, Code.of("settled-by-the-record"), "Task");
    private static final MappingIssue INVITATION = MappingIssue.warning("invitation-not-sent", "Task.intent");
    private static final MappingIssue NOT_TAKEN = MappingIssue.warning("task-not-taken", "Task.status");
    private static final MappingIssue NO_ADDRESS = MappingIssue.error("focus-not-an-address", "Task.focus");
    private static final MappingIssue NOT_RETURNED = MappingIssue.warning("give-back-not-said", "Task.status");
    private static final MappingIssue ROLE = MappingIssue.warning("role-not-named", "Task.owner");

    private static final Set<String> SCHEMES = Set.of("http", "https", "urn");

    private Unsent() {}

    /** Of an offer that goes out, only what its Task, not yet stored, will leave open. */
    static List<MappingIssue> of(Offer offer, boolean goes, boolean stored, Endpoint endpoint) {
        if (!offer.isLive() || !isBetween(offer, endpoint)) {
            return List.of();
        }
        if (!goes) {
            return List.of(offer.arbiter() == Arbiter.RECORD ? SETTLED : INVITATION);
        }
        if (stored) {
            return List.of();
        }
        if (!isAboutAnAddress(offer)) {
            return List.of(NO_ADDRESS);
        }
        return offer.to().role().equals(endpoint.partner().role()) ? List.of() : List.of(ROLE);
    }

    /** Whether none of a Task of ours has come there, as far as we can know: it has not left, or was refused for good. */
    static boolean is(Link link) {
        return link.id().isEmpty() && (link.taken().isNone() || link.refused().equals(Optional.of(Planner.CREATE)));
    }

    /** Whether it is none that goes out any more, and nothing is known of what may stand there by its name. */
    static boolean isLost(Stance stance, Link link) {
        return stance.sends() && !stance.offer().isLive() && link.requests() == 0;
    }

    /** Whether an offer of ours does not go out, because what it is about could not be found there by anybody. */
    static boolean isHeldBack(Stance stance, Links links) {
        return stance.sends()
                && !stance.pending()
                && links.get(stance.key()).isEmpty()
                && !isAboutAnAddress(stance.offer());
    }

    /** Words are no address, and may say something about a person: they stand in no reference. */
    private static boolean isAboutAnAddress(Offer offer) {
        return offer.ask()
                .focus()
                .text()
                .map(text -> new Pointer(unversioned(text)).isAddress() || isAbsolute(text))
                .orElse(true);
    }

    private static String unversioned(String address) {
        int version = address.indexOf("/_history/");
        return version > 0 ? address.substring(0, version) : address;
    }

    private static boolean isAbsolute(String text) {
        try {
            return SCHEMES.contains(String.valueOf(new URI(text).getScheme()));
        } catch (URISyntaxException words) {
            return false;
        }
    }

    /** Whether an answer to what we offer is waited for longer than was asked; silence ends nothing. */
    static boolean isLate(Stance stance, Optional<Instant> respondBy, Instant now) {
        return stance.sends()
                && stance.offer().state() instanceof OfferState.Awaiting
                && respondBy.filter(now::isAfter).isPresent();
    }

    /** That nobody has taken up what lies there, as far as was read. */
    static List<MappingIssue> untaken(SeenTask task) {
        return task.status()
                        .filter(s -> s == TaskStatus.REQUESTED || s == TaskStatus.RECEIVED)
                        .isPresent()
                ? List.of(NOT_TAKEN)
                : List.of();
    }

    /** That we give it back, and this partner has no status for that from where its Task stands. */
    static List<MappingIssue> unreturned(Stance stance, SeenTask task) {
        return stance.cannotGiveBack(task) ? List.of(NOT_RETURNED) : List.of();
    }

    private static boolean isBetween(Offer offer, Endpoint endpoint) {
        return offer.sender().organization().equals(endpoint.own().organization())
                && offer.to().organization().equals(endpoint.partner().organization());
    }
}
