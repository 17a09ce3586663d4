package care.baton.fhir.exchange;

import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.Writer;
import care.baton.fhir.task.Move;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskContext;
import care.baton.fhir.task.TaskReader;
import care.baton.fhir.task.TaskReading;
import care.baton.party.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

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
        return read(found) instanceof TaskReading.KnownMove known
                && known.move() == Move.OFFERED
                && mayBeOurs(known.seen())
                && isPartners(known.seen());
    }

    /** Whether it is not plainly about somebody else. */
    boolean isFor(Found found, PersonId person) {
        return SeenTask.of(found.json(), Optional.empty())
                .person()
                .filter(p -> who.compare(p, WhoIsWho.written(person.value())) == Sameness.DIFFERENT)
                .isEmpty();
    }

    /** A server may leave the search's condition out: a Task that is addressed to another is not offered to us. */
    private boolean mayBeOurs(SeenTask task) {
        return task.owner().map(who::isUs).orElse(true);
    }

    /** Whoever asks is the partner, and nobody else whose Task lies on its server. */
    private boolean isPartners(SeenTask task) {
        return task.requester()
                .map(seen -> who.mayBePartner(Contained.behind(seen, task.json())))
                .orElse(true);
    }

    private TaskReading read(Found found) {
        return TaskReader.read(
                found.json().text().getBytes(StandardCharsets.UTF_8),
                Limits.standard(),
                new TaskContext(endpoint.profile(), Writer.UNVERIFIED, Optional.empty(), Optional.empty()));
    }
}
