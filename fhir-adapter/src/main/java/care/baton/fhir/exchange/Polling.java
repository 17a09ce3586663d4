package care.baton.fhir.exchange;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.Instants;
import care.baton.fhir.Limits;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.task.SeenIdentifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** One look at what there is for us, as the several searches that it takes. */
final class Polling {

    private static final List<Integer> PAGE_SIZES = List.of(50, 5, 1);

    /** Refusals by which a server says that it does not know the search, and not that it does not answer now. */
    private static final Set<Integer> NOT_KNOWN = Set.of(400, 404, 405, 422, 501);

    private static final MappingIssue NOT_BY_IDENTIFIER =
            MappingIssue.warning("search-by-identifier-refused", "Task.owner");

    private static final MappingIssue NOT_BY_CODE = MappingIssue.warning("search-by-code-refused", "Task.code");

    private final Line line;
    private final Endpoint endpoint;
    private final Allowance all;
    private final Duration time;
    private final int searches;
    private int done;

    /** With what one search alone may take. */
    Polling(Line line, Endpoint endpoint, Limits limits, Duration time, LongSupplier ticks) {
        this.line = line;
        this.endpoint = endpoint;
        this.time = time;
        this.searches = 2 + beside().size();
        this.all = Allowance.ofSeveral(searches, limits, time, ticks);
    }

    /** A page that cannot be taken in is asked for once more, each resource alone. */
    private Search search(String path, Optional<Instant> latest) {
        int left = Math.max(1, searches - done);
        done++;
        Search whole = Searching.of(line, path, "Task", all.share(left, time), latest);
        return whole.isUnread() ? Searching.alone(line, path, "Task", all.share(left, time), latest) : whole;
    }

    /** Those addressed to us and those that we sent; fewer at a time where many are more than is taken in at once. */
    Response poll(Request.Poll r) {
        Response answer = poll(r, PAGE_SIZES.get(0));
        for (int size : PAGE_SIZES.subList(1, PAGE_SIZES.size())) {
            boolean tooMuch =
                    answer instanceof Response.Rejected no && no.reason().equals(Searching.TOO_LARGE);
            answer = tooMuch ? poll(r, size) : answer;
        }
        return answer;
    }

    /**
     * What the first search saw, those after it could see too. Where one was cut short, the earliest time holds for all;
     * what ends where it began has not come any further.
     */
    private Response poll(Request.Poll r, int size) {
        done = 0;
        String rest = r.from().map(s -> "&_lastUpdated=ge" + Wire.encode(s)).orElse("") + "&_sort=_lastUpdated&_count="
                + size;
        String us = "=" + Wire.encode(endpoint.ownReference()) + rest;
        List<Response.Page> pages = new ArrayList<>();
        for (String party : List.of("owner", "requester")) {
            Response found = search("/Task?" + party + us, r.latest()).page();
            if (!(found instanceof Response.Page page)) {
                return found;
            }
            pages.add(page);
        }
        if (isUntimed(pages.get(0))) {
            Response again = search("/Task?owner" + us, r.latest()).page();
            if (!(again instanceof Response.Page page)) {
                return again;
            }
            pages = new ArrayList<>(List.of(pages.get(1), page));
        }
        for (Map.Entry<String, MappingIssue> beside : beside().entrySet()) {
            Response found =
                    search("/Task?" + beside.getKey() + rest, r.latest()).page();
            if (found instanceof Response.Refused no && NOT_KNOWN.contains(no.status())) {
                pages.add(new Response.Page(List.of(), pages.get(0).until(), true, List.of(beside.getValue())));
            } else if (found instanceof Response.Page page) {
                pages.add(page);
            } else {
                return found;
            }
        }
        return together(pages, r.from());
    }

    /** What names us by a number, and what asks to stop something and names nobody; each with what a refusal is told as. */
    private Map<String, MappingIssue> beside() {
        Map<String, MappingIssue> beside = new LinkedHashMap<>();
        for (SeenIdentifier one : endpoint.ownIdentifiers()) {
            String named = Wire.encode(one.system().isEmpty() ? one.value() : one.system() + "|" + one.value());
            beside.put("owner:identifier=" + named, NOT_BY_IDENTIFIER);
        }
        if (endpoint.profile().lifecycle().abortsByTask()) {
            beside.put("code=" + Wire.encode(FhirSystems.TASK_CODE + "|" + Aborting.ABORT), NOT_BY_CODE);
        }
        return beside;
    }

    /** Each once, as the last search that found it had it. */
    static Response together(List<Response.Page> pages, Optional<String> since) {
        Map<String, Found> all = new LinkedHashMap<>();
        Set<MappingIssue> issues = new LinkedHashSet<>();
        pages.forEach(page -> {
            page.resources().forEach(found -> all.put(found.id(), found));
            issues.addAll(page.issues());
        });
        boolean whole = pages.stream().allMatch(Response.Page::whole);
        Optional<String> until =
                whole ? pages.get(0).until() : earliest(pages).filter(u -> !since.equals(Optional.of(u)));
        return new Response.Page(List.copyOf(all.values()), until, whole, List.copyOf(issues));
    }

    /** Nothing was found and no time told: it says something only when it was asked after another that tells one. */
    private static boolean isUntimed(Response.Page page) {
        return page.whole() && page.resources().isEmpty() && page.until().isEmpty();
    }

    private static Optional<String> earliest(List<Response.Page> pages) {
        Optional<String> earliest = Optional.empty();
        Optional<Instant> at = Optional.empty();
        for (Response.Page page : pages) {
            if (isUntimed(page)) {
                continue;
            }
            Optional<Instant> one = page.until().flatMap(Instants::of);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            if (at.isEmpty() || one.get().isBefore(at.get())) {
                at = one;
                earliest = page.until();
            }
        }
        return earliest;
    }
}
