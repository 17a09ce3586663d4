package care.baton.fhir.history;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Made;
import care.baton.fhir.Mapped;
import care.baton.fhir.R4;
import care.baton.fhir.task.SeenReference;
import care.baton.party.HandoffId;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hl7.fhir.r4.model.Provenance;

@Promise(15)
class ProvenanceProperties {

    private static ToldStep step(Random random) {
        Transition transition = new Transition(
                HandoffId.of("h-" + random.nextInt(9) + "/offer-x"),
                1 + random.nextInt(9),
                Made.code(random, "activity"),
                Made.holder(random),
                random.nextBoolean() ? Optional.of(Made.holder(random)) : Optional.empty(),
                Made.instant(random),
                random.nextBoolean() ? Optional.of(Made.instant(random)) : Optional.empty());
        return new ToldStep(transition, "t" + random.nextInt(99), "v." + random.nextInt(99));
    }

    @Example
    void aStepReadBackIsTheSame() {
        Made.trips(random -> {
            ToldStep step = step(random);

            FhirJson sent = FhirJson.read(step.provenance().text()).value().orElseThrow();

            assertThat(ToldStep.read(sent)).isEqualTo(new Mapped.Complete<>(step));
        });
    }

    @Example
    void itIsAValidResourceAndNamesTheVersionAndWhoSaidIt() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            ToldStep step = step(random);
            FhirJson sent = step.provenance();
            Provenance read = R4.parse(sent, Provenance.class).value().orElseThrow();

            assertThat(R4.shape(sent)).isEmpty();
            assertThat(read.getTargetFirstRep().getReference())
                    .isEqualTo("Task/" + step.task() + "/_history/" + step.version());
            assertThat(read.getIdElement().getIdPart()).hasSize(64);
            List<SeenReference> speakers = Speakers.of(sent, step.task(), step.version());
            assertThat(speakers).isNotEmpty();
            assertThat(Speakers.of(sent, step.task(), "another")).isEmpty();
        }
    }

    /** Whatever is missing, there is an answer and nothing is made up. */
    @Property
    void aProvenanceWithSomethingMissingIsNamedNotGuessed(@ForAll long seed) {
        Random random = new Random(seed);
        ToldStep step = step(random);
        ObjectNode tree = step.provenance().tree();
        String gone = List.of("target", "activity", "agent", "recorded").get(random.nextInt(4));
        if (random.nextBoolean()) {
            tree.remove(gone);
        } else {
            tree.put(gone, Made.words(random));
        }

        Mapped<ToldStep> read = ToldStep.read(FhirJson.of(tree));

        assertThat(read.value()).isEmpty();
        assertThat(read.issues()).anyMatch(issue -> issue.path().startsWith("Provenance." + gone));
    }
}
