package care.baton.fhir.task;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.Mapped;
import care.baton.fhir.R4;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hl7.fhir.r4.model.Task;

class TaskReaderProperties {

    @Property
    void anyBytesGiveAValueOrOneTypedRejection(@ForAll byte[] bytes) {
        Mapped<FhirJson> read = FhirJson.read(bytes, Limits.standard());

        assertThat(read.value().isPresent() ? 0 : read.issues().size())
                .isEqualTo(read.value().isPresent() ? 0 : 1);
    }

    @Property
    void anyBytesGiveOneOfThreeReadingsWithTheDocumentKept(@ForAll long seed) {
        byte[] bytes = TaskArbitraries.broken(seed);

        TaskReading reading = TaskReader.read(bytes, Limits.standard(), TaskArbitraries.context(seed));

        assertThat(reading.raw().bytes()).isEqualTo(bytes);
        assertThat(Tasks.codes(reading)).doesNotContain("unreadable", "unreadable-by-parser");
    }

    @Property
    void aKnownMoveHasTheShapeOfR4AndNamesItsParties(@ForAll long seed) {
        ObjectNode task = TaskArbitraries.bent(seed);

        if (Tasks.read(task, TaskArbitraries.context(seed)) instanceof TaskReading.KnownMove known) {
            assertThat(R4.shape(known.seen().json())).isEmpty();
            assertThat(known.seen().status()).isPresent();
            assertThat(known.seen().requester()).isPresent();
            assertThat(known.seen().person()).isPresent();
            assertThat(known.seen().focus()).isPresent();
            assertThat(known.holding() != Holding.SAYS_HELD
                            || known.seen().owner().isPresent())
                    .isTrue();
        }
    }

    @Property
    void theSameDocumentGivesTheSameReading(@ForAll long seed) {
        ObjectNode task = TaskArbitraries.bent(seed);
        TaskContext context = TaskArbitraries.context(seed);

        assertThat(Tasks.read(task, context)).isEqualTo(Tasks.read(task, context));
    }

    @Property
    void theParserGivesAValueOrIssuesForAnyShape(@ForAll long seed) {
        FhirJson json = FhirJson.of(TaskArbitraries.bent(seed));

        Mapped<Task> parsed = R4.parse(json, Task.class);

        assertThat(parsed.value().isPresent() || !parsed.issues().isEmpty()).isTrue();
    }

    @Property
    void nothingThatIsPrintedSaysWhatStoodThere(@ForAll long seed) {
        ObjectNode task = TaskArbitraries.singing(seed);
        FhirJson json = FhirJson.of(task);
        TaskReading reading = Tasks.read(task, TaskArbitraries.context(seed));
        SeenTask seen = SeenTask.of(json, java.util.Optional.of(json));
        String printed = reading + " " + reading.task() + reading.raw() + json + seen + seen.owner() + seen.code()
                + seen.group() + seen.terms() + R4.shape(json) + R4.parse(json, Task.class)
                + FhirJson.read(task.toString().substring(1).getBytes(StandardCharsets.UTF_8), Limits.standard());

        assertThat(printed).doesNotContainIgnoringCase(TaskArbitraries.CANARY);
    }
}
