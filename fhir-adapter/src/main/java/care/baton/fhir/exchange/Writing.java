package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.OurExtension;
import care.baton.handoff.Ask;
import care.baton.handoff.Offer;
import care.baton.handoff.Priority;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The resources that we create: a Task for an offer of ours, a CommunicationRequest for a question. */
final class Writing {

    private Writing() {}

    /** The Task of one offer. */
    static FhirJson task(LinkKey key, Offer offer, Optional<Instant> respondBy, Endpoint endpoint, Instant now) {
        Ask ask = offer.ask();
        ObjectNode task = resource("Task", key);
        respondBy.ifPresent(by -> task.putArray("extension")
                .add(new OurExtension.Value(FhirSystems.RESPOND_BY, OurExtension.Kind.DATE_TIME, by.toString())
                        .json()));
        task.putObject("groupIdentifier").put("system", FhirSystems.IDENTIFIERS).put("value", key.handoff());
        task.put("status", "requested").put("intent", "order").put("priority", priority(ask.priority()));
        coding(task.putObject("code"), FhirSystems.TASK_CODE, "fulfill");
        ask.description().text().ifPresent(text -> task.put("description", text));
        ask.focus().text().ifPresent(reference -> task.putObject("focus").put("reference", reference));
        task.putObject("for").put("reference", ask.person().value());
        task.put("authoredOn", now.toString()).put("lastModified", now.toString());
        task.putObject("requester").put("reference", endpoint.ownReference());
        task.putObject("owner")
                .put("reference", endpoint.partner().organization().value());
        ask.finishBy()
                .ifPresent(
                        end -> task.putObject("restriction").putObject("period").put("end", end.toString()));
        ask.input()
                .forEach(i -> i.value().text().ifPresent(text -> {
                    ObjectNode input = task.withArray("/input").addObject();
                    input.putObject("type").put("text", i.name().value());
                    input.put("valueString", text);
                }));
        return FhirJson.of(task);
    }

    /** One question about a Task, to whoever asked for it. */
    static FhirJson question(LinkKey key, String text, String taskId, FhirJson task, Endpoint endpoint, Instant now) {
        ObjectNode question = resource("CommunicationRequest", key);
        JsonNode seen = task.tree();
        question.putObject("groupIdentifier")
                .put("system", FhirSystems.IDENTIFIERS)
                .put("value", key.handoff());
        question.put("status", "active");
        copy(seen, "for", question, "subject");
        question.putArray("about").addObject().put("reference", "Task/" + taskId);
        question.putArray("payload").addObject().put("contentString", text);
        question.put("authoredOn", now.toString());
        question.putObject("requester").put("reference", endpoint.ownReference());
        question.putObject("sender").put("reference", endpoint.ownReference());
        if (seen.path("requester").isObject()) {
            question.putArray("recipient").add(seen.path("requester").deepCopy());
        }
        return FhirJson.of(question);
    }

    private static ObjectNode resource(String type, LinkKey key) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode().put("resourceType", type);
        resource.putArray("identifier")
                .addObject()
                .put("system", FhirSystems.IDENTIFIERS)
                .put("value", key.identifier());
        return resource;
    }

    private static void coding(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String as) {
        if (from.path(name).isObject()) {
            to.set(as, from.path(name).deepCopy());
        }
    }

    private static String priority(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }
}
