package care.baton.fhir.exchange;

import care.baton.fhir.Limits;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.Pointer;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Writer;
import care.baton.fhir.task.Move;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskContext;
import care.baton.fhir.task.TaskReader;
import care.baton.fhir.task.TaskReading;
import care.baton.party.HandoffId;
import care.baton.party.PersonId;
import care.baton.record.CoordinationRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Task that no record holds yet: whether the partner offers us something by it, and whose care it is about. */
final class Incoming {

    private final WhoIsWho who;
    private final Endpoint endpoint;

    Incoming(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.who = new WhoIsWho(endpoint);
    }

    /** Whether it is an offer of the partner to us and to nobody else. */
    boolean isOffer(Found found) {
        return !found.json().isCutShort()
                && read(found) instanceof TaskReading.KnownMove known
                && known.move() == Move.OFFERED
                && mayBeOurs(known.seen())
                && isPartners(known.seen());
    }

    /** Whether it may be the partner's word to us. */
    boolean isToUs(SeenTask task) {
        return mayBeOurs(task) && isPartners(task);
    }

    /**
     * The Task between us that it points to, as what it is about, what it replaces or what it is based on; where it is
     * another Task of the same offer, the one that counts.
     */
    Optional<Link> pointed(SeenTask task, Links links) {
        Stream<String> named = Stream.concat(task.focus().stream(), task.replaces().stream())
                .flatMap(reference -> reference.reference().stream());
        Stream.Builder<String> based = Stream.builder();
        task.json()
                .element("basedOn")
                .forEach(reference -> Pointer.read(reference).map(Pointer::name).ifPresent(based));
        return Stream.concat(named, based.build())
                .map(who::local)
                .filter(address -> address.startsWith("Task/"))
                .flatMap(address -> links.to("Task", address.substring("Task/".length())).stream())
                .flatMap(link -> links.get(link.key().first()).stream())
                .filter(link -> link.key().isOffer())
                .findFirst();
    }

    /** Whether it says that it takes the place of the Task of this link. */
    boolean replaces(SeenTask task, Link link) {
        return task.replaces().stream()
                .flatMap(reference -> reference.reference().stream())
                .map(who::local)
                .anyMatch(address -> link.id().map("Task/"::concat).equals(Optional.of(address)));
    }

    /** The last Task between us that is about the same. */
    Optional<Link> aboutTheSame(SeenTask task, Links links) {
        return task.focus()
                .flatMap(focus -> links.all().stream()
                        .filter(link -> link.key().isOffer())
                        .filter(link -> link.task()
                                .flatMap(SeenTask::focus)
                                .filter(other -> who.isSame(other, focus))
                                .isPresent())
                        .reduce((first, last) -> last));
    }

    /** Whether it asks to stop something that is not between us, and asks nobody in particular. */
    boolean stopsAnothers(Found found, Links links) {
        SeenTask task = SeenTask.of(found.json(), Optional.empty());
        return Aborting.is(task)
                && task.json().element("owner").isMissingNode()
                && pointed(task, links).isEmpty()
                && aboutTheSame(task, links).isEmpty();
    }

    /** Whether it is the Task on which we bid, and whoever asked has chosen us: it is the order now. */
    boolean isChosen(CoordinationRecord record, HandoffId handoff, Link link, Found found) {
        return record.chart().handoffs().get(handoff).stream()
                .flatMap(talks ->
                        talks.offers().values().stream().flatMap(offer -> Stance.of(talks, offer, endpoint).stream()))
                .filter(stance -> !stance.sends() && stance.invites() && stance.accepted())
                .filter(stance -> stance.key().equals(link.key()))
                .anyMatch(stance -> new ReadTask(
                                stance,
                                read(found),
                                SeenTask.of(found.json(), Optional.empty()),
                                link.takenTask(),
                                link)
                        .chosen());
    }

    /** Where the partner states what an invitation is, an acceptance of one is a bid. */
    boolean isInvitation(Found found) {
        return SeenTask.of(found.json(), Optional.empty()).invites(endpoint.profile());
    }

    /** Whether it is not plainly about somebody else. */
    boolean isFor(Found found, PersonId person) {
        SeenTask task = SeenTask.of(found.json(), Optional.empty());
        SeenReference whose = WhoIsWho.written(person.value());
        return sameness(task, whose) != Sameness.DIFFERENT && !who.isSoughtForAnother(task, whose);
    }

    /** Whether nobody can tell that it is about this person: it does not say, or by a number that may be anybody's. */
    boolean isUnsureFor(Found found, PersonId person) {
        return sameness(SeenTask.of(found.json(), Optional.empty()), WhoIsWho.written(person.value()))
                == Sameness.CANNOT_TELL;
    }

    private Sameness sameness(SeenTask task, SeenReference person) {
        return task.person().map(p -> who.compare(p, person)).orElse(Sameness.CANNOT_TELL);
    }

    /** A server may leave the search's condition out: a Task that is addressed to another is not offered to us. */
    private boolean mayBeOurs(SeenTask task) {
        return task.owner()
                .map(seen -> who.isUs(Contained.behind(seen, task.json())))
                .orElse(task.json().element("owner").isMissingNode());
    }

    /**
     * An owner in words alone, a role or a person may be ours; so may any number where no number of ours is known, and what
     * has a number of ours, or an address that may be ours, beside what is not ours.
     */
    private boolean isUnclear(SeenTask task) {
        return task.owner()
                .map(o -> Stream.of("PractitionerRole", "Practitioner", "CareTeam", "HealthcareService")
                                .anyMatch(o::isA)
                        || (who.knowsNoIdentifierOfOurs() && o.reference().isEmpty())
                        || who.mayBeUs(Contained.behind(o, task.json())))
                .orElse(true);
    }

    /** Whoever asks is the partner, and nobody else whose Task lies on its server. */
    private boolean isPartners(SeenTask task) {
        return task.requester()
                .map(seen -> who.mayBePartner(Contained.behind(seen, task.json())))
                .orElse(true);
    }

    /** Why somebody has to look at it; none where it is an offer, somebody else's, or over. */
    List<MappingIssue> doubts(Found found) {
        SeenTask task = SeenTask.of(found.json(), Optional.empty());
        if (!mayBeOurs(task)) {
            return isUnclear(task) && isOpen(task) ? one("owner-not-known", "Task.owner") : List.of();
        }
        if (!Link.fits(found.json().text())) {
            return one("too-large", "Task");
        }
        if (found.json().isCutShort()) {
            return one("cut-short", "Task.meta");
        }
        TaskReading reading = read(found);
        if (reading instanceof TaskReading.NeedsAttention doubted) {
            return doubted.issues();
        }
        if (!(reading instanceof TaskReading.KnownMove known) || !isOpen(task)) {
            return List.of();
        }
        if (!isPartners(task)) {
            return task.owner().isPresent() ? one("requester-not-the-partner", "Task.requester") : List.of();
        }
        boolean held = task.status().filter(TaskStatus::saysHeld).isPresent();
        return known.move() == Move.OFFERED
                ? List.of()
                : one(held ? "accepted-in-our-name" : "no-longer-new", "Task.status");
    }

    static boolean isOpen(SeenTask task) {
        return task.status()
                .filter(status -> !status.ended() && status != TaskStatus.DRAFT)
                .isPresent();
    }

    private static List<MappingIssue> one(String code, String path) {
        return List.of(MappingIssue.error(code, path));
    }

    /** Whether a Task that is still open asks the same: it may be the same offer twice. */
    boolean isLikeOneOf(Found found, Links links) {
        SeenTask task = SeenTask.of(found.json(), Optional.empty());
        return links.all().stream()
                .filter(link -> link.key().isOffer())
                .anyMatch(link -> link.task()
                        .filter(Incoming::isOpen)
                        .filter(other -> replaces(task, link)
                                || (task.focus().isPresent() && task.focus().equals(other.focus()))
                                || (task.group().isPresent() && task.group().equals(other.group())))
                        .isPresent());
    }

    private TaskReading read(Found found) {
        return TaskReader.read(
                found.json().text().getBytes(StandardCharsets.UTF_8),
                Limits.standard(),
                new TaskContext(endpoint.profile(), Writer.UNVERIFIED, Optional.empty(), Optional.empty()));
    }
}
