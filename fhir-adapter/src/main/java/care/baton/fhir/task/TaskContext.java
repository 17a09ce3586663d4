package care.baton.fhir.task;

import care.baton.fhir.FhirJson;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Writer;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known beside the Task itself when it is read.
 *
 * @param profile what is agreed with that partner
 * @param writer who wrote this version, as far as the channel tells
 * @param last the version read or written before; empty when this is the first
 * @param focus the resource its focus points to, where it was read
 * @param held whether the receiver is known to hold it already
 */
public record TaskContext(
        PartnerProfile profile, Writer writer, Optional<SeenTask> last, Optional<FhirJson> focus, boolean held) {

    /** Refuses nothing but absence. */
    public TaskContext {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(focus, "focus");
    }

    /**
     * A version of which nobody knows more than the version before: that says whether the receiver holds it.
     *
     * @param profile what is agreed with that partner
     * @param writer who wrote this version
     * @param last the version before
     * @param focus what its focus points to
     */
    public TaskContext(PartnerProfile profile, Writer writer, Optional<SeenTask> last, Optional<FhirJson> focus) {
        this(
                profile,
                writer,
                last,
                focus,
                Objects.requireNonNull(last, "last")
                        .flatMap(SeenTask::status)
                        .filter(TaskStatus::saysHeld)
                        .isPresent());
    }

    /**
     * A Task seen for the first time, written by somebody the channel does not tell.
     *
     * @param profile what is agreed with that partner
     * @return the context
     */
    public static TaskContext firstSeen(PartnerProfile profile) {
        Objects.requireNonNull(profile, "profile");
        return new TaskContext(profile, Writer.UNVERIFIED, Optional.empty(), Optional.empty());
    }

    /**
     * A later version of a Task.
     *
     * @param profile what is agreed with that partner
     * @param writer who wrote this version
     * @param last the version before
     * @return the context
     */
    public static TaskContext after(PartnerProfile profile, Writer writer, SeenTask last) {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(last, "last");
        return new TaskContext(profile, writer, Optional.of(last), Optional.empty());
    }
}
