package care.baton.examples.store;

import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkJson;
import care.baton.party.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The links to partners' servers, one row each, in the same transaction as the entries they belong to. */
final class H2Links {

    private static final String PUT =
            "merge into links (record, handoff, type, part, json) key (record, handoff, type, part) values (?, ?, ?, ?, ?)";

    private H2Links() {}

    static void put(Connection connection, String record, Link link) throws SQLException {
        H2Records.update(
                connection,
                PUT,
                record,
                link.key().handoff(),
                link.key().type(),
                link.key().part(),
                LinkJson.write(link));
    }

    /** How often the links of a record have changed. */
    static long revision(Connection connection, RecordId record) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select revision from records where record = ?")) {
            statement.setString(1, record.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    static List<Link> of(Connection connection, RecordId record) throws SQLException {
        String sql = "select json from links where record = ? order by handoff, type, part";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, record.value());
            List<Link> links = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    links.add(LinkJson.read(rows.getString(1))
                            .value()
                            .orElseThrow(() -> new SQLException("a stored link cannot be read")));
                }
            }
            return links;
        }
    }
}
