package care.baton.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/** The table of requirements, in its own order. */
public final class Requirements {
    static final String RESOURCE = "requirements.tsv";

    private static final Map<String, Row> ROWS = read();

    private Requirements() {}

    /**
     * Every requirement, the host's too.
     *
     * @return the rows, in the table's order
     */
    public static List<Row> all() {
        return List.copyOf(ROWS.values());
    }

    /**
     * The requirements that Baton has to show.
     *
     * @return the rows, in the table's order
     */
    public static List<Row> ours() {
        return ROWS.values().stream().filter(Row::isOurs).toList();
    }

    /**
     * One requirement.
     *
     * @param id its ID
     * @return the row, if there is one
     */
    public static Optional<Row> find(String id) {
        return Optional.ofNullable(ROWS.get(id));
    }

    /**
     * The requirements named by IDs and ranges of one topic.
     *
     * @param ranges IDs such as {@code HND-12} and ranges such as {@code HND-01..HND-10}, both ends included
     * @return the rows, in the order asked for
     * @throws NoSuchElementException if an end of a range is not in the table
     */
    public static List<Row> rows(String... ranges) {
        return List.of(ranges).stream().flatMap(range -> range(range).stream()).toList();
    }

    private static List<Row> range(String range) {
        String[] ends = range.split("\\.\\.", 2);
        List<String> ids = List.copyOf(ROWS.keySet());
        int first = ids.indexOf(ends[0]);
        int last = ids.indexOf(ends[ends.length - 1]);
        if (first < 0 || last < first) {
            throw new NoSuchElementException("no such requirements: " + range);
        }
        return ids.subList(first, last + 1).stream()
                .map(id -> Objects.requireNonNull(ROWS.get(id)))
                .toList();
    }

    static byte[] bytes(String resource) {
        try (InputStream in = Objects.requireNonNull(Requirements.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Row> read() {
        Map<String, Row> rows = new LinkedHashMap<>();
        new String(bytes(RESOURCE), StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
            String[] cells = line.split("\t", -1);
            Row row = new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
            if (rows.put(row.id(), row) != null) {
                throw new IllegalStateException("twice in the table: " + row.id());
            }
        });
        return Collections.unmodifiableMap(rows);
    }
}
