package care.baton.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.trace.Promise;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What stands in a cell is text in a spreadsheet and on a page, whoever wrote it. */
class TableTest {

    private static Table of(String cell) {
        return new Table(List.of("what", "who"), List.of(List.of(cell, "nurse")));
    }

    private static String cell(Table table) {
        return fields(table.csv()).get(1).get(0);
    }

    /** CSV as RFC 4180 has it, read letter by letter. */
    private static List<List<String>> fields(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (open && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                open = !open;
            } else if (!open && (c == ',' || c == '\n')) {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            } else if (open || c != '\r') {
                field.append(c);
            }
        }
        assertThat(open).isFalse();
        assertThat(line).isEmpty();
        return lines;
    }

    private static List<String> shown(Table table) throws Exception {
        NodeList cells = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(table.html())))
                .getDocumentElement()
                .getElementsByTagName("*");
        return IntStream.range(0, cells.getLength())
                .mapToObj(cells::item)
                .filter(one -> one.getNodeName().matches("t[hd]"))
                .map(one -> one.getTextContent())
                .toList();
    }

    @Promise(32)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x.example\",\"a\")",
                "+1+cmd|' /C calc'!A0",
                "-1+1",
                "@SUM(A1:A9)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "\0=1+1",
                " =1+1",
                "   @SUM(A1)",
                "\u00A0=1+1",
                "\uFEFF=1+1",
                " \u200B\u2007-1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(A1)"
            })
    void aSpreadsheetReckonsWithNoCell(String hostile) {
        assertThat(cell(of(hostile))).isEqualTo("'" + hostile.replace('\0', '\uFFFD'));
        assertThat(fields(new Table(List.of(hostile), List.of()).csv()))
                .isEqualTo(List.of(List.of("'" + hostile.replace('\0', '\uFFFD'))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "walker",
                "5 mg",
                "a=b",
                "1-2",
                "x@y.example",
                "says \"no\"",
                "a,b;c",
                "two\r\nlines",
                "'"
            })
    void anyOtherCellIsTheSameAgain(String plain) {
        assertThat(cell(of(plain))).isEqualTo(plain);
    }

    @Promise(32)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</td></tr></table><img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onmouseover='alert(1)",
                "&lt;script&gt;",
                "<!--",
                "]]>",
                "two\r\nlines\tand a tab",
                "\uD83D\uDE00"
            })
    void aPageShowsEveryCellAsItsText(String hostile) throws Exception {
        assertThat(shown(of(hostile))).containsExactly("what", "who", hostile, "nurse");
        assertThat(shown(new Table(List.of(hostile), List.of()))).containsExactly(hostile);
    }

    @ParameterizedTest
    @CsvSource({"0", "8", "11", "27", "55296", "57343", "65534", "65535"})
    void whatAPageCannotShowIsShownAsSuch(int letter) throws Exception {
        assertThat(shown(of("a" + (char) letter + "b"))).contains("a\uFFFDb");
    }

    @Test
    void aLineForEachRowAndTheColumnsFirst() {
        Table table = new Table(List.of("a", "b"), List.of(List.of("1", "2"), List.of("3", "4")));

        assertThat(table.csv()).isEqualTo("\"a\",\"b\"\r\n\"1\",\"2\"\r\n\"3\",\"4\"\r\n");
        assertThat(table.html())
                .isEqualTo("<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>"
                        + "<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>");
        assertThat(table).hasToString("Table[2 x 2]");
    }

    @Test
    void everyRowHasACellForEachColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table(List.of(), List.of()))
                .withMessageStartingWith("columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table(List.of("a"), List.of(List.of("1", "2"))))
                .withMessageStartingWith("rows");
    }
}
