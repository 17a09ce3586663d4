package care.baton.examples.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import care.baton.evidence.Entry;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkKey;
import care.baton.outcome.Applied;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.WorkItem;
import care.baton.store.Cast;
import care.baton.store.Episode;
import care.baton.store.Script;
import care.baton.trace.Requirement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "My work", "our queue" and "the first fifty overdue" over many records. */
class H2WorklistTest {

    private static final int RECORDS = 40;

    @TempDir
    private Path directory;

    private final List<CoordinationRecord> all = new ArrayList<>();
    private DataSource source = H2Records.at("jdbc:h2:mem:unused");

    @BeforeEach
    void many() throws SQLException {
        source = H2Records.file(directory.resolve("records"));
        H2Records records = new H2Records(source);
        for (int i = 0; i < RECORDS; i++) {
            Episode episode = Episode.of("record-" + i, Cast.rules());
            episode.passes(Duration.ofHours(i));
            for (Script.Line line :
                    Script.lines(n -> Sensitive.of("words " + n)).subList(0, 10 + i % 25)) {
                long version = episode.record().version();
                List<Entry> added = episode.ask(line.by(), line.command()).fold(Applied::events, refused -> List.of());
                assertThat(records.append(episode.record(), version, added)).isTrue();
            }
            all.add(episode.record());
        }
    }

    @Test
    @Requirement("GOV-116")
    void theTableSaysWhatTheRecordsSay() throws SQLException {
        Instant now = Cast.START.plus(Duration.ofDays(4));
        H2Worklist worklist = new H2Worklist(source);

        assertThat(worklist.queue(Cast.MANAGER, 10_000))
                .extracting(H2Worklist.Row::record, H2Worklist.Row::key, H2Worklist.Row::due)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .flatMap(record -> open(record).stream()
                                .filter(item -> item.holder().sameRole(Cast.MANAGER))
                                .map(item -> tuple(record.id(), item.key(), item.due())))
                        .toList());
        assertThat(worklist.mine(Cast.SECOND, 10_000))
                .isNotEmpty()
                .allMatch(row -> row.holder().equals(Cast.SECOND))
                .isSortedAccordingTo((a, b) -> a.due().compareTo(b.due()));
        List<Instant> late = worklist.overdue(Cast.OFFICE, now, 50).stream()
                .map(H2Worklist.Row::due)
                .toList();
        assertThat(late)
                .hasSize(50)
                .isEqualTo(all.stream()
                        .flatMap(record -> record.chart().obligations().open().stream())
                        .filter(o -> o.holder().organization().equals(Cast.OFFICE) && o.isOverdue(now))
                        .map(o -> o.due())
                        .sorted()
                        .limit(50)
                        .toList());
    }

    @Test
    void eachQuestionIsAnsweredByItsIndex() throws SQLException {
        assertThat(plan(H2Worklist.MINE, "office", "case-manager", "case-manager-1", 50))
                .contains("WORKLIST_MINE", "index sorted")
                .doesNotContain("tableScan");
        assertThat(plan(H2Worklist.QUEUE, "office", "case-manager", 50))
                .contains("WORKLIST_QUEUE", "index sorted")
                .doesNotContain("tableScan");
        assertThat(plan(H2Worklist.OVERDUE, "office", Cast.START.plus(Duration.ofDays(2)), 50))
                .contains("WORKLIST_LATE", "index sorted")
                .doesNotContain("tableScan");
    }

    @Test
    void linksAreStoredWithTheEntriesOrNotAtAll() throws SQLException {
        H2Records records = new H2Records(source);
        Episode episode = Episode.of("record-links", Cast.rules());
        Script.Line line = Script.lines(n -> Sensitive.of("words")).get(0);
        List<Entry> added = episode.ask(line.by(), line.command()).orThrow().events();
        Link link = new Link(
                new LinkKey("Task", "handoff-1", "offer-1"),
                Optional.of("17"),
                Optional.of("2"),
                Sensitive.of("{\"resourceType\":\"Task\"}"),
                Sensitive.of("{\"resourceType\":\"Task\"}"),
                1,
                1,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        RecordId id = episode.record().id();
        assertThat(records.append(episode.record(), 3, 0, added, List.of(link))).isFalse();
        assertThat(records.append(episode.record(), 0, 1, added, List.of(link))).isFalse();
        assertThat(records.linked(id)).isEqualTo(new H2Records.Linked(List.of(), 0));
        assertThat(records.append(episode.record(), 0, 0, added, List.of(link))).isTrue();
        assertThat(records.linked(id)).isEqualTo(new H2Records.Linked(List.of(link), 1));
    }

    /** A host that decided on links that have changed since is told so, though no entry was stored meanwhile. */
    @Test
    void linksThatChangedSinceAreNotWrittenOver() throws SQLException {
        H2Records records = new H2Records(source);
        CoordinationRecord record = all.get(0);
        Link first = Linker.link(1);
        Link second = Linker.link(2);

        assertThat(records.append(record, record.version(), 0, List.of(), List.of(first)))
                .isTrue();
        assertThat(records.append(record, record.version(), 0, List.of(), List.of(second)))
                .isFalse();
        assertThat(records.linked(record.id())).isEqualTo(new H2Records.Linked(List.of(first), 1));
        assertThat(records.append(record, record.version(), 1, List.of(), List.of()))
                .isTrue();
        assertThat(records.append(record, record.version(), 1, List.of(), List.of(second)))
                .isFalse();
        assertThat(records.append(record, record.version(), 2, List.of(), List.of(second)))
                .isTrue();
        assertThat(records.linked(record.id())).isEqualTo(new H2Records.Linked(List.of(second), 3));
    }

    private static List<WorkItem> open(CoordinationRecord record) {
        return record.work().list(record.recordedAt().orElseThrow());
    }

    private String plan(String sql, Object... values) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement analyze = connection.createStatement();
                PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
            analyze.execute("analyze");
            for (int i = 0; i < values.length; i++) {
                explain.setObject(i + 1, values[i]);
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }
}
