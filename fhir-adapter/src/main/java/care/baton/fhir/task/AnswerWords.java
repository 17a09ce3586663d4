package care.baton.fhir.task;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.OurExtension;
import care.baton.handoff.Answer;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the receiver said beside its answer, in its own words: what it understood, or what it recommends instead. */
public final class AnswerWords {

    private static final String SYNTHESIS = "synthesis";
    private static final String NEXT_STEP = "next-step";

    private AnswerWords() {}

    /**
     * The words beside an answer.
     *
     * @param answer the answer
     * @return what is said; none for answers that have no such words
     */
    public static Sensitive of(Answer answer) {
        Objects.requireNonNull(answer, "answer");
        if (answer instanceof Answer.Accept accept) {
            return accept.synthesis();
        }
        return answer instanceof Answer.Decline decline ? decline.nextStep() : Sensitive.none();
    }

    /**
     * The words beside an answer as they stand on a Task.
     *
     * @param answer the answer
     * @return our extension; empty when nothing is said
     */
    public static Optional<OurExtension> written(Answer answer) {
        Objects.requireNonNull(answer, "answer");
        String part = answer instanceof Answer.Accept ? SYNTHESIS : NEXT_STEP;
        return of(answer)
                .text()
                .map(text -> new OurExtension.Group(
                        FhirSystems.ANSWER_WORDS,
                        List.of(new OurExtension.Value(part, OurExtension.Kind.STRING, text))));
    }

    /**
     * What the receiver understood.
     *
     * @param task the Task
     * @return the words; none where they do not stand there
     */
    public static Sensitive synthesis(FhirJson task) {
        Objects.requireNonNull(task, "task");
        return part(task, SYNTHESIS);
    }

    /**
     * What the receiver recommends instead.
     *
     * @param task the Task
     * @return the words; none where they do not stand there
     */
    public static Sensitive nextStep(FhirJson task) {
        Objects.requireNonNull(task, "task");
        return part(task, NEXT_STEP);
    }

    private static Sensitive part(FhirJson task, String name) {
        return TaskElements.items(task.element("extension"))
                .filter(words -> TaskElements.text(words, "url")
                        .filter(FhirSystems.ANSWER_WORDS::equals)
                        .isPresent())
                .flatMap(words -> TaskElements.part(words.path("extension"), name, "valueString").stream())
                .filter(Sensitive::fits)
                .map(Sensitive::of)
                .findFirst()
                .orElse(Sensitive.none());
    }
}
