package care.baton.party;

import java.util.Objects;

/** The one rule for identifiers that a host gives us: short, no blanks, nothing that breaks a line. */
final class Opaque {

    private static final int LONGEST = 128;

    private Opaque() {}

    static void check(String value, String field) {
        Objects.requireNonNull(value, field);
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(field + ": 1 to 128 characters");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isHidden(c)) {
                throw new IllegalArgumentException(field + ": no blanks or control characters");
            }
        }
    }

    private static boolean isHidden(char c) {
        return Character.isISOControl(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
