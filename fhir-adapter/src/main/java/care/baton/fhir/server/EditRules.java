package care.baton.fhir.server;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Limits;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.OurMarks;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Work;
import care.baton.fhir.partner.Writer;
import care.baton.fhir.task.AskedDigest;
import care.baton.fhir.task.Naming;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskContext;
import care.baton.fhir.task.TaskReader;
import care.baton.fhir.task.TaskReading;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What stands against an edit, whatever the record says: it is no step of whoever was asked, or changes what only the
 * sender may say.
 *
 * @param against each hindrance, with its place
 * @param remarks what the reading says of it beside
 */
record EditRules(List<MappingIssue> against, List<MappingIssue> remarks) {

    /** What a reader elsewhere can only remark: here it has not happened yet. */
    private static final Set<String> NOT_HERE = Set.of("offer-live-again", "reason-missing", "our-extensions-changed");

    /** Beside what the fingerprint of what is asked covers. */
    private static final List<String> SENDERS = List.of("intent", "groupIdentifier", "authoredOn");

    private static final List<Naming> PARTIES = List.of(Naming.OWNER, Naming.REQUESTER, Naming.PERSON);

    EditRules {
        against = List.copyOf(against);
        remarks = List.copyOf(remarks);
    }

    static EditRules of(Endpoint endpoint, Link link, Found next) {
        PartnerProfile profile = endpoint.profile();
        FhirJson now = OurMarks.plain(next.json(), endpoint);
        FhirJson before = OurMarks.plain(json(link.seen().text()).orElse(next.json()), endpoint);
        FhirJson taken = link.taken().isNone()
                ? before
                : OurMarks.plain(json(link.taken().text()).orElse(before), endpoint);
        List<MappingIssue> against = new ArrayList<>(kept(SeenTask.of(before, Optional.empty()), now));
        if (!now.element("focus")
                .path("reference")
                .equals(before.element("focus").path("reference"))) {
            against.add(MappingIssue.error("asked-changed", "Task.focus"));
        }
        if (signedByUs(endpoint, now) > signedByUs(endpoint, before)) {
            against.add(MappingIssue.error("not-yours-to-change", "Task.note"));
        }
        if (isSignedForUs(link, before, now)) {
            against.add(MappingIssue.error("not-yours-to-change", "Task.extension"));
        }
        if (link.key().isAbort()) {
            if (!isReceivers(profile, before, now)) {
                against.add(MappingIssue.error("writer-not-entitled", "Task.status"));
            }
            return new EditRules(against, List.of());
        }
        TaskReading reading = TaskReader.read(
                now.text().getBytes(StandardCharsets.UTF_8),
                Limits.standard(),
                TaskContext.after(profile, Writer.OWNER, SeenTask.of(taken, Optional.empty())));
        boolean known = reading instanceof TaskReading.KnownMove;
        reading.issues().stream()
                .filter(issue -> issue.severity() == MappingIssue.Severity.ERROR
                        || NOT_HERE.contains(issue.code().value())
                        || (!known && issue.severity() == MappingIssue.Severity.WARNING))
                .filter(issue -> against.stream().noneMatch(named -> isAt(issue, named)))
                .forEach(against::add);
        if (!known && against.isEmpty()) {
            against.add(MappingIssue.error("not-a-handoff", "Task.code"));
        }
        return new EditRules(against, reading.issues());
    }

    /** Whether it is the same that is named, there or nearer. */
    private static boolean isAt(MappingIssue issue, MappingIssue named) {
        return named.code().equals(issue.code()) && (named.path() + ".").startsWith(issue.path() + ".");
    }

    /** Whether whoever was asked may make this change of what asks to stop something. */
    private static boolean isReceivers(PartnerProfile profile, FhirJson before, FhirJson now) {
        Optional<TaskStatus> from = SeenTask.of(before, Optional.empty()).status();
        Optional<TaskStatus> to = SeenTask.of(now, Optional.empty()).status();
        return from.equals(to)
                || (from.isPresent()
                        && to.isPresent()
                        && profile.lifecycle().between(Work.CHANGE_REQUEST, from.get(), to.get(), List.of()).stream()
                                .anyMatch(rule -> rule.who().contains(Party.OWNER)));
    }

    /** What only the sender may say is said as before. */
    private static List<MappingIssue> kept(SeenTask before, FhirJson after) {
        SeenTask now = SeenTask.of(after, Optional.empty());
        List<MappingIssue> changed = new ArrayList<>();
        PARTIES.stream()
                .filter(party -> !same(party.in(before), party.in(now)))
                .forEach(party -> changed.add(MappingIssue.error(party.changed(), party.path())));
        if (!before.asked().equals(now.asked())) {
            asked(before.json(), after).forEach(path -> changed.add(MappingIssue.error("asked-changed", path)));
        }
        for (String element : SENDERS) {
            if (!before.json().element(element).equals(after.element(element))) {
                changed.add(MappingIssue.error("not-yours-to-change", "Task." + element));
            }
        }
        for (String list : List.of("identifier", "note")) {
            if (!stillStands(before.json().element(list), after.element(list))) {
                changed.add(MappingIssue.error("not-yours-to-change", "Task." + list));
            }
        }
        for (String url : List.of(FhirSystems.RESPOND_BY, FhirSystems.TASK_REPLACES, FhirSystems.SEEN_BY_SENDER)) {
            if (!all(before.json(), url).equals(all(after, url))) {
                changed.add(MappingIssue.error("not-yours-to-change", "Task.extension"));
            }
        }
        return changed;
    }

    /** In which elements something else is asked. */
    private static Set<String> asked(FhirJson before, FhirJson after) {
        Set<String> paths = new TreeSet<>();
        for (FhirJson version : List.of(before, after)) {
            version.tree().fieldNames().forEachRemaining(name -> {
                if (!asked(before, name).equals(asked(after, name))) {
                    paths.add("Task." + name.replaceFirst("^_", ""));
                }
            });
        }
        return paths;
    }

    private static String asked(FhirJson task, String element) {
        return AskedDigest.of(task.tree().retain(element));
    }

    /** By address and by number as before: neither makes up for another of the other kind. */
    private static boolean same(Optional<SeenReference> before, Optional<SeenReference> now) {
        return before.equals(now);
    }

    /** A new mark of the sender's is the sender's alone. */
    private static boolean isSignedForUs(Link link, FhirJson before, FhirJson now) {
        String ours = link.key().handoff() + "/" + link.key().part() + "#s";
        List<JsonNode> there = all(before, FhirSystems.COMMAND);
        return all(now, FhirSystems.COMMAND).stream()
                .filter(mark -> !there.contains(mark))
                .anyMatch(mark -> mark.path("valueString").asText("").startsWith(ours));
    }

    /** How many remarks have our name beside them. */
    private static long signedByUs(Endpoint endpoint, FhirJson task) {
        List<SeenReference> us = Stream.of(
                        endpoint.ownReference(), endpoint.own().organization().value())
                .map(SeenReference::to)
                .toList();
        return task.element("note").findValues("authorReference").stream()
                .flatMap(author -> SeenReference.read(author).stream())
                .filter(author -> us.stream().anyMatch(one -> one.sameAs(author) == Sameness.SAME))
                .count();
    }

    /** More may be said, and nothing that was said goes. */
    private static boolean stillStands(JsonNode before, JsonNode now) {
        List<JsonNode> there = new ArrayList<>();
        now.forEach(there::add);
        for (JsonNode one : before) {
            if (!there.contains(one)) {
                return false;
            }
        }
        return true;
    }

    private static List<JsonNode> all(FhirJson task, String url) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode extension : task.element("extension")) {
            if (extension.path("url").asText("").equals(url)) {
                all.add(extension);
            }
        }
        return all;
    }

    private static Optional<FhirJson> json(Optional<String> text) {
        return text.flatMap(one -> FhirJson.read(one).value());
    }
}
