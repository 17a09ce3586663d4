package care.baton.fhir.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.StringParam;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.Response.Found;
import care.baton.party.OrganizationId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found. Nothing of it is kept between two: the next one begins after the last Task of this one, so
 * that what changes meanwhile comes again further on, and nothing is passed over.
 *
 * @param size how many at most
 * @param after the place after which it begins
 */
record Page(int size, Optional<Place> after) {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,15})-([A-Za-z0-9.-]{1,64})");
    private static final Comparator<Found> ORDER = Comparator.comparing(Place::of);

    /** Where a Task stands in the order. */
    record Place(Instant updated, String id) implements Comparable<Place> {

        static Place of(Found found) {
            return new Place(Query.updated(found), found.id());
        }

        @Override
        public int compareTo(Place other) {
            int order = updated.compareTo(other.updated);
            return order != 0 ? order : id.compareTo(other.id);
        }

        private String text() {
            return updated.toEpochMilli() + "-" + id;
        }
    }

    static Page of(@Nullable Integer count, @Nullable StringParam after) {
        int size = count == null ? USUAL : Math.max(0, Math.min(count, MOST));
        if (after == null) {
            return new Page(size, Optional.empty());
        }
        Matcher place = PLACE.matcher(String.valueOf(after.getValue()));
        if (!place.matches()) {
            throw Outcomes.notSearched("page-not-known");
        }
        return new Page(
                size, Optional.of(new Place(Instant.ofEpochMilli(Long.parseLong(place.group(1))), place.group(2))));
    }

    /** Of what stands on a desk, and that partner may see, what answers the query. */
    Bundle of(TaskDesk desk, Records records, String type, Query query, RequestDetails request) {
        OrganizationId partner = desk.endpoint().partner().organization();
        Instant now = Doorway.host(records::now);
        List<Link> standing = Doorway.host(() -> List.copyOf(records.standing(partner, type, query)));
        return bundle(
                type,
                standing.stream()
                        .flatMap(link -> desk.shown(link).stream())
                        .filter(found -> found.type().equals(type) && query.matches(found))
                        .toList(),
                now,
                request);
    }

    private Bundle bundle(String type, List<Found> all, Instant now, RequestDetails request) {
        List<Found> rest = all.stream()
                .sorted(ORDER)
                .filter(found -> after.filter(place -> Place.of(found).compareTo(place) <= 0)
                        .isEmpty())
                .toList();
        List<Found> shown = rest.subList(0, Math.min(size, rest.size()));
        String base = request.getFhirServerBase();
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(all.size());
        bundle.getMeta().setLastUpdated(Date.from(now));
        bundle.addLink().setRelation("self").setUrl(address(type, request, after.map(Place::text)));
        if (size > 0 && rest.size() > shown.size()) {
            Place last = Place.of(shown.get(shown.size() - 1));
            bundle.addLink().setRelation("next").setUrl(address(type, request, Optional.of(last.text())));
        }
        shown.forEach(found -> bundle.addEntry()
                .setFullUrl(base + "/" + type + "/" + found.id())
                .setResource(TaskProvider.stored(found, Resource.class))
                .getSearch()
                .setMode(SearchEntryMode.MATCH));
        return bundle;
    }

    /** The same search from another place. */
    private static String address(String type, RequestDetails request, Optional<String> place) {
        Map<String, String[]> asked = new TreeMap<>(request.getParameters());
        asked.remove("_after");
        place.ifPresent(text -> asked.put("_after", new String[] {text}));
        String parameters = asked.entrySet().stream()
                .flatMap(one -> Stream.of(one.getValue()).map(value -> encoded(one.getKey()) + "=" + encoded(value)))
                .reduce((one, next) -> one + "&" + next)
                .map(text -> "?" + text)
                .orElse("");
        return request.getFhirServerBase() + "/" + type + parameters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
