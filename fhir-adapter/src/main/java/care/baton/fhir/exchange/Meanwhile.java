package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Instants;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.exchange.Response.Stands;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was stored on a Task between the version that we know and the one that stands there now, by the server's history:
 * the newest first, as R4 has it; a history in another order is read whole and put in order by the server's own times.
 * Nothing is made up for what it does not tell.
 */
final class Meanwhile {

    /** What was stored before what is known already: a late copy, or a server that has gone back. */
    static final Code OLDER = Code.of("older-version");

    /** What a server may change without anybody having written. */
    private static final List<String> SERVERS_OWN = List.of("meta", "text");

    private final Line line;
    private final Request.Read asked;
    private final Stands now;
    private final Allowance allowance;
    private final List<Found> between = new ArrayList<>();
    private final List<Found> all = new ArrayList<>();
    private boolean disordered;
    private boolean begun;
    private boolean missing;
    private boolean reached;
    private boolean older;
    private Optional<Found> passed = Optional.empty();

    private Meanwhile(Line line, Request.Read asked, Stands now, Allowance allowance) {
        this.line = line;
        this.asked = asked;
        this.now = now;
        this.allowance = allowance;
    }

    /** The resource with what lies between; a history that does not answer now is asked for again, with the resource. */
    static Response of(Line line, Request.Read asked, Stands now, Allowance allowance) {
        boolean owed = asked.known()
                .filter(known -> !known.equals(now.found().version())
                        && !isNext(known, now.found().version()))
                .isPresent();
        return owed ? new Meanwhile(line, asked, now, allowance).read() : now;
    }

    private Response read() {
        Set<String> addresses = new HashSet<>();
        Optional<String> next = Optional.of("/" + asked.key().type() + "/" + asked.id() + "/_history?_count=50");
        while (next.isPresent()
                && (disordered || !reached)
                && !older
                && allowance.isLeft()
                && addresses.add(next.get())) {
            Raw raw = line.get(next.get());
            JsonNode tree = raw.json().map(FhirJson::tree).orElseGet(JsonNodeFactory.instance::objectNode);
            if (isPassing(raw)) {
                return raw.fault(Optional.of(asked.key()), asked.number());
            }
            if (raw.status() != 200 || !tree.path("resourceType").asText("").equals("Bundle")) {
                return told(List.of(), true);
            }
            allowance.spend(raw.bytes(), tree);
            tree.path("entry").forEach(this::entry);
            next = Searching.next(tree).flatMap(line::within);
        }
        if (disordered) {
            byTime(missing || next.isPresent());
        }
        Collections.reverse(between);
        if (older) {
            return new Response.Rejected(Optional.of(asked.key()), asked.number(), OLDER);
        }
        return begun ? told(between, missing || !reached) : told(List.of(), true);
    }

    /** It may well answer the next time; what it says for good is not asked again. */
    private static boolean isPassing(Raw raw) {
        boolean unanswered = raw.status() < 0 && raw.reason().isEmpty();
        return unanswered || raw.isUnsent() || raw.isUnknown() || Raw.isLater(raw.status());
    }

    private void entry(JsonNode entry) {
        Optional<Found> version = Optional.of(entry.path("resource"))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .flatMap(tree -> Search.resource(FhirJson.of(tree)))
                .filter(found ->
                        found.type().equals(now.found().type()) && found.id().equals(asked.id()));
        version.ifPresent(this::placed);
        if (reached) {
            return;
        }
        if (version.isEmpty() || version.get().json().isCutShort()) {
            missing = true;
        } else if (asked.known().equals(version.map(Found::version))) {
            reached = begun;
            passed = version;
        } else if (version.get().version().equals(now.found().version())) {
            begun = true;
            older = isBefore(version.get(), passed);
        } else if (begun) {
            between.add(version.get());
        }
    }

    /** Whether the newest still come first is told by the server's own times, over the whole page. */
    private void placed(Found version) {
        Optional<Instant> at = stored(version.json());
        disordered |= at.isPresent()
                && !all.isEmpty()
                && stored(all.get(all.size() - 1).json())
                        .filter(at.get()::isAfter)
                        .isPresent();
        all.add(version);
    }

    /** What lies between the two by the server's times alone, the newest first. */
    private void byTime(boolean unread) {
        Optional<Instant> from = at(asked.known().orElse(""));
        Optional<Instant> to = at(now.found().version());
        begun = from.isPresent() && to.isPresent();
        reached = begun;
        missing = unread;
        between.clear();
        if (begun) {
            older = to.get().isBefore(from.get());
            missing |= to.equals(from) || all.stream().anyMatch(one -> isUnplaced(one, from.get(), to.get()));
            all.stream()
                    .filter(one -> !one.json().isCutShort())
                    .filter(one -> stored(one.json())
                            .filter(at -> at.isAfter(from.get()) && at.isBefore(to.get()))
                            .isPresent())
                    .sorted(Comparator.comparing(one -> stored(one.json()).orElseThrow(), Comparator.reverseOrder()))
                    .forEach(between::add);
        }
    }

    /** One without a time, or with that of either end, may lie between them or not. */
    private boolean isUnplaced(Found one, Instant from, Instant to) {
        boolean end = Optional.of(one.version()).equals(asked.known())
                || one.version().equals(now.found().version());
        return !end
                && stored(one.json())
                        .filter(at -> !at.equals(from) && !at.equals(to))
                        .isEmpty();
    }

    private Optional<Instant> at(String version) {
        return all.stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .flatMap(one -> stored(one.json()));
    }

    private static boolean isBefore(Found one, Optional<Found> later) {
        Optional<Instant> at = stored(one.json());
        return at.isPresent()
                && later.flatMap(found -> stored(found.json()))
                        .filter(then -> !at.get().isAfter(then))
                        .isPresent();
    }

    private Stands told(List<Found> versions, boolean gap) {
        return new Stands(now.key(), now.number(), now.found(), versions, gap);
    }

    /** Whether the version that we know says something else by now, but for what a server keeps for itself. */
    static boolean isReused(Link link, Found found) {
        return link.version().equals(Optional.of(found.version()))
                && Kept.json(link.seen())
                        .filter(seen -> !seen.tree()
                                .without(SERVERS_OWN)
                                .equals(found.json().tree().without(SERVERS_OWN)))
                        .isPresent();
    }

    /**
     * Whether it was stored before what is known: by the numbers of the versions; where they are none, by the server's own
     * times, as long as its history tells nothing and it has not said so time after time.
     */
    static boolean isOlder(Link link, Stands read) {
        Found found = read.found();
        Optional<String> known = link.version().filter(version -> !version.equals(found.version()));
        if (known.isEmpty() || (isNumber(known.get()) && isNumber(found.version()))) {
            return known.filter(k -> Long.parseLong(k) > Long.parseLong(found.version()))
                    .isPresent();
        }
        Optional<Instant> then = Kept.json(link.seen()).flatMap(Meanwhile::stored);
        boolean earlier = stored(found.json())
                .filter(at -> then.filter(at::isBefore).isPresent())
                .isPresent();
        return earlier && read.gap() && link.failures() < AsReceiver.MOST;
    }

    private static Optional<Instant> stored(FhirJson resource) {
        return Instants.of(resource.element("meta").path("lastUpdated").asText(""));
    }

    /** Whether its sender had ended it in between, and it is asked again by now. */
    static boolean isAskedAgain(Stance stance, Stands read) {
        return read.between().stream().anyMatch(found -> isEndedBySender(stance, found))
                && SeenTask.of(read.found().json(), Optional.empty())
                        .status()
                        .filter(status -> !status.ended())
                        .isPresent();
    }

    private static boolean isEndedBySender(Stance stance, Found found) {
        SeenTask task = SeenTask.of(found.json(), Optional.empty());
        return task.status()
                .filter(s -> s == TaskStatus.CANCELLED || s == TaskStatus.ENTERED_IN_ERROR)
                .filter(s -> !stance.wrote(task, s.code()))
                .isPresent();
    }

    /** Whether there may be versions that nobody has read: so the server says, or nobody asks it any more. */
    static boolean isGap(Link link, Stands read) {
        boolean given = link.failures() >= AsReceiver.MOST
                && link.version()
                        .filter(known -> !known.equals(read.found().version())
                                && !isNext(known, read.found().version()))
                        .isPresent();
        return read.gap() || given;
    }

    /** Where versions are numbers, one that was left out shows; anything else tells nothing. */
    static boolean isProven(Link link, Stands read) {
        return link.version().filter(Meanwhile::isNumber).isPresent()
                && isNumber(read.found().version());
    }

    private static boolean isNext(String known, String version) {
        return isNumber(known) && isNumber(version) && Long.parseLong(version) == Long.parseLong(known) + 1;
    }

    private static boolean isNumber(String version) {
        return version.matches("[0-9]{1,18}");
    }

    @Override
    public String toString() {
        return "Meanwhile";
    }
}
