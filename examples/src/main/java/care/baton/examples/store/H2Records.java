package care.baton.examples.store;

import care.baton.evidence.Entry;
import care.baton.fhir.exchange.Link;
import care.baton.json.Json;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Coordination records in one H2 database. Everything that a command leads to is stored in one transaction, and only
 * when the record is still in the version that the command was decided on; else nothing is, and the host loads and
 * decides again. The links to partners' servers have a revision of their own, which is looked at in the same way. Safe
 * to share between threads; several processes may use one database through a server.
 *
 * <p>Who is first is told by keys that are only ever added: the number of an entry and that of a revision. A counter
 * that is updated in its row will not do. When H2 rolls back the transaction of the writer that came second, it can put
 * the row back to what it was before the first one's commit (seen with 2.3.232, 2.4.240 and 2.5.252), and from then on
 * nobody can write.
 */
public final class H2Records {

    private static final Json JSON = Json.ofRecords();

    private final DataSource source;

    /**
     * Records in this database; tables that are not there are made.
     *
     * @param source where connections come from
     * @throws SQLException if the database cannot be used
     */
    public H2Records(DataSource source) throws SQLException {
        this.source = Objects.requireNonNull(source, "source");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(schema());
        }
    }

    /**
     * A file for one process, open until that process ends. What is committed is in the file before {@code append}
     * returns.
     *
     * @param file the file, without extension
     * @return the database
     */
    public static DataSource file(Path file) {
        return at("jdbc:h2:file:" + file.toAbsolutePath() + ";FILE_LOCK=FS;WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
    }

    /**
     * Any H2 database.
     *
     * @param url its JDBC URL
     * @return the database
     */
    public static DataSource at(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url + ";LOCK_TIMEOUT=20000");
        source.setUser("host");
        return source;
    }

    /**
     * Everything stored of a record.
     *
     * @param record which record
     * @return its entries, first to last; empty when nothing is stored
     * @throws SQLException if the database fails
     */
    public List<Entry> load(RecordId record) throws SQLException {
        String sql = "select json from entries where record = ? order by sequence";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, record.value());
            List<Entry> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(JSON.readEntry(rows.getString(1)).orThrow());
                }
            }
            return entries;
        }
    }

    /**
     * Everything that links a record to partners' servers, and how often that has changed.
     *
     * @param links the links
     * @param revision counted from 0; one more with each step that was decided on them
     */
    public record Linked(List<Link> links, long revision) {

        /** Copies the list. */
        public Linked {
            links = List.copyOf(links);
        }
    }

    /**
     * Everything that links a record to partners' servers. The revision is read first: links that change meanwhile are
     * newer than it, and what was decided on them is not stored.
     *
     * @param record which record
     * @return the links and their revision
     * @throws SQLException if the database fails
     */
    public Linked linked(RecordId record) throws SQLException {
        try (Connection connection = source.getConnection()) {
            long revision = H2Links.revision(connection, record);
            return new Linked(H2Links.of(connection, record), revision);
        }
    }

    /**
     * Stores what a command led to that leaves the links as they are.
     *
     * @param after the record as it stands then
     * @param expectedVersion how many entries the command was decided on
     * @param added the new entries
     * @return false when another was first and nothing is stored
     * @throws SQLException if the database fails; nothing is stored then
     */
    public boolean append(CoordinationRecord after, long expectedVersion, List<Entry> added) throws SQLException {
        return change(after, new From(expectedVersion, OptionalLong.empty()), List.of(), added, List.of());
    }

    /**
     * Stores what a command or an answer led to, links and entries in one transaction.
     *
     * @param after the record as it stands then
     * @param expectedVersion how many entries it was decided on
     * @param expectedRevision which revision of the links it was decided on
     * @param added the new entries
     * @param links links that are new or have changed
     * @return false when another was first, with entries or with links, and nothing is stored
     * @throws SQLException if the database fails; nothing is stored then
     */
    public boolean append(
            CoordinationRecord after, long expectedVersion, long expectedRevision, List<Entry> added, List<Link> links)
            throws SQLException {
        return change(after, new From(expectedVersion, OptionalLong.of(expectedRevision)), List.of(), added, links);
    }

    /**
     * Stores an erasure: entries that lost their words take the place of what they were.
     *
     * @param after the record as it stands then
     * @param expectedVersion how many entries the erasure was decided on
     * @param rewritten the entries that lost their words
     * @param erasure the entry that says so
     * @return false when another was first and nothing is stored
     * @throws SQLException if the database fails; nothing is stored then
     */
    public boolean erase(CoordinationRecord after, long expectedVersion, List<Entry> rewritten, List<Entry> erasure)
            throws SQLException {
        return change(after, new From(expectedVersion, OptionalLong.empty()), rewritten, erasure, List.of());
    }

    /** What was decided on; without a revision, the links were not looked at. */
    private record From(long version, OptionalLong revision) {}

    private boolean change(
            CoordinationRecord after, From from, List<Entry> rewritten, List<Entry> added, List<Link> links)
            throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            String record = after.id().value();
            if (!isFirst(connection, record, from, added)) {
                connection.rollback();
                return false;
            }
            for (Entry entry : rewritten) {
                update(
                        connection,
                        "update entries set json = ? where record = ? and sequence = ?",
                        JSON.write(entry),
                        record,
                        entry.sequence());
            }
            for (Link link : links) {
                H2Links.put(connection, record, link);
            }
            H2Worklist.project(connection, after);
            connection.commit();
            return true;
        }
    }

    /** Whether record and links are as they were; then nobody else can store another entry of that number any more. */
    private static boolean isFirst(Connection connection, String record, From from, List<Entry> added)
            throws SQLException {
        String version = "select max(sequence) from entries where record = ?";
        try {
            if (count(connection, version, record) != from.version()) {
                return false;
            }
            if (from.revision().isPresent()) {
                long revision = from.revision().getAsLong();
                if (count(connection, H2Links.REVISION, record) != revision) {
                    return false;
                }
                update(connection, "insert into revisions (record, revision) values (?, ?)", record, revision + 1);
            }
            for (Entry entry : added) {
                update(
                        connection,
                        "insert into entries (json, record, sequence) values (?, ?, ?)",
                        JSON.write(entry),
                        record,
                        entry.sequence());
            }
            return true;
        } catch (SQLIntegrityConstraintViolationException there) {
            return false;
        }
    }

    /** One number that is asked for about a record; 0 when there is none. */
    static long count(Connection connection, String sql, String record) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, record);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static String schema() {
        try (InputStream stream =
                Objects.requireNonNull(H2Records.class.getResourceAsStream("records.sql"), "records.sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("records.sql cannot be read", broken);
        }
    }
}
