package care.baton.handoff;

import care.baton.outcome.Built;
import care.baton.party.Sensitive;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * Situation, background, assessment, recommendation; with the parameters to watch and the red flags
 * where there are any.
 *
 * <p>Source: SBAR (Situation, Background, Assessment, Recommendation).
 *
 * @param situation what is going on now
 * @param background how it came about
 * @param assessment what the sender thinks it is
 * @param recommendation what the sender asks for
 * @param parameters what to watch and within which bounds; may be none
 * @param redFlags what must make the receiver call at once; may be none
 */
@Built
@Value.Builder
public record Sbar(
        Sensitive situation,
        Sensitive background,
        Sensitive assessment,
        Sensitive recommendation,
        Sensitive parameters,
        Sensitive redFlags)
        implements Content {

    /**
     * Checks that the four parts say something.
     *
     * @throws IllegalArgumentException if one of the four is empty
     */
    public Sbar {
        Parts.say(situation, "situation");
        Parts.say(background, "background");
        Parts.say(assessment, "assessment");
        Parts.say(recommendation, "recommendation");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(redFlags, "redFlags");
    }

    /**
     * A report, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static SbarBuilderStages.BuildStart builder() {
        return SbarBuilderStages.start();
    }
}
