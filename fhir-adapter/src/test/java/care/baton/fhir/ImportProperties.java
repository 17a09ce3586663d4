package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.communication.Invitation;
import care.baton.fhir.communication.Report;
import care.baton.fhir.history.Speakers;
import care.baton.fhir.history.ToldStep;
import care.baton.fhir.history.Transition;
import care.baton.fhir.request.RequestReader;
import care.baton.fhir.request.ServiceAsked;
import care.baton.fhir.task.AnswerWords;
import care.baton.fhir.task.Owed;
import care.baton.handoff.Ask;
import care.baton.handoff.Ipass;
import care.baton.handoff.Priority;
import care.baton.obligation.Key;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is done to a resource of ours, every reader answers: with a value, or with what stands in the way. */
class ImportProperties {

    private static final PersonId PERSON = PersonId.of("Patient/p1");
    private static final HandoffId HANDOFF = HandoffId.of("h-1");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static List<FhirJson> ours(Random random) {
        Sensitive words = Sensitive.of(Made.words(random));
        Code code = Made.code(random, "code");
        return List.of(
                new ToldStep(
                                new Transition(
                                        HANDOFF,
                                        1,
                                        code,
                                        Made.holder(random),
                                        Optional.of(Made.holder(random)),
                                        Made.instant(random),
                                        Optional.of(Made.instant(random))),
                                "t1",
                                "1")
                        .provenance(),
                new ServiceAsked(HANDOFF, 1, Made.holder(random), Made.holder(random), Ask.of(code, PERSON)).request(),
                new Owed(
                                Key.of("h-1", code, "s"),
                                Optional.of(Key.of("h-1", code, "p")),
                                PERSON,
                                Made.holder(random),
                                Made.holder(random),
                                Made.instant(random),
                                Made.instant(random),
                                false,
                                new Standing.Replaced(Made.instant(random), Key.of("h-1", code, "q")))
                        .task(),
                new Report(
                                HANDOFF,
                                1,
                                PERSON,
                                Made.holder(random),
                                Made.holder(random),
                                Made.instant(random),
                                new Ipass(words, words, List.of(words), words))
                        .communication(),
                new Invitation(
                                HANDOFF,
                                1,
                                PERSON,
                                Made.holder(random),
                                Made.holder(random),
                                Made.instant(random),
                                code,
                                Priority.ROUTINE,
                                words,
                                Optional.of(Made.instant(random)),
                                Optional.empty())
                        .communication());
    }

    @Property
    void everyReaderAnswersWhateverWasDoneToAResource(@ForAll long seed) {
        Random random = new Random(seed);
        for (FhirJson whole : ours(random)) {
            ObjectNode tree = whole.tree();
            for (int i = random.nextInt(4); i >= 0; i--) {
                spoil(tree, random);
            }
            FhirJson spoiled = FhirJson.of(tree);

            List<Mapped<?>> read = List.of(
                    ToldStep.read(spoiled),
                    ServiceAsked.read(spoiled),
                    RequestReader.read(spoiled, Code.of("home-care"), PERSON),
                    Owed.read(spoiled),
                    Report.read(spoiled),
                    Invitation.read(spoiled));

            assertThat(read).allMatch(r -> r.value().isPresent() || !r.issues().isEmpty());
            assertThat(read).filteredOn(r -> r.value().isPresent()).hasSizeLessThanOrEqualTo(2);
            assertThat(AnswerWords.synthesis(spoiled)).isEqualTo(Sensitive.none());
            assertThat(Speakers.of(spoiled, "another", "1")).isEmpty();
        }
    }

    /** Somewhere in it something is gone, or is something else. */
    private static void spoil(ObjectNode root, Random random) {
        List<JsonNode> holders = new ArrayList<>(List.of(root));
        for (int i = 0; i < holders.size(); i++) {
            holders.get(i).forEach(child -> {
                if (child.isContainerNode()) {
                    holders.add(child);
                }
            });
        }
        JsonNode at = holders.get(random.nextInt(holders.size()));
        if (at.isEmpty()) {
            return;
        }
        if (at instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, junk(random));
            }
        } else if (at instanceof ArrayNode array) {
            array.set(random.nextInt(array.size()), junk(random));
        }
    }

    private static JsonNode junk(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt());
            case 2 -> NODES.booleanNode(true);
            case 3 -> NODES.objectNode().put("reference", " /_history/1");
            case 4 -> NODES.arrayNode().add("x");
            case 5 -> NODES.textNode("%zz/a/%/99999999999");
            case 6 -> NODES.textNode("Task//_history/");
            default -> NODES.textNode(Made.words(random));
        };
    }
}
