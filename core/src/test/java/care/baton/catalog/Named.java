package care.baton.catalog;

import care.baton.outcome.Code;
import care.baton.trace.Row;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The field or the choice that a row of the table speaks of. */
final class Named {

    private static final Pattern QUOTED = Pattern.compile("\"([a-z -]+)\"");

    private Named() {}

    /** The word in quotation marks of the statement, else the term, as a code. */
    static Code in(Row row) {
        Matcher quoted = QUOTED.matcher(row.statement());
        return Code.of((quoted.find() ? quoted.group(1) : row.term()).replace(' ', '-'));
    }
}
