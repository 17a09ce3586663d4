package care.baton.pathway;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.time.DueRule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * One stage of a pathway: who is responsible, by when, what is needed, and what it opens.
 *
 * @param code the stage
 * @param owner the responsible role
 * @param handoff the form that an offer from this stage must have: {@code sbar}, {@code i-pass} or {@code any}
 * @param evidence where the evidence is held
 * @param due the decision deadline, from the stage's beginning
 * @param attend by when somebody must have been seen at work on it, from the stage's beginning
 * @param ladder who hears when it is late: a ladder of the pathway
 * @param reviewer the role, on the funder's side, that reviews it
 * @param fields the template, each field with the step that needs it
 * @param gates what the stage cannot proceed without
 * @param duties the work it opens
 */
@Built
@Value.Builder
public record Stage(
        Code code,
        Code owner,
        Code handoff,
        Code evidence,
        DueRule due,
        DueRule attend,
        Code ladder,
        Code reviewer,
        List<Field> fields,
        List<Gate> gates,
        List<Duty> duties) {

    /** An offer from the stage tells situation, background, assessment and recommendation. */
    public static final Code SBAR = Code.of("sbar");

    /** An offer from the stage follows I-PASS. */
    public static final Code IPASS = Code.of("i-pass");

    /** An offer from the stage may have any form, or none. */
    public static final Code ANY_FORM = Code.of("any");

    /** Copies the lists. */
    public Stage {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(handoff, "handoff");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(attend, "attend");
        Objects.requireNonNull(ladder, "ladder");
        Objects.requireNonNull(reviewer, "reviewer");
        fields = Copy.of(fields, "fields");
        gates = Copy.of(gates, "gates");
        duties = Copy.of(duties, "duties");
    }

    /**
     * A stage, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static StageBuilderStages.BuildStart builder() {
        return StageBuilderStages.start();
    }

    /**
     * Everything that is needed before a step, fields and gates alike. What an earlier step needed, a later
     * one needs too: what was true may have changed, and not every stage takes every step.
     *
     * @param step the step
     * @return the needs, fields first
     */
    public List<Need> needs(Step step) {
        Objects.requireNonNull(step, "step");
        return Stream.concat(
                        fields.stream().filter(f -> !f.before().isAfter(step)).map(Field::need),
                        gates.stream().filter(g -> !g.before().isAfter(step)).flatMap(g -> g.needs().stream()))
                .distinct()
                .toList();
    }
}
