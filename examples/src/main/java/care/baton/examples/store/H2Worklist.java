package care.baton.examples.store;

import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.record.WorkItem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What staff have to do, across all records, as one indexed table. It holds identifiers and codes only and is
 * rewritten with each command, in the transaction of that command, so it can never disagree with the record. Who
 * stands in for an absent person is as of the record's last entry.
 */
public final class H2Worklist {

    static final String MINE = "select * from worklist where organization = ? and role = ? and person = ?"
            + " order by organization, role, person, due limit ?";
    static final String QUEUE =
            "select * from worklist where organization = ? and role = ?" + " order by organization, role, due limit ?";
    static final String OVERDUE = "select * from worklist where organization = ? and late_from <= ?"
            + " order by organization, late_from limit ?";

    private static final String INSERT = "insert into worklist (record, cause, kind, subject, occurrence,"
            + " organization, role, person, due, next, late_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource source;

    /**
     * The worklist of a database that {@link H2Records} keeps.
     *
     * @param source where connections come from
     */
    public H2Worklist(DataSource source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * One thing to do.
     *
     * @param record the record it is on
     * @param key which obligation
     * @param holder who holds it
     * @param due by when
     * @param next when lateness is heard next
     */
    public record Row(RecordId record, Key key, Holder holder, Instant due, Instant next) {}

    /**
     * My work: what one person holds, soonest due first.
     *
     * @param seat organization, role and person
     * @param most how many rows at most
     * @return the rows
     * @throws SQLException if the database fails
     */
    public List<Row> mine(Holder seat, int most) throws SQLException {
        return rows(
                MINE,
                seat.organization().value(),
                seat.role().value(),
                seat.person().map(PersonId::value).orElse(""),
                most);
    }

    /**
     * Our queue: what one role holds, whoever is in it, soonest due first.
     *
     * @param seat organization and role
     * @param most how many rows at most
     * @return the rows
     * @throws SQLException if the database fails
     */
    public List<Row> queue(Holder seat, int most) throws SQLException {
        return rows(QUEUE, seat.organization().value(), seat.role().value(), most);
    }

    /**
     * What is overdue in one organization, longest overdue first; what waits for somebody else is not.
     *
     * @param organization the organization
     * @param now the host's clock
     * @param most how many rows at most
     * @return the rows
     * @throws SQLException if the database fails
     */
    public List<Row> overdue(OrganizationId organization, Instant now, int most) throws SQLException {
        return rows(OVERDUE, organization.value(), now, most);
    }

    static void project(Connection connection, CoordinationRecord after) throws SQLException {
        String record = after.id().value();
        H2Records.update(connection, "delete from worklist where record = ?", record);
        Optional<Instant> now = after.recordedAt();
        if (now.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (WorkItem item : after.work().list(now.get())) {
                boolean waits = after.chart()
                        .obligations()
                        .get(item.key())
                        .filter(Obligation::isSuspended)
                        .isPresent();
                H2Records.set(
                        insert,
                        record,
                        item.key().cause(),
                        item.key().kind().value(),
                        item.key().subject(),
                        item.key().occurrence(),
                        item.holder().organization().value(),
                        item.holder().role().value(),
                        item.holder().person().map(PersonId::value).orElse(null),
                        item.due(),
                        item.next(),
                        waits ? null : item.due());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private List<Row> rows(String sql, Object... values) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            H2Records.set(statement, values);
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row(rows));
                }
            }
            return found;
        }
    }

    private static Row row(ResultSet rows) throws SQLException {
        Optional<PersonId> person =
                Optional.ofNullable(rows.getString("person")).map(PersonId::of);
        return new Row(
                RecordId.of(rows.getString("record")),
                new Key(
                        rows.getString("cause"),
                        Code.of(rows.getString("kind")),
                        rows.getString("subject"),
                        rows.getInt("occurrence")),
                new Holder(OrganizationId.of(rows.getString("organization")), Code.of(rows.getString("role")), person),
                rows.getObject("due", Instant.class),
                rows.getObject("next", Instant.class));
    }
}
