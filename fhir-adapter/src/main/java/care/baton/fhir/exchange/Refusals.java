package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.task.SeenTask;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the server has refused for good. It is told as long as the offer is live, and asked again once for each time that
 * somebody has looked into it, and never by itself.
 */
final class Refusals {

    /** Why we ask no more by ourselves; no word of the server's. */
    private static final Set<Code> OURS = Set.of(Link.GONE, OwnRequest.OTHER_REQUEST);

    private Refusals() {}

    /**
     * The links once somebody has looked. A decision that waits here for the server is not among them: it goes back to
     * whoever decided.
     */
    static Links seenTo(Stance stance, Links links) {
        boolean goesBack = stance.pending() && !stance.sends();
        Links next = links;
        for (Link link : of(stance, links).toList()) {
            if (!(goesBack && link.key().equals(stance.key())) && isLookedInto(stance, link)) {
                next = next.with(link.seenTo());
            }
        }
        return next;
    }

    /** One for each resource that is not sent, or not changed, for that. */
    static List<MappingIssue> issues(Stance stance, Links links) {
        return stance.offer().isLive()
                ? of(stance, links)
                        .filter(link -> isKeptBack(stance, link))
                        .map(link -> MappingIssue.warning("refused-by-the-server", Sitting.place(link.key())))
                        .distinct()
                        .toList()
                : List.of();
    }

    private static Stream<Link> of(Stance stance, Links links) {
        String handoff = stance.talks().id().value();
        return links.all().stream()
                .filter(link ->
                        link.refused().filter(why -> !OURS.contains(why)).isPresent())
                .filter(link -> link.key().handoff().equals(handoff)
                        && link.key().isOf(stance.offer().number())
                        && !link.key().isFocus());
    }

    /** A Task that says it all has nothing more to be refused. */
    private static boolean isKeptBack(Stance stance, Link link) {
        Optional<SeenTask> task = link.task().filter(there -> link.key().equals(stance.key()));
        return task.map(there -> {
                    Face face = stance.face(link, there);
                    return link.refused().equals(Optional.of(face.wish())) && !stance.stands(there, face);
                })
                .orElse(true);
    }

    private static boolean isLookedInto(Stance stance, Link link) {
        Code what = Sight.what(link);
        return !stance.isToLookInto(what)
                && stance.owed().ended().stream()
                        .filter(stance.look(what))
                        .anyMatch(look -> look.standing() instanceof Standing.Discharged);
    }
}
