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

    static final String REVISION = "select max(revision) from revisions where record = ?";

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

    /** How many steps of a record were decided on its links. */
    static long revision(Connection connection, RecordId record) throws SQLException {
        return H2Records.count(connection, REVISION, record.value());
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
