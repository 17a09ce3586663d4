package care.baton.plan;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is to be reached, in whose words, and how one will know. What it does not say yet can be asked for:
 * {@link #missing}. Source: FHIR R4 Goal.
 *
 * @param code its name in the plan
 * @param author whose goal it is
 * @param words in words; the person's own where it is theirs
 * @param owner who has made it theirs, the person too
 * @param doing what is done for it and how often: what makes it specific
 * @param targets what is measured, and what it should come to: with a number and its days it can be measured
 * @param achievable on what ground it is thought to be within reach
 * @param serves the preference or the priority that it serves: what makes it relevant
 * @param within by when
 */
@Built
@Value.Builder
public record Goal(
        Code code,
        Author author,
        Sensitive words,
        Optional<Holder> owner,
        Optional<Doing> doing,
        List<Target> targets,
        Optional<Code> achievable,
        Optional<Code> serves,
        Optional<Within> within) {

    /** The five parts of a goal that can be worked with, in their order. */
    public static final List<Code> PARTS = List.of(
            Code.of("specific"),
            Code.of("measurable"),
            Code.of("achievable"),
            Code.of("relevant"),
            Code.of("time-bound"));

    /** Whose goal it is. */
    public enum Author {
        /** The person whose health is on the line. */
        PERSON,
        /** Their family. */
        FAMILY,
        /** A clinician. */
        CLINICIAN,
        /** Who serves them at home or in the community. */
        PROVIDER
    }

    /**
     * Copies the targets.
     *
     * @throws IllegalArgumentException if the person's goal is not in their own words
     */
    public Goal {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(doing, "doing");
        Objects.requireNonNull(achievable, "achievable");
        Objects.requireNonNull(serves, "serves");
        Objects.requireNonNull(within, "within");
        targets = Copy.of(targets, "targets");
        if (author == Author.PERSON && words.isNone()) {
            throw new IllegalArgumentException("words: the person's own");
        }
    }

    /**
     * A goal, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static GoalBuilderStages.BuildStart builder() {
        return GoalBuilderStages.start();
    }

    /**
     * Whether one will be able to tell if it was reached: a number, and by when that is looked at.
     *
     * @return true when a target has both
     */
    public boolean isMeasurable() {
        return targets.stream().anyMatch(t -> t.number().isPresent() && t.days().isPresent());
    }

    /**
     * Which of the five parts it does not have.
     *
     * @return those of {@link #PARTS}, in their order
     */
    public List<Code> missing() {
        List<Boolean> said = List.of(
                doing.isPresent(), isMeasurable(), achievable.isPresent(), serves.isPresent(), within.isPresent());
        List<Code> missing = new ArrayList<>();
        for (int i = 0; i < PARTS.size(); i++) {
            if (!said.get(i)) {
                missing.add(PARTS.get(i));
            }
        }
        return List.copyOf(missing);
    }
}
