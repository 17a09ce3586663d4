package care.baton.plan;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * A template that plans follow, in one version: the phases one after the other, which disciplines and roles take part,
 * what a plan contains, and what its coordinator does. It never changes under its version.
 *
 * @param id which protocol
 * @param version its version
 * @param phases the phases, in their order; at least one
 * @param disciplines the areas of care that take part
 * @param roles the roles that take part
 * @param activities the kinds of activity that a plan contains, unless it says why not
 * @param coordinator the role that coordinates
 * @param duties what the coordinator does
 */
@Built
@Value.Builder
public record Protocol(
        Code id,
        int version,
        List<Code> phases,
        List<Discipline> disciplines,
        List<Code> roles,
        List<Code> activities,
        Code coordinator,
        List<Code> duties) {

    /** The five phases that we ship. */
    public static final List<Code> FIVE_PHASES = List.of(
            Code.of("assessment-and-goal-setting"),
            Code.of("care-plan-development"),
            Code.of("execution"),
            Code.of("monitoring-feedback-adjustment"),
            Code.of("transitions-and-closure"));

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no phase, or one is there twice
     */
    public Protocol {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(coordinator, "coordinator");
        phases = Copy.of(phases, "phases");
        disciplines = Copy.of(disciplines, "disciplines");
        roles = Copy.of(roles, "roles");
        activities = Copy.of(activities, "activities");
        duties = Copy.of(duties, "duties");
        if (phases.isEmpty() || phases.stream().distinct().count() != phases.size()) {
            throw new IllegalArgumentException("phases: at least one, each once");
        }
    }

    /**
     * A protocol, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static ProtocolBuilderStages.BuildStart builder() {
        return ProtocolBuilderStages.start();
    }

    /**
     * What we ship: five phases; a medical, a behavioral and a social discipline; no activity prescribed; the
     * five duties of the coordinator. The phases, the three areas and the duties are the source's; the roles that stand
     * for each area are ours.
     *
     * @return the protocol {@code coordinated-care}, version 1
     */
    public static Protocol coordinatedCare() {
        return new Protocol(
                Code.of("coordinated-care"),
                1,
                FIVE_PHASES,
                List.of(
                        area(
                                "medical",
                                "primary-care-clinician",
                                "attending-clinician",
                                "physician",
                                "cardiologist",
                                "nurse",
                                "registered-nurse",
                                "nurse-consultant",
                                "school-nurse",
                                "pharmacist",
                                "rehabilitation-therapist"),
                        area("behavioral", "behavioral-health-therapist", "psychologist", "psychiatrist"),
                        area("social", "social-worker", "community-health-worker")),
                List.of(),
                List.of(),
                Code.of("care-coordinator"),
                List.of(
                        Code.of("assess-risk"),
                        Code.of("craft-smart-care-plan"),
                        Code.of("arrange-referral-or-transportation"),
                        Code.of("document-progress"),
                        Code.of("alert-team")));
    }

    private static Discipline area(String area, String... roles) {
        return new Discipline(
                Code.of(area), List.of(roles).stream().map(Code::of).toList());
    }
}
