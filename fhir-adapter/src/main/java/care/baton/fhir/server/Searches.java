package care.baton.fhir.server;

import ca.uhn.fhir.rest.api.QualifiedParamList;
import ca.uhn.fhir.rest.param.DateRangeParam;
import care.baton.fhir.R4;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands in the address of a search, before HAPI reads it: what is not understood is said in a code, and
 * neither passed over nor repeated.
 */
final class Searches {

    private static final String UPDATED = "_lastUpdated";
    private static final Pattern DATE = Pattern.compile(
            "(eq|gt|ge|lt|le)?"
                    + "[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?");

    /** What is asked for by each name, with what may stand there. */
    private static final Map<String, Pattern> KNOWN = Map.ofEntries(
            Map.entry("_id", Pattern.compile("[^|]*")),
            Map.entry("identifier", Pattern.compile(".*", Pattern.DOTALL)),
            Map.entry("owner", Pattern.compile("[^,|\\s]+")),
            Map.entry("requester", Pattern.compile("[^,|\\s]+")),
            Map.entry("status", Pattern.compile("[a-z,-]+")),
            Map.entry(UPDATED, DATE),
            Map.entry("_sort", Pattern.compile(".*", Pattern.DOTALL)),
            Map.entry("_count", Pattern.compile("[0-9]{1,9}")),
            Map.entry("_after", Pattern.compile(".*", Pattern.DOTALL)),
            Map.entry("_total", Pattern.compile("none|estimate|accurate")),
            Map.entry("_format", Pattern.compile(".*", Pattern.DOTALL)),
            Map.entry("_pretty", Pattern.compile("true|false")),
            Map.entry("_summary", Pattern.compile("true|text|data|count|false")),
            Map.entry("_elements", Pattern.compile("[A-Za-z.,]+")));

    /** A time can be asked for from both sides. */
    private static final Set<String> TWICE = Set.of(UPDATED);

    /** Each is held against each of what stands there. */
    private static final int MOST_VALUES = 100;

    /** By which a Task alone is looked for. */
    private static final Set<String> OF_TASKS = Set.of("_id", "owner", "requester", "status", UPDATED, "_sort");

    private Searches() {}

    static void check(String type, Map<String, String[]> asked) {
        new TreeMap<>(asked).forEach((name, values) -> {
            if (name.indexOf(':') >= 0 || name.indexOf('.') >= 0) {
                throw Outcomes.notSearched("modifier-not-supported");
            }
            if (!KNOWN.containsKey(name) || (!type.equals("Task") && OF_TASKS.contains(name))) {
                throw Outcomes.notSearched("parameter-not-supported");
            }
            List<String> said = Stream.of(values).filter(one -> !one.isEmpty()).toList();
            if (name.equals("_sort") && !said.stream().allMatch(UPDATED::equals)) {
                throw Outcomes.notSearched("order-not-supported");
            }
            boolean fits = said.size() <= (TWICE.contains(name) ? 2 : 1)
                    && said.stream()
                            .allMatch(one ->
                                    hasFew(one) && KNOWN.get(name).matcher(one).matches())
                    && (!name.equals(UPDATED) || isRange(said));
            if (!fits) {
                throw Outcomes.notSearched("value-not-supported");
            }
        });
    }

    private static boolean hasFew(String values) {
        return values.chars().filter(c -> c == ',').count() < MOST_VALUES;
    }

    /** Whether these are days and times that there are, one for each side. */
    private static boolean isRange(List<String> times) {
        try {
            new DateRangeParam()
                    .setValuesAsQueryTokens(
                            R4.context(),
                            UPDATED,
                            times.stream()
                                    .map(time -> QualifiedParamList.splitQueryStringByCommasIgnoreEscape(null, time))
                                    .toList());
            return true;
        } catch (RuntimeException no) {
            return false;
        }
    }
}
