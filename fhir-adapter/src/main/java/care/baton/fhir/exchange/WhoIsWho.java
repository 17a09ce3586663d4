package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Pointer;
import care.baton.fhir.partner.OwnerMeans;
import care.baton.fhir.partner.TaskHome;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenIdentifier;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.fhir.task.SeenTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a reference on a partner's server names: compared with what we write there ourselves. */
final class WhoIsWho {

    /** What the search parameter for the patient reads in R4's types; a Task's person, and whom a coverage is for. */
    private static final List<String> SUBJECTS = List.of("subject", "patient", "for", "beneficiary");

    private final Endpoint endpoint;

    WhoIsWho(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** A name of the host's as we point to it. */
    static SeenReference written(String name) {
        return SeenReference.to(name);
    }

    /** An address on this server, however its name is spelt, without the server's own; another server's stays whole. */
    String local(String address) {
        if (!address.contains("://") || address.contains("?") || !Origin.same(endpoint.base(), address)) {
            return address;
        }
        String folder = endpoint.base().getRawPath().replaceAll("/$", "") + "/";
        String path = URI.create(address).getRawPath();
        return path.length() > folder.length() ? path.substring(folder.length()) : address;
    }

    /** A number that one of two gives without saying whose number it is may be the other's. */
    Sameness compare(SeenReference one, SeenReference other) {
        Sameness sameness = here(one).sameAs(here(other));
        boolean byNumber = sameness == Sameness.DIFFERENT
                && (one.reference().isEmpty() || other.reference().isEmpty())
                && one.identifier().isPresent()
                && other.identifier().isPresent();
        return byNumber && isVague(one.identifier().get(), other.identifier().get()) ? Sameness.CANNOT_TELL : sameness;
    }

    private static boolean isVague(SeenIdentifier one, SeenIdentifier other) {
        return one.value().equals(other.value())
                && (one.system().isEmpty() || other.system().isEmpty());
    }

    /** Whether what a Task is about names another person than the offer does; where several meet, and not that one. */
    boolean isAboutAnother(Stance stance, FhirJson focus) {
        SeenReference person = written(stance.offer().ask().person().value());
        List<Sameness> met =
                patients(focus).stream().map(seen -> compare(seen, person)).toList();
        return subjects(focus).stream().anyMatch(seen -> compare(seen, person) == Sameness.DIFFERENT)
                || (met.contains(Sameness.DIFFERENT) && !met.contains(Sameness.SAME));
    }

    /** Whether it names nobody by any element that R4 has for that. */
    boolean isAboutNobody(FhirJson focus) {
        return subjects(focus).isEmpty() && patients(focus).isEmpty();
    }

    private static List<SeenReference> subjects(FhirJson resource) {
        return SUBJECTS.stream()
                .flatMap(element -> SeenReference.read(resource.element(element)).stream())
                .toList();
    }

    private List<SeenReference> patients(FhirJson appointment) {
        List<SeenReference> patients = new ArrayList<>();
        for (JsonNode participant : appointment.element("participant")) {
            SeenReference.read(participant.path("actor"))
                    .filter(actor -> here(actor).isA("Patient"))
                    .ifPresent(patients::add);
        }
        return patients;
    }

    /** Whether it is for one part of those whom it is about, and that is another person. */
    boolean isSoughtForAnother(SeenTask task, SeenReference person) {
        for (JsonNode recipient : task.json().element("restriction").path("recipient")) {
            if (SeenReference.read(recipient)
                    .filter(seen -> here(seen).isA("Patient") && compare(seen, person) == Sameness.DIFFERENT)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether its owner is still the one who was asked: as we wrote it, or as it was taken in. What names nobody, and
     * nobody holds, whoever was asked may still claim.
     */
    boolean isAddressed(Stance stance, SeenTask task, Optional<SeenTask> taken) {
        if (endpoint.profile().parties().ownerMeans() != OwnerMeans.ACCOUNTABLE) {
            return true;
        }
        Optional<SeenReference> before = taken.flatMap(t -> t.owner().map(owner -> Contained.behind(owner, t.json())));
        Optional<SeenReference> owner = task.owner().map(seen -> Contained.behind(seen, task.json()));
        if (owner.isEmpty()) {
            return (before.isEmpty() || !stance.sends()) && !saysHeld(task);
        }
        return stance.sends()
                ? isSame(owner.get(), written(stance.offer().to().organization().value()))
                : isUs(owner.get())
                        || before.filter(b -> isSame(b, owner.get())).isPresent();
    }

    /** Whether it is for another person than the record's, or than it was. */
    boolean isForAnother(Stance stance, SeenTask task, Optional<SeenTask> taken) {
        SeenReference ours = written(stance.offer().ask().person().value());
        return Stream.concat(taken.flatMap(SeenTask::person).stream(), Stream.of(ours))
                        .anyMatch(before -> task.person()
                                .filter(now -> compare(now, before) == Sameness.DIFFERENT)
                                .isPresent())
                || isSoughtForAnother(task, ours);
    }

    /** Whether its status says that the owner holds it, and not that its cancellation is asked for. */
    private boolean saysHeld(SeenTask task) {
        return task.status().filter(TaskStatus::saysHeld).isPresent() && !Steps.asksToCancel(endpoint.profile(), task);
    }

    boolean isFromAnother(SeenTask now, Optional<SeenTask> taken) {
        Optional<SeenReference> before = taken.flatMap(SeenTask::requester);
        return before.isPresent()
                && now.requester().filter(r -> isSame(before.get(), r)).isEmpty();
    }

    boolean isSame(SeenReference one, SeenReference other) {
        return compare(one, other) == Sameness.SAME;
    }

    /** Whether nobody has said by which identifier a Task may name us. */
    boolean knowsNoIdentifierOfOurs() {
        return endpoint.ownIdentifiers().isEmpty()
                && new Pointer(endpoint.own().organization().value()).isAddress();
    }

    /** By address, or by an identifier that is known to be ours: one that is not known is somebody else's. */
    boolean isUs(SeenReference seen) {
        return isSame(seen, ourAddress())
                || isSame(seen, ourName())
                || (seen.reference().isEmpty() && hasOurIdentifier(seen));
    }

    /**
     * Whether it may be us for all that it says, and somebody has to look: by an identifier of ours beside another's address,
     * which anybody can write there, or by an address that nobody can tell from ours.
     */
    boolean mayBeUs(SeenReference seen) {
        boolean anothers = seen.identifier().isPresent() && !knowsNoIdentifierOfOurs();
        return hasOurIdentifier(seen)
                || (!anothers
                        && seen.reference().isPresent()
                        && Stream.of(ourAddress(), ourName()).anyMatch(o -> compare(seen, o) == Sameness.CANNOT_TELL));
    }

    private boolean hasOurIdentifier(SeenReference seen) {
        return seen.identifier()
                .filter(i -> endpoint.ownIdentifiers().contains(i)
                        || ourName().identifier().filter(o -> isVague(o, i)).isPresent())
                .isPresent();
    }

    private SeenReference ourAddress() {
        return new SeenReference(Optional.of(endpoint.ownReference()), Optional.empty());
    }

    private SeenReference ourName() {
        return written(endpoint.own().organization().value());
    }

    /** Whether it is an organization, or a number, that is surely not ours. */
    boolean isAnotherThanUs(SeenReference seen) {
        SeenReference named = written(endpoint.own().organization().value());
        return !isUs(seen)
                && (seen.reference().isEmpty() || here(seen).isA("Organization"))
                && Stream.of(named, SeenReference.to(endpoint.ownReference()))
                        .map(ours -> compare(seen, ours))
                        .anyMatch(Sameness.DIFFERENT::equals);
    }

    /**
     * Whether the partner may be meant: its organization, or a person of its own where the server is its own. Another
     * organization, we ourselves and the person cared for are not.
     */
    boolean mayBePartner(SeenReference seen) {
        Sameness sameness =
                compare(seen, written(endpoint.partner().organization().value()));
        boolean person = Stream.of("PractitionerRole", "Practitioner").anyMatch(here(seen)::isA);
        boolean elsewhere = here(seen)
                .reference()
                .filter(address -> address.contains(":") || address.startsWith("#"))
                .isPresent();
        boolean ownServer = endpoint.profile().parties().home() != TaskHome.INTERMEDIARY;
        return sameness == Sameness.SAME
                || (ownServer && !elsewhere && !isUs(seen) && (person || sameness == Sameness.CANNOT_TELL));
    }

    private SeenReference here(SeenReference seen) {
        return new SeenReference(seen.reference().map(this::local), seen.identifier());
    }
}
