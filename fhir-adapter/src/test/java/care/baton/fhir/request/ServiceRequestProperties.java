package care.baton.fhir.request;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Made;
import care.baton.fhir.Mapped;
import care.baton.fhir.R4;
import care.baton.handoff.Ask;
import care.baton.handoff.Input;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hl7.fhir.r4.model.ServiceRequest;

@Promise(15)
class ServiceRequestProperties {

    private static ServiceAsked asked(Random random) {
        List<Input> inputs = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Sensitive value =
                    random.nextInt(3) == 0 ? Sensitive.of("Observation/o" + random.nextInt(9)) : Made.maybe(random);
            inputs.add(new Input(Made.code(random, "item"), value));
        }
        Ask ask = new Ask(
                Made.code(random, "service"),
                PersonId.of(random.nextBoolean() ? "Patient/p" + random.nextInt(9) : "p-" + random.nextInt(9)),
                Priority.values()[random.nextInt(Priority.values().length)],
                Sensitive.none(),
                Made.maybe(random),
                inputs,
                random.nextBoolean() ? Optional.of(Made.instant(random)) : Optional.empty());
        return new ServiceAsked(
                HandoffId.of("h-" + random.nextInt(99)),
                1 + random.nextInt(9),
                Made.holder(random),
                Made.holder(random),
                ask);
    }

    @Example
    void aRequestReadBackIsTheSame() {
        Made.trips(random -> {
            ServiceAsked asked = asked(random);

            FhirJson sent = FhirJson.read(asked.request().text()).value().orElseThrow();

            assertThat(ServiceAsked.read(sent)).isEqualTo(new Mapped.Complete<>(asked));
        });
    }

    /** Read as anybody reads it, it asks the same; once stored, an offer points to it. */
    @Property
    void whoeverReadsItIsAskedTheSame(@ForAll long seed) {
        ServiceAsked asked = asked(new Random(seed));
        ObjectNode stored = asked.request().tree().put("id", "s1");

        Ask read = RequestReader.read(
                        FhirJson.of(stored), Code.of("other"), asked.ask().person())
                .value()
                .orElseThrow();

        assertThat(read.focus()).isEqualTo(Sensitive.of("ServiceRequest/s1"));
        assertThat(read).usingRecursiveComparison().ignoringFields("focus").isEqualTo(asked.ask());
        assertThat(R4.parse(FhirJson.of(stored), ServiceRequest.class).issues()).isEmpty();
    }

    /** What others put on a request of ours stays when it ends; the rest of it does too. */
    @Property
    void endingARequestOfOursChangesItsStatusAlone(@ForAll long seed) {
        Random random = new Random(seed);
        ServiceAsked asked = asked(random);
        ObjectNode stored = asked.request().tree().put("id", "s1");
        stored.putArray("note").addObject().put("text", Made.words(random));
        stored.put("unknown", Made.words(random));

        ObjectNode ended = asked.ended(FhirJson.of(stored), "revoked")
                .value()
                .orElseThrow()
                .tree();

        assertThat(ended.path("status").asText()).isEqualTo("revoked");
        assertThat(ended.without("status").toString())
                .isEqualTo(stored.without("status").toString());
    }
}
