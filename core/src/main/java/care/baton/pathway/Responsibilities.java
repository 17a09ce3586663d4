package care.baton.pathway;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * The five responsibilities of a workflow, each with exactly one role. Deciding here is deciding that a stage
 * proceeds; the decision guide says who decides on each topic.
 *
 * @param records who records
 * @param decides who decides
 * @param escalates who escalates
 * @param closes who closes actions
 * @param validates who validates outcomes
 * @param apart whether who validates must be another person than who closes
 */
@Built
@Value.Builder
public record Responsibilities(Code records, Code decides, Code escalates, Code closes, Code validates, boolean apart) {

    /** Checks that none is absent. */
    public Responsibilities {
        Objects.requireNonNull(records, "records");
        Objects.requireNonNull(decides, "decides");
        Objects.requireNonNull(escalates, "escalates");
        Objects.requireNonNull(closes, "closes");
        Objects.requireNonNull(validates, "validates");
    }

    /**
     * The five responsibilities, one by one.
     *
     * @return a builder that asks for each in turn
     */
    public static ResponsibilitiesBuilderStages.BuildStart builder() {
        return ResponsibilitiesBuilderStages.start();
    }

    /**
     * The roles in the order of the responsibilities.
     *
     * @return five roles, which may repeat
     */
    public List<Code> roles() {
        return List.of(records, decides, escalates, closes, validates);
    }
}
