package care.baton.fhir.exchange;

import care.baton.fhir.Concepts;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import care.baton.fhir.OurExtension;
import care.baton.fhir.Pointer;
import care.baton.fhir.communication.Report;
import care.baton.fhir.partner.BusinessStatus;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.RestrictionUse;
import care.baton.fhir.partner.Selection;
import care.baton.fhir.partner.TaskCode;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Work;
import care.baton.handoff.Ask;
import care.baton.handoff.Offer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/** The resources that we create: a Task for an offer of ours, a CommunicationRequest for a question. */
final class Writing {

    static final String OFFERED = "Offered";
    static final String ANSWER_BY = ", please answer by ";
    static final String FINISH_BY = ", to be finished by ";

    private static final TaskCode FULFILL = new TaskCode(FhirSystems.TASK_CODE, "fulfill", Work.HANDOFF);

    private Writing() {}

    /** The Task of one offer. */
    static FhirJson task(
            Stance stance, Optional<Instant> respondBy, Optional<LinkKey> whole, Links links, Instant now) {
        LinkKey key = stance.key();
        Endpoint endpoint = stance.endpoint();
        Offer offer = stance.offer();
        Ask ask = offer.ask();
        ObjectNode task = resource("Task", key);
        respondBy
                .filter(by -> !stance.strips())
                .ifPresent(by -> task.withArray("/extension")
                        .add(new OurExtension.Value(
                                        FhirSystems.RESPOND_BY, OurExtension.Kind.DATE_TIME, Instants.written(by))
                                .json()));
        former(stance, links)
                .ifPresent(id -> task.withArray("/extension")
                        .addObject()
                        .put("url", FhirSystems.TASK_REPLACES)
                        .putObject("valueReference")
                        .put("reference", "Task/" + id));
        task.putObject("groupIdentifier").put("system", FhirSystems.IDENTIFIERS).put("value", key.handoff());
        whole.flatMap(links::get)
                .flatMap(Link::id)
                .ifPresent(id -> task.putArray("partOf").addObject().put("reference", "Task/" + id));
        TaskStatus first = first(endpoint.profile());
        task.put("status", first.code())
                .put("intent", proposes(stance) ? "proposal" : "order")
                .put("priority", Concepts.of(ask.priority()));
        business(task, offered(respondBy, finishBy(ask, endpoint)), Steps.beside(endpoint.profile(), first));
        TaskCode code = endpoint.profile().inviting().stream()
                .filter(several -> stance.invites())
                .findFirst()
                .orElse(FULFILL);
        Concepts.put(task.putObject("code"), code.system(), code.code());
        ask.description().text().ifPresent(text -> task.put("description", text));
        OwnRequest.focus(stance, links)
                .text()
                .ifPresent(reference -> task.putObject("focus").put("reference", reference));
        task.set("for", new Pointer(ask.person().value()).json());
        String written = Instants.written(now);
        task.put("authoredOn", written).put("lastModified", written);
        task.putObject("requester").put("reference", endpoint.ownReference());
        task.set("owner", new Pointer(endpoint.partner().organization().value()).json());
        ask.finishBy()
                .ifPresent(
                        end -> task.putObject("restriction").putObject("period").put("end", Instants.written(end)));
        ask.input()
                .forEach(i -> i.value().text().ifPresent(text -> {
                    ObjectNode input = task.withArray("/input").addObject();
                    input.putObject("type").put("text", i.name().value());
                    input.put("valueString", text);
                }));
        Report.of(stance.talks().id(), offer, now)
                .ifPresent(report -> task.withArray("/input").add(report.input()));
        return FhirJson.of(task);
    }

    /** What is told beside an offer, by the same sender as its Task: the name that the partner's server has for us. */
    static FhirJson report(Report report, Endpoint endpoint) {
        ObjectNode message = report.communication().tree();
        if (message.get("sender") instanceof ObjectNode sender) {
            sender.remove("identifier");
            sender.put("reference", endpoint.ownReference());
        }
        return FhirJson.of(message);
    }

    /** One question about a Task, to whoever asked for it. */
    static FhirJson question(LinkKey key, Asked asked, String taskId, FhirJson task, Endpoint endpoint, Instant now) {
        ObjectNode question = resource("CommunicationRequest", key);
        JsonNode seen = task.tree();
        question.putObject("groupIdentifier")
                .put("system", FhirSystems.IDENTIFIERS)
                .put("value", key.handoff());
        question.put("status", "active");
        Contained.outside(seen.path("for"), task).ifPresent(person -> question.set("subject", person.deepCopy()));
        question.putArray("about").addObject().put("reference", "Task/" + taskId);
        question.set("payload", asked.payload());
        question.put("authoredOn", Instants.written(now));
        question.putObject("requester").put("reference", endpoint.ownReference());
        question.putObject("sender").put("reference", endpoint.ownReference());
        if (seen.path("requester").isObject()) {
            JsonNode partner = new Pointer(endpoint.partner().organization().value()).json();
            question.putArray("recipient")
                    .add(Contained.outside(seen.path("requester"), task)
                            .orElse(partner)
                            .deepCopy());
        }
        return FhirJson.of(question);
    }

    /** The status in which a Task asks before anybody has seen it. */
    static TaskStatus first(PartnerProfile profile) {
        return profile.lifecycle().statuses().contains(TaskStatus.REQUESTED)
                ? TaskStatus.REQUESTED
                : TaskStatus.RECEIVED;
    }

    private static boolean proposes(Stance stance) {
        return stance.invites() && stance.endpoint().profile().channels().selection() == Selection.INTENT_PROPOSAL;
    }

    /** The Task of the last offer before to this partner, whose place this one takes. */
    private static Optional<String> former(Stance stance, Links links) {
        return IntStream.range(1, stance.offer().number())
                .mapToObj(number -> LinkKey.task(stance.talks().id().value(), number))
                .flatMap(key -> links.get(key).flatMap(Link::id).stream())
                .reduce((first, last) -> last);
    }

    /** The time to finish by, for a partner that does not look for it where FHIR has it. */
    private static Optional<Instant> finishBy(Ask ask, Endpoint endpoint) {
        return endpoint.profile().channels().restriction() == RestrictionUse.IGNORED
                ? ask.finishBy()
                : Optional.empty();
    }

    private static String offered(Optional<Instant> respondBy, Optional<Instant> finishBy) {
        return OFFERED
                + respondBy.map(by -> ANSWER_BY + Instants.written(by)).orElse("")
                + finishBy.map(by -> FINISH_BY + Instants.written(by)).orElse("");
    }

    private static void business(ObjectNode task, String words, Optional<BusinessStatus> coded) {
        if (coded.isPresent() || !words.equals(OFFERED)) {
            ObjectNode business = task.putObject("businessStatus");
            coded.ifPresent(entry -> business.putArray("coding")
                    .addObject()
                    .put("system", entry.system())
                    .put("code", entry.code()));
            business.put("text", words);
        }
    }

    /** An empty resource of ours under the identifier that it has however often it is written. */
    static ObjectNode resource(String type, LinkKey key) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode().put("resourceType", type);
        resource.putArray("identifier")
                .addObject()
                .put("system", FhirSystems.IDENTIFIERS)
                .put("value", key.identifier());
        return resource;
    }
}
