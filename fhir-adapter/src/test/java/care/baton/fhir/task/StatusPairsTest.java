package care.baton.fhir.task;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Writer;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pair of statuses, and the first reading of each, with each shipped table; and each pair again with each way in
 * which owner, business status, extensions and version may have changed beside it, and with some of all their
 * combinations: all with {@code -Dbaton.changes=1}.
 */
@Execution(ExecutionMode.CONCURRENT)
class StatusPairsTest {

    private static final Map<String, PartnerProfile> PROFILES = PartnerProfiles.all().stream()
            .collect(Collectors.toMap(profile -> profile.name().value(), profile -> profile));

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("DRA", "DRAFTED"),
            Map.entry("OFF", "OFFERED"),
            Map.entry("OFA", "OFFERED_AGAIN"),
            Map.entry("REC", "RECEIVED"),
            Map.entry("ACC", "ACCEPTED"),
            Map.entry("DEC", "DECLINED"),
            Map.entry("RDY", "ASSIGNED"),
            Map.entry("WDN", "WITHDRAWN"),
            Map.entry("STA", "STARTED"),
            Map.entry("PAU", "PAUSED"),
            Map.entry("RES", "RESUMED"),
            Map.entry("REP", "REPORTED_COMPLETE"),
            Map.entry("GVB", "GIVEN_BACK"),
            Map.entry("ERR", "RECORDED_IN_ERROR"),
            Map.entry("NOT", "NOTED"),
            Map.entry("LIV", "live-after-end"),
            Map.entry("END", "ended-twice"),
            Map.entry("BCK", "status-went-back"),
            Map.entry("RDA", "ready-after-acceptance"),
            Map.entry("UNU", "status-not-used-here"),
            Map.entry("WNE", "writer-not-entitled"));

    private static final Set<String> HELD = Set.of("accepted", "in-progress", "on-hold", "completed");

    record Cell(String profile, String before, String now, String expected) {

        boolean first() {
            return before.equals("first");
        }

        boolean attention() {
            return expected.contains("-");
        }

        boolean gives() {
            return HELD.contains(now) && !HELD.contains(before);
        }
    }

    static Stream<Cell> cells() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StatusPairsTest.class.getResourceAsStream("/status-pairs.tsv")),
                StandardCharsets.UTF_8))) {
            List<String[]> rows = reader.lines().map(line -> line.split("\t")).toList();
            List<Cell> cells = new ArrayList<>();
            for (String[] row : rows.subList(1, rows.size())) {
                for (int i = 2; i < row.length; i++) {
                    String word = Objects.requireNonNull(WORDS.get(row[i]));
                    cells.add(new Cell(row[0], row[1], rows.get(0)[i], word));
                }
            }
            assertThat(cells).hasSize(PROFILES.size() * 13 * 12);
            return cells.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isReadAsTheTableSays(Cell cell) {
        TaskReading reading = read(cell, now(cell), before(cell));

        assertReading(cell, reading, cell.expected());
        assertThat(reading.holding() == Holding.SAYS_HELD).isEqualTo(HELD.contains(cell.now()));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void anotherOwnerIsNamedAndHoldsNothing(Cell cell) {
        if (cell.first()) {
            return;
        }
        ObjectNode replaced = now(cell);
        replaced.putObject("owner").put("reference", "Organization/other");
        ObjectNode removed = now(cell);
        removed.remove("owner");

        TaskReading other = read(cell, replaced, before(cell));
        TaskReading none = read(cell, removed, before(cell));

        assertThat(Tasks.codes(other)).contains("owner-replaced");
        assertThat(Tasks.codes(none)).contains("owner-removed");
        for (TaskReading reading : List.of(other, none)) {
            assertThat(reading).isInstanceOf(TaskReading.NeedsAttention.class);
            assertThat(reading.holding()).isEqualTo(Holding.SAYS_NOT_HELD);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void anOwnerThatCannotBeComparedStopsGivingAndNothingElse(Cell cell) {
        ObjectNode task = now(cell);
        task.putObject("owner").putObject("identifier").put("value", "r-1");

        TaskReading reading = read(cell, task, before(cell));

        assertThat(Tasks.codes(reading)).contains("owner-by-identifier-only");
        boolean stopped = !cell.first() && cell.gives() && !cell.attention();
        assertReading(cell, reading, stopped ? "cannot-tell-if-owner-is-the-same" : cell.expected());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aBusinessStatusIsJudgedOnlyWhereTheGuideListsThem(Cell cell) {
        boolean bser = cell.profile().equals("bser");
        TaskReading unknown = read(cell, business(now(cell), "http://example.org/own", "9"), before(cell));
        TaskReading known = read(cell, business(now(cell), FhirSystems.BSER_BUSINESS_STATUS, "5.1.1"), before(cell));

        assertThat(Tasks.codes(unknown)).contains(bser ? "business-status-unknown" : "business-status-not-understood");
        boolean contradicts = bser && !cell.now().equals("in-progress");
        assertThat(Tasks.codes(known).contains("business-status-contradicts")).isEqualTo(contradicts);
        assertThat(unknown instanceof TaskReading.NeedsAttention).isEqualTo(bser || cell.attention());
        assertThat(known instanceof TaskReading.NeedsAttention).isEqualTo(contradicts || cell.attention());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void extensionsOfOursThatWereStrippedOrAlteredAreToldAndChangeNothingElse(Cell cell) {
        if (cell.first()) {
            return;
        }
        ObjectNode marked = ours(before(cell), "2026-01-10T09:00:00Z");
        TaskReading kept = read(cell, ours(now(cell), "2026-01-10T09:00:00Z"), marked);
        TaskReading stripped = read(cell, now(cell), marked);
        TaskReading altered = read(cell, ours(now(cell), "2026-01-11T09:00:00Z"), marked);

        assertThat(Tasks.codes(kept)).doesNotContain("our-extensions-changed");
        assertThat(Tasks.codes(stripped)).contains("our-extensions-changed");
        assertThat(Tasks.codes(altered)).contains("our-extensions-changed");
        for (TaskReading reading : List.of(kept, stripped, altered)) {
            assertReading(cell, reading, cell.expected());
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void versionsAreOpaque(Cell cell) {
        for (String version : new String[] {"2", "99", "0", "b7c9-4f"}) {
            ObjectNode task = now(cell);
            task.putObject("meta").put("versionId", version);
            assertReading(cell, read(cell, task, before(cell)), cell.expected());
        }
        ObjectNode none = now(cell);
        none.remove("meta");
        TaskReading reading = read(cell, none, before(cell));
        assertReading(cell, reading, cell.expected());
        assertThat(Tasks.codes(reading)).contains("version-missing");
    }

    /** One thing that may have changed beside the status, in what was read before and in what is read now. */
    record Beside(String name, Consumer<ObjectNode> before, Consumer<ObjectNode> now) {}

    private static final Consumer<ObjectNode> SAME = task -> {};
    private static final Consumer<ObjectNode> LISTED =
            task -> business(task, FhirSystems.BSER_BUSINESS_STATUS, "5.1.1");
    private static final Consumer<ObjectNode> MARKED = task -> ours(task, "2026-01-10T09:00:00Z");

    private static final List<Beside> BUSINESS = List.of(
            new Beside("business status as before", LISTED, LISTED),
            new Beside("another business status that a guide lists", SAME, LISTED),
            new Beside("a business status of their own", SAME, task -> business(task, "http://example.org/own", "9")),
            new Beside("the business status gone", LISTED, SAME));
    private static final List<Beside> OWNERS = List.of(
            new Beside("owner as before", SAME, SAME),
            new Beside("another owner", SAME, task -> task.putObject("owner").put("reference", "Organization/other")),
            new Beside(
                    "an owner by identifier",
                    SAME,
                    task -> task.putObject("owner").putObject("identifier").put("value", "r-1")),
            new Beside("no owner", SAME, task -> task.remove("owner")));
    private static final List<Beside> EXTENSIONS = List.of(
            new Beside("our extension kept", MARKED, MARKED),
            new Beside("our extension gone", MARKED, SAME),
            new Beside("our extension altered", MARKED, task -> ours(task, "2026-01-11T09:00:00Z")));
    private static final List<Beside> VERSIONS = List.of(
            new Beside("the next version", SAME, SAME),
            new Beside("a later version", SAME, task -> task.putObject("meta").put("versionId", "99")),
            new Beside(
                    "an earlier version", SAME, task -> task.putObject("meta").put("versionId", "0")),
            new Beside("no version", SAME, task -> task.remove("meta")));

    private static final List<List<Beside>> ALL_AT_ONCE = BUSINESS.stream()
            .flatMap(business -> OWNERS.stream()
                    .flatMap(owner -> EXTENSIONS.stream()
                            .flatMap(extension ->
                                    VERSIONS.stream().map(version -> List.of(business, owner, extension, version)))))
            .toList();

    /** With each pair one of so many of them is looked at, with other pairs others; all: {@code -Dbaton.changes=1}. */
    private static final int EVERY = Integer.getInteger("baton.changes", 5);

    private static List<List<Beside>> someAtOnce(Cell cell) {
        int first = Math.floorMod((cell.profile() + cell.before() + cell.now()).hashCode(), EVERY);
        return IntStream.range(0, ALL_AT_ONCE.size())
                .filter(i -> i % EVERY == first)
                .mapToObj(ALL_AT_ONCE::get)
                .toList();
    }

    /**
     * What each change by itself is read as stands in the tests above, and in the table; several at once are read as all
     * of them: each doubt that one raises stands, no other does, and where none is raised the step is the table's.
     */
    @Promise(14)
    @ParameterizedTest
    @MethodSource("cells")
    void severalChangesAtOnceAreReadAsAllOfThem(Cell cell) {
        if (cell.first()) {
            return;
        }
        Set<String> none = Set.copyOf(Tasks.codes(read(cell, now(cell), before(cell))));
        Map<Beside, TaskReading> alone = Stream.of(BUSINESS, OWNERS, EXTENSIONS, VERSIONS)
                .flatMap(List::stream)
                .collect(Collectors.toMap(one -> one, one -> read(cell, List.of(one))));
        someAtOnce(cell).forEach(all -> {
            Set<String> raised = new TreeSet<>(none);
            all.forEach(one -> raised.addAll(Tasks.codes(Objects.requireNonNull(alone.get(one)))));
            boolean doubted = all.stream().anyMatch(one -> alone.get(one) instanceof TaskReading.NeedsAttention);

            TaskReading reading = read(cell, all);

            assertThat(new TreeSet<>(Tasks.codes(reading)))
                    .as("%s %s", cell, all)
                    .isEqualTo(raised);
            assertThat(Tasks.verdict(reading))
                    .as("%s %s", cell, all)
                    .isEqualTo(doubted ? "NeedsAttention" : cell.expected());
        });
    }

    private static TaskReading read(Cell cell, List<Beside> changes) {
        ObjectNode before = before(cell);
        ObjectNode now = now(cell);
        for (Beside change : changes) {
            change.before().accept(before);
            change.now().accept(now);
        }
        return read(cell, now, before);
    }

    private static void assertReading(Cell cell, TaskReading reading, String expected) {
        if (expected.contains("-")) {
            assertThat(reading).as("%s", cell).isInstanceOf(TaskReading.NeedsAttention.class);
            assertThat(Tasks.codes(reading)).contains(expected);
        } else {
            assertThat(Tasks.verdict(reading)).as("%s %s", cell, reading).isEqualTo(expected);
        }
    }

    private static ObjectNode before(Cell cell) {
        return Tasks.offer().put("status", cell.first() ? "draft" : cell.before());
    }

    private static ObjectNode now(Cell cell) {
        return Tasks.with(cell.now());
    }

    private static ObjectNode business(ObjectNode task, String system, String code) {
        task.putObject("businessStatus")
                .putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code);
        return task;
    }

    private static ObjectNode ours(ObjectNode task, String respondBy) {
        task.putArray("extension")
                .addObject()
                .put("url", FhirSystems.RESPOND_BY)
                .put("valueDateTime", respondBy);
        return task;
    }

    private static TaskReading read(Cell cell, ObjectNode now, ObjectNode before) {
        PartnerProfile profile = Objects.requireNonNull(PROFILES.get(cell.profile()));
        return Tasks.read(
                now,
                cell.first()
                        ? new TaskContext(profile, writer(cell), java.util.Optional.empty(), java.util.Optional.empty())
                        : TaskContext.after(profile, writer(cell), Tasks.seen(before)));
    }

    /** The party that writes such a status in that guide. */
    private static Writer writer(Cell cell) {
        boolean bser = cell.profile().equals("bser");
        TaskStatus status = TaskStatus.of(cell.now()).orElseThrow();
        return switch (status) {
            case DRAFT, REQUESTED, ENTERED_IN_ERROR -> Writer.REQUESTER;
            case RECEIVED -> bser ? Writer.REQUESTER : Writer.OWNER;
            case CANCELLED -> bser ? Writer.OWNER : Writer.REQUESTER;
            default -> Writer.OWNER;
        };
    }
}
