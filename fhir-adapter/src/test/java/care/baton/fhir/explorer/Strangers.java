package care.baton.fhir.explorer;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.explorer.SetUp.Move;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What systems do that know nothing of Baton: they write blindly, go back, edit, and end what is not theirs to end. */
final class Strangers {

    private Strangers() {}

    static List<Move> receivers() {
        return List.of(
                newest("accepts", 2, Server::saysOpen, t -> t.put("status", "accepted")),
                first("accepts what was cancelled", 1, f -> is(f, "cancelled"), t -> t.put("status", "accepted")),
                newest("goes back to requested", 1, f -> is(f, "accepted"), t -> t.put("status", "requested")),
                newest("declines", 1, Server::saysOpen, Strangers::declines),
                newest("gives back", 1, f -> is(f, "accepted"), t -> t.put("status", "failed")),
                newest(
                        "completes",
                        1,
                        f -> Server.saysOpen(f) || is(f, "accepted"),
                        t -> t.put("status", "completed")
                                .putArray("output")
                                .addObject()
                                .put("valueString", "done")),
                newest(
                        "is another, and accepts",
                        1,
                        Server::saysOpen,
                        t -> t.put("status", "accepted").putObject("owner").put("reference", "Organization/other")),
                newest("cancels", 1, Server::saysOpen, t -> t.put("status", "cancelled")));
    }

    static List<Move> senders() {
        return List.of(
                newest(
                        "changes what is asked",
                        1,
                        f -> !is(f, "cancelled"),
                        t -> t.put("description", "Three times a week")),
                newest("cancels", 2, f -> Server.saysOpen(f) || is(f, "accepted"), t -> t.put("status", "cancelled")),
                new Move(
                        "offers anew",
                        1,
                        s -> s.tasks().size() == 1 && is(s.tasks().get(0), "cancelled")
                                ? Optional.of(offering(s))
                                : Optional.empty()),
                new Move("answers a question", 2, Strangers::answering));
    }

    private static Move newest(String name, int most, Predicate<Found> when, Consumer<ObjectNode> change) {
        return at(name, most, true, when, change);
    }

    private static Move first(String name, int most, Predicate<Found> when, Consumer<ObjectNode> change) {
        return at(name, most, false, when, change);
    }

    private static Move at(String name, int most, boolean last, Predicate<Found> when, Consumer<ObjectNode> change) {
        return new Move(name, most, s -> {
            List<Found> tasks = s.tasks();
            int which = last ? tasks.size() - 1 : 0;
            return tasks.isEmpty() || !when.test(tasks.get(which))
                    ? Optional.empty()
                    : Optional.of(s.blindly(Server.index(tasks.get(which).id()), change));
        });
    }

    private static boolean is(Found task, String status) {
        return Server.status(task).equals(status);
    }

    private static void declines(ObjectNode task) {
        task.put("status", "rejected");
        task.putObject("statusReason")
                .putArray("coding")
                .addObject()
                .put("system", FhirSystems.REASONS)
                .put("code", "no-capacity");
    }

    /** A Task as a plain sender writes it. */
    static Server offering(Server server) {
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        task.put("status", "requested").put("intent", "order").put("priority", "routine");
        task.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", FhirSystems.TASK_CODE)
                .put("code", "fulfill");
        task.put("description", "Twice a week");
        task.putObject("for").put("reference", "Patient/p1");
        task.putObject("requester").put("reference", "Organization/sender");
        task.putObject("owner").put("reference", "Organization/first");
        return server.put("Task", server.id("Task"), FhirJson.of(task));
    }

    /** The first question that has no answer yet gets one. */
    private static Optional<Server> answering(Server server) {
        return server.stored().stream()
                .filter(f -> f.type().equals("CommunicationRequest"))
                .filter(f -> server.get("Communication", "c" + f.id()).isEmpty())
                .findFirst()
                .map(f -> server.put("Communication", "c" + f.id(), answer(f.id())));
    }

    private static FhirJson answer(String question) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("resourceType", "Communication");
        answer.put("status", "completed");
        answer.putArray("basedOn").addObject().put("reference", "CommunicationRequest/" + question);
        answer.putArray("payload").addObject().put("contentString", "In the evening");
        return FhirJson.of(answer);
    }
}
