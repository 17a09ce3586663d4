package care.baton.examples.store;

import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkKey;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The links to partners' servers, one row each, in the same transaction as the entries they belong to. */
final class H2Links {

    private static final String PUT = "merge into links"
            + " (record, handoff, type, part, id, version, seen, tried, requests, again)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private H2Links() {}

    static void put(Connection connection, String record, Link link) throws SQLException {
        H2Records.update(
                connection,
                PUT,
                record,
                link.key().handoff(),
                link.key().type(),
                link.key().part(),
                link.id().orElse(null),
                link.version().orElse(null),
                link.seen().text().orElse(null),
                link.tried(),
                link.requests(),
                link.again());
    }

    static List<Link> of(Connection connection, RecordId record) throws SQLException {
        String sql = "select * from links where record = ? order by handoff, type, part";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, record.value());
            List<Link> links = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    links.add(link(rows));
                }
            }
            return links;
        }
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                new LinkKey(row.getString("type"), row.getString("handoff"), row.getString("part")),
                Optional.ofNullable(row.getString("id")),
                Optional.ofNullable(row.getString("version")),
                Optional.ofNullable(row.getString("seen")).map(Sensitive::of).orElse(Sensitive.none()),
                row.getLong("tried"),
                row.getLong("requests"),
                row.getInt("again"));
    }
}
