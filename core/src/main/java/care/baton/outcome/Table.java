package care.baton.outcome;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows for somebody's spreadsheet or page. Whatever stands in a cell is text there and nothing else: a spreadsheet does
 * not reckon with it, and a browser does not run it.
 *
 * @param columns what the columns are called; at least one
 * @param rows the rows, each with as many cells as there are columns
 */
public record Table(List<String> columns, List<List<String>> rows) {

    /** What a spreadsheet takes for the beginning of a formula, or passes over before one; the wide forms too. */
    private static final String FORMULA = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char REPLACEMENT = '\uFFFD';

    /**
     * Copies the cells.
     *
     * @throws IllegalArgumentException if there is no column, or a row has more or fewer cells than there are columns
     */
    public Table {
        columns = Copy.of(columns, "columns");
        rows = Objects.requireNonNull(rows, "rows").stream()
                .map(row -> Copy.of(row, "rows"))
                .toList();
        int width = columns.size();
        if (width == 0) {
            throw new IllegalArgumentException("columns: at least one");
        }
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("rows: one cell for each column");
        }
    }

    /**
     * As CSV: comma, every cell in quotation marks, CR and LF after each line, the columns first. A cell that a spreadsheet
     * would take for a formula has an apostrophe before it, and a NUL is shown as U+FFFD. Source: RFC 4180, OWASP's page on
     * CSV injection.
     *
     * @return the text, to be stored or sent as UTF-8
     */
    public String csv() {
        return lines().map(row -> row.stream().map(Table::quoted).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    /**
     * As a table of HTML, and of XHTML: no attribute, no style, every cell escaped. A character that XML does not have is
     * shown as U+FFFD.
     *
     * @return the element {@code table}
     */
    public String html() {
        Stream<String> body = rows.stream().map(row -> line(row, "td"));
        return "<table><thead>" + line(columns, "th") + "</thead><tbody>" + body.collect(Collectors.joining())
                + "</tbody></table>";
    }

    private Stream<List<String>> lines() {
        return Stream.concat(Stream.of(columns), rows.stream());
    }

    private static String quoted(String cell) {
        String text = cell.replace("\"", "\"\"").replace('\0', REPLACEMENT);
        return '"' + (isFormula(cell) ? "'" : "") + text + '"';
    }

    /** What is not seen before a formula keeps no spreadsheet from it; a tab or the end of a line counts itself. */
    private static boolean isFormula(String cell) {
        boolean first = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
        return first || cell.chars().dropWhile(Table::isUnseen).limit(1).anyMatch(c -> FORMULA.indexOf(c) >= 0);
    }

    private static boolean isUnseen(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT;
    }

    private static String line(List<String> row, String cell) {
        return row.stream()
                .map(text -> "<" + cell + ">" + escaped(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String escaped(String text) {
        StringBuilder html = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\r' -> html.append("&#13;");
                default -> html.appendCodePoint(isOfXml(point) ? point : REPLACEMENT);
            }
        });
        return html.toString();
    }

    private static boolean isOfXml(int point) {
        boolean control = point < ' ' && point != '\t' && point != '\n';
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !control && !surrogate && point != 0xFFFE && point != 0xFFFF;
    }

    /** How large it is. */
    @Override
    public String toString() {
        return "Table[" + columns.size() + " x " + rows.size() + "]";
    }
}
