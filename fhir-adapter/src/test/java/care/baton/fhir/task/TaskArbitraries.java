package care.baton.fhir.task;

import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Writer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tasks and documents gone wrong in many ways, each made from a seed. */
final class TaskArbitraries {

    static final String CANARY = "Zyxwvut";

    private static final List<PartnerProfile> PROFILES = PartnerProfiles.all();

    private TaskArbitraries() {}

    /** What may be known beside a Task. */
    static TaskContext context(long seed) {
        Random random = new Random(seed);
        PartnerProfile profile = PROFILES.get(random.nextInt(PROFILES.size()));
        Writer writer = Writer.values()[random.nextInt(Writer.values().length)];
        TaskStatus before = TaskStatus.values()[random.nextInt(TaskStatus.values().length)];
        return random.nextInt(4) == 0
                ? TaskContext.firstSeen(profile)
                : TaskContext.after(profile, writer, Tasks.seen(Tasks.offer().put("status", before.code())));
    }

    /** A Task with a few of its members replaced, moved, dropped or doubled. */
    static ObjectNode bent(long seed) {
        Random random = new Random(seed);
        ObjectNode task = Tasks.with(TaskStatus.values()[random.nextInt(12)].code());
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(task, containers);
            bend(containers.get(random.nextInt(containers.size())), random);
        }
        return task;
    }

    /** The bytes of a bent Task, with a few of them changed as well. */
    static byte[] broken(long seed) {
        Random random = new Random(seed);
        byte[] bytes = bent(seed).toString().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** A Task that says the canary wherever it says something. */
    static ObjectNode singing(long seed) {
        ObjectNode task = bent(seed);
        sing(task, new Random(seed));
        return task;
    }

    private static void bend(JsonNode container, Random random) {
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty()) {
                return;
            }
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, value(random));
                case 2 -> object.set(name + "x", object.get(name).deepCopy());
                default ->
                    object.set(
                            name,
                            JsonNodeFactory.instance
                                    .arrayNode()
                                    .add(object.get(name).deepCopy()));
            }
        } else if (container instanceof ArrayNode array) {
            array.add(value(random));
        }
    }

    private static JsonNode value(Random random) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(6)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.numberNode(random.nextInt());
            case 2 -> nodes.objectNode();
            case 3 -> nodes.arrayNode();
            case 4 -> nodes.booleanNode(random.nextBoolean());
            default -> nodes.textNode(" ".repeat(random.nextInt(2)) + "x".repeat(random.nextInt(3)));
        };
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }

    private static void sing(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (object.get(name).isTextual() && !name.equals("resourceType") && random.nextInt(3) > 0) {
                    object.put(name, CANARY + random.nextInt(9));
                }
                sing(object.get(name), random);
            }
            object.put(CANARY, CANARY);
        } else {
            node.forEach(child -> sing(child, random));
        }
    }
}
