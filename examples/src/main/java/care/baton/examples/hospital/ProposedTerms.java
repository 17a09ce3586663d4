package care.baton.examples.hospital;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/**
 * The conditions that a provider has written on a Task, as a person at the hospital reads them on the screen.
 *
 * <p>No provider's own extension is known here: any extension of the Task with a part called {@code text} is read as
 * one condition; where there is none, the wording of the business status is the condition.
 */
final class ProposedTerms {

    private ProposedTerms() {}

    /** The conditions in the order written; none once the Task is answered or while its business status is silent. */
    static List<String> on(Task task) {
        boolean open = task.getStatus() == Task.TaskStatus.REQUESTED || task.getStatus() == Task.TaskStatus.RECEIVED;
        if (!open || task.getBusinessStatus().isEmpty()) {
            return List.of();
        }
        List<String> texts =
                task.getExtension().stream().flatMap(ProposedTerms::texts).toList();
        String status = task.getBusinessStatus().getText();
        boolean named = status != null && status.toLowerCase(Locale.ROOT).contains("condition");
        return texts.isEmpty() && named ? List.of(status) : texts;
    }

    private static Stream<String> texts(Extension extension) {
        Stream<String> deeper = extension.getExtension().stream().flatMap(ProposedTerms::texts);
        return "text".equals(extension.getUrl()) && extension.getValue() instanceof StringType text
                ? Stream.concat(Stream.of(text.getValue()), deeper)
                : deeper;
    }
}
